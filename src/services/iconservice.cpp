// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/iconservice.h"

#include "base/answer.h"
#include "base/url.h"
#include "net/httpclient.h"
#include "services/workers.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

constexpr qint64 largestIcon = 256 * 1024;
constexpr int daysKept = 28;
constexpr auto pauseBetween = 1500ms;

struct Kept
{
    QByteArray bytes;
    QDateTime at; ///< invalid: no file
};

Kept readFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return {file.read(largestIcon), QFileInfo(file).lastModified().toUTC()};
}

void writeFile(const QString &name, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(name).path());
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
        file.commit();
    }
}

/** The picture in an answer; empty if it is none. */
QByteArray pictureIn(const Result<net::HttpResponse> &response)
{
    if (!response || net::httpError(*response) || response->status != 200 || !response->complete)
        return {};
    // A page of words, such as the site's "not found", is an answer of another kind.
    return response->contentType().startsWith(u"text/", Qt::CaseInsensitive) ? QByteArray() : response->body;
}

} // namespace

IconService::IconService(net::HttpClient &http, Workers &workers, const QString &folder, QObject *parent)
    : QObject(parent), m_http(http), m_workers(workers), m_folder(folder)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pauseBetween);
    connect(&m_timer, &QTimer::timeout, this, &IconService::next);
}

QString IconService::fileOf(const QString &key) const
{
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1).toHex();
    return m_folder + u'/' + QString::fromLatin1(hash);
}

QHash<QString, IconService::Site> IconService::sitesOf(const QList<Subscription> &subscriptions)
{
    QHash<QString, Site> sites;
    for (const Subscription &subscription : subscriptions) {
        const QUrl address = isWebUrl(subscription.siteUrl) ? subscription.siteUrl : subscription.feedUrl;
        if (!isWebUrl(address))
            continue;
        Site &site = sites[hostKey(address)];
        site.feeds.append(subscription.id);
        if (!site.address.isValid())
            site.address = address;
        if (!site.icon.isValid() && isWebUrl(subscription.iconUrl))
            site.icon = subscription.iconUrl;
        const bool isGood = subscription.status == FeedStatus::Ok && subscription.lastSuccess.isValid();
        site.good = site.good || isGood;
    }
    return sites;
}

void IconService::read(const QList<Subscription> &subscriptions)
{
    const auto sites = sitesOf(subscriptions);
    for (auto site = sites.cbegin(); site != sites.cend(); ++site)
        look(site.key(), *site);
}

void IconService::refresh(const QList<Subscription> &subscriptions)
{
    m_refreshWhenLooked = true;
    read(subscriptions);
}

void IconService::look(const QString &key, Site site)
{
    const Site known = m_sites.value(key);
    const bool grown = known.feeds != site.feeds;
    site.kept = known.kept;
    site.queued = known.queued;
    site.looked = known.looked && !grown;
    m_sites.insert(key, site);
    if (site.looked)
        return enqueue(key);
    whenAnswered(m_workers.run([file = fileOf(key)] { return readFile(file); }), this,
                 [this, key](const Kept &kept) { lookedAt(key, kept.bytes, kept.at); });
}

void IconService::lookedAt(const QString &key, const QByteArray &bytes, const QDateTime &kept)
{
    Site &site = m_sites[key];
    site.looked = true;
    site.kept = kept;
    if (!bytes.isEmpty())
        Q_EMIT iconRead(site.feeds, bytes);
    enqueue(key);
}

void IconService::enqueue(const QString &key)
{
    Site &site = m_sites[key];
    const bool isFresh = site.kept.isValid() && site.kept.daysTo(QDateTime::currentDateTimeUtc()) < daysKept;
    if (!m_refreshWhenLooked || !site.good || site.queued || isFresh)
        return;
    site.queued = true;
    m_queue.push_back(key);
    if (!m_timer.isActive())
        m_timer.start();
}

void IconService::setAllowed(bool allowed)
{
    m_allowed = allowed;
    if (allowed && !m_queue.empty() && !m_timer.isActive())
        m_timer.start();
}

void IconService::next()
{
    if (!m_allowed || m_queue.empty())
        return;
    const QString key = m_queue.front();
    m_queue.pop_front();
    const Site site = m_sites.value(key);
    QUrl usual = site.address;
    usual.setPath(QStringLiteral("/favicon.ico"));
    usual.setQuery(QString());
    usual.setFragment(QString());
    // A public feed must not make us ask inside the local network.
    const bool leadsInside = isPrivateHost(site.icon.host()) && !isPrivateHost(site.address.host());
    if (site.icon.isValid() && !leadsInside && site.icon != usual)
        ask(key, site.icon, false);
    else
        ask(key, usual, true);
}

void IconService::ask(const QString &key, const QUrl &url, bool isLast)
{
    net::HttpRequest request;
    request.url = url.adjusted(QUrl::RemoveUserInfo);
    request.accept = "image/png,image/x-icon,image/webp,image/*;q=0.8";
    request.maxBytes = largestIcon;
    request.background = true;
    whenAnswered(m_http.get(request), this, [this, key, isLast](const Result<net::HttpResponse> &response) {
        const QByteArray bytes = pictureIn(response);
        if (!bytes.isEmpty() || isLast)
            return keep(key, bytes);
        QUrl usual = m_sites.value(key).address.resolved(QUrl(QStringLiteral("/favicon.ico")));
        ask(key, usual, true);
    });
}

/** Also that there is none: the site is not asked again for weeks. */
void IconService::keep(const QString &key, const QByteArray &bytes)
{
    Site &site = m_sites[key];
    site.queued = false;
    site.kept = QDateTime::currentDateTimeUtc();
    m_workers.run([file = fileOf(key), bytes] {
        writeFile(file, bytes);
        return true;
    });
    if (!bytes.isEmpty())
        Q_EMIT iconRead(site.feeds, bytes);
    if (!m_queue.empty())
        m_timer.start();
}

} // namespace broadsheet
