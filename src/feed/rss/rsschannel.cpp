// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/rss/rsschannel.h"

#include "feed/feedmodules.h"
#include "feed/people.h"
#include "feed/text.h"
#include "feed/values.h"

#include <array>

namespace broadsheet::feed {
namespace {

void readSkipDays(const XmlElement &element, ParsedFeed &feed)
{
    static const std::array names{QStringLiteral("Monday"),    QStringLiteral("Tuesday"),
                                  QStringLiteral("Wednesday"), QStringLiteral("Thursday"),
                                  QStringLiteral("Friday"),    QStringLiteral("Saturday"),
                                  QStringLiteral("Sunday")};
    for (const XmlElement &day : children(element)) {
        const QString text = plainFromText(day.text());
        for (const QString &name : names) {
            if (text.compare(name, Qt::CaseInsensitive) == 0 && !feed.skipDays.contains(name))
                feed.skipDays.append(name);
        }
    }
}

void readSkipHours(const XmlElement &element, ParsedFeed &feed)
{
    for (const XmlElement &hour : children(element)) {
        const std::optional<int> number = smallNumber(hour.text());
        if (!number || *number > 24)
            continue;
        const int value = *number % 24; // RSS 0.91 counted from 1 to 24
        if (!feed.skipHours.contains(value))
            feed.skipHours.append(value);
    }
}

void readLink(const XmlElement &element, Context &context)
{
    if (!element.attribute("href").isNull()) {
        readAtomFeedElement(element, context);
        return;
    }
    const QString address = context.resolvedText(element);
    ParsedFeed &feed = context.document();
    if (feed.siteUrl.isEmpty()) {
        feed.siteUrl = address;
        return;
    }
    Link link;
    link.href = address;
    if (address != feed.siteUrl)
        addLink(feed.links, link);
}

} // namespace

void readRssImage(const XmlElement &image, Context &context)
{
    ParsedFeed &feed = context.document();
    if (!image.hasElements()) {
        const QByteArrayView resource = image.attribute("resource", Ns::Rdf);
        takeText(feed.imageUrl,
                 resource.isNull() ? context.resolvedText(image) : context.resolved(image, resource));
        return;
    }
    QString url;
    for (const XmlElement &child : children(image)) {
        if (child.ns() != Ns::None)
            continue;
        const QByteArrayView name = child.name();
        if (name == "url")
            takeText(url, context.resolvedText(child));
        else if (name == "title")
            takeText(feed.imageTitle, plainText(child));
        else if (name == "link")
            takeText(feed.imageLink, context.resolvedText(child));
        else if (name == "width" && !feed.imageWidth)
            feed.imageWidth = smallNumber(child.text());
        else if (name == "height" && !feed.imageHeight)
            feed.imageHeight = smallNumber(child.text());
    }
    if (!url.isEmpty()) // RDF names it twice, as a resource and here
        feed.imageUrl = url;
}

void readRssChannelElement(const XmlElement &element, Context &context)
{
    if (readFeedModule(element, context) || element.ns() != Ns::None)
        return;
    ParsedFeed &feed = context.document();
    const QByteArrayView name = element.name();
    if (name == "title")
        takeText(feed.title, plainText(element));
    else if (name == "link")
        readLink(element, context);
    else if (name == "description")
        takeText(feed.subtitle, plainText(element));
    else if (name == "language")
        takeText(feed.language, plainFromText(element.text()));
    else if (name == "copyright")
        takeText(feed.rights, plainText(element));
    else if (name == "managingeditor" || name == "author")
        addPerson(feed.authors, personFromElement(element, context));
    else if (name == "pubdate")
        takeDate(feed.published, element);
    else if (name == "lastbuilddate")
        takeDate(feed.modified, element);
    else if (name == "category")
        addTerm(feed.categories,
                {plainText(element), QString::fromUtf8(element.attribute("domain")).trimmed(), {}});
    else if (name == "generator") {
        takeText(feed.generatorName, plainFromText(element.text()));
    } else if (name == "ttl")
        feed.ttlMinutes = feed.ttlMinutes ? feed.ttlMinutes : smallNumber(element.text());
    else if (name == "image")
        readRssImage(element, context);
    else if (name == "skiphours")
        readSkipHours(element, feed);
    else if (name == "skipdays")
        readSkipDays(element, feed);
    else if (name != "textinput" && name != "cloud" && name != "webmaster")
        readAtomFeedElement(element, context);
}

} // namespace broadsheet::feed
