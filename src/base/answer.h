// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace broadsheet {

/**
 * Calls \a function with what \a future brings, on \a receiver's thread and from its event loop. Nothing is
 * called if the receiver is gone by then, or the future ends without a result.
 *
 * QFuture::then(receiver, …) of Qt 6.4 asserts that the receiver still lives when the answer comes, which a
 * pane that was closed does not.
 */
template <typename T, typename Function>
void whenAnswered(const QFuture<T> &future, QObject *receiver, Function function)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, function = std::move(function)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             function(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace broadsheet
