// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <chrono>
#include <memory>

namespace broadsheet::store {

/**
 * Who uses the database of a profile: everybody that has it open holds the lock together with the others; who
 * puts another file in its place holds it alone. It goes with the process, however that ends. (SQLite's own
 * locks are in the file that is replaced.)
 */
class ProfileLock
{
public:
    enum class Kind { Shared, Alone };

    /**
     * Waits at most \a patience; StoreBusy then. Where nothing can be written a shared lock is none: nobody can
     * replace anything there. StoreReadOnly for one that is to be alone.
     */
    static Result<std::unique_ptr<ProfileLock>> take(const QString &file, Kind kind,
                                                     std::chrono::milliseconds patience);
    ~ProfileLock();
    ProfileLock(const ProfileLock &) = delete;
    ProfileLock &operator=(const ProfileLock &) = delete;

    /** From the one kind to the other; in between it may be nobody's. */
    Result<void> become(Kind kind, std::chrono::milliseconds patience);

private:
    explicit ProfileLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1; ///< -1: none was possible
};

} // namespace broadsheet::store
