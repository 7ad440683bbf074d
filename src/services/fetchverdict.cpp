// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/fetchverdict.h"

#include "base/url.h"
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

/** True if a move is the reader's to decide: away from a secure address. (Into a private network no redirect
 * is followed at all.) */
bool needsConsent(const QUrl &from, const QUrl &to)
{
    return from.scheme() == QLatin1String("https") && to.scheme() != QLatin1String("https");
}

void noteRedirect(FeedUpdate &update, const FetchPlan &plan, const net::HttpResponse &response)
{
    const QUrl &target = response.permanentUrl;
    if (!target.isValid() || target == plan.url)
        return;
    if (needsConsent(plan.url, target)) {
        update.movedTo = target;
        return;
    }
    update.redirectTarget = target;
    update.redirectsSeen = plan.redirectTarget == target ? plan.redirectsSeen + 1 : 1;
    if (update.redirectsSeen < redirectsUntilMove)
        return;
    update.permanentUrl = target;
    update.redirectTarget = {};
    update.redirectsSeen = 0;
}

void noteTransfer(FeedUpdate &update, const net::HttpResponse &response, const FetchMoment &moment)
{
    constexpr seconds usualHold{600};
    update.httpStatus = response.status;
    update.durationMs = response.duration.count();
    if (const auto wait = response.holdOff(moment.now, usualHold))
        update.hold = HostHold{hostKey(response.finalUrl), moment.now.addSecs(wait->count())};
}

FeedUpdate goodUpdate(const FetchPlan &plan, const net::HttpResponse &response, const FetchMoment &moment)
{
    FeedUpdate update;
    update.feed = plan.feed;
    update.fetchedAt = moment.now;
    update.finalUrl = response.finalUrl;
    noteTransfer(update, response, moment);
    noteRedirect(update, plan, response);
    return update;
}

/** Sets the next time, and keeps the hints if they are others than before. */
void setNext(FeedUpdate &update, const FetchPlan &plan, const FetchHints &hints, bool changed,
             const FetchMoment &moment)
{
    FetchPace pace;
    if (plan.interval)
        pace.wish = *plan.interval;
    if (!changed)
        pace.previous = previousWait(plan, moment.now);
    update.nextFetch = nextAfterSuccess(moment.now, hints, pace, moment.jitter);
    if (!(hints == plan.hints))
        update.hints = hints;
}

} // namespace

FeedUpdate failedUpdate(const FetchPlan &plan, const Error &error, const net::HttpResponse *response,
                        const FetchMoment &moment)
{
    FeedUpdate update;
    update.feed = plan.feed;
    update.fetchedAt = moment.now;
    update.error = error;
    update.gone = error.code == ErrorCode::Gone;
    std::optional<seconds> retryAfter;
    if (response) {
        noteTransfer(update, *response, moment);
        retryAfter = response->retryAfter(moment.now);
    }
    update.nextFetch = nextAfterFailure(moment.now, error, plan.failures + 1, retryAfter, moment.jitter);
    return update;
}

FeedUpdate postponedUpdate(const FetchPlan &plan, const net::HttpResponse &response,
                           const FetchMoment &moment)
{
    FeedUpdate update;
    update.feed = plan.feed;
    update.fetchedAt = moment.now;
    update.asked = false;
    const seconds wait = response.retryAfter(moment.now).value_or(seconds(0));
    // A little spread, so that not all of them ask in the second in which they may.
    const qint64 spread = qint64(moment.jitter * double(std::min<qint64>(wait.count() / 10, 600)));
    update.nextFetch = moment.now.addSecs(wait.count() + spread);
    return update;
}

FeedUpdate notModifiedUpdate(const FetchPlan &given, const net::HttpResponse &response,
                             const FetchMoment &moment)
{
    FeedUpdate update = goodUpdate(given, response, moment);
    update.notModified = true;
    update.validatorsGiven = true;
    update.validatorsUrl = given.validatorsUrl;
    update.etag = response.etag().isEmpty() ? given.etag : response.etag();
    update.lastModified = response.lastModified().isEmpty() ? given.lastModified : response.lastModified();
    FetchHints hints = given.hints;
    // RFC 9111 §4.3.4: what a 304 says replaces, what it does not say stays.
    if (!response.header("Cache-Control").isEmpty() || !response.header("Expires").isEmpty())
        hints.freshness = response.freshness(moment.now);
    setNext(update, given, hints, false, moment);
    return update;
}

FeedUpdate readUpdate(const FetchPlan &given, const net::HttpResponse &response, FeedReading reading,
                      const FetchMoment &moment)
{
    if (reading.error) {
        FeedUpdate update = failedUpdate(given, *reading.error, &response, moment);
        if (reading.doubtful)
            update.doubtfulHash = reading.hash;
        return update;
    }
    FeedUpdate update = goodUpdate(given, response, moment);
    update.validatorsGiven = true;
    update.notModified = reading.unchanged;
    const bool full = reading.complete && response.status == 200 && response.complete;
    if (full) {
        update.etag = response.etag();
        update.lastModified = response.lastModified();
        update.validatorsUrl = response.finalUrl;
        update.bodyHash = reading.hash;
    }
    FetchHints hints = reading.feed ? hintsOf(*reading.feed, moment.now) : given.hints;
    hints.freshness = response.freshness(moment.now);
    setNext(update, given, hints, reading.feed.has_value(), moment);
    update.feedDocument = std::move(reading.feed);
    return update;
}

} // namespace broadsheet
