// SPDX-License-Identifier: GPL-3.0-or-later
// Stories and duplicates as scripts see them, through the program itself.
#include "program.h"
#include "support/testmain.h"
#include "support/testserver.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

using namespace broadsheet::test;

namespace {

struct Entry
{
    const char *title, *time, *link;
};

QByteArray feed(const char *title, const QList<Entry> &entries)
{
    QByteArray xml = QByteArray("<rss version=\"2.0\"><channel><title>") + title +
                     "</title><link>https://x.example/</link>";
    for (const Entry &entry : entries)
        xml += QByteArray("<item><guid isPermaLink=\"false\">") + title + entry.link + "</guid><title>" +
               entry.title + "</title><pubDate>" + entry.time + "</pubDate><link>" + entry.link +
               "</link></item>";
    return xml + "</channel></rss>";
}

} // namespace

class CliStoriesTest : public QObject
{
    Q_OBJECT

    TestServer m_server;
    const QList<Entry> m_meridian{
        {"Harbour bridge of Velmora collapses in storm", "Tue, 05 May 2026 09:00:00 GMT",
         "https://a.example/1"},
        {"Rail strike set for Friday after talks fail", "Wed, 06 May 2026 09:00:00 GMT",
         "https://a.example/2"},
        {"Choir sings for an empty stadium", "Tue, 05 May 2026 12:00:00 GMT", "https://a.example/3"},
        {"Old library reopens after repairs", "Mon, 04 May 2026 12:00:00 GMT",
         "https://agency.example/library?utm_source=a"}};
    const QList<Entry> m_harbour{
        {"Velmora harbour bridge collapses as storm hits", "Tue, 05 May 2026 09:40:00 GMT",
         "https://b.example/1"},
        {"Friday rail strike goes ahead, talks fail", "Wed, 06 May 2026 10:00:00 GMT", "https://b.example/2"},
        {"Gardeners share tips for a dry spring", "Tue, 05 May 2026 13:00:00 GMT", "https://b.example/3"},
        {"Old library reopens after repairs", "Mon, 04 May 2026 12:00:00 GMT",
         "https://agency.example/library"}};
    const QList<Entry> m_ledger{
        {"Storm brings down harbour bridge in Velmora", "Tue, 05 May 2026 11:00:00 GMT",
         "https://c.example/1"},
        {"Chess club opens in a laundromat", "Tue, 05 May 2026 14:00:00 GMT", "https://c.example/3"}};

