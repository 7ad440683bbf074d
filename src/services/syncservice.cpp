// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/syncservice.h"

#include "base/answer.h"
#include "base/url.h"
#include "net/httpclient.h"
#include "services/fetchverdict.h"
#include "services/libraryevents.h"
#include "services/localsource.h"
#include "services/log.h"
#include "services/workers.h"
#include "store/store.h"

#include <QElapsedTimer>
#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QTimer>

#include <deque>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

/** Bodies and what is made of them, from arrival to commit: beyond it no fetch begins. Some twenty usual
 * feeds. */
constexpr qint64 busyBytes = 8 * 1024 * 1024;
/** A body from this size on is read alone: a parsed feed takes several times its bytes. */
constexpr qint64 largeBody = 4 * 1024 * 1024;
constexpr auto libraryChangedEvery = 300ms;

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

class SyncService::Private : public QObject
{
public:
    Private(SyncService &service, store::Store &store, net::HttpClient &http, Workers &workers,
            LibraryEvents &events, const Clock &clock);

    void start(bool force, const QList<FeedId> &feeds);
    void stop();

    bool m_running = false;

private:
    /** A fetched body on its way through the pool. */
    struct Arrival
    {
        FetchPlan plan;
        net::HttpResponse response;
        SyncOutcome outcome;
    };

    void take(const QList<FetchPlan> &plans);
    void fetch(const FetchPlan &plan);
    void fetchFile(const FetchPlan &plan);
    void arrived(const FetchPlan &plan, const Result<net::HttpResponse> &result);
    void read(Arrival arrival);
    void startReading(Arrival arrival);
    void readingDone(Arrival arrival, FeedReading reading);
    void apply(FeedUpdate update, SyncOutcome outcome, qint64 weight = 0);
    void applied(const Result<FeedUpdateResult> &result, SyncOutcome outcome);
    void fail(const FetchPlan &plan, const Error &error, SyncOutcome outcome,
              std::optional<std::chrono::seconds> retryAfter = {});
    void done(const SyncOutcome &outcome);
    void weigh(qint64 bytes);
    void finishIfDone();
    FetchMoment moment() const { return {m_clock.now(), QRandomGenerator::global()->generateDouble()}; }

    SyncService &m_service;
    store::Store &m_store;
    net::HttpClient &m_http;
    Workers &m_workers;
    LibraryEvents &m_events;
    const Clock &m_clock;

    QSet<FeedId> m_known; ///< feeds of this run
    QHash<FeedId, QFuture<Result<net::HttpResponse>>> m_fetching;
    std::deque<Arrival> m_large; ///< wait for their turn to be read
    bool m_readingLarge = false;
    int m_planning = 0; ///< questions to the store
    int m_busy = 0;     ///< feeds between fetch and outcome
    int m_done = 0;
    qint64 m_weight = 0; ///< bytes of bodies between arrival and commit
    SyncSummary m_summary;
    std::optional<Error> m_error;
    QElapsedTimer m_elapsed;
    QTimer m_libraryChanged;
};

SyncService::Private::Private(SyncService &service, store::Store &store, net::HttpClient &http,
                              Workers &workers, LibraryEvents &events, const Clock &clock)
    : m_service(service), m_store(store), m_http(http), m_workers(workers), m_events(events), m_clock(clock)
{
    m_libraryChanged.setSingleShot(true);
    m_libraryChanged.setInterval(libraryChangedEvery);
    connect(&m_libraryChanged, &QTimer::timeout, &m_events, &LibraryEvents::libraryChanged);
}

void SyncService::Private::start(bool force, const QList<FeedId> &feeds)
{
    if (!m_running) {
        m_running = true;
        m_known.clear();
        m_done = 0;
        m_summary = {};
        m_error.reset();
        m_elapsed.start();
        Q_EMIT m_service.started();
    }
    ++m_planning;
    whenAnswered(m_store.fetchPlans(force, feeds), this, [this](const Result<QList<FetchPlan>> &plans) {
        --m_planning;
        if (!plans)
            m_error = plans.error();
        else if (!m_summary.cancelled)
            take(*plans);
        finishIfDone();
    });
}

void SyncService::Private::stop()
{
    if (!m_running)
        return;
    m_summary.cancelled = true;
    auto fetching = std::exchange(m_fetching, {});
    for (auto &future : fetching)
        future.cancel();
    m_large.clear();
    m_weight = 0;
    weigh(0);
    finishIfDone();
}

