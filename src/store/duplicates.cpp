// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/duplicates.h"

#include "base/url.h"
#include "store/articlelists.h"
#include "store/connection.h"
#include "store/storytable.h"
#include "store/subscriptiontable.h"
#include "store/tagtable.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace broadsheet::store::duplicates {

namespace {

using View = ArticleFilter::View;

constexpr int hopsAtMost = 8; ///< from name to name: a damaged table must not lead in a circle

/** Feeds whose articles stand for themselves. */
constexpr auto unfolded = "(SELECT id FROM feed WHERE fold_duplicates = 0)";

qint64 hashOf(const QByteArray &bytes)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_160);
    return qFromLittleEndian<qint64>(hash.constData());
}

bool isTaken(Connection &connection, qint64 name)
{
    Query query(connection, "SELECT 1 FROM article WHERE canonical_hash = ? LIMIT 1", name);
    return query.next();
}

/** Two articles of one feed are two things to read, whatever somebody else says of their addresses. */
bool shareAFeed(Connection &connection, qint64 name, qint64 other)
{
    Query query(connection,
                "SELECT 1 FROM article a JOIN article b ON b.feed = a.feed WHERE a.canonical_hash = ? "
                "AND b.canonical_hash = ? LIMIT 1",
                name, other);
    return query.next();
}

void alias(Connection &connection, qint64 hash, qint64 canonical)
{
    connection.run("INSERT OR REPLACE INTO article_alias (hash, canonical) VALUES (?, ?)", hash, canonical);
}

/** Two names turned out to be of one page. Gives the one that stays. */
qint64 joined(Connection &connection, qint64 name, qint64 other)
{
    if (name == other)
        return name;
    if (isTaken(connection, other)) {
        if (shareAFeed(connection, name, other))
            return name;
        connection.run("UPDATE article SET canonical_hash = ? WHERE canonical_hash = ?", name, other);
        connection.run(
            "UPDATE article SET twin = 1 WHERE canonical_hash = ? AND EXISTS (SELECT 1 FROM article o "
            "WHERE o.canonical_hash = article.canonical_hash AND o.id < article.id "
            "AND o.feed <> article.feed)",
            name);
    }
    alias(connection, other, name);
    return name;
}

} // namespace

std::optional<qint64> hashOfAddress(const QUrl &url)
{
    if (!isWebUrl(url))
        return std::nullopt;
    const QUrl canonical = canonicalUrl(url);
    if (canonical.path().size() <= 1 && !canonical.hasQuery())
        return std::nullopt;
    return hashOf(canonical.toEncoded());
}

std::optional<qint64> hashOfId(const QString &id)
{
    if (id.startsWith(QLatin1String("tag:")) || id.startsWith(QLatin1String("urn:")))
        return id.size() > 12 ? std::optional(hashOf(id.toUtf8())) : std::nullopt;
    if (id.startsWith(QLatin1String("http://")) || id.startsWith(QLatin1String("https://")))
        return hashOfAddress(QUrl(id));
    return std::nullopt; // "1042" is somebody else's as well
}

qint64 resolved(Connection &connection, qint64 hash)
{
    for (int hop = 0; hop < hopsAtMost; ++hop) {
        Query query(connection, "SELECT canonical FROM article_alias WHERE hash = ?", hash);
        if (!query.next())
            break;
        hash = query.integer(0);
    }
    return hash;
}

std::optional<qint64> identity(Connection &connection, const std::optional<qint64> &address,
                               const std::optional<qint64> &id)
{
    if (!address || !id)
        return address ? address : id;
    return joined(connection, *address, *id);
}

ArticleChanges setPage(Connection &connection, ArticleId article, const QUrl &url)
{
    const auto address = hashOfAddress(url);
    if (!address)
        return {};
    std::optional<qint64> name;
    {
        Query query(connection, "SELECT canonical_hash FROM article WHERE id = ?", article);
        // One without a name shares its address with others of its feed: a redirect tells as little of it.
        if (!query.next() || query.isNull(0))
            return {};
        name = query.integer(0);
    }
    const qint64 other = resolved(connection, *address);
    // All articles of a feed that lead to one page (a log-in, say) are not that page.
    if (other == *name || shareAFeed(connection, *name, other))
        return {};
    joined(connection, *name, other);
    // What the reader did with one is done with all.
    connection.run("UPDATE article SET (read, starred) = (SELECT max(o.read), max(o.starred) FROM article o "
                   "WHERE o.canonical_hash = article.canonical_hash) WHERE canonical_hash = ? "
                   "AND feed NOT IN (SELECT id FROM feed WHERE fold_duplicates = 0)",
                   *name);
    ArticleChanges changes;
    Query query(connection, "SELECT id FROM article WHERE canonical_hash = ? AND present = 1 ORDER BY id",
                *name);
    while (query.next())
        changes.updated.append(query.id<ArticleId>(0));
    return changes;
}

