// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

namespace broadsheet::html {

/** Lines that follow each other and are more text than anything else on the page. */
struct TextRun
{
    int first = -1; ///< segments; -1: there is no text
    int last = -1;
    int paragraphs = 0;
    double weight = 0;     ///< of the paragraphs
    int block = Dom::none; ///< the innermost element that holds nearly all of it
};

/** The first line below \a heading where at least half of the text stands there, else the first of all. */
int firstLineOf(const PageView &view, int heading);

/**
 * Finds it by the lines alone, whatever the elements around are: paragraphs count for it, links and short
 * lines against it. What stands above \a heading is left out where enough stands below.
 */
TextRun findTextRun(const PageView &view, int heading);

} // namespace broadsheet::html
