// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

namespace broadsheet::html {

/**
 * One element for all that is named as the article's text, by microdata or by the names of content systems:
 * pages cut articles into pieces. Of several articles it is the first. None: nothing is named so.
 */
int namedBody(const PageView &view, bool microdata);

/** The article element around; none: there is no such. */
int articleAround(const Dom &dom, int node);

} // namespace broadsheet::html
