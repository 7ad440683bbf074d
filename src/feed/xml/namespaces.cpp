// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/xml/namespaces.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

namespace broadsheet::feed {
namespace {

struct KnownName
{
    const char *uri; ///< as normalised() leaves it
    Ns ns;
};

constexpr auto knownUris = std::to_array<KnownName>({
    {"w3.org/2005/atom", Ns::Atom},
    {"purl.org/atom/ns", Ns::Atom03},
    {"purl.org/atom", Ns::Atom03},
    {"example.com/newformat", Ns::Atom03},
    {"example.com/necho", Ns::Atom03},
    {"purl.org/echo", Ns::Atom03},
    {"uri/of/echo/namespace", Ns::Atom03},
    {"purl.org/pie", Ns::Atom03},
    {"w3.org/1999/02/22-rdf-syntax-ns", Ns::Rdf},
    {"purl.org/rss/1.0/modules/content", Ns::Content},
    {"purl.org/dc/elements/1.1", Ns::Dc},
    {"purl.org/dc/elements/1.0", Ns::Dc},
    {"purl.org/rss/1.0/modules/dc", Ns::Dc},
    {"purl.org/dc/elements", Ns::Dc},
    {"purl.org/dc/terms", Ns::DcTerms},
    {"purl.org/rss/1.0/modules/dcterms", Ns::DcTerms},
    {"itunes.com/dtds/podcast-1.0.dtd", Ns::Itunes},
    {"itunes.com/dtds/podcast-1.0", Ns::Itunes},
    {"itunes.apple.com/dtds/podcast-1.0.dtd", Ns::Itunes},
    {"example.com/dtds/podcast-1.0.dtd", Ns::Itunes},
    {"search.yahoo.com/mrss", Ns::Media},
    {"video.search.yahoo.com/mrss", Ns::Media},
    {"search.yahoo.com/mrss/mediarss", Ns::Media},
    {"tools.search.yahoo.com/mrss", Ns::Media},
    {"rssboard.org/media-rss", Ns::Media},
    {"podcastindex.org/namespace/1.0", Ns::Podcast},
    {"github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", Ns::Podcast},
    {"purl.org/rss/1.0/modules/slash", Ns::Slash},
    {"wellformedweb.org/commentapi", Ns::Wfw},
    {"purl.org/syndication/thread/1.0", Ns::Thr},
    {"georss.org/georss", Ns::GeoRss},
    {"georss.org/georss/10", Ns::GeoRss},
    {"georss.org/georss/11", Ns::GeoRss},
    {"w3.org/2003/01/geo/wgs84_pos", Ns::Geo},
    {"w3.org/2003/01/geo", Ns::Geo},
    {"opengis.net/gml", Ns::Gml},
    {"opengis.net/gml/3.2", Ns::Gml},
    {"purl.org/rss/1.0/modules/syndication", Ns::Sy},
    {"webns.net/mvcb", Ns::Admin},
    {"backend.userland.com/creativecommonsrssmodule", Ns::CreativeCommons},
    {"cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", Ns::CreativeCommons},
    {"creativecommons.org/ns", Ns::CreativeCommons},
    {"web.resource.org/cc", Ns::CreativeCommons},
    {"rssnamespace.org/feedburner/ext/1.0", Ns::FeedBurner},
    {"pheedo.com/namespace/pheedo", Ns::FeedBurner}, // another proxy with an origLink
    {"w3.org/2007/app", Ns::App},
    {"purl.org/atom/app", Ns::App},
    {"purl.org/rss/1.0/modules/aggregation", Ns::Aggregation},
    {"purl.oclc.org/net/rss_2.0/enc", Ns::Enclosure},
    {"news.yandex.ru", Ns::FullText},
    {"turbo.yandex.ru", Ns::FullText},
    {"news.mail.ru", Ns::FullText},
    {"prismstandard.org/namespaces/basic/2.0", Ns::Prism},
    {"prismstandard.org/namespaces/basic/2.1", Ns::Prism},
    {"prismstandard.org/namespaces/1.2/basic", Ns::Prism},
    {"purl.org/rss/1.0/modules/prism", Ns::Prism},
    {"source.scripting.com", Ns::Source},
    {"source.smallpict.com/2014/07/12/thesourcenamespace.html", Ns::Source},
    {"webfeeds.org/rss/1.0", Ns::WebFeeds},
    {"google.com/schemas/play-podcasts/1.0", Ns::GooglePlay},
    {"w3.org/1999/xhtml", Ns::Xhtml},
    {"w3.org/xml/1998/namespace", Ns::Xml},
    {"my.netscape.com/rdf/simple/0.9", Ns::None},
    {"channel.netscape.com/rdf/simple/0.9", Ns::None},
    {"purl.org/rss/1.0", Ns::None},
    {"backend.userland.com/rss2", Ns::None},
    {"blogs.law.harvard.edu/tech/rss", Ns::None},
    {"purl.org/net/rss1.1", Ns::None},
});

constexpr auto usualPrefixes = std::to_array<KnownName>({
    {"atom", Ns::Atom},
    {"atom10", Ns::Atom},
    {"a10", Ns::Atom},
    {"rdf", Ns::Rdf},
    {"content", Ns::Content},
    {"dc", Ns::Dc},
    {"dcterms", Ns::DcTerms},
    {"itunes", Ns::Itunes},
    {"media", Ns::Media},
    {"podcast", Ns::Podcast},
    {"slash", Ns::Slash},
    {"wfw", Ns::Wfw},
    {"thr", Ns::Thr},
    {"georss", Ns::GeoRss},
    {"geo", Ns::Geo},
    {"gml", Ns::Gml},
    {"sy", Ns::Sy},
    {"admin", Ns::Admin},
    {"creativecommons", Ns::CreativeCommons},
    {"cc", Ns::CreativeCommons},
    {"feedburner", Ns::FeedBurner},
    {"googleplay", Ns::GooglePlay},
    {"xhtml", Ns::Xhtml},
    {"xml", Ns::Xml},
    {"app", Ns::App},
    {"ag", Ns::Aggregation},
    {"prism", Ns::Prism},
    {"source", Ns::Source},
    {"webfeeds", Ns::WebFeeds},
    {"yandex", Ns::FullText},
    {"turbo", Ns::FullText},
    {"rss", Ns::None},
    {"cdf", Ns::None},
});

QByteArray normalised(QByteArrayView uri)
{
    QByteArray name = uri.toByteArray().trimmed().toLower();
    for (const char *start : {"http://", "https://", "www."}) {
        if (name.startsWith(start))
            name.remove(0, qsizetype(qstrlen(start)));
    }
    while (name.endsWith('/') || name.endsWith('#'))
        name.chop(1);
    return name;
}

/** True where at most \a limit letters have to be put in, left out or changed to make \a other of \a one. */
bool isNearly(QByteArrayView one, QByteArrayView other, qsizetype limit)
{
    if (qAbs(one.size() - other.size()) > limit)
        return false;
    std::vector<qsizetype> row(size_t(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < one.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype changed = diagonal + (one[i] != other[qsizetype(j) - 1]);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back() <= limit;
}

Ns ofPrefix(QByteArrayView prefix)
{
    const QByteArray name = prefix.toByteArray().toLower();
    for (const KnownName &known : usualPrefixes) {
        if (name == known.uri)
            return known.ns;
    }
    return Ns::Other;
}

/** What \a prefix usually stands for, where \a name is nearly one of its names. */
Ns misspelt(QByteArrayView name, QByteArrayView prefix)
{
    constexpr qsizetype longest = 100;
    const Ns usual = ofPrefix(prefix);
    if (usual == Ns::Other || usual == Ns::None || name.size() > longest)
        return Ns::Other;
    for (const KnownName &known : knownUris) {
        if (known.ns == usual && isNearly(name, known.uri, qMax<qsizetype>(2, name.size() / 6)))
            return usual;
    }
    return Ns::Other;
}

} // namespace

Ns vocabulary(QByteArrayView uri, QByteArrayView prefix)
{
    if (uri.isEmpty())
        return prefix.isEmpty() ? Ns::None : ofPrefix(prefix);
    const QByteArray name = normalised(uri);
    for (const KnownName &known : knownUris) {
        if (name == known.uri)
            return known.ns;
    }
    return prefix.isEmpty() ? Ns::None : misspelt(name, prefix);
}

} // namespace broadsheet::feed
