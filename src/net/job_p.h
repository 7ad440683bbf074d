// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/hostqueue_p.h"
#include "net/transfer_p.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QPromise>

namespace broadsheet::net {

/** A request on its way through the queues: the transfer, and who waits for its result. */
class Job
{
public:
    Job(const HttpRequest &request, const HttpLimits &limits, QNetworkAccessManager &network)
        : transfer(request, limits, network)
    {
        promise.start();
        watcher.setFuture(promise.future());
    }

    Transfer transfer;
    QPromise<Result<HttpResponse>> promise;
    QFutureWatcher<Result<HttpResponse>> watcher; ///< hears of a cancelled future
    HostQueue *host = nullptr;                    ///< in whose queue or slot it is
    bool active = false;                          ///< a request is under way
    bool fresh = false;                           ///< counts towards totalInFlight
    bool alone = false;                           ///< was too large beside others: waits for its turn
    QElapsedTimer hopElapsed;                     ///< since the present request was sent
};

} // namespace broadsheet::net
