// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/readfeed.h"

#include "feed/parser.h"
#include "ingest/addresses.h"
#include "ingest/bodies.h"

namespace broadsheet::ingest {

Result<ParsedFeed> readFeed(const QByteArray &bytes, const QUrl &finalUrl, const QString &contentType,
                            const ReadOptions &options)
{
    feed::ParseOptions parsing;
    parsing.resolveLinks = !options.raw;
    Result<ParsedFeed> feed = feed::parse(bytes, finalUrl, contentType, parsing);
    if (!feed || options.raw)
        return feed;
    dropUnsafeAddresses(*feed);
    for (ParsedEntry &entry : feed->entries) {
        cleanBodies(entry, finalUrl, feed->siteUrl, options.plainText);
        chooseImage(entry);
    }
    return feed;
}

} // namespace broadsheet::ingest
