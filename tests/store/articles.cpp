// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"
#include "store/headlinereader.h"
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRegularExpression>

using namespace broadsheet;
using namespace broadsheet::test;

using View = ArticleFilter::View;

class ArticlesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void entriesBecomeArticles();
    void unchangedEntriesWriteNothing();
    void aChangeInSubstanceIsKeptAsRevision();
    void aCounterIsNoChange();
    void idsSharedByPagesAreToldApart();
    void theFutureSortsByFirstSight();
    void oneAddressIsReadOnce();
    void aHomePageIsNoAddress();
    void markingAndUndo();
    void markAllReadIsOneChange();
    void viewsAndCounts();
    void pagesGoOnAfterTheCursor();
    void unsubscribingKeepsWhatTheReaderTouched();
    void whatWasReadComesBack();
    void aMovedFeedKeepsItsArticles();
    void headlinesAtOnce();
};

void ArticlesTest::entriesBecomeArticles()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(feed.isValid());
    ParsedEntry first = entry("1", "First", "Some words about fire", "https://example.org/1");
    first.authors = {{QStringLiteral("Ada"), {}, {}, {}}, {QStringLiteral("Bob, Jr."), {}, {}, {}}};
    first.categories = {{QStringLiteral("World-News"), {}, {}}};
    first.enclosures = {
        {QStringLiteral("https://example.org/a.mp3"), QStringLiteral("audio/mpeg"), {}, 1234, 61.5}};
    first.published = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::OffsetFromUTC, 3600);
    const auto applied = t.fetch(feed, {first, entry("2", "Second")});
    QVERIFY(applied.has_value());
    QCOMPARE(applied->newArticles, 2);
    QCOMPARE(applied->changes.inserted.size(), 2);

    const QList<ArticleId> ids = t.ids();
    QCOMPARE(ids.size(), 2); // the undated one is newest: seen just now
    const auto article = answerOf(t.store->article(ids[1]));
    QVERIFY(article.has_value());
    QCOMPARE(article->headline.title, QStringLiteral("First"));
    QCOMPARE(article->headline.authors, (QStringList{QStringLiteral("Ada"), QStringLiteral("Bob, Jr.")}));
    QCOMPARE(article->headline.excerpt, QStringLiteral("Some words about fire"));
    QCOMPARE(article->headline.feedTitle, QStringLiteral("A feed"));
    QCOMPARE(article->content.utf8(), QByteArray("<p>Some words about fire</p>"));
    QCOMPARE(article->tags, QStringList{QStringLiteral("World-News")});
    QCOMPARE(article->enclosures, first.enclosures);
    QCOMPARE(article->published.offsetFromUtc(), 3600);
    QCOMPARE(article->published, first.published);
    QCOMPARE(article->received, t.clock.now());
    QCOMPARE(article->headline.tags, article->tags);
    QCOMPARE(article->headline.published, first.published);
    QCOMPARE(article->headline.received, t.clock.now());
    QVERIFY(article->key.isValid());

    ArticleFilter tagged;
    tagged.tag = QStringLiteral("world news");
    QCOMPARE(t.ids(tagged), QList<ArticleId>{ids[1]});
    QCOMPARE(answerOf(t.store->article(ArticleId(999))).error().code, ErrorCode::NotFound);
}

void ArticlesTest::unchangedEntriesWriteNothing()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "First", "text")}).has_value());
    const auto again = t.fetch(feed, {entry("1", "First", "text")});
    QCOMPARE(again->newArticles, 0);
    QCOMPARE(again->updatedArticles, 0);
    QVERIFY(again->changes.isEmpty());
}

