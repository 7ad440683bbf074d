// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/upkeepservice.h"

#include "base/answer.h"
#include "exchange/opml.h"
#include "services/autobackup.h"
#include "services/libraryevents.h"
#include "services/log.h"
#include "store/store.h"

#include <QSaveFile>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

constexpr auto betweenSlices = 20ms;
constexpr auto betweenMerges = 3s;

Result<void> writeFile(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::FileUnwritable, file.errorString(), name, {}};
    return {};
}

/** One backup on its way: each step is taken when the one before has its answer. */
class BackupRun : public QObject
{
public:
    BackupRun(store::Store &store, const AutoBackup &place, const QDateTime &now, QObject *parent)
        : QObject(parent), m_store(store), m_place(place), m_now(now)
    {
        m_promise.start();
    }

    QFuture<Result<bool>> start()
    {
        auto future = m_promise.future();
        if (!m_place.isDue(m_now)) {
            end(false);
            return future;
        }
        whenAnswered(m_store.fingerprint(), this, [this](const Result<QByteArray> &fingerprint) {
            if (!fingerprint)
                return end(fingerprint.error());
            if (!m_place.hasNews(*fingerprint))
                return end(false);
            m_fingerprint = *fingerprint;
            writeSubscriptions();
        });
        return future;
    }

private:
    void writeSubscriptions()
    {
        if (!m_place.prepare() || !m_place.hasRoom())
            return end(Error{
                ErrorCode::FileUnwritable, QStringLiteral("no room for a backup"), m_place.file(m_now), {}});
        whenAnswered(m_store.overview(), this, [this](const Result<LibraryOverview> &overview) {
            if (!overview)
                return end(overview.error());
            const auto written = writeFile(m_place.opmlFile(m_now), exchange::writeOpml(*overview, m_now));
            if (!written)
                return end(written.error());
            writeStore();
        });
    }
    void writeStore()
    {
        whenAnswered(m_store.backUp(m_place.file(m_now)), this, [this](const Result<void> &done) {
            if (!done)
                return end(done.error());
            m_place.finish(m_fingerprint, m_now);
            end(true);
        });
    }
    void end(const Result<bool> &result)
    {
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    store::Store &m_store;
    const AutoBackup m_place;
    const QDateTime m_now;
    QByteArray m_fingerprint;
    QPromise<Result<bool>> m_promise;
};

} // namespace

UpkeepService::UpkeepService(store::Store &store, LibraryEvents &events, const QString &profile,
                             const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_events(events), m_profile(profile), m_clock(clock)
{
    m_othersTimer.setInterval(3s);
    m_tidyTimer.setInterval(10min);
    connect(&m_othersTimer, &QTimer::timeout, this, &UpkeepService::lookForOthers);
    connect(&m_tidyTimer, &QTimer::timeout, this, &UpkeepService::tidyUp);
}

QFuture<Result<Statistics>> UpkeepService::statistics()
{
    return m_store.statistics();
}

QFuture<Result<QList<CheckResult>>> UpkeepService::check(bool repair)
{
    return m_store.check(repair);
}

QFuture<Result<void>> UpkeepService::backUp(const QString &file)
{
    return m_store.backUp(file);
}

QFuture<Result<QString>> UpkeepService::restore(const QString &file)
{
    return m_store.restore(file);
}

QFuture<Result<bool>> UpkeepService::backUpIfDue()
{
    auto *run = new BackupRun(m_store, AutoBackup(m_profile), m_clock.now(), this);
    return run->start();
}

void UpkeepService::setRetention(const RetentionPolicy &policy)
{
    m_retention = policy;
}

QFuture<Result<int>> UpkeepService::thin()
{
    auto promise = std::make_shared<QPromise<Result<int>>>();
    promise->start();
    thinOn(0, promise);
    return promise->future();
}

/** A slice, and after a pause for whoever wants to write the next one. */
void UpkeepService::thinOn(int before, std::shared_ptr<QPromise<Result<int>>> promise)
{
    whenAnswered(m_store.thin(m_retention), this,
                 [this, before, promise](const Result<ArticleChanges> &changes) {
                     if (!changes || changes->removed.isEmpty()) {
                         promise->addResult(changes ? Result<int>(before) : Result<int>(changes.error()));
                         promise->finish();
                         if (before > 0)
                             Q_EMIT m_events.libraryChanged();
                         return;
                     }
                     Q_EMIT m_events.articlesChanged(*changes);
                     const int now = before + int(changes->removed.size());
                     QTimer::singleShot(betweenSlices, this, [this, now, promise] { thinOn(now, promise); });
                 });
}

QFuture<Result<int>> UpkeepService::catchUpIndex()
{
    auto promise = std::make_shared<QPromise<Result<int>>>();
    promise->start();
    catchUpOn(0, promise);
    return promise->future();
}

QFuture<Result<void>> UpkeepService::settle()
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto end = [promise](const Result<void> &result) {
        promise->addResult(result);
        promise->finish();
    };
    whenAnswered(catchUpIndex(), this, [this, end](const Result<int> &caughtUp) {
        if (!caughtUp)
            return end(caughtUp.error());
        whenAnswered(thin(), this, [this, end](const Result<int> &thinned) {
            if (!thinned)
                return end(thinned.error());
            whenAnswered(m_store.tidyUp(), this, [end](const Result<bool> &more) {
                end(more ? Result<void>() : Result<void>(more.error()));
            });
        });
    });
    return promise->future();
}

void UpkeepService::catchUpOn(int before, std::shared_ptr<QPromise<Result<int>>> promise)
{
    whenAnswered(m_store.catchUpIndex(), this, [this, before, promise](const Result<bool> &more) {
        if (!more || !*more) {
            promise->addResult(more ? Result<int>(before) : Result<int>(more.error()));
            promise->finish();
            return;
        }
        QTimer::singleShot(betweenSlices, this, [this, before, promise] { catchUpOn(before + 1, promise); });
    });
}

void UpkeepService::tidyUp()
{
    whenAnswered(thin(), this, [](const Result<int> &result) {
        if (!result)
            qCWarning(servicesLog) << "old articles stay for now:" << result.error().detail;
    });
    if (!std::exchange(m_tidying, true))
        tidyIndex();
    whenAnswered(backUpIfDue(), this, [](const Result<bool> &result) {
        if (!result)
            qCWarning(servicesLog) << "no backup was made:" << result.error().detail;
    });
}

/** A large load leaves the index in many parts: they are put together piece by piece, with the reader's wishes in
 * between. */
void UpkeepService::tidyIndex()
{
    whenAnswered(m_store.tidyUp(), this, [this](const Result<bool> &more) {
        if (!more)
            qCWarning(servicesLog) << "tidying up failed:" << more.error().detail;
        m_tidying = more && *more;
        if (m_tidying)
            QTimer::singleShot(betweenMerges, this, &UpkeepService::tidyIndex);
    });
}

void UpkeepService::watch()
{
    whenAnswered(catchUpIndex(), this, [](const Result<int> &result) {
        if (!result)
            qCWarning(servicesLog) << "the search index is not whole:" << result.error().detail;
    });
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
