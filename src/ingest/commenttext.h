// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"

#include <QString>

namespace broadsheet::ingest {

/** A reply as it is kept: as typed, and as markup to show. */
struct CommentText
{
    QString text; ///< as typed, line ends unified, blanks at the ends cut
    SafeHtml html;
};

/**
 * Renders a reply's Markdown: paragraphs, line breaks, > quotes, lists, fenced and inline code, *emphasis*,
 * **strong**, [links](https://…) and bare http(s) addresses. Everything else is text, tags included. The
 * markup goes through the cleaner like any other.
 */
CommentText commentText(const QString &markdown);

} // namespace broadsheet::ingest
