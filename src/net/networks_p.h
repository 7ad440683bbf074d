// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpmessage.h"

#include <QElapsedTimer>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>

#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <vector>

namespace broadsheet::net {

/**
 * The network as requests see it. Hosts are dealt out to some managers, each of which has a thread of Qt's:
 * one that sends headers without an end keeps that thread reading, byte by byte, and everybody else on it
 * would wait until their time is up. Who is suspected of it is knocked at, and if nobody answers, the others
 * on that thread are parted. Requests with a proxy of their own, or a certificate that only they accept, have
 * a manager apart, so that no connection made for them is used for others.
 */
class Networks
{
public:
    ~Networks();

    QNetworkAccessManager &forRequest(const HttpRequest &request);
    /** Finds out whether the thread of \a network still does its work: a request that fails within this
     * machine at once, since nothing listens there, has to take the way of all others. */
    void knock(QNetworkAccessManager &network);
    /** Those which have not answered a knock for so long. Each is told once, and given out no more. */
    QList<QNetworkAccessManager *> stuck(std::chrono::milliseconds patience);
    /** A manager for this host alone, from now on: its requests shared one that is stuck, by its fault or
     * another's. */
    QNetworkAccessManager &part(const QUrl &url);
    /** For all requests without a proxy of their own: '' the system's, 'direct', or an address. */
    void setProxy(const QString &proxy);

private:
    static constexpr int lanes = 16;

    std::unique_ptr<QNetworkAccessManager> make(const QString &proxy) const;
    QNetworkAccessManager &laneOf(const QUrl &url);

    QString m_proxy;
    std::array<std::unique_ptr<QNetworkAccessManager>, lanes> m_lanes; ///< made when first needed
    QHash<QString, int> m_dealt;                                       ///< hosts, by name and port
    std::map<std::pair<QString, QByteArray>, std::unique_ptr<QNetworkAccessManager>> m_apart;
    QHash<QString, std::shared_ptr<QNetworkAccessManager>> m_parted; ///< by host
    std::vector<std::shared_ptr<QNetworkAccessManager>> m_retired;   ///< stuck ones

    struct Knock
    {
        std::unique_ptr<QNetworkReply> reply;
        QElapsedTimer since;
    };
    std::map<QNetworkAccessManager *, Knock> m_knocks;
};

} // namespace broadsheet::net
