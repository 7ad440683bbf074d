// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace broadsheet {

struct ParsedFeed;

/** What a feed and its server say about when to come again. */
struct FetchHints
{
    std::optional<std::chrono::seconds> freshness; ///< Cache-Control, Expires
    std::optional<int> ttlMinutes;
    QList<int> skipHours; ///< 0–23, GMT
    QStringList skipDays; ///< English names
    QString updatePeriod; ///< sy:updatePeriod
    std::optional<int> updateFrequency;
};

/** The hints that stand in the document. */
FetchHints hintsOf(const ParsedFeed &feed);

/** How often the feed has something new, from the dates of its newest entries; nothing where it has none. */
std::optional<std::chrono::seconds> rhythmOf(const ParsedFeed &feed, const QDateTime &now);

/**
 * When to ask again after a good answer: the feed's own rhythm (else \a previous, a little longer, else an
 * hour) within half an hour and 22 hours; later where a hint says so, which is believed up to a day, sy: up
 * to a week; never within the hours and days to skip. \a jitter (0 to 1) adds up to a tenth, so that feeds
 * spread.
 */
QDateTime nextAfterSuccess(const QDateTime &now, const FetchHints &hints,
                           std::optional<std::chrono::seconds> rhythm,
                           std::optional<std::chrono::seconds> previous, double jitter);

/**
 * When to ask again after the failure number \a failures in a row (from 1): ever more seldom, at most after a
 * week; after 410 in some six days; not before the server's \a retryAfter (minded up to a week).
 */
QDateTime nextAfterFailure(const QDateTime &now, const Error &error, int failures,
                           std::optional<std::chrono::seconds> retryAfter, double jitter);

} // namespace broadsheet
