// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRegularExpression>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

QStringList path(const char *text)
{
    return QString::fromUtf8(text).split(u'/');
}

QStringList names(TestStore &t)
{
    QStringList result;
    const auto overview = answerOf(t.store->overview());
    for (const Category &category : overview->categories)
        result.append(category.name);
    return result;
}

QStringList feeds(TestStore &t)
{
    QStringList result;
    const auto overview = answerOf(t.store->overview());
    for (const Subscription &s : overview->subscriptions)
        result.append(s.feedUrl.host().left(1));
    return result;
}

} // namespace

class SubscriptionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void oneFeedOnce();
    void categoriesNest();
    void categoriesMoveAndGo();
    void editing();
    void importing();
    void whatIsDue();
    void failuresAndValidators();
    void undoOfUnsubscribing();
};

void SubscriptionsTest::oneFeedOnce()
{
    TestStore t;
    QVERIFY(t.open());
    const auto made =
        answerOf(t.store->subscribe({QUrl(QStringLiteral("https://example.org/feed")), {}, {}, {}, {}}));
    QVERIFY(made.has_value());
    QCOMPARE(made->status, FeedStatus::New);
    QCOMPARE(made->added, t.clock.now());
    const auto again =
        answerOf(t.store->subscribe({QUrl(QStringLiteral("http://www.example.org/feed")), {}, {}, {}, {}}));
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(answerOf(t.store->subscribe({})).error().code, ErrorCode::InvalidArgument);
}

void SubscriptionsTest::categoriesNest()
{
    TestStore t;
    QVERIFY(t.open());
    const auto local = answerOf(t.store->ensureCategory(path("News/Local")));
    QVERIFY(answerOf(t.store->ensureCategory(path("Science"))).has_value());
    QVERIFY(answerOf(t.store->ensureCategory(path("News/World"))).has_value());
    QCOMPARE(*answerOf(t.store->ensureCategory(path("News/Local"))), *local);
    QCOMPARE(names(t), path("News/Local/World/Science"));
    QCOMPARE(answerOf(t.store->ensureCategory({QStringLiteral(" ")})).error().code,
             ErrorCode::InvalidArgument);
}

void SubscriptionsTest::categoriesMoveAndGo()
{
    TestStore t;
    QVERIFY(t.open());
    const CategoryId local = *answerOf(t.store->ensureCategory(path("News/Local")));
    const CategoryId news = *answerOf(t.store->ensureCategory(path("News")));
    const CategoryId science = *answerOf(t.store->ensureCategory(path("Science")));
    QVERIFY(answerOf(t.store->moveCategory(science, {}, 0)).has_value());
    QCOMPARE(names(t), path("Science/News/Local"));
    QCOMPARE(answerOf(t.store->moveCategory(news, local, 0)).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(answerOf(t.store->moveCategory(news, news, 0)).error().code, ErrorCode::InvalidArgument);
    QVERIFY(answerOf(t.store->renameCategory(local, QStringLiteral("Nearby"))).has_value());
    QCOMPARE(answerOf(t.store->renameCategory(news, QStringLiteral("Science"))).error().code,
             ErrorCode::AlreadyExists);
    const FeedId feed = t.subscribe("https://a.example/feed", news);
    QVERIFY(answerOf(t.store->removeCategory(news)).has_value());
    QCOMPARE(names(t), path("Science/Nearby"));
    const auto overview = answerOf(t.store->overview());
    QCOMPARE(overview->subscriptions.first().id, feed);
    QVERIFY(!overview->subscriptions.first().category.isValid());
    QCOMPARE(answerOf(t.store->removeCategory(news)).error().code, ErrorCode::NotFound);
    QVERIFY(t.isWhole());
}

void SubscriptionsTest::editing()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId a = t.subscribe("https://a.example/feed");
    const FeedId b = t.subscribe("https://b.example/feed");
    QVERIFY(t.subscribe("https://c.example/feed").isValid());
    QCOMPARE(feeds(t), path("a/b/c"));
    SubscriptionEdit edit;
    edit.position = 2;
    QVERIFY(answerOf(t.store->editSubscription(a, edit)).has_value());
    QCOMPARE(feeds(t), path("b/c/a"));
    edit = {};
    edit.customTitle = QStringLiteral("Mine");
    edit.category = *answerOf(t.store->ensureCategory(path("News")));
    edit.paused = true;
    QVERIFY(answerOf(t.store->editSubscription(a, edit)).has_value());
    auto first = answerOf(t.store->overview())->subscriptions.first();
    QCOMPARE(first.id, a);
    QCOMPARE(first.title(), QStringLiteral("Mine"));
    QCOMPARE(first.status, FeedStatus::Paused);
    edit = {};
    edit.feedUrl = QUrl(QStringLiteral("https://b.example/feed"));
    QCOMPARE(answerOf(t.store->editSubscription(a, edit)).error().code, ErrorCode::AlreadyExists);
    edit.feedUrl = QUrl(QStringLiteral("https://d.example/feed"));
    QVERIFY(answerOf(t.store->editSubscription(a, edit)).has_value());
    QCOMPARE(answerOf(t.store->editSubscription(FeedId(99), edit)).error().code, ErrorCode::NotFound);
    Q_UNUSED(b);
}

