// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/addresses.h"

namespace broadsheet::ingest {
namespace {

/** The scheme in lower case; empty for a relative address (RFC 3986 §3.1). */
QString schemeOf(const QString &address)
{
    for (qsizetype i = 0; i < address.size(); ++i) {
        const char16_t c = address[i].unicode();
        if (c == u':')
            return i > 0 ? address.left(i).toLower() : QString();
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        const bool other = (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'.';
        if (!letter && !(other && i > 0))
            break;
    }
    return {};
}

bool hasControls(const QString &address)
{
    for (const QChar c : address) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7F)
            return true;
    }
    return false;
}

class Dropper
{
public:
    void web(QString &address)
    {
        if (address.isEmpty() || isHarmlessAddress(address))
            return;
        address.clear();
        dropped = true;
    }
    /** As web(), and mailto. */
    void linked(QString &address)
    {
        if (schemeOf(address) != u"mailto" || hasControls(address))
            web(address);
    }
    template <typename Item>
    void list(QList<Item> &items, QString Item::*address)
    {
        const auto unsafe = [address](const Item &item) { return !isHarmlessAddress(item.*address); };
        dropped = items.removeIf(unsafe) > 0 || dropped;
    }
    void people(QList<Person> &list)
    {
        for (Person &person : list) {
            linked(person.url);
            web(person.avatar);
        }
    }
    void links(QList<Link> &list)
    {
        const auto unsafe = [](const Link &link) {
            return !isHarmlessAddress(link.href) &&
                   (schemeOf(link.href) != u"mailto" || hasControls(link.href));
        };
        dropped = list.removeIf(unsafe) > 0 || dropped;
    }
    void entry(ParsedEntry &entry);

    bool dropped = false;
};

void Dropper::entry(ParsedEntry &entry)
{
    for (QString *address : {&entry.url, &entry.externalUrl, &entry.image, &entry.bannerImage,
                             &entry.commentsUrl, &entry.commentsFeedUrl})
        web(*address);
    people(entry.authors);
    people(entry.contributors);
    links(entry.links);
    list(entry.enclosures, &Enclosure::url);
    list(entry.media, &MediaItem::url);
    for (MediaItem &item : entry.media)
        web(item.thumbnail);
    for (InReplyTo &reply : entry.inReplyTo)
        web(reply.href);
    if (entry.source) {
        web(entry.source->url);
        web(entry.source->feedUrl);
    }
}

} // namespace

bool isHarmlessAddress(const QString &address)
{
    const bool usual = address.startsWith(u"https://") || address.startsWith(u"http://");
    if (!usual) {
        const QString scheme = schemeOf(address);
        if (!scheme.isEmpty() && scheme != u"http" && scheme != u"https")
            return false;
    }
    return !hasControls(address);
}

void dropUnsafeAddresses(ParsedFeed &feed)
{
    Dropper dropper;
    for (QString *address : {&feed.siteUrl, &feed.feedUrl, &feed.nextUrl, &feed.hubUrl, &feed.icon,
                             &feed.favicon, &feed.imageUrl, &feed.imageLink, &feed.generatorUrl})
        dropper.web(*address);
    dropper.people(feed.authors);
    dropper.people(feed.contributors);
    dropper.links(feed.links);
    for (ParsedEntry &entry : feed.entries)
        dropper.entry(entry);
    if (dropper.dropped)
        feed.warnings.append(QStringLiteral("Addresses other than http and https were left out."));
}

} // namespace broadsheet::ingest
