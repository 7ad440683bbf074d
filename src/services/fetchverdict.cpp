// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/fetchverdict.h"

#include "services/schedule.h"

namespace broadsheet {

using std::chrono::seconds;

namespace {

/** A move is believed when so many good fetches in a row said so: portals and maintenance pages come and go.
 */
constexpr int redirectsUntilMove = 3;

/** How long we meant to wait the last time, if that was the feed's rhythm and no punishment. */
std::optional<seconds> previousWait(const FetchPlan &plan, const QDateTime &now)
{
    if (plan.failures > 0 || !plan.lastFetch.isValid() || !plan.nextFetch.isValid())
        return std::nullopt;
    const qint64 wait = plan.lastFetch.secsTo(plan.nextFetch);
    if (wait <= 0)
        return std::nullopt;
    // Asked before its time (the reader's wish): that tells nothing about the rhythm, so it must not grow.
    return seconds(now < plan.nextFetch ? wait * 4 / 5 : wait);
}

/** The address that a permanent redirect gives, with the feed's own login where the host stays the same. */
QUrl withLogin(QUrl url, const QUrl &old)
{
    if (!old.userInfo().isEmpty() && url.host() == old.host())
        url.setUserInfo(old.userInfo());
    return url;
}

void noteRedirect(FeedUpdate &update, const FetchPlan &plan, const net::HttpResponse &response)
{
    if (!response.permanentUrl.isValid())
        return;
    update.redirectTarget = response.permanentUrl;
    update.redirectsSeen = plan.redirectTarget == response.permanentUrl ? plan.redirectsSeen + 1 : 1;
    if (update.redirectsSeen < redirectsUntilMove)
        return;
    update.permanentUrl = withLogin(response.permanentUrl, plan.url);
    update.redirectTarget = {};
    update.redirectsSeen = 0;
}

FeedUpdate goodUpdate(const FetchPlan &plan, const net::HttpResponse &response, const FetchMoment &moment)
{
    FeedUpdate update;
    update.feed = plan.feed;
    update.fetchedAt = moment.now;
    update.finalUrl = response.finalUrl;
    noteRedirect(update, plan, response);
    return update;
}

} // namespace

FeedUpdate failedUpdate(const FetchPlan &plan, const Error &error, std::optional<seconds> retryAfter,
                        const FetchMoment &moment)
{
    FeedUpdate update;
    update.feed = plan.feed;
    update.fetchedAt = moment.now;
    update.error = error;
    update.gone = error.code == ErrorCode::Gone;
    update.nextFetch = nextAfterFailure(moment.now, error, plan.failures + 1, retryAfter, moment.jitter);
    return update;
}

FeedUpdate notModifiedUpdate(const FetchPlan &plan, const net::HttpResponse &response,
                             const FetchMoment &moment)
{
    FeedUpdate update = goodUpdate(plan, response, moment);
    update.notModified = true;
    update.validatorsGiven = true;
    update.etag = response.etag().isEmpty() ? plan.etag : response.etag();
    update.lastModified = response.lastModified().isEmpty() ? plan.lastModified : response.lastModified();
    FetchHints hints;
    hints.freshness = response.freshness(moment.now);
    update.nextFetch =
        nextAfterSuccess(moment.now, hints, std::nullopt, previousWait(plan, moment.now), moment.jitter);
    return update;
}

FeedUpdate readUpdate(const FetchPlan &plan, const net::HttpResponse &response, FeedReading reading,
                      const FetchMoment &moment)
{
    if (reading.error)
        return failedUpdate(plan, *reading.error, std::nullopt, moment);
    FeedUpdate update = goodUpdate(plan, response, moment);
    update.validatorsGiven = true;
    update.notModified = reading.unchanged;
    if (reading.complete) {
        update.etag = response.etag();
        update.lastModified = response.lastModified();
        update.bodyHash = reading.hash;
    }
    FetchHints hints;
    std::optional<seconds> rhythm;
    if (reading.feed) {
        hints = hintsOf(*reading.feed);
        rhythm = rhythmOf(*reading.feed, moment.now);
    }
    hints.freshness = response.freshness(moment.now);
    update.nextFetch = nextAfterSuccess(
        moment.now, hints, rhythm, rhythm ? std::nullopt : previousWait(plan, moment.now), moment.jitter);
    update.feedDocument = std::move(reading.feed);
    return update;
}

} // namespace broadsheet
