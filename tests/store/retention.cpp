// SPDX-License-Identifier: GPL-3.0-or-later
// How articles leave the store: by age, by number, by hand; and who is spared.
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRegularExpression>

#include <chrono>

using namespace broadsheet;
using namespace broadsheet::test;
using namespace std::chrono_literals;

namespace {

/** Entries 0 to n - 1, a day apart, the last one today. */
QList<ParsedEntry> days(const TestStore &t, int n)
{
    QList<ParsedEntry> entries;
    for (int i = 0; i < n; ++i) {
        ParsedEntry made =
            entry(QByteArray::number(i).constData(), ("Title " + QByteArray::number(i)).constData(), "words");
        made.published = t.clock.now().addDays(i - n + 1);
        entries.append(made);
    }
    return entries;
}

NewComment comment(ArticleId article)
{
    NewComment made;
    made.article = article;
    made.uuid = QByteArray(16, 'u');
    made.text = QStringLiteral("words");
    made.created = QDateTime::fromMSecsSinceEpoch(1'750'000'000'000, Qt::UTC);
    return made;
}

int thinAll(TestStore &t, const RetentionPolicy &policy)
{
    int gone = 0;
    for (;;) {
        const auto changes = answerOf(t.store->thin(policy));
        if (!changes || changes->removed.isEmpty())
            return changes ? gone : -1;
        gone += int(changes->removed.size());
    }
}

} // namespace

class RetentionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void byAge();
    void byNumber();
    void whatIsSpared();
    void whatLeftStaysAway();
    void feedsAndCategoriesWishOtherwise();
    void manyLeaveInSlices();
    void theBin();
    void undoOfThrowingAway();
};

void RetentionTest::byAge()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    const auto entries = days(t, 100);
    QVERIFY(t.fetch(feed, entries).has_value());
    // Just come: none is snatched away, however old its date.
    QCOMPARE(thinAll(t, {30, 0, false}), 0);
    t.clock.advance(std::chrono::hours(24 * 40));
    QCOMPARE(thinAll(t, {60, 0, false}), 0);
    t.clock.advance(std::chrono::hours(24 * 30)); // here for 70 days
    QCOMPARE(thinAll(t, {0, 0, false}), 0);
    QCOMPARE(thinAll(t, {69, 0, false}), 100);
    QVERIFY(t.ids().isEmpty());
    QVERIFY(t.isWhole());
}

void RetentionTest::byNumber()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId a = t.subscribe("https://example.org/a");
    const FeedId b = t.subscribe("https://example.org/b");
    QVERIFY(t.fetch(a, days(t, 50)).has_value());
    QVERIFY(t.fetch(b, days(t, 5)).has_value());
    const auto before = t.ids({});
    QCOMPARE(thinAll(t, {0, 20, false}), 30);
    const auto left = t.ids();
    QCOMPARE(left.size(), 25);
    QCOMPARE(left.first(), before.first()); // the newest stay
    QVERIFY(t.isWhole());
}

void RetentionTest::whatIsSpared()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, days(t, 10)).has_value());
    const auto ids = t.ids(); // newest first
    QVERIFY(answerOf(t.store->setRead(ids, true)).has_value());
    QVERIFY(answerOf(t.store->setStarred({ids[5]}, true)).has_value());
    QVERIFY(answerOf(t.store->addComment(comment(ids[6]))).has_value());
    QVERIFY(answerOf(t.store->saveDraft(ids[7], {}, QStringLiteral("begun"))).has_value());
    QVERIFY(answerOf(t.store->setRead({ids[8]}, false)).has_value());
    QCOMPARE(thinAll(t, {0, 2, true}), 4);
    QCOMPARE(t.ids(), (QList<ArticleId>{ids[0], ids[1], ids[5], ids[6], ids[7], ids[8]}));
    QCOMPARE(thinAll(t, {0, 2, false}), 1);
    QVERIFY(t.isWhole());
}

