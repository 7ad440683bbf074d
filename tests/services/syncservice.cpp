// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/syncservice.h"

#include "net/httpclient.h"
#include "services/feedfinder.h"
#include "services/foundpages.h"
#include "services/libraryevents.h"
#include "services/workers.h"
#include "support/testmain.h"
#include "support/testserver.h"
#include "support/teststore.h"

#include <QFile>
#include <QSignalSpy>

using namespace broadsheet;
using namespace broadsheet::test;
using namespace std::chrono_literals;

/** A small world: a real store, a loopback server, a clock that stands. */
struct World
{
    World() { opened = store.open(); }

    SyncSummary sync(bool force = false, const QList<FeedId> &feeds = {})
    {
        outcomes.clear();
        QSignalSpy finished(&service, &SyncService::finished);
        QObject::connect(&service, &SyncService::feedFinished, &finished,
                         [this](const SyncOutcome &outcome) { outcomes.append(outcome); });
        service.start(force, feeds);
        if (!finished.wait(20'000))
            return {};
        return finished.first().first().value<SyncSummary>();
    }
    FeedId subscribe(const QString &path)
    {
        return store.subscribe(server.url(path).toEncoded().constData());
    }
    FetchPlan plan(FeedId feed) { return answerOf(store.store->fetchPlans({true, {feed}}))->value(0); }
    Subscription subscription() { return answerOf(store.store->overview())->subscriptions.value(0); }

    TestServer server;
    TestStore store;
    net::HttpLimits limits;
    net::HttpClient http{limits};
    Workers workers;
    LibraryEvents events;
    SyncService service{*store.store, http, workers, events, store.clock};
    QList<SyncOutcome> outcomes;
    bool opened = false;
};

class SyncServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void takesArticlesIn();
    void asksConditionally();
    void sameBodyIsUnchanged();
    void notDueIsNotAsked();
    void portalChangesNothing();
    void cutBodyKeepsNoValidators();
    void movedFeedIsTakenOver();
    void temporaryMoveIsNot();
    void goneFeedRests();
    void heldHostIsLeftAlone();
    void skippedIsTold();
    void takesWhatWasFound();
    void moveOntoASubscribedFeed();
    void cutGzipIsAFailure();
    void hintsAreKept();
    void triesAreLogged();
    void readsLocalFiles();
    void oneBadFeedHoldsUpNobody();
    void stop();
    void manyFeeds();
    void endOfTheWorldMidFlight();

private:
    static QByteArray feed(int items, const QByteArray &title = "Feed")
    {
        QByteArray xml = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" + title +
                         "</title><link>https://site.example/</link>";
        for (int i = 0; i < items; ++i) {
            const QByteArray n = QByteArray::number(i);
            xml += "<item><title>Entry " + n + "</title><guid>https://site.example/" + title + n +
                   "</guid><description>Some &lt;b&gt;text&lt;/b&gt; " + n + "</description></item>";
        }
        return xml + "</channel></rss>";
    }
};

void SyncServiceTest::takesArticlesIn()
{
    World world;
    QVERIFY(world.opened);
    world.server.route(QStringLiteral("/feed"), TestAnswer::feed(feed(3)));
    world.subscribe(QStringLiteral("/feed"));
    QSignalSpy articles(&world.events, &LibraryEvents::articlesChanged);
    QSignalSpy library(&world.events, &LibraryEvents::libraryChanged);
    const SyncSummary summary = world.sync();
    QCOMPARE(summary.feeds, 1);
    QCOMPARE(summary.failed, 0);
    QCOMPARE(summary.newArticles, 3);
    QCOMPARE(world.outcomes.size(), 1);
    const SyncOutcome &outcome = world.outcomes.first();
    QVERIFY(outcome.status == SyncOutcome::Status::New);
    QCOMPARE(outcome.httpStatus, 200);
    QCOMPARE(outcome.bytes, feed(3).size());
    QVERIFY(outcome.nextFetch > world.store.clock.now());
    QCOMPARE(world.store.ids().size(), 3);
    QCOMPARE(articles.size(), 1);
    QVERIFY(!library.isEmpty());
    QCOMPARE(world.subscription().feedTitle, QStringLiteral("Feed"));
    QCOMPARE(world.server.requests().size(), 1); // the feed and nothing else
}

void SyncServiceTest::asksConditionally()
{
    World world;
    world.server.route(QStringLiteral("/feed"), [](const TestRequest &request) {
        TestAnswer answer = TestAnswer::feed(feed(1), "W/\"a 1\"");
        if (request.header("If-None-Match") == "W/\"a 1\"")
            answer.status = 304;
        return answer;
    });
    world.subscribe(QStringLiteral("/feed"));
    world.sync();
    const SyncSummary second = world.sync(true);
    QCOMPARE(second.failed, 0);
    QVERIFY(world.outcomes.first().status == SyncOutcome::Status::Unchanged);
    QCOMPARE(world.outcomes.first().httpStatus, 304);
    QCOMPARE(world.outcomes.first().bytes, 0);
}

void SyncServiceTest::sameBodyIsUnchanged()
{
    World world;
    world.server.route(QStringLiteral("/feed"), TestAnswer::feed(feed(2)));
    world.subscribe(QStringLiteral("/feed"));
    world.sync();
    QCOMPARE(world.sync(true).newArticles, 0);
    QVERIFY(world.outcomes.first().status == SyncOutcome::Status::Unchanged);
    QCOMPARE(world.outcomes.first().httpStatus, 200);
}

void SyncServiceTest::notDueIsNotAsked()
{
    World world;
    world.server.route(QStringLiteral("/feed"), TestAnswer::feed(feed(1)));
    const FeedId id = world.subscribe(QStringLiteral("/feed"));
    world.sync();
    world.store.clock.advance(5s);
    world.sync();
    QCOMPARE(world.server.requests().size(), 1);
    world.sync(false, {id});
    QCOMPARE(world.server.requests().size(), 1);
    QCOMPARE(world.outcomes.size(), 1);
    QVERIFY(world.outcomes.first().status == SyncOutcome::Status::Skipped);
    world.store.clock.advance(26h);
    world.sync();
    QCOMPARE(world.server.requests().size(), 2);
}

void SyncServiceTest::portalChangesNothing()
{
    World world;
    world.server.route(QStringLiteral("/feed"), TestAnswer::feed(feed(2), "\"1\""));
    const FeedId id = world.subscribe(QStringLiteral("/feed"));
    world.sync();
    TestAnswer portal =
        TestAnswer::feed("<!DOCTYPE html><html><head><title>Wi-Fi</title></head></html>", "\"portal\"");
    world.server.route(QStringLiteral("/login"), portal);
    world.server.route(QStringLiteral("/feed"), TestAnswer::redirect(301, "/login"));
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(world.sync(true).failed, 1);
        QVERIFY(world.outcomes.first().error && world.outcomes.first().error->code == ErrorCode::NotAFeed);
    }
    QCOMPARE(world.store.ids().size(), 2);
    QCOMPARE(world.subscription().feedTitle, QStringLiteral("Feed"));
    QCOMPARE(world.plan(id).url, world.server.url(QStringLiteral("/feed")));
    QCOMPARE(world.plan(id).etag, QByteArray("\"1\""));
}

