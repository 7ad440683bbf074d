// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/articlelists.h"
#include "store/articlestate.h"
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
    void markingMostLeavesAllInOrder();

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

/** Where most changes, triggers and indexes go for a moment: afterwards they are as they were, and the counts
 * right. */
void PlansTest::markingMostLeavesAllInOrder()
{
    const auto answer = answerOf(m_database->write([](store::Connection &connection) -> Result<QStringList> {
        const auto number = [&connection](store::Sql sql) {
            store::Query query(connection, sql);
            return query.next() ? query.integer(0) : -1;
        };
        const auto schema = [&connection] {
            QStringList lines;
            store::Query query(connection,
                               "SELECT name || sql FROM sqlite_schema WHERE sql <> '' ORDER BY name");
            while (query.next())
                lines.append(query.text(0));
            return lines;
        };
        connection.run("UPDATE article SET canonical_hash = 7 WHERE id IN (10, 20)"); // one page of two feeds
        connection.run("UPDATE article SET twin = 1 WHERE id = 20");
        const QStringList before = schema();
        const qint64 unread = number("SELECT count(*) FROM article WHERE present = 1 AND read = 0");
        QStringList wrong;
        const auto expect = [&wrong](const char *what, qint64 found, qint64 expected) {
            if (found != expected)
                wrong.append(
                    QStringLiteral("%1: %2, not %3").arg(QLatin1String(what)).arg(found).arg(expected));
        };
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(articleCount * 1000ll, Qt::UTC);
        const auto changes = store::articlestate::markAllRead(connection, {}, now);
        expect("told", changes.everything, 1);
        expect("unread", number("SELECT count(*) FROM article WHERE present = 1 AND read = 0"), 0);
        expect("the same page elsewhere", number("SELECT read FROM article WHERE id = 20"), 1);
        expect("count of all", number("SELECT unread FROM library_count"), 0);
        expect("counts of feeds", number("SELECT sum(unread) FROM feed_count"), 0);
        QList<ArticleId> ids;
        for (int i = 1; i <= articleCount; i += 2)
            ids.append(ArticleId(i));
        (void)store::articlestate::setRead(connection, ids, false, now);
        expect("unread again", number("SELECT count(*) FROM article WHERE read = 0"), articleCount / 2);
        expect("count again", number("SELECT unread FROM library_count"), articleCount / 2);
        expect("wrong feeds",
               number("SELECT count(*) FROM feed_count c WHERE unread <> (SELECT count(*) FROM article "
                      "WHERE feed = c.feed AND present = 1 AND read = 0)"),
               0);
        expect("changed before", unread > articleCount / 2, 1);
        if (schema() != before)
            wrong.append(QStringLiteral("the schema is another"));
        (void)store::articlestate::setRead(connection, {ArticleId(1)}, true, now); // the trigger counts again
        expect("one less", number("SELECT unread FROM library_count"), articleCount / 2 - 1);
        return wrong;
    }));
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer.value(), QStringList());
}

BROADSHEET_TEST_MAIN(PlansTest, QCoreApplication)
#include "plans.moc"
