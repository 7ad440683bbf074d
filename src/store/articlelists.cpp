// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/articlelists.h"

#include "store/categorytable.h"
#include "store/connection.h"
#include "store/duplicates.h"
#include "store/storytable.h"
#include "store/subscriptiontable.h"
#include "store/tagtable.h"

#include <QSet>

namespace broadsheet::store::lists {

namespace {

using View = ArticleFilter::View;

bool onlyUnread(const ArticleFilter &filter)
{
    return filter.unreadOnly || filter.view == View::Unread;
}

/**
 * The index is named, not left to the planner: newsboat needed 99 s for one wrong choice. The narrowest that
 * gives the order comes first.
 */
QString source(const ArticleFilter &filter)
{
    if (filter.story.isValid())
        return QStringLiteral(" FROM story_member JOIN article ON article.id = story_member.article");
    if (filter.view == View::Stories)
        return QStringLiteral(" FROM (%1) JOIN story_member ON story_member.story = shown_story "
                              "JOIN article ON article.id = story_member.article")
            .arg(QLatin1String(stories::shown));
    if (!filter.tag.isEmpty())
        return QStringLiteral(" FROM article_tag JOIN article ON article.id = article_tag.article");
    if (filter.view == View::Starred)
        return QStringLiteral(" FROM article INDEXED BY article_starred");
    if (filter.view == View::Commented)
        return QStringLiteral(" FROM article INDEXED BY article_commented");
    if (filter.feed.isValid())
        return onlyUnread(filter) ? QStringLiteral(" FROM article INDEXED BY article_feed_unread")
                                  : QStringLiteral(" FROM article INDEXED BY article_feed");
    return onlyUnread(filter) ? QStringLiteral(" FROM article INDEXED BY article_unread")
                              : QStringLiteral(" FROM article INDEXED BY article_newest");
}

/** A reply makes of two copies two things again. */
bool folds(const ArticleFilter &filter)
{
    return filter.folded && !filter.feed.isValid() && filter.view != View::Commented;
}

/** The first rows are looked at one by one; of a whole view it costs less to gather what is left out first. */
void fold(Connection &connection, const ArticleFilter &filter, const QDateTime &now, int limit, Part &part)
{
    const bool few = limit >= 0;
    const QString away = duplicates::foldedAway(connection, filter, few ? "article" : "t", now, part.values);
    part.sql +=
        few ? QStringLiteral(" AND NOT (article.twin = 1 AND ") + away + u')'
            : QStringLiteral(" AND article.id NOT IN (SELECT t.id FROM article t INDEXED BY article_twin "
                             "WHERE t.present = 1 AND t.twin = 1 AND ") +
                  away + u')';
}

/** How many rows of a view of unread or starred articles are left out. */
qint64 foldedCount(Connection &connection, const ArticleFilter &filter, const QDateTime &now)
{
    QVariantList values;
    QString sql = filter.view == View::Starred
                      ? QStringLiteral("SELECT count(*) FROM article t INDEXED BY article_twin_starred "
                                       "WHERE t.present = 1 AND t.twin = 1")
                      : QStringLiteral("SELECT count(*) FROM article t INDEXED BY article_twin_unread "
                                       "WHERE t.present = 1 AND t.twin = 1");
    sql += duplicates::inView(connection, filter, "t", now, values);
    if (filter.since.isValid()) {
        sql += QStringLiteral(" AND t.sort_time >= ?");
        values.append(filter.since.toMSecsSinceEpoch());
    }
    sql += QStringLiteral(" AND ") + duplicates::foldedAway(connection, filter, "t", now, values);
    Query query(connection, sql, values);
    return query.next() ? query.integer(0) : 0;
}

} // namespace

QList<FeedId> feedsOf(Connection &connection, CategoryId category)
{
    QList<FeedId> feeds;
    Query query(connection,
                "SELECT id FROM feed WHERE subscribed = 1 AND category IN (SELECT value FROM json_each(?))",
                jsonArray(categories::subtree(connection, category)));
    while (query.next())
        feeds.append(query.id<FeedId>(0));
    return feeds;
}

Part part(Connection &connection, const ArticleFilter &filter, const QDateTime &now,
          const ArticleCursor &after)
{
    Part part;
    part.sql = source(filter) + QStringLiteral(" WHERE present = 1");
    const auto narrow = [&part](const char *condition, const QVariantList &values = {}) {
        part.sql += QStringLiteral(" AND ") + QLatin1String(condition);
        part.values += values;
    };
    if (filter.story.isValid())
        narrow("story_member.story = ?", {filter.story.value()});
    else if (filter.view == View::Stories)
        part.values.append(stories::shownSince(now));
    else if (!filter.tag.isEmpty())
        narrow("article_tag.tag = (SELECT id FROM tag WHERE name = ?)", {tags::normalised(filter.tag)});
    if (onlyUnread(filter))
        narrow("read = 0");
    if (filter.view == View::Starred)
        narrow("starred = 1");
    if (filter.view == View::Commented)
        narrow("comments > 0");
    if (filter.feed.isValid())
        narrow("feed = ?", {filter.feed.value()});
    // The feeds of a category are picked out of the index that has the order: a million rows in some 50 ms,
    // where sorting them takes a second.
    if (filter.category.isValid())
        narrow("+feed IN (SELECT value FROM json_each(?))",
               {jsonArray(feedsOf(connection, filter.category))});
    qint64 since =
        filter.since.isValid() ? filter.since.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
    if (filter.view == View::Today)
        since = qMax(since, subscriptions::startOfDay(now));
    if (since != std::numeric_limits<qint64>::min())
        narrow("sort_time >= ?", {since});
    if (after.isValid()) {
        const qint64 time = after.sortTime.toMSecsSinceEpoch();
        narrow("(sort_time, id) < (?, ?)", {time, after.id.value()});
    }
    return part;
}

QList<ArticleId> ids(Connection &connection, const ArticleFilter &filter, const QDateTime &now, int limit,
                     const ArticleCursor &after)
{
    Part from = part(connection, filter, now, after);
    if (folds(filter))
        fold(connection, filter, now, limit, from);
    const bool byStory = filter.view == View::Stories && !filter.story.isValid();
    QString sql = QStringLiteral("SELECT article.id") + from.sql +
                  QLatin1String(byStory ? Part::orderByStory : Part::order);
    if (limit >= 0)
        sql += QStringLiteral(" LIMIT %1").arg(limit);
    QList<ArticleId> result;
    Query query(connection, sql, from.values);
    while (query.next())
        result.append(query.id<ArticleId>(0));
    return result;
}

Count count(Connection &connection, const ArticleFilter &filter, const QDateTime &now)
{
    Count count;
    const bool plain = (filter.view == View::All || filter.view == View::Unread) && filter.tag.isEmpty() &&
                       !filter.since.isValid() && !filter.story.isValid();
    if (plain && filter.feed.isValid() && !filter.category.isValid()) {
        Query query(connection, "SELECT unread, total FROM feed_count WHERE feed = ?", filter.feed);
        if (query.next())
            count = {query.integer(0), query.integer(1)};
    } else if (plain && filter.category.isValid() && !filter.feed.isValid()) {
        Query query(
            connection,
            "SELECT sum(unread), sum(total) FROM feed_count WHERE feed IN (SELECT value FROM json_each(?))",
            jsonArray(feedsOf(connection, filter.category)));
        if (query.next())
            count = {query.integer(0), query.integer(1)};
    } else if (plain && !filter.feed.isValid()) {
        Query query(connection, "SELECT unread, total FROM library_count");
        if (query.next())
            count = {query.integer(0), query.integer(1)};
    } else {
        const Part from = part(connection, filter, now);
        Query query(connection, QStringLiteral("SELECT ifnull(sum(1 - read), 0), count(*)") + from.sql,
                    from.values);
        if (query.next())
            count = {query.integer(0), query.integer(1)};
    }
    if (folds(filter)) {
        ArticleFilter unread = filter;
        unread.unreadOnly = true;
        if (filter.view == View::Starred && !filter.unreadOnly)
            count.total -= foldedCount(connection, filter, now);
        count.unread -= foldedCount(connection, unread, now);
    }
    if (onlyUnread(filter))
        count.total = count.unread;
    return count;
}

/** What is told above: the tellings of its story, and the same page in other feeds. */
static QSet<ArticleId> samePageOrStory(Connection &connection, ArticleId id)
{
    QSet<ArticleId> found;
    Query query(
        connection,
        "SELECT b.article FROM story_member a JOIN story_member b ON b.story = a.story WHERE a.article = ? "
        "UNION SELECT o.id FROM article a JOIN article o ON o.canonical_hash = a.canonical_hash WHERE a.id = "
        "?",
        id, id);
    while (query.next())
        found.insert(query.id<ArticleId>(0));
    return found;
}

QList<ArticleId> moreFromCategory(Connection &connection, ArticleId id, int limit)
{
    FeedId feed;
    CategoryId category;
    {
        Query query(connection,
                    "SELECT article.feed, feed.category FROM article JOIN feed ON feed.id = article.feed "
                    "WHERE article.id = ?",
                    id);
        if (!query.next())
            return {};
        feed = query.id<FeedId>(0);
        category = query.id<CategoryId>(1);
    }
    ArticleFilter filter;
    filter.category = category;
    filter.folded = true;
    if (!category.isValid())
        filter.feed = feed;
    const QSet<ArticleId> others = samePageOrStory(connection, id);
    QList<ArticleId> result;
    for (const bool unread : {true, false}) {
        filter.unreadOnly = unread;
        // As many again as could be the same ones.
        const auto latest = ids(connection, filter, {}, int(result.size()) + limit + 1 + int(others.size()));
        for (const ArticleId other : latest) {
            if (result.size() < limit && other != id && !others.contains(other) && !result.contains(other))
                result.append(other);
        }
    }
    return result;
}

} // namespace broadsheet::store::lists
