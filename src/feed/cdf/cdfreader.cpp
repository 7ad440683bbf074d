// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/cdf/cdfreader.h"

#include "feed/dates.h"
#include "feed/rss/rsschannel.h"
#include "feed/rss/rssitem.h"
#include "feed/text.h"
#include "feed/values.h"

namespace broadsheet::feed {
namespace {

/** The first drafts of the format put texts into an attribute. */
QString textOf(const XmlElement &element)
{
    const QString text = plainText(element);
    return text.isEmpty() ? plainFromHtml(element.attribute("value")) : text;
}

RawBody abstractOf(const XmlElement &element)
{
    RawBody body = htmlBody(element);
    if (body.isEmpty())
        body.data = element.attribute("value").toByteArray();
    return body;
}

/** Minutes of a schedule's interval (CDF §2.2.12); nothing where it has none. */
std::optional<int> intervalOf(const XmlElement &schedule)
{
    for (const XmlElement &child : children(schedule)) {
        if (child.name() != "intervaltime")
            continue;
        const int days = smallNumber(child.attribute("day")).value_or(0);
        const int hours = smallNumber(child.attribute("hour")).value_or(0);
        const int minutes = smallNumber(child.attribute("min")).value_or(0);
        constexpr int most = 1000;
        const int all = qMin(days, most) * 24 * 60 + qMin(hours, most) * 60 + qMin(minutes, most * 60);
        return all > 0 ? std::optional(all) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

XmlHandler::Take CdfReader::opened(const XmlElement &element, int depth)
{
    if (element.name() == "items") // RSS 1.1, whose root has the same name
        return Take::Container;
    if (element.name() != "channel")
        return Take::Part;
    if (depth == 0) {
        ParsedFeed &feed = document();
        feed.format = FeedFormat::Cdf;
        feed.language = element.language();
        feed.siteUrl = context().resolved(element, element.attribute("href"));
        feed.feedUrl = context().resolved(element, element.attribute("self"));
        feed.modified = parseDate(element.attribute("lastmod"));
    }
    return Take::Container;
}

void CdfReader::part(const XmlElement &element)
{
    const QByteArrayView name = element.name();
    ParsedFeed &feed = document();
    if (name == "item")
        readItem(element);
    else if (name == "title")
        takeText(feed.title, textOf(element));
    else if (name == "abstract")
        takeText(feed.subtitle, textOf(element));
    else if (name == "schedule")
        feed.ttlMinutes = feed.ttlMinutes ? feed.ttlMinutes : intervalOf(element);
    else if (name == "logo")
        readLogo(element);
    else if (name == "a")
        takeText(feed.siteUrl, context().resolved(element, element.attribute("href")));
    else {
        m_looksLikeRss = m_looksLikeRss || name == "description" || name == "link";
        readRssChannelElement(element, context());
    }
}

void CdfReader::finish()
{
    FormatReader::finish();
    if (m_looksLikeRss)
        document().format = FeedFormat::Rss20;
}

void CdfReader::readLogo(const XmlElement &logo)
{
    const QString address = context().resolved(logo, logo.attribute("href"));
    const QByteArray style = logo.attribute("style").trimmed().toByteArray().toLower();
    if (style == "icon")
        takeText(document().favicon, address);
    else
        takeText(document().icon, address);
}

void CdfReader::readItem(const XmlElement &item)
{
    EntryDraft draft = readRssItem(item, context());
    takeText(draft.entry.url, context().resolved(item, item.attribute("href")));
    takeDate(draft.entry.modified, item.attribute("lastmod"));
    for (const XmlElement &child : children(item)) {
        const QByteArrayView name = child.name();
        if (name == "title")
            takeText(draft.entry.title, textOf(child));
        else if (name == "abstract" && draft.description.isEmpty())
            draft.description = abstractOf(child);
        else if (name == "a")
            takeText(draft.entry.url, context().resolved(child, child.attribute("href")));
        else if (name == "logo")
            takeText(draft.thumbnail, context().resolved(child, child.attribute("href")));
    }
    add(std::move(draft));
}

} // namespace broadsheet::feed
