// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feedformatname.h"

namespace broadsheet::exchange {

const char *formatName(FeedFormat format)
{
    switch (format) {
    case FeedFormat::Rss090:
        return "rss-0.90";
    case FeedFormat::Rss091:
        return "rss-0.91";
    case FeedFormat::Rss092:
        return "rss-0.92";
    case FeedFormat::Rss10:
        return "rss-1.0";
    case FeedFormat::Rss20:
        return "rss-2.0";
    case FeedFormat::Atom03:
        return "atom-0.3";
    case FeedFormat::Atom10:
        return "atom-1.0";
    case FeedFormat::Cdf:
        return "cdf";
    case FeedFormat::JsonFeed10:
        return "json-feed-1.0";
    case FeedFormat::JsonFeed11:
        return "json-feed-1.1";
    case FeedFormat::Unknown:
        break;
    }
    return "";
}

} // namespace broadsheet::exchange
