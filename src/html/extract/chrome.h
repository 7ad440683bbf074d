// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

namespace broadsheet::html {

/** How much of a page is taken for its frame: the stricter, the more. */
enum class Strictness {
    Careful,
    Lenient,
    OnlyHidden,
    WithoutScripts ///< nothing but what is hidden goes, and what is there for readers without scripts is
                   ///< shown
};

/**
 * Leaves out what surrounds articles everywhere: scripts, hidden parts, navigation, forms, comments, adverts,
 * by element, role and name. Spares what holds a large part of the page's paragraphs, or its heading: names
 * lie. Builds the segments.
 */
void dropChrome(PageView &view, int heading, Strictness strictness);

} // namespace broadsheet::html
