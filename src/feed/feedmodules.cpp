// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/feedmodules.h"

#include "feed/atom/atomtext.h"
#include "feed/media.h"
#include "feed/people.h"
#include "feed/podcast.h"
#include "feed/text.h"
#include "feed/values.h"

namespace broadsheet::feed {
namespace {

void readDublinCore(const XmlElement &element, Context &context)
{
    ParsedFeed &feed = context.document();
    const QByteArrayView name = element.name();
    if (name == "creator" || name == "author")
        addPerson(feed.authors, personFromText(element.text()));
    else if (name == "contributor")
        addPerson(feed.contributors, personFromText(element.text()));
    else if (name == "date" || name == "modified")
        takeDate(feed.modified, element);
    else if (name == "issued")
        takeDate(feed.published, element);
    else if (name == "subject")
        addTerm(feed.categories, {plainText(element), {}, {}});
    else if (name == "language")
        takeText(feed.language, plainFromText(element.text()));
    else if (name == "rights" || name == "rightsholder")
        takeText(feed.rights, plainText(element));
    else if (name == "title")
        takeText(feed.title, plainText(element));
    else if (name == "description" || name == "abstract")
        takeText(feed.subtitle, plainText(element));
    else if (name == "identifier")
        takeText(feed.id, plainFromText(element.text()));
    else if (name == "license")
        addLicense(feed.links, element, context);
}

void readLink(const XmlElement &element, Context &context)
{
    ParsedFeed &feed = context.document();
    const Link link = linkFromElement(element, context);
    addLink(feed.links, link);
    if (link.rel == u"self")
        takeText(feed.feedUrl, link.href);
    else if (link.rel == u"next")
        takeText(feed.nextUrl, link.href);
    else if (link.rel == u"hub")
        takeText(feed.hubUrl, link.href);
    else if ((link.rel.isEmpty() || link.rel == u"alternate") &&
             (link.type.isEmpty() || link.type.contains(u"html") || !link.type.contains(u'/')))
        takeText(feed.siteUrl, link.href);
}

void readGenerator(const XmlElement &element, Context &context)
{
    ParsedFeed &feed = context.document();
    takeText(feed.generatorName, plainText(element));
    const QByteArrayView uri =
        element.attribute("uri").isNull() ? element.attribute("url") : element.attribute("uri");
    if (!uri.isNull())
        takeText(feed.generatorUrl, context.resolved(element, uri));
    takeText(feed.generatorVersion, plainFromText(element.attribute("version")));
}

} // namespace

bool readAtomFeedElement(const XmlElement &element, Context &context)
{
    ParsedFeed &feed = context.document();
    const QByteArrayView name = element.name();
    if (name == "title")
        takeText(feed.title, atomPlainText(element));
    else if (name == "subtitle" || name == "tagline")
        takeText(feed.subtitle, atomPlainText(element));
    else if (name == "link")
        readLink(element, context);
    else if (name == "id")
        takeText(feed.id, plainFromText(element.text()));
    else if (name == "updated" || name == "modified")
        takeDate(feed.modified, element);
    else if (name == "published" || name == "issued")
        takeDate(feed.published, element);
    else if (name == "author")
        addPerson(feed.authors, personFromElement(element, context));
    else if (name == "contributor")
        addPerson(feed.contributors, personFromElement(element, context));
    else if (name == "rights" || name == "copyright")
        takeText(feed.rights, atomPlainText(element));
    else if (name == "generator")
        readGenerator(element, context);
    else if (name == "icon")
        takeText(feed.favicon, context.resolvedText(element));
    else if (name == "logo")
        takeText(feed.icon, context.resolvedText(element));
    else if (name == "category") {
        const QByteArrayView term = element.attribute("term");
        addTerm(feed.categories, {term.isNull() ? plainText(element) : plainFromText(term),
                                  QString::fromUtf8(element.attribute("scheme")).trimmed(),
                                  plainFromText(element.attribute("label"))});
    } else
        return false;
    return true;
}

bool readFeedModule(const XmlElement &element, Context &context)
{
    ParsedFeed &feed = context.document();
    const QByteArrayView name = element.name();
    switch (element.ns()) {
    case Ns::Dc:
    case Ns::DcTerms:
        readDublinCore(element, context);
        return true;
    case Ns::Itunes:
    case Ns::GooglePlay:
        readItunesOfFeed(element, context);
        return true;
    case Ns::Atom:
    case Ns::Atom03:
        return readAtomFeedElement(element, context);
    case Ns::Sy:
        if (name == "updateperiod")
            takeText(feed.updatePeriod, plainFromText(element.text()));
        else if (name == "updatefrequency" && !feed.updateFrequency)
            feed.updateFrequency = smallNumber(element.text());
        return true;
    case Ns::Admin:
        if (name == "generatoragent") {
            const QString agent = context.resolved(element, element.attribute("resource", Ns::Rdf));
            takeText(feed.generatorUrl, agent);
            takeText(feed.generatorName, agent);
        }
        return true;
    case Ns::CreativeCommons:
        if (name == "license")
            addLicense(feed.links, element, context);
        return true;
    case Ns::Podcast:
        readPodcastOfFeed(element, context);
        return true;
    case Ns::Media:
        readMediaOfFeed(element, context);
        return true;
    case Ns::WebFeeds:
        if (name == "icon")
            takeText(feed.favicon, context.resolvedText(element));
        else if (name == "logo")
            takeText(feed.icon, context.resolvedText(element));
        return true;
    case Ns::Source:
        if (name == "self")
            takeText(feed.feedUrl, context.resolvedText(element));
        return true;
    case Ns::Prism:
        if (name == "copyright")
            takeText(feed.rights, plainText(element));
        return true;
    case Ns::None:
        return false;
    default:
        return true;
    }
}

void finishFeed(Context &context)
{
    ParsedFeed &feed = context.document();
    takeText(feed.imageUrl, feed.icon); // an Atom logo, a podcast's cover
    if (feed.siteUrl.isEmpty()) {
        for (const Link &link : std::as_const(feed.links)) {
            if (link.rel.isEmpty() || link.rel == u"alternate") {
                feed.siteUrl = link.href;
                break;
            }
        }
    }
}

} // namespace broadsheet::feed
