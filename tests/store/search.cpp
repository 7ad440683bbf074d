// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRegularExpression>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

std::unique_ptr<TestStore> library()
{
    auto t = std::make_unique<TestStore>();
    if (!t->open())
        return nullptr;
    const CategoryId news = *answerOf(t->store->ensureCategory({QStringLiteral("News")}));
    const FeedId feed = t->subscribe("https://example.org/feed", news);
    const FeedId other = t->subscribe("https://other.example/rss");
    ParsedEntry fire = entry("1", "Fire in the harbour", "Boats burnt all night. Nobody was hurt.",
                             "https://example.org/fire");
    fire.authors = {{QStringLiteral("Ada Lovelace"), {}, {}, {}}};
    fire.categories = {{QStringLiteral("Harbours"), {}, {}}};
    fire.published = t->clock.now().addDays(-3);
    ParsedEntry cafe = entry("2", "A new café", "It burns its own coffee beside the fire station.");
    cafe.language = QStringLiteral("en-GB");
    cafe.image = QStringLiteral("https://example.org/cafe.jpg");
    cafe.published = t->clock.now().addDays(-2);
    ParsedEntry chinese = entry("3", "北京的天气", "今天下雨，明天晴。");
    chinese.published = t->clock.now().addDays(-1);
    ParsedEntry copy = entry("9", "Harbour fire", "The same story", "http://example.org/fire?utm_source=x");
    if (!t->fetch(feed, {fire, cafe, chinese}) || !t->fetch(other, {copy}))
        return nullptr;
    return t;
}

} // namespace

class SearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void finds_data();
    void finds();
    void findsWhileTyping_data();
    void findsWhileTyping();
    void ordersByRankOrDate();
    void snippetsAreMarked();
    void staysWithinAView();
    void frequentWordsComeInOrderToo();
    void signsOfTheIndexAreOnlyText();
};

void SearchTest::finds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("titles"); // newest first
    const QString fire = QStringLiteral("Fire in the harbour"), cafe = QStringLiteral("A new café"),
                  weather = QStringLiteral("北京的天气"), copy = QStringLiteral("Harbour fire");
    const auto row = [](const char *query, const QStringList &titles) {
        QTest::newRow(query) << QString::fromUtf8(query) << titles;
    };
    row("", {copy, weather, cafe, fire});
    row("fire", {copy, cafe, fire});
    row("FIRE", {copy, cafe, fire});
    row("cafe", {cafe});
    row("burn*", {cafe, fire});
    row("fi*", {copy, cafe, fire});
    row("a*", {cafe}); // one letter is a word
    row("\"fire station\"", {cafe});
    row("\"station fire\"", {});
    row("fire -harbour", {cafe});
    row("-fire", {weather});
    row("hurt OR coffee", {cafe, fire});
    row("(hurt OR coffee) -is:starred", {cafe, fire});
    row("title:fire", {copy, fire});
    row("-title:fire", {weather, cafe});
    row("author:lovelace", {fire});
    row("author:\"ada lovelace\" boats", {fire});
    row("feed:other", {copy});
    row("category:news fire", {cafe, fire});
    row("tag:harbour", {fire});
    row("lang:en", {cafe});
    row("url:example.org/fire", {copy, fire});
    row("is:duplicate", {copy});
    row("is:read", {});
    row("has:image", {cafe});
    row("has:comments", {});
    row("has:quote", {});
    row("label:red", {});
    row("date:2026-03-09", {fire});
    row("date:2026-03-10.. fire", {copy, cafe});
    row("北京", {weather});
    row("京", {weather});
    row("气", {weather});
    row("天气", {weather});
    row("北京天气", {});
    row("\"今天下雨\"", {weather});
    row("title:下雨", {});
    row("++ fire", {copy, cafe, fire});
    row("nothing-of-that", {});
}

void SearchTest::finds()
{
    static const auto t = library();
    QVERIFY(t);
    QFETCH(QString, query);
    QFETCH(QStringList, titles);
    const auto parsed = query::parse(query, t->clock.now());
    QVERIFY(parsed.has_value());
    const auto hits = answerOf(t->store->search(*parsed, 50, store::SearchOrder::Date));
    QVERIFY2(hits.has_value(), hits ? "" : qPrintable(hits.error().detail));
    QStringList found;
    for (const SearchHit &hit : hits.value())
        found.append(hit.headline.title);
    QCOMPARE(found, titles);
    const auto ranked = answerOf(t->store->search(*parsed, 50, store::SearchOrder::Relevance));
    QCOMPARE(ranked->size(), titles.size());
}

