// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"
#include "store/checker.h"
#include "store/database.h"
#include "store/migrator.h"
#include "support/testmain.h"
#include "support/teststore.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlError>
#include <QSqlQuery>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

/** A statement of somebody else's, on the closed or open store. */
bool meddle(const QString &file, const QStringList &statements)
{
    bool done = false;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("meddler"));
        database.setDatabaseName(file);
        done = database.open();
        for (const QString &sql : statements)
            done = done && QSqlQuery(database).exec(sql);
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("meddler"));
    return done;
}

bool meddle(const QString &file, const QString &sql)
{
    return meddle(file, QStringList{sql});
}

/** Tables, indexes and triggers as they were written, without the spaces that a migration puts elsewhere. */
QStringList schemaOf(const QString &file)
{
    QStringList schema;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("looker"));
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(QStringLiteral("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE "
                                           "'sqlite%' ORDER BY type, name"),
                            database);
            while (query.next())
                schema.append((query.value(0).toString() + u' ' + query.value(1).toString() + u' ' +
                               query.value(2).toString())
                                  .simplified());
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("looker"));
    return schema;
}

/** All rows of each table, by the columns that \a columns names (or has at all), sorted. The search index is
 * left out: it may be made anew. */
QHash<QString, QStringList> rowsOf(const QString &file, QHash<QString, QStringList> &columns)
{
    QHash<QString, QStringList> rows;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("looker"));
        database.setDatabaseName(file);
        database.open();
        QStringList tables = database.tables();
        tables.removeIf([](const QString &name) {
            return name.startsWith(QLatin1String("sqlite_")) ||
                   name.startsWith(QLatin1String("article_text")) ||
                   name.startsWith(QLatin1String("comment_text")) || name == QLatin1String("search_backlog");
        });
        for (const QString &table : std::as_const(tables)) {
            QStringList &wanted = columns[table];
            if (wanted.isEmpty()) {
                QSqlQuery info(QStringLiteral("SELECT quote(name) FROM pragma_table_info('%1')").arg(table),
                               database);
                while (info.next())
                    wanted << QStringLiteral("quote(\"%1\")").arg(info.value(0).toString().remove(u'\''));
            }
            QSqlQuery query(
                QStringLiteral("SELECT %1 FROM \"%2\"").arg(wanted.join(QLatin1String("||'|'||")), table),
                database);
            while (query.next())
                rows[table] << query.value(0).toString();
            rows[table].sort();
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("looker"));
    return rows;
}

/** What was taken out of a story was apart from the story's number before 0013-stories.sql, and is apart from
 * each article that tells it since: the rows which say the same. */
QStringList apartFromTellings(const QHash<QString, QStringList> &rows)
{
    QStringList wanted;
    for (const QString &apart : rows.value(QStringLiteral("story_apart"))) {
        const QString article = apart.section(u'|', 0, 0), story = apart.section(u'|', 1, 1);
        for (const QString &member : rows.value(QStringLiteral("story_member"))) {
            const QString other = member.section(u'|', 0, 0);
            if (member.section(u'|', 1, 1) == story && other != article)
                wanted.append(article + u'|' + other);
        }
    }
    wanted.sort();
    return wanted;
}

QByteArray contentsOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &name, const QByteArray &contents)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
}

ErrorCode codeOfOpening(TestStore &t)
{
    t.store = std::make_unique<store::Store>(t.folder.path(), t.clock);
    const auto opened = answerOf(t.store->open());
    return opened ? ErrorCode::Cancelled : opened.error().code;
}

} // namespace

class OpeningTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void fromNothingAndAgain();
    void olderStoresAreBroughtUpToDate();
    void nothingOfAnOlderStoreIsLost_data();
    void nothingOfAnOlderStoreIsLost();
    void noVersionIsLeftOut();
    void anIndexMadeAnewIsCaughtUpWith();
    void aNewerStoreIsLeftAlone();
    void garbageIsDamage();
    void aForeignDatabaseIsRefused();
    void aLostDatabaseIsDamage();
    void damageIsReportedByCheck();
    void wrongCountsAreRepaired();
    void aLostIndexIsBuiltAnew();
    void nothingWorksBeforeOpening();
    void waitingJobsAreWrittenAtTheEnd();
    void aFailingJobLeavesNothing();
    void oneBadUpdateDoesNotHarmItsGroup();
    void twoStoresOnOneProfile();
    void aLookTakesNoLock();
    void othersAreNoticed();
    void figures();
};