void SyncServiceTest::cutBodyKeepsNoValidators()
{
    World world;
    TestAnswer cut = TestAnswer::feed(feed(20), "\"cut\"");
    cut.cutAfter = cut.body.size() / 2;
    world.server.route(QStringLiteral("/feed"), cut);
    const FeedId id = world.subscribe(QStringLiteral("/feed"));
    world.sync();
    QVERIFY(world.plan(id).etag.isEmpty());
    // The same without the server's word for it: the end of the connection is the end of the body.
    cut.lengthGiven = false;
    world.server.route(QStringLiteral("/feed"), cut);
    world.sync(true);
    QVERIFY(world.plan(id).etag.isEmpty());
    world.server.route(QStringLiteral("/feed"), TestAnswer::feed(feed(20), "\"whole\""));
    world.sync(true);
    QCOMPARE(world.store.ids().size(), 20);
    QCOMPARE(world.plan(id).etag, QByteArray("\"whole\""));
}

void SyncServiceTest::movedFeedIsTakenOver()
{
    World world;
    world.server.route(QStringLiteral("/old"), TestAnswer::redirect(301, "/new"));
    world.server.route(QStringLiteral("/new"), TestAnswer::feed(feed(2)));
    const FeedId id = world.subscribe(QStringLiteral("/old"));
    for (int i = 0; i < 4; ++i)
        world.sync(true);
    QCOMPARE(world.plan(id).url, world.server.url(QStringLiteral("/new")));
    QCOMPARE(world.store.ids().size(), 2);
}

