// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue.h"

#include "store/backup.h"
#include "store/checker.h"
#include "store/migrator.h"
#include "store/salvage.h"
#include "store/supplement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace broadsheet::store::rescue {

using namespace std::chrono_literals;

namespace {

/** How long others may take to close the store: a command ends soon, a window does not. */
constexpr auto patience = 3s;

Result<std::unique_ptr<ProfileLock>> enterAlone(const Profile &profile)
{
    if (const auto made = profile.makeFolder(); !made)
        return made.error();
    auto lock = ProfileLock::take(profile.lockFile(), ProfileLock::Kind::Alone, patience);
    if (lock) {
        // What killed ones left.
        const QFileInfo made(profile.newFile());
        const QStringList left = made.dir().entryList({QStringLiteral("library.new-*")}, QDir::Files);
        for (const QString &name : left)
            QFile::remove(made.dir().filePath(name));
    }
    return lock;
}

/** Tables, indexes and triggers, but those that SQLite makes for itself. */
QStringList schemaOf(Connection &connection)
{
    QStringList schema;
    Query query(connection,
                "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                "ORDER BY type, name");
    while (query.next())
        schema.append(query.text(0) + u' ' + query.text(1) + u' ' + query.text(2));
    return schema;
}

QStringList schemaOfVersion(int version)
{
    auto fresh = Connection::open(QStringLiteral(":memory:"), Connection::Mode::ReadWrite, 0);
    if (!fresh || !migrator::migrate(**fresh, version))
        return {};
    return schemaOf(**fresh);
}

Error malformed(const QString &file, const QString &why)
{
    return {ErrorCode::Malformed, why, file, {}};
}

/** Is the copy a whole store of ours? Brings it forward. */
std::optional<Error> examine(const QString &copy, const QString &file)
{
    auto opened = Connection::open(copy, Connection::Mode::ReadWrite, 0);
    if (!opened)
        return malformed(file, opened.error().detail);
    Connection &connection = **opened;
    connection.run("PRAGMA trusted_schema = OFF");
    if (auto error = Profile::probe(connection)) {
        if (error->code != ErrorCode::StoreTooNew)
            return malformed(file, error->detail);
        error->subject = file;
        return error;
    }
    int version = 0;
    {
        Query query(connection, "PRAGMA user_version");
        version = query.next() ? int(query.integer(0)) : 0;
    }
    // Another schema could do anything the next time something is written.
    if (version < 1 || schemaOf(connection) != schemaOfVersion(version) || connection.error())
        return malformed(file, QStringLiteral("Not the tables of a store"));
    if (const auto migrated = migrator::migrate(connection); !migrated)
        return malformed(file, migrated.error().detail);
    connection.run("BEGIN IMMEDIATE");
    const QList<CheckResult> report = checker::check(connection, true);
    connection.run("COMMIT");
    const auto damaged = std::ranges::find_if(
        report, [](const CheckResult &line) { return line.status == CheckResult::Status::Damaged; });
    if (damaged != report.end())
        return malformed(file, QStringLiteral("Damaged: ") + damaged->detail);
    if (connection.error())
        return connection.error();
    return std::nullopt;
}

std::optional<Error> copyOf(const QString &file, const QString &target)
{
    const QFileInfo info(file);
    if (!info.exists())
        return Error{ErrorCode::FileNotFound, {}, file, {}};
    if (!info.isFile() || !info.isReadable())
        return Error{ErrorCode::FileUnreadable, {}, file, {}};
    if (!backup::looksLikeStore(file))
        return malformed(file, QStringLiteral("Not a store of Broadsheet"));
    // With its log, if it has one; else as it lies there, since its folder may not be ours to write in.
    const bool logged = QFileInfo(file + QStringLiteral("-wal")).size() > 0;
    auto source =
        Connection::open(file, logged ? Connection::Mode::ReadOnly : Connection::Mode::Immutable, 5000);
    if (!source)
        return malformed(file, source.error().detail);
    if (const auto copied = backup::copyPages(**source, target); !copied) {
        Error error = copied.error();
        if (error.code == ErrorCode::StoreDamaged)
            return malformed(file, error.detail);
        return error;
    }
    return std::nullopt;
}

} // namespace

Result<QList<CheckResult>> repair(const Profile &profile, const QDateTime &now)
{
    const auto lock = enterAlone(profile);
    if (!lock)
        return lock.error();
    const auto kept = profile.keepAside(QStringLiteral("damaged"), now);
    if (!kept)
        return kept.error();
    auto report = salvage(kept->isEmpty() ? profile.databaseFile() : *kept, profile.newFile());
    if (!report) {
        QFile::remove(profile.newFile());
        return report;
    }
    report->append(supplement(profile.newFile(), profile.backupFolder()));
    if (const auto replaced = profile.replaceByNew(); !replaced)
        return replaced.error();
    const QString detail =
        kept->isEmpty()
            ? QStringLiteral("Made anew; nothing was there")
            : QStringLiteral("Made anew from what could be read; the damaged one is kept as %1").arg(*kept);
    report->prepend({QStringLiteral("database"), CheckResult::Status::Repaired, detail});
    return report;
}

Result<QString> restore(const Profile &profile, const QString &file, const QDateTime &now)
{
    if (QFileInfo(file).exists() &&
        QFileInfo(file).canonicalFilePath() == QFileInfo(profile.databaseFile()).canonicalFilePath())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("This is the store itself"), file, {}};
    const auto lock = enterAlone(profile);
    if (!lock)
        return lock.error();
    auto error = copyOf(file, profile.newFile());
    if (!error)
        error = examine(profile.newFile(), file);
    Result<QString> kept =
        error ? Result<QString>(*error) : profile.keepAside(QStringLiteral("before-restore"), now);
    if (kept) {
        if (const auto replaced = profile.replaceByNew(); !replaced)
            kept = replaced.error();
    }
    QFile::remove(profile.newFile()); // where it did not come so far
    return kept;
}

} // namespace broadsheet::store::rescue