void OpeningTest::fromNothingAndAgain()
{
    TestStore t;
    QVERIFY(t.open());
    QVERIFY(t.isWhole());
    QVERIFY(t.subscribe("https://example.org/feed").isValid());
    QVERIFY(t.reopen());
    QCOMPARE(answerOf(t.store->overview())->subscriptions.size(), 1);
    QVERIFY(store::migrator::latestVersion() >= 1);
}

void OpeningTest::olderStoresAreBroughtUpToDate()
{
    // tests/data/old-stores/NNNN.sql: a dump of a store as version NNNN wrote it.
    const QDir folder(test::dataPath(BROADSHEET_TEST_DATA, QStringLiteral("old-stores")));
    const QStringList dumps = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    QVERIFY(!dumps.isEmpty());
    TestStore fresh;
    QVERIFY(fresh.open());
    fresh.store.reset();
    for (const QString &dump : dumps) {
        TestStore t;
        const QString script = QString::fromUtf8(contentsOf(folder.filePath(dump)));
        const QStringList statements = store::migrator::statements(script);
        QVERIFY2(meddle(t.databaseFile(), statements), qPrintable(dump));
        QVERIFY2(t.open(), qPrintable(dump));
        QVERIFY2(t.isWhole(), qPrintable(dump));
        QCOMPARE(answerOf(t.store->overview())->subscriptions.size(), 1);
        QCOMPARE(t.ids().size(), 3); // the other feed was unsubscribed
        const auto found = t.ids();
        int comments = 0;
        for (const ArticleId id : found) {
            const auto article = answerOf(t.store->article(id));
            QVERIFY(article.has_value());
            QVERIFY(!article->content.utf8().isEmpty());
            comments += int(answerOf(t.store->discussion(id))->comments.size());
        }
        QCOMPARE(comments, 3);
        t.store.reset();
        QCOMPARE(schemaOf(t.databaseFile()), schemaOf(fresh.databaseFile()));
    }
}

void OpeningTest::nothingOfAnOlderStoreIsLost_data()
{
    QTest::addColumn<QString>("dump");
    const QDir folder(test::dataPath(BROADSHEET_TEST_DATA, QStringLiteral("old-stores")));
    const QStringList dumps = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &dump : dumps)
        QTest::newRow(qPrintable(dump)) << folder.filePath(dump);
}

/** Row by row and column by column: what a migration means to change has to be said here. */
void OpeningTest::nothingOfAnOlderStoreIsLost()
{
    QFETCH(QString, dump);
    TestStore t;
    QVERIFY(meddle(t.databaseFile(), store::migrator::statements(QString::fromUtf8(contentsOf(dump)))));
    QHash<QString, QStringList> columns;
    const auto before = rowsOf(t.databaseFile(), columns);
    QVERIFY(t.open());
    t.store.reset();
    const auto after = rowsOf(t.databaseFile(), columns);
    for (auto table = before.cbegin(); table != before.cend(); ++table) {
        if (table.key() != QLatin1String("story_apart"))
            QVERIFY2(after.value(table.key()) == *table, qPrintable(table.key()));
    }
    const QStringList apart = apartFromTellings(before);
    QCOMPARE(after.value(QStringLiteral("story_apart_from")), apart);
    QCOMPARE(apart.isEmpty(), before.value(QStringLiteral("story_apart")).isEmpty());
}

/** None is left out up to the newest, and that one has something in each of its tables: what a later
 * migration does to them is seen. */
