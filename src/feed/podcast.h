// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/entrydraft.h"

namespace broadsheet::feed {

/** An element of Apple's (or Google's) podcast vocabulary in an entry. */
void readItunesOfEntry(const XmlElement &element, EntryDraft &draft, Context &context);

/** The same where it describes the feed. */
void readItunesOfFeed(const XmlElement &element, Context &context);

/** Podcasting 2.0 in an entry: people, transcripts, chapters, other forms of the file, place, licence, where
 * people talk about it. */
void readPodcastOfEntry(const XmlElement &element, EntryDraft &draft, Context &context);

/** The same where it describes the feed: its name for ever, people, picture, licence. */
void readPodcastOfFeed(const XmlElement &element, Context &context);

} // namespace broadsheet::feed
