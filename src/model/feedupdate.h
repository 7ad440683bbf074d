// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "model/article.h"
#include "model/parsedfeed.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <optional>

namespace broadsheet {

/** A feed that is due, with what the server gave us to ask with. Validators are black boxes, byte for byte. */
struct FetchPlan
{
    FeedId feed;
    QUrl url;
    QString title;
    QByteArray etag;
    QByteArray lastModified;
    QByteArray bodyHash; ///< of the last body that was taken in
    QDateTime lastFetch;
    QDateTime nextFetch;
    int failures = 0;        ///< in a row
    int redirectsSeen = 0;   ///< good fetches in a row that were permanently redirected to redirectTarget
    QUrl redirectTarget;
    bool due = true; ///< false: listed because asked for, but it must be skipped
};

/** The outcome of one fetch, to be written in one transaction or not at all. */
struct FeedUpdate
{
    FeedId feed;
    QDateTime fetchedAt;
    QDateTime nextFetch;
    std::optional<Error> error;     ///< failed: nothing but status and times is written
    bool gone = false;              ///< 410
    bool notModified = false;       ///< 304 or the same body
    std::optional<ParsedFeed> feedDocument; ///< cleaned; absent when notModified or failed
    bool validatorsGiven = false;   ///< the two below replace the stored ones (also by nothing)
    QByteArray etag;
    QByteArray lastModified;
    QByteArray bodyHash;
    QUrl finalUrl;                  ///< base of the document
    QUrl permanentUrl;              ///< valid: take this over as the feed's address
    int redirectsSeen = 0;
    QUrl redirectTarget;
};

struct FeedUpdateResult
{
    FeedId feed;
    int newArticles = 0;
    int updatedArticles = 0;
    ArticleChanges changes;
};

/** One feed's part of a sync, as told to the reader and printed by the command line. */
struct SyncOutcome
{
    enum class Status { New, Unchanged, Failed, Skipped };
    FeedId feed;
    QUrl feedUrl;
    QString title;
    Status status = Status::Skipped;
    int httpStatus = 0; ///< 0: none
    int newArticles = 0;
    int updatedArticles = 0;
    qint64 bytes = 0; ///< body bytes after decompression
    qint64 durationMs = 0;
    std::optional<Error> error;
    QDateTime nextFetch;
};

struct SyncSummary
{
    int feeds = 0;
    int failed = 0;
    int newArticles = 0;
    int updatedArticles = 0;
    qint64 bytes = 0;
    qint64 durationMs = 0;
    bool cancelled = false;
};

} // namespace broadsheet

Q_DECLARE_METATYPE(broadsheet::SyncOutcome)
Q_DECLARE_METATYPE(broadsheet::SyncSummary)
