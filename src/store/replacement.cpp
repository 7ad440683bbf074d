// SPDX-License-Identifier: GPL-3.0-or-later
// Putting another database in the place of a profile's: for a restore and a repair.
//
// At any moment of it a kill leaves either the old database or the new one. The new one is made under a name of
// its own (newFile), made durable, and renamed to nextFile: that is the decision. From then on whoever enters
// the profile ends the work: a log of the old database must not be there when the new one gets its name, since
// SQLite would play it into it.
#include "store/filesync.h"
#include "store/profile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

#include <unistd.h>

namespace broadsheet::store {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 30s;

/** Under a second name, so that the first can be replaced; a copy where the file system has no links. */
bool keep(const QString &file, const QString &as)
{
    if (::link(QFile::encodeName(file).constData(), QFile::encodeName(as).constData()) == 0)
        return true;
    return QFile::copy(file, as) && syncFile(as);
}

} // namespace

QString Profile::newFile() const
{
    return m_folder + QStringLiteral("/library.new-%1").arg(QCoreApplication::applicationPid());
}

QString Profile::nextFile() const
{
    return m_folder + QStringLiteral("/library.next");
}

Result<QString> Profile::keepAside(const QString &why, const QDateTime &now) const
{
    const QFileInfo present(databaseFile());
    if (!present.exists())
        return QString();
    const QString base =
        m_folder +
        QStringLiteral("/library-%1-%2").arg(why, now.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    QString name = base + QStringLiteral(".sqlite");
    for (int n = 2; QFileInfo::exists(name); ++n)
        name = QStringLiteral("%1-%2.sqlite").arg(base).arg(n);
    const Error failed{
        ErrorCode::FileUnwritable, QStringLiteral("The present store cannot be kept"), name, {}};
    if (!present.isFile()) // somebody put a folder there
        return QFile::rename(databaseFile(), name) ? Result<QString>(name) : failed;
    const QString log = databaseFile() + QStringLiteral("-wal");
    if (QFileInfo(log).size() > 0) {
        // A copy: the log goes on being written as long as the old database is the present one.
        if (!QFile::copy(log, name + QStringLiteral("-wal")) || !syncFile(name + QStringLiteral("-wal")))
            return failed;
    }
    return keep(databaseFile(), name) ? Result<QString>(name) : failed;
}

Result<void> Profile::replaceByNew() const
{
    const Error failed{ErrorCode::FileUnwritable,
                       QStringLiteral("The new store cannot be put in place"),
                       databaseFile(),
                       {}};
    if (!syncFile(newFile()))
        return failed;
    if (std::rename(QFile::encodeName(newFile()).constData(), QFile::encodeName(nextFile()).constData()) != 0)
        return failed;
    syncFolder(m_folder);
    return finishReplacement();
}

Result<void> Profile::finishReplacement() const
{
    if (!QFileInfo::exists(nextFile()))
        return {};
    for (const char *beside : {"-wal", "-shm", "-journal"})
        QFile::remove(databaseFile() + QLatin1String(beside));
    syncFolder(m_folder);
    if (std::rename(QFile::encodeName(nextFile()).constData(),
                    QFile::encodeName(databaseFile()).constData()) != 0)
        return Error{ErrorCode::FileUnwritable,
                     QStringLiteral("The new store cannot be put in place"),
                     databaseFile(),
                     {}};
    syncFolder(m_folder);
    return mark();
}

Result<std::unique_ptr<ProfileLock>> Profile::enter() const
{
    if (const auto made = makeFolder(); !made)
        return made.error();
    auto lock = ProfileLock::take(lockFile(), ProfileLock::Kind::Shared, patience);
    if (!lock || !QFileInfo::exists(nextFile()))
        return lock;
    // Nobody replaces just now, or we would not be in: it was broken off.
    if (const auto alone = (*lock)->become(ProfileLock::Kind::Alone, patience); !alone)
        return alone.error();
    if (const auto finished = finishReplacement(); !finished)
        return finished.error();
    if (const auto shared = (*lock)->become(ProfileLock::Kind::Shared, patience); !shared)
        return shared.error();
    return lock;
}

} // namespace broadsheet::store
