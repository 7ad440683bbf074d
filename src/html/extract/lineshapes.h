// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

namespace broadsheet::html {

// What the elements around and within a line tell of it, whatever it says.

/** Sentences, and no heading. */
bool isParagraph(const Segment &line);

/** Within such an element, up to four deep. */
bool isWithin(const PageView &view, const Segment &line, Tag tag);

/** Within a quotation, a list or a table. */
bool isQuoted(const PageView &view, const Segment &line);

/** Within a cell that is no column of the page. */
bool isInSmallCell(const PageView &view, const Segment &line);

/** 1 to 6 within a heading, else 7. */
int levelOf(const PageView &view, const Segment &line);

/** "19.30 GMT" over an entry: all of the line is in one element for times. */
bool isTimeAlone(const PageView &view, const Segment &line);

/** All items of its list are short, and one is a day: who wrote it and when, below a lead. */
bool isListOfNameAndDay(const PageView &view, const Segment &line);

/** "Share", "Tweet", "Save", each a link of its own, with nothing between. */
bool isRowOfLinkedButtons(const PageView &view, const Segment &line);

/** The only link stands behind what is none, and leads to a page of the site, not to a file. */
bool isLinkToEnd(const PageView &view, const Segment &line);

/** The line's link leads to another site: what the text is about. */
bool leadsElsewhere(const PageView &view, const Segment &line);

/** \a node holds a link to another page of the site that is as long as a title. */
bool holdsTitleLink(const PageView &view, int node);

} // namespace broadsheet::html
