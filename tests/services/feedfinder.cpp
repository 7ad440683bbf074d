// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/feedfinder.h"

#include "net/httpclient.h"
#include "services/foundpages.h"
#include "services/pagefetcher.h"
#include "services/workers.h"
#include "support/testmain.h"
#include "support/testserver.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

constexpr auto feedXml = "<rss version='2.0'><channel><title>The Ferry Times</title><link>/</link>"
                         "<description>d</description><item><title>It came</title></item></channel></rss>";

TestAnswer page(const QByteArray &head, const QByteArray &body = "<p>Welcome</p>")
{
    TestAnswer answer;
    answer.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    answer.body =
        "<!DOCTYPE html><html><head><title>Home</title>" + head + "</head><body>" + body + "</body></html>";
    return answer;
}

} // namespace

/** From what somebody typed to feeds, against a server. */
class FeedFinderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aFeedIsItself();
    void aPageTellsItsFeeds();
    void theUsualPlacesAreTried();
    void aPageInAUsualPlaceIsNoFeed();
    void nothingAnywhere();
    void whyItCouldNotBeFetched();
    void noAddress();

private:
    struct World
    {
        Result<QList<FeedCandidate>> find(const QString &input)
        {
            auto future = finder.find(input);
            if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
                return Error{};
            return future.result();
        }
        TestServer server;
        net::HttpClient http;
        Workers workers;
        PageFetcher pages{http, workers};
        FoundPages found;
        FeedFinder finder{pages, workers, found};
    };
};

void FeedFinderTest::aFeedIsItself()
{
    World world;
    world.server.route(QStringLiteral("/news"), TestAnswer::feed(feedXml));
    const QUrl url = world.server.url(QStringLiteral("/news"));
    const auto found = world.find(url.toString());
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().feedUrl, url);
    QCOMPARE(found->first().title, QStringLiteral("The Ferry Times"));
    QVERIFY(found->first().fetched);
    QVERIFY(world.found.take(url));
    QCOMPARE(world.server.requests().size(), 1);
}

void FeedFinderTest::aPageTellsItsFeeds()
{
    World world;
    world.server.route(
        QStringLiteral("/"),
        page("<link rel=alternate type='application/rss+xml' title=News href=/news>"
             "<link rel=alternate type='application/atom+xml' title=Replies href=/comments/feed>"));
    const auto found = world.find(world.server.url().toString());
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->first().feedUrl, world.server.url(QStringLiteral("/news")));
    QCOMPARE(found->first().title, QStringLiteral("News"));
    QVERIFY(!found->first().fetched);
    QCOMPARE(world.server.requests().size(), 1); // what a page declares is not guessed
}

void FeedFinderTest::theUsualPlacesAreTried()
{
    World world;
    world.server.route(QStringLiteral("/blog/"), page({}));
    world.server.route(QStringLiteral("/feed.xml"), TestAnswer::feed(feedXml));
    const auto found = world.find(world.server.url(QStringLiteral("/blog/")).toString());
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().feedUrl, world.server.url(QStringLiteral("/feed.xml")));
    QCOMPARE(found->first().title, QStringLiteral("The Ferry Times"));
    QVERIFY(world.found.take(world.server.url(QStringLiteral("/feed.xml"))));
    QCOMPARE(world.server.count(QStringLiteral("/feed.xml")), 1);
    QCOMPARE(world.server.mostAtOnce(), 1); // one after the other: it is somebody else's server
}

void FeedFinderTest::aPageInAUsualPlaceIsNoFeed()
{
    // Many a site answers every address with its front page.
    World world;
    world.server.route(QStringLiteral("*"), page({}));
    world.server.route(QStringLiteral("/rss.xml"), TestAnswer::feed(feedXml));
    const auto found = world.find(world.server.url().toString());
    QVERIFY(found);
    QCOMPARE(found->first().feedUrl, world.server.url(QStringLiteral("/rss.xml")));
}

void FeedFinderTest::nothingAnywhere()
{
    World world;
    world.server.route(QStringLiteral("/"), page({}));
    const auto found = world.find(world.server.url().toString());
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::NoFeedFound);
    QCOMPARE(found.error().subject, world.server.url().toString());
    QVERIFY(world.server.requests().size() > 5);
    QVERIFY(world.server.requests().size() < 40);
}

void FeedFinderTest::whyItCouldNotBeFetched()
{
    World world;
    const auto found = world.find(world.server.url(QStringLiteral("/nowhere")).toString());
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::HttpStatus);
    QCOMPARE(found.error().number, 404);
    QCOMPARE(world.server.requests().size(), 1);
}

void FeedFinderTest::noAddress()
{
    World world;
    const auto found = world.find(QStringLiteral("  "));
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::InvalidArgument);
}

BROADSHEET_TEST_MAIN(FeedFinderTest, QCoreApplication)
#include "feedfinder.moc"
