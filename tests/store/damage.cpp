// SPDX-License-Identifier: GPL-3.0-or-later
// Broken pages, lost rows, counts that lie: found, and mended with as little lost as can be.
#include "query/parser.h"
#include "store/rawdatabase.h"
#include "support/testmain.h"
#include "support/teststore.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtEndian>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

constexpr int pageSize = 8192;
constexpr int feedCount = 12;
constexpr int articlesEach = 40;

QVariant ask(const QString &file, const QString &sql)
{
    QVariant answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(sql))
                answer = query.next() ? query.value(0) : QVariant(true);
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    return answer;
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

QByteArray words(int seed)
{
    QByteArray text;
    for (int i = 0; i < 200; ++i)
        text += "w" + QByteArray::number((seed * 7919 + i * 104729) % 50021) + ' ';
    return text;
}

NewComment comment(ArticleId article, const QString &text, int n)
{
    NewComment made;
    made.article = article;
    made.uuid = QByteArray(15, 'u') + char(n);
    made.text = text;
    made.html = SafeHtml::alreadyCleaned("<p>" + text.toUtf8() + "</p>");
    made.created = QDateTime::fromMSecsSinceEpoch(1'750'000'000'000 + n, Qt::UTC);
    return made;
}

} // namespace

class DamageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void rawPagesAreReadAsSqliteReadsThem();
    void brokenPages_data();
    void brokenPages();
    void aLostTreeIsFoundByItsLeaves();
    void anOldStoreHasSmallerPages();
    void starsComeBackFromTheIndex();
    void commentsOutliveTheirArticles();
    void anythingLeavesAWholeStore();
    void whatABackupHasIsTakenFromIt_data();
    void whatABackupHasIsTakenFromIt();
    void aBackupTakesNothingBack();
    void wrongRows_data();
    void wrongRows();

private:
    /** Feeds with articles, of which some are read, starred or commented. */
    static bool fill(TestStore &t);
    static QList<CheckResult> repair(TestStore &t);
};

bool DamageTest::fill(TestStore &t)
{
    if (!t.open())
        return false;
    for (int f = 0; f < feedCount; ++f) {
        const FeedId feed =
            t.subscribe(QByteArray("https://example.org/" + QByteArray::number(f)).constData());
        QList<ParsedEntry> entries;
        for (int i = 0; i < articlesEach; ++i) {
            const QByteArray id = QByteArray::number(i);
            entries.append(
                entry(id.constData(), ("Title " + id).constData(), words(f * 100 + i).constData()));
        }
        if (!t.fetch(feed, entries))
            return false;
    }
    QList<ArticleId> starred, read;
    for (const ArticleId id : t.ids()) {
        if (id.value() % 10 == 0)
            starred.append(id);
        if (id.value() % 3 == 0)
            read.append(id);
    }
    for (int n = 1; n <= 30; ++n) {
        if (!answerOf(t.store->addComment(comment(ArticleId(n * 7), QStringLiteral("comment %1").arg(n), n))))
            return false;
    }
    return answerOf(t.store->setStarred(starred, true)).has_value() &&
           answerOf(t.store->setRead(read, true)).has_value() &&
           answerOf(t.store->saveDraft(ArticleId(5), {}, QStringLiteral("a draft"))).has_value();
}

QList<CheckResult> DamageTest::repair(TestStore &t)
{
    t.store = std::make_unique<store::Store>(t.folder.path(), t.clock);
    (void)answerOf(t.store->open());
    const auto report = answerOf(t.store->check(true));
    return report ? *report : QList<CheckResult>();
}

void DamageTest::rawPagesAreReadAsSqliteReadsThem()
{
    TestStore t;
    QVERIFY(fill(t));
    t.store.reset();
    auto raw = store::RawDatabase::open(t.databaseFile());
    QVERIFY(raw);
    const auto schema = (*raw)->schema();
    for (const char *table :
         {"article", "content", "body", "comment", "feed", "change", "draft", "article_tag"}) {
        qint64 rows = 0;
        (*raw)->walk(schema.tables.value(QLatin1String(table)), [&rows](const store::RawDatabase::Record &) {
            ++rows;
            return true;
        });
        QCOMPARE(rows, ask(t.databaseFile(), QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table))
                           .toLongLong());
    }
    QCOMPARE((*raw)->unreadablePages(), 0);
}

