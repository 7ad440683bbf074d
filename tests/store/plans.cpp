// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/articlelists.h"
#include "store/database.h"
#include "store/subscriptiontable.h"
#include "support/testmain.h"
#include "support/teststore.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace broadsheet;
using namespace broadsheet::test;

using View = ArticleFilter::View;

namespace {

constexpr int articleCount = 100'000;

/** State rows alone, made by SQL: plans depend on nothing else. */
Result<void> fill(store::Connection &connection)
{
    connection.run("INSERT INTO category (name) VALUES ('News')");
    connection.run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) "
                   "INSERT INTO feed (canonical, key_scope, url, category, added) "
                   "SELECT 'f' || i, 'f' || i, 'f' || i, iif(i % 2, 1, NULL), 0 FROM n");
    connection.run("DROP TRIGGER article_added"); // counts are not looked at here, and cost most of the time
    connection.run(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "INSERT INTO article (key, feed, read, starred, comments, first_seen, sort_time) "
        "SELECT CAST(printf('%016d', i) AS BLOB), 1 + i % 100, i % 3 = 0, i % 100 = 0, i % 500 = 0, i, "
        "i * 1000 FROM n",
        articleCount);
    connection.run("ANALYZE");
    return {};
}

} // namespace

class PlansTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void initTestCase();
    void listsWalkAnIndex_data();
    void listsWalkAnIndex();
    void aFirstPageDoesNotReadTheRest();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
};

void PlansTest::initTestCase()
{
    m_database = std::make_unique<store::Database>(m_folder.path());
    QVERIFY(answerOf(m_database->open()).has_value());
    QVERIFY(answerOf(m_database->write(fill)).has_value());
}

void PlansTest::listsWalkAnIndex_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<int>("scope"); // 0 all, 1 category, 2 feed
    QTest::addColumn<bool>("unread");
    for (int view = 0; view <= int(View::Commented); ++view) {
        for (int scope = 0; scope < 3; ++scope) {
            for (const bool unread : {false, true})
                QTest::addRow("view %d, scope %d, unread %d", view, scope, int(unread))
                    << view << scope << unread;
        }
    }
}

void PlansTest::listsWalkAnIndex()
{
    QFETCH(int, view);
    QFETCH(int, scope);
    QFETCH(bool, unread);
    ArticleFilter filter;
    filter.view = View(view);
    filter.unreadOnly = unread;
    if (scope == 1)
        filter.category = CategoryId(1);
    if (scope == 2)
        filter.feed = FeedId(7);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(articleCount * 1000ll, Qt::UTC);
    const ArticleCursor after{now, ArticleId(articleCount / 2)};
    for (const ArticleCursor &cursor : {ArticleCursor(), after}) {
        const auto plan =
            answerOf(m_database->read([&](store::Connection &connection) -> Result<QStringList> {
                const auto part = store::lists::part(connection, filter, now, cursor);
                QStringList lines;
                store::Query query(connection,
                                   QStringLiteral("EXPLAIN QUERY PLAN SELECT article.id") + part.sql +
                                       QLatin1String(store::lists::Part::order),
                                   part.values);
                while (query.next())
                    lines.append(query.text(3));
                return lines;
            }));
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().detail));
        const QString text = plan->join(u'\n');
        static const QRegularExpression covered(
            QStringLiteral("(SCAN|SEARCH) article USING (COVERING )?INDEX article_\\w+"));
        QVERIFY2(text.contains(covered), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("TEMP B-TREE")), qPrintable(text));
    }
}

void PlansTest::aFirstPageDoesNotReadTheRest()
{
    // Steps of the virtual machine would be exact; time is what can be had: 100 pages within a second.
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i) {
        const auto ids =
            answerOf(m_database->read([](store::Connection &connection) -> Result<QList<ArticleId>> {
                return store::lists::ids(connection, {}, {}, 64);
            }));
        QCOMPARE(ids->size(), 64);
        QCOMPARE(ids->first(), ArticleId(articleCount));
    }
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

BROADSHEET_TEST_MAIN(PlansTest, QCoreApplication)
#include "plans.moc"
