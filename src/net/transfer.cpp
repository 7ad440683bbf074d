// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer_p.h"

#include "base/url.h"
#include "net/log.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace broadsheet::net {

namespace {

constexpr qint64 bufferSize = 256 * 1024;
/** What we read of a body that nobody wants, to keep the connection; beyond it we hang up. */
constexpr qint64 drainLimit = 64 * 1024;

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && effectivePort(a) == effectivePort(b);
}

QUrl bare(const QUrl &url)
{
    QUrl result = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (result.path().isEmpty())
        result.setPath(QStringLiteral("/"));
    return result;
}

QByteArray basicCredentials(const QUrl &url)
{
    if (url.userName().isEmpty() && url.password().isEmpty())
        return {};
    // RFC 7617 §2.1: UTF-8 where the server says nothing.
    const QString pair = url.userName(QUrl::FullyDecoded) + u':' + url.password(QUrl::FullyDecoded);
    return "Basic " + pair.toUtf8().toBase64();
}

/** Codings that Qt undoes, one at a time. Two together come as they are, without an error. */
bool isKnownEncoding(const QByteArray &encoding)
{
    const QByteArray name = encoding.trimmed().toLower();
    return name.isEmpty() || name == "identity" || name == "gzip" || name == "deflate" || name == "br" ||
           name == "zstd";
}

ErrorCode codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return ErrorCode::HostNotFound;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // what the idle timer of Qt ends with
        return ErrorCode::Timeout;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::TlsFailed;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return ErrorCode::Offline;
    case QNetworkReply::UnknownContentError: // 299 with a good status: the body cannot be unpacked
        return ErrorCode::UnsupportedEncoding;
    default:
        return ErrorCode::ConnectionFailed;
    }
}

} // namespace

Transfer::Transfer(const HttpRequest &request, const HttpLimits &limits, QNetworkAccessManager &network)
    : m_request(request)
    , m_limits(limits)
    , m_network(network)
    , m_start(bare(request.url))
    , m_credentials(basicCredentials(request.url))
    , m_url(m_start)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(ErrorCode::Timeout, QStringLiteral("the answer was not complete in time")); });
}

Transfer::~Transfer()
{
    dropReply();
}

void Transfer::send()
{
    if (!m_deadline.isActive()) {
        m_deadline.start(m_limits.total);
        m_elapsed.start();
    }
    m_seen.insert(m_url);
    m_drained = 0;

    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(int(m_limits.idle.count()));
    request.setRawHeader("User-Agent", m_limits.userAgent);
    request.setRawHeader("Accept-Language", m_limits.acceptLanguage);
    request.setRawHeader("Accept", m_request.accept);
    if (sameOrigin(m_url, m_start)) {
        if (!m_request.etag.isEmpty())
            request.setRawHeader("If-None-Match", m_request.etag);
        if (!m_request.lastModified.isEmpty())
            request.setRawHeader("If-Modified-Since", m_request.lastModified);
        if (!m_credentials.isEmpty())
            request.setRawHeader("Authorization", m_credentials);
    }

    m_reply.reset(m_network.get(request));
    // Qt's reply is filled by a thread of its own: without a bound it grows while we are busy.
    m_reply->setReadBufferSize(bufferSize);
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &Transfer::readHeaders);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &Transfer::readBody);
    connect(m_reply.get(), &QNetworkReply::finished, this, &Transfer::replyFinished);
}

void Transfer::fail(ErrorCode code, const QString &detail)
{
    if (m_ended)
        return;
    m_ended = true;
    m_deadline.stop();
    dropReply();
    qCDebug(netLog) << "failed" << displayUrl(m_url) << detail;
    m_response = {};
    m_result = Error{code, detail, displayUrl(m_url), std::nullopt};
    Q_EMIT finished();
}

void Transfer::reset()
{
    dropReply();
    m_deadline.stop();
    m_url = m_start;
    m_seen.clear();
    m_allPermanent = true;
    m_askedAgain = false;
    m_response = {};
}

void Transfer::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply.reset();
}

bool Transfer::isRedirect() const
{
    switch (m_response.status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
        return !m_response.header("Location").isEmpty();
    default:
        return false;
    }
}

bool Transfer::wantsBody() const
{
    return m_response.status >= 200 && m_response.status < 300;
}

void Transfer::takeHeaders()
{
    m_response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_response.headers = m_reply->rawHeaderPairs();
}

