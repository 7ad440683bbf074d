// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/feedhealthmodel.h"

#include "support/testmain.h"
#include "widgets/subscriptions/trytext.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace broadsheet;

class FeedHealthModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void rows();
    void staysInPlace();
    void wordsForEachState();
    void wordsForEachTry();

private:
    static Subscription feed(int id, const char *title, FeedStatus status)
    {
        Subscription subscription;
        subscription.id = FeedId(id);
        subscription.feedUrl = QUrl(QStringLiteral("https://jo:secret@feeds.example/%1").arg(id));
        subscription.feedTitle = QString::fromUtf8(title);
        subscription.status = status;
        return subscription;
    }
};

void FeedHealthModelTest::rows()
{
    FeedHealthModel model;
    QAbstractItemModelTester tester(&model);
    Subscription failing = feed(2, "B", FeedStatus::Failing);
    failing.lastError = Error{ErrorCode::Timeout, {}, QStringLiteral("https://feeds.example/2"), {}};
    model.setFeeds({feed(1, "A", FeedStatus::Ok), failing}, {{FeedId(1), 3.25}});
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data(Qt::DisplayRole).toString();
    };
    QCOMPARE(text(0, FeedHealthModel::Title), QStringLiteral("A"));
    QVERIFY(text(0, FeedHealthModel::Weekly).startsWith(u'3'));
    QVERIFY(!text(1, FeedHealthModel::LastSuccess).isEmpty());
    QVERIFY(model.index(1, FeedHealthModel::Health)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("feeds.example")));
    QVERIFY(!model.index(0, FeedHealthModel::Title)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .contains(QStringLiteral("secret")));
    // What needs the reader comes first.
    QVERIFY(model.index(1, FeedHealthModel::Health).data(FeedHealthModel::SortRole).toInt() <
            model.index(0, FeedHealthModel::Health).data(FeedHealthModel::SortRole).toInt());
    QVERIFY(!model.feed(QModelIndex()));
}

void FeedHealthModelTest::staysInPlace()
{
    FeedHealthModel model;
    QAbstractItemModelTester tester(&model);
    model.setFeeds({feed(1, "A", FeedStatus::Ok)}, {});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setFeeds({feed(1, "A", FeedStatus::Gone)}, {});
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    model.setFeeds({}, {});
    QCOMPARE(reset.size(), 1);
}

void FeedHealthModelTest::wordsForEachState()
{
    QStringList words;
    for (const FeedStatus status :
         {FeedStatus::New, FeedStatus::Ok, FeedStatus::Failing, FeedStatus::Gone, FeedStatus::Paused})
        words << healthText(feed(1, "A", status));
    Subscription moved = feed(1, "A", FeedStatus::Ok);
    moved.movedTo = QUrl(QStringLiteral("http://b.example/"));
    words << healthText(moved);
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
}

void FeedHealthModelTest::wordsForEachTry()
{
    const QUrl url(QStringLiteral("https://feeds.example/1"));
    FetchTry one;
    one.kind = FetchTry::Kind::New;
    one.newArticles = 3;
    QVERIFY(tryText(one, url).contains(u'3'));
    one.kind = FetchTry::Kind::NotModified;
    const QString nothing = tryText(one, url);
    QVERIFY(!nothing.isEmpty());
    one.movedTo = QUrl(QStringLiteral("https://b.example/feed"));
    QVERIFY(tryText(one, url).contains(QStringLiteral("b.example")));
    one.kind = FetchTry::Kind::Failed;
    one.movedTo = {};
    one.error = Error{ErrorCode::HttpStatus, QStringLiteral("detail for the log"), {}, 503};
    const QString failed = tryText(one, url);
    QVERIFY(failed.contains(QStringLiteral("feeds.example")) && failed.contains(QStringLiteral("503")));
    QVERIFY(!failed.contains(QStringLiteral("for the log")));
}

BROADSHEET_TEST_MAIN(FeedHealthModelTest, QApplication)
#include "feedhealthmodel.moc"