void ArticlesTest::aChangeInSubstanceIsKeptAsRevision()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "First", "the old words")}).has_value());
    const auto changed = t.fetch(feed, {entry("1", "First", "the new words")});
    QCOMPARE(changed->updatedArticles, 1);
    const auto article = answerOf(t.store->article(t.ids().first()));
    QCOMPARE(article->revisions, 1);
    QVERIFY(article->headline.edited);
    QCOMPARE(article->headline.excerpt, QStringLiteral("the new words"));

    const auto found = [&t](const char *words) {
        const auto query = query::parse(QString::fromUtf8(words), t.clock.now());
        return answerOf(t.store->search(*query, 10, store::SearchOrder::Relevance))->size();
    };
    QCOMPARE(found("new"), 1);
    QCOMPARE(found("old"), 0);
}

void ArticlesTest::aCounterIsNoChange()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "First", "Words. 12 comments")}).has_value());
    const auto again = t.fetch(feed, {entry("1", "First", "Words. 13 comments")});
    QCOMPARE(again->updatedArticles, 0);
    QCOMPARE(answerOf(t.store->article(t.ids().first()))->revisions, 0);
    QVERIFY(t.isWhole());
}

void ArticlesTest::idsSharedByPagesAreToldApart()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    const ParsedEntry a = entry("same", "A", "a", "https://example.org/a");
    const ParsedEntry b = entry("same", "B", "b", "https://example.org/b");
    QVERIFY(t.fetch(feed, {a}).has_value());
    QCOMPARE(t.fetch(feed, {b, a})->newArticles, 1);
    QCOMPARE(t.fetch(feed, {b, a})->newArticles, 0);
    QCOMPARE(t.fetch(feed, {b, a})->updatedArticles, 0);
    QCOMPARE(t.ids().size(), 2);
    QCOMPARE(t.fetch(feed, {a, a, b})->newArticles, 0);
}

void ArticlesTest::theFutureSortsByFirstSight()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    ParsedEntry future = entry("1", "Future");
    future.published = t.clock.now().addDays(400);
    QVERIFY(t.fetch(feed, {future, entry("2", "Undated"), entry("3", "Undated too")}).has_value());
    const auto rows = *answerOf(t.store->headlines(t.ids()));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].title, QStringLiteral("Future")); // the order of the document where times are the same
    QCOMPARE(rows[0].sortTime, t.clock.now());
    QCOMPARE(rows[2].title, QStringLiteral("Undated too"));
}

void ArticlesTest::oneAddressIsReadOnce()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId one = t.subscribe("https://one.example/feed");
    const FeedId two = t.subscribe("https://two.example/feed");
    const FeedId three = t.subscribe("https://three.example/feed");
    QVERIFY(t.fetch(one, {entry("1", "A", "a", "https://news.example/a?utm_source=one")}).has_value());
    QVERIFY(t.fetch(two, {entry("2", "A", "a", "http://www.news.example/a#top")}).has_value());
    const auto changes = answerOf(t.store->setRead({t.ids().first()}, true));
    QCOMPARE(changes->updated.size(), 2);
    QVERIFY(t.fetch(three, {entry("3", "A", "a", "https://news.example/a")}).has_value());
    QCOMPARE(answerOf(t.store->count({}))->unread, 0);
    QVERIFY(answerOf(t.store->undo(changes->change)).has_value());
    QCOMPARE(answerOf(t.store->count({}))->unread, 3);
}

void ArticlesTest::aHomePageIsNoAddress()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId one = t.subscribe("https://one.example/feed");
    const FeedId two = t.subscribe("https://two.example/feed");
    QVERIFY(t.fetch(one, {entry("1", "A", "a", "https://news.example/")}).has_value());
    QVERIFY(t.fetch(two, {entry("2", "B", "b", "https://news.example/")}).has_value());
    QCOMPARE(answerOf(t.store->setRead({t.ids().first()}, true))->updated.size(), 1);
}

