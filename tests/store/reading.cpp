// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRegularExpression>

using namespace broadsheet;
using test::answerOf;

class ReadingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_store = std::make_unique<test::TestStore>();
        QVERIFY(m_store->open());
        m_feed = m_store->subscribe("https://site.example/feed");
        QVERIFY(m_store->fetch(m_feed, {entry()}));
        m_id = m_store->ids().constFirst();
    }

    void placesOutliveTheProgram()
    {
        QVERIFY(answerOf(m_store->store->setPlace(m_id, {1200, -14.5})));
        QVERIFY(m_store->reopen());
        QCOMPARE(answerOf(m_store->store->article(m_id))->place, (ReadingPlace{1200, -14.5}));
        QVERIFY(answerOf(m_store->store->setPlace(m_id, {})));
        QCOMPARE(answerOf(m_store->store->article(m_id))->place, ReadingPlace());
    }

    void aPlaceInNothingIsNone()
    {
        QVERIFY(answerOf(m_store->store->setPlace(ArticleId(4711), {5, 0})));
        QVERIFY(m_store->isWhole());
    }

    void aFeedsPicturesFollowItsOwnWord()
    {
        QVERIFY(!answerOf(m_store->store->article(m_id))->imagePolicy);
        SubscriptionEdit edit;
        edit.imagePolicy = std::optional(ImagePolicy::Never);
        QVERIFY(answerOf(m_store->store->editSubscription(m_feed, edit)));
        QCOMPARE(answerOf(m_store->store->article(m_id))->imagePolicy, std::optional(ImagePolicy::Never));
        QCOMPARE(answerOf(m_store->store->overview())->subscriptions.constFirst().imagePolicy,
                 std::optional(ImagePolicy::Never));
        // Lists do not load it either; the page knows that there is one.
        QVERIFY(answerOf(m_store->store->headlines({m_id}))->constFirst().image.isEmpty());
        QVERIFY(!answerOf(m_store->store->article(m_id))->headline.image.isEmpty());
        edit.imagePolicy = std::optional<ImagePolicy>();
        QVERIFY(answerOf(m_store->store->editSubscription(m_feed, edit)));
        QVERIFY(!answerOf(m_store->store->article(m_id))->imagePolicy);
        QVERIFY(!answerOf(m_store->store->headlines({m_id}))->constFirst().image.isEmpty());
    }

    void recordingsRememberTheirPlace()
    {
        const QUrl url(QStringLiteral("https://cast.example/1.mp3"));
        QCOMPARE(*answerOf(m_store->store->listeningPlace(url)), 0);
        QVERIFY(answerOf(m_store->store->setListeningPlace(url, 90'000)));
        QVERIFY(m_store->reopen());
        QCOMPARE(*answerOf(m_store->store->listeningPlace(url)), 90'000);
        QVERIFY(answerOf(m_store->store->setListeningPlace(url, 0)));
        QCOMPARE(*answerOf(m_store->store->listeningPlace(url)), 0);
    }

    void accountsAreKeptInTheirOrder()
    {
        const QString site = QStringLiteral("site.example");
        const auto unknown = answerOf(m_store->store->siteAccounts(site));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        const QList<SiteAccount> accounts{{SiteAccount::Kind::X,
                                           QStringLiteral("meridian"),
                                           QUrl(QStringLiteral("https://x.com/meridian")),
                                           {}},
                                          {SiteAccount::Kind::Mastodon, QStringLiteral("@m@s.example"),
                                           QUrl(QStringLiteral("https://s.example/@m")),
                                           QUrl(QStringLiteral("https://s.example/@m.rss"))}};
        QVERIFY(answerOf(m_store->store->setSiteAccounts(site, accounts)));
        QCOMPARE(*answerOf(m_store->store->siteAccounts(site)), accounts);
        QVERIFY(answerOf(m_store->store->setSiteAccounts(site, {})));
        QVERIFY(answerOf(m_store->store->siteAccounts(site))->isEmpty());
    }

private:
    static ParsedEntry entry()
    {
        ParsedEntry made = test::entry("1", "A title", "Words.");
        made.image = QStringLiteral("https://site.example/a.jpg");
        return made;
    }
    std::unique_ptr<test::TestStore> m_store;
    FeedId m_feed;
    ArticleId m_id;
};

BROADSHEET_TEST_MAIN(ReadingTest, QCoreApplication)
#include "reading.moc"
