// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sitecommentservice.h"

#include "net/httpclient.h"
#include "query/parser.h"
#include "services/commentservice.h"
#include "services/libraryevents.h"
#include "services/workers.h"
#include "support/testmain.h"
#include "support/testserver.h"
#include "support/teststore.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace broadsheet;
using namespace broadsheet::test;

using When = SiteCommentService::When;

namespace {

constexpr const char *atomHead =
    "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>"
    "<title>Replies</title><id>urn:replies</id>";

TestAnswer answered(int status, const QByteArray &type, const QByteArray &body)
{
    TestAnswer answer;
    answer.status = status;
    answer.headers = {{"Content-Type", type}};
    answer.body = body;
    return answer;
}

/** An Atom reply; an empty \a parent answers the article. */
QByteArray reply(const QByteArray &id, const QByteArray &name, const QByteArray &words,
                 const QByteArray &parent = "urn:article", const QByteArray &time = "2026-03-10T08:00:00Z")
{
    return "<entry><id>urn:" + id + "</id><title>x</title><updated>" + time + "</updated><published>" + time +
           "</published><author><name>" + name + "</name></author><thr:in-reply-to ref='" + parent +
           "'/><link href='https://site.example/a#" + id + "'/><content type='html'>&lt;p>" + words +
           "&lt;/p></content></entry>";
}

/** A store with an article whose site has a discussion on loopback. */
struct World
{
    World()
    {
        opened = store.open();
        feed = store.subscribe(server.url(QStringLiteral("/feed")).toEncoded().constData());
        ParsedEntry made = entry("1", "About fire", "text", "https://site.example/a");
        made.commentsFeedUrl = server.url(QStringLiteral("/replies")).toString();
        opened = opened && store.fetch(feed, {made}).has_value();
        article = store.ids().first();
    }
    Result<SiteCommentsResult> refresh(When when = When::Asked)
    {
        const auto answer = service.refresh(article, when);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 20'000))
            return Error{};
        return answer.result();
    }
    QList<Comment> comments() { return answerOf(store.store->discussion(article))->comments; }
    QStringList lines()
    {
        QStringList all;
        const auto discussion = comments();
        for (const Comment &comment : discussion)
            all.append(QStringLiteral("%1/%2/%3").arg(comment.name, comment.text).arg(comment.depth));
        return all;
    }
    Result<CommentChange> say(const char *text, CommentId parent = {})
    {
        const auto answer = own.add({article, parent, {}, QString::fromUtf8(text), {}});
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 20'000))
            return Error{};
        return answer.result();
    }
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
    SiteCommentService service{*store.store, http, workers, events, store.clock};
    CommentService own{*store.store, events, store.clock};
    FeedId feed;
    ArticleId article;
    bool opened = false;
};

} // namespace

class SiteCommentServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aThreadFromAtom()
    {
        World w;
        QVERIFY(w.opened);
        w.server.route(QStringLiteral("/replies"),
                       TestAnswer::feed(QByteArray(atomHead) +
                                        reply("2", "Bo", "deeper", "urn:1", "2026-03-10T09:00:00Z") +
                                        reply("1", "Ada", "&lt;b>first&lt;/b>&lt;script>x()&lt;/script>") +
                                        "</feed>"));
        QSignalSpy told(&w.events, &LibraryEvents::siteCommentsChanged);
        QSignalSpy listed(&w.events, &LibraryEvents::articlesChanged);
        const auto result = w.refresh();
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
        QCOMPARE(result->added, 2);
        QCOMPARE(told.size(), 1);
        QCOMPARE(listed.size(), 1);
        QCOMPARE(w.lines(), (QStringList{QStringLiteral("Ada/first/0"), QStringLiteral("Bo/deeper/1")}));
        const Comment first = w.comments().first();
        QCOMPARE(first.origin, CommentOrigin::Site);
        QCOMPARE(first.url, QUrl(QStringLiteral("https://site.example/a#1")));
        QCOMPARE(first.created, QDateTime({2026, 3, 10}, {8, 0}, Qt::UTC));
        QVERIFY(first.html.utf8().contains("<b>first</b>") && !first.html.utf8().contains("script"));
        // Nobody's own: counted apart, and found.
        const ArticleHeadline headline = answerOf(w.store.store->article(w.article))->headline;
        QCOMPARE(headline.commentCount, 0);
        QCOMPARE(headline.siteCommentCount, 2);
        QCOMPARE(w.found("comment:deeper"), 1);
        QCOMPARE(w.found("has:comments"), 1);
        QCOMPARE(w.found("is:commented"), 0);
        QVERIFY(w.store.isWhole());
    }

    void theFeedTellsTheNumber()
    {
        World w;
        const auto listed = [&w] {
            return answerOf(w.store.store->article(w.article))->headline.siteCommentCount;
        };
        ParsedEntry counted = entry("1", "About fire", "text", "https://site.example/a");
        counted.commentsFeedUrl = w.server.url(QStringLiteral("/replies")).toString();
        counted.commentCount = 7;
        const auto update = w.store.fetch(w.feed, {counted});
        QVERIFY(update);
        // The list shows it anew; that is no edit by the publisher.
        QCOMPARE(update->changes.updated, QList<ArticleId>{w.article});
        QCOMPARE(update->updatedArticles, 0);
        QCOMPARE(listed(), 7);
        // The site gives the latest few only: the larger number stands.
        w.server.route(QStringLiteral("/replies"),
                       TestAnswer::feed(QByteArray(atomHead) + reply("1", "Ada", "first") + "</feed>"));
        QVERIFY(w.refresh());
        QCOMPARE(listed(), 7);
    }

    void askedConditionally()
    {
        World w;
        const QByteArray body = QByteArray(atomHead) + reply("1", "Ada", "first") + "</feed>";
        w.server.route(QStringLiteral("/replies"), [body](const TestRequest &request) {
            if (request.header("If-None-Match") == "\"v1\"")
                return answered(304, "text/plain", {});
            return TestAnswer::feed(body, "\"v1\"");
        });
        QVERIFY(w.refresh());
        const auto again = w.refresh();
        QVERIFY(again);
        QCOMPARE(again->added + again->changed, 0);
        QCOMPARE(w.server.count(QStringLiteral("/replies")), 2);
        QCOMPARE(w.server.requests().last().header("If-None-Match"), QByteArray("\"v1\""));
        // A panel that opens again soon does not ask at all.
        QVERIFY(w.refresh(When::Due));
        QCOMPARE(w.server.count(QStringLiteral("/replies")), 2);
        w.store.clock.advance(std::chrono::minutes(11));
        QVERIFY(w.refresh(When::Due));
        QCOMPARE(w.server.count(QStringLiteral("/replies")), 3);
        QCOMPARE(w.comments().size(), 1);
    }

    void whatIsKeptStaysWhenTheSiteFails()
    {
        World w;
        w.server.route(QStringLiteral("/replies"),
                       TestAnswer::feed(QByteArray(atomHead) + reply("1", "Ada", "first") + "</feed>"));
        QVERIFY(w.refresh());
        QVERIFY(w.say("mine"));
        w.server.route(QStringLiteral("/replies"), answered(500, "text/plain", "no"));
        const auto failed = w.refresh();
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::HttpStatus);
        QVERIFY(failed.error().subject.contains(QStringLiteral("/replies")));
        w.server.route(QStringLiteral("/replies"), answered(200, "text/html", "<html><p>Log in"));
        QVERIFY(!w.refresh());
        QCOMPARE(w.comments().size(), 2);
    }

    void aLocalReplyHangsUnderTheSitesComment()
    {
        World w;
        const QByteArray one = reply("1", "Ada", "first");
        w.server.route(QStringLiteral("/replies"), TestAnswer::feed(QByteArray(atomHead) + one + "</feed>"));
        QVERIFY(w.refresh());
        const CommentId theirs = w.comments().first().id;
        QVERIFY(w.say("mine", theirs));
        // The site edits its comment and adds a reply; ids and my reply stay where they are.
        w.server.route(QStringLiteral("/replies"),
                       TestAnswer::feed(QByteArray(atomHead) + reply("1", "Ada", "first, edited") +
                                        reply("2", "Bo", "late", "urn:1", "2030-01-01T00:00:00Z") +
                                        "</feed>"));
        const auto result = w.refresh();
        QVERIFY(result);
        QCOMPARE(result->added, 1);
        QCOMPARE(result->changed, 1);
        QCOMPARE(w.comments().first().id, theirs);
        QCOMPARE(w.lines(), (QStringList{QStringLiteral("Ada/first, edited/0"), QStringLiteral("/mine/1"),
                                         QStringLiteral("Bo/late/1")}));
        QCOMPARE(w.found("comment:edited"), 1);
        // It is theirs.
        QCOMPARE(answerOf(w.store.store->deleteComment(theirs, w.store.clock.now())).error().code,
                 ErrorCode::Unsupported);
        // A window of the newest ten: what is no longer told stays.
        w.server.route(QStringLiteral("/replies"), TestAnswer::feed(QByteArray(atomHead) + "</feed>"));
        QVERIFY(w.refresh());
        QCOMPARE(w.comments().size(), 3);
        QVERIFY(w.store.isWhole());
    }

    void anAnswerMayComeBeforeWhatItAnswers()
    {
        World w;
        w.server.route(
            QStringLiteral("/replies"),
            TestAnswer::feed(QByteArray(atomHead) + reply("2", "Bo", "late", "urn:1") + "</feed>"));
        QVERIFY(w.refresh());
        QCOMPARE(w.comments().first().depth, 0);
        w.server.route(QStringLiteral("/replies"),
                       TestAnswer::feed(QByteArray(atomHead) + reply("1", "Ada", "first") + "</feed>"));
        QVERIFY(w.refresh());
        QCOMPARE(w.lines(), (QStringList{QStringLiteral("Ada/first/0"), QStringLiteral("Bo/late/1")}));
    }

    void answersInARingAreAllShown()
    {
        World w;
        w.server.route(QStringLiteral("/replies"),
                       TestAnswer::feed(QByteArray(atomHead) + reply("1", "Ada", "one", "urn:2") +
                                        reply("2", "Bo", "two", "urn:1") +
                                        reply("3", "Cy", "three", "urn:3") + "</feed>"));
        QVERIFY(w.refresh());
        QCOMPARE(w.comments().size(), 3);
    }

    void rssOfWordPress()
    {
        World w;
        w.server.route(
            QStringLiteral("/replies"),
            TestAnswer::feed(
                "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
                "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Comments"
                "</title><item><title>By: Dora</title><link>https://site.example/a#comment-7</link>"
                "<dc:creator>Dora</dc:creator><pubDate>Tue, 10 Mar 2026 08:00:00 +0000</pubDate>"
                "<guid isPermaLink='false'>https://site.example/?p=1#comment-7</guid>"
                "<description>Short</description><content:encoded><![CDATA[<p>One</p><p>Two</p>]]>"
                "</content:encoded></item><item><title>By: Eli</title>"
                "<link>https://site.example/a#comment-8</link><description>No creator</description>"
                "</item></channel></rss>"));
        QVERIFY(w.refresh());
        QCOMPARE(w.comments().size(), 2);
        QStringList names;
        const auto all = w.comments();
        for (const Comment &comment : all)
            names.append(comment.name);
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("Dora"), QStringLiteral("Eli")}));
        QVERIFY(std::any_of(all.begin(), all.end(), [](const Comment &comment) {
            return comment.text == QStringLiteral("One\nTwo");
        }));
        QVERIFY(w.refresh());
        QCOMPARE(w.comments().size(), 2); // named by their links: not taken twice
    }

    void pagesThatFollowAreRead()
    {
        World w;
        w.server.route(QStringLiteral("/replies"), [&w](const TestRequest &request) {
            const bool second = request.target.contains("page=2");
            QByteArray body(atomHead);
            if (!second)
                body += "<link rel='next' href='" +
                        w.server.url(QStringLiteral("/replies?page=2")).toEncoded() + "'/>";
            else // round and round
                body +=
                    "<link rel='next' href='" + w.server.url(QStringLiteral("/replies")).toEncoded() + "'/>";
            return TestAnswer::feed(body + (second ? reply("2", "Bo", "old") : reply("1", "Ada", "new")) +
                                    "</feed>");
        });
        QVERIFY(w.refresh());
        QCOMPARE(w.comments().size(), 2);
        QCOMPARE(w.server.count(QStringLiteral("/replies")), 2);
    }

    void noPlaceToAsk()
    {
        World w;
        ParsedEntry made = entry("2", "Quiet", "text", "https://site.example/b");
        made.commentsUrl = QStringLiteral("https://site.example/b#comments");
        QVERIFY(w.store.fetch(w.feed, {made}));
        w.article = w.store.ids().first();
        const auto result = w.refresh();
        QVERIFY(result);
        QVERIFY(!result->offered);
        w.article = ArticleId(99);
        QCOMPARE(w.refresh().error().code, ErrorCode::NotFound);
        QVERIFY(w.server.requests().isEmpty());
    }

    void aFeedBehindTheAddressOfComments()
    {
        World w;
        ParsedEntry made = entry("2", "Another", "text", "https://site.example/b");
        made.commentsUrl = w.server.url(QStringLiteral("/untyped")).toString();
        QVERIFY(w.store.fetch(w.feed, {made}));
        w.article = w.store.ids().first();
        w.server.route(QStringLiteral("/untyped"),
                       TestAnswer::feed(QByteArray(atomHead) + reply("1", "Ada", "first") + "</feed>"));
        QVERIFY(w.refresh(When::Due));
        QVERIFY(w.server.requests().isEmpty()); // most such addresses are pages: not without being asked
        QVERIFY(w.refresh());
        QCOMPARE(w.comments().size(), 1);
    }

    void privateAddressesInPublicFeeds()
    {
        World w;
        const FeedId feed = w.store.subscribe("https://public.example/feed");
        ParsedEntry made = entry("x", "Trap", "text", "https://public.example/x");
        made.commentsFeedUrl = w.server.url(QStringLiteral("/replies")).toString();
        QVERIFY(w.store.fetch(feed, {made}));
        w.article = w.store.ids().first();
        QCOMPARE(w.refresh().error().code, ErrorCode::UnsafeRedirect);
        QVERIFY(w.server.requests().isEmpty());
    }

    void knownSitesOnlyWhenSwitchedOn()
    {
        World w;
        ParsedEntry made = entry("2", "Talked about", "text", "https://site.example/b");
        made.commentsUrl = w.server.url(QStringLiteral("/t/a-topic/42")).toString();
        QVERIFY(w.store.fetch(w.feed, {made}));
        w.article = w.store.ids().first();
        w.server.route(
            QStringLiteral("/t/42.json"),
            answered(200, "application/json",
                     R"({"post_stream":{"posts":[{"id":1,"post_number":1,"cooked":"<p>The article</p>"},
                                  {"id":2,"post_number":2,"topic_id":42,"username":"ada","cooked":"<p>Well</p>",
                                  "created_at":"2026-03-10T08:00:00.000Z","reply_to_post_number":1}]}})"));
        QVERIFY(!w.refresh(When::Due)->offered);
        w.service.setKnownSites(true);
        const auto result = w.refresh(When::Due);
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
        QCOMPARE(w.lines(), QStringList{QStringLiteral("ada/Well/0")});
    }
};

BROADSHEET_TEST_MAIN(SiteCommentServiceTest, QCoreApplication)
#include "sitecommentservice.moc"
