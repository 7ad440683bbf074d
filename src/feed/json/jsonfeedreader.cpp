// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/json/jsonfeedreader.h"

#include "feed/dates.h"
#include "feed/json/jsonrepair.h"
#include "feed/people.h"
#include "feed/text.h"
#include "feed/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace broadsheet::feed {
namespace {

QString text(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    if (value.isDouble()) // ids ought to be strings (JSON Feed 1.1 §Items)
        return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    QString string = value.toString();
    const auto isControl = [](QChar c) { return c < u' ' && c != u'\n' && c != u'\t' && c != u'\r'; };
    if (std::any_of(string.cbegin(), string.cend(), isControl))
        string.removeIf(isControl);
    return string;
}

bool isFeed(const QJsonObject &object)
{
    const bool versioned = object.value(QLatin1String("version")).toString().contains(u"jsonfeed.org");
    return versioned ||
           (object.value(QLatin1String("items")).isArray() && object.contains(QLatin1String("title")));
}

/** The feed in \a document: its root, or what an interface put into a list or an envelope. */
QJsonObject feedIn(const QJsonDocument &document)
{
    const QJsonObject root = document.isArray() ? document.array().first().toObject() : document.object();
    if (isFeed(root))
        return root;
    for (const QJsonValue &value : root) {
        if (value.isObject() && isFeed(value.toObject()))
            return value.toObject();
    }
    return {};
}

class JsonFeedReader
{
public:
    JsonFeedReader(const QString &base, Context &context)
        : m_base(base), m_context(context), m_feed(context.document())
    {
    }

    void read(const QJsonObject &root);

private:
    QString address(const QJsonObject &object, QLatin1String key) const
    {
        return m_context.resolved(m_base, object.value(key).toString().toUtf8());
    }
    QList<Person> people(const QJsonObject &object) const;
    ParsedEntry item(const QJsonObject &object) const;
    Enclosure attachment(const QJsonObject &object) const;

