// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testserver.h"

#include <QFile>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <array>

namespace broadsheet::test {

namespace {

QByteArray find(const Headers &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

quint32 crc32(const QByteArray &data)
{
    quint32 crc = 0xffffffff;
    for (const char c : data) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320 : 0);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 0; shift < 32; shift += 8)
        bytes += char((value >> shift) & 0xff);
    return bytes;
}

QByteArray testFile(const char *name)
{
    QFile file(QStringLiteral(BROADSHEET_TEST_DATA "/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    return file.readAll();
}

QSslCertificate certificate()
{
    return QSslCertificate(testFile("tls/certificate.pem"));
}

} // namespace

QByteArray gzipped(const QByteArray &data)
{
    // qCompress: four bytes of length, two of zlib's header, the deflated data, four of its checksum.
    const QByteArray zlib = qCompress(data, 9);
    static const QByteArray header("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
    return header + zlib.mid(6, zlib.size() - 10) + littleEndian(crc32(data)) +
           littleEndian(quint32(data.size()));
}

QByteArray TestRequest::header(QByteArrayView name) const
{
    return find(headers, name);
}

bool TestRequest::has(QByteArrayView name) const
{
    return std::ranges::any_of(
        headers, [name](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
}

TestAnswer TestAnswer::redirect(int status, const QByteArray &location)
{
    TestAnswer answer;
    answer.status = status;
    answer.headers = {{"Location", location}};
    return answer;
}

TestAnswer TestAnswer::feed(const QByteArray &xml, const QByteArray &etag)
{
    TestAnswer answer;
    answer.headers = {{"Content-Type", "application/xml"}};
    if (!etag.isEmpty())
        answer.headers.emplaceBack("ETag", etag);
    answer.body = xml;
    return answer;
}

/** One connection: reads requests and plays the answers, one after the other. */
class TestServer::Connection : public QObject
{
public:
    Connection(QTcpSocket *socket, int number, TestServer *server)
        : QObject(server), m_server(server), m_socket(socket), m_number(number)
    {
        socket->setParent(this);
        m_timer.setSingleShot(true);
        connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(socket, &QTcpSocket::bytesWritten, this, [this] {
            if (m_endlessly && m_socket->bytesToWrite() < 1'000'000)
                m_socket->write(m_answer.body);
        });
        connect(socket, &QTcpSocket::disconnected, this, &Connection::gone);
    }

private:
    void read()
    {
        m_input += m_socket->readAll();
        while (!m_busy) {
            const auto end = m_input.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const QByteArray head = m_input.left(end);
            m_input.remove(0, end + 4);
            handle(head);
        }
    }

    void handle(const QByteArray &head)
    {
        const auto lines = head.split('\n');
        const auto words = lines.first().trimmed().split(' ');
        m_request = {};
        m_request.method = words.value(0);
        m_request.target = words.value(1);
        m_request.connection = m_number;
        for (const QByteArray &line : lines.mid(1)) {
            const auto colon = line.indexOf(':');
            m_request.headers.emplaceBack(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
        }
        m_busy = true;
        m_server->m_requests.append(m_request);
        m_server->m_mostAtOnce = std::max(m_server->m_mostAtOnce, ++m_server->m_open);
        m_answer = m_server->answer(m_request);
        Q_EMIT m_server->requested(m_request.target);
        if (m_answer.silent)
            return;
        if (m_answer.delay.count() > 0)
            later(m_answer.delay, [this] { begin(); });
        else
            begin();
    }

    void later(std::chrono::milliseconds time, std::function<void()> what)
    {
        m_timer.disconnect();
        connect(&m_timer, &QTimer::timeout, this, std::move(what));
        m_timer.start(time);
    }

    void begin()
    {
        if (!m_answer.verbatim.isEmpty()) {
            m_socket->write(m_answer.verbatim);
            return close();
        }
        m_socket->write(m_answer.interim);
        if (m_answer.gzip) {
            m_answer.body = gzipped(m_answer.body);
            m_answer.headers.emplaceBack("Content-Encoding", "gzip");
        }
        writeHead();
        if (m_answer.endless) {
            m_endlessly = true;
            m_socket->write(m_answer.body);
        } else if (m_answer.drip.count() > 0) {
            m_dripped = 0;
            dripNext();
        } else {
            writeBody();
        }
    }

    void writeHead()
    {
        QByteArray head = "HTTP/1.1 " + QByteArray::number(m_answer.status) + " Test\r\n";
        for (const auto &[name, value] : std::as_const(m_answer.headers))
            head += name + ": " + value + "\r\n";
        if (m_answer.chunked)
            head += "Transfer-Encoding: chunked\r\n";
        else if (m_answer.lengthGiven && !m_answer.endless && m_answer.status != 304 &&
                 find(m_answer.headers, "Content-Length").isNull())
            head += "Content-Length: " + QByteArray::number(m_answer.body.size()) + "\r\n";
        m_socket->write(head + "\r\n");
    }

    void writeBody()
    {
        if (m_answer.cutAfter >= 0) {
            const QByteArray part = m_answer.body.left(m_answer.cutAfter);
            m_socket->write(m_answer.chunked ? QByteArray::number(m_answer.body.size(), 16) + "\r\n" + part
                                             : part);
            return close();
        }
        if (m_answer.chunked) {
            for (qsizetype at = 0; at < m_answer.body.size(); at += 700) {
                const QByteArray chunk = m_answer.body.mid(at, 700);
                m_socket->write(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n");
            }
            m_socket->write("0\r\n\r\n");
        } else if (m_answer.status != 304) {
            m_socket->write(m_answer.body);
        }
        if (!m_answer.lengthGiven && !m_answer.chunked)
            return close();
        done();
    }

    void dripNext()
    {
        if (m_dripped >= m_answer.body.size())
            return done();
        m_socket->write(m_answer.body.mid(m_dripped++, 1));
        m_socket->flush();
        later(m_answer.drip, [this] { dripNext(); });
    }

    void done()
    {
        m_busy = false;
        --m_server->m_open;
        // The next request may have come while we answered this one.
        QMetaObject::invokeMethod(
            this, [this] { read(); }, Qt::QueuedConnection);
    }

    void close()
    {
        m_busy = false;
        --m_server->m_open;
        m_socket->disconnectFromHost();
    }

    void gone()
    {
        if (m_busy) {
            --m_server->m_open;
            Q_EMIT m_server->brokenOff(m_request.target);
        }
        m_busy = true; // nothing more is read
        m_timer.stop();
        deleteLater();
    }

    TestServer *m_server;
    QTcpSocket *m_socket;
    int m_number;
    QByteArray m_input;
    TestRequest m_request;
    TestAnswer m_answer;
    QTimer m_timer;
    qsizetype m_dripped = 0;
    bool m_busy = false;
    bool m_endlessly = false;
};

TestServer::TestServer(const QString &address, quint16 port)
    : TestServer(std::make_unique<QTcpServer>(), address, port)
{
}

TestServer::TestServer(std::unique_ptr<QTcpServer> server, const QString &address, quint16 port)
    : m_server(std::move(server))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            new Connection(socket, ++m_connections, this);
    });
    if (!m_server->listen(QHostAddress(address), port))
        qFatal("The test server cannot listen: %ls", qUtf16Printable(m_server->errorString()));
}

std::unique_ptr<TestServer> TestServer::secure()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate());
    configuration.setPrivateKey(QSslKey(testFile("tls/key.pem"), QSsl::Ec));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    std::unique_ptr<TestServer> result(new TestServer(std::move(server), QStringLiteral("127.0.0.1"), 0));
    result->m_scheme = QStringLiteral("https");
    return result;
}

QByteArray TestServer::fingerprint()
{
    return certificate().digest(QCryptographicHash::Sha256);
}

TestServer::~TestServer()
{
    // Before the members that they use.
    qDeleteAll(findChildren<Connection *>(Qt::FindDirectChildrenOnly));
}

void TestServer::route(const QString &path, const TestAnswer &answer)
{
    m_routes.insert(path, [answer](const TestRequest &) { return answer; });
}

void TestServer::route(const QString &path, Handler handler)
{
    m_routes.insert(path, std::move(handler));
}

TestAnswer TestServer::answer(const TestRequest &request) const
{
    Handler handler = m_routes.value(QString::fromLatin1(request.path()));
    if (!handler)
        handler = m_routes.value(QStringLiteral("*"));
    if (handler)
        return handler(request);
    TestAnswer unknown;
    unknown.status = 404;
    return unknown;
}

QUrl TestServer::url(const QString &pathAndQuery) const
{
    return QUrl(QStringLiteral("%1://%2:%3%4")
                    .arg(m_scheme, m_server->serverAddress().toString())
                    .arg(port())
                    .arg(pathAndQuery));
}

QList<TestRequest> TestServer::requests(const QString &path) const
{
    QList<TestRequest> found;
    for (const TestRequest &request : m_requests) {
        if (request.path() == path.toLatin1())
            found.append(request);
    }
    return found;
}

} // namespace broadsheet::test