void ArticlesTest::markingAndUndo()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "A"), entry("2", "B")}).has_value());
    const QList<ArticleId> ids = t.ids();
    const auto read = answerOf(t.store->setRead({ids[0]}, true));
    QCOMPARE(read->updated, QList<ArticleId>{ids[0]});
    QVERIFY(read->change.isValid());
    QVERIFY(!answerOf(t.store->setRead({ids[0]}, true))->change.isValid()); // nothing to do, nothing logged
    const auto starred = answerOf(t.store->setStarred(ids, true));
    QCOMPARE(starred->updated.size(), 2);
    QCOMPARE(answerOf(t.store->overview())->starred, 2);
    QVERIFY(t.reopen());
    QVERIFY(answerOf(t.store->undo(starred->change)).has_value());
    QCOMPARE(answerOf(t.store->overview())->starred, 0);
    QCOMPARE(answerOf(t.store->undo(starred->change)).error().code, ErrorCode::NotFound);
    QCOMPARE(answerOf(t.store->undo(ChangeId(777))).error().code, ErrorCode::NotFound);
}

void ArticlesTest::markAllReadIsOneChange()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QList<ParsedEntry> entries;
    for (int i = 0; i < 300; ++i)
        entries.append(entry(QByteArray::number(i).constData(), "Title"));
    QVERIFY(t.fetch(feed, entries).has_value());
    const auto already = t.ids().first();
    QVERIFY(answerOf(t.store->setRead({already}, true)).has_value());
    const auto all = answerOf(t.store->markAllRead({}));
    QCOMPARE(all->updated.size(), 299);
    QCOMPARE(answerOf(t.store->overview())->unread, 0);
    QCOMPARE(answerOf(t.store->undo(all->change))->articles.updated.size(), 299);
    QCOMPARE(answerOf(t.store->count({}))->unread, 299); // the one read before stays read
}

void ArticlesTest::viewsAndCounts()
{
    TestStore t;
    QVERIFY(t.open());
    const CategoryId news = *answerOf(t.store->ensureCategory({QStringLiteral("News")}));
    const CategoryId local =
        *answerOf(t.store->ensureCategory({QStringLiteral("News"), QStringLiteral("Local")}));
    const FeedId a = t.subscribe("https://a.example/feed", news);
    const FeedId b = t.subscribe("https://b.example/feed", local);
    const FeedId c = t.subscribe("https://c.example/feed");
    ParsedEntry old = entry("old", "Old");
    old.published = t.clock.now().addDays(-10);
    QVERIFY(t.fetch(a, {entry("1", "A1"), old}).has_value());
    QVERIFY(t.fetch(b, {entry("2", "B1")}).has_value());
    QVERIFY(t.fetch(c, {entry("3", "C1")}).has_value());
    const auto size = [&t](ArticleFilter filter) {
        const auto counted = answerOf(t.store->count(filter));
        const qint64 listed = t.ids(filter).size();
        return counted->total == listed ? listed : -1;
    };
    ArticleFilter filter;
    QCOMPARE(size(filter), 4);
    filter.category = news;
    QCOMPARE(size(filter), 3); // with its sub-category
    filter.view = View::Today;
    QCOMPARE(size(filter), 2);
    filter.view = View::All;
    filter.category = local;
    QCOMPARE(size(filter), 1);
    filter = {};
    filter.feed = a;
    QCOMPARE(size(filter), 2);
    QVERIFY(answerOf(t.store->setRead(t.ids(filter), true)).has_value());
    filter.unreadOnly = true;
    QCOMPARE(size(filter), 0);
    filter = {};
    filter.view = View::Unread;
    QCOMPARE(size(filter), 2);
    filter.view = View::Starred;
    QCOMPARE(size(filter), 0);
    filter = {};
    filter.since = t.clock.now().addDays(-1);
    QCOMPARE(size(filter), 3);
    const auto overview = answerOf(t.store->overview());
    QCOMPARE(overview->total, 4);
    QCOMPARE(overview->unread, 2);
    QCOMPARE(overview->today, 2);
    QCOMPARE(overview->subscriptions.first().count, (Count{0, 2}));
}

