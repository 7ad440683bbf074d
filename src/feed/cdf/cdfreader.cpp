// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/cdf/cdfreader.h"

#include "feed/dates.h"
#include "feed/rss/rsschannel.h"
#include "feed/rss/rssitem.h"
#include "feed/text.h"
#include "feed/values.h"

namespace broadsheet::feed {

XmlHandler::Take CdfReader::opened(const XmlElement &element, int depth)
{
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
        takeText(feed.title, plainText(element));
    else if (name == "abstract")
        takeText(feed.subtitle, plainText(element));
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
        if (name == "abstract" && draft.description.isEmpty())
            draft.description = htmlBody(child);
        else if (name == "a")
            takeText(draft.entry.url, context().resolved(child, child.attribute("href")));
        else if (name == "logo")
            takeText(draft.thumbnail, context().resolved(child, child.attribute("href")));
    }
    add(std::move(draft));
}

} // namespace broadsheet::feed
