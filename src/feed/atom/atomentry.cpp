// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/atom/atomtext.h"
#include "feed/entrymodules.h"
#include "feed/people.h"
#include "feed/text.h"
#include "feed/values.h"

namespace broadsheet::feed {
namespace {

void readLink(const XmlElement &element, EntryDraft &draft, Context &context)
{
    ParsedEntry &entry = draft.entry;
    const Link link = linkFromElement(element, context);
    addLink(entry.links, link);
    if (link.rel == u"enclosure") {
        Enclosure enclosure;
        enclosure.url = link.href;
        enclosure.mimeType = link.type;
        enclosure.title = link.title;
        enclosure.sizeInBytes = link.length;
        addEnclosure(entry.enclosures, enclosure);
    } else if (link.rel == u"replies") {
        // Without a type it is an Atom feed (RFC 4685 §4).
        const bool isFeed = link.type.isEmpty() ||
                            (!link.type.contains(u"html") && link.type.contains(u"xml")) ||
                            link.type.contains(u"json");
        takeText(isFeed ? entry.commentsFeedUrl : entry.commentsUrl, link.href);
        if (!entry.commentCount)
            entry.commentCount = smallNumber(element.attribute("count", Ns::Thr));
    } else if (link.rel == u"related") {
        takeText(entry.externalUrl, link.href);
    } else if (link.rel.isEmpty() || link.rel == u"alternate") {
        // A page in another form (RSS, PDF) is no page to open where one of HTML follows.
        const bool isPage = link.type.isEmpty() || link.type.contains(u"html") || !link.type.contains(u'/');
        if (isPage)
            takeText(entry.url, link.href);
    }
}

void readSource(const XmlElement &element, EntryDraft &draft, Context &context)
{
    EntrySource source;
    for (const XmlElement &child : children(element)) {
        const QByteArrayView name = child.name();
        if (name == "title") {
            takeText(source.title, atomPlainText(child));
        } else if (name == "link") {
            const Link link = linkFromElement(child, context);
            if (link.rel == u"self")
                takeText(source.feedUrl, link.href);
            else if (link.rel.isEmpty() || link.rel == u"alternate")
                takeText(source.url, link.href);
        } else if (name == "author" && draft.entry.authors.isEmpty()) {
            addPerson(draft.entry.authors, personFromElement(child, context)); // RFC 4287 §4.2.1
        } else if (name == "rights" && draft.entry.rights.isEmpty()) {
            draft.entry.rights = atomPlainText(child);
        }
    }
    if (!source.title.isEmpty() || !source.url.isEmpty() || !source.feedUrl.isEmpty())
        draft.entry.source = source;
}

void readContent(const XmlElement &element, EntryDraft &draft, Context &context)
{
    const QByteArrayView src = element.attribute("src");
    if (!src.isNull()) { // RFC 4287 §4.1.3.2: the content is elsewhere
        Link link;
        link.rel = QStringLiteral("alternate");
        link.href = context.resolved(element, src);
        link.type = QString::fromUtf8(element.attribute("type"));
        addLink(draft.entry.links, link);
    }
    takeContent(draft, atomBody(element));
    if (element.language() != context.document().language)
        takeText(draft.entry.language, element.language());
}

} // namespace

bool readAtomEntryElement(const XmlElement &element, EntryDraft &draft, Context &context)
{
    ParsedEntry &entry = draft.entry;
    const QByteArrayView name = element.name();
    if (name == "title") {
        if (!draft.titleIsGiven)
            entry.title = atomPlainText(element);
        draft.titleIsGiven = draft.titleIsGiven || !entry.title.isEmpty();
    } else if (name == "link") {
        readLink(element, draft, context);
    } else if (name == "id") {
        takeText(entry.id, plainFromText(element.text()));
    } else if (name == "updated" || (name == "modified" && !entry.modified.isValid())) {
        takeDate(entry.modified, element);
    } else if (name == "published" || (name == "issued" && !entry.published.isValid())) {
        takeDate(entry.published, element);
    } else if (name == "created") {
        takeDate(entry.created, element);
    } else if (name == "summary") {
        if (draft.description.isEmpty())
            draft.description = atomBody(element);
    } else if (name == "content") {
        readContent(element, draft, context);
    } else if (name == "author") {
        addPerson(entry.authors, personFromElement(element, context));
    } else if (name == "contributor") {
        addPerson(entry.contributors, personFromElement(element, context));
    } else if (name == "category") {
        const QByteArrayView term = element.attribute("term");
        addTerm(entry.categories, {term.isNull() ? plainText(element) : plainFromText(term),
                                   QString::fromUtf8(element.attribute("scheme")).trimmed(),
                                   plainFromText(element.attribute("label"))});
    } else if (name == "rights" || name == "copyright") {
        takeText(entry.rights, atomPlainText(element));
    } else if (name == "source") {
        readSource(element, draft, context);
    } else {
        return false;
    }
    return true;
}

} // namespace broadsheet::feed
