// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpmessage.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>

#include <array>
#include <map>
#include <memory>

namespace broadsheet::net {

/**
 * The network as requests see it. Hosts are dealt out to some managers, each of which has a thread of Qt's: one that
 * sends headers without an end keeps that thread reading, byte by byte, and everybody else on it would wait until
 * their time is up. Requests with a proxy of their own, or a certificate that only they accept, have a manager apart,
 * so that no connection made for them is used for others.
 */
class Networks
{
public:
    QNetworkAccessManager &forRequest(const HttpRequest &request);
    /** For all requests without a proxy of their own: '' the system's, 'direct', or an address. */
    void setProxy(const QString &proxy);

private:
    static constexpr int lanes = 16;

    std::unique_ptr<QNetworkAccessManager> make(const QString &proxy) const;
    QNetworkAccessManager &laneOf(const QUrl &url);

    QString m_proxy;
    std::array<std::unique_ptr<QNetworkAccessManager>, lanes> m_lanes; ///< made when first needed
    QHash<QString, int> m_dealt;                                      ///< hosts, by name and port
    std::map<std::pair<QString, QByteArray>, std::unique_ptr<QNetworkAccessManager>> m_apart;
};

} // namespace broadsheet::net
