// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/iconservice.h"

#include "net/httpclient.h"
#include "services/workers.h"
#include "support/testmain.h"
#include "support/testserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace broadsheet;
using namespace broadsheet::test;
using namespace std::chrono_literals;

class IconServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void onceASite();
    void secondChance();
    void pageIsNoIcon();
    void onlyAfterAGoodFetch();
    void notWhileItIsNotAllowed();
    void strangersDoNotLeadInside();

private:
    struct World
    {
        Subscription feed(int id, const QString &icon = {}) const
        {
            Subscription subscription;
            subscription.id = FeedId(id);
            subscription.feedUrl = server.url(QStringLiteral("/feed%1").arg(id));
            subscription.siteUrl = server.url();
            if (!icon.isEmpty())
                subscription.iconUrl = server.url(icon);
            subscription.status = FeedStatus::Ok;
            subscription.lastSuccess = QDateTime::currentDateTimeUtc();
            return subscription;
        }
        std::unique_ptr<IconService> make()
        {
            auto service =
                std::make_unique<IconService>(http, workers, folder.path() + QStringLiteral("/icons"));
            service->setPause(1ms);
            return service;
        }
        static TestAnswer picture()
        {
            TestAnswer answer;
            answer.headers = {{"Content-Type", "image/png"}};
            answer.body = "picture";
            return answer;
        }
        TestServer server;
        QTemporaryDir folder;
        net::HttpClient http;
        Workers workers;
    };
};

void IconServiceTest::onceASite()
{
    World world;
    world.server.route(QStringLiteral("/icon.png"), World::picture());
    const QList<Subscription> feeds{world.feed(1), world.feed(2, QStringLiteral("/icon.png"))};
    {
        const auto icons = world.make();
        QSignalSpy read(icons.get(), &IconService::iconRead);
        icons->refresh(feeds);
        QVERIFY(read.wait());
        QCOMPARE(read.first().at(0).value<QList<FeedId>>(), QList<FeedId>({FeedId(1), FeedId(2)}));
        QCOMPARE(read.first().at(1).toByteArray(), QByteArray("picture"));
        icons->refresh(feeds);
        QTest::qWait(50);
    }
    // The next start reads it from the disk.
    const auto icons = world.make();
    QSignalSpy read(icons.get(), &IconService::iconRead);
    icons->refresh(feeds);
    QVERIFY(read.wait());
    QTest::qWait(50);
    QCOMPARE(world.server.requests().size(), 1);
}

void IconServiceTest::secondChance()
{
    World world;
    world.server.route(QStringLiteral("/favicon.ico"), World::picture());
    const auto icons = world.make();
    QSignalSpy read(icons.get(), &IconService::iconRead);
    icons->refresh({world.feed(1, QStringLiteral("/missing.png"))});
    QVERIFY(read.wait());
    QCOMPARE(world.server.requests().size(), 2);
}

void IconServiceTest::pageIsNoIcon()
{
    World world;
    TestAnswer page;
    page.headers = {{"Content-Type", "text/html"}};
    page.body = "<html>";
    world.server.route(QStringLiteral("/favicon.ico"), page);
    auto icons = world.make();
    icons->refresh({world.feed(1)});
    QTRY_COMPARE(world.server.requests().size(), 1);
    QTest::qWait(50);
    // That there is none is remembered as well.
    icons = world.make();
    QSignalSpy read(icons.get(), &IconService::iconRead);
    icons->refresh({world.feed(1)});
    QTest::qWait(100);
    QVERIFY(read.isEmpty());
    QCOMPARE(world.server.requests().size(), 1);
}

void IconServiceTest::onlyAfterAGoodFetch()
{
    World world;
    const auto icons = world.make();
    Subscription feed = world.feed(1);
    feed.status = FeedStatus::Failing;
    icons->read({world.feed(1)}); // the disk alone
    icons->refresh({feed});
    QTest::qWait(100);
    QVERIFY(world.server.requests().isEmpty());
}

void IconServiceTest::notWhileItIsNotAllowed()
{
    World world;
    world.server.route(QStringLiteral("/favicon.ico"), World::picture());
    const auto icons = world.make();
    icons->setAllowed(false);
    icons->refresh({world.feed(1)});
    QTest::qWait(100);
    QVERIFY(world.server.requests().isEmpty());
    QSignalSpy read(icons.get(), &IconService::iconRead);
    icons->setAllowed(true);
    QVERIFY(read.wait());
}

void IconServiceTest::strangersDoNotLeadInside()
{
    World world;
    Subscription feed = world.feed(1, QStringLiteral("/admin"));
    feed.siteUrl = QUrl(QStringLiteral("http://93.184.216.34/"));
    const auto icons = world.make();
    world.http.setProxy(QStringLiteral("http://127.0.0.1:1")); // nothing may leave this machine
    icons->refresh({feed});
    QTest::qWait(150);
    QVERIFY(world.server.requests().isEmpty());
}

BROADSHEET_TEST_MAIN(IconServiceTest, QCoreApplication)
#include "iconservice.moc"
