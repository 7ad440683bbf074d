// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace broadsheet::html {

/** A character reference: how many bytes it takes, the "&" included (0: there is none), and what it means in
 * UTF-8. */
struct CharacterReference
{
    qsizetype length = 0;
    char utf8[8] = {};
    int size = 0;
};

/**
 * Reads the reference at the start of \a text, which begins with "&" (HTML5 §13.2.5.72). Inside attributes a
 * name without semicolon before "=" or a letter is none, so that "?a=1&copy=2" stays.
 */
CharacterReference readReference(QByteArrayView text, bool inAttribute);

/** \a text with its references replaced, for attribute values. */
QByteArray withoutReferences(QByteArrayView text);

/** Raw text of a page as a reader sees it: references replaced, blanks collapsed. */
QString decoded(QByteArrayView raw);

} // namespace broadsheet::html
