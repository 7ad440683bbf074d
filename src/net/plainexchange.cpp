// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/plainexchange_p.h"

#include <QCryptographicHash>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslCertificate>

namespace broadsheet::net {

namespace {

constexpr qsizetype longestHead = 128 * 1024;
constexpr qsizetype longestLine = 8 * 1024;
constexpr int statusAt = 9; ///< in "HTTP/1.1 200 OK"

QByteArray headOf(const QNetworkRequest &request)
{
    const QUrl url = request.url();
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() >= 0)
        host += ':' + QByteArray::number(url.port());
    QByteArray head = "GET " + target + " HTTP/1.1\r\nHost: " + host +
                      "\r\nConnection: close\r\nAccept-Encoding: identity\r\n";
    const auto names = request.rawHeaderList();
    for (const QByteArray &name : names) {
        if (name.compare("Accept-Encoding", Qt::CaseInsensitive) != 0)
            head += name + ": " + request.rawHeader(name) + "\r\n";
    }
    return head + "\r\n";
}

} // namespace

PlainExchange::PlainExchange(qint64 maxBytes, std::chrono::milliseconds idle) : m_maxBytes(maxBytes)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idle);
    connect(&m_idle, &QTimer::timeout, this, [this, idle] {
        give(ErrorCode::Timeout, QStringLiteral("nothing came for %1 s").arg(double(idle.count()) / 1000));
    });
    connect(&m_socket, &QSslSocket::readyRead, this, &PlainExchange::readAll);
    connect(&m_socket, &QSslSocket::disconnected, this, &PlainExchange::closed);
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::RemoteHostClosedError)
            return; // closed() knows what that means
        const auto code = error == QAbstractSocket::HostNotFoundError         ? ErrorCode::HostNotFound
                          : error == QAbstractSocket::SslHandshakeFailedError ? ErrorCode::TlsFailed
                                                                              : ErrorCode::ConnectionFailed;
        give(code, m_socket.errorString());
    });
}

void PlainExchange::send(const QNetworkRequest &request, const QNetworkProxy &proxy,
                         const QByteArray &certificate)
{
    const QUrl url = request.url();
    const bool secure = url.scheme() == QLatin1String("https");
    const QByteArray head = headOf(request);
    m_socket.setProxy(proxy);
    connect(&m_socket, &QSslSocket::sslErrors, this, [this, certificate] { distrust(certificate); });
    const auto ask = [this, head] { m_socket.write(head); };
    if (secure)
        connect(&m_socket, &QSslSocket::encrypted, this, ask);
    else
        connect(&m_socket, &QSslSocket::connected, this, ask);
    m_idle.start();
    const auto port = quint16(url.port(secure ? 443 : 80));
    if (secure)
        m_socket.connectToHostEncrypted(url.host(), port);
    else
        m_socket.connectToHost(url.host(), port);
}

/** What is not excused here ends the handshake. */
void PlainExchange::distrust(const QByteArray &certificate)
{
    const QByteArray fingerprint = m_socket.peerCertificate().digest(QCryptographicHash::Sha256);
    if (!certificate.isEmpty() && fingerprint == certificate)
        m_socket.ignoreSslErrors();
}

void PlainExchange::readAll()
{
    m_idle.start();
    m_buffer += m_socket.readAll();
    while (!m_ended && step()) {
    }
}

bool PlainExchange::step()
{
    switch (m_part) {
    case Part::Head:
        return readHead();
    case Part::Counted:
        if (!takeBody(m_left))
            return false;
        m_part = m_left == 0 ? Part::Done : Part::Counted;
        return true;
    case Part::ToTheEnd:
        return takeBody(m_buffer.size());
    case Part::ChunkSize:
        return readChunkSize();
    case Part::Chunk:
        if (!takeBody(m_left))
            return false;
        m_part = m_left == 0 ? Part::ChunkSize : Part::Chunk;
        return true;
    case Part::Trailer: // nothing in it that we want
        m_part = Part::Done;
        return true;
    case Part::Done:
        end();
        return false;
    }
    return false;
}

