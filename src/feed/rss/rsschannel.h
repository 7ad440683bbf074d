// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/context.h"

namespace broadsheet::feed {

/** An element of an RSS channel other than item (RSS 2.0.11 §"Optional channel elements"), extensions
 * included. */
void readRssChannelElement(const XmlElement &element, Context &context);

/** The channel's image, which has a title and a link of its own. */
void readRssImage(const XmlElement &image, Context &context);

} // namespace broadsheet::feed
