// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/guide.h"
#include "html/extract/metadata.h"
#include "html/extract/pageview.h"

namespace broadsheet::html {

/**
 * Leaves out single lines of the article that are none of its text: its own title, author and date, credits,
 * marks of adverts, pointers to other articles, calls to share, what stands after the last paragraph. Knows
 * them by what they say, where they stand and how much of them is a link.
 */
void dropLines(PageView &view, const std::vector<int> &roots, const Guide &guide, const Metadata &metadata,
               int heading);

} // namespace broadsheet::html
