// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/guide.h"
#include "html/extract/pageview.h"

namespace broadsheet::html {

/**
 * Leaves out the boxes within the article that are none of its text: teasers of other articles, lists of
 * links, forms, lines about the article. \a guide protects what the page says is its text.
 */
void dropBoxes(PageView &view, const std::vector<int> &roots, const Guide &guide, int heading);

} // namespace broadsheet::html
