// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace broadsheet {

/** A line of doctor's report. */
struct CheckResult
{
    enum class Status { Ok, Repaired, Damaged };
    QString check;
    Status status = Status::Ok;
    QString detail;
};

/** How long articles are kept where nothing else is wished for. 0: no limit. */
struct RetentionPolicy
{
    int days = 0;
    qint64 count = 0; ///< of each feed, the newest
    bool keepUnread = true;
};

/** The same for a feed or a category; nothing: as the category or library above it. */
struct RetentionLimits
{
    std::optional<int> days;
    std::optional<qint64> count;
    bool operator==(const RetentionLimits &) const = default;
};

/** Counts and sizes of the store. */
struct Statistics
{
    qint64 feeds = 0;
    qint64 categories = 0;
    qint64 articles = 0;
    qint64 unread = 0;
    qint64 starred = 0;
    qint64 comments = 0;
    qint64 revisions = 0;
    qint64 tags = 0;
    qint64 databaseBytes = 0; ///< with its write-ahead log
    qint64 notIndexed = 0;    ///< articles whose text the search index does not hold yet
};

} // namespace broadsheet
