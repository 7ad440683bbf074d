// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "base/url.h"
#include "net/scheduler_p.h"

namespace broadsheet::net {

class HttpClient::Private
{
public:
    explicit Private(const HttpLimits &limits) : scheduler(limits) {}
    Scheduler scheduler;
};

HttpClient::HttpClient(const HttpLimits &limits, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(limits))
{
}

HttpClient::~HttpClient()
{
    d->scheduler.close();
}

QFuture<Result<HttpResponse>> HttpClient::get(const HttpRequest &request)
{
    if (isWebUrl(request.url))
        return d->scheduler.add(request);
    QPromise<Result<HttpResponse>> promise;
    promise.start();
    promise.addResult(Error{ErrorCode::InvalidArgument, QStringLiteral("no http(s) address"),
                            displayUrl(request.url), std::nullopt});
    promise.finish();
    return promise.future();
}

void HttpClient::abortAll()
{
    d->scheduler.abortAll();
}

void HttpClient::setRoom(qint64 bytes)
{
    d->scheduler.setRoom(bytes);
}

void HttpClient::setProxy(const QString &proxy)
{
    d->scheduler.setProxy(proxy);
}

const HttpLimits &HttpClient::limits() const
{
    return d->scheduler.limits();
}

} // namespace broadsheet::net