QString inView(Connection &connection, const ArticleFilter &filter, const char *row, const QDateTime &now,
               QVariantList &values)
{
    QString sql;
    if (filter.unreadOnly || filter.view == View::Unread)
        sql += QStringLiteral(" AND %1.read = 0");
    if (filter.view == View::Starred)
        sql += QStringLiteral(" AND %1.starred = 1");
    if (filter.view == View::Today) {
        sql += QStringLiteral(" AND %1.sort_time >= ?");
        values.append(subscriptions::startOfDay(now));
    }
    if (filter.category.isValid()) {
        sql += QStringLiteral(" AND %1.feed IN (SELECT value FROM json_each(?))");
        values.append(jsonArray(lists::feedsOf(connection, filter.category)));
    }
    if (filter.story.isValid()) {
        sql += QStringLiteral(
            " AND EXISTS (SELECT 1 FROM story_member x WHERE x.article = %1.id AND x.story = ?)");
        values.append(filter.story.value());
    } else if (filter.view == View::Stories) {
        sql += QStringLiteral(" AND EXISTS (SELECT 1 FROM story_member x JOIN (%2) ON shown_story = x.story "
                              "WHERE x.article = %1.id)")
                   .replace(QLatin1String("%2"), QLatin1String(stories::shown));
        values.append(stories::shownSince(now));
    } else if (!filter.tag.isEmpty()) {
        sql += QStringLiteral(" AND EXISTS (SELECT 1 FROM article_tag x WHERE x.article = %1.id "
                              "AND x.tag = (SELECT id FROM tag WHERE name = ?))");
        values.append(tags::normalised(filter.tag));
    }
    return sql.replace(QLatin1String("%1"), QLatin1String(row));
}

QString foldedAway(Connection &connection, const ArticleFilter &filter, const char *row, const QDateTime &now,
                   QVariantList &values)
{
    return QStringLiteral("EXISTS (SELECT 1 FROM article o INDEXED BY article_canonical "
                          "WHERE o.canonical_hash = %1.canonical_hash "
                          "AND o.id < %1.id AND o.feed <> %1.feed AND o.present = 1 "
                          "AND o.feed NOT IN %2 AND %1.feed NOT IN %2")
               .arg(QLatin1String(row), QLatin1String(unfolded)) +
           inView(connection, filter, "o", now, values) + u')';
}

FoldedCounts counts(Connection &connection, const QList<Category> &categories, qint64 startOfDay)
{
    QHash<CategoryId, CategoryId> parents;
    for (const Category &category : categories)
        parents.insert(category.id, category.parent);
    const auto shelves = [&parents](CategoryId category) {
        QList<CategoryId> chain;
        for (; category.isValid() && !chain.contains(category); category = parents.value(category))
            chain.append(category);
        return chain;
    };
    FoldedCounts result;
    ArticleId present;
    bool today = false;
    QSet<CategoryId> shared; ///< categories that hold the article and an earlier one of it
    const auto take = [&] {
        result.unread += present.isValid();
        result.today += today;
        for (const CategoryId category : std::as_const(shared))
            ++result.unreadOf[category];
        today = false;
        shared.clear();
    };
    {
        Query query(
            connection,
            QStringLiteral("SELECT t.id, t.sort_time, f.category, o.sort_time, g.category "
                           "FROM article t INDEXED BY article_twin_unread JOIN feed f ON f.id = t.feed "
                           "JOIN article o INDEXED BY article_canonical "
                           "ON o.canonical_hash = t.canonical_hash AND o.id < t.id "
                           "AND o.feed <> t.feed AND o.present = 1 AND o.read = 0 "
                           "JOIN feed g ON g.id = o.feed WHERE t.present = 1 AND t.twin = 1 AND t.read = 0 "
                           "AND f.fold_duplicates = 1 AND g.fold_duplicates = 1 "
                           "ORDER BY t.canonical_hash, t.id"),
            {});
        while (query.next()) {
            const auto id = query.id<ArticleId>(0);
            if (id != present)
                take();
            present = id;
            today = today || (query.integer(1) >= startOfDay && query.integer(3) >= startOfDay);
            const QList<CategoryId> own = shelves(query.id<CategoryId>(2));
            for (const CategoryId category : shelves(query.id<CategoryId>(4))) {
                if (own.contains(category))
                    shared.insert(category);
            }
        }
        take();
    }
    Query query(connection,
                QStringLiteral("SELECT count(DISTINCT t.id) FROM article t INDEXED BY article_twin_starred "
                               "JOIN article o INDEXED BY article_canonical "
                               "ON o.canonical_hash = t.canonical_hash AND o.id < t.id "
                               "AND o.feed <> t.feed AND o.present = 1 AND o.starred = 1 "
                               "WHERE t.present = 1 AND t.twin = 1 AND t.starred = 1 "
                               "AND t.feed NOT IN %1 AND o.feed NOT IN %1")
                    .arg(QLatin1String(unfolded)),
                {});
    result.starred = query.next() ? query.integer(0) : 0;
    return result;
}

QHash<ArticleId, QStringList> alsoIn(Connection &connection, const QList<ArticleId> &ids)
{
    QHash<ArticleId, QStringList> found;
    Query query(
        connection,
        "SELECT a.id, g.custom_title, g.title, g.url FROM json_each(?) asked "
        "JOIN article a ON a.id = asked.value "
        "JOIN article o INDEXED BY article_canonical ON o.canonical_hash = a.canonical_hash "
        "AND o.feed <> a.feed AND o.present = 1 JOIN feed f ON f.id = a.feed JOIN feed g ON g.id = o.feed "
        "WHERE f.fold_duplicates = 1 AND g.fold_duplicates = 1 ORDER BY o.id",
        jsonArray(ids));
    while (query.next()) {
        Subscription names;
        names.customTitle = query.text(1);
        names.feedTitle = query.text(2);
        names.feedUrl = query.url(3);
        found[query.id<ArticleId>(0)].append(names.title());
    }
    return found;
}

} // namespace broadsheet::store::duplicates
