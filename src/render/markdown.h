// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "render/page.h"

namespace broadsheet::render {

/**
 * A page as Markdown (CommonMark 0.30, with the tables and the struck-out words of GitHub's): what is read back
 * says the same. Text of the page that would pass for a mark is escaped.
 */
QString toMarkdown(const Page &page);

/** An article: headline as "# ", who, where and when with the address, then its text. */
QString toMarkdown(const Article &article, const Page &page);

/** \a runs as one paragraph of Markdown. */
QString toMarkdown(const QList<Run> &runs, const Page &page);

} // namespace broadsheet::render
