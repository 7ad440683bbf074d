// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer_p.h"

#include "base/url.h"
#include "net/hostzone_p.h"
#include "net/log.h"
#include "net/plainexchange_p.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>

#include <limits>

namespace broadsheet::net {

namespace {

constexpr qint64 bufferSize = 256 * 1024;
/** What we read of a body that nobody wants, to keep the connection; beyond it we hang up. */
constexpr qint64 drainLimit = 64 * 1024;
/** What a server's word alone gets of memory beforehand. */
constexpr qint64 trustedLength = 4 * 1024 * 1024;

QUrl bare(const QUrl &url)
{
    QUrl result = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (result.path().isEmpty())
        result.setPath(QStringLiteral("/"));
    return result;
}

/** The login that is given, else the one in the address. */
HttpLogin loginOf(const HttpRequest &request)
{
    if (!request.login.isEmpty())
        return request.login;
    return {request.url.userName(QUrl::FullyDecoded), request.url.password(QUrl::FullyDecoded), {}};
}

/** What the answer says of its packing; empty for none. */
QByteArray codingOf(const HttpResponse &response)
{
    const QByteArray coding = response.header("Content-Encoding").trimmed().toLower();
    return coding == "identity" ? QByteArray() : coding;
}

/** Codings that Qt undoes, one at a time. Two together come as they are, without an error. */
bool isKnownCoding(const QByteArray &name)
{
    return name.isEmpty() || name == "gzip" || name == "deflate" || name == "br" || name == "zstd";
}

/** What Qt says of an error, or more than that where it says nothing. */
QString wordsOf(const QNetworkReply &reply)
{
    // Of what grows out of all proportion Qt says no more than of what is damaged.
    if (reply.error() == QNetworkReply::UnknownContentError)
        return QStringLiteral("it cannot be unpacked: damaged, or packed out of all proportion");
    return reply.errorString();
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
    , m_network(&network)
    , m_start(bare(request.url))
    , m_validatorsUrl(request.validatorsUrl.isEmpty() ? m_start : bare(request.validatorsUrl))
    , m_login(loginOf(request))
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
    if (!m_elapsed.isValid())
        m_elapsed.start();
    if (!m_deadline.isActive() && !m_request.sink)
        m_deadline.start(m_limits.total);
    m_seen.insert(m_url);
    m_drained = 0;
    m_announced = 0;

    m_reply.reset(m_network->get(nextRequest()));
    // Qt's reply is filled by a thread of its own: without a bound it grows while we are busy.
    m_reply->setReadBufferSize(bufferSize);
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &Transfer::readHeaders);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &Transfer::readBody);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, &Transfer::distrust);
    connect(m_reply.get(), &QNetworkReply::finished, this, &Transfer::replyFinished);
}

QNetworkRequest Transfer::nextRequest()
{
    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
    request.setTransferTimeout(int(m_limits.idle.count()));
    setHeaders(request);
    return request;
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
    m_elapsed.invalidate();
    m_url = m_start;
    m_seen.clear();
    m_allPermanent = true;
    m_askedAgain = false;
    ++m_round;
    m_challenge.reset();
    m_challenges = 0;
    m_response = {};
}

void Transfer::dropReply()
{
    if (m_plain) {
        m_plain->disconnect(this);
        m_plain.reset();
    }
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
    if (const QByteArray coding = codingOf(m_response); wantsBody() && !isKnownCoding(coding)) {
        fail(ErrorCode::UnsupportedEncoding,
             QStringLiteral("unknown Content-Encoding %1").arg(QString::fromLatin1(coding.left(80))));
        return;
    }
    // Said beforehand, refused beforehand. (Of a packed body Qt hides the length: it would say nothing
    // anyway.)
    const qint64 limit = bodyLimit();
    const qint64 length = m_response.header("Content-Length").toLongLong();
    if (!wantsBody() || length <= 0)
        return;
    if (length > limit)
        return fail(ErrorCode::TooLarge, QStringLiteral("the body is larger than %1 bytes").arg(limit));
    if (!m_request.sink && codingOf(m_response).isEmpty())
        m_announced = length;
}

/** What is written to a disk is bounded by the disk. */
qint64 Transfer::bodyLimit() const
{
    if (m_request.maxBytes > 0)
        return m_request.maxBytes;
    return m_request.sink ? std::numeric_limits<qint64>::max() : m_limits.maxBytes;
}

void Transfer::giveToSink(const QByteArray &bytes)
{
    const bool taken = (m_given > 0 || m_request.sink->begin(m_response)) && m_request.sink->write(bytes);
    m_given += bytes.size();
    if (!taken)
        fail(ErrorCode::FileUnwritable, QStringLiteral("the file cannot be written"));
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
    const qint64 limit = bodyLimit();
    if (m_given + m_response.body.size() + bytes.size() > limit) {
        fail(ErrorCode::TooLarge, QStringLiteral("the body is larger than %1 bytes").arg(limit));
        return;
    }
    if (m_request.sink)
        return giveToSink(bytes);
    if (m_response.body.isEmpty())
        m_response.body.reserve(std::min(m_announced, trustedLength));
    m_response.body += bytes;
    Q_EMIT grew();
}

