// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/subscription.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>

namespace broadsheet {

class Workers;
namespace net {
class HttpClient;
struct HttpResponse;
} // namespace net

/**
 * The small pictures of publishers, one a site, as bytes: from the disk, and once in some weeks from the
 * network, one after the other with a pause between. At most two requests a site: what the feed names, then
 * /favicon.ico. Main thread.
 */
class IconService : public QObject
{
    Q_OBJECT
public:
    /** \a folder may be removed at any time. */
    IconService(net::HttpClient &http, Workers &workers, const QString &folder, QObject *parent = nullptr);

    /** Tells iconRead() for those that lie on the disk; nothing is fetched. */
    void read(const QList<Subscription> &subscriptions);
    /** Fetches what is missing or old, for feeds whose last fetch was good. To be called after a sync. */
    void refresh(const QList<Subscription> &subscriptions);
    /** No request starts while false: offline, or on a connection that is paid by volume. */
    void setAllowed(bool allowed);
    void setPause(std::chrono::milliseconds pause) { m_timer.setInterval(pause); }

Q_SIGNALS:
    /** Strangers' bytes, no more than 256 KiB: to be decoded with care. */
    void iconRead(const QList<broadsheet::FeedId> &feeds, const QByteArray &bytes);

private:
    struct Site
    {
        QList<FeedId> feeds;
        QUrl address;        ///< of the site, else of the feed
        QUrl icon;           ///< what a feed of it names
        bool good = false;   ///< a feed of it was fetched well
        QDateTime kept;      ///< when its file was written; invalid: there is none
        bool looked = false; ///< on the disk
        bool queued = false;
    };
    static QHash<QString, Site> sitesOf(const QList<Subscription> &subscriptions);
    void look(const QString &key, Site site);
    void lookedAt(const QString &key, const QByteArray &bytes, const QDateTime &kept);
    void enqueue(const QString &key);
    void next();
    void ask(const QString &key, const QUrl &url, bool isLast);
    void keep(const QString &key, const QByteArray &bytes);
    QString fileOf(const QString &key) const;

    net::HttpClient &m_http;
    Workers &m_workers;
    const QString m_folder;
    QHash<QString, Site> m_sites;
    std::deque<QString> m_queue;
    QTimer m_timer;
    bool m_allowed = true;
    bool m_refreshWhenLooked = false;
};

} // namespace broadsheet
