// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed at random moments: what it acknowledged is there, the rest comes again, nothing twice.
#include "program.h"
#include "support/testmain.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace broadsheet::test;

namespace {

constexpr int feedCount = 8;
constexpr int firstItems = 15;

QByteArray text(int feed, int item)
{
    QByteArray words;
    for (int i = 0; i < 60; ++i)
        words += "word" + QByteArray::number((feed * 31 + item * 17 + i * 7) % 900) + ' ';
    return words;
}

/** A feed that lists all it ever had. */
QByteArray feedDocument(int feed, int items)
{
    QByteArray xml = "<rss version=\"2.0\"><channel><title>Feed " + QByteArray::number(feed) + "</title>";
    for (int i = items; i-- > 0;) {
        const QByteArray id = QByteArray::number(feed) + '-' + QByteArray::number(i);
        xml += "<item><guid isPermaLink=\"false\">" + id + "</guid><title>Item " + id +
               "</title><description>" + text(feed, i) + "</description></item>";
    }
    return xml + "</channel></rss>";
}

} // namespace

class CrashTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void syncIsKilled();
    void wishesAreKilled_data();
    void wishesAreKilled();
    void backupIsKilled();
    void restoreIsKilled();

private:
    /** Subscribes all feeds of the server. */
    bool import(Program &program);
    bool isWhole(Program &program);
    QHash<QString, int> totals(Program &program);
    /** A delay from nothing to somewhat more than \a whole. */
    int moment(qint64 whole) { return int(m_random.bounded(double(whole) * 1.15)); }

    TestServer m_server;
    int m_items = firstItems;
    QRandomGenerator m_random;
};

void CrashTest::initTestCase()
{
    bool given = false;
    quint32 seed = qEnvironmentVariable("BROADSHEET_CRASH_SEED").toUInt(&given);
    if (!given)
        seed = QRandomGenerator::global()->generate();
    qInfo("BROADSHEET_CRASH_SEED=%u", seed);
    m_random.seed(seed);
    for (int feed = 0; feed < feedCount; ++feed) {
        m_server.route(QStringLiteral("/%1.xml").arg(feed), [this, feed](const TestRequest &request) {
            const QByteArray etag = "\"" + QByteArray::number(m_items) + "\"";
            if (request.header("If-None-Match") == etag) {
                TestAnswer unchanged;
                unchanged.status = 304;
                return unchanged;
            }
            return TestAnswer::feed(feedDocument(feed, m_items), etag);
        });
    }
}

bool CrashTest::import(Program &program)
{
    QByteArray opml = "<opml version=\"2.0\"><body>";
    for (int feed = 0; feed < feedCount; ++feed)
        opml += "<outline type=\"rss\" text=\"F\" xmlUrl=\"" +
                m_server.url(QStringLiteral("/%1.xml").arg(feed)).toEncoded() + "\"/>";
    QFile file(program.folder.filePath(QStringLiteral("feeds.opml")));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(opml + "</body></opml>");
    file.close();
    return program.run({QStringLiteral("import"), file.fileName()}).status == 0;
}

bool CrashTest::isWhole(Program &program)
{
    const Run doctor = program.run({QStringLiteral("doctor"), QStringLiteral("--json")});
    if (doctor.status != 0)
        qWarning().noquote() << doctor.status << doctor.out << doctor.err;
    return doctor.status == 0;
}

QHash<QString, int> CrashTest::totals(Program &program)
{
    QHash<QString, int> result;
    for (const QJsonObject &feed : program.run({QStringLiteral("feeds"), QStringLiteral("--json")}).lines())
        result.insert(feed.value(QStringLiteral("feed_url")).toString(),
                      feed.value(QStringLiteral("total")).toInt());
    return result;
}

void CrashTest::syncIsKilled()
{
    Program program;
    QVERIFY(import(program));
    const QStringList sync{QStringLiteral("sync"), QStringLiteral("--force"), QStringLiteral("--json")};
    QElapsedTimer timer;
    timer.start();
    {
        Program other; // how long is a sync here?
        QVERIFY(import(other));
        timer.restart();
        QCOMPARE(other.run(sync).status, 0);
    }
    const qint64 whole = timer.elapsed();
    QHash<QString, int> acknowledged;
    int killed = 0;
    for (int round = 0; round < 40; ++round, ++m_items) {
        const Run run = program.run(sync, moment(whole));
        killed += run.status == -1;
        for (const QJsonObject &line : run.lines()) {
            const QString status = line.value(QStringLiteral("status")).toString();
            if (status == QLatin1String("new") || status == QLatin1String("unchanged"))
                acknowledged[line.value(QStringLiteral("feed_url")).toString()] = m_items;
        }
        QVERIFY2(isWhole(program), qPrintable(QStringLiteral("round %1").arg(round)));
        const auto present = totals(program);
        QCOMPARE(present.size(), feedCount);
        for (auto feed = acknowledged.cbegin(); feed != acknowledged.cend(); ++feed)
            QVERIFY2(present.value(feed.key()) >= feed.value(), qPrintable(feed.key()));
    }
    qInfo("%d of 40 killed while they ran", killed);
    QVERIFY(killed >= 10);
    QCOMPARE(program.run(sync).status, 0);
    const auto present = totals(program);
    for (auto feed = present.cbegin(); feed != present.cend(); ++feed)
        QCOMPARE(feed.value(), m_items);
    QCOMPARE(
        ask(program.databaseFile(), QStringLiteral("SELECT count(*) - count(DISTINCT c.title) FROM article a "
                                                   "JOIN content c ON c.article = a.id"))
            .toInt(),
        0);
    QVERIFY(isWhole(program));
}

