// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fetchtable.h"

#include "base/url.h"
#include "model/subscription.h"
#include "store/connection.h"
#include "store/log.h"

#include <QSet>

namespace broadsheet::store::fetching {

namespace {

void recordFailure(Connection &connection, const FeedUpdate &update)
{
    const FeedStatus status = update.gone ? FeedStatus::Gone : FeedStatus::Failing;
    const Error error = update.error.value_or(Error{ErrorCode::Gone, {}, {}, {}});
    connection.run("UPDATE feed SET status = ?, error_code = ?, error_detail = ?, error_subject = ?, "
                   "error_number = ?, failures = failures + 1, last_fetch = ?, next_fetch = ? WHERE id = ?",
                   int(status), int(error.code), error.detail, error.subject, error.number, update.fetchedAt,
                   update.nextFetch, update.feed);
}

/** The feed says by repeated permanent redirects that it lives elsewhere. Its scope for article keys stays.
 */
void move(Connection &connection, FeedId feed, const QUrl &url)
{
    const QString canonical = QString::fromLatin1(canonicalUrl(url).toEncoded());
    {
        Query query(connection, "SELECT 1 FROM feed WHERE canonical = ? AND id <> ?", canonical, feed);
        if (query.next()) {
            qCInfo(storeLog) << "Feed" << feed.value()
                             << "moved to an address that is subscribed; left as it is";
            return;
        }
    }
    connection.run("UPDATE feed SET url = ?, canonical = ? WHERE id = ?", url, canonical, feed);
}

void takeDescription(Connection &connection, FeedId feed, const ParsedFeed &document)
{
    const QString icon = !document.favicon.isEmpty() ? document.favicon
                         : !document.icon.isEmpty()  ? document.icon
                                                     : QString();
    connection.run("UPDATE feed SET title = iif(? = '', title, ?), site_url = iif(? = '', site_url, ?), "
                   "icon_url = iif(? = '', icon_url, ?) WHERE id = ?",
                   document.title, document.title, document.siteUrl, document.siteUrl, icon, icon, feed);
}

} // namespace

QList<FetchPlan> plans(Connection &connection, bool force, const QList<FeedId> &onlyFeeds,
                       const QDateTime &now)
{
    const QSet<FeedId> asked(onlyFeeds.begin(), onlyFeeds.end());
    QList<FetchPlan> plans;
    Query query(
        connection,
        "SELECT id, url, iif(custom_title = '', title, custom_title), etag, last_modified, body_hash, "
        "last_fetch, next_fetch, failures, redirects_seen, redirect_target, paused, status FROM feed "
        "WHERE subscribed = 1 ORDER BY next_fetch, id");
    while (query.next()) {
        FetchPlan plan;
        plan.feed = query.id<FeedId>(0);
        if (!asked.isEmpty() && !asked.contains(plan.feed))
            continue;
        plan.url = query.url(1);
        plan.title = query.text(2);
        plan.etag = query.blob(3);
        plan.lastModified = query.blob(4);
        plan.bodyHash = query.blob(5);
        plan.lastFetch = query.time(6);
        plan.nextFetch = query.time(7);
        plan.failures = int(query.integer(8));
        plan.redirectsSeen = int(query.integer(9));
        plan.redirectTarget = query.url(10);
        const bool resting = query.flag(11) || FeedStatus(query.integer(12)) == FeedStatus::Gone;
        // A last fetch in the future means that the clock was set back: waiting for it could take years.
        const bool dueByTime = !plan.nextFetch.isValid() || plan.nextFetch <= now || plan.lastFetch > now;
        if (asked.isEmpty()) {
            plan.due = force ? !query.flag(11) : dueByTime && !resting;
            if (!plan.due)
                continue;
        } else {
            plan.due = force || (dueByTime && !resting);
        }
        plans.append(plan);
    }
    return plans;
}

void record(Connection &connection, const FeedUpdate &update)
{
    if (update.error || update.gone) {
        recordFailure(connection, update);
        return;
    }
    connection.run("UPDATE feed SET status = ?, error_code = NULL, error_detail = '', error_subject = '', "
                   "error_number = NULL, failures = 0, last_fetch = ?, last_success = ?, next_fetch = ?, "
                   "redirects_seen = ?, redirect_target = ? WHERE id = ?",
                   int(FeedStatus::Ok), update.fetchedAt, update.fetchedAt, update.nextFetch,
                   update.redirectsSeen, update.redirectTarget, update.feed);
    if (update.validatorsGiven)
        connection.run("UPDATE feed SET etag = ?, last_modified = ? WHERE id = ?", update.etag,
                       update.lastModified, update.feed);
    if (!update.bodyHash.isEmpty())
        connection.run("UPDATE feed SET body_hash = ? WHERE id = ?", update.bodyHash, update.feed);
    if (update.permanentUrl.isValid())
        move(connection, update.feed, update.permanentUrl);
    if (update.feedDocument)
        takeDescription(connection, update.feed, *update.feedDocument);
}

} // namespace broadsheet::store::fetching
