// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told what: the headers of a request, the login, and certificates.
#include "net/transfer_p.h"

#include <QCryptographicHash>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace broadsheet::net {

namespace {

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && effectivePort(a) == effectivePort(b);
}

/** True if what \a home may know, \a url may know: the same origin, or the same host by way of TLS. */
bool isAtHome(const QUrl &url, const QUrl &home)
{
    if (sameOrigin(url, home))
        return true;
    return url.host() == home.host() && home.scheme() == QLatin1String("http") && effectivePort(home) == 80 &&
           url.scheme() == QLatin1String("https") && effectivePort(url) == 443;
}

} // namespace

void Transfer::setHeaders(QNetworkRequest &request)
{
    request.setRawHeader("User-Agent", m_limits.userAgent);
    request.setRawHeader("Accept-Language", m_limits.acceptLanguage);
    request.setRawHeader("Accept", m_request.accept);
    const bool hasValidators = !m_request.etag.isEmpty() || !m_request.lastModified.isEmpty();
    m_response.conditional = hasValidators && m_url == m_validatorsUrl;
    if (m_response.conditional && !m_request.etag.isEmpty())
        request.setRawHeader("If-None-Match", m_request.etag);
    if (m_response.conditional && !m_request.lastModified.isEmpty())
        request.setRawHeader("If-Modified-Since", m_request.lastModified);
    if (m_request.sink)
        request.setRawHeader("Accept-Encoding", "identity"); // a part of a packed file is of no use
    if (m_request.rangeFrom > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_request.rangeFrom) + '-');
        if (!m_request.ifRange.isEmpty())
            request.setRawHeader("If-Range", m_request.ifRange);
    }
    if (!isAtHome(m_url, m_start))
        return;
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    if (const QByteArray words = authorization(); !words.isEmpty())
        request.setRawHeader("Authorization", words);
}

/** What goes to the origin of the feed. In the clear a password is only sent when it is asked for, and how: a
 * server that takes Digest never gets to see it. */
QByteArray Transfer::authorization()
{
    if (m_login.isEmpty())
        return {};
    if (!m_login.bearer.isEmpty())
        return "Bearer " + m_login.bearer;
    if (m_challenge && m_challenge->scheme == "digest") {
        const QByteArray nonce = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
        return digestAuthorization(*m_challenge, m_login, m_url, ++m_digestCount, nonce);
    }
    if (m_challenge || m_url.scheme() == QLatin1String("https"))
        return basicAuthorization(m_login);
    return {};
}

/** True if the server asks who we are and we have not told it yet: then send() tells. */
bool Transfer::answerChallenge()
{
    if (m_response.status != 401 || m_login.isEmpty() || !m_login.bearer.isEmpty() ||
        !isAtHome(m_url, m_start))
        return false;
    auto challenge = answerable(parseChallenges(m_response.header("WWW-Authenticate")));
    // Twice for Digest alone, whose nonce may have grown old in between.
    const bool stale = challenge && challenge->parameters.value("stale").toLower() == "true";
    if (!challenge || m_challenges > (stale ? 1 : 0))
        return false;
    const bool basicWasSent = m_url.scheme() == QLatin1String("https") && challenge->scheme == "basic";
    if (basicWasSent)
        return false;
    ++m_challenges;
    m_digestCount = 0;
    m_challenge = std::move(challenge);
    return true;
}

/** The certificate does not verify. It is taken all the same if the reader has said so of this very one. */
void Transfer::distrust(const QList<QSslError> &errors)
{
    QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (certificate.isNull() && !errors.isEmpty())
        certificate = errors.first().certificate();
    const QByteArray fingerprint = certificate.digest(QCryptographicHash::Sha256);
    if (!certificate.isNull() && fingerprint == m_request.certificate) {
        m_reply->ignoreSslErrors(errors);
        return;
    }
    QStringList words;
    for (const QSslError &error : errors) {
        if (!words.contains(error.errorString()))
            words.append(error.errorString());
    }
    m_tlsWords = words.join(u' ');
    if (!certificate.isNull())
        m_tlsWords += QLatin1String(" [sha256:") + QString::fromLatin1(fingerprint.toHex()) + u']';
}

} // namespace broadsheet::net
