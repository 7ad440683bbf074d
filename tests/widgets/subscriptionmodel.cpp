// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/subscriptionmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace broadsheet;
using Kind = SubscriptionModel::Kind;

namespace {

Category category(int id, const char *name, int parent = 0)
{
    return {CategoryId(id), CategoryId(parent), QString::fromUtf8(name), 0, {}};
}

Subscription feed(int id, const char *title, int shelf, qint64 unread)
{
    Subscription subscription;
    subscription.id = FeedId(id);
    subscription.category = CategoryId(shelf);
    subscription.feedUrl = QUrl(QStringLiteral("https://feeds.example/%1").arg(id));
    subscription.feedTitle = QString::fromUtf8(title);
    subscription.status = FeedStatus::Ok;
    subscription.count = {unread, unread + 10};
    return subscription;
}

/** World News (Meridian 12, Post 9; inside: Asia (Shinpō 3)), Technology (Circuit 0), and a feed on no shelf.
 */
LibraryOverview sample()
{
    LibraryOverview overview;
    overview.categories = {category(1, "World News"), category(2, "Asia", 1), category(3, "Technology")};
    overview.subscriptions = {feed(1, "The Meridian", 1, 12), feed(2, "Northern Post", 1, 9),
                              feed(3, "Kyō Shinpō", 2, 3), feed(4, "Open Circuit", 3, 0),
                              feed(5, "Far Side Weekly", 0, 4)};
    overview.today = 8;
    overview.unread = 28;
    overview.starred = 1;
    overview.stories = 5;
    return overview;
}

/** The rows as indented lines. */
QString outline(const SubscriptionModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QStringLiteral("%1%2 %3\n")
                    .arg(QString(depth, u' '), index.data().toString())
                    .arg(index.data(SubscriptionModel::CountRole).toLongLong());
        text += outline(model, index, depth + 1);
    }
    return text;
}

ArticleFilter feedFilter(int id)
{
    ArticleFilter filter;
    filter.feed = FeedId(id);
    return filter;
}

ArticleFilter categoryFilter(int id)
{
    ArticleFilter filter;
    filter.category = CategoryId(id);
    return filter;
}

} // namespace

class SubscriptionModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void emptyLibraryHasSmartViewsOnly()
    {
        SubscriptionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(outline(model),
                 QStringLiteral(
                     "Today 0\nUnread 0\nStarred 0\nCommented 0\nStories 0\nMy comments 0\nHighlights 0\n"));
    }

    void shelvesHoldTheirFeedsAndSums()
    {
        SubscriptionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setOverview(sample());
        QCOMPARE(outline(model), QStringLiteral("Today 8\nUnread 28\nStarred 1\nCommented 0\nStories 5\n"
                                                "My comments 0\nHighlights 0\nCategories 0\n"
                                                "World News 24\n Asia 3\n  Kyō Shinpō 3\n The Meridian 12\n"
                                                " Northern Post 9\nTechnology 0\n Open Circuit 0\n"
                                                "Far Side Weekly 4\n"));
        const QModelIndex heading = model.index(7, 0);
        QVERIFY(!(heading.flags() & Qt::ItemIsSelectable));
        QCOMPARE(model.filter(model.indexOf(feedFilter(3))), feedFilter(3));
        QCOMPARE(model.filter(model.indexOf(categoryFilter(2))), categoryFilter(2));
        QCOMPARE(model.filter(model.index(2, 0)).view, ArticleFilter::View::Starred);
        QCOMPARE(model.filter(model.index(4, 0)).view, ArticleFilter::View::Stories);
        QVERIFY(!model.indexOf(feedFilter(99)).isValid());
        const QModelIndex highlights = model.indexOf(SubscriptionModel::OwnWords::Highlights);
        QCOMPARE(highlights.data().toString(), QStringLiteral("Highlights"));
        QVERIFY(highlights.flags() & Qt::ItemIsSelectable && !(highlights.flags() & Qt::ItemIsEditable));
    }

    void followedTopicsHaveRows()
    {
        SubscriptionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LibraryOverview overview;
        overview.tags = {{QStringLiteral("harbour"), QStringLiteral("Harbours"), 3},
                         {QStringLiteral("tide"), QStringLiteral("Tides"), 0}};
        model.setOverview(overview);
        QVERIFY(outline(model).endsWith(QStringLiteral("Highlights 0\nHarbours 3\nTides 0\n")));
        ArticleFilter filter;
        filter.tag = QStringLiteral("harbour");
        const QModelIndex row = model.indexOf(filter);
        QCOMPARE(model.filter(row), filter);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Harbours, 3 unread"));
        overview.tags.removeFirst();
        overview.tags.first().unread = 7;
        model.setOverview(overview);
        QVERIFY(!model.indexOf(filter).isValid());
        QVERIFY(outline(model).endsWith(QStringLiteral("Highlights 0\nTides 7\n")));
    }

    void changesRowByRow()
    {
        SubscriptionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LibraryOverview overview = sample();
        model.setOverview(overview);
        const QPersistentModelIndex post = model.indexOf(feedFilter(2));
        const QPersistentModelIndex shinpo = model.indexOf(feedFilter(3));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);

        model.setOverview(overview); // nothing new
        QCOMPARE(changed.size() + inserted.size() + removed.size() + moved.size(), 0);

        overview.subscriptions[2].count.unread = 2; // Kyō Shinpō, and the sums of Asia and World News
        model.setOverview(overview);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(shinpo.data(SubscriptionModel::CountRole).toLongLong(), 2);

        overview.subscriptions.swapItemsAt(0, 1);
        model.setOverview(overview);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(post.row(), 1); // after "Asia"

        overview.subscriptions.removeFirst(); // Northern Post
        model.setOverview(overview);
        QCOMPARE(removed.size(), 1);
        QVERIFY(!post.isValid());

        overview.categories.append(category(7, "Sport"));
        overview.subscriptions.append(feed(9, "Goals", 7, 1));
        model.setOverview(overview);
        QCOMPARE(inserted.size(), 1);
        QVERIFY(outline(model).contains(QStringLiteral("Sport 1\n Goals 1\n")));
        QVERIFY(shinpo.isValid());
        QCOMPARE(reset.size(), 0);
        model.setOverview({});
        QCOMPARE(model.rowCount(), 7);
    }

    void rowsReadAsSentences()
    {
        SubscriptionModel model;
        LibraryOverview overview = sample();
        overview.subscriptions[1].status = FeedStatus::Failing;
        overview.subscriptions[1].lastError =
            Error{ErrorCode::Timeout, {}, QStringLiteral("https://post.example/feed"), {}};
        model.setOverview(overview);
        QCOMPARE(model.indexOf(categoryFilter(1)).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("World News, 24 unread"));
        QCOMPARE(model.index(2, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Starred, one article"));
        QCOMPARE(model.index(4, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Stories, 5 stories"));
        const QModelIndex post = model.indexOf(feedFilter(2));
        QCOMPARE(post.data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Northern Post, 9 unread, does not answer"));
        QVERIFY(post.data(SubscriptionModel::FailingRole).toBool());
        QVERIFY(post.data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("post.example did not answer in time.")));
    }

    void renamingIsAWish()
    {
        SubscriptionModel model;
        model.setOverview(sample());
        QSignalSpy feedRenamed(&model, &SubscriptionModel::feedRenamed);
        QSignalSpy categoryRenamed(&model, &SubscriptionModel::categoryRenamed);
        const QModelIndex feedRow = model.indexOf(feedFilter(1));
        QVERIFY(model.setData(feedRow, QStringLiteral("  Meridian ")));
        QCOMPARE(feedRenamed.size(), 1);
        QCOMPARE(feedRenamed[0][1].toString(), QStringLiteral("Meridian"));
        QCOMPARE(feedRow.data().toString(), QStringLiteral("The Meridian")); // until the store has it
        QVERIFY(model.setData(feedRow, QString()));                          // back to the feed's own name
        QVERIFY(!model.setData(model.indexOf(categoryFilter(1)), QString()));
        QVERIFY(model.setData(model.indexOf(categoryFilter(1)), QStringLiteral("News")));
        QCOMPARE(categoryRenamed.size(), 1);
    }

    void dropsOfFeeds()
    {
        SubscriptionModel model;
        model.setOverview(sample());
        QSignalSpy moved(&model, &SubscriptionModel::feedMoved);
        const std::unique_ptr<QMimeData> meridian(model.mimeData({model.indexOf(feedFilter(1))}));
        const QModelIndex news = model.indexOf(categoryFilter(1));
        const QModelIndex technology = model.indexOf(categoryFilter(3));
        const auto drop = [&](int row, const QModelIndex &parent) {
            return model.canDropMimeData(meridian.get(), Qt::MoveAction, row, 0, parent) &&
                   (model.dropMimeData(meridian.get(), Qt::MoveAction, row, 0, parent), true);
        };
        QVERIFY(drop(-1, technology));
        QCOMPARE(moved.takeFirst().at(2).toInt(), -1);
        // Below Northern Post (rows: Asia, Meridian, Post): once it has left its place it is the second feed.
        QVERIFY(drop(3, news));
        QCOMPARE(moved.takeFirst().at(2).toInt(), 1);
        QVERIFY(drop(0, technology));
        QCOMPARE(moved.takeFirst().at(2).toInt(), 0);
        QVERIFY(!drop(2, {})); // among the smart views
        QVERIFY(drop(9, {}));
        QCOMPARE(moved[0][1].value<CategoryId>(), CategoryId());
        QVERIFY(!model.canDropMimeData(meridian.get(), Qt::MoveAction, -1, 0, model.indexOf(feedFilter(4))));
    }

    void categoriesDoNotLandInThemselves()
    {
        SubscriptionModel model;
        model.setOverview(sample());
        QSignalSpy moved(&model, &SubscriptionModel::categoryMoved);
        const std::unique_ptr<QMimeData> news(model.mimeData({model.indexOf(categoryFilter(1))}));
        const auto can = [&](int row, const QModelIndex &parent) {
            return model.canDropMimeData(news.get(), Qt::MoveAction, row, 0, parent);
        };
        QVERIFY(!can(-1, model.indexOf(categoryFilter(1))));
        QVERIFY(!can(-1, model.indexOf(categoryFilter(2))));
        QVERIFY(can(-1, model.indexOf(categoryFilter(3))));
        model.dropMimeData(news.get(), Qt::MoveAction, 10, 0, {}); // below Technology
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved[0][2].toInt(), 1);
    }
};

BROADSHEET_TEST_MAIN(SubscriptionModelTest, QApplication)
#include "subscriptionmodel.moc"
