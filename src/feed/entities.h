// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace broadsheet::feed {

/** The character of an HTML 4 entity ("eacute", without & and ;); 0 if there is none of that name. */
char32_t htmlEntity(QByteArrayView name);

/**
 * The character of a numeric reference's inside ("#233", "#xE9"); 128–159 mean windows-1252. 0 where XML or
 * Unicode has no such character.
 */
char32_t numericReference(QByteArrayView inside);

/** \a utf8 with entities and numeric references replaced by characters, once. What is no reference stays. */
QByteArray unescapedHtml(QByteArrayView utf8);

} // namespace broadsheet::feed
