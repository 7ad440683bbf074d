// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace broadsheet {

/** What a feed and its server say about when to come again. Kept between fetches: a 304 repeats none of it.
 */
struct FetchHints
{
    std::optional<std::chrono::seconds> freshness; ///< Cache-Control, Expires
    std::optional<int> ttlMinutes;
    QList<int> skipHours; ///< 0–23, GMT
    QStringList skipDays; ///< English names
    QString updatePeriod; ///< sy:updatePeriod
    std::optional<int> updateFrequency;
    std::optional<std::chrono::seconds> entryGap; ///< usual time between the newest entries
    QDateTime newestEntry;                        ///< date of the newest; invalid: none has a date
    bool operator==(const FetchHints &) const = default;
};

} // namespace broadsheet