void OpeningTest::noVersionIsLeftOut()
{
    const QDir folder(test::dataPath(BROADSHEET_TEST_DATA, QStringLiteral("old-stores")));
    const QStringList dumps = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (int i = 0; i < int(dumps.size()); ++i)
        QCOMPARE(dumps[i].left(4).toInt(), i + 1);
    TestStore t;
    const QString newest = QString::fromUtf8(contentsOf(folder.filePath(dumps.last())));
    QVERIFY(meddle(t.databaseFile(), store::migrator::statements(newest)));
    QHash<QString, QStringList> columns;
    const auto rows = rowsOf(t.databaseFile(), columns);
    for (auto table = rows.cbegin(); table != rows.cend(); ++table)
        QVERIFY2(!table->isEmpty(), qPrintable(table.key()));
}

void OpeningTest::anIndexMadeAnewIsCaughtUpWith()
{
    TestStore t;
    const QDir folder(test::dataPath(BROADSHEET_TEST_DATA, QStringLiteral("old-stores")));
    const QString script = QString::fromUtf8(contentsOf(folder.filePath(QStringLiteral("0006.sql"))));
    QVERIFY(meddle(t.databaseFile(), store::migrator::statements(script)));
    QVERIFY(t.open());
    const auto waiting = [&t] { return answerOf(t.store->statistics())->notIndexed; };
    const auto found = [&t](const char *text) {
        const auto query = query::parse(QString::fromUtf8(text), t.clock.now());
        return answerOf(t.store->search(*query, 9, store::SearchOrder::Date))->size();
    };
    QCOMPARE(waiting(), 3);
    QVERIFY(t.isWhole());
    QCOMPARE(found("tide"), 0);

    // Meanwhile one is thrown away and taken back, one goes, and a new one comes.
    const QList<ArticleId> ids = t.ids();
    QVERIFY(answerOf(t.store->throwAway({ids[0]})).has_value());
    QVERIFY(answerOf(t.store->takeBack({ids[0]})).has_value());
    const FeedId feed = answerOf(t.store->overview())->subscriptions.first().id;
    QVERIFY(t.fetch(feed, {entry("new", "Low tide", "mud")}).has_value());
    QCOMPARE(found("tide"), 1);
    QVERIFY(t.isWhole());

    for (auto more = answerOf(t.store->catchUpIndex()); more.value();
         more = answerOf(t.store->catchUpIndex())) {
    }
    QCOMPARE(waiting(), 0);
    QCOMPARE(found("tide"), 2);
    QCOMPARE(found("trains"), 1);
    QVERIFY(t.isWhole());
    QVERIFY(answerOf(t.store->unsubscribe(feed)).has_value());
    QVERIFY(t.isWhole());
    QCOMPARE(found("mud"), 0);
}

void OpeningTest::aNewerStoreIsLeftAlone()
{
    TestStore t;
    QVERIFY(t.open());
    t.store.reset();
    QVERIFY(meddle(t.databaseFile(), QStringLiteral("PRAGMA user_version = 999")));
    const QByteArray before = contentsOf(t.databaseFile());
    QCOMPARE(codeOfOpening(t), ErrorCode::StoreTooNew);
    t.store.reset();
    QCOMPARE(contentsOf(t.databaseFile()), before);
}

