// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace broadsheet::feed {

/** \a utf8 without the marks of a CDATA section that was escaped with what it holds: they are no text. */
QByteArrayView withoutCdataMarks(QByteArrayView utf8);

/**
 * Plain text of something that may be HTML, as titles of RSS: tags that HTML has are taken out, references
 * replaced once, white space collapsed. What only looks like a tag ("A<B", "2 > 1", "<grin>") is text.
 */
QString plainFromHtml(QByteArrayView utf8);

/** Plain text of plain text: white space collapsed, nothing else. */
QString plainFromText(QByteArrayView utf8);

/** True where \a utf8 holds a tag that HTML has. */
bool hasTags(QByteArrayView utf8);

} // namespace broadsheet::feed
