// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpmessage.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <map>
#include <memory>

namespace broadsheet::net {

/**
 * The network as requests see it. Most share one manager; those with a proxy of their own, or a certificate
 * that only they accept, have one apart, so that no connection made for them is used for others.
 */
class Networks
{
public:
    Networks();
    QNetworkAccessManager &forRequest(const HttpRequest &request);
    /** For all requests without a proxy of their own: '' the system's, 'direct', or an address. */
    void setProxy(const QString &proxy);

private:
    std::unique_ptr<QNetworkAccessManager> make(const QString &proxy) const;

    QString m_proxy;
    std::unique_ptr<QNetworkAccessManager> m_common;
    std::map<std::pair<QString, QByteArray>, std::unique_ptr<QNetworkAccessManager>> m_apart;
};

} // namespace broadsheet::net
