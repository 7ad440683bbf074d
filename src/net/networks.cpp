// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networks_p.h"

#include "base/url.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>

#include <optional>

namespace broadsheet::net {

namespace {

constexpr std::chrono::milliseconds oftenEnough{1'000}; ///< between two knocks

/** Feeds need no cookies: takes none, gives none. */
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/** The desktop's or the environment's proxy, but never for this machine and the local network. */
class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isPrivateHost(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

/** What may stand as a proxy; nothing for what may not. */
std::optional<QNetworkProxy> proxyFrom(const QString &text)
{
    if (text == QLatin1String("direct"))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QUrl url(text, QUrl::StrictMode);
    const bool socks = url.scheme() == QLatin1String("socks5") || url.scheme() == QLatin1String("socks5h");
    if (url.host().isEmpty() || !(socks || url.scheme() == QLatin1String("http")))
        return std::nullopt;
    QNetworkProxy proxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                        quint16(url.port(socks ? 1080 : 8080)));
    if (!url.userName().isEmpty()) {
        proxy.setUser(url.userName(QUrl::FullyDecoded));
        proxy.setPassword(url.password(QUrl::FullyDecoded));
    }
    return proxy;
}

} // namespace

bool isProxyAddress(const QString &text)
{
    return proxyFrom(text).has_value();
}

std::unique_ptr<QNetworkAccessManager> Networks::make(const QString &proxy) const
{
    auto network = std::make_unique<QNetworkAccessManager>();
    network->setCookieJar(new NoCookies(network.get()));
    network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (const auto given = proxyFrom(proxy))
        network->setProxy(*given);
    else
        network->setProxyFactory(new SystemProxies);
    return network;
}

/** In turn, so that few hosts share none. */
QNetworkAccessManager &Networks::laneOf(const QUrl &url)
{
    const QString host = hostKey(url);
    auto dealt = m_dealt.find(host);
    if (dealt == m_dealt.end())
        dealt = m_dealt.insert(host, int(m_dealt.size()) % lanes);
    auto &lane = m_lanes[size_t(*dealt)];
    if (!lane)
        lane = make(m_proxy);
    return *lane;
}

QNetworkAccessManager &Networks::forRequest(const HttpRequest &request)
{
    if (request.proxy.isEmpty() && request.certificate.isEmpty()) {
        const auto parted = m_parted.constFind(hostKey(request.url));
        return parted == m_parted.constEnd() ? laneOf(request.url) : **parted;
    }
    auto &own = m_apart[{request.proxy, request.certificate}];
    if (!own)
        own = make(request.proxy.isEmpty() ? m_proxy : request.proxy);
    return *own;
}

Networks::~Networks()
{
    m_knocks.clear();
    // Qt waits five seconds for a thread that does not end. Such a one reads what somebody sends without an
    // end: it is left to itself, as Qt does after those seconds.
    static auto *const left = new std::vector<std::shared_ptr<QNetworkAccessManager>>;
    left->insert(left->end(), m_retired.begin(), m_retired.end());
}

void Networks::knock(QNetworkAccessManager &network)
{
    const auto proxy = network.proxy().type();
    if (proxy == QNetworkProxy::HttpProxy || proxy == QNetworkProxy::Socks5Proxy)
        return; // it would be the proxy that is asked
    Knock &knock = m_knocks[&network];
    if (knock.reply && (!knock.reply->isFinished() || knock.since.elapsed() < oftenEnough.count()))
        return;
    knock.reply.reset(network.get(QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:0/")))));
    knock.since.start();
}

QList<QNetworkAccessManager *> Networks::stuck(std::chrono::milliseconds patience)
{
    QList<QNetworkAccessManager *> found;
    for (auto knock = m_knocks.begin(); knock != m_knocks.end();) {
        const bool answered = knock->second.reply->isFinished();
        const bool isStuck = !answered && knock->second.since.elapsed() > patience.count();
        if (isStuck)
            found.append(knock->first);
        knock = isStuck ? m_knocks.erase(knock) : std::next(knock);
    }
    for (auto &lane : m_lanes) {
        if (lane && found.contains(lane.get()))
            m_retired.push_back(std::move(lane));
    }
    for (auto parted = m_parted.begin(); parted != m_parted.end();) {
        const bool isStuck = found.contains(parted->get());
        if (isStuck)
            m_retired.push_back(*parted);
        parted = isStuck ? m_parted.erase(parted) : std::next(parted);
    }
    return found;
}

QNetworkAccessManager &Networks::part(const QUrl &url)
{
    auto &own = m_parted[hostKey(url)];
    if (!own)
        own = make(m_proxy);
    return *own;
}

void Networks::setProxy(const QString &proxy)
{
    if (proxy == m_proxy)
        return;
    m_proxy = proxy;
    const auto given = proxyFrom(proxy);
    const auto set = [&](QNetworkAccessManager &network) {
        if (given)
            network.setProxy(*given);
        else
            network.setProxyFactory(new SystemProxies);
        network.clearConnectionCache();
    };
    for (const auto &lane : m_lanes) {
        if (lane)
            set(*lane);
    }
    for (auto &[key, network] : m_apart) {
        if (key.first.isEmpty())
            set(*network);
    }
    for (const auto &network : std::as_const(m_parted))
        set(*network);
}

} // namespace broadsheet::net