void SyncServiceTest::temporaryMoveIsNot()
{
    World world;
    world.server.route(QStringLiteral("/old"), TestAnswer::redirect(302, "/hop"));
    world.server.route(QStringLiteral("/hop"), TestAnswer::redirect(301, "/new"));
    world.server.route(QStringLiteral("/new"), TestAnswer::feed(feed(2)));
    const FeedId id = world.subscribe(QStringLiteral("/old"));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(world.sync(true).failed, 0);
    QCOMPARE(world.plan(id).url, world.server.url(QStringLiteral("/old")));
}

void SyncServiceTest::goneFeedRests()
{
    World world;
    world.server.route(QStringLiteral("/feed"), TestAnswer::feed(feed(2)));
    world.subscribe(QStringLiteral("/feed"));
    world.sync();
    TestAnswer gone;
    gone.status = 410;
    world.server.route(QStringLiteral("/feed"), gone);
    world.sync(true);
    QVERIFY(world.outcomes.first().error->code == ErrorCode::Gone);
    QVERIFY(world.subscription().status == FeedStatus::Gone);
    world.server.forget();
    world.store.clock.advance(24h * 5);
    world.sync();
    QVERIFY(world.server.requests().isEmpty());
    QCOMPARE(world.store.ids().size(), 2);
}

void SyncServiceTest::heldHostIsLeftAlone()
{
    World world;
    TestAnswer busy;
    busy.status = 429;
    busy.headers = {{"Retry-After", "3600"}};
    world.server.route(QStringLiteral("*"), busy);
    for (int i = 0; i < 12; ++i)
        world.subscribe(QStringLiteral("/feed%1").arg(i));
    world.sync();
    const auto asked = world.server.requests().size();
    QVERIFY2(asked >= 1 && asked <= 6, QByteArray::number(asked).constData());
    QCOMPARE(world.outcomes.size(), 12);
    const auto failed = std::ranges::count(world.outcomes, SyncOutcome::Status::Failed, &SyncOutcome::status);
    QCOMPARE(failed, asked); // the others were not asked, so they have not failed
    for (const SyncOutcome &outcome : std::as_const(world.outcomes))
        QVERIFY(outcome.nextFetch >= world.store.clock.now().addSecs(3500));
    // Another process knows it too, also of a feed that was never asked.
    QVERIFY(world.store.reopen());
    const FeedId late = world.subscribe(QStringLiteral("/late"));
    const auto plans = answerOf(world.store.store->fetchPlans({false, {late}}));
    QVERIFY(!plans->first().due);
    QVERIFY(answerOf(world.store.store->fetchPlans({true, {late}}))->first().due); // the reader's wish
    world.store.clock.advance(61min);
    QVERIFY(answerOf(world.store.store->fetchPlans({false, {late}}))->first().due);
}

void SyncServiceTest::skippedIsTold()
{
    World world;
    world.server.route(QStringLiteral("*"), TestAnswer::feed(feed(1)));
    for (const char *path : {"/a", "/b", "/c"})
        world.subscribe(QString::fromLatin1(path));
    world.sync();
    world.sync();
    QVERIFY(world.outcomes.isEmpty());
    world.subscribe(QStringLiteral("/due"));
    QSignalSpy finished(&world.service, &SyncService::finished);
    QSignalSpy told(&world.service, &SyncService::feedFinished);
    world.service.start(FetchWish{false, {}, true});
    QVERIFY(finished.wait());
    QCOMPARE(told.size(), 4);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<SyncSummary>().feeds, 4);
    const auto skipped = std::ranges::count_if(told, [](const QVariantList &arguments) {
        return arguments.first().value<SyncOutcome>().status == SyncOutcome::Status::Skipped;
    });
    QCOMPARE(skipped, 3);
    QCOMPARE(world.server.requests().size(), 4);
}

