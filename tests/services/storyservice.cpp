// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/storyservice.h"

#include "services/libraryevents.h"
#include "services/workers.h"
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace broadsheet;
using namespace broadsheet::test;

class StoryServiceTest : public QObject
{
    Q_OBJECT

    struct World
    {
        TestStore t;
        LibraryEvents events;
        Workers workers;
        StoryService stories{*t.store, workers, events, t.clock};
    };
    template <typename T>
    static T waited(QFuture<T> future)
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
        return future.result();
    }
    static ParsedEntry telling(World &w, const char *id, const char *title, int minutesAgo)
    {
        ParsedEntry made = entry(id, title);
        made.published = w.t.clock.now().addSecs(-60 * minutesAgo);
        return made;
    }
    static void background(World &w)
    {
        const FeedId feed = w.t.subscribe("https://noise.example/feed");
        QList<ParsedEntry> entries;
        const char *titles[] = {"Council approves new tram line",     "Rain expected over the weekend",
                                "Chess prodigy wins in Tarvena",      "Museum reopens after long repairs",
                                "Fuel prices steady before holidays", "Choir festival draws crowds",
                                "Beekeepers worry about late frost",  "Old lighthouse gets a new lamp",
                                "School meals to be free next year"};
        int i = 0;
        for (const char *title : titles) {
            const QByteArray id = QByteArray::number(i);
            entries.append(telling(w, id.constData(), title, 30 * ++i));
        }
        QVERIFY(w.t.fetch(feed, entries).has_value());
    }
    static QList<Story> today(World &w)
    {
        return *waited(w.stories.stories(w.t.clock.now().addDays(-1), {}));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void articlesThatTellOneEventAreAStory()
    {
        World w;
        QVERIFY(w.t.open());
        background(w);
        const FeedId a = w.t.subscribe("https://a.example/feed"), b = w.t.subscribe("https://b.example/feed");
        QVERIFY(w.t.fetch(a, {telling(w, "1", "Harbour bridge in Velmora collapses during storm", 50)})
                    .has_value());
        QVERIFY(
            w.t.fetch(b, {telling(w, "1", "Velmora bridge collapse: storm brings down harbour crossing", 40)})
                .has_value());
        QSignalSpy changed(&w.stories, &StoryService::storiesChanged);
        // Rows of a list say in how many feeds the story is, the sidebar how many stories there are.
        QSignalSpy rows(&w.events, &LibraryEvents::articlesChanged);
        QSignalSpy library(&w.events, &LibraryEvents::libraryChanged);
        QCOMPARE(*waited(w.stories.update()), 11);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().first().value<ArticleChanges>().updated.size(), 2);
        QCOMPARE(library.size(), 1);
        auto stories = today(w);
        QCOMPARE(stories.size(), 1);
        QCOMPARE(stories.first().sources, 2);
        const StoryId id = stories.first().id;

        // A third telling, later, joins it; nothing else is looked at.
        const FeedId c = w.t.subscribe("https://c.example/feed");
        QVERIFY(
            w.t.fetch(c, {telling(w, "1", "Storm: Velmora's harbour bridge has collapsed", 5)}).has_value());
        QCOMPARE(*waited(w.stories.update()), 1);
        stories = today(w);
        QCOMPARE(stories.size(), 1);
        QCOMPARE(stories.first().id, id);
        QCOMPARE(stories.first().sources, 3);
        QVERIFY(stories.first().weight > 0);
        QCOMPARE(*waited(w.stories.update()), 0);
    }

    /** A sync on its own does not read three days of articles again for each that is new. */
    void aHandfulWaitsWhereMuchLiesAround()
    {
        World w;
        QVERIFY(w.t.open());
        background(w);
        QCOMPARE(*waited(w.stories.updateIfCheap()), 9); // little lies around
        const FeedId a = w.t.subscribe("https://a.example/feed"), b = w.t.subscribe("https://b.example/feed");
        QList<ParsedEntry> entries;
        for (int i = 0; i < 1600; ++i) {
            const QByteArray word = "word" + QByteArray::number(i);
            entries.append(telling(w, word.constData(), word.constData(), i % 600));
        }
        QVERIFY(w.t.fetch(a, entries).has_value());
        QCOMPARE(*waited(w.stories.updateIfCheap()), 1600); // much is new
        QVERIFY(w.t.fetch(b, {telling(w, "1", "Storm in Velmora", 5)}).has_value());
        QCOMPARE(*waited(w.stories.updateIfCheap()), 0); // one is, among 1,600
        QCOMPARE(*waited(w.stories.update()), 1);        // who looks finds it
        QCOMPARE(*waited(w.stories.updateIfCheap()), 0);
    }

    void askingTwiceWaitsForOneEnd()
    {
        World w;
        QVERIFY(w.t.open());
        background(w);
        auto one = w.stories.update(), other = w.stories.update();
        QVERIFY(waited(one).has_value());
        QVERIFY(waited(other).has_value());
    }

    void splittingIsTold()
    {
        World w;
        QVERIFY(w.t.open());
        background(w);
        const FeedId a = w.t.subscribe("https://a.example/feed"), b = w.t.subscribe("https://b.example/feed");
        const auto one =
            w.t.fetch(a, {telling(w, "1", "Harbour bridge in Velmora collapses during storm", 50)});
        QVERIFY(
            w.t.fetch(b, {telling(w, "1", "Harbour bridge in Velmora collapses in storm", 40)}).has_value());
        QVERIFY(waited(w.stories.update()).has_value());
        QCOMPARE(today(w).size(), 1);
        QSignalSpy told(&w.events, &LibraryEvents::articlesChanged);
        QVERIFY(waited(w.stories.split(one->changes.inserted.first())).has_value());
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(today(w).isEmpty());
    }

    /** The story of two goes when one is taken out; what comes later makes another, without bringing the two
     * together. */
    void whatWasTakenOutStaysOutOfLaterStories()
    {
        World w;
        QVERIFY(w.t.open());
        background(w);
        const FeedId a = w.t.subscribe("https://a.example/feed"), b = w.t.subscribe("https://b.example/feed");
        const auto one =
            w.t.fetch(a, {telling(w, "1", "Harbour bridge in Velmora collapses during storm", 50)});
        const auto other =
            w.t.fetch(b, {telling(w, "1", "Harbour bridge in Velmora collapses in storm", 40)});
        QVERIFY(one && other);
        QVERIFY(waited(w.stories.update()).has_value());
        QVERIFY(waited(w.stories.split(other->changes.inserted.first())).has_value());
        for (int i = 0; i < 3; ++i) {
            const FeedId later =
                w.t.subscribe(QByteArray("https://c" + QByteArray::number(i) + ".example/feed").constData());
            QVERIFY(
                w.t.fetch(later, {telling(w, "1", "Storm: harbour bridge in Velmora has collapsed", 30 - i)})
                    .has_value());
            QVERIFY(waited(w.stories.update()).has_value());
            const auto stories = today(w);
            QVERIFY(!stories.isEmpty());
            for (const Story &story : stories) {
                int ofTheTwo = 0;
                for (const StoryTelling &found : story.tellings)
                    ofTheTwo += found.headline.feed == a || found.headline.feed == b;
                QVERIFY(ofTheTwo < 2);
            }
        }
    }
};

BROADSHEET_TEST_MAIN(StoryServiceTest, QCoreApplication)
#include "storyservice.moc"
