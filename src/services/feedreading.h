// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/parsedfeed.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace broadsheet {

/** What the pool makes of the bytes of a fetched feed. */
struct FeedReading
{
    QByteArray hash;                ///< of the bytes
    bool unchanged = false;         ///< the hash is the one known: not parsed
    bool complete = true;           ///< the document came to its end; else no validators may be kept
    std::optional<ParsedFeed> feed; ///< cleaned
    std::optional<Error> error;     ///< no feed, or a body that broke off in transit
};

/** The hash by which a body is known again. */
QByteArray bodyHash(const QByteArray &body);

/**
 * Reads a feed on the pool. \a knownHash is that of the last body taken in; \a arrivedWhole is false where
 * the connection is known to have broken off.
 *
 * A packed body that ends early is no error of the transfer, so the end of the document counts: of a document
 * without end the last entry, which may be half of one, is left out.
 */
FeedReading readFetchedFeed(const QByteArray &body, const QUrl &finalUrl, const QString &contentType,
                            const QByteArray &knownHash, bool arrivedWhole);

} // namespace broadsheet
