// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRegularExpression>

using namespace broadsheet;
using namespace broadsheet::test;

class StoriesTest : public QObject
{
    Q_OBJECT

    static MatchedStory matched(StoryId story, const QList<ArticleId> &articles)
    {
        MatchedStory made;
        made.story = story;
        for (const ArticleId article : articles)
            made.members.append(
                {article, 0.5, {{QStringLiteral("Velmora"), 0.7}, {QStringLiteral("bridge"), 0.3}}});
        return made;
    }
    /** Two feeds of two articles each, hour by hour. */
    static QList<ArticleId> filled(TestStore &t)
    {
        QList<ArticleId> ids;
        for (int f = 0; f < 2; ++f) {
            const FeedId feed = t.subscribe(f ? "https://b.example/feed" : "https://a.example/feed");
            QList<ParsedEntry> entries;
            for (int i = 0; i < 2; ++i) {
                ParsedEntry made =
                    entry(i ? "1" : "0", i ? "Bridge falls" : "Harbour bridge collapses", "In Velmora.");
                made.summary = QStringLiteral("In Velmora.");
                made.published = t.clock.now().addSecs(-3600 * (2 * i + f + 1));
                entries.append(made);
            }
            ids += t.fetch(feed, entries)->changes.inserted;
        }
        std::ranges::sort(ids);
        return ids;
    }
    QList<StoryId> apply(TestStore &t, const QList<MatchedStory> &stories)
    {
        const auto work = answerOf(t.store->storyWork(72));
        const auto ids = answerOf(t.store->applyStories(stories, work->from, work->until));
        return ids ? *ids : QList<StoryId>();
    }
    static QList<Story> all(TestStore &t)
    {
        return *answerOf(t.store->stories(t.clock.now().addDays(-3), {}));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void whatIsNewIsAskedForOnce()
    {
        TestStore t;
        QVERIFY(t.open());
        const auto ids = filled(t);
        const auto work = answerOf(t.store->storyWork(72));
        QCOMPARE(work->fresh.size(), 4);
        QVERIFY(work->around.isEmpty());
        QCOMPARE(work->fresh.first().lead, QStringLiteral("In Velmora."));
        QVERIFY(answerOf(t.store->applyStories({}, work->from, work->until)).has_value());
        QVERIFY(answerOf(t.store->storyWork(72))->fresh.isEmpty());

        const FeedId third = t.subscribe("https://c.example/feed");
        QVERIFY(t.fetch(third, {entry("9", "Another")}).has_value());
        const auto later = answerOf(t.store->storyWork(72));
        QCOMPARE(later->fresh.size(), 1);
        QCOMPARE(later->around.size(), 4);
        // Who comes late is told, and has written nothing.
        QVERIFY(!answerOf(t.store->applyStories({matched({}, ids)}, 0, 99)).has_value());
        QVERIFY(all(t).isEmpty());
    }

    /** Who keeps what lies around is given no more than what is missing. */
    void whatIsHeldIsNotReadAgain()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId feed = t.subscribe("https://a.example/feed");
        const QDateTime now = t.clock.now();
        int next = 0;
        const auto come = [&](int hoursAgo) {
            ParsedEntry made = entry(QByteArray::number(++next).constData(), "A bridge");
            made.published = now.addSecs(-3600LL * hoursAgo);
            return t.fetch(feed, {made})->changes.inserted.first();
        };
        StoryMemory memory;
        const auto work = [&] {
            const auto found = answerOf(t.store->storyWork(72, memory));
            (void)answerOf(t.store->applyStories({}, found->from, found->until));
            return *found;
        };
        const auto keep = [&](const StoryWork &done) {
            memory = {done.until, done.coveredFrom, memory.more};
        };
        const ArticleId before = come(100), longBefore = come(1000);
        come(1150);
        keep(work());
        memory.from = now.addSecs(-73 * 3600); // as if they had come in another run
        come(0);
        StoryWork done = work();
        QVERIFY(done.continued && done.around.isEmpty());
        keep(done);
        come(26); // what may tell the same begins an hour and a day before what is held
        done = work();
        QVERIFY(done.continued);
        QCOMPARE(done.fresh.size(), 1);
        QCOMPARE(done.around.size(), 1);
        QCOMPARE(done.around.first().article, before);
        keep(done);
        come(26);
        done = work();
        QVERIFY(done.continued && done.around.isEmpty());
        keep(done);
        come(1001); // what lies between is little, too
        done = work();
        QVERIFY(done.continued && !done.beside);
        QCOMPARE(done.around.size(), 1);
        QCOMPARE(done.around.first().article, longBefore);
        keep(done);
        memory.more = 0;
        come(3000); // too much lies between, and so long before nothing of what is held can change
        done = work();
        QVERIFY(!done.continued && done.beside);
        memory.until = done.until;
        come(1100); // too much again, and near
        done = work();
        QVERIFY(!done.continued && !done.beside);
        memory.until = -1; // another process was faster
        come(0);
        done = work();
        QVERIFY(!done.continued && !done.beside);
        QVERIFY(done.around.size() >= 2);
    }

