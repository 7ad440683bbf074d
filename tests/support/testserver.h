// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPair>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QTcpSocket;

namespace broadsheet::test {

using Headers = QList<QPair<QByteArray, QByteArray>>;

/** A request as it came. */
struct TestRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    Headers headers;
    int connection = 0; ///< number of the connection that carried it

    /** Case-insensitive; empty where missing. */
    QByteArray header(QByteArrayView name) const;
    bool has(QByteArrayView name) const;
    QByteArray path() const
    {
        return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    }
};

/** What the server answers, and how badly. */
struct TestAnswer
{
    int status = 200;
    Headers headers;
    QByteArray body;
    bool gzip = false; ///< packs the body and says so
    bool chunked = false;
    bool endless = false;               ///< repeats the body until the other side hangs up
    bool silent = false;                ///< takes the request and never answers
    bool lengthGiven = true;            ///< Content-Length; else the end of the connection is the end
    qint64 cutAfter = -1;               ///< closes the connection after so many bytes of the body
    QByteArray interim;                 ///< sent before the answer, verbatim ("HTTP/1.1 103 …\r\n\r\n")
    QByteArray verbatim;                ///< sent instead of everything, then the connection closes
    std::chrono::milliseconds delay{0}; ///< before the first byte
    std::chrono::milliseconds drip{0};  ///< between single bytes of the body

    static TestAnswer redirect(int status, const QByteArray &location);
    static TestAnswer feed(const QByteArray &xml, const QByteArray &etag = {});
};

/**
 * An HTTP/1.1 server on loopback for tests: canned answers by path, as slow, broken or hostile as needed, and
 * a record of what was asked. Lives on the thread of the test, so the test must keep its event loop running.
 */
class TestServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<TestAnswer(const TestRequest &)>;

    /** Listens on \a address, on a free port. */
    explicit TestServer(const QString &address = QStringLiteral("127.0.0.1"), quint16 port = 0);
    /** Speaks TLS, with a certificate that it signed itself. */
    static std::unique_ptr<TestServer> secure();
    /** SHA-256 of that certificate. */
    static QByteArray fingerprint();
    ~TestServer() override;

    /** Path without query; an unknown one is 404. "*" takes all that nothing else does. What is asked of it
     * as a proxy comes as a whole address. */
    void route(const QString &path, const TestAnswer &answer);
    void route(const QString &path, Handler handler);

    QUrl url(const QString &pathAndQuery = QStringLiteral("/")) const;
    quint16 port() const { return m_server->serverPort(); }

    const QList<TestRequest> &requests() const { return m_requests; }
    QList<TestRequest> requests(const QString &path) const;
    int count(const QString &path) const { return int(requests(path).size()); }
    void forget() { m_requests.clear(); }
    /** How many requests were open at a time, at most. */
    int mostAtOnce() const { return m_mostAtOnce; }
    int connections() const { return m_connections; }

Q_SIGNALS:
    void requested(const QByteArray &target);
    /** A client hung up before its answer was complete. */
    void brokenOff(const QByteArray &target);

private:
    class Connection;
    TestServer(std::unique_ptr<QTcpServer> server, const QString &address, quint16 port);
    TestAnswer answer(const TestRequest &request) const;

    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme = QStringLiteral("http");
    QHash<QString, Handler> m_routes;
    QList<TestRequest> m_requests;
    int m_open = 0;
    int m_mostAtOnce = 0;
    int m_connections = 0;
};

/** \a data as a gzip member (RFC 1952). */
QByteArray gzipped(const QByteArray &data);

} // namespace broadsheet::test
