// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/entrydraft.h"

namespace broadsheet::feed {

/** An element of Media RSS 1.5.1 in an entry: contents and groups become media and pictures, the rest fills
 * gaps. */
void readMedia(const XmlElement &element, EntryDraft &draft, Context &context);

/** The same where it describes the feed. */
void readMediaOfFeed(const XmlElement &element, Context &context);

} // namespace broadsheet::feed