    void aStoryIsKeptWithItsReasons()
    {
        TestStore t;
        QVERIFY(t.open());
        const auto ids = filled(t);
        const auto made = apply(t, {matched({}, {ids[0], ids[2], ids[3]})});
        QCOMPARE(made.size(), 1);
        const auto stories = all(t);
        QCOMPARE(stories.size(), 1);
        const Story &story = stories.first();
        QCOMPARE(story.id, made.first());
        QCOMPARE(story.sources, 2);
        QCOMPARE(story.tellings.size(), 3);
        QVERIFY(story.first < story.last);
        QCOMPARE(story.first, story.tellings.first().headline.sortTime);
        QCOMPARE(story.tellings.first().words.first().word, QStringLiteral("Velmora"));
        QCOMPARE(answerOf(t.store->headlines({ids[0]}))->first().story, story.id);
        QVERIFY(!answerOf(t.store->headlines({ids[1]}))->first().story.isValid());
        QVERIFY(answerOf(t.store->stories(t.clock.now(), {}))->isEmpty());
        QVERIFY(t.reopen());
        QCOMPARE(all(t).size(), 1);
        QVERIFY(t.isWhole());
    }

    /** The list of the stories has each story's tellings together, the one told last first; and is counted. */
    void theViewOfStoriesHoldsThemTogether()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId a = t.subscribe("https://a.example/feed"), b = t.subscribe("https://b.example/feed");
        const auto fetched = [&t](FeedId feed, const QList<int> &hoursAgo) {
            QList<ParsedEntry> entries;
            for (const int hours : hoursAgo) {
                entries.append(entry(QByteArray::number(hours).constData(), "Something"));
                entries.last().published = t.clock.now().addSecs(-3600 * hours);
            }
            QList<ArticleHeadline> rows =
                *answerOf(t.store->headlines(t.fetch(feed, entries)->changes.inserted));
            std::ranges::sort(rows, {}, &ArticleHeadline::sortTime); // the oldest first
            QList<ArticleId> ids;
            for (const ArticleHeadline &row : std::as_const(rows))
                ids.append(row.id);
            return ids;
        };
        const auto ofA = fetched(a, {200, 5, 3, 1}), ofB = fetched(b, {201, 4, 2});
        const auto made = apply(t, {matched({}, {ofA[1], ofB[2]}), matched({}, {ofA[3], ofB[1]}),
                                    matched({}, {ofA[0], ofB[0]}), matched({}, {ofA[2]})});
        QCOMPARE(made.size(), 4);
        ArticleFilter filter;
        filter.view = ArticleFilter::View::Stories;
        for (const bool folded : {false, true}) {
            filter.folded = folded;
            QCOMPARE(*answerOf(t.store->articleIds(filter, -1)),
                     (QList<ArticleId>{ofA[3], ofB[1], ofB[2], ofA[1]}));
            QCOMPARE(*answerOf(t.store->articleIds(filter, 3)), (QList<ArticleId>{ofA[3], ofB[1], ofB[2]}));
        }
        QVERIFY(answerOf(t.store->setRead({ofB[1]}, true)).has_value());
        QCOMPARE(answerOf(t.store->count(filter))->unread, 3);
        QCOMPARE(answerOf(t.store->count(filter))->total, 4);
        const qint64 today = answerOf(t.store->overview())->stories;
        QVERIFY(today <= 2);
        // Two articles of one feed are no story of several.
        QVERIFY(answerOf(t.store->splitFromStory(ofB[1])).has_value());
        QCOMPARE(answerOf(t.store->articleIds(filter, -1))->size(), 2);
        QVERIFY(answerOf(t.store->overview())->stories <= 1);
    }

    /** A question is the story's headline only where nobody says plainly what happened. */
    void thePlainestHeadlineStandsForTheStory()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId feed = t.subscribe("https://a.example/feed");
        const auto ids =
            t.fetch(feed, {entry("1", "Is the bridge of Velmora safe?"), entry("2", "Velmora bridge closes"),
                           entry("3", "Why the bridge closes"), entry("4", "5 things to know of the bridge")})
                ->changes.inserted;
        MatchedStory story = matched({}, ids);
        story.members[0].likeness = 0.9;
        story.members[2].likeness = 0.8;
        story.members[3].likeness = 0.7;
        story.members[1].likeness = 0.56;
        QCOMPARE(apply(t, {story}).size(), 1);
        QCOMPARE(all(t).first().headline, QStringLiteral("Velmora bridge closes"));
        QCOMPARE(all(t).first().tellings[all(t).first().face].headline.title, all(t).first().headline);
    }

    void theLargestOfADaySuffice()
    {
        TestStore t;
        QVERIFY(t.open());
        const auto ids = filled(t);
        const FeedId third = t.subscribe("https://c.example/feed");
        const auto more = t.fetch(third, {entry("9", "Another")})->changes.inserted;
        const auto made = apply(t, {matched({}, {ids[0], ids[1]}), matched({}, {ids[2], ids[3], more[0]})});
        QCOMPARE(made.size(), 2);
        QCOMPARE(all(t).size(), 2);
        const auto largest = answerOf(t.store->stories(t.clock.now().addDays(-3), {}, 1));
        QCOMPARE(largest->size(), 1);
        QCOMPARE(largest->first().id, made[1]);
    }

    void aMergerLeavesOne()
    {
        TestStore t;
        QVERIFY(t.open());
        const auto ids = filled(t);
        const auto made = apply(t, {matched({}, {ids[0], ids[2]}), matched({}, {ids[1], ids[3]})});
        QCOMPARE(made.size(), 2);
        MatchedStory merged = matched(made[0], ids);
        merged.merged = {made[1]};
        QVERIFY(!apply(t, {merged}).isEmpty());
        const auto stories = all(t);
        QCOMPARE(stories.size(), 1);
        QCOMPARE(stories.first().tellings.size(), 4);
        QVERIFY(!answerOf(t.store->story(made[1])).has_value());
    }

    void whoLeftIsInNoStory()
    {
        TestStore t;
        QVERIFY(t.open());
        const auto ids = filled(t);
        const auto made = apply(t, {matched({}, {ids[0], ids[1], ids[2]})});
        MatchedStory changed = matched(made[0], {ids[0], ids[2]});
        changed.left = {ids[1]};
        QCOMPARE(apply(t, {changed}), made);
        QCOMPARE(all(t).first().tellings.size(), 2);
        QVERIFY(!answerOf(t.store->headlines({ids[1]}))->first().story.isValid());
        // Nothing but leavers: the story goes.
        MatchedStory gone;
        gone.story = made[0];
        gone.left = {ids[0]};
        (void)apply(t, {gone});
        QVERIFY(all(t).isEmpty());
    }

    /** Who matches keeps a story's number in mind when all but one have left it. */
    void aStoryOfOneMayGrowAgain()
    {
        TestStore t;
        QVERIFY(t.open());
        const auto ids = filled(t);
        const StoryId story = apply(t, {matched({}, {ids[0], ids[1]})}).value(0);
        MatchedStory rest = matched(story, {ids[0]});
        rest.left = {ids[1]};
        apply(t, {rest});
        QVERIFY(all(t).isEmpty());
        QCOMPARE(apply(t, {matched(story, {ids[0], ids[2]})}), QList{story});
        QCOMPARE(all(t).value(0).tellings.size(), 2);
    }

    void whatIsTakenOutStaysOut()
    {
        TestStore t;
        QVERIFY(t.open());
        const auto ids = filled(t);
        const auto made = apply(t, {matched({}, {ids[0], ids[1], ids[2]})});
        const auto changes = answerOf(t.store->splitFromStory(ids[1]));
        QVERIFY(changes.has_value());
        QCOMPARE(changes->updated.size(), 3);
        QCOMPARE(all(t).first().tellings.size(), 2);
        const FeedId third = t.subscribe("https://c.example/feed");
        QVERIFY(t.fetch(third, {entry("9", "Another")}).has_value());
        const auto work = answerOf(t.store->storyWork(72));
        const auto out = std::ranges::find(work->around, ids[1], &StoryText::article);
        QCOMPARE(out->apart, (QList<ArticleId>{ids[0], ids[2]}));
        // A story of one is none.
        QVERIFY(answerOf(t.store->splitFromStory(ids[0])).has_value());
        QVERIFY(all(t).isEmpty());
        QVERIFY(!answerOf(t.store->splitFromStory(ids[0])).has_value());
    }

    void whatIsTakenOutWhileTheSearchGoesOnStaysOut()
    {
        TestStore t;
        QVERIFY(t.open());
        const auto ids = filled(t);
        const auto made = apply(t, {matched({}, {ids[0], ids[1]})});
        QVERIFY(answerOf(t.store->splitFromStory(ids[1])).has_value());
        QVERIFY(all(t).isEmpty());
        // The search had begun before, and knows nothing of it; and the story has another number now.
        QCOMPARE(apply(t, {matched({}, {ids[0], ids[1], ids[2]})}).size(), 1);
        QCOMPARE(all(t).size(), 1);
        QCOMPARE(all(t).first().tellings.size(), 2);
        QVERIFY(!answerOf(t.store->headlines({ids[1]}))->first().story.isValid());
    }

    void interestsAreSharesOfWhatIsThere()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId feed = t.subscribe("https://a.example/feed");
        QList<ParsedEntry> entries;
        for (int i = 0; i < 4; ++i) {
            entries.append(entry(QByteArray::number(i).constData(), "Title"));
            entries.last().categories = {
                {i < 2 ? QStringLiteral("Space News") : QStringLiteral("Sport"), {}, {}}};
        }
        QVERIFY(t.fetch(feed, entries).has_value());
        const auto ids = t.ids();
        QVERIFY(answerOf(t.store->setRead({ids[0], ids[1], ids[2]}, true)).has_value());
        QVERIFY(answerOf(t.store->setStarred({ids[0]}, true)).has_value());
        const auto found =
            answerOf(t.store->interests({QStringLiteral("Space News"), QStringLiteral("Nothing")}));
        QVERIFY(found.has_value());
        QCOMPARE(found->feeds.size(), 1);
        QCOMPARE(found->feeds.first().read, 0.75);
        QCOMPARE(found->feeds.first().starred, 0.25);
        QCOMPARE(found->tags.size(), 1);
        QCOMPARE(found->tags.first().articles, 2);
    }

    void oneAddressIsStarredOnce()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId one = t.subscribe("https://a.example/feed"),
                     other = t.subscribe("https://b.example/feed");
        QVERIFY(t.fetch(one, {entry("1", "A", "", "https://site.example/page?utm_source=a")}).has_value());
        QVERIFY(t.fetch(other, {entry("2", "A", "", "https://site.example/page")}).has_value());
        const auto ids = t.ids();
        const auto starred = answerOf(t.store->setStarred({ids[0]}, true));
        QCOMPARE(starred->updated.size(), 2);
        const auto undone = answerOf(t.store->undo(starred->change));
        QCOMPARE(undone->articles.updated.size(), 2);

        SubscriptionEdit apart;
        apart.foldDuplicates = false;
        QVERIFY(answerOf(t.store->editSubscription(other, apart)).has_value());
        QVERIFY(!answerOf(t.store->overview())->subscriptions.last().foldDuplicates);
        QCOMPARE(answerOf(t.store->setStarred({ids[0]}, true))->updated.size(), 1);
        QCOMPARE(answerOf(t.store->setRead({ids[0]}, true))->updated.size(), 1);
    }

    void noiseIsNoRevision_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("noise");
        const auto row = [](const char *name, const char *before, const char *after, bool noise) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << noise;
        };
        row("counter", "Words here. 12 comments", "Words here. 13 comments", true);
        row("counter with a colon", "Words here. Views: 1,204", "Words here. Views: 1,377", true);
        row("age", "Words here. Posted 2 hours ago", "Words here. Posted 3 hours ago", true);
        row("stamp", "Updated: 5 May 2026 12:30. Words here.", "Updated: 5 May 2026 14:05. Words here.",
            true);
        row("German stamp", "Zuletzt aktualisiert am 5. Mai 2026 um 12:30 Uhr\nWorte",
            "Zuletzt aktualisiert am 6. Mai 2026 um 09:10 Uhr\nWorte", true);
        row("advert", "One.\nAdvertisement\nTwo.", "One.\nTwo.", true);
        row("stamp of numbers", "Words.\nLast modified: 2026-11-26T10:12:00Z",
            "Words.\nLast modified: 2026-11-27T09:00:00Z", true);
        row("German stamp of numbers", "Worte.\nStand: 26.11.2026, 10:12 Uhr",
            "Worte.\nStand: 26.11.2026, 14:05 Uhr", true);
        row("a line that is a time", "26 Nov 2026, 10:00\nWords.", "26 Nov 2026, 12:30\nWords.", true);
        row("how long it takes", "4 min read\nWords.", "5 min read\nWords.", true);
        row("readers now", "Words.\n1,204 people are reading this", "Words.\n1,377 people are reading this",
            true);
        row("an invitation to read on", "Words.", "Words.\nContinue reading…", true);
        row("buttons", "Words.", "Words.\nFacebook\nTwitter\nE-mail", true);
        row("other articles", "Words.\nRelated articles\nOne thing\nAnother",
            "Words.\nRelated articles\nA new thing\nAnother", true);
        row("where it came from", "Words.", "Words.\nThe post Title appeared first on A site.", true);
        row("quotes", "\"Yes\" - he said...", "“Yes” — he said…", true);
        row("soft hyphen", "Donaudampf", "Donau\u00addampf", true);
        row("a year is a heading", "2025\nWords.", "2026\nWords.", false);
        row("after other articles", "Words.\nRelated news\nOne thing\nIt ended on Friday.",
            "Words.\nRelated news\nOne thing\nIt ended on Monday.", false);
        row("share prices", "Share prices fell.", "Share prices rose.", false);
        row("a toll is news", "The storm killed 17 people.", "The storm killed 21 people.", false);
        row("a word", "He was convicted.", "He was acquitted.", false);
        row("a date in a sentence", "The vote is on 5 May.", "The vote is on 12 May.", false);
        row("a paragraph", "One.\nTwo.", "One.\nTwo.\nThree.", false);
        row("updated their plans", "The firm updated its forecast from 10 to 20.",
            "The firm updated its forecast from 10 to 30.", false);
    }
    void noiseIsNoRevision()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, noise);
        TestStore t;
        QVERIFY(t.open());
        const FeedId feed = t.subscribe("https://a.example/feed");
        ParsedEntry made = entry("1", "Title");
        made.contentText = before;
        QVERIFY(t.fetch(feed, {made}).has_value());
        made.contentText = after;
        QCOMPARE(t.fetch(feed, {made})->updatedArticles, noise ? 0 : 1);
        const auto revisions = answerOf(t.store->revisions(t.ids().first()));
        QCOMPARE(revisions->size(), noise ? 0 : 1);
        if (!noise) {
            QCOMPARE(revisions->first().text, before);
            QVERIFY(revisions->first().bodyChanged);
            QVERIFY(!revisions->first().titleChanged);
        }
    }

    /** Where every word is in more than fifteen hundred articles, those that hold two of them are related. */
    void relatedWithoutRareWords()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId a = t.subscribe("https://a.example/feed"), b = t.subscribe("https://b.example/feed");
        QList<ParsedEntry> common;
        for (int i = 0; i < 1600; ++i)
            common.append(entry(QByteArray::number(i).constData(), i % 2 ? "Weather" : "Tariff"));
        for (int i = 0; i < 1600; ++i)
            common.append(entry(QByteArray::number(2000 + i).constData(), i % 2 ? "Tariff" : "Weather"));
        QVERIFY(t.fetch(b, common).has_value());
        QVERIFY(t.fetch(b, {entry("9000", "Tariff weather")}).has_value());
        const auto own = t.fetch(a, {entry("1", "Weather, tariff")});
        const auto related = answerOf(t.store->related(own->changes.inserted.first(), 5));
        QCOMPARE(related->size(), 1);
        QCOMPARE(related->first().title, QStringLiteral("Tariff weather"));
    }

    /** What came long ago is not found, and does not keep anything else from it. */
    void relatedLooksAtTheLastDays()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId a = t.subscribe("https://a.example/feed"), b = t.subscribe("https://b.example/feed");
        QList<ParsedEntry> old;
        for (int i = 0; i < 100; ++i)
            old.append(entry(QByteArray::number(100 + i).constData(), "Glass octopus"));
        for (int i = 0; i < 900; ++i) // among which that is rare
            old.append(entry(QByteArray::number(1000 + i).constData(), "Trains run late"));
        QVERIFY(t.fetch(b, old).has_value());
        t.clock.advance(std::chrono::hours(24 * 40));
        QVERIFY(t.fetch(b, {entry("2", "A glass octopus again")}).has_value());
        const auto own = t.fetch(a, {entry("1", "Glass octopus seen")});
        const auto related = answerOf(t.store->related(own->changes.inserted.first(), 5));
        QCOMPARE(related->size(), 1);
        QCOMPARE(related->first().title, QStringLiteral("A glass octopus again"));
    }

    void aHeadlineInOtherCapitalsIsNoRevision_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("noise");
        QTest::newRow("capitals") << "Velmora bridge to close"
                                  << "Velmora Bridge to Close" << true;
        QTest::newRow("publisher") << "Velmora bridge to close"
                                   << "Velmora bridge to close | Harbour News" << true;
        QTest::newRow("apostrophe") << "Velmora's bridge" << QStringLiteral("Velmora’s bridge") << true;
        QTest::newRow("toll") << "3 dead in Velmora"
                              << "5 dead in Velmora" << false;
        QTest::newRow("words") << "Velmora bridge to close"
                               << "Velmora bridge stays open" << false;
    }
    void aHeadlineInOtherCapitalsIsNoRevision()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, noise);
        TestStore t;
        QVERIFY(t.open());
        const FeedId feed = t.subscribe("https://a.example/feed");
        ParsedEntry made = entry("1", "", "Words.");
        made.title = before;
        QVERIFY(t.fetch(feed, {made}).has_value());
        made.title = after;
        QCOMPARE(t.fetch(feed, {made})->updatedArticles, noise ? 0 : 1);
        QCOMPARE(answerOf(t.store->headlines({t.ids().first()}))->first().title, after);
    }

    /** In a library of a few articles hardly any word is in many. */
    void relatedShareMoreThanAnOrdinaryWord()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId a = t.subscribe("https://a.example/feed"), b = t.subscribe("https://b.example/feed");
        QList<ParsedEntry> others;
        for (int i = 0; i < 40; ++i)
            others.append(entry(QByteArray::number(i).constData(), "Something",
                                i % 4 == 0 ? "Meanwhile nothing moved." : "Nobody came."));
        others.append(entry("100", "Trains run late", "Snow fell on the octopus of the fair."));
        others.append(entry("101", "A glass case", "It was built for an octopus."));
        QVERIFY(t.fetch(b, others).has_value());
        const auto own = t.fetch(a, {entry("1", "An octopus of glass", "Meanwhile divers filmed it.")});
        const auto related = answerOf(t.store->related(own->changes.inserted.first(), 5));
        QCOMPARE(related->size(), 1);
        QCOMPARE(related->first().title, QStringLiteral("A glass case"));
    }

    void relatedShareRareWords()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId a = t.subscribe("https://a.example/feed"), b = t.subscribe("https://b.example/feed");
        const auto dated = [&t](ParsedEntry made, int days) {
            made.published = t.clock.now().addDays(-days);
            return made;
        };
        const auto own = t.fetch(
            a, {dated(entry("1", "Glass octopus seen off Velmora", "Divers filmed a glass octopus."), 1),
                dated(entry("2", "Octopus again", "The glass octopus came back."), 2)});
        const auto other =
            t.fetch(b, {dated(entry("1", "What is a glass octopus?", "An octopus of glass, nearly."), 3),
                        dated(entry("2", "Old octopus of glass", "Long ago."), 60),
                        dated(entry("3", "Trains run late", "Nothing else to tell."), 1)});
        QVERIFY(own && other);
        ArticleId first;
        for (const ArticleId id : own->changes.inserted) {
            if (answerOf(t.store->headlines({id}))->first().title.startsWith(u'G'))
                first = id;
        }
        const auto related = answerOf(t.store->related(first, 5));
        QStringList titles;
        for (const ArticleHeadline &headline : *related)
            titles.append(headline.title);
        QCOMPARE(titles,
                 (QStringList{QStringLiteral("What is a glass octopus?"), QStringLiteral("Octopus again")}));
        QVERIFY(answerOf(t.store->related(ArticleId(999), 5))->isEmpty());
    }

    void anEditMayCountAsNew()
    {
        TestStore t;
        QVERIFY(t.open());
        const FeedId feed = t.subscribe("https://a.example/feed");
        SubscriptionEdit edit;
        edit.unreadWhenEdited = true;
        QVERIFY(answerOf(t.store->editSubscription(feed, edit)).has_value());
        QVERIFY(t.fetch(feed, {entry("1", "First", "the old words")}).has_value());
        QVERIFY(answerOf(t.store->setRead(t.ids(), true)).has_value());
        QVERIFY(t.fetch(feed, {entry("1", "First", "the new words")}).has_value());
        QVERIFY(answerOf(t.store->headlines(t.ids()))->first().unread);
        QVERIFY(t.isWhole());
    }
};

BROADSHEET_TEST_MAIN(StoriesTest, QCoreApplication)
#include "stories.moc"
