// SPDX-License-Identifier: GPL-3.0-or-later
// The way of one feed through a run: asked, fetched, read on the pool, handed to the store.
#include "services/syncservice_p.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/foundpages.h"
#include "services/libraryevents.h"
#include "services/localsource.h"
#include "services/secrets.h"
#include "services/workers.h"
#include "store/store.h"

namespace broadsheet {

namespace {

/** A body from this size on is read alone: a parsed feed takes several times its bytes. */
constexpr qint64 largeBody = 4 * 1024 * 1024;
/** A body that seems cut is taken as it is when it has come unchanged so often, over some hours. */
constexpr int failuresUntilBelieved = 3;
constexpr auto feedTypes =
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

bool stopsTheRun(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StoreFull:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreTooNew:
    case ErrorCode::StoreUnavailable:
        return true;
    default:
        return false;
    }
}

} // namespace

void SyncService::Private::fetch(const FetchPlan &plan)
{
    if (isLocalSource(plan.url))
        return fetchFile(plan);
    if (!plan.lastFetch.isValid() && takeFound(plan))
        return;
    if (plan.hasSecret && m_secrets)
        return fetchWithLogin(plan);
    send(plan, {});
}

void SyncService::Private::fetchWithLogin(const FetchPlan &plan)
{
    ++m_busy;
    whenAnswered(m_secrets->secret(plan.feed), this, [this, plan](const Result<FeedSecret> &secret) {
        --m_busy;
        if (m_summary.cancelled)
            return finishIfDone();
        net::HttpRequest request;
        // A feed that has moved to another host takes no password along.
        if (secret && secret->isFor(plan.url)) {
            request.login = {secret->user, secret->password, secret->bearer};
            request.headers = secret->headers;
        }
        send(plan, std::move(request));
    });
}

void SyncService::Private::send(const FetchPlan &plan, net::HttpRequest request)
{
    request.url = plan.url;
    request.etag = plan.etag;
    request.lastModified = plan.lastModified;
    request.validatorsUrl = plan.validatorsUrl;
    request.certificate = plan.certificate;
    request.proxy = plan.proxy;
    request.background = true;
    request.accept = feedTypes;
    auto future = m_http.get(request);
    m_fetching.insert(plan.feed, future);
    whenAnswered(future, this, [this, plan](const Result<net::HttpResponse> &result) {
        if (m_fetching.remove(plan.feed))
            arrived(plan, result);
    });
}

/** The feed was fetched when the reader looked for it: the same walk, without the way to the server. */
bool SyncService::Private::takeFound(const FetchPlan &plan)
{
    const auto page = m_found ? m_found->take(plan.url) : std::nullopt;
    if (!page || !page->response)
        return false;
    net::HttpResponse response = *page->response;
    response.body = page->bytes;
    arrived(plan, response);
    return true;
}

void SyncService::Private::fetchFile(const FetchPlan &plan)
{
    ++m_busy;
    const auto bytesRead = m_workers.run([url = plan.url] { return readLocalSource(url); });
    whenAnswered(bytesRead, this, [this, plan](const Result<QByteArray> &bytes) {
        --m_busy;
        if (!bytes)
            return arrived(plan, bytes.error());
        net::HttpResponse response;
        response.finalUrl = plan.url;
        response.body = *bytes;
        arrived(plan, response);
    });
}

void SyncService::Private::arrived(const FetchPlan &plan, const Result<net::HttpResponse> &result)
{
    ++m_busy;
    SyncOutcome outcome;
    outcome.feed = plan.feed;
    outcome.feedUrl = plan.url;
    outcome.title = plan.title;
    if (!result)
        return fail(plan, result.error(), outcome);
    if (!result->asked)
        return postpone(plan, *result);
    outcome.httpStatus = result->status;
    outcome.bytes = result->body.size();
    outcome.durationMs = result->duration.count();
    const bool isFile = isLocalSource(plan.url);
    const auto error = isFile ? std::nullopt : net::httpError(*result);
    if (error)
        return fail(plan, *error, outcome, &*result);
    if (result->status == 304 && result->conditional)
        return apply(notModifiedUpdate(plan, *result, moment()), outcome);
    if (result->status == 304)
        return fail(plan,
                    {ErrorCode::HttpStatus, QStringLiteral("304 without having been asked for it"), {}, 304},
                    outcome, &*result);
    if (result->body.isEmpty())
        return fail(plan, {ErrorCode::EmptyBody, {}, {}, {}}, outcome, &*result);
    if (result->status == 206)
        return fail(plan, {ErrorCode::IncompleteBody, QStringLiteral("a part was sent, unasked"), {}, 206},
                    outcome, &*result);
    read({plan, *result, outcome});
}

