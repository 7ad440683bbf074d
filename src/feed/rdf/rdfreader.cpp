// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/rdf/rdfreader.h"

#include "feed/rss/rsschannel.h"
#include "feed/rss/rssitem.h"

namespace broadsheet::feed {

XmlHandler::Take RdfReader::opened(const XmlElement &element, int depth)
{
    if (depth == 0) {
        const bool old = element.attribute("xmlns", Ns::Xml).contains("rdf/simple/0.9");
        document().format = old ? FeedFormat::Rss090 : FeedFormat::Rss10;
        document().language = element.language();
        return Take::Container;
    }
    if (element.is(Ns::None, "channel")) {
        const QByteArrayView about = element.attribute("about", Ns::Rdf);
        if (!about.isNull())
            document().id = QString::fromUtf8(about).trimmed();
        if (!element.language().isEmpty())
            document().language = element.language();
        return Take::Container;
    }
    return Take::Part;
}

void RdfReader::part(const XmlElement &element)
{
    if (element.is(Ns::None, "item"))
        add(readRssItem(element, context()));
    else if (!element.is(Ns::None, "textinput") && !element.is(Ns::None, "items"))
        readRssChannelElement(element, context());
}

void RdfReader::finish()
{
    FormatReader::finish();
    if (document().icon.isEmpty())
        document().icon = document().imageUrl;
}

} // namespace broadsheet::feed
