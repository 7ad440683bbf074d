// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/entrydraft.h"

#include "feed/text.h"
#include "feed/values.h"

#include <cmath>

namespace broadsheet::feed {
namespace {

void chooseTexts(EntryDraft &draft)
{
    ParsedEntry &entry = draft.entry;
    if (draft.description.isEmpty())
        draft.description = std::move(draft.spare);
    if (draft.content.isEmpty()) {
        entry.rawContent = std::move(draft.description);
        return;
    }
    entry.rawContent = std::move(draft.content);
    entry.rawSummary = std::move(draft.description);
    if (entry.rawSummary.data == entry.rawContent.data)
        entry.rawSummary = {};
    entry.summary = entry.rawSummary.kind == RawBody::Kind::Html ? plainFromHtml(entry.rawSummary.data)
                                                                 : plainFromText(entry.rawSummary.data);
}

void chooseAddress(EntryDraft &draft)
{
    ParsedEntry &entry = draft.entry;
    if (!draft.originalUrl.isEmpty())
        entry.url = draft.originalUrl;
    if (entry.url.isEmpty() && draft.guidIsLink.value_or(false))
        entry.url = entry.id;
    if (entry.url.isEmpty()) {
        for (const Link &link : std::as_const(entry.links)) {
            if (link.rel.isEmpty() || link.rel == u"alternate") {
                entry.url = link.href;
                break;
            }
        }
    }
    if (entry.id.isEmpty())
        entry.id = draft.spareId;
}

} // namespace

void takeContent(EntryDraft &draft, RawBody body)
{
    if (body.isEmpty() || (!draft.content.isEmpty() && !draft.contentIsGuess))
        return;
    draft.content = std::move(body);
    draft.contentIsGuess = false;
}

ParsedEntry finished(EntryDraft &&draft)
{
    ParsedEntry &entry = draft.entry;
    if (entry.title.isEmpty())
        entry.title = draft.spareTitle;
    chooseTexts(draft);
    chooseAddress(draft);
    if (!entry.published.isValid())
        entry.published = draft.spareDate;
    else if (!entry.modified.isValid() && draft.spareDate.isValid() && draft.spareDate != entry.published)
        entry.modified = draft.spareDate;
    if (!entry.modified.isValid())
        entry.modified = draft.edited;
    if (!draft.originalEnclosure.isEmpty() && !entry.enclosures.isEmpty())
        entry.enclosures.first().url = draft.originalEnclosure;
    takeText(entry.commentsUrl, draft.discussion);
    if (draft.duration && !entry.enclosures.isEmpty() && !entry.enclosures.constFirst().durationInSeconds)
        entry.enclosures.first().durationInSeconds = draft.duration;
    if (entry.image.isEmpty())
        entry.image = draft.thumbnail;
    if (entry.location &&
        (std::abs(entry.location->latitude) > 90 || std::abs(entry.location->longitude) > 360))
        entry.location.reset(); // half a place is none
    return std::move(entry);
}

} // namespace broadsheet::feed
