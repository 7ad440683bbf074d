// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/autobackup.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace broadsheet {

namespace {

constexpr int kept = 7;
/** A new store up to this size is worth its first backup at once: it costs next to nothing. */
constexpr qint64 smallStore = 16 << 20;
constexpr qint64 spareBytes = 64 << 20;
constexpr qint64 daySeconds = 24 * 60 * 60;
constexpr qint64 partForgottenSeconds = 60 * 60;

} // namespace

QString AutoBackup::folder() const
{
    return m_profile + QStringLiteral("/backups");
}

QString AutoBackup::fingerprintFile() const
{
    return folder() + QStringLiteral("/newest.txt");
}

QStringList AutoBackup::names() const
{
    return QDir(folder()).entryList({QStringLiteral("library-*-*-*.sqlite")}, QDir::Files, QDir::Name);
}

QString AutoBackup::file(const QDateTime &now) const
{
    return folder() + QStringLiteral("/library-") + now.toLocalTime().date().toString(Qt::ISODate) +
           QStringLiteral(".sqlite");
}

QString AutoBackup::opmlFile(const QDateTime &now) const
{
    QString name = file(now);
    name.chop(qsizetype(sizeof("sqlite") - 1));
    return name + QStringLiteral("opml");
}

bool AutoBackup::isDue(const QDateTime &now) const
{
    if (QFileInfo::exists(file(now)))
        return false;
    if (!names().isEmpty())
        return true;
    const QFileInfo database(m_profile + QStringLiteral("/library.sqlite"));
    const qint64 size = database.size() + QFileInfo(database.filePath() + QStringLiteral("-wal")).size();
    const QFileInfo marker(m_profile + QStringLiteral("/library.marker"));
    return size <= smallStore || marker.lastModified().secsTo(now) >= daySeconds;
}

bool AutoBackup::hasNews(const QByteArray &fingerprint) const
{
    QFile file(fingerprintFile());
    return names().isEmpty() || !file.open(QIODevice::ReadOnly) || file.readAll().trimmed() != fingerprint;
}

bool AutoBackup::hasRoom() const
{
    const QStorageInfo disk(m_profile);
    const qint64 size = QFileInfo(m_profile + QStringLiteral("/library.sqlite")).size();
    return !disk.isValid() || disk.bytesAvailable() > size + spareBytes;
}

bool AutoBackup::prepare() const
{
    return QDir().mkpath(folder());
}

void AutoBackup::finish(const QByteArray &fingerprint, const QDateTime &now) const
{
    QSaveFile newest(fingerprintFile());
    if (newest.open(QIODevice::WriteOnly)) {
        newest.write(fingerprint + '\n');
        newest.commit();
    }
    QDir here(folder());
    QStringList all = names();
    all.removeOne(QFileInfo(file(now)).fileName()); // whatever the clock says of the others
    while (all.size() >= kept) {
        const QString oldest = all.takeFirst();
        here.remove(oldest);
        here.remove(oldest.chopped(qsizetype(sizeof("sqlite") - 1)) + QStringLiteral("opml"));
    }
    const auto parts = here.entryInfoList({QStringLiteral("*.part-*")}, QDir::Files);
    for (const QFileInfo &part : parts) {
        if (part.lastModified().secsTo(now) > partForgottenSeconds)
            here.remove(part.fileName()); // of one that was killed
    }
}

} // namespace broadsheet
