// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace broadsheet::feed {

/** What a detector of languages makes of the bytes that are no ASCII; empty where they are too few to tell.
 */
QByteArray guessedEncoding(QByteArrayView bytes);

/** ISO-2022 and HZ (RFC 1843) switch between character sets by seven-bit bytes, which are neither ASCII nor
 * UTF-8. Empty: \a bytes do not. */
QByteArray shiftedEncoding(QByteArrayView bytes);

/**
 * What \a bytes are that call themselves windows-1252 (Latin-1, ASCII) and cannot be: words of other scripts,
 * signs in the middle of words, or a language of Central Europe. A server that adds its default to everything
 * is the usual cause, so \a other, what the document itself says, is asked first. Empty: they may be.
 */
QByteArray belyingWindows1252(QByteArrayView bytes, const QByteArray &other);

/** Another encoding of Cyrillic than \a declared, where that makes words of cAPITALS. Empty: none. */
QByteArray otherCyrillic(QByteArrayView bytes, const QByteArray &declared);

/** Characters in UTF-8 whose bytes were taken for windows-1252 or windows-1251 and made UTF-8 once more are
 * what they were again. Empty unless every character beyond ASCII is of that kind, and several are. */
QByteArray withoutSecondEncoding(QByteArrayView utf8);

} // namespace broadsheet::feed
