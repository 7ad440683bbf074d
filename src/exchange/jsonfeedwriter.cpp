// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonfeedwriter.h"

#include "exchange/feedformatname.h"
#include "exchange/jsonwriter.h"

namespace broadsheet::exchange {
namespace {

/** Writes one feed; a class to keep the writer and the question whether bodies stay raw. */
class JsonFeedWriter
{
public:
    JsonFeedWriter(QByteArray &out, bool raw) : m_json(out), m_raw(raw) {}

    void feed(const ParsedFeed &feed, const QString &source);

private:
    void feedExtension(const ParsedFeed &feed, const QString &source);
    void image(const ParsedFeed &feed);
    void entry(const ParsedEntry &entry);
    void entryExtension(const ParsedEntry &entry);
    void bodies(const ParsedEntry &entry);
    void attachments(const QList<Enclosure> &enclosures);
    void people(const char *name, const QList<Person> &people);
    void terms(const QList<Term> &terms);
    void links(const QList<Link> &links);
    void media(const QList<MediaItem> &media);
    void strings(const char *name, const QStringList &texts);

    JsonWriter m_json;
    const bool m_raw;
};

bool hasExtension(const ParsedEntry &entry)
{
    return !entry.commentsUrl.isEmpty() || !entry.commentsFeedUrl.isEmpty() || entry.commentCount ||
           !entry.inReplyTo.isEmpty() || !entry.categories.isEmpty() || !entry.links.isEmpty() ||
           entry.source || !entry.rights.isEmpty() || entry.idIsPermalink || entry.location ||
           !entry.media.isEmpty() || !entry.contributors.isEmpty() || entry.created.isValid() ||
           entry.expired.isValid() || !entry.publisher.isEmpty() || !entry.language.isEmpty();
}

void JsonFeedWriter::feed(const ParsedFeed &feed, const QString &source)
{
    m_json.beginObject();
    m_json.member("version", QByteArrayView("https://jsonfeed.org/version/1.1"));
    m_json.key("title"); // the one text that JSON Feed demands
    m_json.value(feed.title);
    m_json.member("home_page_url", feed.siteUrl);
    m_json.member("feed_url", feed.feedUrl);
    m_json.member("description", feed.subtitle);
    m_json.member("next_url", feed.nextUrl);
    m_json.member("icon", feed.icon);
    m_json.member("favicon", feed.favicon);
    people("authors", feed.authors);
    m_json.member("language", feed.language);
    if (feed.expired)
        m_json.flag("expired", true);
    if (!feed.hubUrl.isEmpty()) {
        m_json.beginArray("hubs");
        m_json.beginObject();
        m_json.member("type", QByteArrayView("WebSub"));
        m_json.member("url", feed.hubUrl);
        m_json.endObject();
        m_json.endArray();
    }
    feedExtension(feed, source);
    m_json.beginArray("items");
    for (const ParsedEntry &one : feed.entries)
        entry(one);
    m_json.endArray();
    m_json.endObject();
}

void JsonFeedWriter::feedExtension(const ParsedFeed &feed, const QString &source)
{
    m_json.beginObject("_broadsheet");
    m_json.member("source", source);
    m_json.member("format", QByteArrayView(formatName(feed.format)));
    m_json.flag("well_formed", feed.wellFormed);
    m_json.member("encoding", feed.encoding);
    m_json.member("id", feed.id);
    m_json.member("subtitle", feed.subtitle);
    m_json.member("rights", feed.rights);
    if (!feed.generatorName.isEmpty() || !feed.generatorUrl.isEmpty() || !feed.generatorVersion.isEmpty()) {
        m_json.beginObject("generator");
        m_json.member("name", feed.generatorName);
        m_json.member("url", feed.generatorUrl);
        m_json.member("version", feed.generatorVersion);
        m_json.endObject();
    }
    m_json.member("date_published", feed.published);
    m_json.member("date_modified", feed.modified);
    m_json.member("ttl_minutes", feed.ttlMinutes);
    if (!feed.skipHours.isEmpty()) {
        m_json.beginArray("skip_hours");
        for (const int hour : feed.skipHours)
            m_json.value(hour);
        m_json.endArray();
    }
    strings("skip_days", feed.skipDays);
    m_json.member("update_period", feed.updatePeriod);
    m_json.member("update_frequency", feed.updateFrequency);
    terms(feed.categories);
    people("contributors", feed.contributors);
    links(feed.links);
    image(feed);
    strings("warnings", feed.warnings);
    m_json.endObject();
}

void JsonFeedWriter::image(const ParsedFeed &feed)
{
    if (feed.imageUrl.isEmpty() && feed.imageTitle.isEmpty() && feed.imageLink.isEmpty())
        return;
    m_json.beginObject("image");
    m_json.member("url", feed.imageUrl);
    m_json.member("title", feed.imageTitle);
    m_json.member("link", feed.imageLink);
    m_json.member("width", feed.imageWidth);
    m_json.member("height", feed.imageHeight);
    m_json.endObject();
}

void JsonFeedWriter::entry(const ParsedEntry &entry)
{
    m_json.beginObject();
    m_json.member("id", entry.id);
    m_json.member("url", entry.url);
    m_json.member("external_url", entry.externalUrl);
    m_json.member("title", entry.title);
    bodies(entry);
    m_json.member("summary", entry.summary);
    m_json.member("image", entry.image);
    m_json.member("banner_image", entry.bannerImage);
    m_json.member("date_published", entry.published);
    m_json.member("date_modified", entry.modified);
    people("authors", entry.authors);
    QStringList tags;
    for (const Term &term : entry.categories) {
        const QString &tag = term.label.isEmpty() ? term.term : term.label;
        if (!tag.isEmpty())
            tags.append(tag);
    }
    strings("tags", tags);
    m_json.member("language", entry.language);
    attachments(entry.enclosures);
    if (hasExtension(entry))
        entryExtension(entry);
    m_json.endObject();
}

void JsonFeedWriter::bodies(const ParsedEntry &entry)
{
    if (!m_raw) {
        m_json.member("content_html", QByteArrayView(entry.content.utf8()));
        if (entry.content.isEmpty() || entry.rawContent.kind == RawBody::Kind::Text)
            m_json.member("content_text", entry.contentText);
        return;
    }
    m_json.member(entry.rawContent.kind == RawBody::Kind::Html ? "content_html" : "content_text",
                  QByteArrayView(entry.rawContent.data));
}

void JsonFeedWriter::entryExtension(const ParsedEntry &entry)
{
    m_json.beginObject("_broadsheet");
    m_json.member("comments_url", entry.commentsUrl);
    m_json.member("comments_feed_url", entry.commentsFeedUrl);
    m_json.member("comment_count", entry.commentCount);
    if (!entry.inReplyTo.isEmpty()) {
        m_json.beginArray("in_reply_to");
        for (const InReplyTo &reply : entry.inReplyTo) {
            m_json.beginObject();
            m_json.member("ref", reply.ref);
            m_json.member("href", reply.href);
            m_json.endObject();
        }
        m_json.endArray();
    }
    terms(entry.categories);
    links(entry.links);
    if (entry.source) {
        m_json.beginObject("source");
        m_json.member("title", entry.source->title);
        m_json.member("url", entry.source->url);
        m_json.member("feed_url", entry.source->feedUrl);
        m_json.endObject();
    }
    m_json.member("rights", entry.rights);
    m_json.member("id_is_permalink", entry.idIsPermalink);
    if (entry.location) {
        m_json.beginObject("location");
        m_json.key("latitude");
        m_json.value(entry.location->latitude);
        m_json.key("longitude");
        m_json.value(entry.location->longitude);
        m_json.member("name", entry.location->name);
        m_json.endObject();
    }
    media(entry.media);
    people("contributors", entry.contributors);
    m_json.member("date_created", entry.created);
    m_json.member("date_expired", entry.expired);
    m_json.member("publisher", entry.publisher);
    m_json.member("language", entry.language);
    m_json.endObject();
}

void JsonFeedWriter::attachments(const QList<Enclosure> &enclosures)
{
    if (enclosures.isEmpty())
        return;
    m_json.beginArray("attachments");
    for (const Enclosure &enclosure : enclosures) {
        m_json.beginObject();
        m_json.member("url", enclosure.url);
        m_json.member("mime_type", enclosure.mimeType);
        m_json.member("title", enclosure.title);
        m_json.member("size_in_bytes", enclosure.sizeInBytes);
        m_json.member("duration_in_seconds", enclosure.durationInSeconds);
        m_json.endObject();
    }
    m_json.endArray();
}

void JsonFeedWriter::people(const char *name, const QList<Person> &list)
{
    if (list.isEmpty())
        return;
    m_json.beginArray(name);
    for (const Person &person : list) {
        m_json.beginObject();
        m_json.member("name", person.name);
        m_json.member("url", person.url);
        m_json.member("avatar", person.avatar);
        if (!person.email.isEmpty()) {
            m_json.beginObject("_broadsheet");
            m_json.member("email", person.email);
            m_json.endObject();
        }
        m_json.endObject();
    }
    m_json.endArray();
}

void JsonFeedWriter::terms(const QList<Term> &list)
{
    if (list.isEmpty())
        return;
    m_json.beginArray("categories");
    for (const Term &term : list) {
        m_json.beginObject();
        m_json.member("term", term.term);
        m_json.member("scheme", term.scheme);
        m_json.member("label", term.label);
        m_json.endObject();
    }
    m_json.endArray();
}

void JsonFeedWriter::links(const QList<Link> &list)
{
    if (list.isEmpty())
        return;
    m_json.beginArray("links");
    for (const Link &link : list) {
        m_json.beginObject();
        m_json.member("rel", link.rel);
        m_json.member("href", link.href);
        m_json.member("type", link.type);
        m_json.member("title", link.title);
        m_json.member("hreflang", link.hreflang);
        m_json.member("length", link.length);
        m_json.endObject();
    }
    m_json.endArray();
}

void JsonFeedWriter::media(const QList<MediaItem> &list)
{
    if (list.isEmpty())
        return;
    m_json.beginArray("media");
    for (const MediaItem &item : list) {
        m_json.beginObject();
        m_json.member("url", item.url);
        m_json.member("mime_type", item.mimeType);
        m_json.member("medium", item.medium);
        m_json.member("width", item.width);
        m_json.member("height", item.height);
        m_json.member("duration_in_seconds", item.durationInSeconds);
        m_json.member("size_in_bytes", item.sizeInBytes);
        m_json.member("title", item.title);
        m_json.member("thumbnail", item.thumbnail);
        m_json.endObject();
    }
    m_json.endArray();
}

void JsonFeedWriter::strings(const char *name, const QStringList &texts)
{
    if (texts.isEmpty())
        return;
    m_json.beginArray(name);
    for (const QString &text : texts)
        m_json.value(text);
    m_json.endArray();
}

} // namespace

QByteArray toJsonFeed(const ParsedFeed &feed, const QString &source, bool raw)
{
    qsizetype size = 4096;
    for (const ParsedEntry &entry : feed.entries)
        size += 1024 + (raw ? entry.rawContent.data.size() : entry.content.utf8().size()) * 21 / 20;
    QByteArray out;
    out.reserve(size);
    JsonFeedWriter(out, raw).feed(feed, source);
    return out;
}

QByteArray toJsonFeedError(const QString &source, const QString &message)
{
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.beginObject("_broadsheet");
    json.member("source", source);
    json.member("error", message);
    json.endObject();
    json.endObject();
    return out;
}

} // namespace broadsheet::exchange