/** An interim answer is passed over; what comes after it is a head again. */
bool PlainExchange::readHead()
{
    const auto size = m_buffer.indexOf("\r\n\r\n");
    if (size < 0 || size > longestHead) {
        if (m_buffer.size() > longestHead)
            give(ErrorCode::TooLarge,
                 QStringLiteral("the headers are larger than %1 bytes").arg(longestHead));
        return false;
    }
    const QList<QByteArray> lines = m_buffer.left(size).split('\n');
    m_buffer.remove(0, size + 4);
    m_response.status = lines.first().mid(statusAt, 3).toInt();
    if (!lines.first().startsWith("HTTP/1.") || m_response.status < 100) {
        give(ErrorCode::ConnectionFailed, QStringLiteral("no answer of HTTP"));
        return false;
    }
    m_response.headers.clear();
    for (const QByteArray &line : lines.mid(1)) {
        if (const auto colon = line.indexOf(':'); colon > 0)
            m_response.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    if (m_response.status < 200)
        return true;
    const QByteArray length = m_response.header("Content-Length");
    m_left = length.toLongLong();
    if (m_left < 0 || m_left > m_maxBytes) {
        give(ErrorCode::TooLarge, QStringLiteral("the body is larger than %1 bytes").arg(m_maxBytes));
        return false;
    }
    if (m_response.status == 204 || m_response.status == 304)
        m_part = Part::Done;
    else if (m_response.header("Transfer-Encoding").toLower().contains("chunked"))
        m_part = Part::ChunkSize;
    else if (!length.isEmpty())
        m_part = m_left == 0 ? Part::Done : Part::Counted;
    else
        m_part = Part::ToTheEnd;
    return true;
}

bool PlainExchange::readChunkSize()
{
    if (m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2); // the end of the chunk before
    const auto end = m_buffer.indexOf('\n');
    if (end < 0) {
        if (m_buffer.size() > longestLine)
            give(ErrorCode::ConnectionFailed, QStringLiteral("a chunk without a size"));
        return false;
    }
    bool isNumber = false;
    m_left = m_buffer.left(end).split(';').first().trimmed().toLongLong(&isNumber, 16);
    m_buffer.remove(0, end + 1);
    if (!isNumber || m_left < 0) {
        give(ErrorCode::ConnectionFailed, QStringLiteral("a chunk without a size"));
        return false;
    }
    m_part = m_left == 0 ? Part::Trailer : Part::Chunk;
    return true;
}

/** Moves what has come of the next \a upTo bytes; false if nothing has. */
bool PlainExchange::takeBody(qint64 upTo)
{
    const auto size = qsizetype(std::min<qint64>(upTo, m_buffer.size()));
    if (size == 0)
        return false;
    if (m_response.body.size() + size > m_maxBytes) {
        give(ErrorCode::TooLarge, QStringLiteral("the body is larger than %1 bytes").arg(m_maxBytes));
        return false;
    }
    m_response.body += m_buffer.left(size);
    m_buffer.remove(0, size);
    m_left -= size;
    return true;
}

void PlainExchange::closed()
{
    if (m_ended)
        return;
    if (m_socket.bytesAvailable() > 0)
        readAll();
    if (m_ended)
        return;
    if (m_part == Part::Head)
        return give(ErrorCode::ConnectionFailed, QStringLiteral("the server sends interim answers only"));
    m_response.complete = m_part == Part::ToTheEnd || m_part == Part::Done;
    end();
}

void PlainExchange::end()
{
    m_ended = true;
    m_idle.stop();
    m_socket.disconnectFromHost();
    Q_EMIT finished();
}

void PlainExchange::give(ErrorCode code, const QString &detail)
{
    if (std::exchange(m_ended, true))
        return;
    m_idle.stop();
    m_socket.abort();
    Q_EMIT failed(code, detail);
}

} // namespace broadsheet::net
