// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/storyranking.h"

#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;
using namespace broadsheet::insight;

class StoryRankingTest : public QObject
{
    Q_OBJECT
    const QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-05-10T12:00:00Z"), Qt::ISODate);

    Story story(int id, const QList<int> &feeds, double hoursAgo) const
    {
        Story made;
        made.id = StoryId(id);
        made.last = m_now.addSecs(-qint64(hoursAgo * 3600));
        made.sources = int(feeds.size());
        for (const int feed : feeds) {
            StoryTelling telling;
            telling.headline.feed = FeedId(feed);
            made.tellings.append(telling);
        }
        return made;
    }
    static QList<qint64> order(const QList<Story> &stories)
    {
        QList<qint64> ids;
        for (const Story &story : stories)
            ids.append(story.id.value());
        return ids;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void moreSourcesAndFresherComeFirst()
    {
        const auto ranked = rankedStories(
            {story(1, {1, 2}, 1), story(2, {1, 2, 3, 4}, 1), story(3, {1, 2, 3, 4}, 30)}, {}, m_now);
        QCOMPARE(order(ranked), (QList<qint64>{2, 1, 3}));
        QVERIFY(!ranked.first().ofInterest);
    }

    void whatTheReaderStarsRises()
    {
        const QList<Story> stories{story(1, {1, 2}, 1), story(2, {3, 4}, 1)};
        const ReaderInterests interests{
            {{FeedId(1), 0.1, 0}, {FeedId(2), 0.1, 0}, {FeedId(3), 0.9, 0.2}, {FeedId(4), 0.9, 0.2}}, {}};
        QCOMPARE(order(rankedStories(stories, interests, m_now)), (QList<qint64>{2, 1}));
        QVERIFY(rankedStories(stories, interests, m_now).first().ofInterest);
        QCOMPARE(order(rankedStories({stories[1], stories[0]}, {}, m_now)), (QList<qint64>{2, 1}));
    }

    void whoReadsEverythingHasNoFavourites()
    {
        const auto ranked =
            rankedStories({story(1, {1, 2}, 1)}, {{{FeedId(1), 1, 0}, {FeedId(2), 1, 0}}, {}}, m_now);
        QVERIFY(!ranked.first().ofInterest);
    }

    void whatTheReaderStarsOfATagRises()
    {
        QList<Story> stories{story(1, {1, 2}, 1), story(2, {1, 2}, 1), story(3, {1, 2}, 1)};
        stories[0].tellings[0].headline.tags = {QStringLiteral("Sport")};
        stories[1].tellings[1].headline.tags = {QStringLiteral("News"), QStringLiteral("Space")};
        stories[2].tellings[0].headline.tags = {QStringLiteral("Rare")};
        QCOMPARE(tagsOf(stories), (QStringList{QStringLiteral("News"), QStringLiteral("Rare"),
                                               QStringLiteral("Space"), QStringLiteral("Sport")}));
        const ReaderInterests interests{{{FeedId(1), 0.4, 0}, {FeedId(2), 0.4, 0}},
                                        {{QStringLiteral("Sport"), 60, 0, 0},
                                         {QStringLiteral("News"), 200, 0.4, 0},
                                         {QStringLiteral("Space"), 40, 0.9, 0.1},
                                         {QStringLiteral("Rare"), 2, 1, 1}}};
        const auto ranked = rankedStories(stories, interests, m_now);
        QCOMPARE(order(ranked), (QList<qint64>{2, 3, 1}));
        QCOMPARE(ranked[0].likedTag, QStringLiteral("Space"));
        // Two articles are no liking.
        QVERIFY(ranked[1].likedTag.isEmpty());
        QVERIFY(ranked[1].weight > ranked[2].weight);
        // Switched off, nothing of it counts.
        QCOMPARE(rankedStories(stories, {}, m_now)[0].weight, rankedStories(stories, {}, m_now)[2].weight);
    }
};

BROADSHEET_TEST_MAIN(StoryRankingTest, QCoreApplication)
#include "storyranking.moc"