void DamageTest::brokenPages_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("header");
    QTest::addColumn<double>("expected"); ///< share of the articles that must come through
    QTest::newRow("2 %") << 2 << false << 0.9;
    QTest::newRow("20 %") << 20 << false << 0.6;
    QTest::newRow("the header") << 0 << true << 1.0;
    QTest::newRow("10 % and the header") << 10 << true << 0.7;
}

void DamageTest::brokenPages()
{
    QFETCH(int, percent);
    QFETCH(bool, header);
    QFETCH(double, expected);
    TestStore t;
    QVERIFY(fill(t));
    t.store.reset();
    QByteArray bytes = contentsOf(t.databaseFile());
    QRandomGenerator random(quint32(percent + 7));
    const qsizetype pages = bytes.size() / pageSize;
    for (qsizetype n = 0; n < pages * percent / 100; ++n) {
        const qsizetype page = random.bounded(int(pages));
        for (qsizetype i = 0; i < pageSize; ++i)
            bytes[page * pageSize + i] = char(random.bounded(256));
    }
    if (header)
        bytes.replace(0, 100, QByteArray(100, '\0'));
    QVERIFY(write(t.databaseFile(), bytes));
    const auto report = repair(t);
    QVERIFY(!report.isEmpty());
    QVERIFY(t.isWhole());
    const double all = feedCount * articlesEach;
    QVERIFY2(double(t.ids().size()) >= all * expected, qPrintable(QString::number(t.ids().size())));
    const auto has = [&](const char *sql) { return ask(t.databaseFile(), QLatin1String(sql)).toInt(); };
    QVERIFY(has("SELECT count(*) FROM feed WHERE subscribed = 1") >= feedCount * expected);
    // Thirty comments lie on two or three pages: of many broken pages each may be one of them.
    if (percent <= 2)
        QVERIFY(has("SELECT count(*) FROM comment") >= 30 * expected * 0.6);
    if (percent == 0) {
        QCOMPARE(has("SELECT count(*) FROM article WHERE starred = 1"), feedCount * articlesEach / 10);
        QCOMPARE(has("SELECT count(*) FROM comment"), 30);
        QCOMPARE(has("SELECT count(*) FROM draft"), 1);
        QCOMPARE(answerOf(t.store->search(*query::parse(QStringLiteral("w7919"), t.clock.now()), 50,
                                          store::SearchOrder::Date))
                     ->isEmpty(),
                 false);
    }
    // The old one is kept as it was.
    const QStringList kept = QDir(t.folder.path()).entryList({QStringLiteral("library-damaged-*.sqlite")});
    QCOMPARE(kept.size(), 1);
    QCOMPARE(contentsOf(t.folder.filePath(kept.first())), bytes);
    // And what was lost comes again, as what it was: nothing twice.
    QList<ParsedEntry> entries;
    for (int i = 0; i < articlesEach; ++i)
        entries.append(entry(QByteArray::number(i).constData(), "Title"));
    const auto feeds = answerOf(t.store->overview())->subscriptions;
    for (const Subscription &feed : feeds)
        QVERIFY(t.fetch(feed.id, entries).has_value());
    // But a star is kept even where the key under which its article would be known again is lost.
    const qsizetype twice = t.ids().size() - feeds.size() * articlesEach;
    QVERIFY2(twice >= 0 && twice <= has("SELECT count(*) FROM article WHERE starred = 1 AND present = 1"),
             qPrintable(QString::number(twice)));
    QVERIFY(t.isWhole());
}

/** How large pages are stands in the header alone. */
void DamageTest::anOldStoreHasSmallerPages()
{
    TestStore t;
    QVERIFY(fill(t));
    t.store.reset();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old"));
        database.setDatabaseName(t.databaseFile());
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const char *sql : {"PRAGMA journal_mode = DELETE", "PRAGMA page_size = 4096", "VACUUM"}) {
            QVERIFY2(query.exec(QLatin1String(sql)), sql);
            query.finish();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("old"));
    QCOMPARE(ask(t.databaseFile(), QStringLiteral("PRAGMA page_size")).toInt(), 4096);
    QByteArray bytes = contentsOf(t.databaseFile());
    bytes.replace(0, 100, QByteArray(100, '\0'));
    QVERIFY(write(t.databaseFile(), bytes));
    QVERIFY(!repair(t).isEmpty());
    QVERIFY(t.isWhole());
    QCOMPARE(t.ids().size(), feedCount * articlesEach);
}

