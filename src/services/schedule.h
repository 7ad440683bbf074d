// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/fetchhints.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace broadsheet {

struct ParsedFeed;

/** The hints that stand in the document, and the dates of its newest entries up to \a now. */
FetchHints hintsOf(const ParsedFeed &feed, const QDateTime &now);

/** How often the feed has something new, from the dates of its newest entries; nothing where it has none. */
std::optional<std::chrono::seconds> rhythmOf(const FetchHints &hints, const QDateTime &now);

/** What the reader and the last fetch have to say about the next one. */
struct FetchPace
{
    std::optional<std::chrono::seconds> wish;     ///< the reader's; instead of the feed's rhythm
    std::optional<std::chrono::seconds> previous; ///< the last wait, where nothing has changed since
};

/**
 * When to ask again after a good answer: the reader's wish, else the feed's own rhythm, else the previous
 * wait and a little longer, else an hour; but for the wish within half an hour and 22 hours. Later where a
 * hint says so, which is believed up to a day, sy: up to a week; never within the hours and days to skip. \a
 * jitter (0 to 1) adds up to a tenth, so that feeds spread.
 */
QDateTime nextAfterSuccess(const QDateTime &now, const FetchHints &hints, const FetchPace &pace,
                           double jitter);

/**
 * When to ask again after the failure number \a failures in a row (from 1): ever more seldom, at most after a
 * week; after 410 in some six days; not before the server's \a retryAfter (minded up to a week).
 */
QDateTime nextAfterFailure(const QDateTime &now, const Error &error, int failures,
                           std::optional<std::chrono::seconds> retryAfter, double jitter);

} // namespace broadsheet
