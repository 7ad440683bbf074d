// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace broadsheet::ingest {

/** The markup of a reply's Markdown, see commentText(). Escaped, but not cleaned yet. Linear but for nested
 * quotes. */
QByteArray markupOfMarkdown(QStringView markdown);

/** The markup within one block: code, emphasis, links. */
QByteArray inlineMarkup(QStringView text);

} // namespace broadsheet::ingest