void SearchTest::findsWhileTyping_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("titles"); // newest first
    const QString fire = QStringLiteral("Fire in the harbour"), cafe = QStringLiteral("A new café"),
                  weather = QStringLiteral("北京的天气"), copy = QStringLiteral("Harbour fire");
    const auto row = [](const char *query, const QStringList &titles) {
        QTest::newRow(query) << QString::fromUtf8(query) << titles;
    };
    // Two or three letters: beginnings in headlines, authors and tags, whole words anywhere.
    row("fi", {copy, fire});
    row("har", {copy, fire});
    row("CAF", {cafe});
    row("caf\u00e9", {cafe});
    row("lo", {fire}); // Lovelace
    row("own", {cafe});
    row("bo", {});
    row("fire ha", {copy, fire});
    row("fire -ha", {cafe});
    row("coffee OR ha", {copy, cafe, fire});
    // More of them: any word.
    row("fire", {copy, cafe, fire});
    row("burn", {cafe, fire});
    row("boat", {fire});
    row("fi*", {copy, cafe, fire}); // as somebody wants it
    row("title:fi", {copy, fire});
    row("\u5317", {weather});
}

void SearchTest::findsWhileTyping()
{
    static const auto t = library();
    QVERIFY(t);
    QFETCH(QString, query);
    const auto parsed = query::parse(query, t->clock.now(), true);
    QVERIFY(parsed.has_value());
    const auto hits = answerOf(t->store->search(*parsed, 50, store::SearchOrder::Date));
    QVERIFY2(hits.has_value(), hits ? "" : qPrintable(hits.error().detail));
    QStringList found;
    for (const SearchHit &hit : hits.value())
        found.append(hit.headline.title);
    QTEST(found, "titles");
    QCOMPARE(answerOf(t->store->search(*parsed, 50, store::SearchOrder::Relevance))->size(), found.size());
}

void SearchTest::ordersByRankOrDate()
{
    const auto t = library();
    const auto query = query::parse(QStringLiteral("fire"), t->clock.now());
    const auto ranked = answerOf(t->store->search(*query, 2, store::SearchOrder::Relevance));
    QCOMPARE(ranked->size(), 2);
    for (const SearchHit &hit : ranked.value())
        QVERIFY(
            hit.headline.title.contains(QStringLiteral("fire"), Qt::CaseInsensitive)); // headline before text
}

void SearchTest::snippetsAreMarked()
{
    const auto t = library();
    const auto query = query::parse(QStringLiteral("station"), t->clock.now());
    const auto hits = answerOf(t->store->search(*query, 2, store::SearchOrder::Relevance));
    QCOMPARE(hits->first().snippet,
             QString::fromUtf8("It burns its own coffee beside the fire \uE000station\uE001."));
}

void SearchTest::staysWithinAView()
{
    const auto t = library();
    const auto query = query::parse(QStringLiteral("fire"), t->clock.now());
    ArticleFilter today;
    today.view = ArticleFilter::View::Today;
    QCOMPARE(answerOf(t->store->search(*query, 9, store::SearchOrder::Date, today))->size(), 1);
    ArticleFilter news;
    news.category = *answerOf(t->store->ensureCategory({QStringLiteral("News")}));
    QCOMPARE(answerOf(t->store->search(*query, 9, store::SearchOrder::Date, news))->size(), 2);
}

void SearchTest::frequentWordsComeInOrderToo()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QList<ParsedEntry> entries;
    for (int i = 0; i < 1500; ++i) {
        entries.append(entry(QByteArray::number(i).constData(), i % 3 ? "Often" : "Seldom", "everywhere"));
        entries.last().published = t.clock.now().addSecs(-(i * 7919 % 1500));
    }
    QVERIFY(t.fetch(feed, entries).has_value());
    const QList<ArticleId> newest = t.ids();
    for (const char *text : {"everywhere", "eve*", "everywhere is:unread"}) {
        const auto query = query::parse(QString::fromUtf8(text), t.clock.now());
        const auto hits = answerOf(t.store->search(*query, 5, store::SearchOrder::Date));
        QCOMPARE(hits->size(), 5);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(hits->at(i).headline.id, newest[i]);
    }
}

void SearchTest::signsOfTheIndexAreOnlyText()
{
    const auto t = library();
    for (const char *text :
         {"NEAR", "AND", "fire' OR 1=1", "{title}", "^fire", "a%b_c", "url:%", "feed:_", "'"}) {
        const auto query = query::parse(QString::fromUtf8(text), t->clock.now());
        QVERIFY(query.has_value());
        QVERIFY2(answerOf(t->store->search(*query, 9, store::SearchOrder::Relevance)).has_value(), text);
    }
    const auto query = query::parse(QStringLiteral("url:%"), t->clock.now());
    QCOMPARE(answerOf(t->store->search(*query, 9, store::SearchOrder::Date))->size(), 0);
}

BROADSHEET_TEST_MAIN(SearchTest, QCoreApplication)
#include "search.moc"
