// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/storymatcher.h"

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

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void initTestCase()
    {
        m_texts = labelledHeadlines(QStringLiteral(BROADSHEET_TEST_DATA "/stories"));
        QVERIFY(m_texts.size() > 800);
    }

    void headlinesFindTheirStories()
    {
        StoryMatcher matcher;
        const auto clusters = clustersOf(m_texts, matcher.match(plain(m_texts)));
        const auto all = storyScore(m_texts, clusters, [](const LabelledText &) { return true; });
        const auto heldOut = storyScore(m_texts, clusters, isHeldOut);
        qInfo("precision %.3f recall %.3f, held out %.3f %.3f", all.precision, all.recall, heldOut.precision,
              heldOut.recall);
        QVERIFY(all.precision >= 0.90);
        QVERIFY(all.recall >= 0.70);
        QVERIFY(heldOut.precision >= 0.87);
        QVERIFY(heldOut.recall >= 0.65);
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

    void inPiecesItComesOutNearlyTheSame()
    {
        StoryMatcher whole;
        const auto expected = clustersOf(m_texts, whole.match(plain(m_texts)));
        QList<LabelledText> texts = m_texts;
        std::mt19937 random(5);
        std::ranges::shuffle(texts, random);
        StoryMatcher matcher;
        QHash<ArticleId, StoryId> storyOf;
        qint64 next = 1;
        for (qsizetype at = 0; at < texts.size(); at += 40) {
            const auto stories = matcher.match(plain(texts.mid(at, 40)));
            for (const MatchedStory &story : stories) {
                const StoryId id = story.story.isValid() ? story.story : StoryId(next++);
                if (story.members.size() >= 2)
                    matcher.setStory(story.members.first().article, id);
                for (const StoryMember &member : story.members)
                    storyOf.insert(member.article, id);
                for (StoryId &known : storyOf) {
                    if (story.merged.contains(known))
                        known = id;
                }
            }
        }
        // The stories found in one go taken as the truth.
        QList<LabelledText> against = m_texts;
        QHash<ArticleId, int> pieces;
        for (LabelledText &labelled : against) {
            labelled.story = QString::number(expected.value(labelled.text.article));
            const StoryId id = storyOf.value(labelled.text.article);
            pieces.insert(labelled.text.article,
                          int(id.isValid() ? id.value() : -labelled.text.article.value()));
        }
        const auto score = storyScore(against, pieces, [](const LabelledText &) { return true; });
        qInfo("in pieces of 40, any order: precision %.3f recall %.3f against all at once", score.precision,
              score.recall);
        QVERIFY(score.precision >= 0.88);
        QVERIFY(score.recall >= 0.85);
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
        third.apart = {StoryId(7)};
        QVERIFY(matcher.match({third}).isEmpty());
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
