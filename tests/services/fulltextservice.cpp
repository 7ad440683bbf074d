// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/fulltextservice.h"

#include "net/httpclient.h"
#include "query/parser.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/pagefetcher.h"
#include "services/workers.h"
#include "support/testmain.h"
#include "support/testserver.h"
#include "support/teststore.h"

#include <QSignalSpy>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

/** A page with an article of some length; \a words is told in it, \a next where it goes on. */
TestAnswer page(const QByteArray &words, const QByteArray &next = {})
{
    TestAnswer answer;
    answer.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    const QByteArray filler =
        " The harbour had been quiet since the morning, and those who waited, some of them since "
        "the day before, spoke of little else than the ferry that would not come.";
    answer.body = "<!DOCTYPE html><html lang=en><head><title>The ferry</title>" +
                  (next.isEmpty() ? QByteArray() : "<link rel=next href='" + next + "'>") +
                  "</head><body><nav><a href=/>Home</a></nav><article><h1>The ferry</h1><p>" + words +
                  filler + "</p><p>" + words + filler + filler +
                  "</p><script>alert(1)</script></article></body></html>";
    return answer;
}

ParsedEntry teaser(int number, const QString &url)
{
    ParsedEntry made = entry(QByteArray::number(number).constData(), "The ferry", "It did not come …");
    made.title += QString::number(number);
    made.url = url;
    return made;
}

struct World
{
    World()
    {
        opened = store.open();
        feed = store.subscribe(server.url(QStringLiteral("/feed")).toEncoded().constData());
        opened =
            opened && store.fetch(feed, {teaser(1, server.url(QStringLiteral("/a")).toString())}).has_value();
        article = store.ids().first();
    }
    Result<void> fetch() { return answered(service.fetch(article)); }
    template <typename T>
    T answered(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return Error{};
        return future.result();
    }
    Article read() { return *answerOf(store.store->article(article)); }
    qsizetype found(const char *words)
    {
        const auto query = query::parse(QString::fromUtf8(words), store.clock.now());
        return answerOf(store.store->search(*query, 10, store::SearchOrder::Date))->size();
    }

    TestServer server;
    TestStore store;
    net::HttpClient http;
    Workers workers;
    LibraryEvents events;
    LibraryService library{*store.store, workers, events};
    PageFetcher pages{http, workers};
    FullTextService service{*store.store, pages, library, workers, events, store.clock};
    FeedId feed;
    ArticleId article;
    bool opened = false;
};

} // namespace

class FullTextServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptBesideThePublishersText()
    {
        World w;
        QVERIFY(w.opened);
        w.server.route(QStringLiteral("/a"), page("Kingfisher."));
        QSignalSpy told(&w.events, &LibraryEvents::articlesChanged);
        const auto done = w.fetch();
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
        QCOMPARE(told.size(), 1);
        const Article article = w.read();
        QVERIFY(article.fullText && article.fullText->shown);
        QCOMPARE(article.fullText->page, w.server.url(QStringLiteral("/a")));
        QVERIFY(article.fullText->text.contains(QStringLiteral("Kingfisher")));
        QVERIFY(!article.fullText->content.utf8().contains("script"));
        QCOMPARE(article.shownContent(), article.fullText->content);
        QVERIFY(article.content.utf8().contains("did not come")); // what the feed gave
        // Found by the words of both.
        QCOMPARE(w.found("kingfisher"), 1);
        QCOMPARE(w.found("\"did not come\""), 1);
        QVERIFY(w.store.isWhole());

        QVERIFY(w.answered(w.service.show(w.article, false)));
        QCOMPARE(w.read().shownContent(), article.content);
        QVERIFY(w.store.reopen());
        QVERIFY(!w.read().fullText->shown);
    }

    void goesOnOverPages()
    {
        World w;
        w.server.route(QStringLiteral("/a"), page("Onepage.", "/a/2"));
        w.server.route(QStringLiteral("/a/2"), page("Twopage.", "/a/3"));
        w.server.route(QStringLiteral("/a/3"), page("Threepage.", "/a")); // in a circle
        QVERIFY(w.fetch());
        const QString text = w.read().fullText->text;
        QVERIFY(text.indexOf(QStringLiteral("Onepage")) < text.indexOf(QStringLiteral("Twopage")));
        QVERIFY(text.indexOf(QStringLiteral("Twopage")) < text.indexOf(QStringLiteral("Threepage")));
        QCOMPARE(w.server.count(QStringLiteral("/a")), 1);
    }

    void aMissingPageKeepsThoseBefore()
    {
        World w;
        w.server.route(QStringLiteral("/a"), page("Onepage.", "/a/9"));
        const auto done = w.fetch();
        QVERIFY(!done);
        QCOMPARE(done.error().number.value_or(0), 404);
        QVERIFY(w.read().fullText->text.contains(QStringLiteral("Onepage")));
    }

    void failures_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing there") << QStringLiteral("/missing") << int(ErrorCode::HttpStatus);
        QTest::newRow("no article") << QStringLiteral("/empty") << int(ErrorCode::NoArticle);
        QTest::newRow("a file of this machine")
            << QStringLiteral("file:///etc/passwd") << int(ErrorCode::InvalidArgument);
        QTest::newRow("no address") << QString() << int(ErrorCode::InvalidArgument);
    }
    void failures()
    {
        QFETCH(QString, address);
        QFETCH(int, code);
        World w;
        TestAnswer empty;
        empty.headers = {{"Content-Type", "text/html"}};
        empty.body = "<html><body><nav>x</nav>";
        w.server.route(QStringLiteral("/empty"), empty);
        const QString url = address.startsWith(u'/') ? w.server.url(address).toString() : address;
        QVERIFY(w.store.fetch(w.feed, {teaser(2, url)}));
        const auto ids = w.store.ids();
        for (const ArticleId id : ids) {
            if (id != w.article) {
                w.article = id;
                break;
            }
        }
        const auto done = w.fetch();
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), code);
        QVERIFY(!w.read().fullText);
        QVERIFY(w.store.isWhole());
    }

    void aPublicFeedDoesNotPointIntoTheHouse()
    {
        World w;
        w.feed = w.store.subscribe("https://public.example/feed");
        QVERIFY(w.store.fetch(w.feed, {teaser(7, w.server.url(QStringLiteral("/a")).toString())}));
        ArticleFilter filter;
        filter.feed = w.feed;
        w.article = w.store.ids(filter).first();
        const auto done = w.fetch();
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::UnsafeRedirect);
        QCOMPARE(w.server.count(QStringLiteral("/a")), 0);
    }

    /** Two feeds name one page, one of them by a counter's address. */
    void whereTheAddressLeadsTellsWhatIsTheSame()
    {
        World w;
        w.server.route(QStringLiteral("/a"), page("Kingfisher."));
        w.server.route(QStringLiteral("/count/77"), TestAnswer::redirect(302, "/a"));
        const FeedId other =
            w.store.subscribe(w.server.url(QStringLiteral("/other")).toEncoded().constData());
        QVERIFY(w.store.fetch(other, {teaser(9, w.server.url(QStringLiteral("/count/77")).toString())}));
        const ArticleId first = w.article;
        ArticleFilter filter;
        filter.feed = other;
        w.article = w.store.ids(filter).first();
        QVERIFY(answerOf(w.store.store->setRead({first}, true)));
        QVERIFY(w.read().headline.unread);
        QVERIFY(w.fetch());
        QTRY_VERIFY(!w.read().headline.unread);
        QVERIFY(w.store.isWhole());
    }

    void anEditInTheFeedLeavesIt()
    {
        World w;
        w.server.route(QStringLiteral("/a"), page("Kingfisher."));
        QVERIFY(w.fetch());
        ParsedEntry changed = teaser(1, w.server.url(QStringLiteral("/a")).toString());
        changed.contentText = QStringLiteral("It came after all, with a cormorant aboard.");
        changed.content = SafeHtml::alreadyCleaned("<p>It came after all, with a cormorant aboard.</p>");
        QVERIFY(w.store.fetch(w.feed, {changed}));
        QVERIFY(w.read().fullText);
        QCOMPARE(w.found("kingfisher"), 1);
        QCOMPARE(w.found("cormorant"), 1);
        QCOMPARE(w.found("\"did not come\""), 0);
        QVERIFY(w.store.isWhole());
        // Gone with the article, from the index too.
        QVERIFY(answerOf(w.store.store->unsubscribe(w.feed)));
        QCOMPARE(w.found("kingfisher"), 0);
        QVERIFY(w.store.isWhole());
    }

    void alwaysForAFeed()
    {
        World w;
        w.server.route(QStringLiteral("/a"), page("Kingfisher."));
        w.server.route(QStringLiteral("/b"), page("Cormorant."));
        QVERIFY(w.store.fetch(w.feed, {teaser(2, w.server.url(QStringLiteral("/b")).toString()),
                                       teaser(3, w.server.url(QStringLiteral("/missing")).toString())}));
        w.service.fetchWanted();
        QVERIFY(w.answered(w.service.setWish(w.feed, FullTextWish::OnDemand)));
        QCOMPARE(w.server.requests().size(), 0);
        QVERIFY(w.answered(w.service.setWish(w.feed, FullTextWish::Always)));
        QTRY_COMPARE(w.found("kingfisher") + w.found("cormorant"), 2);
        QTRY_COMPARE(w.server.count(QStringLiteral("/missing")), 1);
        // What failed is not asked again at once, what is there not at all.
        w.server.forget();
        w.service.fetchWanted();
        const auto settled = answerOf(w.store.store->fullTextsWanted(10));
        QCOMPARE(settled->size(), 0);
        QCOMPARE(w.server.requests().size(), 0);
        w.store.clock.advance(std::chrono::hours(7));
        w.service.fetchWanted();
        QTRY_COMPARE(w.server.count(QStringLiteral("/missing")), 1);
    }

    void teasersAreNoticedOnce()
    {
        World w;
        QVERIFY(!*w.answered(w.service.isTeasing(w.feed))); // one article says nothing
        QList<ParsedEntry> entries;
        for (int i = 2; i < 8; ++i)
            entries.append(teaser(i, w.server.url(QStringLiteral("/%1").arg(i)).toString()));
        QVERIFY(w.store.fetch(w.feed, entries));
        QVERIFY(*w.answered(w.service.isTeasing(w.feed)));
        QVERIFY(w.answered(w.service.setWish(w.feed, FullTextWish::OnDemand)));
        QVERIFY(!*w.answered(w.service.isTeasing(w.feed)));

        const FeedId whole = w.store.subscribe("https://whole.example/feed");
        for (ParsedEntry &entry : entries)
            entry.contentText = QString(2000, u'w');
        QVERIFY(w.store.fetch(whole, entries));
        QVERIFY(!*w.answered(w.service.isTeasing(whole)));
    }
};

BROADSHEET_TEST_MAIN(FullTextServiceTest, QCoreApplication)
#include "fulltextservice.moc"
