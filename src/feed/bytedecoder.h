// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/encoding.h"

#include <QByteArrayView>

namespace broadsheet::feed {

/** What of \a bytes could be UTF-8. */
struct Utf8Statistics
{
    qsizetype sequences = 0; ///< valid ones of more than one byte
    qsizetype strangers = 0; ///< bytes that fit nowhere; a character that the end cuts off is none
};

Utf8Statistics utf8Statistics(QByteArrayView bytes);

/** True if iconv (or this program) can read \a encoding and ASCII stays ASCII in it: what hides markup in
 * other bytes (UTF-7, EBCDIC) is not known. */
bool isKnownEncoding(const QByteArray &encoding);

/** What DecodedText calls \a encoding: its IANA name. */
QString decodedName(const QByteArray &encoding);

/** \a bytes read as \a encoding, which is known; bytes without a meaning are left out. */
DecodedText decodeAs(QByteArrayView bytes, const QByteArray &encoding);

/** \a bytes from \a skip on read as UTF-8; bytes that fit nowhere as windows-1252. */
DecodedText decodeUtf8(const QByteArray &bytes, qsizetype skip);

} // namespace broadsheet::feed