void SubscriptionsTest::importing()
{
    TestStore t;
    QVERIFY(t.open());
    QVERIFY(t.subscribe("https://a.example/feed").isValid());
    const QList<ImportedFeed> list{
        {QUrl(QStringLiteral("https://a.example/feed")), {}, {}, path("News")},
        {QUrl(QStringLiteral("https://b.example/feed")), {}, QStringLiteral("B"), path("News/Local")},
        {QUrl(), {}, {}, {}}};
    const auto result = answerOf(t.store->importFeeds(list));
    QCOMPARE(result->feeds, 1);
    QCOMPARE(result->categories, 2);
    QCOMPARE(result->duplicates, 1);
    QCOMPARE(result->failed.size(), 1);
}

void SubscriptionsTest::whatIsDue()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId a = t.subscribe("https://a.example/feed");
    const FeedId b = t.subscribe("https://b.example/feed");
    const auto due = [&t](bool force, const QList<FeedId> &only = {}) {
        QStringList lines;
        const auto plans = answerOf(t.store->fetchPlans({force, only}));
        for (const FetchPlan &plan : plans.value())
            lines.append(plan.url.host().left(1) + (plan.due ? QString() : QStringLiteral("-")));
        lines.sort();
        return lines.join(u'/').split(u'/', Qt::SkipEmptyParts);
    };
    QCOMPARE(due(false), path("a/b"));
    QVERIFY(t.fetch(a, {}).has_value()); // next in an hour
    QCOMPARE(due(false), path("b"));
    QCOMPARE(due(false, {a}), path("a-"));
    QCOMPARE(due(true, {a}), path("a"));
    QCOMPARE(due(true), path("a/b"));
    t.clock.advance(std::chrono::hours(2));
    QCOMPARE(due(false), path("a/b"));
    QVERIFY(t.fetch(a, {}).has_value());
    t.clock.advance(-std::chrono::hours(24)); // the clock was set back: do not wait a day and an hour
    QCOMPARE(due(false), path("a/b"));
    SubscriptionEdit pause;
    pause.paused = true;
    QVERIFY(answerOf(t.store->editSubscription(b, pause)).has_value());
    QCOMPARE(due(true), path("a"));
    QCOMPARE(due(true, {b}), path("b"));
}

void SubscriptionsTest::failuresAndValidators()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://a.example/feed");
    FeedUpdate good = t.update(feed, {});
    good.validatorsGiven = true;
    good.etag = "\"\xff odd\"";
    good.lastModified = "yesterday";
    good.bodyHash = "hash";
    good.redirectsSeen = 2;
    good.redirectTarget = QUrl(QStringLiteral("https://b.example/feed"));
    QVERIFY(answerOf(t.store->applyFeedUpdate(good)).has_value());
    FeedUpdate bad;
    bad.feed = feed;
    bad.fetchedAt = t.clock.now();
    bad.nextFetch = t.clock.now().addSecs(60);
    bad.error = Error{ErrorCode::HttpStatus, QStringLiteral("no"), QStringLiteral("subject"), 503};
    QVERIFY(answerOf(t.store->applyFeedUpdate(bad)).has_value());
    auto plan = answerOf(t.store->fetchPlans({true}))->first();
    QCOMPARE(plan.etag, good.etag);
    QCOMPARE(plan.lastModified, good.lastModified);
    QCOMPARE(plan.bodyHash, good.bodyHash);
    QCOMPARE(plan.failures, 1);
    QCOMPARE(plan.redirectsSeen, 2);
    QCOMPARE(plan.redirectTarget, good.redirectTarget);
    auto subscription = answerOf(t.store->overview())->subscriptions.first();
    QCOMPARE(subscription.status, FeedStatus::Failing);
    QCOMPARE(subscription.lastError->code, ErrorCode::HttpStatus);
    QCOMPARE(subscription.lastError->number, 503);
    QCOMPARE(subscription.feedTitle, QStringLiteral("A feed"));
    bad.error.reset();
    bad.gone = true;
    QVERIFY(answerOf(t.store->applyFeedUpdate(bad)).has_value());
    QCOMPARE(answerOf(t.store->overview())->subscriptions.first().status, FeedStatus::Gone);
    t.clock.advance(std::chrono::hours(200));
    QVERIFY(answerOf(t.store->fetchPlans({}))->isEmpty());
    FeedUpdate unchanged;
    unchanged.feed = feed;
    unchanged.fetchedAt = t.clock.now();
    unchanged.notModified = true;
    QVERIFY(answerOf(t.store->applyFeedUpdate(unchanged)).has_value());
    plan = answerOf(t.store->fetchPlans({true}))->first();
    QCOMPARE(plan.failures, 0);
    QCOMPARE(plan.etag, good.etag); // a 304 without validators keeps them
}

void SubscriptionsTest::undoOfUnsubscribing()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://a.example/feed");
    QVERIFY(t.fetch(feed, {entry("1", "A")}).has_value());
    const auto gone = answerOf(t.store->unsubscribe(feed));
    QVERIFY(answerOf(t.store->undo(gone->change)).has_value());
    const auto plans = answerOf(t.store->fetchPlans({}));
    QCOMPARE(plans->size(), 1);
    QVERIFY(plans->first().etag.isEmpty()); // or a 304 would leave it empty
    QCOMPARE(t.fetch(feed, {entry("1", "A")})->newArticles, 1);
}

BROADSHEET_TEST_MAIN(SubscriptionsTest, QCoreApplication)
#include "subscriptions.moc"
