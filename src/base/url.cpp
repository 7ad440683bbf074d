// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/url.h"

#include <QFileInfo>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace broadsheet {

namespace {

bool isTrackingParameter(QStringView name)
{
    static constexpr std::array prefixes{u"utm_", u"mtm_", u"pk_", u"hsa_", u"at_custom", u"oly_"};
    static constexpr std::array names{
        u"fbclid", u"gclid",  u"dclid",    u"gbraid",  u"wbraid", u"msclkid", u"yclid",     u"twclid",
        u"igshid", u"mc_cid", u"mc_eid",   u"_hsenc",  u"_hsmi",  u"mkt_tok", u"xtor",      u"ocid",
        u"cmpid",  u"ncid",   u"sr_share", u"vero_id", u"s_cid",  u"ito",     u"at_medium", u"at_campaign"};
    const auto matches = [name](auto known) {
        return name.compare(QStringView(known), Qt::CaseInsensitive) == 0;
    };
    const auto begins = [name](auto prefix) {
        return name.startsWith(QStringView(prefix), Qt::CaseInsensitive);
    };
    return std::ranges::any_of(names, matches) || std::ranges::any_of(prefixes, begins);
}

/** Four numbers of an IPv4 literal, or nothing. */
bool parseIpv4(const QString &host, std::array<int, 4> &numbers)
{
    const auto parts = host.split(u'.');
    if (parts.size() != 4)
        return false;
    for (int i = 0; i < 4; ++i) {
        bool ok = false;
        numbers[size_t(i)] = parts[i].toInt(&ok);
        if (!ok || numbers[size_t(i)] < 0 || numbers[size_t(i)] > 255)
            return false;
    }
    return true;
}

/** IANA's special-purpose addresses (RFC 6890) that are no place on the public Internet. */
bool isPrivateIpv4(const std::array<int, 4> &ip)
{
    return ip[0] == 0 || ip[0] == 10 || ip[0] == 127 || ip[0] >= 224 ||
           (ip[0] == 172 && ip[1] >= 16 && ip[1] <= 31) || (ip[0] == 192 && ip[1] == 168) ||
           (ip[0] == 192 && ip[1] == 0 && ip[2] == 0) || (ip[0] == 169 && ip[1] == 254) ||
           (ip[0] == 100 && ip[1] >= 64 && ip[1] <= 127) || (ip[0] == 198 && (ip[1] == 18 || ip[1] == 19));
}

/** The IPv4 address in two groups of an IPv6 address ("7f00:1"), or in its dotted end. */
bool isPrivateWithin(const QStringList &groups)
{
    std::array<int, 4> ip{};
    if (groups.size() == 1 && groups[0].contains(u'.'))
        return parseIpv4(groups[0], ip) && isPrivateIpv4(ip);
    bool highOk = false, lowOk = false;
    const int high = groups.value(0).toInt(&highOk, 16);
    const int low = groups.value(1, QStringLiteral("0")).toInt(&lowOk, 16);
    return !highOk || !lowOk || isPrivateIpv4({high >> 8, high & 0xff, low >> 8, low & 0xff});
}

bool isPrivateIpv6(const QString &name)
{
    // Unspecified, loopback, IPv4 in disguise: none of them is a public address of its own.
    if (name.startsWith(QLatin1String("::")))
        return true;
    const QString address = name.left(name.indexOf(u'%') < 0 ? name.size() : name.indexOf(u'%'));
    const QStringList groups = address.split(u':', Qt::SkipEmptyParts);
    if (address.startsWith(QLatin1String("64:ff9b:"))) // NAT64 (RFC 6052): the last 32 bits count
        return groups.size() < 3 ||
               isPrivateWithin(groups.last().contains(u'.') ? groups.mid(groups.size() - 1)
                                                            : groups.mid(groups.size() - 2));
    if (groups.value(0) == QLatin1String("2002")) // 6to4 (RFC 3056): the next 32 bits count
        return isPrivateWithin(groups.mid(1, 2));
    bool ok = false;
    const int first = groups.value(0).toInt(&ok, 16);
    // fc00::/7 unique local, fe80::/10 link-local, fec0::/10 site-local, ff00::/8 multicast
    return !ok || (first & 0xfe00) == 0xfc00 || (first & 0xff80) == 0xfe80 || first >= 0xff00;
}

} // namespace

