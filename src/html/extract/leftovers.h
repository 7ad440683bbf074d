// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/articlelines.h"

namespace broadsheet::html {

/**
 * Drops what lines and boxes that have gone leave behind: their labels, what stood under their headings, the
 * author's life below a name, headings that nothing follows.
 */
void dropLeftovers(ArticleLines &lines);

} // namespace broadsheet::html