void SyncServiceTest::takesWhatWasFound()
{
    World world;
    world.server.route(QStringLiteral("/feed"), TestAnswer::feed(feed(3), "\"1\""));
    PageFetcher pages(world.http, world.workers);
    FoundPages found;
    FeedFinder finder(pages, world.workers, found);
    world.service.setFoundPages(&found);
    auto answer = finder.find(world.server.url(QStringLiteral("/feed")).toString());
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.result());
    const FeedId id = world.subscribe(QStringLiteral("/feed"));
    QCOMPARE(world.sync(true, {id}).newArticles, 3);
    QCOMPARE(world.server.requests().size(), 1);
    QCOMPARE(world.plan(id).etag, QByteArray("\"1\""));
    world.sync(true);
    QCOMPARE(world.server.requests().last().header("If-None-Match"), QByteArray("\"1\""));
}

void SyncServiceTest::moveOntoASubscribedFeed()
{
    World world;
    world.server.route(QStringLiteral("/old"), TestAnswer::redirect(301, "/new"));
    world.server.route(QStringLiteral("/new"), TestAnswer::feed(feed(2)));
    world.subscribe(QStringLiteral("/new"));
    const FeedId old = world.subscribe(QStringLiteral("/old"));
    for (int i = 0; i < 4; ++i)
        QCOMPARE(world.sync(true).failed, 0);
    const auto overview = answerOf(world.store.store->overview());
    QCOMPARE(overview->subscriptions.size(), 2);
    QCOMPARE(world.plan(old).url, world.server.url(QStringLiteral("/old")));
    const auto moved = std::ranges::find(overview->subscriptions, old, &Subscription::id);
    QCOMPARE(moved->movedTo, world.server.url(QStringLiteral("/new"))); // the reader is told
}

void SyncServiceTest::cutGzipIsAFailure()
{
    World world;
    world.server.route(QStringLiteral("/feed"), TestAnswer::feed(feed(20), "\"1\""));
    const FeedId id = world.subscribe(QStringLiteral("/feed"));
    world.sync();
    TestAnswer cut = TestAnswer::feed(gzipped(feed(30)), "\"2\"");
    cut.body.chop(cut.body.size() / 2);
    cut.headers.emplaceBack("Content-Encoding", "gzip");
    world.server.route(QStringLiteral("/feed"), cut);
    QCOMPARE(world.sync(true).failed, 1);
    QCOMPARE(world.store.ids().size(), 20);
    QCOMPARE(world.plan(id).etag, QByteArray("\"1\""));
    // It comes so for hours: then it is how the publisher has it, and what can be read is taken.
    for (int i = 0; i < 3; ++i)
        world.sync(true);
    QCOMPARE(world.outcomes.first().error.has_value(), false);
    QVERIFY(world.plan(id).etag.isEmpty());
}

void SyncServiceTest::hintsAreKept()
{
    World world;
    world.server.route(QStringLiteral("/feed"), [](const TestRequest &request) {
        TestAnswer answer = TestAnswer::feed(feed(1).replace("<link>", "<ttl>600</ttl><link>"), "\"1\"");
        if (request.has("If-None-Match"))
            answer.status = 304;
        return answer;
    });
    const FeedId id = world.subscribe(QStringLiteral("/feed"));
    world.sync();
    world.sync(true);
    QCOMPARE(world.outcomes.first().httpStatus, 304);
    QVERIFY(world.outcomes.first().nextFetch >= world.store.clock.now().addSecs(600 * 60));
    QCOMPARE(world.plan(id).hints.ttlMinutes, 600);
}

