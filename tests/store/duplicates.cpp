// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that several feeds have: read and starred once, and one row.
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRegularExpression>

#include <random>

using namespace broadsheet;
using namespace broadsheet::test;

class DuplicatesTest : public QObject
{
    Q_OBJECT

    static ArticleFilter folded(ArticleFilter filter = {})
    {
        filter.folded = true;
        return filter;
    }
    static ArticleFilter unread(CategoryId category = {})
    {
        ArticleFilter filter;
        filter.view = ArticleFilter::View::Unread;
        filter.category = category;
        return folded(filter);
    }
    static ParsedEntry page(const char *id, const char *url, QDateTime published = {})
    {
        ParsedEntry made = entry(id, "Bridge falls", "In Velmora.", url);
        made.published = published;
        return made;
    }
    static ArticleHeadline headline(TestStore &t, ArticleId id)
    {
        return answerOf(t.store->headlines({id}))->first();
    }
    /** Whether the second article is taken for the first, which another feed has. */
    static bool isSame(const ParsedEntry &first, const ParsedEntry &second)
    {
        TestStore t;
        if (!t.open())
            return false;
        (void)t.fetch(t.subscribe("https://a.example/feed"), {first});
        (void)t.fetch(t.subscribe("https://b.example/feed"), {second});
        return t.ids().size() == 2 && t.ids(folded()).size() == 1;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void whatIsTheSame_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("otherId");
        QTest::addColumn<QString>("otherUrl");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *name, const char *id, const char *url, const char *otherId,
                            const char *otherUrl,
                            bool same) { QTest::newRow(name) << id << url << otherId << otherUrl << same; };
        row("one address", "1", "https://site.example/a", "2", "http://www.site.example/a/?utm_source=x",
            true);
        row("another", "1", "https://site.example/a", "2", "https://site.example/b", false);
        row("a home page", "1", "https://site.example/", "2", "https://site.example/", false);
        row("one id of the world", "tag:site.example,2026:1234", "https://site.example/a",
            "tag:site.example,2026:1234", "https://collector.example/out/77", true);
        row("a uuid", "urn:uuid:0b6f0f2e-6f0c-4b5a-9c51-aaaaaaaaaaaa", "https://site.example/a",
            "urn:uuid:0b6f0f2e-6f0c-4b5a-9c51-aaaaaaaaaaaa", "https://collector.example/out/77", true);
        row("a number is nobody's", "1042", "https://site.example/a", "1042", "https://other.example/b",
            false);
        row("the id is the address of the other", "https://site.example/a",
            "https://collector.example/out/77", "9", "https://site.example/a", true);
        row("the other way round", "9", "https://site.example/a", "https://site.example/a",
            "https://collector.example/out/77", true);
        row("ids without addresses", "tag:site.example,2026:1234", "", "tag:site.example,2026:1234", "",
            true);
    }
    void whatIsTheSame()
    {
        QFETCH(QString, id);
        QFETCH(QString, url);
        QFETCH(QString, otherId);
        QFETCH(QString, otherUrl);
        QFETCH(bool, same);
        QCOMPARE(isSame(page(id.toUtf8().constData(), url.toUtf8().constData()),
                        page(otherId.toUtf8().constData(), otherUrl.toUtf8().constData())),
                 same);
    }

    void oneRowForWhatSeveralFeedsHave()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId one = t.subscribe("https://a.example/feed"),
                     other = t.subscribe("https://b.example/feed");
        SubscriptionEdit named;
        named.customTitle = QStringLiteral("The Meridian");
        QVERIFY(answerOf(t.store->editSubscription(one, named)).has_value());
        named.customTitle = QStringLiteral("Harbour News");
        QVERIFY(answerOf(t.store->editSubscription(other, named)).has_value());
        // The later one is newer, and still does not take the place of what the reader has seen.
        const ArticleId first =
            t.fetch(one, {page("1", "https://site.example/a", t.clock.now().addSecs(-7200))})
                ->changes.inserted.first();
        const ArticleId second =
            t.fetch(other, {page("2", "https://site.example/a", t.clock.now().addSecs(-60))})
                ->changes.inserted.first();
        QCOMPARE(t.ids().size(), 2);
        QCOMPARE(t.ids(folded()), QList<ArticleId>{first});
        QCOMPARE(answerOf(t.store->articleIds(folded(), 10)).value(), QList<ArticleId>{first});
        QCOMPARE(headline(t, first).alsoIn, QStringList{QStringLiteral("Harbour News")});
        QCOMPARE(headline(t, second).alsoIn, QStringList{QStringLiteral("The Meridian")});
        // A feed's own view shows what it has.
        ArticleFilter own;
        own.feed = other;
        QCOMPARE(t.ids(folded(own)), QList<ArticleId>{second});

        auto overview = *answerOf(t.store->overview());
        QCOMPARE(overview.unread - overview.folded.unread, 1);
        QCOMPARE(overview.today - overview.folded.today, qint64(t.ids(unread()).size()));
        QCOMPARE(answerOf(t.store->count(folded()))->unread, 1);
        QCOMPARE(answerOf(t.store->count({}))->unread, 2);

        // Read once, read everywhere; and back.
        const auto read = answerOf(t.store->setRead({first}, true));
        QCOMPARE(read->updated, (QList<ArticleId>{first, second}));
        QVERIFY(t.ids(unread()).isEmpty());
        QCOMPARE(answerOf(t.store->overview())->unread, 0);
        QVERIFY(answerOf(t.store->undo(read->change)).has_value());
        QCOMPARE(t.ids(unread()), QList<ArticleId>{first});

        // Switched off for one of them, each is a thing of its own.
        SubscriptionEdit apart;
        apart.foldDuplicates = false;
        QVERIFY(answerOf(t.store->editSubscription(other, apart)).has_value());
        QCOMPARE(t.ids(folded()).size(), 2);
        QVERIFY(headline(t, first).alsoIn.isEmpty());
        overview = *answerOf(t.store->overview());
        QCOMPARE(overview.folded.unread, 0);
        QVERIFY(t.isWhole());
    }

    void whenTheEarlierGoesTheLaterStands()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId one = t.subscribe("https://a.example/feed"),
                     other = t.subscribe("https://b.example/feed");
        QVERIFY(t.fetch(one, {page("1", "https://site.example/a")}).has_value());
        const ArticleId second =
            t.fetch(other, {page("2", "https://site.example/a")})->changes.inserted.first();
        QVERIFY(answerOf(t.store->unsubscribe(one)).has_value());
        QCOMPARE(t.ids(folded()), QList<ArticleId>{second});
        QVERIFY(headline(t, second).alsoIn.isEmpty());
        QCOMPARE(answerOf(t.store->overview())->folded.unread, 0);
    }

    void categoriesCountWhatTheyShow()
    {
        TestStore t;
        QVERIFY(t.open());
        const CategoryId news = *answerOf(t.store->ensureCategory({QStringLiteral("News")}));
        const CategoryId local =
            *answerOf(t.store->ensureCategory({QStringLiteral("News"), QStringLiteral("Local")}));
        const CategoryId tech = *answerOf(t.store->ensureCategory({QStringLiteral("Tech")}));
        const QList<FeedId> feeds{
            t.subscribe("https://a.example/feed", news), t.subscribe("https://b.example/feed", local),
            t.subscribe("https://c.example/feed", tech), t.subscribe("https://d.example/feed", tech)};
        for (const FeedId feed : feeds)
            QVERIFY(
                t.fetch(feed, {page(QByteArray::number(feed.value()).constData(), "https://site.example/a")})
                    .has_value());
        const auto overview = *answerOf(t.store->overview());
        QCOMPARE(t.ids(unread()).size(), 1);
        QCOMPARE(overview.folded.unread, 3);
        QCOMPARE(t.ids(unread(news)).size(), 1);
        QCOMPARE(overview.folded.unreadOf.value(news), 1);
        QCOMPARE(t.ids(unread(local)).size(), 1);
        QCOMPARE(overview.folded.unreadOf.value(local), 0);
        // Neither of the two is the first of all, and still the shelf shows one row.
        QCOMPARE(t.ids(unread(tech)).size(), 1);
        QCOMPARE(overview.folded.unreadOf.value(tech), 1);
    }

    /** Whatever is done, each view has as many rows as its count says. */
    void countsStayTrue()
    {
        TestStore t;
        QVERIFY(t.open());
        std::mt19937 random(11);
        const auto below = [&random](int n) { return int(random() % unsigned(n)); };
        QList<CategoryId> shelves{{}};
        for (const char *name : {"A", "B"})
            shelves.append(*answerOf(t.store->ensureCategory({QString::fromUtf8(name)})));
        shelves.append(*answerOf(t.store->ensureCategory({QStringLiteral("A"), QStringLiteral("Below")})));
        QList<FeedId> feeds;
        for (int i = 0; i < 8; ++i)
            feeds.append(t.subscribe(("https://f" + QByteArray::number(i) + ".example/feed").constData(),
                                     shelves[below(4)]));
        for (int round = 0; round < 40; ++round) {
            const FeedId feed = feeds[below(8)];
            switch (below(5)) {
            case 0:
            case 1: {
                QList<ParsedEntry> entries;
                for (int i = 0; i < 4; ++i) {
                    const QByteArray number = QByteArray::number(below(25));
                    entries.append(page(number.constData(), ("https://site.example/p" + number).constData(),
                                        t.clock.now().addSecs(-3600 * below(60))));
                }
                (void)t.fetch(feed, entries);
                break;
            }
            case 2: {
                SubscriptionEdit edit;
                edit.foldDuplicates = below(3) > 0;
                (void)answerOf(t.store->editSubscription(feed, edit));
                break;
            }
            default:
                if (const auto ids = t.ids(); !ids.isEmpty()) {
                    (void)answerOf(t.store->setRead({ids[below(int(ids.size()))]}, below(3) > 0));
                    (void)answerOf(t.store->setStarred({ids[below(int(ids.size()))]}, below(2) > 0));
                }
            }
            const auto overview = *answerOf(t.store->overview());
            QCOMPARE(overview.unread - overview.folded.unread, qint64(t.ids(unread()).size()));
            ArticleFilter starred;
            starred.view = ArticleFilter::View::Starred;
            QCOMPARE(overview.starred - overview.folded.starred, qint64(t.ids(folded(starred)).size()));
            QCOMPARE(answerOf(t.store->count(folded(starred)))->total, qint64(t.ids(folded(starred)).size()));
            ArticleFilter today;
            today.view = ArticleFilter::View::Today;
            today.unreadOnly = true;
            QCOMPARE(overview.today - overview.folded.today, qint64(t.ids(folded(today)).size()));
            for (const CategoryId shelf : std::as_const(shelves)) {
                const qint64 rows = t.ids(unread(shelf)).size();
                QCOMPARE(answerOf(t.store->count(unread(shelf)))->unread, rows);
                // The first rows are folded as all of them are.
                const auto first = *answerOf(t.store->articleIds(unread(shelf), 3));
                QCOMPARE(first, t.ids(unread(shelf)).mid(0, 3));
                if (!shelf.isValid())
                    continue;
                qint64 counted = -overview.folded.unreadOf.value(shelf);
                for (const Subscription &feedOf : overview.subscriptions) {
                    const bool belowA = shelf == shelves[1] && feedOf.category == shelves[3];
                    counted += feedOf.category == shelf || belowA ? feedOf.count.unread : 0;
                }
                QCOMPARE(counted, rows);
            }
        }
        QVERIFY(t.isWhole());
    }

    void aRedirectTellsThatTwoAreOne()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId one = t.subscribe("https://a.example/feed"),
                     other = t.subscribe("https://b.example/feed");
        const ArticleId first = t.fetch(one, {page("1", "https://site.example/a")})->changes.inserted.first();
        const ArticleId second =
            t.fetch(other, {page("2", "https://go.example/x7")})->changes.inserted.first();
        QVERIFY(answerOf(t.store->setRead({first}, true)).has_value());
        QVERIFY(headline(t, second).unread);
        const auto changes =
            answerOf(t.store->setPage(second, QUrl(QStringLiteral("https://site.example/a"))));
        QCOMPARE(changes->updated, (QList<ArticleId>{first, second}));
        QVERIFY(!headline(t, second).unread);
        QCOMPARE(t.ids(folded()), QList<ArticleId>{first});
        // Once is enough, and who comes by the same way later is known.
        QVERIFY(
            answerOf(t.store->setPage(second, QUrl(QStringLiteral("https://site.example/a"))))->isEmpty());
        const FeedId third = t.subscribe("https://c.example/feed");
        QVERIFY(t.fetch(third, {page("3", "https://go.example/x7")}).has_value());
        QCOMPARE(t.ids(folded()), QList<ArticleId>{first});
        QVERIFY(t.isWhole());
    }

    void aPageThatAllOfAFeedLeadToIsNone()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId feed = t.subscribe("https://a.example/feed");
        const auto ids =
            t.fetch(feed, {page("1", "https://site.example/a"), page("2", "https://site.example/b")})
                ->changes.inserted;
        const QUrl login(QStringLiteral("https://site.example/login"));
        (void)answerOf(t.store->setPage(ids[0], login));
        (void)answerOf(t.store->setPage(ids[1], login));
        QCOMPARE(t.ids(folded()).size(), 2);
    }

    void whatAFeedGivesToSeveralEntriesIsNoName()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId one = t.subscribe("https://a.example/feed"),
                     other = t.subscribe("https://b.example/feed");
        const QList<ParsedEntry> log{page("v2", "https://site.example/changes"),
                                     page("v1", "https://site.example/changes")};
        QVERIFY(t.fetch(one, log).has_value());
        QVERIFY(t.fetch(other, log).has_value());
        QCOMPARE(t.ids(folded()).size(), 4);
    }

    void moreOfACategoryTellsNothingTwice()
    {
        TestStore t;
        QVERIFY(t.open());
        const CategoryId news = *answerOf(t.store->ensureCategory({QStringLiteral("News")}));
        const FeedId one = t.subscribe("https://a.example/feed", news),
                     other = t.subscribe("https://b.example/feed", news);
        const QList<ParsedEntry> both{page("1", "https://site.example/open"),
                                      page("2", "https://site.example/b")};
        QVERIFY(t.fetch(one, both).has_value());
        QVERIFY(t.fetch(other, both).has_value());
        const ArticleId open =
            t.fetch(one, {page("3", "https://site.example/story")})->changes.inserted.first();
        const ArticleId told =
            t.fetch(other, {page("4", "https://site.example/told")})->changes.inserted.first();
        const auto work = answerOf(t.store->storyWork(72));
        MatchedStory story;
        story.members = {{open, 0.5, {}}, {told, 0.5, {}}};
        QVERIFY(answerOf(t.store->applyStories({story}, work->from, work->until)).has_value());
        QCOMPARE(headline(t, open).storySources, 2);
        const auto more = *answerOf(t.store->moreFromCategory(open, 5));
        QStringList pages;
        for (const ArticleHeadline &row : more)
            pages.append(row.url.path());
        pages.sort();
        QCOMPARE(pages, (QStringList{QStringLiteral("/b"), QStringLiteral("/open")}));
        // The tellings, as a list.
        ArticleFilter tellings;
        tellings.story = headline(t, open).story;
        QCOMPARE(t.ids(folded(tellings)), (QList<ArticleId>{told, open}));
        QCOMPARE(answerOf(t.store->count(folded(tellings)))->unread, 2);
    }

    void versionsAreTold()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId feed = t.subscribe("https://a.example/feed");
        QVERIFY(t.fetch(feed, {entry("1", "Storm nears", "It comes at noon.")}).has_value());
        const ArticleId id = t.ids().first();
        const QDateTime start = t.clock.now();
        QVERIFY(headline(t, id).titleBefore.isEmpty());
        t.clock.advance(std::chrono::hours(1));
        QVERIFY(t.fetch(feed, {entry("1", "Storm is here", "It comes at noon.")}).has_value());
        t.clock.advance(std::chrono::hours(1));
        QVERIFY(t.fetch(feed, {entry("1", "Storm is here", "It came at two.")}).has_value());
        const auto versions = answerOf(t.store->versions(id));
        QCOMPARE(versions->size(), 3);
        QCOMPARE(versions->at(0).title, QStringLiteral("Storm nears"));
        QCOMPARE(versions->at(0).since, start);
        QCOMPARE(versions->at(1).text, QStringLiteral("It comes at noon."));
        QCOMPARE(versions->at(1).since, start.addSecs(3600));
        QCOMPARE(versions->at(2).text, QStringLiteral("It came at two."));
        QCOMPARE(versions->at(2).since, start.addSecs(7200));
        QVERIFY(headline(t, id).edited);
        QCOMPARE(headline(t, id).titleBefore, QStringLiteral("Storm nears"));
        QVERIFY(!answerOf(t.store->versions(ArticleId(99))).has_value());
    }
};

BROADSHEET_TEST_MAIN(DuplicatesTest, QCoreApplication)
#include "duplicates.moc"
