// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>

namespace broadsheet {

/** The backups that are made by themselves: a folder below the profile, a file a day, the last seven kept. */
class AutoBackup
{
public:
    explicit AutoBackup(const QString &profile) : m_profile(profile) {}

    /** Is it time for one? Looks at names and sizes alone. */
    bool isDue(const QDateTime &now) const;
    /** Has anything changed since the last one? \a fingerprint is the store's. */
    bool hasNews(const QByteArray &fingerprint) const;
    /** Room for another copy, and some to go on working. */
    bool hasRoom() const;

    /** Makes the folder; false where it cannot be. */
    bool prepare() const;
    QString file(const QDateTime &now) const;
    /** Beside it: a file that every reader of feeds understands. */
    QString opmlFile(const QDateTime &now) const;
    /** To be called once the file is there: remembers what it holds, takes away what is too old. */
    void finish(const QByteArray &fingerprint, const QDateTime &now) const;

private:
    QString folder() const;
    QString fingerprintFile() const;
    QStringList names() const; ///< of backups, oldest first

    QString m_profile;
};

} // namespace broadsheet