void SyncServiceTest::triesAreLogged()
{
    World world;
    world.server.route(QStringLiteral("/feed"), TestAnswer::feed(feed(2)));
    const FeedId id = world.subscribe(QStringLiteral("/feed"));
    world.sync();
    TestAnswer broken;
    broken.status = 500;
    world.server.route(QStringLiteral("/feed"), broken);
    for (int i = 0; i < triesKept + 5; ++i) {
        world.store.clock.advance(1min);
        world.sync(true);
    }
    world.server.route(QStringLiteral("/feed"), TestAnswer::feed(feed(5)));
    world.sync(true);
    const auto tries = answerOf(world.store.store->fetchTries(id));
    QCOMPARE(tries->size(), triesKept);
    QVERIFY(tries->first().kind == FetchTry::Kind::New);
    QCOMPARE(tries->first().newArticles, 3);
    QCOMPARE(tries->first().httpStatus, 200);
    QVERIFY(tries->at(1).kind == FetchTry::Kind::Failed && tries->at(1).error);
    QCOMPARE(tries->at(1).httpStatus, 500);
    QVERIFY(tries->at(1).at > tries->at(2).at);
    QCOMPARE(world.subscription().lastNew, world.store.clock.now());
}

void SyncServiceTest::readsLocalFiles()
{
    World world;
    QFile file(world.store.folder.filePath(QStringLiteral("feed.xml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(feed(2));
    file.close();
    world.store.subscribe(QUrl::fromLocalFile(file.fileName()).toEncoded().constData());
    world.store.subscribe(QUrl::fromLocalFile(world.store.folder.path()).toEncoded().constData());
    const SyncSummary summary = world.sync();
    QCOMPARE(summary.newArticles, 2);
    QCOMPARE(summary.failed, 1);
}

void SyncServiceTest::oneBadFeedHoldsUpNobody()
{
    World world;
    world.server.route(QStringLiteral("/a"), TestAnswer::feed(feed(1, "A")));
    world.server.route(QStringLiteral("/b"), TestAnswer::feed(feed(1, "B")));
    world.subscribe(QStringLiteral("/missing"));
    world.subscribe(QStringLiteral("/a"));
    world.subscribe(QStringLiteral("/b"));
    world.store.subscribe("http://127.0.0.1:1/nobody-listens");
    const SyncSummary summary = world.sync();
    QCOMPARE(summary.feeds, 4);
    QCOMPARE(summary.failed, 2);
    QCOMPARE(summary.newArticles, 2);
}

void SyncServiceTest::stop()
{
    World world;
    TestAnswer silent;
    silent.silent = true;
    world.server.route(QStringLiteral("/silent"), silent);
    world.subscribe(QStringLiteral("/silent"));
    QSignalSpy requested(&world.server, &TestServer::requested);
    QSignalSpy finished(&world.service, &SyncService::finished);
    world.service.start(true);
    QVERIFY(requested.wait());
    world.service.stop();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.first().first().value<SyncSummary>().cancelled);
    QVERIFY(!world.service.isRunning());
}

void SyncServiceTest::manyFeeds()
{
    World world;
    world.server.route(QStringLiteral("*"), [](const TestRequest &request) {
        return TestAnswer::feed(feed(10, request.path().mid(1)));
    });
    for (int i = 0; i < 60; ++i)
        world.subscribe(QStringLiteral("/feed%1").arg(i));
    const SyncSummary summary = world.sync();
    QCOMPARE(summary.feeds, 60);
    QCOMPARE(summary.failed, 0);
    QCOMPARE(summary.newArticles, 600);
}

void SyncServiceTest::endOfTheWorldMidFlight()
{
    auto world = std::make_unique<World>();
    world->server.route(QStringLiteral("*"), TestAnswer::feed(feed(50)));
    for (int i = 0; i < 30; ++i)
        world->subscribe(QStringLiteral("/feed%1").arg(i));
    QSignalSpy finishedOne(&world->service, &SyncService::feedFinished);
    world->service.start(true);
    QVERIFY(finishedOne.wait());
    world.reset();
}

BROADSHEET_TEST_MAIN(SyncServiceTest, QCoreApplication)
#include "syncservice.moc"
