// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/upkeep.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <memory>

namespace broadsheet {

class LibraryEvents;
namespace store {
class Store;
}

/** Looks after the store: figures, checks, backups, work that is due in the background, and what other
 * processes wrote. */
class UpkeepService : public QObject
{
    Q_OBJECT
public:
    /** \a profile is the folder. */
    UpkeepService(store::Store &store, LibraryEvents &events, const QString &profile, const Clock &clock,
                  QObject *parent = nullptr);

    QFuture<Result<Statistics>> statistics();
    /** Integrity of the store; with \a repair it is mended, or made anew from what can be read. */
    QFuture<Result<QList<CheckResult>>> check(bool repair);

    /** A copy of the store as one file; see store::Store::backUp. */
    QFuture<Result<void>> backUp(const QString &file);
    /** Puts a backup in the place of a store that is not open; see store::Store::restore. */
    QFuture<Result<QString>> restore(const QString &file);

    /**
     * Makes today's backup below the profile (backups/), with the subscriptions as OPML beside it, and takes
     * away those beyond the seventh. False if there was nothing to do: today's is there, or nothing has changed
     * since the last. A large store's first one is made when it is a day old: until then all of it can be
     * fetched again.
     */
    QFuture<Result<bool>> backUpIfDue();

    /** What is not kept leaves in slices from now on, and again whenever it is tidied up. */
    void setRetention(const RetentionPolicy &policy);
    /** Takes away what is not kept, slice by slice, to the end; gives how many articles left. */
    QFuture<Result<int>> thin();
    /** What new articles leave to do, without a window that does it now and then: the index of the missing, old articles,
     * merging. To the end; the first failure. */
    QFuture<Result<void>> settle();
    /** After an update that made the search index anew: adds what is missing, slice by slice, to the end; gives how
     * many slices there were. */
    QFuture<Result<int>> catchUpIndex();

    /** While a window is open: tidies up and makes backups now and then, and tells LibraryEvents when another
     * process has written. */
    void watch();

private:
    void lookForOthers();
    void tidyUp();
    void tidyIndex();
    void catchUpOn(int before, std::shared_ptr<QPromise<Result<int>>> promise);
    void thinOn(int before, std::shared_ptr<QPromise<Result<int>>> promise);

    store::Store &m_store;
    LibraryEvents &m_events;
    const QString m_profile;
    const Clock &m_clock;
    RetentionPolicy m_retention;
    QTimer m_othersTimer;
    QTimer m_tidyTimer;
    bool m_tidying = false;
};

} // namespace broadsheet
