// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/rss/rssitem.h"

#include "feed/atom/atomtext.h"
#include "feed/entrymodules.h"
#include "feed/people.h"
#include "feed/text.h"
#include "feed/values.h"

namespace broadsheet::feed {
namespace {

void readGuid(const XmlElement &element, EntryDraft &draft)
{
    if (!draft.entry.id.isEmpty())
        return;
    draft.entry.id = QString::fromUtf8(element.text()).trimmed();
    if (draft.entry.id.isEmpty())
        return;
    const QByteArrayView attribute = element.attribute("ispermalink").trimmed();
    const bool denied = qstrnicmp(attribute.data(), attribute.size(), "false", 5) == 0;
    const bool isAddress = draft.entry.id.startsWith(u"http://", Qt::CaseInsensitive) ||
                           draft.entry.id.startsWith(u"https://", Qt::CaseInsensitive);
    draft.guidIsLink = isAddress && !denied;
    draft.entry.idIsPermalink = draft.guidIsLink;
}

void readLink(const XmlElement &element, EntryDraft &draft, Context &context)
{
    if (!element.attribute("href").isNull()) { // Atom's way without its namespace
        readAtomEntryElement(element, draft, context);
        return;
    }
    const QString address = context.resolvedText(element);
    if (draft.entry.url.isEmpty()) {
        draft.entry.url = address;
        return;
    }
    Link link;
    link.href = address;
    if (address != draft.entry.url)
        addLink(draft.entry.links, link);
}

void readEnclosure(const XmlElement &element, EntryDraft &draft, Context &context)
{
    Enclosure enclosure;
    const QByteArrayView url =
        element.attribute("url").isNull() ? element.attribute("href") : element.attribute("url");
    enclosure.url = url.isNull() ? context.resolvedText(element) : context.resolved(element, url);
    enclosure.mimeType = QString::fromUtf8(element.attribute("type")).trimmed();
    enclosure.title = plainFromText(element.attribute("title"));
    enclosure.sizeInBytes = wholeNumber(element.attribute("length"));
    addEnclosure(draft.entry.enclosures, enclosure);
}

void readSource(const XmlElement &element, EntryDraft &draft, Context &context)
{
    if (element.hasElements()) {
        readAtomEntryElement(element, draft, context);
        return;
    }
    EntrySource source;
    source.title = plainText(element);
    source.feedUrl = context.resolved(element, element.attribute("url"));
    if (!source.title.isEmpty() || !source.feedUrl.isEmpty())
        draft.entry.source = source;
}

/** The first of description and summary is the summary where there are both; the other is the text. */
void takeDescription(const XmlElement &element, EntryDraft &draft)
{
    RawBody body = element.name() == "summary" ? atomBody(element) : htmlBody(element);
    if (draft.description.isEmpty()) {
        draft.description = std::move(body);
        draft.describedBy = element.name().toByteArray();
    } else if (draft.content.isEmpty() && draft.describedBy != element.name()) {
        draft.content = std::move(body);
        draft.contentIsGuess = true;
    }
}

void readCore(const XmlElement &element, EntryDraft &draft, Context &context)
{
    ParsedEntry &entry = draft.entry;
    const QByteArrayView name = element.name();
    if (name == "title") {
        if (!draft.titleIsGiven)
            entry.title = plainText(element);
        draft.titleIsGiven = true;
    } else if (name == "link") {
        readLink(element, draft, context);
    } else if (name == "description" || name == "summary") {
        takeDescription(element, draft);
    } else if (name == "pubdate") {
        takeDate(entry.published, element);
    } else if (name == "guid") {
        readGuid(element, draft);
    } else if (name == "author" || name == "managingeditor") {
        addPerson(entry.authors, personFromElement(element, context));
    } else if (name == "category") {
        addTerm(entry.categories,
                {plainText(element), QString::fromUtf8(element.attribute("domain")).trimmed(), {}});
    } else if (name == "tags" || name == "keywords") {
        const QList<QByteArray> words = element.text().split(',');
        for (const QByteArray &word : words)
            addTerm(entry.categories, {plainFromHtml(word), {}, {}});
    } else if (name == "comments") {
        takeText(entry.commentsUrl, context.resolvedText(element));
    } else if (name == "enclosure") {
        readEnclosure(element, draft, context);
    } else if (name == "source") {
        readSource(element, draft, context);
    } else if (name == "expirationdate") {
        takeDate(entry.expired, element);
    } else if (name == "encoded" || name == "fullitem" || name == "body") {
        takeContent(draft, htmlBody(element));
    } else if (name == "image") {
        const XmlElement url = element.child(Ns::None, "url");
        takeText(draft.thumbnail, url.isValid() ? context.resolvedText(url) : context.resolvedText(element));
    } else {
        readAtomEntryElement(element, draft,
                             context); // summary, content, published …: Atom's names without a namespace
    }
}

} // namespace

EntryDraft readRssItem(const XmlElement &item, Context &context)
{
    EntryDraft draft;
    draft.entry.language = item.language() != context.document().language ? item.language() : QString();
    const QByteArrayView about = item.attribute("about", Ns::Rdf);
    if (!about.isNull())
        draft.entry.id = QString::fromUtf8(about).trimmed();
    for (const XmlElement &child : children(item)) {
        if (!readEntryModule(child, draft, context) && child.ns() == Ns::None)
            readCore(child, draft, context);
    }
    return draft;
}

} // namespace broadsheet::feed
