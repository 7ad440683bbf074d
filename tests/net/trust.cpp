// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "support/testmain.h"
#include "support/testserver.h"

#include <QFutureWatcher>
#include <QSignalSpy>

using namespace broadsheet;
using namespace broadsheet::net;
using namespace broadsheet::test;

/** Who is told what: logins, certificates, proxies, and where a redirect may lead. */
class TrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void basicIsSentWhenAsked();
    void wrongPasswordIsTriedOnce();
    void digestNeverShowsThePassword();
    void bearer();
    void secretsStayAtHome();
    void selfSigned();
    void acceptedCertificate();
    void otherCertificateIsNotAccepted();
    void throughAProxy();
    void proxyOfOneRequest();
    void fromPublicToPrivate_data();
    void fromPublicToPrivate();
    void proxyAddresses();

private:
    Result<HttpResponse> get(const HttpRequest &request, const QString &proxy = {});
    static TestServer::Handler guarded(const QByteArray &challenge, const QByteArray &begin)
    {
        return [=](const TestRequest &request) {
            TestAnswer answer;
            answer.body = "inside";
            if (!request.header("Authorization").startsWith(begin)) {
                answer.status = 401;
                answer.headers = {{"WWW-Authenticate", challenge}};
            }
            return answer;
        };
    }
    TestServer m_server;
};

Result<HttpResponse> TrustTest::get(const HttpRequest &request, const QString &proxy)
{
    HttpClient client;
    client.setProxy(proxy);
    QFutureWatcher<Result<HttpResponse>> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(client.get(request));
    if (!finished.wait(20'000))
        return Error{ErrorCode::Internal, QStringLiteral("no answer"), {}, {}};
    return watcher.result();
}

void TrustTest::basicIsSentWhenAsked()
{
    const QByteArray expected = "Basic " + QByteArray("jo:pass:w\xc3\xb6rd").toBase64();
    m_server.route(QStringLiteral("/basic"), guarded("Basic realm=\"x\"", expected));
    HttpRequest request;
    request.url = m_server.url(QStringLiteral("/basic"));
    request.url.setUserName(QStringLiteral("jo"));
    request.url.setPassword(QStringLiteral("pass:wörd"));
    const auto response = get(request);
    QVERIFY(response);
    QCOMPARE(response->body, QByteArray("inside"));
    QVERIFY(response->finalUrl.userInfo().isEmpty());
    QCOMPARE(m_server.count(QStringLiteral("/basic")), 2);
    QVERIFY(!m_server.requests(QStringLiteral("/basic")).first().has("Authorization"));
}

void TrustTest::wrongPasswordIsTriedOnce()
{
    m_server.route(QStringLiteral("/wrong"), guarded("Basic realm=\"x\"", "never"));
    HttpRequest request;
    request.url = m_server.url(QStringLiteral("/wrong"));
    request.login = {QStringLiteral("jo"), QStringLiteral("no"), {}};
    const auto response = get(request);
    QVERIFY(response);
    QCOMPARE(response->status, 401);
    QCOMPARE(m_server.count(QStringLiteral("/wrong")), 2);
}

void TrustTest::digestNeverShowsThePassword()
{
    m_server.route(QStringLiteral("/digest"),
                   guarded("Basic realm=\"x\", Digest realm=\"x\", nonce=\"n\", qop=\"auth\"",
                           "Digest username=\"jo\""));
    HttpRequest request;
    request.url = m_server.url(QStringLiteral("/digest?a=1"));
    request.login = {QStringLiteral("jo"), QStringLiteral("secret"), {}};
    const auto response = get(request);
    QVERIFY(response);
    QCOMPARE(response->status, 200);
    const QByteArray words = m_server.requests(QStringLiteral("/digest")).last().header("Authorization");
    QVERIFY(words.contains("uri=\"/digest?a=1\"") && words.contains("qop=auth"));
    for (const TestRequest &sent : m_server.requests(QStringLiteral("/digest")))
        QVERIFY(!sent.header("Authorization").startsWith("Basic"));
}

void TrustTest::bearer()
{
    m_server.route(QStringLiteral("/bearer"), guarded("Bearer", "Bearer token-1"));
    HttpRequest request;
    request.url = m_server.url(QStringLiteral("/bearer"));
    request.login.bearer = "token-1";
    QCOMPARE(get(request)->status, 200);
    QCOMPARE(m_server.count(QStringLiteral("/bearer")), 1);
}

void TrustTest::secretsStayAtHome()
{
    TestServer other;
    other.route(QStringLiteral("*"), TestAnswer());
    m_server.route(QStringLiteral("/to-other"),
                   TestAnswer::redirect(302, other.url(QStringLiteral("/x")).toEncoded()));
    m_server.route(QStringLiteral("/to-same"), TestAnswer::redirect(302, "/same"));
    m_server.route(QStringLiteral("/same"), TestAnswer());
    HttpRequest request;
    request.login.bearer = "secret";
    request.headers = {{"Cookie", "session=1"}, {"X-Key", "secret"}};
    request.url = m_server.url(QStringLiteral("/to-other"));
    QVERIFY(get(request));
    QCOMPARE(other.requests().size(), 1);
    for (const char *absent : {"Authorization", "Cookie", "X-Key", "Referer"})
        QVERIFY2(!other.requests().first().has(absent), absent);
    request.url = m_server.url(QStringLiteral("/to-same"));
    QVERIFY(get(request));
    const TestRequest sent = m_server.requests(QStringLiteral("/same")).first();
    QCOMPARE(sent.header("Cookie"), QByteArray("session=1"));
    QCOMPARE(sent.header("X-Key"), QByteArray("secret"));
    QVERIFY(sent.has("Authorization"));
}

void TrustTest::selfSigned()
{
    const auto server = TestServer::secure();
    HttpRequest request;
    request.url = server->url();
    const auto response = get(request);
    QVERIFY(!response);
    QCOMPARE(int(response.error().code), int(ErrorCode::TlsFailed));
    QVERIFY2(response.error().detail.contains(QStringLiteral("self-signed")),
             qPrintable(response.error().detail));
    QVERIFY(response.error().detail.contains(QString::fromLatin1(TestServer::fingerprint().toHex())));
    QVERIFY(server->requests().isEmpty());
}

void TrustTest::acceptedCertificate()
{
    const auto server = TestServer::secure();
    server->route(QStringLiteral("/"), TestAnswer());
    HttpRequest request;
    request.url = server->url();
    request.certificate = TestServer::fingerprint();
    const auto response = get(request);
    QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
    QCOMPARE(response->status, 200);
}

void TrustTest::otherCertificateIsNotAccepted()
{
    const auto server = TestServer::secure();
    server->route(QStringLiteral("/"), TestAnswer());
    HttpRequest request;
    request.url = server->url();
    request.certificate = QByteArray(32, 'x');
    QVERIFY(!get(request));
    QVERIFY(server->requests().isEmpty());
}

void TrustTest::throughAProxy()
{
    TestServer proxy;
    TestAnswer answer;
    answer.body = "from afar";
    proxy.route(QStringLiteral("http://feeds.example/feed"), answer);
    HttpRequest request;
    request.url = QUrl(QStringLiteral("http://feeds.example/feed"));
    const auto response = get(request, QStringLiteral("http://127.0.0.1:%1").arg(proxy.port()));
    QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
    QCOMPARE(response->body, answer.body);
}

void TrustTest::proxyOfOneRequest()
{
    TestServer proxy;
    proxy.route(QStringLiteral("*"), TestAnswer());
    HttpRequest request;
    request.url = QUrl(QStringLiteral("http://feeds.example/feed"));
    request.proxy = QStringLiteral("http://127.0.0.1:%1").arg(proxy.port());
    QVERIFY(get(request));
    QCOMPARE(proxy.requests().size(), 1);
    m_server.route(QStringLiteral("/direct"), TestAnswer());
    request.url = m_server.url(QStringLiteral("/direct"));
    request.proxy = QStringLiteral("direct");
    QVERIFY(get(request, QStringLiteral("http://127.0.0.1:1")));
    QCOMPARE(proxy.requests().size(), 1);
}

void TrustTest::fromPublicToPrivate_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target :
         {"http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
          "http://0x7f.1/", "http://0177.0.0.1/", "http://169.254.169.254/latest", "http://10.0.0.1/",
          "http://localhost/", "http://[fe80::1]/", "http://[64:ff9b::7f00:1]/", "http://router/"})
        QTest::newRow(target) << QByteArray(target);
}

