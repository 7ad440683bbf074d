// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/entrydraft.h"

namespace broadsheet::feed {

/**
 * An element of an extension in an entry of any format: Dublin Core, content, Media RSS, iTunes,
 * Podcasting 2.0, slash, CommentAPI, threading, GeoRSS, FeedBurner, Creative Commons, XHTML, Atom within RSS.
 * False if it is none of these.
 */
bool readEntryModule(const XmlElement &element, EntryDraft &draft, Context &context);

/** An Atom element (of either version) in an entry, wherever the entry stands. False if its name is unknown.
 */
bool readAtomEntryElement(const XmlElement &element, EntryDraft &draft, Context &context);

} // namespace broadsheet::feed
