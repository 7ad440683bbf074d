// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fetchtable.h"

#include "base/url.h"
#include "model/subscription.h"
#include "store/connection.h"
#include "store/fetchhints.h"
#include "store/log.h"

#include <QHash>
#include <QSet>

namespace broadsheet::store::fetching {

namespace {

constexpr int longestHoldDays = 8;

void recordFailure(Connection &connection, const FeedUpdate &update)
{
    const FeedStatus status = update.gone ? FeedStatus::Gone : FeedStatus::Failing;
    const Error error = update.error.value_or(Error{ErrorCode::Gone, {}, {}, {}});
    connection.run("UPDATE feed SET status = ?, error_code = ?, error_detail = ?, error_subject = ?, "
                   "error_number = ?, failures = failures + 1, last_fetch = ?, next_fetch = ? WHERE id = ?",
                   int(status), int(error.code), error.detail, error.subject, error.number, update.fetchedAt,
                   update.nextFetch, update.feed);
    if (!update.doubtfulHash.isEmpty())
        connection.run("UPDATE feed SET doubtful_hash = ? WHERE id = ?", update.doubtfulHash, update.feed);
}

void hold(Connection &connection, const HostHold &hold, const QDateTime &now)
{
    connection.run("DELETE FROM host_hold WHERE until <= ?", now);
    connection.run("INSERT INTO host_hold (host, until) VALUES (?, ?) "
                   "ON CONFLICT (host) DO UPDATE SET until = excluded.until",
                   hold.host, hold.until);
}

/** Hosts that want to be left alone now. A hold that ends too far ahead was made by a clock that ran ahead.
 */
QHash<QString, QDateTime> holds(Connection &connection, const QDateTime &now)
{
    QHash<QString, QDateTime> result;
    Query query(connection, "SELECT host, until FROM host_hold WHERE until > ? AND until <= ?", now,
                now.addDays(longestHoldDays));
    while (query.next())
        result.insert(query.text(0), query.time(1));
    return result;
}

/** The feed says by repeated permanent redirects that it lives elsewhere. Its scope for article keys stays.
 */
void move(Connection &connection, FeedId feed, const QUrl &url)
{
    const QString canonical = QString::fromLatin1(canonicalUrl(url).toEncoded());
    {
        Query query(connection, "SELECT 1 FROM feed WHERE canonical = ? AND id <> ?", canonical, feed);
        if (query.next()) {
            // Two subscriptions to one address would show each article twice: the reader decides.
            qCInfo(storeLog) << "Feed" << feed.value()
                             << "moved to an address that is subscribed; left as it is";
            connection.run("UPDATE feed SET moved_to = ? WHERE id = ?", url, feed);
            return;
        }
    }
    connection.run("UPDATE feed SET url = ?, canonical = ?, moved_to = '' WHERE id = ?", url, canonical,
                   feed);
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

/** The columns of the question in plans() that only a listed feed needs. */
void fill(FetchPlan &plan, const Query &row)
{
    plan.title = row.text(2);
    plan.etag = row.blob(3);
    plan.lastModified = row.blob(4);
    plan.bodyHash = row.blob(5);
    plan.failures = int(row.integer(8));
    plan.redirectsSeen = int(row.integer(9));
    plan.redirectTarget = row.url(10);
    plan.validatorsUrl = row.url(13);
    plan.doubtfulHash = row.blob(14);
    plan.hints = hintsFrom(row.text(15));
    if (const auto minutes = row.optionalInt(16))
        plan.interval = std::chrono::minutes(*minutes);
    plan.certificate = row.blob(17);
    plan.proxy = row.text(18);
    plan.hasSecret = row.flag(19);
}

} // namespace

QList<FetchPlan> plans(Connection &connection, const FetchWish &wish, const QDateTime &now)
{
    const QSet<FeedId> asked(wish.only.begin(), wish.only.end());
    const auto held = wish.force ? QHash<QString, QDateTime>() : holds(connection, now);
    QList<FetchPlan> plans;
    Query query(
        connection,
        "SELECT id, url, iif(custom_title = '', title, custom_title), etag, last_modified, body_hash, "
        "last_fetch, next_fetch, failures, redirects_seen, redirect_target, paused, status, validators_url, "
        "doubtful_hash, hints, interval_minutes, certificate, proxy, has_secret FROM feed "
        "WHERE subscribed = 1 ORDER BY next_fetch, id");
    while (query.next()) {
        FetchPlan plan;
        plan.feed = query.id<FeedId>(0);
        if (!asked.isEmpty() && !asked.contains(plan.feed))
            continue;
        plan.lastFetch = query.time(6);
        plan.nextFetch = query.time(7);
        const bool paused = query.flag(11);
        const bool resting = paused || FeedStatus(query.integer(12)) == FeedStatus::Gone;
        // A last fetch in the future means that the clock was set back: waiting for it could take years.
        const bool dueByTime = !plan.nextFetch.isValid() || plan.nextFetch <= now || plan.lastFetch > now;
        plan.due = wish.force ? !paused || !asked.isEmpty() : dueByTime && !resting;
        const bool listed = wish.listSkipped || !asked.isEmpty();
        if (!plan.due && !listed)
            continue;
        plan.url = query.url(1);
        if (const auto until = held.value(hostKey(plan.url)); plan.due && until.isValid()) {
            plan.due = false;
            plan.nextFetch = std::max(plan.nextFetch, until);
            if (!listed)
                continue;
        }
        fill(plan, query);
        plans.append(plan);
    }
    return plans;
}

void record(Connection &connection, const FeedUpdate &update)
{
    if (update.hold)
        hold(connection, *update.hold, update.fetchedAt);
    if (!update.asked) {
        connection.run("UPDATE feed SET next_fetch = ? WHERE id = ?", update.nextFetch, update.feed);
        return;
    }
    if (update.error || update.gone) {
        recordFailure(connection, update);
        return;
    }
    connection.run(
        "UPDATE feed SET status = ?, error_code = NULL, error_detail = '', error_subject = '', "
        "error_number = NULL, failures = 0, last_fetch = ?, last_success = ?, next_fetch = ?, "
        "redirects_seen = ?, redirect_target = ?, moved_to = iif(? = '' AND ? <> '', moved_to, ?), "
        "doubtful_hash = NULL WHERE id = ?",
        int(FeedStatus::Ok), update.fetchedAt, update.fetchedAt, update.nextFetch, update.redirectsSeen,
        update.redirectTarget,
        // As long as it is redirected, what the reader is to decide stays.
        update.movedTo, update.redirectTarget, update.movedTo, update.feed);
    if (update.validatorsGiven)
        connection.run("UPDATE feed SET etag = ?, last_modified = ?, validators_url = ? WHERE id = ?",
                       update.etag, update.lastModified, update.validatorsUrl, update.feed);
    if (!update.bodyHash.isEmpty())
        connection.run("UPDATE feed SET body_hash = ? WHERE id = ?", update.bodyHash, update.feed);
    if (update.hints)
        connection.run("UPDATE feed SET hints = ? WHERE id = ?", toText(*update.hints), update.feed);
    if (update.permanentUrl.isValid())
        move(connection, update.feed, update.permanentUrl);
    if (update.feedDocument)
        takeDescription(connection, update.feed, *update.feedDocument);
}

} // namespace broadsheet::store::fetching