void SyncService::Private::read(Arrival arrival)
{
    weigh(arrival.response.body.size());
    if (arrival.response.body.size() < largeBody)
        return startReading(std::move(arrival));
    if (m_readingLarge) {
        --m_busy; // as long as it waits; stop() may drop it
        m_large.push_back(std::move(arrival));
        return;
    }
    m_readingLarge = true;
    startReading(std::move(arrival));
}

void SyncService::Private::startReading(Arrival arrival)
{
    const auto &response = arrival.response;
    const ArrivedBody body{response.body,
                           response.finalUrl,
                           response.contentType(),
                           response.complete,
                           response.measured || isLocalSource(arrival.plan.url),
                           arrival.plan.bodyHash,
                           arrival.plan.failures >= failuresUntilBelieved ? arrival.plan.doubtfulHash
                                                                          : QByteArray()};
    auto reading = m_workers.run([body] { return readFetchedFeed(body); });
    const qint64 size = response.body.size();
    arrival.response.body.clear(); // the pool has it
    whenAnswered(reading, this, [this, size, arrival = std::move(arrival)](FeedReading result) mutable {
        if (size >= largeBody)
            m_readingLarge = false;
        arrival.outcome.bytes = size;
        readingDone(std::move(arrival), std::move(result));
        if (!m_readingLarge && !m_large.empty()) {
            Arrival next = std::move(m_large.front());
            m_large.pop_front();
            ++m_busy;
            m_readingLarge = true;
            startReading(std::move(next));
        }
    });
}

void SyncService::Private::readingDone(Arrival arrival, FeedReading reading)
{
    const qint64 weight = arrival.outcome.bytes;
    arrival.outcome.error = reading.error;
    apply(readUpdate(arrival.plan, arrival.response, std::move(reading), moment()), arrival.outcome, weight);
}

void SyncService::Private::fail(const FetchPlan &plan, const Error &error, SyncOutcome outcome,
                                const net::HttpResponse *response)
{
    Error told = error;
    if (told.subject.isEmpty())
        told.subject = displayUrl(plan.url);
    outcome.error = told;
    apply(failedUpdate(plan, told, response, moment()), outcome);
}

void SyncService::Private::apply(FeedUpdate update, SyncOutcome outcome, qint64 weight)
{
    outcome.nextFetch = update.nextFetch;
    update.bytes = outcome.bytes;
    update.moreToCome = m_busy > 1 || !m_fetching.isEmpty() || !m_large.empty();
    if (outcome.error)
        outcome.status = SyncOutcome::Status::Failed;
    else
        outcome.status = update.notModified ? SyncOutcome::Status::Unchanged : SyncOutcome::Status::New;
    whenAnswered(m_store.applyFeedUpdate(std::move(update)), this,
                 [this, outcome, weight](const Result<FeedUpdateResult> &result) {
                     weigh(-weight);
                     applied(result, outcome);
                 });
}

void SyncService::Private::applied(const Result<FeedUpdateResult> &result, SyncOutcome outcome)
{
    if (!result) {
        outcome.status = SyncOutcome::Status::Failed;
        outcome.error = result.error();
        const bool fatal = stopsTheRun(result.error().code);
        if (fatal && !m_error) {
            m_error = result.error();
            stop();
        }
        return done(outcome);
    }
    outcome.newArticles = result->newArticles;
    outcome.updatedArticles = result->updatedArticles;
    if (outcome.status == SyncOutcome::Status::New && outcome.newArticles == 0 &&
        outcome.updatedArticles == 0)
        outcome.status = SyncOutcome::Status::Unchanged;
    if (!result->changes.isEmpty())
        Q_EMIT m_events.articlesChanged(result->changes);
    Q_EMIT m_events.feedChanged(outcome.feed);
    if (!m_libraryChanged.isActive())
        m_libraryChanged.start();
    done(outcome);
}

} // namespace broadsheet
