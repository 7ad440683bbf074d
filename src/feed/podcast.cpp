// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/podcast.h"

#include "feed/people.h"
#include "feed/text.h"
#include "feed/values.h"

namespace broadsheet::feed {
namespace {

/** The same episode in another form: as video, smaller, for another player. */
void readAlternateEnclosure(const XmlElement &element, EntryDraft &draft, const Context &context)
{
    constexpr qsizetype maxMedia = 500;
    const XmlElement source = element.child(Ns::Podcast, "source");
    MediaItem item;
    if (source.isValid())
        item.url = context.resolved(source, source.attribute("uri"));
    item.mimeType = QString::fromUtf8(element.attribute("type")).trimmed();
    item.title = plainFromText(element.attribute("title"));
    item.height = smallNumber(element.attribute("height"));
    item.sizeInBytes = wholeNumber(element.attribute("length"));
    if (!item.url.isEmpty() && draft.entry.media.size() < maxMedia)
        draft.entry.media.append(item);
}

/** podcast:image has an href, the older podcast:images a set of addresses with their widths: the first. */
QString podcastImage(const XmlElement &element, const Context &context)
{
    const QByteArrayView href = element.attribute("href");
    if (!href.isNull())
        return context.resolved(element, href);
    const QByteArrayView set = element.attribute("srcset").trimmed();
    qsizetype end = 0;
    while (end < set.size() && uchar(set[end]) > ' ' && set[end] != ',')
        ++end;
    return context.resolved(element, set.first(end));
}

/** A licence by its short name, with or without an address of its text. */
void readLicense(const XmlElement &element, QList<Link> &links, QString &rights, const Context &context)
{
    if (!element.attribute("url").isNull()) {
        Link link;
        link.rel = QStringLiteral("license");
        link.href = context.resolved(element, element.attribute("url"));
        addLink(links, link);
    }
    takeText(rights, plainText(element));
}

void readItunesCategory(const XmlElement &element, ParsedFeed &feed)
{
    addTerm(feed.categories, {plainFromText(element.attribute("text")), {}, {}});
    for (const XmlElement &child : children(element)) {
        if (child.name() == "category")
            addTerm(feed.categories, {plainFromText(child.attribute("text")), {}, {}});
    }
}

} // namespace

void readItunesOfEntry(const XmlElement &element, EntryDraft &draft, Context &context)
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

void readItunesOfFeed(const XmlElement &element, Context &context)
{
    ParsedFeed &feed = context.document();
    const QByteArrayView name = element.name();
    if (name == "author") {
        if (feed.authors.isEmpty())
            addPerson(feed.authors, personFromText(element.text()));
    } else if (name == "owner") {
        if (feed.authors.isEmpty())
            addPerson(feed.authors, personFromElement(element, context));
    } else if (name == "image") {
        const QByteArrayView href =
            element.attribute("href").isNull() ? element.attribute("url") : element.attribute("href");
        takeText(feed.icon, href.isNull() ? context.resolvedText(element) : context.resolved(element, href));
    } else if (name == "link" && element.attribute("rel") == "image") {
        takeText(feed.icon, context.resolved(element, element.attribute("href")));
    } else if (name == "category") {
        readItunesCategory(element, feed);
    } else if (name == "keywords") {
        const QList<QByteArray> words = element.text().split(',');
        for (const QByteArray &word : words)
            addTerm(feed.categories, {plainFromText(word), {}, {}});
    } else if (name == "subtitle" || name == "summary" || name == "description") {
        takeText(feed.subtitle, plainText(element));
    } else if (name == "title") {
        takeText(feed.title, plainText(element));
    } else if (name == "complete") {
        feed.expired = element.text().trimmed().toLower() == "yes";
    }
}

void readPodcastOfEntry(const XmlElement &element, EntryDraft &draft, Context &context)
{
    ParsedEntry &entry = draft.entry;
    const QByteArrayView name = element.name();
    if (name == "person") {
        addPerson(entry.contributors, podcastPerson(element, context));
    } else if (name == "transcript" || name == "chapters") {
        Link link;
        link.rel = QString::fromLatin1(name);
        link.href = context.resolved(element, element.attribute("url"));
        link.type = QString::fromUtf8(element.attribute("type"));
        link.hreflang = QString::fromUtf8(element.attribute("language")).trimmed();
        addLink(entry.links, link);
    } else if (name == "socialinteract") {
        Link link;
        link.rel = QStringLiteral("discussion");
        link.href = context.resolved(element, element.attribute("uri"));
        addLink(entry.links, link);
        if (draft.discussion.isEmpty() && element.attribute("protocol") != "disabled")
            draft.discussion = link.href;
    } else if (name == "location") {
        const QByteArrayView geo = element.attribute("geo");
        const QList<QByteArray> parts =
            geo.startsWith("geo:") ? geo.sliced(4).toByteArray().split(',') : QList<QByteArray>();
        if (parts.size() >= 2)
            entry.location = Location{parts[0].toDouble(), parts[1].toDouble(), plainText(element)};
    } else if (name == "alternateenclosure") {
        readAlternateEnclosure(element, draft, context);
    } else if (name == "image" || name == "images") {
        takeText(entry.image, podcastImage(element, context));
    } else if (name == "license") {
        readLicense(element, entry.links, entry.rights, context);
    }
}

void readPodcastOfFeed(const XmlElement &element, Context &context)
{
    ParsedFeed &feed = context.document();
    const QByteArrayView name = element.name();
    if (name == "guid")
        takeText(feed.id, plainFromText(element.text()));
    else if (name == "person")
        addPerson(feed.contributors, podcastPerson(element, context));
    else if (name == "image" || name == "images")
        takeText(feed.icon, podcastImage(element, context));
    else if (name == "license")
        readLicense(element, feed.links, feed.rights, context);
    else if (name == "funding") {
        Link link;
        link.rel = QStringLiteral("payment");
        link.href = context.resolved(element, element.attribute("url"));
        link.title = plainText(element);
        addLink(feed.links, link);
    }
}

} // namespace broadsheet::feed
