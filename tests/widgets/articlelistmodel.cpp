// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/articlelistmodel.h"
#include "fakeheadlines.h"
#include "services/libraryevents.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "widgets/articles/cardtext.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace broadsheet;

class ArticleListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_source = std::make_unique<test::FakeHeadlines>();
        m_events = std::make_unique<LibraryEvents>();
        m_model = std::make_unique<ArticleListModel>(*m_source, *m_events, m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void opensWithTheFirstIdsThenTheRest()
    {
        m_source->fill(1000, m_clock.now());
        QSignalSpy opened(m_model.get(), &ArticleListModel::opened);
        m_model->open({});
        QVERIFY(m_model->isLoading());
        m_source->answerOne();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(m_model->rowCount(), 256);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_source->answerAll();
        QCOMPARE(m_model->rowCount(), 1000);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 256);
        QCOMPARE(m_model->idAt(0), ArticleId(1000));
        QCOMPARE(m_model->idAt(999), ArticleId(1));
        QCOMPARE(m_model->rowOf(ArticleId(400)), 600);
    }

    /** Where a row belongs among the stories the store says, not the row's own time. */
    void storiesAreReadAnew()
    {
        m_source->fill(4, m_clock.now());
        ArticleFilter stories;
        stories.view = ArticleFilter::View::Stories;
        m_source->order = {ArticleId(4), ArticleId(1), ArticleId(3)};
        m_model->open(stories);
        m_source->answerAll();
        QCOMPARE(m_model->rowCount(), 3);
        m_source->order = {ArticleId(3), ArticleId(2), ArticleId(4), ArticleId(1)};
        ArticleChanges changes;
        changes.updated = {ArticleId(2), ArticleId(3)};
        Q_EMIT m_events->articlesChanged(changes);
        m_source->answerAll();
        QList<ArticleId> rows;
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows.append(m_model->idAt(row));
        QCOMPARE(rows, m_source->order);
    }

    void dropsAnswersToAnEarlierView()
    {
        m_source->fill(3, m_clock.now());
        m_source->articles[ArticleId(2)].feed = FeedId(2);
        m_model->open({});
        ArticleFilter other;
        other.feed = FeedId(2);
        m_model->open(other);
        m_source->answerAll();
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->idAt(0), ArticleId(2));
    }

    void readsAPageOnceAndASkeletonWhenThereIsNoTime()
    {
        m_source->fill(100, m_clock.now());
        m_tester.reset(); // it would read rows of its own
        m_source->answersNow = false;
        m_model->open({});
        m_source->answerAll();
        QVERIFY(!m_model->headlineAt(0));
        QCOMPARE(m_model->data(m_model->index(0), Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Loading"));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_source->answerAll();
        QVERIFY(!changed.isEmpty());
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 0);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 63);
        const int calls = m_source->nowCalls;
        QVERIFY(m_model->headlineAt(5));
        QCOMPARE(m_source->nowCalls, calls);
    }

    void insertsNewArticlesAtTheirPlace()
    {
        m_source->fill(4, m_clock.now().addSecs(-3600));
        openAll();
        m_source->add(10, m_clock.now());
        m_source->add(11, m_clock.now().addSecs(-3600 - 90)); // between the second and the third
        m_source->add(12, m_clock.now().addSecs(-7200));
        m_source->add(13, m_clock.now()).feed = FeedId(7);
        ArticleFilter feed;
        feed.feed = FeedId(1);
        m_model->open(feed);
        m_source->answerAll();
        QCOMPARE(m_model->rowCount(), 7);

        m_source->add(20, m_clock.now().addSecs(60));
        m_source->add(21, m_clock.now().addSecs(-3600 - 30));
        m_source->add(22, m_clock.now()).feed = FeedId(7);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        ArticleChanges changes;
        changes.inserted = {ArticleId(20), ArticleId(21), ArticleId(22)};
        Q_EMIT m_events->articlesChanged(changes);
        m_source->answerAll();
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(ids(), (QList<qint64>{20, 10, 4, 21, 3, 11, 2, 1, 12}));
    }

    void keepsJustReadRowsUntilOpenedAgain()
    {
        m_source->fill(5, m_clock.now());
        ArticleFilter unread;
        unread.view = ArticleFilter::View::Unread;
        m_model->open(unread);
        m_source->answerAll();
        m_source->articles[ArticleId(3)].unread = false;
        ArticleChanges changes;
        changes.updated = {ArticleId(3)};
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        Q_EMIT m_events->articlesChanged(changes);
        m_source->answerAll();
        QCOMPARE(m_model->rowCount(), 5);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!m_model->headlineAt(2)->unread);
        m_model->open(unread);
        m_source->answerAll();
        QCOMPARE(ids(), (QList<qint64>{5, 4, 2, 1}));

        // Undone: it comes in again.
        m_source->articles[ArticleId(3)].unread = true;
        Q_EMIT m_events->articlesChanged(changes);
        m_source->answerAll();
        QCOMPARE(ids(), (QList<qint64>{5, 4, 3, 2, 1}));
    }

    void removesRows()
    {
        m_source->fill(6, m_clock.now());
        openAll();
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        ArticleChanges changes;
        changes.removed = {ArticleId(2), ArticleId(5), ArticleId(4), ArticleId(99)};
        Q_EMIT m_events->articlesChanged(changes);
        QCOMPARE(removed.size(), 2);
        QCOMPARE(ids(), (QList<qint64>{6, 3, 1}));
    }

    void forgetsWhatWasRemovedWhileReading()
    {
        m_source->fill(300, m_clock.now());
        m_model->open({});
        m_source->answerOne();
        ArticleChanges changes;
        changes.removed = {ArticleId(300), ArticleId(1)}; // the answer on its way was read before
        Q_EMIT m_events->articlesChanged(changes);
        m_source->answerAll();
        QCOMPARE(m_model->rowCount(), 298);
        QCOMPARE(m_model->rowOf(ArticleId(1)), -1);
    }

    void readsAnewKeepingWhatStays()
    {
        m_source->fill(6, m_clock.now());
        openAll();
        const QPersistentModelIndex current = m_model->index(4);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_source->articles.remove(ArticleId(4));
        m_source->add(7, m_clock.now().addSecs(60));
        ArticleChanges changes;
        changes.everything = true;
        Q_EMIT m_events->articlesChanged(changes);
        m_source->answerAll();
        QCOMPARE(ids(), (QList<qint64>{7, 6, 5, 3, 2, 1}));
        QVERIFY(current.isValid());
        QCOMPARE(m_model->idAt(current.row()), ArticleId(2));
        QVERIFY(reset.isEmpty());
    }

    void marksShowAtOnce()
    {
        m_source->fill(2, m_clock.now());
        openAll();
        QVERIFY(m_model->headlineAt(0));
        m_model->showRead(ArticleId(2), true);
        m_model->showStarred(ArticleId(2), true);
        QVERIFY(!m_model->headlineAt(0)->unread);
        QVERIFY(m_model->headlineAt(0)->starred);
    }

    void saysTheWholeRow()
    {
        ArticleHeadline &headline =
            m_source->add(1, m_clock.now().addSecs(-7200), QStringLiteral("The harbour"));
        headline.starred = true;
        headline.commentCount = 3;
        openAll();
        QCOMPARE(m_model->data(m_model->index(0), Qt::AccessibleTextRole).toString(),
                 QStringLiteral("unread, starred, The harbour, The Meridian, 07:41, 3 comments"));
        const auto spoken = [](int own, int site) {
            ArticleHeadline row;
            row.commentCount = own;
            row.siteCommentCount = site;
            return CardText::comments(row);
        };
        QCOMPARE(spoken(0, 1), QStringLiteral("1 comment on the site"));
        QCOMPARE(spoken(0, 6), QStringLiteral("6 comments on the site"));
        QCOMPARE(spoken(3, 6), QStringLiteral("9 comments, 3 by you"));
    }

private:
    void openAll()
    {
        m_model->open({});
        m_source->answerAll();
    }
    QList<qint64> ids() const
    {
        QList<qint64> values;
        for (const ArticleId id : m_model->ids())
            values.append(id.value());
        return values;
    }

    test::FakeClock m_clock;
    std::unique_ptr<test::FakeHeadlines> m_source;
    std::unique_ptr<LibraryEvents> m_events;
    std::unique_ptr<ArticleListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

BROADSHEET_TEST_MAIN(ArticleListModelTest, QCoreApplication)
#include "articlelistmodel.moc"
