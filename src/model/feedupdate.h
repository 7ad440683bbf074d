// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "model/article.h"
#include "model/fetchhints.h"
#include "model/parsedfeed.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <chrono>
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
    QUrl validatorsUrl;      ///< what gave the two above; empty: url
    QByteArray bodyHash;     ///< of the last body that was taken in
    QByteArray doubtfulHash; ///< of a body that seemed cut: if it comes again, the document is just so
    FetchHints hints;
    std::optional<std::chrono::minutes> interval; ///< the reader's wish
    QByteArray certificate; ///< SHA-256 of one that is accepted though it does not verify
    QString proxy;          ///< '' as the setting says, 'direct', or an address
    bool hasSecret = false; ///< a login, headers or cookies lie in the keyring
    QDateTime lastFetch;
    QDateTime nextFetch;
    int failures = 0;      ///< in a row
    int redirectsSeen = 0; ///< good fetches in a row that were permanently redirected to redirectTarget
    QUrl redirectTarget;
    bool due = true; ///< false: listed because asked for, but it must be skipped
};

/** Which feeds are to be fetched. */
struct FetchWish
{
    bool force = false;       ///< also what is not due, and hosts that want to be left alone
    QList<FeedId> only = {};  ///< empty: all
    bool listSkipped = false; ///< also list what must wait, with due=false
};

/** A host (name and port) that wants to be left alone for a while. */
struct HostHold
{
    QString host;
    QDateTime until;
};

/** The outcome of one fetch, to be written in one transaction or not at all. */
struct FeedUpdate
{
    FeedId feed;
    QDateTime fetchedAt;
    QDateTime nextFetch;
    std::optional<Error> error;             ///< failed: nothing but status and times is written
    bool asked = true;                      ///< false: nobody was asked; only the next time is written
    bool gone = false;                      ///< 410
    bool notModified = false;               ///< 304 or the same body
    std::optional<ParsedFeed> feedDocument; ///< cleaned; absent when notModified or failed
    bool validatorsGiven = false;           ///< the two below replace the stored ones (also by nothing)
    QByteArray etag;
    QByteArray lastModified;
    QUrl validatorsUrl;
    QByteArray bodyHash;
    QByteArray doubtfulHash;
    std::optional<FetchHints> hints; ///< replace the stored ones
    std::optional<HostHold> hold;
    int httpStatus = 0;
    qint64 bytes = 0;
    qint64 durationMs = 0;
    QUrl finalUrl;     ///< base of the document
    QUrl permanentUrl; ///< valid: take this over as the feed's address
    int redirectsSeen = 0;
    QUrl redirectTarget;
    QUrl movedTo;            ///< valid: a permanent move that needs the reader's word
    bool moreToCome = false; ///< other feeds of the same run are on their way: it may wait to share a commit
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