void DamageTest::aLostTreeIsFoundByItsLeaves()
{
    TestStore t;
    QVERIFY(fill(t));
    t.store.reset();
    QByteArray bytes = contentsOf(t.databaseFile());
    // The roots of all that people wrote, and of the articles.
    for (const char *table : {"article", "comment", "content", "body"}) {
        const auto root =
            ask(t.databaseFile(), QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = '%1'")
                                      .arg(QLatin1String(table)))
                .toLongLong();
        QVERIFY(root > 1);
        if (bytes[(root - 1) * pageSize] == 5) // else it is the one leaf there is
            bytes.replace((root - 1) * pageSize, pageSize, QByteArray(pageSize, '\x7f'));
    }
    QVERIFY(write(t.databaseFile(), bytes));
    QVERIFY(!repair(t).isEmpty());
    QVERIFY(t.isWhole());
    QCOMPARE(t.ids().size(), feedCount * articlesEach);
}

void DamageTest::starsComeBackFromTheIndex()
{
    TestStore t;
    QVERIFY(fill(t));
    const QString starredIds =
        QStringLiteral("SELECT group_concat(id) FROM (SELECT id FROM article WHERE starred = 1 ORDER BY id)");
    const QString unread = QStringLiteral("SELECT count(*) FROM article WHERE read = 0");
    t.store.reset();
    const auto starred = ask(t.databaseFile(), starredIds);
    const auto unreadBefore = ask(t.databaseFile(), unread);
    const auto root =
        ask(t.databaseFile(), QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = 'article'"))
            .toLongLong();
    // Every page of the table's tree, and none of its indexes.
    QByteArray bytes = contentsOf(t.databaseFile());
    auto raw = store::RawDatabase::open(t.databaseFile());
    QVERIFY(raw);
    QList<qint64> pages{root};
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const char *page = bytes.constData() + (pages[i] - 1) * pageSize;
        if (page[0] != 5)
            continue;
        const auto number = [](const char *at) { return qFromBigEndian<quint32>(at); };
        pages.append(number(page + 8));
        for (int cell = 0; cell < qFromBigEndian<quint16>(page + 3); ++cell)
            pages.append(number(page + qFromBigEndian<quint16>(page + 12 + cell * 2)));
    }
    raw->reset();
    for (const qint64 page : std::as_const(pages))
        bytes.replace((page - 1) * pageSize, pageSize, QByteArray(pageSize, '\x7f'));
    QVERIFY(write(t.databaseFile(), bytes));
    QVERIFY(!repair(t).isEmpty());
    QVERIFY(t.isWhole());
    QCOMPARE(ask(t.databaseFile(), starredIds), starred);
    QCOMPARE(ask(t.databaseFile(), unread), unreadBefore);
}

void DamageTest::commentsOutliveTheirArticles()
{
    TestStore t;
    QVERIFY(fill(t));
    t.store.reset();
    // Gone as by a broken page: rows alone, no trigger and no reference minded.
    QVERIFY(ask(t.databaseFile(), QStringLiteral("DROP TRIGGER article_changed")).toBool());
    QVERIFY(ask(t.databaseFile(), QStringLiteral("DELETE FROM article")).toBool());
    QByteArray bytes = contentsOf(t.databaseFile());
    bytes.replace(0, 16, QByteArray(16, 'x'));
    QVERIFY(write(t.databaseFile(), bytes));
    QVERIFY(!repair(t).isEmpty());
    QVERIFY(t.isWhole());
    QCOMPARE(ask(t.databaseFile(), QStringLiteral("SELECT count(*) FROM comment")).toInt(), 30);
    // The articles come again, and carry their comments.
    QList<ParsedEntry> entries;
    for (int i = 0; i < articlesEach; ++i)
        entries.append(entry(QByteArray::number(i).constData(), "Title"));
    const auto feeds = answerOf(t.store->overview())->subscriptions;
    QCOMPARE(feeds.size(), feedCount);
    for (const Subscription &feed : feeds)
        QVERIFY(t.fetch(feed.id, entries).has_value());
    QVERIFY(t.isWhole());
    QCOMPARE(answerOf(t.store->overview())->commented, 30);
}