void OpeningTest::garbageIsDamage()
{
    TestStore t;
    QVERIFY(write(t.databaseFile(), QByteArray(100'000, 'x')));
    QCOMPARE(codeOfOpening(t), ErrorCode::StoreDamaged);
}

void OpeningTest::aForeignDatabaseIsRefused()
{
    TestStore t;
    QVERIFY(meddle(t.databaseFile(), QStringLiteral("CREATE TABLE theirs (x)")));
    const QByteArray before = contentsOf(t.databaseFile());
    QCOMPARE(codeOfOpening(t), ErrorCode::StoreDamaged);
    QCOMPARE(contentsOf(t.databaseFile()), before);
}

void OpeningTest::aLostDatabaseIsDamage()
{
    TestStore t;
    QVERIFY(t.open());
    t.store.reset();
    QVERIFY(write(t.databaseFile(), {}));
    QCOMPARE(codeOfOpening(t), ErrorCode::StoreDamaged);
    t.store.reset();
    QVERIFY(QFile::remove(t.databaseFile()));
    QCOMPARE(codeOfOpening(t), ErrorCode::StoreDamaged);
}

void OpeningTest::damageIsReportedByCheck()
{
    TestStore t;
    QVERIFY(write(t.databaseFile(), QByteArray(100'000, 'x')));
    QCOMPARE(codeOfOpening(t), ErrorCode::StoreDamaged);
    const auto report = answerOf(t.store->check(false));
    QVERIFY(report.has_value());
    QCOMPARE(report->first().status, CheckResult::Status::Damaged);

    // A page in the middle: opens, and is found.
    TestStore u;
    QVERIFY(u.open());
    const FeedId feed = u.subscribe("https://example.org/feed");
    QList<ParsedEntry> entries;
    for (int i = 0; i < 200; ++i)
        entries.append(
            entry(QByteArray::number(i).constData(), "Title", QByteArray(300, 'a' + i % 20).constData()));
    QVERIFY(u.fetch(feed, entries).has_value());
    u.store.reset();
    QByteArray file = contentsOf(u.databaseFile());
    for (qsizetype at = file.size() / 2; at < file.size() / 2 + 40'000; ++at)
        file[at] = char(at * 7);
    QVERIFY(write(u.databaseFile(), file));
    u.store = std::make_unique<store::Store>(u.folder.path(), u.clock);
    (void)answerOf(u.store->open());
    const auto found = answerOf(u.store->check(false));
    QVERIFY(found.has_value());
    QVERIFY(!u.isWhole());
}

void OpeningTest::wrongCountsAreRepaired()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "A"), entry("2", "B")}).has_value());
    QVERIFY(meddle(t.databaseFile(), QStringLiteral("UPDATE feed_count SET unread = 40")));
    QVERIFY(meddle(t.databaseFile(), QStringLiteral("UPDATE library_count SET total = 7")));
    QVERIFY(!t.isWhole());
    QVERIFY(answerOf(t.store->check(true)).has_value());
    QVERIFY(t.isWhole());
    QCOMPARE(answerOf(t.store->overview())->subscriptions.first().count, (Count{2, 2}));
}

void OpeningTest::aLostIndexIsBuiltAnew()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "A", "fire")}).has_value());
    QVERIFY(meddle(t.databaseFile(), QStringLiteral("DELETE FROM word_segment")));
    QVERIFY(!t.isWhole());
    QVERIFY(answerOf(t.store->check(true)).has_value());
    QVERIFY(t.isWhole());
    QVERIFY(answerOf(t.store->unsubscribe(feed)).has_value());
    QVERIFY(t.isWhole());
}

void OpeningTest::nothingWorksBeforeOpening()
{
    TestStore t;
    QCOMPARE(answerOf(t.store->overview()).error().code, ErrorCode::StoreUnavailable);
    QCOMPARE(answerOf(t.store->tidyUp()).error().code, ErrorCode::StoreUnavailable);
}

void OpeningTest::waitingJobsAreWrittenAtTheEnd()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QList<QFuture<Result<FeedUpdateResult>>> waiting;
    for (int i = 0; i < 50; ++i)
        waiting.append(
            t.store->applyFeedUpdate(t.update(feed, {entry(QByteArray::number(i).constData(), "Title")})));
    QVERIFY(t.reopen());
    for (const auto &future : std::as_const(waiting))
        QVERIFY(future.isFinished());
    QCOMPARE(t.ids().size(), 50);
}

void OpeningTest::aFailingJobLeavesNothing()
{
    QTemporaryDir folder;
    store::Database database(folder.path());
    QVERIFY(answerOf(database.open()).has_value());
    const auto failed = answerOf(database.write([](store::Connection &connection) -> Result<int> {
        connection.run("INSERT INTO category (name) VALUES ('a')");
        connection.run("INSERT INTO nowhere (name) VALUES ('b')");
        return 1;
    }));
    QVERIFY(!failed);
    const auto refused = answerOf(database.write([](store::Connection &connection) -> Result<int> {
        connection.run("INSERT INTO category (name) VALUES ('c')");
        return Error{ErrorCode::InvalidArgument, {}, {}, {}};
    }));
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    const auto count = answerOf(database.read([](store::Connection &connection) -> Result<qint64> {
        store::Query query(connection, "SELECT count(*) FROM category");
        return query.next() ? query.integer(0) : -1;
    }));
    QCOMPARE(*count, 0);
}

