// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace broadsheet::feed {

/** A document's text, whatever it came in. */
struct DecodedText
{
    QByteArray
        utf8; ///< valid UTF-8 without a byte order mark; shares the input's bytes where it was that already
    QString encoding; ///< what the bytes were, IANA name in lower case
    QStringList warnings;
    bool asDeclared = true; ///< false: the declaration lies, or bytes had no meaning in it
};

/**
 * Finds out a document's encoding and turns it into UTF-8. In order: byte order mark; UTF-16 and UTF-32 seen
 * in the first bytes; charset of \a contentType; XML declaration; UTF-8 where the bytes are; a guess;
 * windows-1252. Never fails: bytes without a meaning are read as windows-1252 or left out (RFC 7303, XML 1.0
 * appendix F).
 */
DecodedText decodeDocument(const QByteArray &bytes, const QString &contentType);

/** The same for a web page, whose declaration is a meta element (WHATWG HTML, encoding sniffing). */
DecodedText decodePage(const QByteArray &bytes, const QString &contentType);

} // namespace broadsheet::feed
