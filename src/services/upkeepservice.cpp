// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/upkeepservice.h"

#include "base/answer.h"
#include "services/libraryevents.h"
#include "services/log.h"
#include "store/store.h"

namespace broadsheet {

using namespace std::chrono_literals;

UpkeepService::UpkeepService(store::Store &store, LibraryEvents &events, QObject *parent)
    : QObject(parent), m_store(store), m_events(events)
{
    m_othersTimer.setInterval(3s);
    m_tidyTimer.setInterval(10min);
    connect(&m_othersTimer, &QTimer::timeout, this, &UpkeepService::lookForOthers);
    connect(&m_tidyTimer, &QTimer::timeout, this, [this] {
        whenAnswered(m_store.tidyUp(), this, [](const Result<void> &result) {
            if (!result)
                qCWarning(servicesLog) << "tidying up failed:" << result.error().detail;
        });
    });
}

QFuture<Result<Statistics>> UpkeepService::statistics()
{
    return m_store.statistics();
}

QFuture<Result<QList<CheckResult>>> UpkeepService::check(bool repair)
{
    return m_store.check(repair);
}

void UpkeepService::watch()
{
    m_othersTimer.start();
    m_tidyTimer.start();
}

void UpkeepService::lookForOthers()
{
    whenAnswered(m_store.changedByOthers(), this, [this](const Result<bool> &changed) {
        if (!changed || !*changed)
            return;
        ArticleChanges changes;
        changes.everything = true;
        Q_EMIT m_events.articlesChanged(changes);
        Q_EMIT m_events.libraryChanged();
    });
}

} // namespace broadsheet
