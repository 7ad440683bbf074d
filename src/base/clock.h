// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace broadsheet {

/** Where the time comes from; handed in, so that a test can hold or move it. */
class Clock
{
public:
    virtual ~Clock() = default;
    /** Now, in UTC, with milliseconds. May be called from any thread. */
    virtual QDateTime now() const = 0;
};

class SystemClock : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace broadsheet