void Transfer::readHeaders()
{
    takeHeaders();
    if (wantsBody() && !isKnownEncoding(m_response.header("Content-Encoding"))) {
        fail(ErrorCode::UnsupportedEncoding,
             QStringLiteral("unknown Content-Encoding %1")
                 .arg(QString::fromLatin1(m_response.header("Content-Encoding").left(80))));
        return;
    }
    // Said beforehand, refused beforehand. (Of a packed body Qt hides the length: it would say nothing
    // anyway.)
    const qint64 limit = m_request.maxBytes > 0 ? m_request.maxBytes : m_limits.maxBytes;
    if (wantsBody() && m_response.header("Content-Length").toLongLong() > limit)
        fail(ErrorCode::TooLarge, QStringLiteral("the body is larger than %1 bytes").arg(limit));
}

void Transfer::readBody()
{
    const QByteArray bytes = m_reply->readAll();
    if (!wantsBody()) {
        m_drained += bytes.size();
        if (m_drained > drainLimit)
            replyFinished();
        return;
    }
    const qint64 limit = m_request.maxBytes > 0 ? m_request.maxBytes : m_limits.maxBytes;
    if (m_response.body.size() + bytes.size() > limit) {
        fail(ErrorCode::TooLarge, QStringLiteral("the body is larger than %1 bytes").arg(limit));
        return;
    }
    m_response.body += bytes;
    Q_EMIT grew();
}

void Transfer::replyFinished()
{
    takeHeaders();
    const auto error = m_reply->error();
    const QString words = m_reply->errorString();
    if (m_response.status >= 100 && m_response.status < 200) {
        // Qt takes an interim answer (103 Early Hints) for the last one. The real one may follow next time.
        dropReply();
        m_response = {};
        if (m_askedAgain)
            return fail(ErrorCode::ConnectionFailed, QStringLiteral("the server sends interim answers only"));
        m_askedAgain = true;
        return send();
    }
    if (m_response.status == 0)
        return fail(error == QNetworkReply::NoError ? ErrorCode::ConnectionFailed : codeOf(error), words);
    if (wantsBody()) {
        const auto rest = m_reply->bytesAvailable();
        if (rest > 0) {
            readBody();
            if (m_ended)
                return;
        }
        if (error == QNetworkReply::RemoteHostClosedError && !m_response.body.isEmpty())
            m_response.complete = false;
        else if (error != QNetworkReply::NoError)
            return fail(codeOf(error), words);
    } else if (error == QNetworkReply::OperationCanceledError) {
        return fail(ErrorCode::Timeout, words);
    }
    if (isRedirect())
        return redirect();
    succeed();
}

void Transfer::redirect()
{
    const bool permanent = m_response.status == 301 || m_response.status == 308;
    // A header is bytes; browsers and feeds use UTF-8 where it is not plain ASCII.
    const QUrl target(QString::fromUtf8(m_response.header("Location").trimmed()), QUrl::TolerantMode);
    dropReply();
    const QUrl next = bare(m_url.resolved(target));
    if (!target.isValid() || !isWebUrl(next))
        return fail(ErrorCode::UnsafeRedirect, QStringLiteral("redirected to what is no http(s) address"));
    if (isPrivateHost(next.host()) && !isPrivateHost(m_url.host()))
        return fail(ErrorCode::UnsafeRedirect,
                    QStringLiteral("redirected from a public to a private address"));
    if (m_seen.contains(next))
        return fail(ErrorCode::TooManyRedirects, QStringLiteral("redirected in a circle"));
    if (m_seen.size() > m_limits.maxRedirects)
        return fail(ErrorCode::TooManyRedirects,
                    QStringLiteral("redirected more than %1 times").arg(m_limits.maxRedirects));
    m_allPermanent = m_allPermanent && permanent;
    const QUrl permanentUrl = m_allPermanent ? next : m_response.permanentUrl;
    m_response = {};
    m_response.permanentUrl = permanentUrl;
    m_url = next;
    Q_EMIT redirected();
}

void Transfer::succeed()
{
    m_ended = true;
    m_deadline.stop();
    m_response.finalUrl = m_url;
    const qint64 announced = m_reply->attribute(QNetworkRequest::OriginalContentLengthAttribute).toLongLong();
    m_response.wireBytes = announced > 0 ? announced : m_response.body.size();
    m_response.duration = std::chrono::milliseconds(m_elapsed.elapsed());
    dropReply();
    m_result = std::move(m_response);
    Q_EMIT finished();
}

} // namespace broadsheet::net
