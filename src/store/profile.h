// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/profilelock.h"

#include <QString>

namespace broadsheet::store {

/** Where the database lies in a profile folder, and how it is opened without harm to what is there. */
class Profile
{
public:
    static constexpr int applicationId = 0x42727368; ///< "Brsh", in the file's header

    explicit Profile(const QString &folder) : m_folder(folder) {}

    QString databaseFile() const;
    /** Says that a database was here once: without it, its loss would look like a first start. */
    QString markerFile() const;
    QString lockFile() const;
    /** Where the daily backups are, by the name library-<date>.sqlite. */
    QString backupFolder() const;
    bool isMarked() const;

    /** Makes the folder if missing. StoreUnavailable, StoreReadOnly. */
    Result<void> makeFolder() const;
    /** Takes the part in the profile's lock that everybody has who opens the database, and ends a
     * replacement that was broken off. */
    Result<std::unique_ptr<ProfileLock>> enter() const;

    /** Makes the file where missing, migrates, sets the marker. */
    Result<std::unique_ptr<Connection>> openWriter() const;
    Result<std::unique_ptr<Connection>> openReader(int busyTimeoutMs) const;
    /** For looking alone, where nothing can be written: as openReader(), or as a file that nobody changes.
     * StoreTooNew and the like; Unsupported for an older version, which cannot be brought forward. */
    Result<std::unique_ptr<Connection>> openUnwritable() const;

    /** Is it a database of ours, readable, not from the future? Changes nothing. */
    static std::optional<Error> probe(Connection &connection);

    // Putting another file in the place of the database; who does so holds the lock alone.
    /** Where the new one is made: a name of its own for each process. */
    QString newFile() const;
    /** The database and its log under another name beside it, begun with \a why; gives that name. Nothing if
     * there is none. */
    Result<QString> keepAside(const QString &why, const QDateTime &now) const;
    /** Puts newFile() in place: at once for everybody, and to the end even if it is broken off. */
    Result<void> replaceByNew() const;

private:
    Result<void> lookBefore() const;
    Result<void> mark() const;
    /** A whole database that is to be in the place of the present one. */
    QString nextFile() const;
    Result<void> finishReplacement() const;

    QString m_folder;
};

} // namespace broadsheet::store