void ArticlesTest::pagesGoOnAfterTheCursor()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QList<ParsedEntry> entries;
    for (int i = 0; i < 10; ++i) {
        entries.append(entry(QByteArray::number(i).constData(), "Title"));
        entries.last().published = t.clock.now().addSecs(-(i / 3)); // several of one time
    }
    QVERIFY(t.fetch(feed, entries).has_value());
    QList<ArticleId> seen;
    ArticleCursor cursor;
    for (;;) {
        const auto page = *answerOf(t.store->headlinePage({}, cursor, 4));
        if (page.isEmpty())
            break;
        for (const auto &row : page)
            seen.append(row.id);
        cursor = {page.last().sortTime, page.last().id};
    }
    QCOMPARE(seen, t.ids());
    QCOMPARE(seen.size(), 10);
}

void ArticlesTest::unsubscribingKeepsWhatTheReaderTouched()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "Plain"), entry("2", "Starred"), entry("3", "Commented")}).has_value());
    const QList<ArticleId> ids = t.ids();
    QVERIFY(answerOf(t.store->setStarred({ids[1]}, true)).has_value());
    NewComment comment;
    comment.article = ids[2];
    comment.uuid = QByteArray(16, 'u');
    comment.text = QStringLiteral("mine");
    comment.created = t.clock.now();
    QVERIFY(answerOf(t.store->addComment(comment)).has_value());
    const auto gone = answerOf(t.store->unsubscribe(feed));
    QCOMPARE(gone->removed, QList<ArticleId>{ids[0]});
    QVERIFY(answerOf(t.store->overview())->subscriptions.isEmpty());
    QCOMPARE(t.ids(), (QList<ArticleId>{ids[1], ids[2]}));
    QCOMPARE(answerOf(t.store->unsubscribe(feed)).error().code, ErrorCode::NotFound);
    QCOMPARE(t.fetch(feed, {}).error().code, ErrorCode::NotFound);
    QVERIFY(t.isWhole());
}

void ArticlesTest::whatWasReadComesBack()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "A", "fire"), entry("2", "B")}).has_value());
    const QList<ArticleId> ids = t.ids();
    QVERIFY(answerOf(t.store->setRead({ids[0]}, true)).has_value());
    QVERIFY(answerOf(t.store->unsubscribe(feed)).has_value());
    QVERIFY(t.ids().isEmpty());
    QCOMPARE(t.subscribe("http://www.example.org/feed"), feed); // the same by its canonical URL
    QCOMPARE(t.fetch(feed, {entry("1", "A", "fire"), entry("2", "B")})->newArticles, 2);
    QCOMPARE(t.ids(), ids);
    QCOMPARE(answerOf(t.store->count({}))->unread, 1);
}

void ArticlesTest::aMovedFeedKeepsItsArticles()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "A")}).has_value());
    FeedUpdate moved = t.update(feed, {entry("1", "A")});
    moved.permanentUrl = QUrl(QStringLiteral("https://new.example/feed"));
    QCOMPARE(answerOf(t.store->applyFeedUpdate(moved))->newArticles, 0);
    QCOMPARE(answerOf(t.store->overview())->subscriptions.first().feedUrl, moved.permanentUrl);
    QCOMPARE(t.fetch(feed, {entry("1", "A")})->newArticles, 0);
}

void ArticlesTest::headlinesAtOnce()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "A"), entry("2", "B")}).has_value());
    const QList<ArticleId> ids = t.ids();
    const auto reader = t.store->makeHeadlineReader();
    QVERIFY(reader);
    const auto rows = reader->read({ids[1], ArticleId(555), ids[0]});
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].title, QStringLiteral("B"));
    QCOMPARE(rows[1].title, QStringLiteral("A"));
}

BROADSHEET_TEST_MAIN(ArticlesTest, QCoreApplication)
#include "articles.moc"
