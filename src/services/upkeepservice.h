// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/upkeep.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

namespace broadsheet {

class LibraryEvents;
namespace store {
class Store;
}

/** Looks after the store: figures, checks, work that is due in the background, and what other processes
 * wrote. */
class UpkeepService : public QObject
{
    Q_OBJECT
public:
    UpkeepService(store::Store &store, LibraryEvents &events, QObject *parent = nullptr);

    QFuture<Result<Statistics>> statistics();
    /** Integrity of the store; with \a repair wrong counts and the search index are mended. */
    QFuture<Result<QList<CheckResult>>> check(bool repair);

    /** While a window is open: tidies up now and then and tells LibraryEvents when another process has
     * written. */
    void watch();

private:
    void lookForOthers();

    store::Store &m_store;
    LibraryEvents &m_events;
    QTimer m_othersTimer;
    QTimer m_tidyTimer;
};

} // namespace broadsheet
