// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QUrl>

#include <optional>

namespace broadsheet {

/** One fetch of a feed, as the activity log keeps it. */
struct FetchTry
{
    enum class Kind { New, Unchanged, NotModified, Failed };
    QDateTime at;
    Kind kind = Kind::Failed;
    int httpStatus = 0; ///< 0: none
    int newArticles = 0;
    int updatedArticles = 0;
    qint64 bytes = 0;
    qint64 durationMs = 0;
    QUrl movedTo;               ///< valid: permanently redirected to there
    std::optional<Error> error; ///< code and detail
};

/** How many tries of each feed the log keeps. */
constexpr int triesKept = 30;

} // namespace broadsheet
