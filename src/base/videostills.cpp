// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/videostills.h"

#include "base/url.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace broadsheet {

namespace {

/** A site of videos: how its pages begin, what is asked about them, and the domain of its pictures. */
struct Site
{
    QLatin1String page;
    QLatin1String endpoint;
    QLatin1String pictures;
};

constexpr auto sites = std::to_array<Site>({
    // Unless told a width, Vimeo names a picture of 295 px.
    {QLatin1String("https://vimeo.com/"), QLatin1String("https://vimeo.com/api/oembed.json?width=1280&url="),
     QLatin1String("vimeocdn.com")},
    {QLatin1String("https://www.ted.com/talks/"),
     QLatin1String("https://www.ted.com/services/v1/oembed.json?url="), QLatin1String("tedcdn.com")},
    {QLatin1String("https://streamable.com/"), QLatin1String("https://api.streamable.com/oembed.json?url="),
     QLatin1String("streamable.com")},
    {QLatin1String("https://rumble.com/"), QLatin1String("https://rumble.com/api/Media/oembed.json?url="),
     QLatin1String("1a-1791.com")},
    {QLatin1String("https://odysee.com/"), QLatin1String("https://odysee.com/$/oembed?url="),
     QLatin1String("odycdn.com")},
    {QLatin1String("https://rutube.ru/video/"),
     QLatin1String("https://rutube.ru/api/oembed/?format=json&url="), QLatin1String("rutube.ru")},
    {QLatin1String("https://www.loom.com/share/"), QLatin1String("https://www.loom.com/v1/oembed?url="),
     QLatin1String("loom.com")},
});

/** PeerTube runs on many hosts: its pages and what is asked about them are known by their paths. */
constexpr QLatin1String peerTubePage("/w/");
constexpr QLatin1String peerTubeEndpoint("/services/oembed");
constexpr qsizetype shortestPeerTubeId = 20;

const Site *siteOf(const QUrl &description)
{
    const QString address = description.toString(QUrl::FullyEncoded);
    const auto *site =
        std::ranges::find_if(sites, [&address](const Site &s) { return address.startsWith(s.endpoint); });
    return site == sites.end() ? nullptr : site;
}

} // namespace

QUrl stillDescription(const QUrl &page)
{
    const QString address = page.toString(QUrl::FullyEncoded);
    const QString asked = QString::fromLatin1(QUrl::toPercentEncoding(address));
    for (const Site &site : sites) {
        if (address.startsWith(site.page) && address.size() > site.page.size())
            return QUrl(site.endpoint + asked);
    }
    if (!isWebUrl(page) || !page.path().startsWith(peerTubePage) ||
        page.path().size() < peerTubePage.size() + shortestPeerTubeId)
        return {};
    QUrl description = page.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    description.setPath(peerTubeEndpoint);
    description.setQuery(QStringLiteral("url=") + asked);
    return description;
}

bool isStillDescription(const QUrl &url)
{
    return siteOf(url) ||
           (isWebUrl(url) && url.path() == peerTubeEndpoint && url.query().startsWith(u"url="));
}

QString stillHost(const QUrl &description)
{
    const Site *site = siteOf(description);
    return site ? QString(site->pictures) : QString();
}

QUrl stillNamed(const QUrl &description, const QByteArray &answer)
{
    const QString named = QJsonDocument::fromJson(answer).object().value(u"thumbnail_url").toString();
    const QUrl picture = description.resolved(QUrl(named));
    if (named.isEmpty() || !isWebUrl(picture))
        return {};
    const QString domain = stillHost(description);
    const bool isElsewhere =
        !domain.isEmpty() && (picture.host() == domain || picture.host().endsWith(u'.' + domain));
    // By host and port: what listens beside a server of videos is another server.
    return isElsewhere || hostKey(picture) == hostKey(description) ? picture : QUrl();
}

} // namespace broadsheet
