// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/hostqueue_p.h"
#include "net/job_p.h"
#include "net/networks_p.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <limits>
#include <memory>
#include <unordered_map>
#include <vector>

namespace broadsheet::net {

/**
 * Decides which request goes when. Never hands Qt more for a host than it sends at once, since Qt's idle
 * timer runs while a request waits for a connection. Hosts take turns, those with nothing under way first;
 * transfers that drag on give their slot to others, so that dead hosts hold up nobody.
 */
class Scheduler : public QObject
{
    Q_OBJECT
public:
    explicit Scheduler(const HttpLimits &limits);

    QFuture<Result<HttpResponse>> add(const HttpRequest &request);
    void abortAll();
    /** Like abortAll(), and whatever is asked from then on ends with Cancelled. */
    void close();
    void setRoom(qint64 bytes);
    void setProxy(const QString &proxy) { m_networks.setProxy(proxy); }
    const HttpLimits &limits() const { return m_limits; }

private:
    // Queues
    void enqueue(Job &job, bool first);
    void leaveQueue(Job &job);
    void leaveSlot(Job &job);
    void list(HostQueue &host, bool first);
    void unlist(HostQueue &host);
    bool mayStart(const Job &job) const;
    /** What the body of \a job counts with against the room. */
    qint64 weight(const Job &job) const;
    HostQueue *nextHost();
    bool startNext();

    // Turns of the wheel
    void schedule();
    void pump();
    void ageTransfers();
    void lookAfterNetworks();
    void leave(QNetworkAccessManager &stuck);
    void shedLoad();
    void settleSuspects();
    void forgetIdleHosts();

    // What happens to a job
    void redirected(Job &job);
    void transferFinished(Job &job);
    void learn(HostQueue &host, const Job &job, const Result<HttpResponse> &result);
    void refuse(HostQueue &host);
    void finish(Job &job, Result<HttpResponse> result);

    const HttpLimits m_limits;
    Networks m_networks;
    std::unordered_map<QString, HostQueue> m_hosts; // its nodes stay where they are
    std::vector<std::unique_ptr<Job>> m_jobs;
    std::vector<std::unique_ptr<Job>> m_done; ///< may still be in the middle of a signal: freed by pump()
    std::vector<Job *> m_active;
    std::deque<HostQueue *> m_ready; ///< hosts with a queue, in turn
    std::vector<QString> m_suspects; ///< hosts whose queue may have to be refused
    std::vector<QString> m_maybeIdle;
    QTimer m_ageTimer;
    Job *m_alone = nullptr;                             ///< the one large transfer that is allowed now
    int m_fresh = 0;                                    ///< active ones that count
    qint64 m_room = std::numeric_limits<qint64>::max(); ///< for the bodies of background requests
    qint64 m_underWay = 0;                              ///< their weight, as of this turn
    qint64 m_usualBody = 128 * 1024; ///< what they lately came to; a guess until some have come
    bool m_closed = false;
    bool m_scheduled = false;
};

} // namespace broadsheet::net
