// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include "store/connection.h"
#include "store/filesync.h"
#include "store/profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <sqlite3.h>

namespace broadsheet::store::backup {

namespace {

constexpr int pagesAStep = 2048;
constexpr int busyPauseMs = 20;
constexpr int maximumBusy = 1500; // half a minute

/** The copy says of itself that it has a write-ahead log, as its original has; it is to be one file. */
bool endLogging(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) && file.seek(18) &&
           file.write("\x01\x01", 2) == 2;
}

Error unwritable(const QString &file, const QString &why)
{
    return {ErrorCode::FileUnwritable, why, file, {}};
}

std::optional<Error> refusal(const QString &file, const QString &databaseFile)
{
    const QFileInfo info(file);
    if (!QFileInfo(info.absolutePath()).isDir())
        return unwritable(file, QStringLiteral("The folder is not there"));
    if (!info.exists())
        return std::nullopt;
    if (info.isDir())
        return unwritable(file, QStringLiteral("A folder has this name"));
    if (!info.isFile()) // the copy would take the place of a device
        return unwritable(file, QStringLiteral("What has this name is no file"));
    if (info.canonicalFilePath() == QFileInfo(databaseFile).canonicalFilePath())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("This is the store itself"), file, {}};
    if (info.size() > 0 && !looksLikeStore(file))
        return Error{ErrorCode::AlreadyExists,
                     QStringLiteral("The file is no backup of Broadsheet; it is left alone"),
                     file,
                     {}};
    return std::nullopt;
}

/** Of backups under this name that were killed. */
void removeLeftParts(const QString &file)
{
    const QFileInfo info(file);
    const QString begin = info.fileName() + QStringLiteral(".part-");
    const QStringList names = info.dir().entryList(QDir::Files);
    for (const QString &name : names) {
        bool isNumber = false;
        const auto process = name.startsWith(begin) ? name.mid(begin.size()).toLongLong(&isNumber) : 0;
        if (isNumber && process > 0 && ::kill(pid_t(process), 0) != 0 && errno == ESRCH)
            info.dir().remove(name);
    }
}

std::optional<Error> isWhole(const QString &file)
{
    auto opened = Connection::open(file, Connection::Mode::Immutable, 0);
    if (!opened)
        return opened.error();
    QString found;
    {
        Query query(**opened, "PRAGMA quick_check(1)");
        found = query.next() ? query.text(0) : QString();
    }
    if ((*opened)->error())
        return (*opened)->error();
    if (found != QLatin1String("ok"))
        return Error{ErrorCode::StoreDamaged, found, {}, {}};
    return std::nullopt;
}

} // namespace

bool looksLikeStore(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = file.read(100);
    return header.size() == 100 && header.startsWith(QByteArray("SQLite format 3\0", 16)) &&
           qFromBigEndian<quint32>(header.constData() + 68) == quint32(Profile::applicationId);
}

Result<void> copyPages(Connection &source, const QString &target)
{
    auto opened = Connection::open(target, Connection::Mode::ReadWrite, 0);
    if (!opened)
        return opened.error();
    Connection &copy = **opened;
    // Thrown away if it does not come to its end, so it needs no journal; made durable at the end.
    copy.run("PRAGMA journal_mode = OFF");
    copy.run("PRAGMA synchronous = OFF");
    sqlite3_backup *work = sqlite3_backup_init(copy.handle(), "main", source.handle(), "main");
    int code = work ? SQLITE_OK : sqlite3_errcode(copy.handle());
    int busy = 0;
    while (work &&
           (code == SQLITE_OK || ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && ++busy < maximumBusy))) {
        if (code != SQLITE_OK)
            sqlite3_sleep(busyPauseMs);
        code = sqlite3_backup_step(work, pagesAStep);
    }
    const int systemError = sqlite3_system_errno(copy.handle());
    if (work)
        sqlite3_backup_finish(work);
    if (code == SQLITE_DONE)
        return {};
    Error error = storeError(code, QString::fromUtf8(sqlite3_errmsg(copy.handle())), systemError);
    error.subject = target;
    return error;
}

Result<void> write(Connection &source, const QString &file)
{
    const QString database = QString::fromUtf8(sqlite3_db_filename(source.handle(), "main"));
    if (auto refused = refusal(file, database))
        return *refused;
    removeLeftParts(file);
    const QString part = QStringLiteral("%1.part-%2").arg(file).arg(QCoreApplication::applicationPid());
    QFile::remove(part);
    {
        Query query(source,
                    "SELECT 1 FROM sqlite_schema LIMIT 1"); // from here on the transaction sees one state
    }
    std::optional<Error> error = source.error();
    if (error)
        return *error;
    if (auto copied = copyPages(source, part); !copied)
        error = copied.error();
    if (!error && !endLogging(part))
        error = unwritable(file, QStringLiteral("The copy cannot be written"));
    if (!error)
        error = isWhole(part);
    if (!error && !syncFile(part))
        error = unwritable(file, QStringLiteral("The copy cannot be made durable"));
    if (!error && std::rename(QFile::encodeName(part).constData(), QFile::encodeName(file).constData()) != 0)
        error = unwritable(file, QStringLiteral("The copy cannot be given its name"));
    if (error) {
        QFile::remove(part);
        error->subject = error->code == ErrorCode::StoreDamaged ? database : file;
        if (error->code == ErrorCode::StoreReadOnly || error->code == ErrorCode::StoreUnavailable)
            error->code = ErrorCode::FileUnwritable;
        return *error;
    }
    syncFolder(QFileInfo(file).absolutePath());
    return {};
}

QByteArray fingerprint(Connection &connection)
{
    QByteArray text;
    Query query(connection, "SELECT name, seq FROM sqlite_sequence UNION ALL "
                            "SELECT 'unread', unread FROM library_count UNION ALL "
                            "SELECT 'total', total FROM library_count UNION ALL "
                            "SELECT 'drafts', ifnull(max(saved), 0) FROM draft ORDER BY 1");
    while (query.next())
        text += query.text(0).toUtf8() + '=' + QByteArray::number(query.integer(1)) + ';';
    return text;
}

} // namespace broadsheet::store::backup
