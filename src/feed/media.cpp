// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/media.h"

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
        else
            readMedia(child, draft, context);
    }
    takeText(draft.thumbnail, item.thumbnail);
    if (item.url.isEmpty()) { // a player, or a group by another name
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
        const QList<QByteArray> words = element.text().split(',');
        for (const QByteArray &word : words)
            addTerm(draft.entry.categories, {plainFromText(word), {}, {}});
    } else if (name == "category") {
        addTerm(draft.entry.categories,
                {plainText(element), QString::fromUtf8(element.attribute("scheme")).trimmed(),
                 plainFromText(element.attribute("label"))});
    } else if (name == "credit") {
        const QByteArrayView role = element.attribute("role");
        if (role.isNull() || role == "author" || role == "producer" || role == "photographer")
            addPerson(draft.entry.contributors, personFromText(element.text()));
    } else if (name == "copyright") {
        takeText(draft.entry.rights, plainText(element));
    }
}

} // namespace broadsheet::feed
