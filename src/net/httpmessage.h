// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/authentication.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace broadsheet::net {

/** How much a transfer may take. Values, so that a test can make them small. */
struct HttpLimits
{
    std::chrono::milliseconds idle{15'000};  ///< without a byte: connecting, waiting for headers, body
    std::chrono::milliseconds total{45'000}; ///< from the first request to the last byte, redirects included
    /** A host whose answers are slow (more than a tenth of this each) loses its queue after this time. */
    std::chrono::milliseconds hostPatience{50'000};
    /** A transfer older than this no longer counts towards totalInFlight, so that dead hosts hold up nobody.
     */
    std::chrono::milliseconds fresh{1'500};
    /** After so much silence a network thread is asked whether it is there, and given as long to answer. */
    std::chrono::milliseconds knock{2'000};
    qint64 maxBytes = 50 * 1024 * 1024;         ///< a body, decompressed
    qint64 maxBytesTogether = 96 * 1024 * 1024; ///< all bodies under way; beyond it the largest waits alone
    int maxRedirects = 15;
    int perHost = 4;
    int perUnknownHost = 2; ///< as long as the host has not answered in this round
    int totalInFlight = 32;
    int absoluteInFlight = 400; ///< slow ones included
    int strikes = 2;            ///< time-outs in a row after which the rest of a host's queue fails
    std::chrono::seconds defaultHold{600}; ///< after 429 without Retry-After
    QByteArray userAgent = "Broadsheet";
    QByteArray acceptLanguage = "*";
};

struct HttpResponse;

/** Takes a body piece by piece, instead of HttpResponse::body: for files too large to be held. Main thread. */
class BodySink
{
public:
    virtual ~BodySink() = default;
    /** The first piece is about to come; \a head has status and headers. False ends the transfer. */
    virtual bool begin(const HttpResponse &head) = 0;
    virtual bool write(const QByteArray &bytes) = 0;
};

struct HttpRequest
{
    QUrl url;        ///< http(s); user and password are taken out and make the login, if none is given
    QByteArray etag; ///< If-None-Match, byte for byte; empty: not sent
    QByteArray lastModified; ///< If-Modified-Since, byte for byte; empty: not sent
    QUrl validatorsUrl;      ///< the two above are sent to this address alone; empty: to url
    HttpLogin login;         ///< for the origin of url only
    QList<QPair<QByteArray, QByteArray>> headers; ///< further ones, cookies too, for the origin of url only
    QByteArray certificate; ///< SHA-256 of one that is accepted though it does not verify
    QString proxy;          ///< '' as the client has it, 'direct', or an address
    QByteArray accept = "*/*";
    qint64 maxBytes = 0;     ///< 0: the limit of the client
    bool background = false; ///< waits while the client is paused
    /** Has the body instead of the response. Such a transfer may take as long as bytes come. */
    std::shared_ptr<BodySink> sink;
    qint64 rangeFrom = 0; ///< for a sink that has the beginning already: Range, RFC 9110 §14.2
    QByteArray ifRange;   ///< the validator of what it has; sent with rangeFrom
};

/** A complete answer with a status from 200 on; whether it is good news is httpError()'s to say. */
struct HttpResponse
{
    int status = 0;
    QUrl finalUrl;     ///< what answered, without user, password and fragment
    QUrl permanentUrl; ///< valid: where permanent redirects (301, 308) lead, none but such before it
    QByteArray body;   ///< decompressed; empty for 304 and for errors
    QList<QPair<QByteArray, QByteArray>> headers;
    qint64 wireBytes = 0; ///< body bytes as sent, where the server said so, else decompressed
    std::chrono::milliseconds duration{0};
    bool complete = true;     ///< false: the connection broke off within the body
    bool measured = false;    ///< the server said the length, and so much came; not for packed bodies
    bool conditional = false; ///< what answered had been sent validators
    bool asked = true;        ///< false: the host had asked to be left alone, so it was not asked (429)

    /** Case-insensitive; empty where missing. Fields that came twice are joined by ", ". */
    QByteArray header(QByteArrayView name) const;
    QByteArray etag() const { return header("ETag"); }
    QByteArray lastModified() const { return header("Last-Modified"); }
    QString contentType() const { return QString::fromLatin1(header("Content-Type")); }
    /** RFC 9110 §10.2.3, seconds or date; nothing where missing or unreadable. */
    std::optional<std::chrono::seconds> retryAfter(const QDateTime &now) const;
    /** How long the host wants to be left alone: after 429 (\a usual without Retry-After), and after 503 with
     * Retry-After; at most a day. Nothing for any other answer. */
    std::optional<std::chrono::seconds> holdOff(const QDateTime &now, std::chrono::seconds usual) const;
    /** How long the answer is good (RFC 9111 §4.2.1): max-age less Age, else Expires less Date. Nothing
     * where the server says nothing or forbids to keep it. */
    std::optional<std::chrono::seconds> freshness(const QDateTime &now) const;
};

/** The error that \a response means: nothing below 300 and for 304; else Gone, TooManyRequests,
 * LoginRequired or HttpStatus, with the status in number(). */
std::optional<Error> httpError(const HttpResponse &response);

/** True for what may stand as a proxy: 'direct', http://host:port, socks5://host:port. */
bool isProxyAddress(const QString &text);

/** RFC 9110 §5.6.7: the three formats of HTTP dates, and common slips. Invalid where it is none. UTC. */
QDateTime parseHttpDate(const QByteArray &text);

} // namespace broadsheet::net
