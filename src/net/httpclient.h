// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/httpmessage.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace broadsheet::net {

/**
 * GET over http and https, polite and within limits. Main thread, asynchronous.
 *
 * Requests wait in a queue by host (name and port) and start breadth first, a few a host and some dozens in
 * all. No cookies, no Referer, no cache; redirects are followed by hand, from public to private addresses
 * never. A host that timed out twice in a row fails the rest of its queue; one that answers 429, or 503 with
 * Retry-After, is left alone as long as it asks for, and requests to it are answered at once with a response
 * whose \c asked is false.
 */
class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(const HttpLimits &limits = {}, QObject *parent = nullptr);
    /** Aborts what is under way: its futures end with Cancelled. */
    ~HttpClient() override;

    /**
     * Any complete answer from 200 on is a value, error statuses included (httpError() tells), since sync
     * needs their headers. Errors: InvalidArgument (no http(s) address), Timeout, HostNotFound,
     * ConnectionFailed, Offline, TlsFailed, TooLarge, TooManyRedirects, UnsafeRedirect, UnsupportedEncoding,
     * Cancelled. Cancelling the future aborts the transfer.
     */
    QFuture<Result<HttpResponse>> get(const HttpRequest &request);

    /** Ends everything, waiting or under way, with Cancelled. */
    void abortAll();

    /**
     * How many bytes of bodies background requests may have under way together; for back-pressure. Nobody
     * knows what a body will come to: each counts with what has come or was announced, at first with what
     * bodies lately came to. One may always go, unless there is no room at all: then none starts, and what is
     * under way goes on. At first there is no limit.
     */
    void setRoom(qint64 bytes);

    /** For requests without a proxy of their own: '' is the system's (the default), 'direct' none, else an
     * address as isProxyAddress() takes it. */
    void setProxy(const QString &proxy);

    const HttpLimits &limits() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet::net
