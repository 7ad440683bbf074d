// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profile.h"

#include "store/migrator.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QThread>

#include <cerrno>

namespace broadsheet::store {

namespace {

constexpr int writerBusyMs = 30000;

qint64 pragma(Connection &connection, const QString &name)
{
    Query query(connection, QStringLiteral("PRAGMA ") + name, {});
    return query.next() ? query.integer(0) : 0;
}

/** SQLite does not wait for other users of the file here, whatever the timeout. */
std::optional<Error> switchToWal(Connection &connection)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        {
            Query query(connection, QStringLiteral("PRAGMA journal_mode = WAL"), {});
            query.next();
        }
        if (!connection.error())
            return std::nullopt;
        if (connection.error()->code != ErrorCode::StoreBusy || timer.elapsed() > writerBusyMs)
            return connection.error();
        connection.clearError();
        QThread::msleep(10);
    }
}

Error withSubject(Error error, const QString &file)
{
    error.subject = file;
    return error;
}

} // namespace

QString Profile::databaseFile() const
{
    return m_folder + QStringLiteral("/library.sqlite");
}

QString Profile::markerFile() const
{
    return m_folder + QStringLiteral("/library.marker");
}

QString Profile::lockFile() const
{
    return m_folder + QStringLiteral("/library.lock");
}

QString Profile::backupFolder() const
{
    return m_folder + QStringLiteral("/backups");
}

bool Profile::isMarked() const
{
    return QFileInfo::exists(markerFile());
}

std::optional<Error> Profile::probe(Connection &connection)
{
    const qint64 schema = pragma(connection, QStringLiteral("schema_version"));
    const qint64 application = pragma(connection, QStringLiteral("application_id"));
    const qint64 version = pragma(connection, QStringLiteral("user_version"));
    if (connection.error())
        return connection.error();
    if (schema != 0 && application != applicationId)
        return Error{ErrorCode::StoreDamaged, QStringLiteral("Not a database of Broadsheet"), {}, {}};
    if (version > migrator::latestVersion())
        return Error{ErrorCode::StoreTooNew,
                     QStringLiteral("Written by a newer version: %1, known is %2")
                         .arg(version)
                         .arg(migrator::latestVersion()),
                     {},
                     {}};
    return std::nullopt;
}

Result<void> Profile::makeFolder() const
{
    const QFileInfo info(m_folder);
    if (info.exists() && !info.isDir())
        return Error{ErrorCode::StoreUnavailable, QStringLiteral("Not a folder"), m_folder, {}};
    if (!QDir().mkpath(m_folder)) {
        const auto code = errno == ENOSPC || errno == EDQUOT  ? ErrorCode::StoreFull
                          : errno == EROFS || errno == EACCES ? ErrorCode::StoreReadOnly
                                                              : ErrorCode::StoreUnavailable;
        return Error{code, QStringLiteral("The folder cannot be made"), m_folder, {}};
    }
    return {};
}

Result<void> Profile::lookBefore() const
{
    const QFileInfo info(databaseFile());
    if (info.exists() && !info.isFile())
        return Error{ErrorCode::StoreDamaged, QStringLiteral("Not a file"), databaseFile(), {}};
    if (isMarked() && (!info.exists() || info.size() == 0))
        return Error{ErrorCode::StoreDamaged,
                     info.exists() ? QStringLiteral("The database is empty")
                                   : QStringLiteral("The database is missing"),
                     databaseFile(),
                     {}};
    if (info.exists() && !info.isReadable())
        return Error{ErrorCode::StoreUnavailable, QStringLiteral("Not readable"), databaseFile(), {}};
    return {};
}

Result<void> Profile::mark() const
{
    if (isMarked())
        return {};
    QSaveFile file(markerFile());
    const QByteArray text = "A Broadsheet library was made here. Its database is library.sqlite.\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Error{ErrorCode::StoreReadOnly, file.errorString(), markerFile(), {}};
    return {};
}

Result<std::unique_ptr<Connection>> Profile::openWriter() const
{
    if (const auto looked = lookBefore(); !looked)
        return looked.error();
    auto opened = Connection::open(databaseFile(), Connection::Mode::ReadWrite, writerBusyMs);
    if (!opened) {
        // Without the right to write into the folder SQLite cannot open (14) rather than saying read-only.
        Error error = withSubject(opened.error(), databaseFile());
        if (error.code == ErrorCode::StoreUnavailable && !QFileInfo(m_folder).isWritable())
            error.code = ErrorCode::StoreReadOnly;
        return error;
    }
    Connection &connection = **opened;
    if (const auto error = probe(connection))
        return withSubject(*error, databaseFile());
    if (const QFileInfo info(databaseFile()); info.exists() && !info.isWritable())
        return Error{
            ErrorCode::StoreReadOnly, QStringLiteral("The file may not be written"), databaseFile(), {}};
    if (const auto error = switchToWal(connection))
        return withSubject(*error, databaseFile());
    // What a person wrote is on the disk when we say so: FULL, not NORMAL, which WAL would also survive.
    connection.run("PRAGMA synchronous = FULL");
    connection.run("PRAGMA wal_autocheckpoint = 4000");
    if (const auto migrated = migrator::migrate(connection); !migrated)
        return withSubject(migrated.error(), databaseFile());
    if (connection.error())
        return withSubject(*connection.error(), databaseFile());
    if (const auto marked = mark(); !marked)
        return marked.error();
    return opened;
}

Result<std::unique_ptr<Connection>> Profile::openReader(int busyTimeoutMs) const
{
    auto opened = Connection::open(databaseFile(), Connection::Mode::ReadOnly, busyTimeoutMs);
    if (!opened)
        return withSubject(opened.error(), databaseFile());
    return opened;
}

Result<std::unique_ptr<Connection>> Profile::openUnwritable() const
{
    if (const auto looked = lookBefore(); !looked)
        return looked.error();
    auto opened = openReader(5000);
    std::optional<Error> error = opened ? probe(**opened) : opened.error();
    // Without the right to make the files beside it SQLite cannot share the database. Then nobody else can.
    if (error && error->code != ErrorCode::StoreDamaged && error->code != ErrorCode::StoreTooNew &&
        QFileInfo(databaseFile() + QStringLiteral("-wal")).size() == 0) {
        opened = Connection::open(databaseFile(), Connection::Mode::Immutable, 0);
        error = opened ? probe(**opened) : opened.error();
    }
    if (error)
        return withSubject(*error, databaseFile());
    if (pragma(**opened, QStringLiteral("user_version")) < migrator::latestVersion())
        return Error{ErrorCode::Unsupported, QStringLiteral("Of an older version"), databaseFile(), {}};
    return opened;
}

} // namespace broadsheet::store
