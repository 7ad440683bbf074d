// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/preparer.h"
#include "store/profile.h"
#include "store/store.h"

#include <QPromise>

#include <atomic>
#include <functional>
#include <thread>

namespace broadsheet::store {

/** What store.cpp (feeds and articles), storecomments.cpp and storeupkeep.cpp share. */
class Store::Private
{
public:
    Private(const QString &folder, const Clock &time) : profile(folder), database(folder), clock(time) {}
    ~Private()
    {
        if (offline.joinable())
            offline.join();
    }

    /** Runs \a work, which may end and begin the database, on a thread of its own. */
    template <typename R>
    QFuture<R> whileClosed(std::function<R()> work)
    {
        QPromise<R> promise;
        promise.start();
        QFuture<R> future = promise.future();
        if (offline.joinable())
            offline.join();
        offline = std::thread([work = std::move(work), promise = std::move(promise)]() mutable {
            promise.addResult(work());
            promise.finish();
        });
        return future;
    }
    Result<QList<CheckResult>> repair(const QDateTime &now);

    Profile profile;
    Database database;
    Preparer preparer; ///< goes before what it prepares for
    std::thread offline;
    const Clock &clock;
    /// shared with the job that asks for it
    std::shared_ptr<std::atomic<qint64>> lastDataVersion = std::make_shared<std::atomic<qint64>>(0);
};

} // namespace broadsheet::store
