// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/media.h"

#include "feed/location.h"
#include "feed/people.h"
#include "feed/text.h"
#include "feed/values.h"

namespace broadsheet::feed {
namespace {

constexpr qsizetype maxMedia = 500;

QString thumbnailAddress(const XmlElement &thumbnail, const Context &context)
{
    const QByteArrayView url = thumbnail.attribute("url");
    return url.isNull() ? context.resolvedText(thumbnail) : context.resolved(thumbnail, url);
}

Term termOf(const XmlElement &element)
{
    return {plainText(element), QString::fromUtf8(element.attribute("scheme")).trimmed(),
            plainFromText(element.attribute("label"))};
}

void addWords(QList<Term> &terms, const XmlElement &element)
{
    const QList<QByteArray> words = element.text().split(',');
    for (const QByteArray &word : words)
        addTerm(terms, {plainFromText(word), {}, {}});
}

/** False for the companies among those who are given credit. */
bool isPerson(const XmlElement &credit)
{
    const QByteArray role = credit.attribute("role").toByteArray().toLower();
    return !role.contains("company") && !role.contains("organi") && role != "owner" && role != "distributor";
}

void addMediaLicense(QList<Link> &links, const XmlElement &element, const Context &context)
{
    Link link;
    link.rel = QStringLiteral("license");
    link.href = context.resolved(element, element.attribute("href"));
    link.type = QString::fromUtf8(element.attribute("type")).trimmed();
    link.title = plainText(element);
    if (!link.href.isEmpty())
        addLink(links, link);
}

/** Where the film was made: a name, and GeoRSS within. */
void readMediaLocation(const XmlElement &element, ParsedEntry &entry)
{
    const bool first = !entry.location;
    for (const XmlElement &child : children(element)) {
        if (child.ns() == Ns::GeoRss || child.ns() == Ns::Geo || child.ns() == Ns::Gml)
            readLocation(child, entry.location);
    }
    if (first && entry.location)
        takeText(entry.location->name, plainFromText(element.attribute("description")));
}

void readContent(const XmlElement &element, EntryDraft &draft, Context &context)
{
    MediaItem item;
    item.url = context.resolved(element, element.attribute("url"));
    item.mimeType = QString::fromUtf8(element.attribute("type")).trimmed();
    item.medium = QString::fromUtf8(element.attribute("medium")).trimmed();
    item.width = smallNumber(element.attribute("width"));
    item.height = smallNumber(element.attribute("height"));
    item.durationInSeconds = duration(element.attribute("duration"));
    item.sizeInBytes = wholeNumber(element.attribute("filesize"));
    for (const XmlElement &child : children(element)) {
        if (child.is(Ns::Media, "title"))
            takeText(item.title, plainText(child));
        else if (child.is(Ns::Media, "thumbnail"))
            takeText(item.thumbnail, thumbnailAddress(child, context));
        else if (child.is(Ns::Media, "player") && item.url.isEmpty()) // Media RSS §"media:content": instead
            item.url = context.resolved(child, child.attribute("url"));
        else
            readMedia(child, draft, context);
    }
    takeText(draft.thumbnail, item.thumbnail);
    if (item.url.isEmpty()) { // a group by another name
        takeText(draft.spareTitle, item.title);
        return;
    }
    if (draft.entry.media.size() < maxMedia)
        draft.entry.media.append(item);
}

/** What the group says once holds for each of its contents (Media RSS §"media:group"). */
void readGroup(const XmlElement &element, EntryDraft &draft, Context &context)
{
    const qsizetype before = draft.entry.media.size();
    QString title;
    QString thumbnail;
    for (const XmlElement &child : children(element)) {
        if (child.is(Ns::Media, "title"))
            takeText(title, plainText(child));
        else if (child.is(Ns::Media, "thumbnail"))
            takeText(thumbnail, thumbnailAddress(child, context));
        else if (!child.is(Ns::Media, "group"))
            readMedia(child, draft, context);
    }
    for (qsizetype i = before; i < draft.entry.media.size(); ++i) {
        takeText(draft.entry.media[i].title, title);
        takeText(draft.entry.media[i].thumbnail, thumbnail);
    }
    takeText(draft.thumbnail, thumbnail);
    takeText(draft.spareTitle, title);
}

} // namespace

void readMediaOfFeed(const XmlElement &element, Context &context)
{
    ParsedFeed &feed = context.document();
    const QByteArrayView name = element.name();
    if (name == "thumbnail")
        takeText(feed.icon, thumbnailAddress(element, context));
    else if (name == "category")
        addTerm(feed.categories, termOf(element));
    else if (name == "keywords")
        addWords(feed.categories, element);
    else if (name == "credit" && isPerson(element))
        addPerson(feed.contributors, personFromText(element.text()));
    else if (name == "copyright")
        takeText(feed.rights, plainText(element));
    else if (name == "license")
        addMediaLicense(feed.links, element, context);
    else if (name == "title")
        takeText(feed.title, plainText(element));
    else if (name == "description")
        takeText(feed.subtitle, plainText(element));
}

void readMedia(const XmlElement &element, EntryDraft &draft, Context &context)
{
    if (element.ns() != Ns::Media)
        return;
    const QByteArrayView name = element.name();
    if (name == "content") {
        readContent(element, draft, context);
    } else if (name == "group") {
        readGroup(element, draft, context);
    } else if (name == "thumbnail") {
        takeText(draft.thumbnail, thumbnailAddress(element, context));
    } else if (name == "title") {
        takeText(draft.spareTitle, plainText(element));
    } else if (name == "description" || name == "text") {
        if (draft.spare.isEmpty()) {
            draft.spare = htmlBody(element);
            if (element.attribute("type") != "html")
                draft.spare.kind = hasTags(draft.spare.data) ? RawBody::Kind::Html : RawBody::Kind::Text;
        }
    } else if (name == "keywords") {
        addWords(draft.entry.categories, element);
    } else if (name == "category") {
        addTerm(draft.entry.categories, termOf(element));
    } else if (name == "credit") {
        if (isPerson(element))
            addPerson(draft.entry.contributors, personFromText(element.text()));
    } else if (name == "copyright") {
        takeText(draft.entry.rights, plainText(element));
    } else if (name == "license") {
        addMediaLicense(draft.entry.links, element, context);
    } else if (name == "location") {
        readMediaLocation(element, draft.entry);
    }
}

} // namespace broadsheet::feed