void RetentionTest::whatLeftStaysAway()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    const auto entries = days(t, 10);
    QVERIFY(t.fetch(feed, entries).has_value());
    QCOMPARE(thinAll(t, {0, 4, false}), 6);
    const auto again = t.fetch(feed, entries);
    QVERIFY(again.has_value());
    QCOMPARE(again->newArticles, 0);
    QCOMPARE(t.ids().size(), 4);
    QVERIFY(t.isWhole());
}

void RetentionTest::feedsAndCategoriesWishOtherwise()
{
    TestStore t;
    QVERIFY(t.open());
    const auto shelf = answerOf(t.store->ensureCategory({QStringLiteral("Above"), QStringLiteral("Below")}));
    QVERIFY(shelf.has_value());
    const FeedId shelved = t.subscribe("https://example.org/shelved", *shelf);
    const FeedId own = t.subscribe("https://example.org/own", *shelf);
    const FeedId plain = t.subscribe("https://example.org/plain");
    for (const FeedId feed : {shelved, own, plain})
        QVERIFY(t.fetch(feed, days(t, 10)).has_value());
    const auto above = answerOf(t.store->overview())->categories.first().id;
    QVERIFY(answerOf(t.store->setRetention(above, {std::nullopt, 3})).has_value());
    QVERIFY(answerOf(t.store->setRetention(own, {std::nullopt, 0})).has_value()); // all
    QCOMPARE(thinAll(t, {0, 6, false}), 7 + 4);
    const auto overview = answerOf(t.store->overview());
    for (const Subscription &s : overview->subscriptions)
        QCOMPARE(s.count.total, s.id == shelved ? 3 : s.id == own ? 10 : 6);
}

void RetentionTest::manyLeaveInSlices()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, days(t, 600)).has_value());
    const auto first = answerOf(t.store->thin({0, 10, false}));
    QVERIFY(first.has_value());
    QVERIFY(first->removed.size() <= 200);
    QCOMPARE(int(first->removed.size()) + thinAll(t, {0, 10, false}), 590);
    QVERIFY(t.isWhole());
}

void RetentionTest::theBin()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    const auto entries = days(t, 5);
    QVERIFY(t.fetch(feed, entries).has_value());
    const auto ids = t.ids();
    QVERIFY(answerOf(t.store->throwAway({ids[1], ids[2]})).has_value());
    QCOMPARE(t.ids().size(), 3);
    QCOMPARE(answerOf(t.store->bin(10))->size(), 2);
    QVERIFY(t.isWhole());
    QCOMPARE(t.fetch(feed, entries)->newArticles, 0); // still listed, still gone
    QVERIFY(answerOf(t.store->takeBack({ids[1]})).has_value());
    QCOMPARE(t.ids(), (QList<ArticleId>{ids[0], ids[1], ids[3], ids[4]}));
    QVERIFY(answerOf(t.store->article(ids[1])).has_value());
    t.clock.advance(std::chrono::hours(24 * 29));
    QVERIFY(answerOf(t.store->thin({})).has_value());
    QCOMPARE(answerOf(t.store->bin(10))->size(), 1);
    t.clock.advance(std::chrono::hours(24 * 2));
    QVERIFY(answerOf(t.store->thin({})).has_value());
    QCOMPARE(answerOf(t.store->bin(10))->size(), 0);
    QCOMPARE(t.fetch(feed, entries)->newArticles, 0);
    QVERIFY(t.isWhole());
}

void RetentionTest::undoOfThrowingAway()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, days(t, 3)).has_value());
    const auto thrown = answerOf(t.store->throwAway(t.ids()));
    QVERIFY(thrown.has_value());
    QVERIFY(t.ids().isEmpty());
    const auto undone = answerOf(t.store->undo(thrown->change));
    QVERIFY(undone.has_value());
    QCOMPARE(undone->articles.inserted.size(), 3);
    QCOMPARE(t.ids().size(), 3);
    QVERIFY(t.isWhole());
}

BROADSHEET_TEST_MAIN(RetentionTest, QCoreApplication)
#include "retention.moc"
