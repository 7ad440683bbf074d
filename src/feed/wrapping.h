// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace broadsheet::feed {

/**
 * What \a bytes are behind gzip (RFC 1952) or zlib (RFC 1950), which servers deliver without a word about it;
 * of a stream that is cut off what came. Empty: neither, nothing could be read, or more than \a limit bytes.
 */
QByteArray inflated(const QByteArray &bytes, qsizetype limit);

/** Where the value begins in JSON behind what keeps scripts out (")]}'", "while(1);") or calls one (JSONP). 0
 * where none of these stands before an object, a list or a string. */
qsizetype behindScript(QByteArrayView utf8);

/** The text of the string that begins \a utf8, as JSON or JavaScript write one. */
QByteArray stringLiteral(QByteArrayView utf8);

/**
 * The feed that a page shows as text, its markup escaped ("&lt;rss"): what a browser's view or a web service
 * makes of one. Empty where there is none, or where the page says much else: it may explain feeds.
 */
QByteArray escapedFeed(QByteArrayView utf8);

/** Where a JSON Feed begins behind a script's complaint or within a page; -1: nowhere. */
qsizetype embeddedJson(QByteArrayView utf8);

} // namespace broadsheet::feed