    QString url(const char *name) { return m_server.url(QString::fromUtf8(name)).toString(); }
    bool subscribed(Program &program)
    {
        m_server.route(QStringLiteral("/a"), TestAnswer::feed(feed("The Meridian", m_meridian)));
        m_server.route(QStringLiteral("/b"), TestAnswer::feed(feed("Harbour News", m_harbour)));
        m_server.route(QStringLiteral("/c"), TestAnswer::feed(feed("Daily Ledger", m_ledger)));
        for (const char *name : {"/a", "/b", "/c"}) {
            if (program.run({QStringLiteral("subscribe"), url(name)}).status != 0)
                return false;
        }
        return true;
    }
    static QList<QJsonObject> stories(Program &program, const QStringList &words)
    {
        const Run run = program.run(QStringList{QStringLiteral("stories"), QStringLiteral("--json")} + words);
        return run.status == 0 ? run.lines() : QList<QJsonObject>();
    }
    static QJsonObject bridge(Program &program)
    {
        for (const QJsonObject &story :
             stories(program, {QStringLiteral("--since"), QStringLiteral("2026-05-01")})) {
            if (story[QLatin1String("headline")].toString().contains(QLatin1String("bridge")))
                return story;
        }
        return {};
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void storiesOfADay()
    {
        Program program;
        QVERIFY(subscribed(program));
        const auto day = stories(program, {QStringLiteral("--date"), QStringLiteral("2026-05-05")});
        QCOMPARE(day.size(), 1);
        const QJsonObject story = day.first();
        for (const char *field : {"id", "headline", "date", "sources", "reason", "articles"})
            QVERIFY2(story.contains(QLatin1String(field)), field);
        QVERIFY(story[QLatin1String("headline")].toString().contains(QLatin1String("bridge")));
        QCOMPARE(story[QLatin1String("sources")].toInt(), 3);
        QVERIFY(story[QLatin1String("reason")].toString().contains(QLatin1Char('3')));
        QCOMPARE(story[QLatin1String("date")].toString(), QStringLiteral("2026-05-05T09:00:00Z"));
        const QJsonArray articles = story[QLatin1String("articles")].toArray();
        QCOMPARE(articles.size(), 3);
        // In the order in which they told it.
        QCOMPARE(articles[0][QLatin1String("feed_title")].toString(), QStringLiteral("The Meridian"));
        QCOMPARE(articles[2][QLatin1String("feed_title")].toString(), QStringLiteral("Daily Ledger"));
        for (const QJsonValue &article : articles) {
            for (const char *field : {"id", "feed_title", "title", "url", "date_published"})
                QVERIFY2(article.toObject().contains(QLatin1String(field)), field);
        }
        QCOMPARE(stories(program, {QStringLiteral("--date"), QStringLiteral("2026-05-06")}).size(), 1);
        QVERIFY(stories(program, {QStringLiteral("--date"), QStringLiteral("2026-04-01")}).isEmpty());
        QVERIFY(stories(program, {QStringLiteral("--since"), QStringLiteral("2026-05-01")}).size() >= 2);
        // For people: the headline, and each telling.
        const Run words =
            program.run({QStringLiteral("stories"), QStringLiteral("--date"), QStringLiteral("2026-05-05")});
        QCOMPARE(words.status, 0);
        QVERIFY(words.out.contains("Daily Ledger"));
    }

    void wrongWords()
    {
        Program program;
        QCOMPARE(
            program.run({QStringLiteral("stories"), QStringLiteral("--date"), QStringLiteral("soon")}).status,
            2);
        QCOMPARE(
            program.run({QStringLiteral("stories"), QStringLiteral("--until"), QStringLiteral("2026-05-05")})
                .status,
            2);
        const Run none = program.run({QStringLiteral("stories"), QStringLiteral("--json")});
        QCOMPARE(none.status, 0);
        QVERIFY(none.out.isEmpty());
    }

    void aStoryKeepsItsNumberWhenItGrows()
    {
        Program program;
        QVERIFY(subscribed(program));
        const QJsonObject before = bridge(program);
        QCOMPARE(before[QLatin1String("sources")].toInt(), 3);
        m_server.route(QStringLiteral("/d"),
                       TestAnswer::feed(feed("Northern Post",
                                             {{"Bridge collapse in Velmora harbour: storm to blame",
                                               "Tue, 05 May 2026 15:00:00 GMT", "https://d.example/1"}})));
        QCOMPARE(program.run({QStringLiteral("subscribe"), url("/d")}).status, 0);
        const QJsonObject after = bridge(program);
        QCOMPARE(after[QLatin1String("sources")].toInt(), 4);
        QCOMPARE(after[QLatin1String("id")], before[QLatin1String("id")]);
        // Every member names its story.
        for (const QJsonValue &article : after[QLatin1String("articles")].toArray()) {
            const Run shown =
                program.run({QStringLiteral("show"), article[QLatin1String("id")].toVariant().toString(),
                             QStringLiteral("--json")});
            QCOMPARE(shown.lines().first()[QLatin1String("story")], after[QLatin1String("id")]);
        }
    }

    void oneAddressIsReadOnce()
    {
        Program program;
        QVERIFY(subscribed(program));
        const Run found =
            program.run({QStringLiteral("search"), QStringLiteral("is:duplicate"), QStringLiteral("--json")});
        QCOMPARE(found.lines().size(), 1);
        const QJsonObject copy = found.lines().first();
        QCOMPARE(copy[QLatin1String("title")].toString(),
                 QStringLiteral("Old library reopens after repairs"));
        QCOMPARE(copy[QLatin1String("also_in")].toArray().size(), 1);
        const auto unread = [&program] {
            qint64 sum = 0;
            for (const QJsonObject &one :
                 program.run({QStringLiteral("feeds"), QStringLiteral("--json")}).lines())
                sum += one[QLatin1String("unread")].toInteger();
            return sum;
        };
        const qint64 before = unread();
        const QString id = copy[QLatin1String("id")].toVariant().toString();
        QCOMPARE(program.run({QStringLiteral("mark"), QStringLiteral("read"), id}).status, 0);
        QCOMPARE(unread(), before - 2);
        QCOMPARE(program.run({QStringLiteral("mark"), QStringLiteral("starred"), id}).status, 0);
        const Run starred = program.run({QStringLiteral("articles"), QStringLiteral("--view"),
                                         QStringLiteral("starred"), QStringLiteral("--json")});
        QCOMPARE(starred.lines().size(), 2);
        QCOMPARE(program.run({QStringLiteral("doctor")}).status, 0);
    }
};

BROADSHEET_TEST_MAIN(CliStoriesTest, QCoreApplication)
#include "stories.moc"
