// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/chrome.h"

namespace broadsheet::html {

/**
 * Leaves out what only its words and its shape give away, whatever it is named: readers' comments below a
 * heading that says so or with a link to answer each, boxes around a field for an address, what stands under
 * the mark of an advert, offers to subscribe, tables of the page's own contents. Comments alone go where
 * the page is read with fewer rules. Spares what holds the page's heading or most of its paragraphs. Segments
 * must be built, and are to be built again.
 */
void dropAsides(PageView &view, int heading, Strictness strictness);

} // namespace broadsheet::html
