// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the store is whole, its copies, and what it does when there is time.
#include "store/store_p.h"

#include "store/backup.h"
#include "store/checker.h"
#include "store/rescue.h"
#include "store/searchindex.h"

namespace broadsheet::store {

namespace {

/** Articles that the index is told of in one transaction behind a migration: some tenths of a second. */
constexpr int indexedASlice = 500;

QFuture<Result<QList<CheckResult>>> mend(Database &database)
{
    return database.write([](Connection &connection) -> Result<QList<CheckResult>> {
        return checker::check(connection, true);
    });
}

/** Most of it takes no lock, since looking through a large store takes longer than others wait for theirs. Only the
 * index must be asked by somebody who may write. */
QFuture<Result<QList<CheckResult>>> look(Database &database)
{
    using Report = Result<QList<CheckResult>>;
    auto tables =
        database.read([](Connection &connection) -> Report { return checker::lookAtTables(connection); });
    const auto askIndex = [&database](Report report) -> QFuture<Report> {
        auto whole = database.write([report](Connection &connection) -> Report {
            if (!report)
                return report;
            return *report + QList<CheckResult>{checker::lookAtIndex(connection)};
        });
        return whole.then([report](Report answer) -> Report {
            const bool unwritable = !answer && (answer.error().code == ErrorCode::StoreReadOnly ||
                                                answer.error().code == ErrorCode::StoreFull);
            if (!report || !unwritable)
                return answer;
            // SQLite looks at its search index by way of a statement that writes.
            return *report +
                   QList<CheckResult>{{QStringLiteral("search index"), CheckResult::Status::Ok,
                                       QStringLiteral("Not looked at: the store cannot be written")}};
        });
    };
    return tables.then(askIndex).unwrap();
}

} // namespace

/** Mends in place what can be, or makes a new store. On the thread for this. */
Result<QList<CheckResult>> Store::Private::repair(const QDateTime &now)
{
    auto looking = mend(database);
    looking.waitForFinished();
    auto report = looking.result();
    const auto openError = database.openError()();
    if (openError && openError->code != ErrorCode::StoreDamaged)
        return *openError;
    const bool broken = openError || (report ? checker::needsSalvage(*report)
                                             : report.error().code == ErrorCode::StoreDamaged);
    if (!broken)
        return report;
    database.close();
    auto rescued = rescue::repair(profile, now);
    if (!rescued)
        return rescued;
    auto opening = database.open();
    opening.waitForFinished();
    if (const auto opened = opening.result(); !opened)
        return opened.error();
    auto again = look(database);
    again.waitForFinished();
    report = again.result();
    if (report)
        rescued->append(*report);
    return rescued;
}

QFuture<Result<QList<CheckResult>>> Store::check(bool repair)
{
    if (repair) {
        return d->whileClosed<Result<QList<CheckResult>>>(
            [this, now = d->clock.now()] { return d->repair(now); });
    }
    // What could not be opened for damage is reported, not refused.
    auto report = [openError = d->database.openError()](Result<QList<CheckResult>> answer) {
        const auto error = openError();
        if (!answer && error && error->code == ErrorCode::StoreDamaged)
            return Result<QList<CheckResult>>(checker::unopened(*error));
        if (!answer && answer.error().code == ErrorCode::StoreDamaged)
            return Result<QList<CheckResult>>(checker::unopened(answer.error()));
        return answer;
    };
    return look(d->database).then(std::move(report));
}

QFuture<Result<Statistics>> Store::statistics()
{
    return d->database.read([file = d->profile.databaseFile()](Connection &connection) -> Result<Statistics> {
        return readStatistics(connection, file);
    });
}

QFuture<Result<void>> Store::backUp(const QString &file)
{
    return d->database.read(
        [file](Connection &connection) -> Result<void> { return backup::write(connection, file); });
}

QFuture<Result<QByteArray>> Store::fingerprint()
{
    return d->database.read(
        [](Connection &connection) -> Result<QByteArray> { return backup::fingerprint(connection); });
}

QFuture<Result<QString>> Store::restore(const QString &file)
{
    return d->whileClosed<Result<QString>>(
        [this, file, now = d->clock.now()] { return rescue::restore(d->profile, file, now); });
}

QFuture<Result<bool>> Store::tidyUp()
{
    return d->database.write([](Connection &connection) -> Result<bool> {
        connection.run("PRAGMA analysis_limit = 400");
        connection.run("PRAGMA optimize");
        return searchindex::tidyUp(connection);
    });
}

QFuture<Result<bool>> Store::catchUpIndex()
{
    return d->database.write([](Connection &connection) -> Result<bool> {
        return searchindex::catchUp(connection, indexedASlice);
    });
}

} // namespace broadsheet::store
