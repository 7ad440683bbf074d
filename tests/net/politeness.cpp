// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "support/testmain.h"
#include "support/testserver.h"

#include <QElapsedTimer>

using namespace broadsheet;
using namespace broadsheet::net;
using namespace broadsheet::test;
using namespace std::chrono_literals;

/** Many requests: how the hosts are treated, and that one bad host holds up nobody. */
class PolitenessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void fewAtATime();
    void deadHostFailsItsQueue();
    void strikesMustBeInARow();
    void deadHostsHoldUpNobody();
    void slowHostLosesItsQueue();
    void tooManyRequestsHoldsTheHost();
    void maintenanceHoldsTheHost();
    void pause();
    void bodiesUnderWayFitTheRoom();
    void largeBodiesTakeTurns();
    void redirectedHostIsPacedToo();
    void cancelInTheQueue();
    void endlessHeadersHoldUpNobodyElse();
    void whoSharesAThreadWithEndlessHeadersIsAskedAnew();

private:
    using Answers = QList<QFuture<Result<HttpResponse>>>;

    static HttpRequest request(const QUrl &url, bool background = true)
    {
        HttpRequest request;
        request.url = url;
        request.background = background;
        return request;
    }
    static bool allFinished(const Answers &answers)
    {
        return std::ranges::all_of(answers, [](const auto &answer) { return answer.isFinished(); });
    }
    static TestAnswer silent()
    {
        TestAnswer answer;
        answer.silent = true;
        return answer;
    }
};

void PolitenessTest::fewAtATime()
{
    TestServer server;
    TestAnswer answer;
    answer.delay = 10ms;
    server.route(QStringLiteral("*"), answer);
    HttpClient client;
    Answers answers;
    for (int i = 0; i < 40; ++i)
        answers.append(client.get(request(server.url(QStringLiteral("/%1").arg(i)))));
    QTRY_VERIFY(allFinished(answers));
    QCOMPARE(server.requests().size(), 40);
    QCOMPARE(server.mostAtOnce(), 4);
    QVERIFY(server.connections() <= 6);
}

void PolitenessTest::deadHostFailsItsQueue()
{
    TestServer server;
    server.route(QStringLiteral("*"), silent());
    HttpLimits limits;
    limits.idle = 200ms;
    HttpClient client(limits);
    Answers answers;
    for (int i = 0; i < 12; ++i)
        answers.append(client.get(request(server.url(QStringLiteral("/%1").arg(i)))));
    QTRY_VERIFY(allFinished(answers));
    for (const auto &answer : std::as_const(answers))
        QVERIFY(!answer.result() && answer.result().error().code == ErrorCode::Timeout);
    QCOMPARE(server.requests().size(), 2);

    // A new round gives it a new chance.
    server.route(QStringLiteral("*"), TestAnswer());
    const auto again = client.get(request(server.url()));
    QTRY_VERIFY(again.isFinished());
    QVERIFY(again.result());
}

void PolitenessTest::strikesMustBeInARow()
{
    TestServer server;
    server.route(QStringLiteral("*"), TestAnswer());
    server.route(QStringLiteral("/0"), silent());
    server.route(QStringLiteral("/5"), silent());
    HttpLimits limits;
    limits.idle = 200ms;
    limits.perHost = limits.perUnknownHost = 1;
    HttpClient client(limits);
    Answers answers;
    for (int i = 0; i < 8; ++i)
        answers.append(client.get(request(server.url(QStringLiteral("/%1").arg(i)))));
    QTRY_VERIFY(allFinished(answers));
    int good = 0;
    for (const auto &answer : std::as_const(answers))
        good += answer.result().has_value();
    QCOMPARE(good, 6);
}

void PolitenessTest::deadHostsHoldUpNobody()
{
    std::vector<std::unique_ptr<TestServer>> dead;
    HttpLimits limits;
    limits.idle = 20s;
    limits.total = 20s;
    limits.fresh = 100ms;
    limits.totalInFlight = 4;
    HttpClient client(limits);
    Answers hopeless;
    for (int i = 0; i < 12; ++i) {
        dead.push_back(std::make_unique<TestServer>());
        dead.back()->route(QStringLiteral("*"), silent());
        for (int j = 0; j < 4; ++j)
            hopeless.append(client.get(request(dead.back()->url())));
    }
    TestServer good;
    good.route(QStringLiteral("/"), TestAnswer());
    const auto answer = client.get(request(good.url()));
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.result());
    QVERIFY(!std::ranges::any_of(hopeless, [](const auto &other) { return other.isFinished(); }));
}