void DamageTest::anythingLeavesAWholeStore()
{
    QRandomGenerator random(42);
    QByteArray noise(50'000, Qt::Uninitialized);
    for (char &c : noise)
        c = char(random.bounded(256));
    QByteArray pretending = noise;
    pretending.replace(0, 16, QByteArray("SQLite format 3\0", 16));
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("x"), noise, pretending, QByteArray(3 * pageSize, '\x0d')}) {
        TestStore t;
        QVERIFY(t.open());
        t.store.reset();
        QVERIFY(write(t.databaseFile(), bytes));
        QVERIFY(write(t.databaseFile() + QStringLiteral("-wal"), noise));
        QVERIFY(!repair(t).isEmpty());
        QVERIFY(t.isWhole());
        QVERIFY(t.subscribe("https://example.org/new").isValid());
        QVERIFY(t.reopen());
        QVERIFY(t.isWhole());
    }
}

void DamageTest::whatABackupHasIsTakenFromIt_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("backupIsWhole");
    QTest::newRow("half of the pages") << 50 << true;
    QTest::newRow("everything") << 100 << true;
    QTest::newRow("everything, and a broken backup") << 100 << false;
}

void DamageTest::whatABackupHasIsTakenFromIt()
{
    QFETCH(int, percent);
    QFETCH(bool, backupIsWhole);
    TestStore t;
    QVERIFY(fill(t));
    const QString starredKeys = QStringLiteral("SELECT group_concat(hex(key)) FROM (SELECT key FROM article "
                                               "WHERE starred = 1 AND present = 1 ORDER BY key)");
    QVERIFY(QDir(t.folder.path()).mkdir(QStringLiteral("backups")));
    const auto backup = [&t](const char *day) {
        return t.folder.filePath(QStringLiteral("backups/library-2026-02-%1.sqlite").arg(QLatin1String(day)));
    };
    QVERIFY(answerOf(t.store->backUp(backup("01"))).has_value());
    QVERIFY(write(backup("02"), contentsOf(backup("01")).left(backupIsWhole ? 20'000 : 0))); // killed, say
    if (!backupIsWhole)
        QVERIFY(write(backup("01"), "no store"));
    t.store.reset();
    const auto starred = ask(t.databaseFile(), starredKeys);
    const auto starredIds =
        ask(t.databaseFile(), QStringLiteral("SELECT count(*) FROM article WHERE starred = 1"));
    QByteArray bytes = contentsOf(t.databaseFile());
    QRandomGenerator random(7);
    const qsizetype pages = bytes.size() / pageSize;
    for (qsizetype page = 0; page < pages; ++page) {
        if (random.bounded(100) < percent)
            bytes.replace(page * pageSize, pageSize, QByteArray(pageSize, '\x7f'));
    }
    QVERIFY(write(t.databaseFile(), bytes));
    const auto report = repair(t);
    QCOMPARE(std::ranges::count(report, QStringLiteral("backup"), &CheckResult::check), int(backupIsWhole));
    QVERIFY(t.isWhole());
    if (!backupIsWhole)
        return;
    QCOMPARE(ask(t.databaseFile(), starredKeys), starred);
    QCOMPARE(ask(t.databaseFile(), QStringLiteral("SELECT count(*) FROM article WHERE starred = 1")),
             starredIds);
    QCOMPARE(ask(t.databaseFile(), QStringLiteral("SELECT count(*) FROM comment")).toInt(), 30);
    QCOMPARE(ask(t.databaseFile(), QStringLiteral("SELECT count(*) FROM draft")).toInt(), 1);
    QCOMPARE(answerOf(t.store->overview())->commented, 30);
    QCOMPARE(answerOf(t.store->overview())->subscriptions.size(), feedCount);
    QCOMPARE(answerOf(t.store->overview())->subscriptions.first().feedTitle, QStringLiteral("A feed"));
    // And the rest comes again, as what it was.
    QList<ParsedEntry> entries;
    for (int i = 0; i < articlesEach; ++i)
        entries.append(entry(QByteArray::number(i).constData(), "Title"));
    const auto feeds = answerOf(t.store->overview())->subscriptions;
    for (const Subscription &feed : feeds)
        QVERIFY(t.fetch(feed.id, entries).has_value());
    QCOMPARE(t.ids().size(), feedCount * articlesEach);
    QVERIFY(t.isWhole());
}

/** What was done since the backup stands: no star comes back, no comment that was deleted. */
void DamageTest::aBackupTakesNothingBack()
{
    TestStore t;
    QVERIFY(fill(t));
    QVERIFY(QDir(t.folder.path()).mkdir(QStringLiteral("backups")));
    QVERIFY(answerOf(t.store->backUp(t.folder.filePath(QStringLiteral("backups/library-2026-02-01.sqlite"))))
                .has_value());
    QVERIFY(answerOf(t.store->setStarred({ArticleId(10)}, false)).has_value());
    QVERIFY(answerOf(t.store->deleteComment(CommentId(1), t.clock.now())).has_value());
    t.store.reset();
    QByteArray bytes = contentsOf(t.databaseFile());
    bytes.replace(0, 100, QByteArray(100, '\0'));
    QVERIFY(write(t.databaseFile(), bytes));
    const auto report = repair(t);
    QVERIFY(std::ranges::none_of(
        report, [](const CheckResult &line) { return line.check == QLatin1String("backup"); }));
    QVERIFY(t.isWhole());
    QCOMPARE(ask(t.databaseFile(), QStringLiteral("SELECT starred FROM article WHERE id = 10")).toInt(), 0);
    QVERIFY(!ask(t.databaseFile(), QStringLiteral("SELECT deleted FROM comment WHERE id = 1")).isNull());
}

void DamageTest::wrongRows_data()
{
    QTest::addColumn<QString>("check"); ///< the one that must tell
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const char *check, const char *sql) {
        QTest::newRow(name) << QString::fromLatin1(check) << QString::fromLatin1(sql);
    };
    row("unread of a feed", "counts", "UPDATE feed_count SET unread = 40 WHERE feed = 3");
    row("total of all", "counts", "UPDATE library_count SET total = 7");
    row("no count of all", "counts", "DELETE FROM library_count");
    row("no counts of feeds", "counts", "DELETE FROM feed_count");
    row("comments of an article", "counts", "UPDATE article SET comments = 9 WHERE id = 7");
    row("a headline without article", "contents",
        "INSERT INTO content (article, title, substance, whole) VALUES (99999, 't', x'00', x'00')");
    row("a lost headline", "contents", "DELETE FROM content WHERE article = 10");
    row("a lost body", "contents", "DELETE FROM body WHERE article = 10");
    row("a broken body", "contents", "UPDATE body SET data = x'00112233' WHERE article = 10");
    row("a lost article", "contents", "DELETE FROM article WHERE id = 14");
    row("a lost feed", "references", "DELETE FROM feed WHERE id = 2");
    row("an empty index", "search index", "DELETE FROM word_segment");
    row("an index without its blocks", "search index", "DELETE FROM word_block");
    row("a broken block of the index", "search index", "UPDATE word_block SET data = substr(data, 2)");
    row("an index that lacks one", "search index",
        "INSERT INTO word_gone (article, until) VALUES (20, 1000)");
    row("a comment that is not found", "search index",
        "INSERT INTO comment_text (comment_text) VALUES ('delete-all')");
}

void DamageTest::wrongRows()
{
    QFETCH(QString, check);
    QFETCH(QString, sql);
    TestStore t;
    QVERIFY(fill(t));
    t.store.reset();
    QVERIFY(ask(t.databaseFile(), sql).isValid());
    QVERIFY(t.reopen());
    const auto found = answerOf(t.store->check(false));
    QVERIFY(found.has_value());
    const auto told =
        std::ranges::find_if(found.value(), [&](const CheckResult &line) { return line.check == check; });
    QVERIFY(told != found.value().end());
    QCOMPARE(told->status, CheckResult::Status::Damaged);
    const auto repaired = answerOf(t.store->check(true));
    QVERIFY(repaired.has_value());
    QVERIFY(std::ranges::none_of(repaired.value(), [](const CheckResult &line) {
        return line.status == CheckResult::Status::Damaged;
    }));
    QVERIFY(t.isWhole());
    QCOMPARE(ask(t.databaseFile(), QStringLiteral("SELECT count(*) FROM comment")).toInt(), 30);
    QVERIFY(t.ids().size() >= feedCount * articlesEach - articlesEach);
}

BROADSHEET_TEST_MAIN(DamageTest, QCoreApplication)
#include "damage.moc"
