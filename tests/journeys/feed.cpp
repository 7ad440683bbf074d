// SPDX-License-Identifier: GPL-3.0-or-later
// Walk (a) of docs/architecture.md: a feed's bytes become an article in the list.
#include "net/httpclient.h"
#include "services/libraryevents.h"
#include "services/readingservice.h"
#include "services/syncservice.h"
#include "services/workers.h"
#include "support/testmain.h"
#include "support/testserver.h"
#include "support/teststore.h"
#include "widgets/articles/articlelistmodel.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>

#include <chrono>

using namespace broadsheet;

namespace {

QByteArray feedWith(const QByteArray &items)
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Meridian</title>"
           "<link>https://meridian.example/</link>" +
           items + "</channel></rss>";
}

QByteArray item(const QByteArray &id, const QByteArray &title)
{
    return "<item><guid isPermaLink=\"false\">" + id + "</guid><title>" + title +
           "</title><description>&lt;p onclick=\"x()\"&gt;About " + title +
           "&lt;script&gt;bad()&lt;/script&gt;&lt;/p&gt;</description></item>";
}

} // namespace

class FeedJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void bytesBecomeRows()
    {
        test::TestServer server;
        server.route(QStringLiteral("/feed.xml"), [this](const test::TestRequest &request) {
            test::TestAnswer answer;
            if (request.header("If-None-Match") == m_etag) {
                answer.status = 304;
                return answer;
            }
            return test::TestAnswer::feed(m_feed, m_etag);
        });
        m_feed = feedWith(item("tide", "The harbour"));
        m_etag = "\"one\"";

        test::TestStore world;
        QVERIFY(world.open());
        const QByteArray url = server.url(QStringLiteral("/feed.xml")).toEncoded();
        const FeedId feed = world.subscribe(url.constData());
        QVERIFY(feed.isValid());

        LibraryEvents events;
        Workers workers;
        net::HttpClient http;
        ReadingService reading(*world.store);
        SyncService sync(*world.store, http, workers, events, world.clock);
        LibraryHeadlines headlines(reading);
        ArticleListModel list(headlines, events, world.clock);
        QSignalSpy opened(&list, &ArticleListModel::opened);
        list.open({});
        QVERIFY(!opened.isEmpty() || opened.wait());
        QCOMPARE(list.rowCount(), 0);

        QVERIFY(run(sync));
        QTRY_COMPARE(list.rowCount(), 1);
        QTRY_VERIFY(list.headlineAt(0));
        QCOMPARE(list.headlineAt(0)->title, QStringLiteral("The harbour"));
        QCOMPARE(list.headlineAt(0)->feedTitle, QStringLiteral("The Meridian"));
        QVERIFY(list.headlineAt(0)->unread);
        const auto article = test::answerOf(world.store->article(list.idAt(0)));
        QVERIFY(article);
        QVERIFY(article->content.utf8().contains("About The harbour"));
        QVERIFY(!article->content.utf8().contains("bad()"));
        QVERIFY(!article->content.utf8().contains("onclick"));

        // Nothing new: the server says so in a few bytes, and no row moves.
        QSignalSpy inserted(&list, &QAbstractItemModel::rowsInserted);
        world.clock.advance(std::chrono::hours(2));
        QVERIFY(run(sync));
        QCOMPARE(server.requests(QStringLiteral("/feed.xml")).last().header("If-None-Match"), m_etag);
        QCOMPARE(inserted.size(), 0);

        // One more: one row comes in, and the first stays what it was.
        const ArticleId first = list.idAt(0);
        m_feed = feedWith(item("rail", "Night trains") + item("tide", "The harbour"));
        m_etag = "\"two\"";
        world.clock.advance(std::chrono::hours(2));
        QVERIFY(run(sync));
        QTRY_COMPARE(list.rowCount(), 2);
        QCOMPARE(inserted.size(), 1);
        QVERIFY(list.rowOf(first) >= 0);
        QVERIFY(world.isWhole());
    }

private:
    static bool run(SyncService &sync)
    {
        QSignalSpy finished(&sync, &SyncService::finished);
        sync.start(true);
        return (!finished.isEmpty() || finished.wait(20000)) &&
               !finished.first().at(1).value<std::optional<Error>>();
    }

    QByteArray m_feed;
    QByteArray m_etag;
};

BROADSHEET_TEST_MAIN(FeedJourney, QApplication)
#include "feed.moc"
