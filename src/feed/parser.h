// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/parsedfeed.h"

#include <QByteArray>
#include <QUrl>

namespace broadsheet::feed {

struct ParseOptions
{
    bool resolveLinks = true; ///< false: addresses stay as the feed writes them
};

/**
 * Turns a feed's bytes into values: any encoding, RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed.
 * Addresses are resolved against xml:base and \a baseUrl; bodies stay raw. A half-broken feed is a success
 * with warnings and wellFormed false; what stands before a break is kept.
 *
 * Errors: EmptyBody; TooLarge; NotAFeed (a page, anything else); Malformed (nothing to be read in it).
 * Pure: may run on any thread. Time and memory are linear in the size of \a bytes, whatever they hold.
 */
Result<ParsedFeed> parse(const QByteArray &bytes, const QUrl &baseUrl, const QString &contentType,
                         const ParseOptions &options = {});

} // namespace broadsheet::feed
