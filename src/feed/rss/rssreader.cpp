// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/rss/rssreader.h"

#include "feed/people.h"
#include "feed/rss/rsschannel.h"
#include "feed/rss/rssitem.h"
#include "feed/text.h"

namespace broadsheet::feed {

void RssReader::readVersion(const XmlElement &root)
{
    const QByteArray version = root.attribute("version").trimmed().toByteArray();
    if (version.startsWith("0.90") || version == "0.9")
        document().format = FeedFormat::Rss090;
    else if (version.startsWith("0.91"))
        document().format = FeedFormat::Rss091;
    else if (version.startsWith("0.92") || version.startsWith("0.93") || version.startsWith("0.94"))
        document().format = FeedFormat::Rss092;
    else if (version.startsWith("1.0"))
        document().format = FeedFormat::Rss10;
    else
        document().format = FeedFormat::Rss20; // what any other number means in practice
}

XmlHandler::Take RssReader::opened(const XmlElement &element, int depth)
{
    if (depth == 0) {
        readVersion(element);
        if (document().language.isEmpty())
            document().language = element.language();
        return Take::Container;
    }
    const QByteArrayView name = element.name();
    if (name == "channel" && element.ns() == Ns::None) {
        if (!element.language().isEmpty())
            document().language = element.language();
        return Take::Container;
    }
    if (name == "items" && element.ns() == Ns::None) // some wrap them
        return Take::Container;
    return Take::Part;
}

void RssReader::part(const XmlElement &element)
{
    if (element.ns() == Ns::None && element.name() == "item")
        add(readRssItem(element, context()));
    else if ((element.ns() == Ns::Atom || element.ns() == Ns::None) && element.name() == "entry")
        add(readRssItem(element, context()));
    else
        readRssChannelElement(element, context());
}

void RssReader::finish()
{
    FormatReader::finish();
    ParsedFeed &feed = document();
    if (feed.icon.isEmpty())
        feed.icon = feed.imageUrl;
}

} // namespace broadsheet::feed
