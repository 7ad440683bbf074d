// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QUrl>

#include <memory>

namespace broadsheet {

class Workers;
namespace net {
class HttpClient;
struct HttpResponse;
} // namespace net

struct FetchedPage
{
    QByteArray bytes;
    QUrl finalUrl;
    QUrl permanentUrl; ///< valid: where permanent redirects lead
    QString contentType;
    std::shared_ptr<const net::HttpResponse>
        response; ///< the rest of the answer, without the body; null for a file
};

/** One document as it is, from the web or this machine: for finding feeds and for the commands without a store. */
class PageFetcher : public QObject
{
    Q_OBJECT
public:
    PageFetcher(net::HttpClient &http, Workers &workers, QObject *parent = nullptr);

    /** http(s), file: and the guide. An answer other than 2xx is an error. */
    QFuture<Result<FetchedPage>> fetch(const QUrl &url);

private:
    net::HttpClient &m_http;
    Workers &m_workers;
};

} // namespace broadsheet