QUrl withoutTracking(const QUrl &url)
{
    if (!url.hasQuery())
        return url;
    // Work on the encoded text: QUrlQuery would re-encode the parameters that stay.
    const QString query = url.query(QUrl::FullyEncoded);
    QStringList kept;
    const auto parameters = query.split(u'&');
    for (const QString &parameter : parameters) {
        if (!isTrackingParameter(QStringView(parameter).left(
                parameter.indexOf(u'=') < 0 ? parameter.size() : parameter.indexOf(u'='))))
            kept.append(parameter);
    }
    if (kept.size() == parameters.size())
        return url;
    QUrl clean = url;
    clean.setQuery(kept.isEmpty() ? QString() : kept.join(u'&'), QUrl::StrictMode);
    return clean;
}

QUrl canonicalUrl(const QUrl &url)
{
    QUrl canonical = withoutTracking(url).adjusted(QUrl::RemoveFragment | QUrl::RemoveUserInfo |
                                                   QUrl::NormalizePathSegments);
    if (!isWebUrl(canonical))
        return canonical;
    const int port = canonical.port();
    if ((canonical.scheme() == QLatin1String("http") && port == 80) ||
        (canonical.scheme() == QLatin1String("https") && port == 443))
        canonical.setPort(-1);
    if (canonical.port() == -1)
        canonical.setScheme(QStringLiteral("https"));
    QString host = canonical.host().toLower();
    for (const auto prefix :
         {QLatin1String("www."), QLatin1String("amp."), QLatin1String("m."), QLatin1String("mobile.")}) {
        // Only where a real domain is left: "m.de" is a site of its own.
        if (host.startsWith(prefix) && host.indexOf(u'.', prefix.size()) > 0) {
            host.remove(0, prefix.size());
            break;
        }
    }
    canonical.setHost(host);
    QString path = canonical.path(QUrl::FullyEncoded);
    if (path.endsWith(QLatin1String("/amp/")) || path.endsWith(QLatin1String("/amp")))
        path.truncate(path.lastIndexOf(QLatin1String("/amp")) + 1);
    if (path.endsWith(u'/'))
        path.chop(1);
    canonical.setPath(path, QUrl::StrictMode);
    return canonical;
}

bool isWebUrl(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

QUrl urlFromUserInput(const QString &input)
{
    QString text = input.trimmed();
    if (text.isEmpty() || text.contains(u'\n'))
        return {};
    if (text.startsWith(QLatin1String("feed://"), Qt::CaseInsensitive))
        text.replace(0, 7, QStringLiteral("http://"));
    else if (text.startsWith(QLatin1String("feed:"), Qt::CaseInsensitive))
        text.remove(0, 5);
    if (text.startsWith(u'/') || text.startsWith(QLatin1String("./")) ||
        text.startsWith(QLatin1String("../")))
        return QUrl::fromLocalFile(QFileInfo(text).absoluteFilePath());
    const QUrl given(text, QUrl::TolerantMode);
    if (given.isLocalFile())
        return given;
    if (isWebUrl(given))
        return given;
    if (text.contains(QLatin1String("://")) || text.contains(u' '))
        return {};
    const QUrl guessed(QLatin1String("https://") + text, QUrl::TolerantMode);
    const bool looksLikeHost = guessed.host().contains(u'.') || guessed.host() == QLatin1String("localhost");
    return isWebUrl(guessed) && looksLikeHost ? guessed : QUrl();
}

QString displayUrl(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo);
}

QString hostKey(const QUrl &url)
{
    const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
    return url.host() + u':' + QString::number(url.port(usual));
}

bool isPrivateHost(const QString &host)
{
    QString name = host.toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name.contains(u':'))
        return isPrivateIpv6(name);
    std::array<int, 4> ip{};
    if (parseIpv4(name, ip))
        return isPrivateIpv4(ip);
    // A name without a dot is known in the local network alone.
    static constexpr std::array suffixes{u".localhost", u".local", u".internal", u".lan", u".home.arpa"};
    return !name.contains(u'.') ||
           std::ranges::any_of(suffixes, [&name](auto suffix) { return name.endsWith(QStringView(suffix)); });
}

} // namespace broadsheet
