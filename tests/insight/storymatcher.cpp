// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/storymatcher.h"

#include "support/densestories.h"
#include "support/storycorpus.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QSet>

#include <random>

using namespace broadsheet;
using namespace broadsheet::insight;
using namespace broadsheet::test;

class StoryMatcherTest : public QObject
{
    Q_OBJECT

    QList<LabelledText> m_texts;
    const QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-05-10T12:00:00Z"), Qt::ISODate);

    StoryText text(int id, const char *title, double hours = 0, const char *lead = "") const
    {
        StoryText made;
        made.article = ArticleId(id);
        made.key = QByteArray::number(id);
        made.time = m_now.addSecs(qint64(hours * 3600));
        made.title = QString::fromUtf8(title);
        made.lead = QString::fromUtf8(lead);
        return made;
    }
    /** Headlines of other things, so that the rare words of the few under test are rare. */
    QList<StoryText> background() const
    {
        QList<StoryText> texts;
        for (const LabelledText &labelled : m_texts) {
            StoryText made = labelled.text;
            made.article = ArticleId(made.article.value() + 100'000);
            made.time = m_now;
            texts.append(made);
        }
        return texts;
    }
    static QSet<QSet<qint64>> groups(const QList<MatchedStory> &stories)
    {
        QSet<QSet<qint64>> result;
        for (const MatchedStory &story : stories) {
            QSet<qint64> ids;
            for (const StoryMember &member : story.members)
                ids.insert(member.article.value());
            result.insert(ids);
        }
        return result;
    }
    static QList<StoryText> plain(const QList<LabelledText> &texts)
    {
        QList<StoryText> result;
        for (const LabelledText &labelled : texts)
            result.append(labelled.text);
        return result;
    }

    static int feedOf(const LabelledText &text) { return int(hashPart(u'f' + text.text.title) * 30); }

    /** What a store makes of it. */
    struct Kept
    {
        QHash<ArticleId, StoryId> storyOf;
        qint64 next = 1;

        void take(StoryMatcher &matcher, const QList<MatchedStory> &stories)
        {
            for (const MatchedStory &story : stories) {
                for (const ArticleId left : story.left)
                    storyOf.remove(left);
            }
            for (const MatchedStory &story : stories) {
                if (story.members.isEmpty())
                    continue;
                const StoryId id = story.story.isValid() ? story.story : StoryId(next++);
                matcher.setStory(story.members.first().article, id);
                for (StoryId &known : storyOf) {
                    if (story.merged.contains(known))
                        known = id;
                }
                for (const StoryMember &member : story.members)
                    storyOf.insert(member.article, id);
            }
        }
        QHash<ArticleId, int> clusters(const QList<LabelledText> &texts) const
        {
            QHash<ArticleId, int> result;
            for (const LabelledText &labelled : texts) {
                const ArticleId article = labelled.text.article;
                const StoryId id = storyOf.value(article);
                result.insert(article, int(id.isValid() ? id.value() : -article.value()));
            }
            return result;
        }
    };

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void initTestCase()
    {
        m_texts = labelledHeadlines(QStringLiteral(BROADSHEET_TEST_DATA "/stories"));
        QVERIFY(m_texts.size() > 800);
    }

    /** Where few texts are known every word seems rare: one that is shared makes no story. */
    void smallLibrariesKeepApart()
    {
        const auto all = smallLibrariesScore(QStringLiteral(BROADSHEET_TEST_DATA "/stories/small"));
        qInfo("%d texts, precision %.3f recall %.3f", all.texts, all.precision, all.recall);
        QCOMPARE(all.texts, 324);
        QVERIFY(all.precision >= 0.98);
        QVERIFY(all.recall >= 0.98);
        StoryMatcher matcher;
        QVERIFY(matcher
                    .match({text(1, "Council votes to keep night trams"),
                            text(2, "Fishing towns vote to close their own waters")})
                    .isEmpty());
        QCOMPARE(matcher
                     .match({text(3, "Mill Lane bridge closed after lorry strikes parapet", 1),
                             text(4, "Lorry crash shuts Mill Lane bridge in Ashcombe", 2)})
                     .size(),
                 1);
    }

    void headlinesFindTheirStories()
    {
        StoryMatcher matcher;
        const auto clusters = clustersOf(m_texts, matcher.match(plain(m_texts)));
        const auto all = storyScore(m_texts, clusters, [](const LabelledText &) { return true; });
        const auto heldOut = storyScore(m_texts, clusters, isHeldOut);
        qInfo("precision %.3f recall %.3f, held out %.3f %.3f", all.precision, all.recall, heldOut.precision,
              heldOut.recall);
        QVERIFY(all.precision >= 0.96);
        QVERIFY(all.recall >= 0.66);
        QVERIFY(heldOut.precision >= 0.94);
        QVERIFY(heldOut.recall >= 0.60);
    }

    /** A hundred events of one week in the same turns of phrase, under the same few names. */
    void denseNewsStayApart()
    {
        DenseStories news(QStringLiteral(BROADSHEET_TEST_DATA "/stories/dense/events.txt"));
        const auto texts = news.make(160, 120, 4, 1);
        QVERIFY(texts.size() > 1000);
        StoryMatcher matcher;
        const auto score = storyScore(texts, clustersOf(texts, matcher.match(plain(texts))),
                                      [](const LabelledText &) { return true; });
        qInfo("%d texts, precision %.3f recall %.3f", score.texts, score.precision, score.recall);
        QVERIFY(score.precision >= 0.82);
        QVERIFY(score.recall >= 0.80);
    }

    void theOrderOfArrivalIsNothing()
    {
        QList<StoryText> texts = plain(m_texts);
        StoryMatcher first;
        const auto expected = groups(first.match(texts));
        std::mt19937 random(3);
        for (int i = 0; i < 5; ++i) {
            std::ranges::shuffle(texts, random);
            StoryMatcher matcher;
            QCOMPARE(groups(matcher.match(texts)), expected);
        }
    }

    void inPiecesItComesOutNearlyTheSame_data()
    {
        QTest::addColumn<int>("pieces");
        QTest::addColumn<bool>("madeAnew");
        QTest::newRow("a matcher that goes on") << 40 << false;
        QTest::newRow("one made anew each time") << 40 << true;
        QTest::newRow("feed by feed") << 0 << true;
    }
    void inPiecesItComesOutNearlyTheSame()
    {
        QFETCH(int, pieces);
        QFETCH(bool, madeAnew);
        QList<LabelledText> texts = m_texts;
        std::mt19937 random(5);
        std::ranges::shuffle(texts, random);
        if (pieces == 0) {
            std::ranges::stable_sort(texts, {}, [](const LabelledText &text) { return feedOf(text); });
            pieces = 30;
        }
        StoryMatcher matcher;
        Kept kept;
        QList<StoryText> seen;
        for (qsizetype at = 0; at < texts.size(); at += pieces) {
            const auto piece = plain(texts.mid(at, pieces));
            if (madeAnew) {
                matcher = StoryMatcher();
                for (StoryText &known : seen)
                    known.story = kept.storyOf.value(known.article);
                matcher.remember(seen);
            }
            kept.take(matcher, matcher.match(piece));
            seen += piece;
        }
        const auto score =
            storyScore(m_texts, kept.clusters(m_texts), [](const LabelledText &) { return true; });
        qInfo("precision %.3f recall %.3f", score.precision, score.recall);
        QVERIFY(score.precision >= (madeAnew ? 0.94 : 0.92));
        QVERIFY(score.recall >= 0.63);
    }

    /** As many of one firm's news on one day as there are feeds: what they share must not make one story of
     * them. */
    void manyStoriesOfOneNameStayApart()
    {
        const QList<QList<const char *>> events{
            {"Corvana profit rises 12% on cloud sales", "Cloud lifts Corvana quarterly profit by 12 percent",
             "Corvana earnings beat forecasts as cloud sales jump",
             "Corvana Q1 profit up 12%, cloud revenue grows"},
            {"Corvana recalls 2 million laptop chargers over fire risk",
             "Fire risk: Corvana recalls laptop chargers", "Corvana laptop chargers recalled after fires",
             "2 million Corvana chargers recalled for fire hazard"},
            {"Corvana names Ines Maddox chief executive", "Ines Maddox to become new Corvana CEO",
             "Corvana picks Maddox as chief executive", "Who is Ines Maddox, Corvana's new CEO?"},
            {"Judge throws out patent suit against Corvana", "Corvana wins patent trial in Texas court",
             "Texas judge dismisses patent lawsuit against Corvana",
             "Corvana patent suit dismissed by judge"}};
        QList<StoryText> texts = background();
        QHash<ArticleId, int> event;
        int id = 1;
        for (qsizetype i = 0; i < events.size(); ++i) {
            for (const char *title : events[i]) {
                event.insert(ArticleId(id), int(i));
                texts.append(text(id, title, id % 7));
                ++id;
            }
        }
        StoryMatcher matcher;
        const auto stories = matcher.match(texts);
        int together = 0;
        for (const MatchedStory &story : stories) {
            QSet<int> told;
            for (const StoryMember &member : story.members) {
                if (event.contains(member.article))
                    told.insert(event.value(member.article));
            }
            QVERIFY2(told.size() <= 1, "two events of one firm in a story");
            together += told.isEmpty() ? 0 : int(story.members.size());
        }
        QVERIFY2(together >= 12, "tellings of one event that did not find each other");
    }

    /** What comes every day in one form is no event, whoever writes it. */
    void columnsAreNoStories()
    {
        const char *titles[] = {"Your daily horoscope for Monday",
                                "Horoscopes for Monday",
                                "Your horoscope for Monday",
                                "Episode 12",
                                "Episode 311",
                                "Podcast: episode 7",
                                "Morning briefing: Monday",
                                "The Monday briefing",
                                "News quiz: Monday",
                                "Version 5.25.6",
                                "Version 3.8.2"};
        QList<StoryText> texts = background();
        int id = 1;
        for (const char *title : titles) {
            texts.append(text(id, title, id % 5));
            ++id;
        }
        StoryMatcher matcher;
        const auto stories = matcher.match(texts);
        for (const QSet<qint64> &members : groups(stories))
            QVERIFY(std::ranges::none_of(members, [](qint64 member) { return member < 100; }));
    }

    void whoIsAloneAfterwardsHasLeft()
    {
        // A story of the store that holds two things grows, and is made anew. None of the other headlines has
        // a word of the wrong one's, so that there is nothing else to go to.
        StoryMatcher matcher;
        QList<StoryText> known = background();
        StoryText one = text(1, "Harbour bridge of Velmora collapses in storm"),
                  two = text(2, "Velmora storm: harbour bridge collapses"),
                  wrong = text(3, "Weavers of Ostrel dust their looms");
        one.story = two.story = wrong.story = StoryId(7);
        known << one << two << wrong;
        matcher.remember(known);
        const auto stories = matcher.match({text(4, "Storm brings down Velmora harbour bridge", 1),
                                            text(5, "Bridge in Velmora harbour collapses during storm", 1)});
        const auto story = std::ranges::find(stories, StoryId(7), &MatchedStory::story);
        QVERIFY(story != stories.end());
        QCOMPARE(story->members.size(), 4);
        QCOMPARE(story->left, QList<ArticleId>{ArticleId(3)});
    }

    void aNewTellingJoinsAStoryOfTheStore()
    {
        StoryMatcher matcher;
        QList<StoryText> known = background();
        StoryText one = text(1, "Harbour bridge of Velmora collapses in storm");
        StoryText two = text(2, "Velmora harbour bridge collapse: storm blamed");
        one.story = two.story = StoryId(7);
        known << one << two;
        matcher.remember(known);
        const auto stories = matcher.match({text(3, "Storm brings down bridge in Velmora harbour", 2)});
        QCOMPARE(stories.size(), 1);
        QCOMPARE(stories.first().story, StoryId(7));
        QCOMPARE(stories.first().members.size(), 3);
        const StoryMember &third = stories.first().members.last();
        QCOMPARE(third.article, ArticleId(3));
        QVERIFY(third.likeness > 0.2);
        QVERIFY(!third.words.isEmpty());
        QStringList words;
        double share = 0;
        for (const StoryWord &word : third.words) {
            words.append(word.word);
            share += word.share;
        }
        QVERIFY(words.contains(QStringLiteral("Velmora")));
        QVERIFY(share <= 1.0001);
    }

    void whatIsLongPastIsAnotherStory()
    {
        StoryMatcher matcher;
        matcher.remember(background());
        const auto stories = matcher.match({text(1, "Harbour bridge of Velmora collapses in storm"),
                                            text(2, "Harbour bridge of Velmora collapses in storm", -100)});
        QVERIFY(stories.isEmpty());
    }

    void twoStoriesBecomeOne()
    {
        StoryMatcher matcher;
        QList<StoryText> known = background();
        StoryText one = text(1, "Harbour bridge of Velmora collapses"),
                  two = text(2, "Bridge of Velmora harbour collapses");
        one.story = StoryId(7);
        two.story = StoryId(8);
        known << one << two;
        matcher.remember(known);
        const auto stories = matcher.match({text(3, "Velmora: harbour bridge collapses")});
        QCOMPARE(stories.size(), 1);
        QCOMPARE(stories.first().members.size(), 3);
        QCOMPARE(stories.first().merged.size(), 1);
    }

    void whatTheReaderTookOutStaysOut()
    {
        StoryMatcher matcher;
        QList<StoryText> known = background();
        StoryText one = text(1, "Harbour bridge of Velmora collapses"),
                  two = text(2, "Bridge of Velmora harbour collapses");
        one.story = two.story = StoryId(7);
        known << one << two;
        matcher.remember(known);
        StoryText third = text(3, "Velmora: harbour bridge collapses");
        third.apart = {ArticleId(1), ArticleId(2)};
        QVERIFY(matcher.match({third}).isEmpty());
        // It stands alone now, and is not taken back when the story grows.
        const auto stories = matcher.match({text(4, "Velmora harbour bridge collapses in storm", 1)});
        QCOMPARE(groups(stories), (QSet<QSet<qint64>>{{1, 2, 4}}));
    }

    /** The story of two is gone when one of them is taken out; a third telling makes another of one of them.
     */
    void whatWasTakenOutOfTwoStaysOut()
    {
        StoryMatcher matcher;
        QList<StoryText> known = background();
        StoryText one = text(1, "Harbour bridge of Velmora collapses"),
                  two = text(2, "Bridge of Velmora harbour collapses");
        two.apart = {ArticleId(1)};
        known << one << two;
        matcher.remember(known);
        int id = 3;
        for (int round = 0; round < 4; ++round) {
            const auto stories =
                matcher.match({text(id, "Velmora: harbour bridge collapses", round),
                               text(id + 1, "Collapse of a harbour bridge in Velmora", round)});
            id += 2;
            QVERIFY(!stories.isEmpty());
            for (const QSet<qint64> &members : groups(stories))
                QVERIFY(!members.contains(1) || !members.contains(2));
        }
    }

    void emptyTitlesAreNoStory()
    {
        StoryMatcher matcher;
        QVERIFY(matcher.match({text(1, ""), text(2, ""), text(3, "The of"), text(4, "The of")}).isEmpty());
        QVERIFY(matcher.match({}).isEmpty());
    }
};

BROADSHEET_TEST_MAIN(StoryMatcherTest, QCoreApplication)
#include "storymatcher.moc"