void CrashTest::wishesAreKilled_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("counting"); ///< a number that each acknowledged run raises by one
    QTest::newRow("comment") << QStringLiteral("comment") << QStringLiteral("SELECT count(*) FROM comment");
    QTest::newRow("mark") << QStringLiteral("mark")
                          << QStringLiteral("SELECT count(*) FROM article WHERE starred = 1");
    QTest::newRow("subscribe") << QStringLiteral("subscribe") << QStringLiteral("SELECT count(*) FROM feed");
    QTest::newRow("import") << QStringLiteral("import") << QStringLiteral("SELECT count(*) FROM feed");
}

void CrashTest::wishesAreKilled()
{
    QFETCH(QString, command);
    QFETCH(QString, counting);
    Program program;
    QVERIFY(import(program));
    QCOMPARE(program.run({QStringLiteral("sync")}).status, 0);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(program.run({QStringLiteral("stats")}).status == 0);
    const qint64 whole = timer.elapsed() + 20;
    const auto number = [&] { return ask(program.databaseFile(), counting).toInt(); };
    int before = number();
    for (int round = 1; round <= 8; ++round) {
        QStringList words{command};
        if (command == QLatin1String("comment"))
            words +=
                {QString::number(round), QStringLiteral("--text"), QStringLiteral("Words %1").arg(round)};
        else if (command == QLatin1String("mark"))
            words += {QStringLiteral("starred"), QString::number(round)};
        else if (command == QLatin1String("subscribe"))
            words += {m_server.url(QStringLiteral("/none-%1.xml").arg(round)).toString(),
                      QStringLiteral("--force")};
        else {
            QFile file(program.folder.filePath(QStringLiteral("one.opml")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("<opml version=\"2.0\"><body><outline type=\"rss\" xmlUrl=\"http://127.0.0.1:9/" +
                       QByteArray::number(round) + "\"/></body></opml>");
            file.close();
            words += file.fileName();
        }
        const Run run = program.run(words, round == 1 ? -1 : moment(whole));
        if (round == 1)
            QVERIFY2(run.status == 0 || command == QLatin1String("subscribe"), run.err.constData());
        const int after = number();
        QVERIFY2(after == before || after == before + 1,
                 qPrintable(QStringLiteral("%1, %2").arg(before).arg(after)));
        if (run.status == 0)
            QCOMPARE(after, before + 1);
        before = after;
        QVERIFY(isWhole(program));
    }
}

void CrashTest::backupIsKilled()
{
    Program program;
    QVERIFY(import(program));
    QCOMPARE(program.run({QStringLiteral("sync")}).status, 0);
    const QString file = program.folder.filePath(QStringLiteral("copy.sqlite"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(program.run({QStringLiteral("backup"), file}).status, 0);
    const qint64 whole = timer.elapsed();
    for (int round = 0; round < 8; ++round) {
        QFile::remove(file);
        const Run run = program.run({QStringLiteral("backup"), file}, moment(whole));
        QVERIFY(run.status == 0 || run.status == -1);
        QVERIFY(QFile::exists(file) || run.status == -1);
        if (QFile::exists(file)) {
            QCOMPARE(ask(file, QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
            QCOMPARE(ask(file, QStringLiteral("SELECT count(*) FROM article")).toInt(),
                     ask(program.databaseFile(), QStringLiteral("SELECT count(*) FROM article")).toInt());
        }
    }
    QVERIFY(isWhole(program));
}

void CrashTest::restoreIsKilled()
{
    Program program;
    QVERIFY(import(program));
    const QString empty = program.folder.filePath(QStringLiteral("empty.sqlite"));
    QCOMPARE(program.run({QStringLiteral("backup"), empty}).status, 0);
    QCOMPARE(program.run({QStringLiteral("sync")}).status, 0);
    const QString full = program.folder.filePath(QStringLiteral("full.sqlite"));
    QCOMPARE(program.run({QStringLiteral("backup"), full}).status, 0);
    const int articles = ask(full, QStringLiteral("SELECT count(*) FROM article")).toInt();
    QVERIFY(articles > 50);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(program.run({QStringLiteral("restore"), full}).status, 0);
    const qint64 whole = timer.elapsed();
    int present = articles;
    for (int round = 0; round < 10; ++round) {
        const QString &source = round % 2 ? full : empty;
        const int wanted = round % 2 ? articles : 0;
        const Run run = program.run({QStringLiteral("restore"), source}, moment(whole));
        QVERIFY(run.status == 0 || run.status == -1);
        QVERIFY(isWhole(program));
        const int now = ask(program.databaseFile(), QStringLiteral("SELECT count(*) FROM article")).toInt();
        QVERIFY(now == wanted || (run.status == -1 && now == present));
        present = now;
    }
}

BROADSHEET_TEST_MAIN(CrashTest, QCoreApplication)
#include "crash.moc"
