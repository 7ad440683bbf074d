// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/entrymodules.h"

#include "feed/location.h"
#include "feed/media.h"
#include "feed/people.h"
#include "feed/podcast.h"
#include "feed/text.h"
#include "feed/values.h"

namespace broadsheet::feed {
namespace {

/** Dublin Core 1.1 and its terms: what publishers say of any document. */
void readDublinCore(const XmlElement &element, EntryDraft &draft, Context &context)
{
    ParsedEntry &entry = draft.entry;
    const QByteArrayView name = element.name();
    if (name == "creator" || name == "author")
        addPerson(entry.authors, personFromText(element.text()));
    else if (name == "contributor")
        addPerson(entry.contributors, personFromText(element.text()));
    else if (name == "date")
        takeDate(draft.spareDate, element);
    else if (name == "issued" || name == "available")
        takeDate(entry.published, element);
    else if (name == "modified")
        takeDate(entry.modified, element);
    else if (name == "created")
        takeDate(entry.created, element);
    else if (name == "license")
        addLicense(entry.links, element, context);
    else if (name == "subject")
        addTerm(entry.categories, {plainText(element), {}, {}});
    else if (name == "language")
        takeText(entry.language, plainFromText(element.text()));
    else if (name == "rights" || name == "rightsholder")
        takeText(entry.rights, plainText(element));
    else if (name == "publisher")
        takeText(entry.publisher, plainText(element));
    else if (name == "title")
        takeText(draft.spareTitle, plainText(element));
    else if (name == "identifier")
        takeText(draft.spareId, plainFromText(element.text()));
    else if ((name == "description" || name == "abstract") && draft.spare.isEmpty())
        draft.spare = htmlBody(element);
    else if (name == "valid") { // "start=…;end=…" (DCMI Period)
        const QByteArray text = element.text();
        const qsizetype end = text.indexOf("end=");
        if (end >= 0)
            takeDate(entry.expired,
                     text.mid(end + 4, text.indexOf(';', end) < 0 ? -1 : text.indexOf(';', end) - end - 4));
    }
}

void readThreading(const XmlElement &element, EntryDraft &draft, Context &context)
{
    if (element.name() == "in-reply-to") {
        const InReplyTo reply{QString::fromUtf8(element.attribute("ref")).trimmed(),
                              context.resolved(element, element.attribute("href"))};
        if (!reply.ref.isEmpty() || !reply.href.isEmpty())
            draft.entry.inReplyTo.append(reply);
    } else if (element.name() == "total" && !draft.entry.commentCount) {
        draft.entry.commentCount = smallNumber(element.text());
    }
}

/** Aggregation and news partners: where an item was first, and its whole text. */
void readSyndicated(const XmlElement &element, EntryDraft &draft, Context &context)
{
    ParsedEntry &entry = draft.entry;
    const QByteArrayView name = element.name();
    if (element.ns() == Ns::FullText) {
        if (name == "full-text" || name == "fulltext" || name == "content")
            takeContent(draft, htmlBody(element));
        return;
    }
    if (name != "source" && name != "sourceurl") {
        if (name == "timestamp")
            takeDate(draft.spareDate, element);
        return;
    }
    if (!entry.source)
        entry.source = EntrySource();
    if (name == "source")
        takeText(entry.source->title, plainText(element));
    else
        takeText(entry.source->url, context.resolvedText(element));
}

/** RSS 1.0's own module for attached files. */
void readRdfEnclosure(const XmlElement &element, EntryDraft &draft, const Context &context)
{
    Enclosure enclosure;
    const QByteArrayView resource = element.attribute("resource", Ns::Rdf);
    enclosure.url =
        context.resolved(element, resource.isNull() ? element.attribute("url", Ns::Enclosure) : resource);
    enclosure.mimeType = QString::fromUtf8(element.attribute("type", Ns::Enclosure)).trimmed();
    enclosure.sizeInBytes = wholeNumber(element.attribute("length", Ns::Enclosure));
    addEnclosure(draft.entry.enclosures, enclosure);
}

/** What scientific publishers (Prism) and RSS's author (source) say beside the rest. */
void readPrism(const XmlElement &element, EntryDraft &draft, Context &context)
{
    const QByteArrayView name = element.name();
    if (name == "publicationdate" || name == "coverdate") {
        if (!draft.spareDate.isValid())
            takeDate(draft.spareDate, element);
    } else if (name == "url") {
        Link link;
        link.rel = QStringLiteral("alternate");
        link.href = context.resolvedText(element);
        if (draft.entry.url.isEmpty())
            addLink(draft.entry.links, link);
    } else if (name == "copyright") {
        takeText(draft.entry.rights, plainText(element));
    } else if (name == "section" || name == "keyword") {
        addTerm(draft.entry.categories, {plainText(element), {}, {}});
    }
}

void readScriptingSource(const XmlElement &element, EntryDraft &draft, Context &context)
{
    const QByteArrayView name = element.name();
    if (name == "inreplyto") {
        const QString address = context.resolvedText(element);
        if (!address.isEmpty())
            draft.entry.inReplyTo.append({address, address});
    } else if (name == "comments") {
        takeText(draft.entry.commentsUrl, context.resolvedText(element));
    } else if (name == "markdown" && draft.spare.isEmpty()) {
        draft.spare = htmlBody(element);
        draft.spare.kind = RawBody::Kind::Text;
    }
}

void readFeedBurner(const XmlElement &element, EntryDraft &draft, Context &context)
{
    if (element.name() == "origlink")
        takeText(draft.originalUrl, context.resolvedText(element));
    else if (element.name() == "origenclosurelink")
        takeText(draft.originalEnclosure, context.resolvedText(element));
}

/** Of the publishing protocol (RFC 5023 §10.2) the time of the last edit is worth telling. */
void readPublishing(const XmlElement &element, EntryDraft &draft)
{
    if (element.name() == "edited")
        takeDate(draft.edited, element);
}

void readSmallModules(const XmlElement &element, EntryDraft &draft, Context &context)
{
    ParsedEntry &entry = draft.entry;
    const QByteArrayView name = element.name();
    switch (element.ns()) {
    case Ns::Slash:
        if (name == "comments" && !entry.commentCount)
            entry.commentCount = smallNumber(element.text());
        break;
    case Ns::Wfw:
        if (name == "commentrss")
            takeText(entry.commentsFeedUrl, context.resolvedText(element));
        break;
    case Ns::FeedBurner:
        readFeedBurner(element, draft, context);
        break;
    case Ns::CreativeCommons:
        if (name == "license")
            addLicense(entry.links, element, context);
        break;
    case Ns::Content:
        if (name == "encoded")
            takeContent(draft, htmlBody(element));
        break;
    case Ns::Xhtml:
        if (name == "body" || name == "div")
            takeContent(draft, {RawBody::Kind::Html, element.innerMarkup(), element.base()});
        break;
    case Ns::App:
        readPublishing(element, draft);
        break;
    case Ns::Aggregation:
    case Ns::FullText:
        readSyndicated(element, draft, context);
        break;
    case Ns::Enclosure:
        if (name == "enclosure")
            readRdfEnclosure(element, draft, context);
        break;
    case Ns::Prism:
        readPrism(element, draft, context);
        break;
    case Ns::Source:
        readScriptingSource(element, draft, context);
        break;
    case Ns::WebFeeds:
        if (name == "cover")
            takeText(draft.thumbnail, context.resolved(element, element.attribute("image")));
        break;
    default:
        break;
    }
}

} // namespace

bool readEntryModule(const XmlElement &element, EntryDraft &draft, Context &context)
{
    switch (element.ns()) {
    case Ns::Dc:
    case Ns::DcTerms:
        readDublinCore(element, draft, context);
        return true;
    case Ns::Itunes:
    case Ns::GooglePlay:
        readItunesOfEntry(element, draft, context);
        return true;
    case Ns::Media:
        readMedia(element, draft, context);
        return true;
    case Ns::Podcast:
        readPodcastOfEntry(element, draft, context);
        return true;
    case Ns::Thr:
        readThreading(element, draft, context);
        return true;
    case Ns::GeoRss:
    case Ns::Geo:
    case Ns::Gml:
        readLocation(element, draft.entry.location);
        return true;
    case Ns::Atom:
    case Ns::Atom03:
        return readAtomEntryElement(element, draft, context);
    case Ns::None:
        return false;
    default:
        readSmallModules(element, draft, context);
        return true;
    }
}

} // namespace broadsheet::feed