    const QString m_base;
    Context &m_context;
    ParsedFeed &m_feed;
};

void JsonFeedReader::read(const QJsonObject &root)
{
    m_feed.format = text(root, QLatin1String("version")).contains(u"version/1.1") ? FeedFormat::JsonFeed11
                                                                                  : FeedFormat::JsonFeed10;
    m_feed.title = plainFromText(text(root, QLatin1String("title")).toUtf8());
    m_feed.subtitle = plainFromText(text(root, QLatin1String("description")).toUtf8());
    m_feed.siteUrl = address(root, QLatin1String("home_page_url"));
    m_feed.feedUrl = address(root, QLatin1String("feed_url"));
    m_feed.nextUrl = address(root, QLatin1String("next_url"));
    m_feed.icon = address(root, QLatin1String("icon"));
    m_feed.favicon = address(root, QLatin1String("favicon"));
    m_feed.language = text(root, QLatin1String("language"));
    m_feed.expired = root.value(QLatin1String("expired")).toBool();
    m_feed.authors = people(root);
    const QJsonArray hubs = root.value(QLatin1String("hubs")).toArray();
    if (!hubs.isEmpty())
        m_feed.hubUrl = address(hubs.first().toObject(), QLatin1String("url"));
    const QJsonArray items = root.value(QLatin1String("items")).toArray();
    m_feed.entries.reserve(items.size());
    for (const QJsonValue &value : items) {
        if (value.isObject())
            m_feed.entries.append(item(value.toObject()));
        else
            m_context.warn(QStringLiteral("An item is no object and was left out."));
    }
}

QList<Person> JsonFeedReader::people(const QJsonObject &object) const
{
    QList<Person> found;
    QJsonArray values = object.value(QLatin1String("authors")).toArray();
    const QJsonValue one = object.value(QLatin1String("author")); // 1.0
    if (values.isEmpty() && (one.isObject() || one.isString()))
        values.append(one);
    for (const QJsonValue &value : std::as_const(values)) {
        const QJsonObject author = value.toObject();
        if (value.isString()) {
            addPerson(found, personFromText(value.toString().toUtf8()));
            continue;
        }
        Person person;
        person.name = plainFromText(text(author, QLatin1String("name")).toUtf8());
        person.url = address(author, QLatin1String("url"));
        person.avatar = address(author, QLatin1String("avatar"));
        person.email =
            author.value(QLatin1String("_broadsheet")).toObject().value(QLatin1String("email")).toString();
        if (!person.isEmpty() || !person.avatar.isEmpty())
            found.append(person);
    }
    return found;
}

Enclosure JsonFeedReader::attachment(const QJsonObject &object) const
{
    Enclosure enclosure;
    enclosure.url = address(object, QLatin1String("url"));
    enclosure.mimeType = text(object, QLatin1String("mime_type"));
    enclosure.title = plainFromText(text(object, QLatin1String("title")).toUtf8());
    // Numbers ought to be numbers; many are strings.
    enclosure.sizeInBytes = wholeNumber(text(object, QLatin1String("size_in_bytes")).toUtf8());
    enclosure.durationInSeconds = duration(text(object, QLatin1String("duration_in_seconds")).toUtf8());
    return enclosure;
}

ParsedEntry JsonFeedReader::item(const QJsonObject &object) const
{
    ParsedEntry entry;
    entry.id = text(object, QLatin1String("id"));
    entry.url = address(object, QLatin1String("url"));
    entry.externalUrl = address(object, QLatin1String("external_url"));
    entry.title = plainFromText(text(object, QLatin1String("title")).toUtf8());
    entry.summary = plainFromText(text(object, QLatin1String("summary")).toUtf8());
    entry.image = address(object, QLatin1String("image"));
    entry.bannerImage = address(object, QLatin1String("banner_image"));
    entry.language = text(object, QLatin1String("language"));
    entry.published = parseDate(text(object, QLatin1String("date_published")).toUtf8());
    entry.modified = parseDate(text(object, QLatin1String("date_modified")).toUtf8());
    entry.authors = people(object);
    const QString html = text(object, QLatin1String("content_html"));
    entry.rawContent.kind = html.isEmpty() ? RawBody::Kind::Text : RawBody::Kind::Html;
    entry.rawContent.data =
        html.isEmpty() ? text(object, QLatin1String("content_text")).toUtf8() : html.toUtf8();
    entry.rawContent.baseUrl = m_base;
    QVariantList tags = object.value(QLatin1String("tags")).toArray().toVariantList();
    if (object.value(QLatin1String("tags")).isString()) {
        for (const QString &tag : object.value(QLatin1String("tags")).toString().split(u','))
            tags.append(tag);
    }
    for (const QVariant &tag : std::as_const(tags))
        addTerm(entry.categories, {plainFromText(tag.toString().toUtf8()), {}, {}});
    const QJsonArray attachments = object.value(QLatin1String("attachments")).toArray();
    for (const QJsonValue &value : attachments) {
        const Enclosure enclosure = attachment(value.toObject());
        if (!enclosure.url.isEmpty())
            entry.enclosures.append(enclosure);
    }
    return entry;
}

} // namespace

Result<void> readJsonFeed(const QByteArray &utf8, const QString &base, Context &context)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(utf8, &error);
    if (document.isNull()) {
        document = QJsonDocument::fromJson(repairJson(utf8));
        if (feedIn(document).isEmpty())
            return Error{ErrorCode::Malformed,
                         QStringLiteral("The JSON is broken: %1 at byte %2")
                             .arg(error.errorString())
                             .arg(error.offset),
                         {},
                         {}};
        context.document().wellFormed = false;
        context.warn(QStringLiteral("JSON: %1 at byte %2; what stands before was kept.")
                         .arg(error.errorString())
                         .arg(error.offset));
    }
    const QJsonObject root = feedIn(document);
    if (root.isEmpty())
        return Error{ErrorCode::NotAFeed, QStringLiteral("JSON, but no JSON Feed"), {}, {}};
    JsonFeedReader(base, context).read(root);
    return {};
}

} // namespace broadsheet::feed