void PolitenessTest::slowHostLosesItsQueue()
{
    TestServer server;
    TestAnswer answer;
    answer.delay = 150ms;
    server.route(QStringLiteral("*"), answer);
    HttpLimits limits;
    limits.hostPatience = 400ms; // so an answer of 150 ms is slow
    limits.perHost = limits.perUnknownHost = 1;
    HttpClient client(limits);
    Answers answers;
    for (int i = 0; i < 100; ++i)
        answers.append(client.get(request(server.url(QStringLiteral("/%1").arg(i)))));
    QTRY_VERIFY(allFinished(answers));
    QVERIFY(answers.first().result());
    QVERIFY(!answers.last().result());
    QVERIFY(server.requests().size() < 20);
}

void PolitenessTest::tooManyRequestsHoldsTheHost()
{
    TestServer server;
    TestAnswer answer;
    answer.status = 429;
    server.route(QStringLiteral("*"), answer);
    HttpClient client;
    Answers answers;
    for (int i = 0; i < 12; ++i)
        answers.append(client.get(request(server.url(QStringLiteral("/%1").arg(i)))));
    QTRY_VERIFY(allFinished(answers));
    QVERIFY(server.requests().size() <= 6);
    for (const auto &given : std::as_const(answers)) {
        QVERIFY(given.result());
        QCOMPARE(given.result()->status, 429);
    }
    // Nor later, also for a reader who cannot wait, as long as the host asks for it.
    server.forget();
    const auto later = client.get(request(server.url(), false));
    QTRY_VERIFY(later.isFinished());
    QVERIFY(!later.result()->asked);
    const auto wait = later.result()->retryAfter(QDateTime::currentDateTimeUtc());
    QVERIFY(wait && *wait > 500s && *wait <= 600s);
    QVERIFY(server.requests().isEmpty());
}

void PolitenessTest::maintenanceHoldsTheHost()
{
    TestServer server;
    TestAnswer answer;
    answer.status = 503;
    answer.headers = {{"Retry-After", "3600"}};
    server.route(QStringLiteral("/held"), answer);
    HttpClient client;
    const auto first = client.get(request(server.url(QStringLiteral("/held"))));
    QTRY_VERIFY(first.isFinished());
    client.abortAll();
    const auto second = client.get(request(server.url(QStringLiteral("/other"))));
    QTRY_VERIFY(second.isFinished());
    QVERIFY(!second.result()->asked);
    QCOMPARE(server.requests().size(), 1);
}

void PolitenessTest::pause()
{
    TestServer server;
    server.route(QStringLiteral("*"), TestAnswer());
    HttpClient client;
    client.setRoom(0);
    const auto background = client.get(request(server.url(QStringLiteral("/background"))));
    const auto urgent = client.get(request(server.url(QStringLiteral("/urgent")), false));
    QTRY_VERIFY(urgent.isFinished());
    QVERIFY(!background.isFinished());
    QCOMPARE(server.requests().size(), 1);
    client.setRoom(std::numeric_limits<qint64>::max());
    QTRY_VERIFY(background.isFinished());
}

