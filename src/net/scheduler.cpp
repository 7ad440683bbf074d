// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/scheduler_p.h"

#include "base/url.h"
#include "net/log.h"

#include <algorithm>

namespace broadsheet::net {

using std::chrono::seconds;

namespace {

constexpr int agingInterval = 250; // ms
/** Only bodies beyond this are looked at when all of them together are too much. */
constexpr qint64 largeBody = 1024 * 1024;
/** So many of the latest bodies tell what the next will come to. */
constexpr int bodiesRemembered = 16;

Error cancelled(const QUrl &url)
{
    return {ErrorCode::Cancelled, QStringLiteral("cancelled"), displayUrl(url), std::nullopt};
}

} // namespace

Scheduler::Scheduler(const HttpLimits &limits) : m_limits(limits)
{
    m_ageTimer.setInterval(agingInterval);
    connect(&m_ageTimer, &QTimer::timeout, this, &Scheduler::ageTransfers);
}

QFuture<Result<HttpResponse>> Scheduler::add(const HttpRequest &request)
{
    m_jobs.push_back(std::make_unique<Job>(request, m_limits, m_networks.forRequest(request)));
    Job &job = *m_jobs.back();
    auto future = job.promise.future();
    if (m_closed) {
        finish(job, cancelled(request.url));
        return future;
    }
    connect(&job.transfer, &Transfer::redirected, this, [this, &job] { redirected(job); });
    connect(&job.transfer, &Transfer::finished, this, [this, &job] { transferFinished(job); });
    connect(&job.transfer, &Transfer::grew, this, [this, &job] {
        if (job.transfer.bytes() > largeBody)
            schedule();
    });
    connect(&job.watcher, &QFutureWatcherBase::canceled, this, [this, &job] {
        leaveQueue(job);
        leaveSlot(job);
        job.transfer.reset();
        finish(job, cancelled(job.transfer.url()));
    });
    enqueue(job, !request.background);
    return future;
}

void Scheduler::abortAll()
{
    auto jobs = std::exchange(m_jobs, {});
    m_active.clear();
    m_ready.clear();
    // A host that asked to be left alone stays so.
    std::erase_if(m_hosts, [](const auto &entry) { return !entry.second.isHeld(); });
    for (auto &[key, host] : m_hosts) {
        host.waiting.clear();
        host.active = 0;
        host.listed = false;
    }
    m_alone = nullptr;
    m_fresh = 0;
    for (const auto &job : jobs) {
        job->watcher.disconnect(this);
        job->transfer.disconnect(this);
        job->host = nullptr;
        job->transfer.reset();
    }
    // Who waits may ask again at once: only after all is tidy.
    for (const auto &job : jobs) {
        job->promise.addResult(cancelled(job->transfer.url()));
        job->promise.finish();
    }
    std::move(jobs.begin(), jobs.end(), std::back_inserter(m_done));
    schedule();
}

void Scheduler::close()
{
    m_closed = true;
    abortAll();
}

void Scheduler::setRoom(qint64 bytes)
{
    const bool more = bytes > m_room;
    m_room = bytes;
    if (more)
        schedule();
}

void Scheduler::enqueue(Job &job, bool first)
{
    const QString key = hostKey(job.transfer.url());
    HostQueue &host = m_hosts[key];
    host.key = key;
    job.host = &host;
    if (first)
        host.waiting.push_front(&job);
    else
        host.waiting.push_back(&job);
    list(host, first);
    if (host.isHeld() || host.isDead(m_limits))
        m_suspects.push_back(key);
    schedule();
}

void Scheduler::leaveQueue(Job &job)
{
    if (!job.host || job.active)
        return;
    HostQueue &host = *job.host;
    std::erase(host.waiting, &job);
    if (host.waiting.empty())
        unlist(host);
    m_maybeIdle.push_back(host.key);
    job.host = nullptr;
}

void Scheduler::leaveSlot(Job &job)
{
    if (!job.host || !job.active)
        return;
    if (job.fresh)
        --m_fresh;
    if (m_alone == &job)
        m_alone = nullptr;
    job.active = job.fresh = false;
    std::erase(m_active, &job);
    --job.host->active;
    m_maybeIdle.push_back(job.host->key);
    job.host = nullptr;
    schedule();
}

void Scheduler::list(HostQueue &host, bool first)
{
    if (host.listed)
        return;
    host.listed = true;
    if (first)
        m_ready.push_front(&host);
    else
        m_ready.push_back(&host);
}

void Scheduler::unlist(HostQueue &host)
{
    if (host.listed)
        std::erase(m_ready, &host);
    host.listed = false;
}

bool Scheduler::mayStart(const Job &job) const
{
    if (job.alone && m_alone)
        return false;
    return !job.transfer.request().background ||
           (m_underWay == 0 ? m_room > 0 : m_underWay + m_usualBody <= m_room);
}

qint64 Scheduler::weight(const Job &job) const
{
    if (!job.transfer.request().background)
        return 0;
    // Who drags on may never send anything: a hundred dead hosts must not take up the room.
    return std::max(job.transfer.expectedBytes(), job.fresh ? m_usualBody : 0);
}

HostQueue *Scheduler::nextHost()
{
    HostQueue *second = nullptr;
    for (HostQueue *host : m_ready) {
        if (!host->mayStart(m_limits) || !mayStart(*host->waiting.front()))
            continue;
        if (host->active == 0)
            return host;
        if (!second)
            second = host;
    }
    return second;
}

bool Scheduler::startNext()
{
    HostQueue *host = nextHost();
    if (!host)
        return false;
    Job &job = *host->waiting.front();
    host->waiting.pop_front();
    unlist(*host);
    if (!host->waiting.empty())
        list(*host, false); // to the end of the line
    ++host->active;
    if (!host->since.isValid())
        host->since.start();
    job.active = job.fresh = true;
    ++m_fresh;
    m_active.push_back(&job);
    if (job.alone)
        m_alone = &job;
    m_underWay += weight(job);
    job.hopElapsed.start();
    job.transfer.send();
    return true;
}

void Scheduler::schedule()
{
    if (std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(this, &Scheduler::pump, Qt::QueuedConnection);
}

void Scheduler::pump()
{
    m_scheduled = false;
    m_done.clear();
    settleSuspects();
    shedLoad();
    m_underWay = 0;
    for (const Job *job : m_active)
        m_underWay += weight(*job);
    while (m_fresh < m_limits.totalInFlight && int(m_active.size()) < m_limits.absoluteInFlight &&
           startNext()) {
    }
    forgetIdleHosts();
    if (m_active.empty())
        m_ageTimer.stop();
    else if (!m_ageTimer.isActive())
        m_ageTimer.start();
}

void Scheduler::ageTransfers()
{
    for (Job *job : m_active) {
        if (job->fresh && job->hopElapsed.elapsed() > m_limits.fresh.count()) {
            job->fresh = false;
            --m_fresh;
        }
    }
    for (const HostQueue *host : m_ready) {
        if (host->isTooSlow(m_limits))
            m_suspects.push_back(host->key);
    }
    lookAfterNetworks();
    schedule();
}

/** A server that is slow is left its time; one that keeps a thread of Qt's busy must not take that of others.
 */
void Scheduler::lookAfterNetworks()
{
    for (const Job *job : m_active) {
        if (job->transfer.isSilent() && job->hopElapsed.elapsed() > m_limits.knock.count())
            m_networks.knock(job->transfer.network());
    }
    const auto stuck = m_networks.stuck(m_limits.knock);
    for (QNetworkAccessManager *network : stuck)
        leave(*network);
}

/** Each host that shares the thread gets one of its own and is asked anew; who is to blame shows then. */
void Scheduler::leave(QNetworkAccessManager &stuck)
{
    std::vector<Job *> there;
    QSet<QString> hosts;
    for (const auto &job : m_jobs) {
        if (&job->transfer.network() != &stuck)
            continue;
        there.push_back(job.get());
        hosts.insert(hostKey(job->transfer.request().url));
    }
    if (hosts.size() < 2)
        return; // nobody else's time
    qCInfo(netLog) << "a network thread does not answer;" << hosts.size() << "hosts are parted";
    for (Job *job : there) {
        const bool active = job->active;
        if (active) {
            leaveSlot(*job);
            job->transfer.reset();
        }
        job->transfer.moveTo(m_networks.part(job->transfer.request().url));
        if (active)
            enqueue(*job, true);
    }
}

void Scheduler::shedLoad()
{
    qint64 together = 0;
    for (const Job *job : m_active)
        together += job->transfer.bytes();
    while (together > m_limits.maxBytesTogether) {
        Job *largest = nullptr;
        for (Job *job : m_active) {
            if (!job->alone && (!largest || job->transfer.bytes() > largest->transfer.bytes()))
                largest = job;
        }
        if (!largest || m_active.size() == 1)
            return;
        together -= largest->transfer.bytes();
        leaveSlot(*largest);
        largest->transfer.reset();
        largest->alone = true;
        enqueue(*largest, false);
    }
}

void Scheduler::settleSuspects()
{
    const auto suspects = std::exchange(m_suspects, {});
    for (const QString &key : suspects) {
        const auto found = m_hosts.find(key);
        if (found == m_hosts.end())
            continue;
        HostQueue &host = found->second;
        if (host.isHeld() || host.isDead(m_limits) || host.isTooSlow(m_limits))
            refuse(host);
    }
}

void Scheduler::forgetIdleHosts()
{
    const auto keys = std::exchange(m_maybeIdle, {});
    for (const QString &key : keys) {
        const auto found = m_hosts.find(key);
        if (found != m_hosts.end() && found->second.isForgettable())
            m_hosts.erase(found);
    }
}

void Scheduler::redirected(Job &job)
{
    HostQueue &host = *job.host;
    host.strikes = 0;
    ++host.answers;
    host.answerMs += job.hopElapsed.elapsed();
    leaveSlot(job);
    enqueue(job, true);
}

void Scheduler::transferFinished(Job &job)
{
    auto result = job.transfer.takeResult();
    if (result && job.transfer.request().background && !job.transfer.request().sink)
        m_usualBody += (result->body.size() - m_usualBody) / bodiesRemembered;
    if (job.active)
        learn(*job.host, job, result);
    leaveQueue(job);
    leaveSlot(job);
    finish(job, std::move(result));
}

void Scheduler::learn(HostQueue &host, const Job &job, const Result<HttpResponse> &result)
{
    if (!result) {
        const ErrorCode code = result.error().code;
        if (code == ErrorCode::Timeout || code == ErrorCode::HostNotFound)
            ++host.strikes;
        if (host.isDead(m_limits))
            m_suspects.push_back(host.key);
        return;
    }
    host.strikes = 0;
    ++host.answers;
    host.answerMs += job.hopElapsed.elapsed();
    if (const auto wait = result->holdOff(QDateTime::currentDateTimeUtc(), m_limits.defaultHold)) {
        host.heldUntil.setRemainingTime(*wait);
        m_suspects.push_back(host.key);
    }
}

/** Answers everybody in the queue of a host that is not to be asked any more. */
void Scheduler::refuse(HostQueue &host)
{
    std::deque<Job *> waiting;
    waiting.swap(host.waiting);
    unlist(host);
    m_maybeIdle.push_back(host.key);
    const bool held = host.isHeld();
    const auto wait = QByteArray::number(host.heldUntil.remainingTime() / 1000 + 1);
    for (Job *job : waiting)
        job->host = nullptr;
    QList<QPair<Job *, Result<HttpResponse>>> answers;
    for (Job *job : waiting) {
        const QUrl &url = job->transfer.url();
        if (held) {
            HttpResponse response;
            response.status = 429;
            response.asked = false;
            response.finalUrl = url;
            response.headers = {{"Retry-After", wait}};
            answers.append({job, response});
        } else {
            answers.append({job, Error{ErrorCode::Timeout,
                                       QStringLiteral("not asked: the host did not answer others in time"),
                                       displayUrl(url), std::nullopt}});
        }
    }
    for (auto &[job, answer] : answers)
        finish(*job, std::move(answer));
}

/** The last thing done to a job: who waits may call back at once. */
void Scheduler::finish(Job &job, Result<HttpResponse> result)
{
    const auto own = std::ranges::find_if(m_jobs, [&job](const auto &other) { return other.get() == &job; });
    if (own == m_jobs.end())
        return; // a callback before has ended everything
    job.watcher.disconnect(this);
    job.transfer.disconnect(this);
    m_done.push_back(std::move(*own));
    *own = std::move(m_jobs.back());
    m_jobs.pop_back();
    schedule();
    job.promise.addResult(std::move(result));
    job.promise.finish();
}

} // namespace broadsheet::net