void SyncService::Private::take(const QList<FetchPlan> &plans)
{
    QList<FetchPlan> due;
    for (const FetchPlan &plan : plans) {
        if (m_known.contains(plan.feed))
            continue;
        m_known.insert(plan.feed);
        due.append(plan);
    }
    Q_EMIT m_service.progress(m_done, int(m_known.size()));
    for (const FetchPlan &plan : std::as_const(due)) {
        if (m_summary.cancelled)
            return; // a listener has had enough
        if (plan.due) {
            fetch(plan);
            continue;
        }
        SyncOutcome outcome;
        outcome.feed = plan.feed;
        outcome.feedUrl = plan.url;
        outcome.title = plan.title;
        outcome.nextFetch = plan.nextFetch;
        ++m_busy;
        done(outcome);
    }
}

void SyncService::Private::fetch(const FetchPlan &plan)
{
    if (isLocalSource(plan.url))
        return fetchFile(plan);
    net::HttpRequest request;
    request.url = plan.url;
    request.etag = plan.etag;
    request.lastModified = plan.lastModified;
    request.background = true;
    request.accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
        "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";
    auto future = m_http.get(request);
    m_fetching.insert(plan.feed, future);
    whenAnswered(future, this, [this, plan](const Result<net::HttpResponse> &result) {
        if (m_fetching.remove(plan.feed))
            arrived(plan, result);
    });
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
    outcome.httpStatus = result->status;
    outcome.bytes = result->body.size();
    outcome.durationMs = result->duration.count();
    const bool isFile = isLocalSource(plan.url);
    const auto error = isFile ? std::nullopt : net::httpError(*result);
    if (error)
        return fail(plan, *error, outcome, result->retryAfter(m_clock.now()));
    if (result->status == 304 && (!plan.etag.isEmpty() || !plan.lastModified.isEmpty()))
        return apply(notModifiedUpdate(plan, *result, moment()), outcome);
    if (result->status == 304)
        return fail(plan,
                    {ErrorCode::HttpStatus, QStringLiteral("304 without having been asked for it"), {}, 304},
                    outcome);
    if (result->body.isEmpty())
        return fail(plan, {ErrorCode::EmptyBody, QStringLiteral("the answer is empty"), {}, {}}, outcome);
    if (result->status == 206)
        return fail(plan, {ErrorCode::IncompleteBody, QStringLiteral("a part was sent, unasked"), {}, 206},
                    outcome);
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
    auto reading =
        m_workers.run([body = response.body, url = response.finalUrl, type = response.contentType(),
                       hash = arrival.plan.bodyHash,
                       whole = response.complete] { return readFetchedFeed(body, url, type, hash, whole); });
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
                                std::optional<std::chrono::seconds> retryAfter)
{
    Error told = error;
    if (told.subject.isEmpty())
        told.subject = displayUrl(plan.url);
    outcome.error = told;
    apply(failedUpdate(plan, told, retryAfter, moment()), outcome);
}

void SyncService::Private::apply(FeedUpdate update, SyncOutcome outcome, qint64 weight)
{
    outcome.nextFetch = update.nextFetch;
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

void SyncService::Private::done(const SyncOutcome &outcome)
{
    --m_busy;
    ++m_done;
    ++m_summary.feeds;
    m_summary.failed += outcome.status == SyncOutcome::Status::Failed;
    m_summary.newArticles += outcome.newArticles;
    m_summary.updatedArticles += outcome.updatedArticles;
    m_summary.bytes += outcome.bytes;
    if (outcome.status == SyncOutcome::Status::Failed)
        qCDebug(servicesLog) << "failed" << displayUrl(outcome.feedUrl) << outcome.error->detail;
    Q_EMIT m_service.feedFinished(outcome);
    Q_EMIT m_service.progress(m_done, int(m_known.size()));
    finishIfDone();
}

/** Holds the fetching back while much is on its way to the disk, so that memory does not grow with the
 * library. */
void SyncService::Private::weigh(qint64 bytes)
{
    m_weight = std::max<qint64>(0, m_weight + bytes);
    m_http.setPaused(m_running && m_weight > busyBytes);
}

void SyncService::Private::finishIfDone()
{
    if (!m_running || m_planning > 0 || m_busy > 0 || !m_fetching.isEmpty() || !m_large.empty())
        return;
    m_running = false;
    m_http.setPaused(false);
    m_summary.durationMs = m_elapsed.elapsed();
    if (m_libraryChanged.isActive()) {
        m_libraryChanged.stop();
        Q_EMIT m_events.libraryChanged();
    }
    Q_EMIT m_service.finished(m_summary, m_error);
}

SyncService::SyncService(store::Store &store, net::HttpClient &http, Workers &workers, LibraryEvents &events,
                         const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, store, http, workers, events, clock))
{
}

SyncService::~SyncService() = default;

bool SyncService::isRunning() const
{
    return d->m_running;
}

void SyncService::start(bool force, const QList<FeedId> &feeds)
{
    d->start(force, feeds);
}

void SyncService::stop()
{
    d->stop();
}

} // namespace broadsheet
