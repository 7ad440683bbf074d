// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvagemend.h"

#include "base/text.h"
#include "store/compression.h"
#include "store/connection.h"
#include "store/contentjson.h"
#include "store/tagtable.h"

#include <QDateTime>
#include <QUuid>

namespace broadsheet::store::salvagemend {

namespace {

const QString canonicalIndex = QStringLiteral("sqlite_autoindex_feed_1");
const QString keyIndex = QStringLiteral("sqlite_autoindex_article_1");

/** The address is enough: a feed tells the rest when it is fetched. */
void bringBackFeeds(Connection &connection, const Seen &seen)
{
    for (auto row = seen.missing.cbegin(); row != seen.missing.cend(); ++row) {
        const QString canonical = row->value(canonicalIndex).value(0).toString();
        if (!canonical.isEmpty())
            connection.run("INSERT OR IGNORE INTO feed (id, canonical, key_scope, url, added) "
                           "VALUES (?, ?, ?, ?, ?)",
                           row.key(), canonical, canonical, canonical, QDateTime::currentDateTimeUtc());
    }
}

/** What the log of changes tells of subscribing. */
void bringBackSubscribed(Connection &connection)
{
    connection.run(
        "INSERT OR IGNORE INTO feed (id, canonical, key_scope, url, added) "
        "SELECT json_extract(payload, '$.feed'), json_extract(payload, '$.url'), "
        "json_extract(payload, '$.url'), json_extract(payload, '$.url'), time FROM change AS made "
        "WHERE kind = 'subscribe' AND json_valid(payload) AND json_type(payload, '$.url') = 'text' "
        "AND NOT EXISTS (SELECT 1 FROM change AS later WHERE later.kind = 'unsubscribe' "
        "AND later.id > made.id AND json_valid(later.payload) "
        "AND json_extract(later.payload, '$.feed') = json_extract(made.payload, '$.feed'))");
}

/** Place, state and key of an article lie in its indexes too. */
void bringBackArticles(Connection &connection, const Seen &seen)
{
    const bool unreadKnown = seen.whole.contains(QStringLiteral("article_unread"));
    for (auto row = seen.missing.cbegin(); row != seen.missing.cend(); ++row) {
        QVariantList place = row->value(QStringLiteral("article_newest")); // sort_time, id, feed
        if (place.size() < 3) {
            const QVariantList byFeed = row->value(QStringLiteral("article_feed")); // feed, sort_time, id
            if (byFeed.size() < 3)
                continue; // its content was gone before
            place = {byFeed[1], byFeed[2], byFeed[0]};
        }
        const bool starred = row->contains(QStringLiteral("article_starred"));
        QByteArray key = row->value(keyIndex).value(0).toByteArray();
        if (key.size() != 16 && !starred)
            continue; // its feed brings it again
        if (key.size() != 16)
            key = QUuid::createUuid().toRfc4122();
        const bool unread = row->contains(QStringLiteral("article_unread")) ||
                            row->contains(QStringLiteral("article_feed_unread")) || !unreadKnown;
        connection.runText(
            QStringLiteral(
                "INSERT OR IGNORE INTO article (id, key, feed, read, starred, first_seen, sort_time) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {row.key(), key, place[2], int(!unread), int(starred), place[0], place[0]});
    }
}

/** A comment outlives its article, but once the article comes again it must be counted there. */
void giveCommentsTheirArticles(Connection &connection)
{
    connection.run(
        "INSERT OR IGNORE INTO feed (canonical, key_scope, url, title, added, subscribed) "
        "SELECT feed_url, feed_url, feed_url, feed_title, min(created), 0 FROM comment "
        "WHERE article_key NOT IN (SELECT key FROM article) AND length(article_key) = 16 AND feed_url <> '' "
        "AND feed_url NOT IN (SELECT url FROM feed) GROUP BY feed_url");
    connection.run("INSERT OR IGNORE INTO article (key, feed, present, first_seen, sort_time) "
                   "SELECT c.article_key, f.id, 0, min(c.created), min(c.created) FROM comment c "
                   "JOIN feed f ON f.url = c.feed_url WHERE length(c.article_key) = 16 "
                   "AND c.article_key NOT IN (SELECT key FROM article) GROUP BY c.article_key");
}

/** A name for feeds of which only their articles are left. */
void inventFeeds(Connection &connection)
{
    connection.run("INSERT OR IGNORE INTO feed (id, canonical, key_scope, url, title, added, subscribed) "
                   "SELECT DISTINCT feed, 'lost:' || feed, 'lost:' || feed, '', 'Feed ' || feed, "
                   "(SELECT min(first_seen) FROM article), 0 FROM article "
                   "WHERE feed NOT IN (SELECT id FROM feed)");
}

/** A text without its headline gets its first words as one. */
void makeUpHeadlines(Connection &connection)
{
    QList<qint64> textsOnly;
    {
        Query query(connection, "SELECT b.article FROM body b JOIN article a ON a.id = b.article "
                                "WHERE a.present = 1 AND b.article NOT IN (SELECT article FROM content)");
        while (query.next())
            textsOnly.append(query.integer(0));
    }
    for (const qint64 article : std::as_const(textsOnly)) {
        QByteArray data;
        {
            Query query(connection, "SELECT data FROM body WHERE article = ?", article);
            data = query.next() ? query.blob(0) : QByteArray();
        }
        const auto body = unpacked(data);
        if (!body)
            continue;
        const QString text =
            collapsed(QStringView(body->text.isEmpty() ? body->summary : body->text).left(2000));
        connection.run(
            "INSERT INTO content (article, title, excerpt, substance, whole) VALUES (?, ?, ?, x'', x'')",
            article, excerpt(text, 80), excerpt(text, 300));
    }
}

/** Headline and body belong together. Of what has lost one the other is kept until the feed brings both. */
void matchContents(Connection &connection)
{
    connection.run("DELETE FROM content WHERE article NOT IN "
                   "(SELECT id FROM article WHERE present = 1 OR binned IS NOT NULL)");
    makeUpHeadlines(connection);
    connection.run("DELETE FROM body WHERE article NOT IN (SELECT article FROM content)");
    QList<qint64> headlinesOnly;
    {
        Query query(connection,
                    "SELECT article FROM content WHERE article NOT IN (SELECT article FROM body)");
        while (query.next())
            headlinesOnly.append(query.integer(0));
    }
    for (const qint64 article : std::as_const(headlinesOnly)) {
        QString excerpt;
        {
            Query query(connection, "SELECT excerpt FROM content WHERE article = ?", article);
            excerpt = query.next() ? query.text(0) : QString();
        }
        connection.run("INSERT INTO body (article, data) VALUES (?, ?)", article, packed({excerpt, {}, {}}));
        // Whatever the feed says next is news.
        connection.run("UPDATE content SET whole = x'' WHERE article = ?", article);
    }
    connection.run("DELETE FROM content WHERE article NOT IN (SELECT article FROM body)");
    connection.run(
        "UPDATE article SET present = 0 WHERE present = 1 AND id NOT IN (SELECT article FROM content)");
    connection.run("DELETE FROM revision WHERE article NOT IN (SELECT article FROM content)");
    connection.run(
        "UPDATE article SET revisions = (SELECT count(*) FROM revision WHERE article = article.id) "
        "WHERE revisions > 0");
}

void giveTags(Connection &connection)
{
    connection.run("DELETE FROM article_tag");
    QList<std::pair<qint64, QString>> rows;
    {
        Query query(connection, "SELECT article, tags FROM content WHERE tags <> ''");
        while (query.next())
            rows.append({query.integer(0), query.text(1)});
    }
    for (const auto &[article, json] : std::as_const(rows))
        tags::set(connection, ArticleId(article), contentjson::toTexts(json));
}

/** What refers to nothing, of tables that need no care of their own. By the columns, since a table that is its own
 * index has no row numbers. */
void dropOrphans(Connection &connection)
{
    for (int round = 0; round < 10; ++round) {
        QStringList deletions;
        {
            Query query(
                connection,
                "SELECT DISTINCT broken.\"table\", k.\"from\", k.\"table\", ifnull(k.\"to\", 'rowid') "
                "FROM pragma_foreign_key_check AS broken "
                "JOIN pragma_foreign_key_list(broken.\"table\") AS k ON k.id = broken.fkid");
            while (query.next()) {
                deletions.append(QStringLiteral("DELETE FROM \"%1\" WHERE \"%2\" IS NOT NULL AND \"%2\" NOT "
                                                "IN (SELECT \"%4\" FROM \"%3\")")
                                     .arg(query.text(0), query.text(1), query.text(2), query.text(3)));
            }
        }
        if (deletions.isEmpty() || connection.error())
            return;
        for (const QString &sql : std::as_const(deletions))
            connection.runText(sql);
    }
}

QHash<QString, qint64> countLost(Connection &connection, const QHash<QString, Seen> &seen)
{
    QHash<QString, qint64> lost;
    for (auto table = seen.cbegin(); table != seen.cend(); ++table) {
        const QString present = QStringLiteral("SELECT 1 FROM \"%1\" WHERE rowid = ?").arg(table.key());
        for (auto row = table->missing.cbegin(); row != table->missing.cend(); ++row) {
            Query query(connection, present, {row.key()});
            if (!query.next())
                ++lost[table.key()];
        }
    }
    return lost;
}

qint64 number(Connection &connection, Sql sql)
{
    Query query(connection, sql);
    return query.next() ? query.integer(0) : 0;
}

} // namespace

void mendReferences(Connection &connection)
{
    connection.run("UPDATE category SET parent = NULL WHERE parent NOT IN (SELECT id FROM category)");
    connection.run("UPDATE feed SET category = NULL WHERE category NOT IN (SELECT id FROM category)");
    bringBackSubscribed(connection);
    giveCommentsTheirArticles(connection);
    inventFeeds(connection);
    connection.run("UPDATE comment SET parent = NULL WHERE parent NOT IN (SELECT id FROM comment)");
    connection.run("UPDATE change SET undone = NULL WHERE undone NOT IN (SELECT id FROM change)");
    matchContents(connection);
    giveTags(connection);
    dropOrphans(connection);
    connection.run("INSERT OR IGNORE INTO setting (name, value) VALUES ('device', randomblob(16))");
    // What is missing can be had again, if the feeds are asked for all they have.
    connection.run("UPDATE feed SET etag = NULL, last_modified = NULL, body_hash = NULL, next_fetch = NULL "
                   "WHERE subscribed = 1");
}

QHash<QString, qint64> mend(Connection &connection, const QHash<QString, Seen> &seen)
{
    bringBackFeeds(connection, seen.value(QStringLiteral("feed")));
    bringBackArticles(connection, seen.value(QStringLiteral("article")));
    QHash<QString, qint64> lost = countLost(connection, seen);
    lost[QStringLiteral("content")] =
        number(connection,
               "SELECT count(*) FROM article WHERE present = 1 AND id NOT IN (SELECT article FROM content)");
    lost[QStringLiteral("body")] =
        number(connection,
               "SELECT count(*) FROM article WHERE present = 1 AND id NOT IN (SELECT article FROM body)");
    mendReferences(connection);
    return lost;
}

} // namespace broadsheet::store::salvagemend
