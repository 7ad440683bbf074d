// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/retention.h"

#include "store/articletable.h"
#include "store/changelog.h"
#include "store/connection.h"

#include <QJsonObject>

namespace broadsheet::store::retention {

namespace {

constexpr int binDays = 30;
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

struct FeedLimits
{
    FeedId feed;
    qint64 days = 0;
    qint64 count = 0;
};

/** Each feed's own wish, else its category's or the nearest above, else the library's. */
QList<FeedLimits> limits(Connection &connection, const RetentionPolicy &policy)
{
    QList<FeedLimits> all;
    Query query(connection,
                "WITH RECURSIVE shelf (id, days, count) AS ("
                "SELECT id, ifnull(keep_days, ?), ifnull(keep_count, ?) FROM category WHERE parent IS NULL "
                "UNION ALL SELECT c.id, ifnull(c.keep_days, s.days), ifnull(c.keep_count, s.count) "
                "FROM category c JOIN shelf s ON c.parent = s.id) "
                "SELECT f.id, coalesce(f.keep_days, s.days, ?), coalesce(f.keep_count, s.count, ?) "
                "FROM feed f LEFT JOIN shelf s ON s.id = f.category ORDER BY f.id",
                policy.days, policy.count, policy.days, policy.count);
    while (query.next())
        all.append({query.id<FeedId>(0), query.integer(1), query.integer(2)});
    return all;
}

void collect(Query &query, QList<ArticleId> &ids)
{
    while (query.next())
        ids.append(query.id<ArticleId>(0));
}

/** What is beyond a feed's limits and nobody's own, oldest first. */
QList<ArticleId> beyond(Connection &connection, const FeedLimits &feed, bool keepUnread, const QDateTime &now,
                        qsizetype most)
{
    QList<ArticleId> ids;
    if (feed.days > 0) {
        const qint64 cutoff = now.toMSecsSinceEpoch() - feed.days * dayMs;
        // Old by its date and here for as long: an old article that has just come is not snatched away.
        Query query(
            connection,
            "SELECT id FROM article INDEXED BY article_feed WHERE feed = ? AND present = 1 "
            "AND sort_time < ? AND first_seen < ? AND starred = 0 AND comments = 0 AND (read = 1 OR NOT ?) "
            "AND key NOT IN (SELECT article_key FROM draft) ORDER BY sort_time, id LIMIT ?",
            feed.feed, cutoff, cutoff, keepUnread, qint64(most));
        collect(query, ids);
    }
    if (feed.count > 0 && ids.isEmpty()) {
        Query query(connection,
                    "SELECT id FROM article WHERE id IN (SELECT id FROM article INDEXED BY article_feed "
                    "WHERE feed = ? AND present = 1 ORDER BY sort_time DESC, id DESC LIMIT -1 OFFSET ?) "
                    "AND starred = 0 AND comments = 0 AND (read = 1 OR NOT ?) "
                    "AND key NOT IN (SELECT article_key FROM draft) ORDER BY sort_time, id LIMIT ?",
                    feed.feed, feed.count, keepUnread, qint64(most));
        collect(query, ids);
    }
    return ids;
}

} // namespace

ArticleChanges thin(Connection &connection, const RetentionPolicy &policy, const QDateTime &now, int most)
{
    ArticleChanges changes;
    const QList<FeedLimits> feeds = limits(connection, policy);
    for (const FeedLimits &feed : feeds) {
        const qsizetype left = most - changes.removed.size();
        if (left <= 0)
            break;
        if (feed.days > 0 || feed.count > 0)
            changes.removed.append(beyond(connection, feed, policy.keepUnread, now, left));
    }
    for (const ArticleId id : std::as_const(changes.removed)) {
        articles::removeContent(connection, id);
        connection.run("UPDATE article SET gone = 1 WHERE id = ?", id);
    }
    return changes;
}

Result<ArticleChanges> throwAway(Connection &connection, const QList<ArticleId> &ids, const QDateTime &now)
{
    ArticleChanges changes;
    {
        Query query(
            connection,
            "SELECT id FROM article WHERE present = 1 AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
            jsonArray(ids));
        collect(query, changes.removed);
    }
    if (changes.removed.isEmpty())
        return changes;
    connection.run("UPDATE article SET present = 0, gone = 1, binned = ? "
                   "WHERE id IN (SELECT value FROM json_each(?))",
                   now, jsonArray(changes.removed));
    changes.change = changelog::append(connection, now, QStringLiteral("throw-away"), {}, changes.removed);
    return changes;
}

Result<ArticleChanges> takeBack(Connection &connection, const QList<ArticleId> &ids, const QDateTime &now)
{
    ArticleChanges changes;
    {
        Query query(
            connection,
            "SELECT id FROM article WHERE binned IS NOT NULL AND id IN (SELECT value FROM json_each(?)) "
            "ORDER BY id",
            jsonArray(ids));
        collect(query, changes.inserted);
    }
    if (changes.inserted.isEmpty())
        return changes;
    connection.run("UPDATE article SET present = 1, gone = 0, binned = NULL "
                   "WHERE id IN (SELECT value FROM json_each(?))",
                   jsonArray(changes.inserted));
    changes.change = changelog::append(connection, now, QStringLiteral("take-back"), {}, changes.inserted);
    return changes;
}

QList<ArticleId> bin(Connection &connection, int limit)
{
    QList<ArticleId> ids;
    Query query(connection,
                "SELECT id FROM article WHERE binned IS NOT NULL ORDER BY binned DESC, id DESC LIMIT ?",
                limit);
    collect(query, ids);
    return ids;
}

int emptyBin(Connection &connection, const QDateTime &now, int most)
{
    QList<ArticleId> ids;
    {
        Query query(connection, "SELECT id FROM article WHERE binned < ? ORDER BY binned LIMIT ?",
                    now.addDays(-binDays), most);
        collect(query, ids);
    }
    for (const ArticleId id : std::as_const(ids)) {
        articles::removeContent(connection, id);
        connection.run("UPDATE article SET binned = NULL WHERE id = ?", id);
    }
    return int(ids.size());
}

void setLimits(Connection &connection, FeedId feed, const RetentionLimits &limits)
{
    connection.run("UPDATE feed SET keep_days = ?, keep_count = ? WHERE id = ?", limits.days, limits.count,
                   feed);
}

void setLimits(Connection &connection, CategoryId category, const RetentionLimits &limits)
{
    connection.run("UPDATE category SET keep_days = ?, keep_count = ? WHERE id = ?", limits.days,
                   limits.count, category);
}

} // namespace broadsheet::store::retention
