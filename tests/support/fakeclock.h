// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <atomic>

namespace broadsheet::test {

/** A clock that stands until it is moved. Starts at 2026-03-12T09:41:00Z. */
class FakeClock : public Clock
{
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_ms.load(), Qt::UTC); }
    void set(const QDateTime &time) { m_ms = time.toMSecsSinceEpoch(); }
    void advance(std::chrono::milliseconds by) { m_ms += by.count(); }

private:
    std::atomic<qint64> m_ms = 1773308460000;
};

} // namespace broadsheet::test
