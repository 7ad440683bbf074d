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
    bool doubtful = false;          ///< refused, but if the same bytes come again, they are the document
    std::optional<ParsedFeed> feed; ///< cleaned
    std::optional<Error> error;     ///< no feed, or a body that broke off in transit
};

/** The hash by which a body is known again. */
QByteArray bodyHash(const QByteArray &body);

/** A body as it came, and what the way it came says of it. */
struct ArrivedBody
{
    QByteArray bytes;
    QUrl finalUrl;
    QString contentType;
    bool whole = true; ///< false: the connection is known to have broken off
    bool measured =
        true; ///< its length was told and is right: if something is missing, the publisher left it out
    QByteArray knownHash;    ///< of the last body taken in
    QByteArray doubtfulHash; ///< of the last one that was refused as doubtful
};

/**
 * Reads a feed on the pool.
 *
 * Not every transfer that was cut says so: a packed body that ends early is no error of Qt's, nor is the end
 * of a connection without a length. So the end of the document counts. Without it, and without the right
 * length, the body is refused with IncompleteBody; if it is the one known as doubtful, it is how the
 * publisher has it, and the entries before the break are taken (the last one, which may be half of one, is
 * left out).
 */
FeedReading readFetchedFeed(const ArrivedBody &body);

} // namespace broadsheet
