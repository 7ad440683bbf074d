// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/context.h"

#include <optional>

namespace broadsheet::feed {

/** An entry while its elements are read: candidates from several vocabularies, of which finished() picks. */
struct EntryDraft
{
    ParsedEntry entry;
    RawBody content;           ///< the whole text: content:encoded, atom:content, a body
    RawBody description;       ///< RSS description, Atom summary: the text where there is no content
    RawBody spare;             ///< what a module says of the item, for want of anything else
    QString originalUrl;       ///< what a redirecting proxy of the feed hides
    QString originalEnclosure; ///< the same of the first attachment
    QString discussion;        ///< where people talk about it, for want of a page of comments
    QString spareTitle;
    QString spareId;
    QDateTime spareDate;            ///< dc:date and its like: published where nothing better is given
    QDateTime edited;               ///< app:edited: modified where nothing better is given
    std::optional<double> duration; ///< of the first attachment
    std::optional<bool> guidIsLink;
    QString thumbnail;
    bool titleIsGiven = false;   ///< even if empty
    QByteArray describedBy;      ///< the element that gave the description
    bool contentIsGuess = false; ///< the content is a second description: a real one replaces it
};

/** Sets the content unless a real one is there already. */
void takeContent(EntryDraft &draft, RawBody body);

/** The entry with its choices made: title, address, dates, text and picture. */
ParsedEntry finished(EntryDraft &&draft);

} // namespace broadsheet::feed
