// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

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
    bool isMarked() const;

    /** Makes the folder and the file where missing, migrates, sets the marker. */
    Result<std::unique_ptr<Connection>> openWriter() const;
    Result<std::unique_ptr<Connection>> openReader(int busyTimeoutMs) const;

private:
    Result<void> lookBefore() const;
    Result<void> mark() const;

    QString m_folder;
};

} // namespace broadsheet::store
