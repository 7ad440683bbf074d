// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/syncservice_p.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/libraryevents.h"
#include "services/log.h"
#include "store/store.h"

#include <limits>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

/** Bodies from the first byte to commit: beyond it no fetch begins. Two of the store's transactions, so that one is
 * read while the other is written, and half as much on its way from the servers. What is made of a body takes three
 * times as much. */
constexpr qint64 busyBytes = 10 * 1024 * 1024;
constexpr qint64 unbounded = std::numeric_limits<qint64>::max();
constexpr auto libraryChangedEvery = 300ms;

} // namespace

SyncService::Private::Private(SyncService &service, store::Store &store, net::HttpClient &http,
                              Workers &workers, LibraryEvents &events, const Clock &clock)
    : m_service(service), m_store(store), m_http(http), m_workers(workers), m_events(events), m_clock(clock)
{
    m_libraryChanged.setSingleShot(true);
    m_libraryChanged.setInterval(libraryChangedEvery);
    connect(&m_libraryChanged, &QTimer::timeout, &m_events, &LibraryEvents::libraryChanged);
}

void SyncService::Private::begin()
{
    if (m_running)
        return;
    m_running = true;
    m_known.clear();
    m_done = 0;
    m_summary = {};
    m_error.reset();
    m_elapsed.start();
    weigh(0);
    Q_EMIT m_service.started();
}

void SyncService::Private::start(const FetchWish &wish)
{
    begin();
    ++m_planning;
    whenAnswered(m_store.fetchPlans(wish), this, [this](const Result<QList<FetchPlan>> &plans) {
        if (!plans)
            m_error = plans.error();
        else if (!m_summary.cancelled)
            take(*plans);
        --m_planning; // only now: a feed that is skipped at once must not end the run
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
        skip(plan);
    }
}

void SyncService::Private::skip(const FetchPlan &plan)
{
    SyncOutcome outcome;
    outcome.feed = plan.feed;
    outcome.feedUrl = plan.url;
    outcome.title = plan.title;
    outcome.nextFetch = plan.nextFetch;
    ++m_busy;
    done(outcome);
}

/** The host said to another feed of it that it wants to be left alone: this one waits as well, and has not
 * failed. */
void SyncService::Private::postpone(const FetchPlan &plan, const net::HttpResponse &response)
{
    FeedUpdate update = postponedUpdate(plan, response, moment());
    FetchPlan later = plan;
    later.nextFetch = update.nextFetch;
    whenAnswered(m_store.applyFeedUpdate(std::move(update)), this,
                 [this, later](const Result<FeedUpdateResult> &) {
                     --m_busy;
                     skip(later);
                 });
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
    m_http.setRoom(m_running ? std::max<qint64>(0, busyBytes - m_weight) : unbounded);
}

void SyncService::Private::finishIfDone()
{
    if (!m_running || m_planning > 0 || m_busy > 0 || !m_fetching.isEmpty() || !m_large.empty())
        return;
    m_running = false;
    weigh(0);
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
    d->start({force, feeds});
}

void SyncService::start(const FetchWish &wish)
{
    d->start(wish);
}

void SyncService::setFoundPages(FoundPages *pages)
{
    d->m_found = pages;
}

void SyncService::setSecrets(SecretService *secrets)
{
    d->m_secrets = secrets;
}

void SyncService::stop()
{
    d->stop();
}

} // namespace broadsheet
