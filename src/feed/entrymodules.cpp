// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/entrymodules.h"

#include "feed/location.h"
#include "feed/media.h"
#include "feed/people.h"
#include "feed/text.h"
#include "feed/values.h"

namespace broadsheet::feed {
namespace {

/** Dublin Core 1.1 and its terms: what publishers say of any document. */
void readDublinCore(const XmlElement &element, EntryDraft &draft)
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

void readItunes(const XmlElement &element, EntryDraft &draft, Context &context)
{
    ParsedEntry &entry = draft.entry;
    const QByteArrayView name = element.name();
    if (name == "author") {
        if (entry.authors.isEmpty())
            addPerson(entry.authors, personFromText(element.text()));
    } else if (name == "summary" || name == "description" || (name == "subtitle" && draft.spare.isEmpty())) {
        draft.spare = htmlBody(element);
    } else if (name == "image") {
        const QByteArrayView href =
            element.attribute("href").isNull() ? element.attribute("url") : element.attribute("href");
        takeText(entry.image,
                 href.isNull() ? context.resolvedText(element) : context.resolved(element, href));
    } else if (name == "link" && element.attribute("rel") == "image") {
        takeText(entry.image, context.resolved(element, element.attribute("href")));
    } else if (name == "duration") {
        draft.duration = draft.duration ? draft.duration : duration(element.text());
    } else if (name == "keywords") {
        const QList<QByteArray> words = element.text().split(',');
        for (const QByteArray &word : words)
            addTerm(entry.categories, {plainFromText(word), {}, {}});
    } else if (name == "category") {
        addTerm(entry.categories, {plainFromText(element.attribute("text")), {}, {}});
        for (const XmlElement &child : children(element)) {
            if (child.is(Ns::Itunes, "category"))
                addTerm(entry.categories, {plainFromText(child.attribute("text")), {}, {}});
        }
    } else if (name == "title") {
        takeText(draft.spareTitle, plainText(element));
    }
}

/** Podcasting 2.0: people, transcripts, chapters, place, where people talk about it. */
void readPodcast(const XmlElement &element, EntryDraft &draft, Context &context)
{
    ParsedEntry &entry = draft.entry;
    const QByteArrayView name = element.name();
    if (name == "person") {
        Person person = personFromText(element.text());
        person.url = context.resolved(element, element.attribute("href"));
        person.avatar = context.resolved(element, element.attribute("img"));
        addPerson(entry.contributors, person);
    } else if (name == "transcript" || name == "chapters") {
        Link link;
        link.rel = QString::fromLatin1(name);
        link.href = context.resolved(element, element.attribute("url"));
        link.type = QString::fromUtf8(element.attribute("type"));
        addLink(entry.links, link);
    } else if (name == "socialinteract") {
        Link link;
        link.rel = QStringLiteral("discussion");
        link.href = context.resolved(element, element.attribute("uri"));
        addLink(entry.links, link);
    } else if (name == "location") {
        const QByteArrayView geo = element.attribute("geo");
        const QList<QByteArray> parts =
            geo.startsWith("geo:") ? geo.sliced(4).toByteArray().split(',') : QList<QByteArray>();
        if (parts.size() >= 2)
            entry.location = Location{parts[0].toDouble(), parts[1].toDouble(), plainText(element)};
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
        if (name == "origlink")
            takeText(draft.originalUrl, context.resolvedText(element));
        break;
    case Ns::CreativeCommons:
        if (name == "license") {
            const QByteArrayView resource = element.attribute("resource", Ns::Rdf);
            Link link;
            link.rel = QStringLiteral("license");
            link.href =
                resource.isNull() ? context.resolvedText(element) : context.resolved(element, resource);
            addLink(entry.links, link);
        }
        break;
    case Ns::Content:
        if (name == "encoded")
            takeContent(draft, htmlBody(element));
        break;
    case Ns::Xhtml:
        if (name == "body" || name == "div")
            takeContent(draft, {RawBody::Kind::Html, element.innerMarkup(), element.base()});
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
        readDublinCore(element, draft);
        return true;
    case Ns::Itunes:
    case Ns::GooglePlay:
        readItunes(element, draft, context);
        return true;
    case Ns::Media:
        readMedia(element, draft, context);
        return true;
    case Ns::Podcast:
        readPodcast(element, draft, context);
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