void Transfer::replyFinished()
{
    takeHeaders();
    const auto error = m_reply->error();
    const QString words =
        codeOf(error) == ErrorCode::Timeout
            ? QStringLiteral("nothing came for %1 s").arg(double(m_limits.idle.count()) / 1000)
            : wordsOf(*m_reply);
    if (m_response.status >= 100 && m_response.status < 200) {
        // Qt takes an interim answer (103 Early Hints) for the last one. The real one may follow next time;
        // if not, Qt is of no use here.
        if (!m_askedAgain) {
            m_askedAgain = true;
            return sendAgain();
        }
        if (m_request.sink)
            return fail(ErrorCode::ConnectionFailed, QStringLiteral("the server sends interim answers only"));
        return sendPlainly();
    }
    if (m_response.status == 0) {
        if (!m_tlsWords.isEmpty())
            return fail(ErrorCode::TlsFailed, m_tlsWords);
        return fail(error == QNetworkReply::NoError ? ErrorCode::ConnectionFailed : codeOf(error), words);
    }
    if (wantsBody()) {
        const auto rest = m_reply->bytesAvailable();
        if (rest > 0) {
            readBody();
            if (m_ended)
                return;
        }
        if (error == QNetworkReply::RemoteHostClosedError && (m_given > 0 || !m_response.body.isEmpty()))
            m_response.complete = false;
        else if (error != QNetworkReply::NoError)
            return fail(codeOf(error), words);
    } else if (error == QNetworkReply::OperationCanceledError) {
        return fail(ErrorCode::Timeout, words);
    }
    takeAnswer();
}

void Transfer::takeAnswer()
{
    if (isRedirect())
        return redirect();
    if (answerChallenge())
        return sendAgain();
    succeed();
}

void Transfer::sendAgain()
{
    dropReply();
    const QUrl permanentUrl = m_response.permanentUrl;
    m_response = {};
    m_response.permanentUrl = permanentUrl;
    send();
}

void Transfer::sendPlainly()
{
    dropReply();
    const QUrl permanentUrl = m_response.permanentUrl;
    m_response = {};
    QNetworkProxy proxy = m_network->proxy();
    if (QNetworkProxyFactory *factory = m_network->proxyFactory())
        proxy = factory->queryProxy(QNetworkProxyQuery(m_url)).value(0, QNetworkProxy::NoProxy);
    const QNetworkRequest request = nextRequest();
    const bool conditional = m_response.conditional;
    m_plain.reset(new PlainExchange(bodyLimit(), m_limits.idle));
    connect(m_plain.get(), &PlainExchange::failed, this, &Transfer::fail);
    connect(m_plain.get(), &PlainExchange::finished, this, [this, permanentUrl, conditional] {
        m_response = m_plain->takeResponse();
        m_response.permanentUrl = permanentUrl;
        m_response.conditional = conditional;
        if (!wantsBody())
            m_response.body.clear();
        takeAnswer();
    });
    m_plain->send(request, proxy, m_request.certificate);
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
    if (m_seen.contains(next))
        return fail(ErrorCode::TooManyRedirects, QStringLiteral("redirected in a circle"));
    if (m_seen.size() > m_limits.maxRedirects)
        return fail(ErrorCode::TooManyRedirects,
                    QStringLiteral("redirected more than %1 times").arg(m_limits.maxRedirects));
    // Within a local network all is well; from outside nothing may point into it. Through a proxy it is the
    // proxy's network that counts, so names are not looked up.
    if (next.host() == m_url.host() || isPrivateHost(m_url.host()))
        return follow(next, permanent);
    const auto proxy = m_network->proxy().type();
    if (proxy == QNetworkProxy::HttpProxy || proxy == QNetworkProxy::Socks5Proxy)
        return isPrivateHost(next.host()) ? refusePrivate() : follow(next, permanent);
    const auto isStale = [this, round = m_round] { return m_ended || round != m_round; };
    findWhetherPrivate(next.host(), this, [this, next, permanent, isStale](bool leadsInside) {
        if (isStale())
            return;
        if (!leadsInside)
            return follow(next, permanent);
        findWhetherPrivate(m_url.host(), this, [this, next, permanent, isStale](bool comesFromInside) {
            if (!isStale())
                comesFromInside ? follow(next, permanent) : refusePrivate();
        });
    });
}

void Transfer::refusePrivate()
{
    fail(ErrorCode::UnsafeRedirect, QStringLiteral("redirected from a public to a private address"));
}

void Transfer::follow(const QUrl &next, bool permanent)
{
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
    const qint64 announced =
        m_reply ? m_reply->attribute(QNetworkRequest::OriginalContentLengthAttribute).toLongLong() : 0;
    m_response.wireBytes = announced > 0 ? announced : m_given + m_response.body.size();
    const QByteArray length = m_response.header("Content-Length");
    m_response.measured = m_response.complete && codingOf(m_response).isEmpty() && !length.isEmpty() &&
                          length.toLongLong() == m_response.body.size();
    m_response.duration = std::chrono::milliseconds(m_elapsed.elapsed());
    dropReply();
    m_response.body.squeeze(); // it grew by doubling, and waits for its turn to be read
    m_result = std::move(m_response);
    Q_EMIT finished();
}

} // namespace broadsheet::net
