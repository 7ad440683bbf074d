// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/context.h"

namespace broadsheet::feed {

/** An element of an extension that describes the feed itself (see readEntryModule). False if it is none. */
bool readFeedModule(const XmlElement &element, Context &context);

/** An Atom element of either version that describes the feed. False if its name is unknown. */
bool readAtomFeedElement(const XmlElement &element, Context &context);

/** What can be told only at the end: the page where no link was plain, the language from xml:lang. */
void finishFeed(Context &context);

} // namespace broadsheet::feed