void PolitenessTest::bodiesUnderWayFitTheRoom()
{
    std::vector<std::unique_ptr<TestServer>> servers;
    HttpLimits limits;
    limits.fresh = 60s;
    HttpClient client(limits);
    client.setRoom(2'000'000);
    const auto ask = [&](const TestAnswer &answer, int count) {
        Answers answers;
        for (int i = 0; i < count; ++i) {
            servers.push_back(std::make_unique<TestServer>());
            servers.back()->route(QStringLiteral("*"), answer);
            answers.append(client.get(request(servers.back()->url())));
        }
        return answers;
    };
    // What bodies come to is a guess at first, and known then: three or four of them are in the room.
    TestAnswer large;
    large.body = QByteArray(600'000, 'x');
    const Answers known = ask(large, 20);
    QTRY_VERIFY(allFinished(known));
    servers.clear();
    const Answers waiting = ask(silent(), 20);
    const auto asked = [&servers] {
        return std::ranges::count_if(servers,
                                     [](const auto &server) { return !server->requests().isEmpty(); });
    };
    QTRY_VERIFY(asked() >= 3);
    // What the reader waits for asks for no room.
    TestServer other;
    other.route(QStringLiteral("*"), TestAnswer());
    const auto urgent = client.get(request(other.url(), false));
    QTRY_VERIFY(urgent.isFinished());
    QVERIFY(asked() <= 4);
    client.abortAll();

    // One goes whatever it may come to.
    client.setRoom(1);
    servers.clear();
    const Answers lonely = ask(large, 2);
    QTRY_VERIFY(allFinished(lonely));
}

void PolitenessTest::largeBodiesTakeTurns()
{
    std::vector<std::unique_ptr<TestServer>> servers;
    TestAnswer answer;
    answer.body = QByteArray(8'000'000, 'x');
    HttpLimits limits;
    limits.maxBytesTogether = 10'000'000;
    HttpClient client(limits);
    Answers answers;
    for (int i = 0; i < 6; ++i) {
        servers.push_back(std::make_unique<TestServer>());
        servers.back()->route(QStringLiteral("*"), answer);
        answers.append(client.get(request(servers.back()->url())));
    }
    QTRY_VERIFY_WITH_TIMEOUT(allFinished(answers), 20'000);
    for (const auto &given : std::as_const(answers)) {
        QVERIFY(given.result());
        QCOMPARE(given.result()->body.size(), answer.body.size());
    }
}

void PolitenessTest::redirectedHostIsPacedToo()
{
    TestServer target;
    TestAnswer answer;
    answer.delay = 10ms;
    target.route(QStringLiteral("*"), answer);
    std::vector<std::unique_ptr<TestServer>> sources;
    HttpClient client;
    Answers answers;
    for (int i = 0; i < 20; ++i) {
        sources.push_back(std::make_unique<TestServer>());
        const QUrl to = target.url(QStringLiteral("/%1").arg(i));
        sources.back()->route(QStringLiteral("/"), TestAnswer::redirect(301, to.toEncoded()));
        answers.append(client.get(request(sources.back()->url())));
    }
    QTRY_VERIFY(allFinished(answers));
    QCOMPARE(target.requests().size(), 20);
    QVERIFY(target.mostAtOnce() <= 4);
}

void PolitenessTest::cancelInTheQueue()
{
    TestServer server;
    server.route(QStringLiteral("*"), TestAnswer());
    HttpClient client;
    client.setRoom(0);
    auto unwanted = client.get(request(server.url(QStringLiteral("/unwanted"))));
    const auto wanted = client.get(request(server.url(QStringLiteral("/wanted"))));
    unwanted.cancel();
    QTRY_VERIFY(unwanted.isFinished());
    client.setRoom(std::numeric_limits<qint64>::max());
    QTRY_VERIFY(wanted.isFinished());
    QCOMPARE(server.requests().size(), 1);
}

void PolitenessTest::endlessHeadersHoldUpNobodyElse()
{
    auto hostile = std::make_unique<TestServer>();
    TestAnswer flood;
    flood.verbatim = "HTTP/1.1 200 OK\r\n" + ("X-Filler: " + QByteArray(246, 'x') + "\r\n").repeated(250'000);
    hostile->route(QStringLiteral("/"), flood);
    std::vector<std::unique_ptr<TestServer>> servers;
    HttpClient client;
    auto stuck = client.get(request(hostile->url()));
    QTRY_COMPARE(hostile->requests().size(), 1);
    Answers answers;
    for (int i = 0; i < 8; ++i) {
        servers.push_back(std::make_unique<TestServer>());
        servers.back()->route(QStringLiteral("*"), TestAnswer());
        answers.append(client.get(request(servers.back()->url())));
    }
    QTRY_VERIFY(allFinished(answers)); // within five seconds; the flood is read for longer
    for (const auto &given : std::as_const(answers))
        QVERIFY(given.result());
    stuck.cancel();
    hostile.reset(); // the end of the connection lets Qt's thread go
}

void PolitenessTest::whoSharesAThreadWithEndlessHeadersIsAskedAnew()
{
    auto hostile = std::make_unique<TestServer>();
    TestAnswer flood;
    flood.verbatim = "HTTP/1.1 200 OK\r\n" + ("X-Filler: " + QByteArray(246, 'x') + "\r\n").repeated(250'000);
    hostile->route(QStringLiteral("/"), flood);
    std::vector<std::unique_ptr<TestServer>> servers;
    HttpLimits limits;
    limits.knock = 300ms;
    limits.totalInFlight = 100;
    HttpClient client(limits);
    auto stuck = client.get(request(hostile->url()));
    QTRY_COMPARE(hostile->requests().size(), 1);
    Answers answers;
    for (int i = 0; i < 40; ++i) { // more than there are threads
        servers.push_back(std::make_unique<TestServer>());
        servers.back()->route(QStringLiteral("*"), TestAnswer());
        answers.append(client.get(request(servers.back()->url())));
    }
    QTRY_VERIFY_WITH_TIMEOUT(allFinished(answers), 10'000); // before their time is up
    for (const auto &given : std::as_const(answers))
        QVERIFY(given.result());
    for (const auto &server : servers)
        QVERIFY(server->requests().size() <= 2);
    stuck.cancel();
    hostile.reset(); // the end of the connection lets Qt's thread go
}

BROADSHEET_TEST_MAIN(PolitenessTest, QCoreApplication)
#include "politeness.moc"
