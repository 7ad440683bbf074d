// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fetchlog.h"

#include "store/connection.h"

namespace broadsheet::store::fetchlog {

namespace {

FetchTry::Kind kindOf(const FeedUpdate &update, const FeedUpdateResult &result)
{
    if (update.error || update.gone)
        return FetchTry::Kind::Failed;
    if (update.notModified)
        return FetchTry::Kind::NotModified;
    return result.newArticles + result.updatedArticles > 0 ? FetchTry::Kind::New : FetchTry::Kind::Unchanged;
}

} // namespace

void append(Connection &connection, const FeedUpdate &update, const FeedUpdateResult &result)
{
    const QUrl moved = update.permanentUrl.isValid() ? update.permanentUrl
                       : update.movedTo.isValid()    ? update.movedTo
                                                     : update.redirectTarget;
    const QVariant code = update.error ? QVariant(int(update.error->code)) : QVariant();
    const QString detail = update.error ? update.error->detail.left(200) : QString();
    connection.run(
        "INSERT OR REPLACE INTO fetch_log (feed, place, at, kind, http_status, new, updated, bytes, "
        "duration_ms, moved_to, error_code, detail) "
        "SELECT id, tries % ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM feed WHERE id = ?",
        triesKept, update.fetchedAt, int(kindOf(update, result)), update.httpStatus, result.newArticles,
        result.updatedArticles, update.bytes, update.durationMs, moved, code, detail, update.feed);
    connection.run("UPDATE feed SET tries = tries + 1, last_new = iif(?, ?, last_new) WHERE id = ?",
                   result.newArticles > 0, update.fetchedAt, update.feed);
}

QList<FetchTry> tries(Connection &connection, FeedId feed)
{
    QList<FetchTry> result;
    // By the number of the try, not by time: clocks go back.
    Query query(connection,
                "SELECT l.at, l.kind, l.http_status, l.new, l.updated, l.bytes, l.duration_ms, l.moved_to, "
                "l.error_code, l.detail FROM fetch_log l JOIN feed f ON f.id = l.feed WHERE l.feed = ? "
                "ORDER BY (f.tries - 1 - l.place + ? * 2) % ?",
                feed, triesKept, triesKept);
    while (query.next()) {
        FetchTry one;
        one.at = query.time(0);
        one.kind = FetchTry::Kind(query.integer(1));
        one.httpStatus = int(query.integer(2));
        one.newArticles = int(query.integer(3));
        one.updatedArticles = int(query.integer(4));
        one.bytes = query.integer(5);
        one.durationMs = query.integer(6);
        one.movedTo = query.url(7);
        if (!query.isNull(8))
            one.error = Error{ErrorCode(query.integer(8)),
                              query.text(9),
                              {},
                              one.httpStatus ? std::optional(one.httpStatus) : std::nullopt};
        result.append(one);
    }
    return result;
}

QHash<FeedId, double> articlesAWeek(Connection &connection, const QDateTime &now)
{
    constexpr int weeks = 4;
    QHash<FeedId, double> result;
    Query query(connection,
                "SELECT feed, count(*) FROM article INDEXED BY article_newest WHERE present = 1 "
                "AND sort_time >= ? GROUP BY feed",
                now.addDays(-7 * weeks));
    while (query.next())
        result.insert(query.id<FeedId>(0), double(query.integer(1)) / weeks);
    return result;
}

} // namespace broadsheet::store::fetchlog