void TrustTest::fromPublicToPrivate()
{
    QFETCH(QByteArray, target);
    // The proxy stands for the public network: a test may not leave this machine.
    TestServer proxy;
    proxy.route(QStringLiteral("*"), TestAnswer());
    proxy.route(QStringLiteral("http://93.184.216.34/feed"), TestAnswer::redirect(301, target));
    HttpRequest request;
    request.url = QUrl(QStringLiteral("http://93.184.216.34/feed"));
    const auto response = get(request, QStringLiteral("http://127.0.0.1:%1").arg(proxy.port()));
    QVERIFY(!response);
    QCOMPARE(int(response.error().code), int(ErrorCode::UnsafeRedirect));
    QCOMPARE(proxy.requests().size(), 1);
}

void TrustTest::proxyAddresses()
{
    for (const char *good :
         {"direct", "http://proxy.example:3128", "socks5://[::1]:1080", "socks5h://localhost"})
        QVERIFY2(isProxyAddress(QString::fromLatin1(good)), good);
    for (const char *bad :
         {"", "proxy.example", "https://proxy.example", "ftp://a:1", "http://", "socks5:localhost"})
        QVERIFY2(!isProxyAddress(QString::fromLatin1(bad)), bad);
}

BROADSHEET_TEST_MAIN(TrustTest, QCoreApplication)
#include "trust.moc"
