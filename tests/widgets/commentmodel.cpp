// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/commentmodel.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "widgets/comments/commenttime.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace broadsheet;

namespace {

const ArticleId article(7);

Comment comment(int id, int parent, int minute, const QString &name = {})
{
    Comment made;
    made.id = CommentId(id);
    made.parent = CommentId(parent);
    made.name = name;
    made.text = QStringLiteral("text %1").arg(id);
    made.created = QDateTime(QDate(2026, 3, 12), QTime(8, minute), Qt::UTC);
    made.origin = name.isEmpty() ? CommentOrigin::Local : CommentOrigin::Site;
    return made;
}

CommentChange change(CommentChange::Kind kind, const Comment &comment)
{
    return {kind, article, comment, {}};
}

} // namespace

class CommentModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        // 1 ─ 2 ─ 3, 1 ─ 4, 5
        m_model.setDiscussion({article, {}});
        m_model.apply(change(CommentChange::Kind::Added, comment(1, 0, 1)));
        m_model.apply(change(CommentChange::Kind::Added, comment(5, 0, 9)));
        m_model.apply(change(CommentChange::Kind::Added, comment(2, 1, 2, QStringLiteral("Marta"))));
        m_model.apply(change(CommentChange::Kind::Added, comment(4, 1, 4)));
        m_model.apply(change(CommentChange::Kind::Added, comment(3, 2, 6)));
    }
    void cleanup() { m_model.setDiscussion({ArticleId(8), {}}); }

    void repliesComeUnderTheirParentOldestFirst()
    {
        QCOMPARE(order(), QStringLiteral("1 2 3 4 5"));
        QCOMPARE(m_model.index(2).data(CommentModel::DepthRole).toInt(), 2);
        QCOMPARE(m_model.threadEnd(0), 4);
        QCOMPARE(m_model.replyCount(0), 3);
        QCOMPARE(m_model.liveCount(), 5);
    }

    void aChangeTouchesOneRow()
    {
        QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&m_model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
        QVERIFY(m_model.apply(change(CommentChange::Kind::Added, comment(6, 2, 20))));
        Comment edited = comment(4, 1, 4);
        edited.text = QStringLiteral("other words");
        QVERIFY(m_model.apply(change(CommentChange::Kind::Edited, edited)));
        QCOMPARE(order(), QStringLiteral("1 2 3 6 4 5"));
        QCOMPARE(m_model.comment(4).text, QStringLiteral("other words"));
        QCOMPARE(m_model.comment(4).depth, 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(changed.size(), 1);
    }

    void aDeletedOneStaysForItsReplies()
    {
        Comment tombstone = comment(2, 1, 2);
        tombstone.deleted = true;
        QVERIFY(m_model.apply(change(CommentChange::Kind::Deleted, tombstone)));
        QCOMPARE(order(), QStringLiteral("1 2 3 4 5"));
        QCOMPARE(m_model.liveCount(), 4);
        // With its last reply it goes too.
        QVERIFY(m_model.apply(change(CommentChange::Kind::Deleted, comment(3, 2, 6))));
        QCOMPARE(order(), QStringLiteral("1 4 5"));
    }

    void restoringPutsItBackInItsPlace()
    {
        QVERIFY(m_model.apply(change(CommentChange::Kind::Deleted, comment(4, 1, 4))));
        QCOMPARE(order(), QStringLiteral("1 2 3 5"));
        QVERIFY(m_model.apply(change(CommentChange::Kind::Restored, comment(4, 1, 4))));
        QCOMPARE(order(), QStringLiteral("1 2 3 4 5"));
    }

    void whatDoesNotFitIsSaid()
    {
        QVERIFY(!m_model.apply(change(CommentChange::Kind::Added, comment(9, 77, 1))));
        QVERIFY(!m_model.apply(change(CommentChange::Kind::Edited, comment(9, 0, 1))));
        CommentChange elsewhere = change(CommentChange::Kind::Added, comment(9, 0, 1));
        elsewhere.article = ArticleId(99);
        QVERIFY(m_model.apply(elsewhere));
        QCOMPARE(order(), QStringLiteral("1 2 3 4 5"));
    }

    void aRowIsReadAloudAsAWhole()
    {
        QCOMPARE(m_model.index(1).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Reply by Marta to You, 1 hour ago, from the site, text 2, 1 reply"));
        QCOMPARE(m_model.index(4).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Reply by You, 1 hour ago, text 5"));
    }

    void timesAreToldFromNow_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("shown");
        const auto at = [](int y, int m, int d, int h) { return QDateTime(QDate(y, m, d), {h, 2}, Qt::UTC); };
        QTest::newRow("a moment ago") << QDateTime(QDate(2026, 3, 12), {9, 40, 30}, Qt::UTC) << "just now";
        QTest::newRow("some minutes")
            << QDateTime(QDate(2026, 3, 12), {9, 30, 0}, Qt::UTC) << "11 minutes ago";
        QTest::newRow("today") << at(2026, 3, 12, 6) << "3 hours ago";
        QTest::newRow("last night") << at(2026, 3, 11, 22) << "11 hours ago";
        QTest::newRow("yesterday") << at(2026, 3, 11, 8) << "Yesterday";
        QTest::newRow("ahead of us") << at(2026, 3, 12, 12) << "Today, 12:02";
        QTest::newRow("this year") << at(2026, 1, 3, 22) << "3 January";
        QTest::newRow("long ago") << at(2025, 3, 3, 22) << "3 March 2025";
        QTest::newRow("never") << QDateTime() << "";
    }

    void timesAreToldFromNow()
    {
        QFETCH(QDateTime, time);
        QTEST(commenttime::shown(time, m_clock.now()), "shown");
    }

    void whatAFetchBringsComesRowByRow()
    {
        QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&m_model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&m_model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
        QList<Comment> now;
        for (int row = 0; row < m_model.rowCount(); ++row)
            now.append(m_model.comment(row));
        now.removeAt(4);                                    // 5
        now[1].text = QStringLiteral("edited on the site"); // 2
        Comment late = comment(9, 2, 30, QStringLiteral("Ada"));
        late.depth = 2;
        now.insert(3, late);
        m_model.setDiscussion({article, now});
        QCOMPARE(order(), QStringLiteral("1 2 3 9 4"));
        QCOMPARE(m_model.replyCount(0), 4);
        QCOMPARE(m_model.threadEnd(1), 4);
        QCOMPARE(m_model.siteCount(), 2);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(changed.size(), 1);
        // So much at once is read anew.
        for (int i = 0; i < 100; ++i)
            now.append(comment(100 + i, 0, 40, QStringLiteral("Bo")));
        m_model.setDiscussion({article, now});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_model.rowCount(), 105);
    }

    void rowsTellTheSiteAndThePassage()
    {
        Comment mark = comment(8, 0, 50);
        mark.quote = QStringLiteral("rise and fall");
        mark.color = HighlightColor::Green;
        m_model.apply(change(CommentChange::Kind::Added, mark));
        const auto spoken = [this](int id) {
            return m_model.index(m_model.rowOf(CommentId(id))).data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY(spoken(2).contains(QStringLiteral("Reply by Marta to You")));
        QVERIFY(spoken(2).contains(QStringLiteral("from the site")));
        QVERIFY(spoken(2).endsWith(QStringLiteral("1 reply")));
        QVERIFY(!spoken(1).contains(QStringLiteral("from the site")));
        QVERIFY(spoken(8).contains(QStringLiteral("on “rise and fall”")));
        QVERIFY(!spoken(8).contains(QStringLiteral("no longer")));
        QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
        m_model.setLost({CommentId(8)});
        QCOMPARE(changed.size(), 1);
        QVERIFY(spoken(8).contains(QStringLiteral("no longer in the article")));
        m_model.setLost({});
        QCOMPARE(changed.size(), 2);
    }

private:
    QString order() const
    {
        QStringList ids;
        for (int row = 0; row < m_model.rowCount(); ++row)
            ids << QString::number(m_model.comment(row).id.value());
        return ids.join(u' ');
    }

    test::FakeClock m_clock;
    CommentModel m_model{m_clock};
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

BROADSHEET_TEST_MAIN(CommentModelTest, QCoreApplication)
#include "commentmodel.moc"
