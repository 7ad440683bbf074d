// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

namespace broadsheet::cli {

/**
 * Runs the main thread's events until \a future has its answer. For commands alone: they are the outermost
 * code on the main thread, so that this is their event loop and not one inside another.
 */
template <typename T>
T await(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.isResultReadyAt(0) ? future.result() : T(Error{ErrorCode::Cancelled, {}, {}, {}});
}

} // namespace broadsheet::cli
