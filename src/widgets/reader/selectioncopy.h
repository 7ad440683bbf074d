// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

class QMimeData;
class QTextCursor;

namespace broadsheet::selectioncopy {

/** The selected words: list markers before their items, the alternative text for pictures, a blank line
 * between paragraphs. */
QString plainText(const QTextCursor &selection);

/** The selected words as Markdown: headings, emphasis, links, code, lists, quotations. */
QString markdown(const QTextCursor &selection);

/** As a quotation with where it comes from: the words after "> ", then "— [title](url)". */
QString quotation(const QTextCursor &selection, const QString &title, const QUrl &url);

/** The same as plain text and as simple HTML without styles, fit for a letter. Caller owns it. */
QMimeData *mimeData(const QTextCursor &selection);

} // namespace broadsheet::selectioncopy