void OpeningTest::oneBadUpdateDoesNotHarmItsGroup()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QList<QFuture<Result<FeedUpdateResult>>> waiting;
    for (int i = 0; i < 20; ++i) {
        const FeedId target = i % 7 == 3 ? FeedId(555) : feed;
        waiting.append(
            t.store->applyFeedUpdate(t.update(target, {entry(QByteArray::number(i).constData(), "Title")})));
    }
    for (int i = 0; i < 20; ++i)
        QCOMPARE(answerOf(waiting[i]).has_value(), i % 7 != 3);
    QCOMPARE(t.ids().size(), 17);
    QVERIFY(t.isWhole());
}

void OpeningTest::twoStoresOnOneProfile()
{
    TestStore t;
    store::Store other(t.folder.path(), t.clock);
    // Both make the database at once.
    auto first = t.store->open();
    auto second = other.open();
    QVERIFY(answerOf(first).has_value());
    QVERIFY(answerOf(second).has_value());
    const FeedId a = t.subscribe("https://a.example/feed");
    const FeedId b = t.subscribe("https://b.example/feed");
    QList<QFuture<Result<FeedUpdateResult>>> waiting;
    for (int i = 0; i < 40; ++i) {
        const QByteArray id = QByteArray::number(i);
        waiting.append(t.store->applyFeedUpdate(t.update(a, {entry(id.constData(), "Title", "words")})));
        waiting.append(other.applyFeedUpdate(t.update(b, {entry(id.constData(), "Title", "words")})));
        (void)other.count({});
    }
    for (const auto &future : std::as_const(waiting))
        QVERIFY(answerOf(future).has_value());
    QCOMPARE(answerOf(other.count({}))->total, 80);
    QVERIFY(t.isWhole());
}

void OpeningTest::aLookTakesNoLock()
{
    QTemporaryDir folder;
    store::Database database(folder.path()), other(folder.path());
    QVERIFY(answerOf(database.open()).has_value());
    QVERIFY(answerOf(other.open()).has_value());
    // While one is in the middle of writing, all but the index of words can be looked through.
    const auto looked = answerOf(other.write([&database](store::Connection &connection) -> Result<int> {
        connection.run("INSERT INTO category (name) VALUES ('a')");
        const auto report =
            answerOf(database.read([](store::Connection &reading) -> Result<QList<CheckResult>> {
                return store::checker::lookAtTables(reading);
            }));
        return report && std::ranges::all_of(
                             *report,
                             [](const CheckResult &line) { return line.status == CheckResult::Status::Ok; })
                   ? int(report->size())
                   : 0;
    }));
    QCOMPARE(*looked, 4);
}

void OpeningTest::othersAreNoticed()
{
    TestStore t;
    QVERIFY(t.open());
    QCOMPARE(*answerOf(t.store->changedByOthers()), false);
    QVERIFY(t.subscribe("https://example.org/feed").isValid());
    QCOMPARE(*answerOf(t.store->changedByOthers()), false); // our own
    QVERIFY(meddle(t.databaseFile(), QStringLiteral("INSERT INTO category (name) VALUES ('theirs')")));
    QCOMPARE(*answerOf(t.store->changedByOthers()), true);
    QCOMPARE(*answerOf(t.store->changedByOthers()), false);
}

void OpeningTest::figures()
{
    TestStore t;
    QVERIFY(t.open());
    const FeedId feed = t.subscribe("https://example.org/feed");
    QVERIFY(t.fetch(feed, {entry("1", "A", "one"), entry("2", "B")}).has_value());
    QVERIFY(t.fetch(feed, {entry("1", "A", "two")}).has_value());
    QVERIFY(answerOf(t.store->tidyUp()).has_value());
    const auto s = answerOf(t.store->statistics());
    QCOMPARE(s->feeds, 1);
    QCOMPARE(s->articles, 2);
    QCOMPARE(s->unread, 2);
    QCOMPARE(s->revisions, 1);
    QVERIFY(s->databaseBytes > 10'000);
}

BROADSHEET_TEST_MAIN(OpeningTest, QCoreApplication)
#include "opening.moc"
