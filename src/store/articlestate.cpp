// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/articlestate.h"

#include "store/articlelists.h"
#include "store/changelog.h"
#include "store/connection.h"
#include "store/wordlookup.h"

#include <QJsonObject>

#include <algorithm>

namespace broadsheet::store::articlestate {

namespace {

constexpr qsizetype maximumTold = 5000; ///< more changed rows than this: the list is read anew
constexpr qsizetype many = 20'000;      ///< from here on rows are not looked up one by one
constexpr qint64 partOfAll = 8;         ///< from this part of all on it is cheaper to make indexes anew

QList<ArticleId> collect(Query &query)
{
    QList<ArticleId> ids;
    while (query.next())
        ids.append(query.id<ArticleId>(0));
    return ids;
}

ArticleChanges told(const QList<ArticleId> &changed)
{
    ArticleChanges changes;
    if (changed.size() > maximumTold)
        changes.everything = true;
    else
        changes.updated = changed;
    return changes;
}

/** Articles as a value of SQL: a list of ids in JSON would be megabytes. */
QVariant asValue(const QList<ArticleId> &ids)
{
    auto findings = std::make_shared<words::Findings>();
    findings->articles.reserve(size_t(ids.size()));
    for (const ArticleId id : ids)
        findings->articles.push_back(id.value());
    std::ranges::sort(findings->articles);
    return QVariant::fromValue(FindingsPointer(findings));
}

/** Those of very many that are not \a read so far, with what other feeds have of the same pages. */
QList<ArticleId> othersThan(Connection &connection, const QList<ArticleId> &ids, bool read)
{
    const QVariant asked = asValue(ids);
    Query query(
        connection,
        QStringLiteral("SELECT id FROM article WHERE found_in(?, id) AND read <> ? "
                       "UNION SELECT other.id FROM (SELECT DISTINCT canonical_hash AS page FROM article "
                       "WHERE twin = 1) p "
                       "CROSS JOIN article one ON one.canonical_hash = p.page "
                       "CROSS JOIN article other ON other.canonical_hash = p.page "
                       "JOIN feed f ON f.id = one.feed JOIN feed g ON g.id = other.feed "
                       "WHERE found_in(?, one.id) AND other.feed <> one.feed AND f.fold_duplicates = 1 "
                       "AND g.fold_duplicates = 1 AND other.read <> ? ORDER BY 1"),
        {asked, read, asked, read});
    return collect(query);
}

bool isMost(Connection &connection, qsizetype changed)
{
    Query query(connection, "SELECT total FROM library_count");
    return changed >= many && query.next() && changed >= query.integer(0) / partOfAll;
}

/**
 * Where a large part of all changes, keeping the counts and the indexes of what is unread up to date row by
 * row costs ten times what the rows do. They go, and are made anew within the same transaction.
 */
void setReadOfMost(Connection &connection, const QList<ArticleId> &changed, bool read)
{
    QStringList makers;
    {
        Query query(connection,
                    "SELECT sql FROM sqlite_schema WHERE name IN ('article_changed', 'article_unread', "
                    "'article_feed_unread', 'article_twin_unread')");
        while (query.next())
            makers.append(query.text(0));
    }
    connection.run("DROP TRIGGER article_changed");
    connection.run("DROP INDEX article_unread");
    connection.run("DROP INDEX article_feed_unread");
    connection.run("DROP INDEX article_twin_unread");
    connection.runText(QStringLiteral("UPDATE article SET read = ? WHERE found_in(?, id)"),
                       {read, asValue(changed)});
    for (const QString &maker : std::as_const(makers))
        connection.runText(maker);
    connection.run(
        "UPDATE feed_count SET unread = "
        "(SELECT count(*) FROM article WHERE feed = feed_count.feed AND present = 1 AND read = 0)");
    connection.run("UPDATE library_count SET unread = (SELECT ifnull(sum(unread), 0) FROM feed_count)");
}

void write(Connection &connection, const QList<ArticleId> &changed, bool read)
{
    if (isMost(connection, changed.size()))
        setReadOfMost(connection, changed, read);
    else
        connection.run("UPDATE article SET read = ? WHERE id IN (SELECT value FROM json_each(?))", read,
                       jsonArray(changed));
}

} // namespace

ArticleChanges setRead(Connection &connection, const QList<ArticleId> &ids, bool read, const QDateTime &now)
{
    QList<ArticleId> changed;
    if (ids.size() >= many) {
        changed = othersThan(connection, ids, read);
    } else {
        const QString asked = jsonArray(ids);
        Query query(connection,
                    "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND read <> ? "
                    "UNION SELECT other.id FROM json_each(?) asked JOIN article one ON one.id = asked.value "
                    "JOIN article other ON other.canonical_hash = one.canonical_hash "
                    "JOIN feed f ON f.id = one.feed JOIN feed g ON g.id = other.feed "
                    "WHERE other.feed <> one.feed AND f.fold_duplicates = 1 AND g.fold_duplicates = 1 "
                    "AND other.read <> ? ORDER BY 1",
                    asked, read, asked, read);
        changed = collect(query);
    }
    if (changed.isEmpty())
        return {};
    write(connection, changed, read);
    ArticleChanges changes = told(changed);
    changes.change = changelog::append(connection, now, QStringLiteral("read"),
                                       {{QStringLiteral("value"), read}}, changed);
    return changes;
}

ArticleChanges setStarred(Connection &connection, const QList<ArticleId> &ids, bool starred,
                          const QDateTime &now)
{
    QList<ArticleId> changed;
    {
        const QString asked = jsonArray(ids);
        Query query(connection,
                    "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND starred <> ? "
                    "UNION SELECT other.id FROM json_each(?) asked JOIN article one ON one.id = asked.value "
                    "JOIN article other ON other.canonical_hash = one.canonical_hash "
                    "JOIN feed f ON f.id = one.feed JOIN feed g ON g.id = other.feed "
                    "WHERE other.feed <> one.feed AND f.fold_duplicates = 1 AND g.fold_duplicates = 1 "
                    "AND other.starred <> ? ORDER BY 1",
                    asked, starred, asked, starred);
        changed = collect(query);
    }
    if (changed.isEmpty())
        return {};
    connection.run("UPDATE article SET starred = ? WHERE id IN (SELECT value FROM json_each(?))", starred,
                   jsonArray(changed));
    ArticleChanges changes = told(changed);
    changes.change = changelog::append(connection, now, QStringLiteral("star"),
                                       {{QStringLiteral("value"), starred}}, changed);
    return changes;
}

ArticleChanges markAllRead(Connection &connection, const ArticleFilter &filter, const QDateTime &now)
{
    ArticleFilter unread = filter;
    unread.unreadOnly = true;
    return setRead(connection, lists::ids(connection, unread, now, -1), true, now);
}

} // namespace broadsheet::store::articlestate
