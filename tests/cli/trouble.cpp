// SPDX-License-Identifier: GPL-3.0-or-later
// What may be wrong with a profile, as somebody at the command line meets it: a message that says what and
// where, the exit status of the contract, and nothing lost.
#include "program.h"
#include "support/testmain.h"
#include "support/testserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <memory>
#include <vector>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace broadsheet::test;

namespace {

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

/** Permissions bind everybody but the superuser. */
void becomeNobody()
{
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
        ::_exit(99);
}

void limitFiles()
{
    const rlimit limit{300'000, 300'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

class TroubleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aProfileThatIsAFile();
    void damage_data();
    void damage();
    void fromANewerVersion();
    void nothingCanBeWritten();
    void theDiskIsFull();
    void aSyncThatIsToStop_data();
    void aSyncThatIsToStop();
    void twoAtOnce();
    void backupsAndWhatTheyLeaveAlone();
    void restoring();
    void dailyBackups();
    void syncTakesAwayWhatIsNotKept();
    void brokenOffReplacementIsEnded();
    void loginsInAList();

private:
    QStringList subscribe() const
    {
        return {QStringLiteral("subscribe"), m_server.url(QStringLiteral("/feed.xml")).toString()};
    }
    /** Subscribed, fetched, one comment. */
    bool fill(Program &program)
    {
        return program.run(subscribe()).status == 0 &&
               program.run({QStringLiteral("sync"), QStringLiteral("--force")}).status == 0 &&
               program.run({QStringLiteral("comment"), QStringLiteral("1"), QStringLiteral("--text"),
                            QStringLiteral("kept words")})
                       .status == 0;
    }
    static qsizetype articles(Program &program)
    {
        return program.run({QStringLiteral("articles"), QStringLiteral("--json")}).lines().size();
    }

    TestServer m_server;
};

void TroubleTest::initTestCase()
{
    QByteArray items;
    for (int i = 0; i < 60; ++i) {
        const QByteArray n = QByteArray::number(i);
        QByteArray text;
        for (int w = 0; w < 400; ++w)
            text += "w" + QByteArray::number((w * (i + 3) * 7919) % 99991) + ' ';
        items += "<item><guid>" + n + "</guid><title>Item " + n + "</title><description>" + text +
                 "</description></item>";
    }
    m_server.route(
        QStringLiteral("/feed.xml"),
        TestAnswer::feed("<rss version=\"2.0\"><channel><title>F</title>" + items + "</channel></rss>"));
}

void TroubleTest::aProfileThatIsAFile()
{
    Program program;
    QVERIFY(write(program.profile, "mine"));
    const Run run = program.run({QStringLiteral("feeds")});
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(program.profile.toUtf8()), run.err.constData());
    QCOMPARE(contentsOf(program.profile), QByteArray("mine"));
}

void TroubleTest::damage_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"garbage", "header", "half", "empty", "missing", "middle", "foreign", "folder"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TroubleTest::damage()
{
    QFETCH(QString, how);
    Program program;
    QVERIFY(fill(program));
    const QString file = program.databaseFile();
    QByteArray bytes = contentsOf(file);
    QVERIFY(bytes.size() > 100'000);
    if (how == QLatin1String("garbage"))
        bytes.fill('x');
    else if (how == QLatin1String("header"))
        bytes.replace(0, 100, QByteArray(100, '\0'));
    else if (how == QLatin1String("half"))
        bytes.truncate(bytes.size() / 2);
    else if (how == QLatin1String("middle"))
        bytes.replace(4096 * 2, 4096 * 12, QByteArray(4096 * 12, 'z'));
    else if (how == QLatin1String("empty") || how == QLatin1String("missing") ||
             how == QLatin1String("folder"))
        bytes.clear();
    if (how == QLatin1String("foreign")) {
        QVERIFY(QFile::remove(file));
        QVERIFY(ask(file, QStringLiteral("CREATE TABLE theirs (x)")).toBool());
        bytes = contentsOf(file);
    } else {
        QVERIFY(write(file, bytes));
    }
    if (how == QLatin1String("missing") || how == QLatin1String("folder"))
        QVERIFY(QFile::remove(file));
    if (how == QLatin1String("folder"))
        QVERIFY(QDir().mkdir(file));
    for (const char *command : {"articles", "sync", "stats"}) {
        if (how == QLatin1String("middle") && qstrcmp(command, "stats") == 0)
            continue; // may read none of the broken pages
        const Run run = program.run({QString::fromLatin1(command)});
        QCOMPARE(run.status, 3);
        QVERIFY2(!run.err.isEmpty(), command);
    }
    QCOMPARE(program.run({QStringLiteral("doctor")}).status, 3);
    if (how != QLatin1String("missing") && how != QLatin1String("middle"))
        QCOMPARE(contentsOf(file), bytes);

    const Run repair =
        program.run({QStringLiteral("doctor"), QStringLiteral("--repair"), QStringLiteral("--json")});
    QVERIFY2(repair.status == 0, repair.out + repair.err);
    QVERIFY(!repair.lines().isEmpty());
    if (how != QLatin1String("missing")) {
        const QStringList kept =
            QDir(program.profile).entryList({QStringLiteral("library-damaged-*.sqlite")});
        QCOMPARE(kept.size(), 1);
        if (how != QLatin1String("middle"))
            QCOMPARE(contentsOf(program.profile + u'/' + kept.first()), bytes);
    }
    QCOMPARE(program.run({QStringLiteral("doctor")}).status, 0);
    QCOMPARE(program.run({QStringLiteral("sync")}).status, 0);
    if (how == QLatin1String("header") || how == QLatin1String("middle")) {
        const Run feeds = program.run({QStringLiteral("feeds"), QStringLiteral("--json")});
        QVERIFY(how == QLatin1String("middle") || feeds.lines().size() == 1);
    }
    if (how != QLatin1String("half") && how != QLatin1String("middle"))
        QCOMPARE(articles(program), 60); // from the pages, or from the backup that the first sync made
    if (how == QLatin1String("header")) {
        QCOMPARE(ask(file, QStringLiteral("SELECT text FROM comment")).toString(),
                 QStringLiteral("kept words"));
    }
    QCOMPARE(program.run({QStringLiteral("doctor")}).status, 0);
}

void TroubleTest::fromANewerVersion()
{
    Program program;
    QVERIFY(fill(program));
    QVERIFY(ask(program.databaseFile(), QStringLiteral("PRAGMA user_version = 999")).isValid());
    const QByteArray before = contentsOf(program.databaseFile());
    for (const QStringList &words :
         {QStringList{QStringLiteral("sync")}, QStringList{QStringLiteral("feeds")},
          QStringList{QStringLiteral("doctor"), QStringLiteral("--repair")}}) {
        const Run run = program.run(words);
        QCOMPARE(run.status, 3);
        QVERIFY2(run.err.contains("newer"), run.err.constData());
    }
    QCOMPARE(contentsOf(program.databaseFile()), before);
}

void TroubleTest::nothingCanBeWritten()
{
    Program program;
    QVERIFY(fill(program));
    QVERIFY(QFile::setPermissions(program.folder.path(), QFile::Permissions(0x7755)));
    QVERIFY(QFile::setPermissions(program.profile, QFile::Permissions(0x5555)));
    QDir profile(program.profile);
    for (const QString &name : profile.entryList(QDir::Files))
        QVERIFY(QFile::setPermissions(profile.filePath(name), QFile::Permissions(0x4444)));
    program.inChild = becomeNobody;
    if (program.run({QStringLiteral("--version")}).status != 0)
        QSKIP("the program is where nobody may run it");
    const QByteArray before = contentsOf(program.databaseFile());
    for (const QStringList &words :
         {QStringList{QStringLiteral("sync"), QStringLiteral("--force")},
          QStringList{QStringLiteral("mark"), QStringLiteral("read"), QStringLiteral("1")},
          QStringList{QStringLiteral("comment"), QStringLiteral("1"), QStringLiteral("--text"),
                      QStringLiteral("x")}}) {
        const Run run = program.run(words);
        QCOMPARE(run.status, 3);
        QVERIFY2(run.err.contains(program.profile.toUtf8()), run.err.constData());
    }
    // Reading is not writing.
    QCOMPARE(articles(program), 60);
    const Run doctor = program.run({QStringLiteral("doctor")});
    QVERIFY2(doctor.status == 0, doctor.err.constData());
    QCOMPARE(contentsOf(program.databaseFile()), before);

    // A file alone that may not be written.
    QVERIFY(QFile::setPermissions(program.profile, QFile::Permissions(0x7777)));
    const Run run = program.run({QStringLiteral("mark"), QStringLiteral("read"), QStringLiteral("1")});
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(program.databaseFile().toUtf8()), run.err.constData());
    QCOMPARE(contentsOf(program.databaseFile()), before);
    program.inChild = nullptr;
    QCOMPARE(program.run({QStringLiteral("doctor")}).status, 0);
}

void TroubleTest::theDiskIsFull()
{
    Program program;
    const QString opml = program.folder.filePath(QStringLiteral("one.opml"));
    QVERIFY(write(opml, "<opml version=\"2.0\"><body><outline type=\"rss\" xmlUrl=\"" +
                            m_server.url(QStringLiteral("/feed.xml")).toEncoded() + "\"/></body></opml>"));
    QCOMPARE(program.run({QStringLiteral("import"), opml}).status, 0);
    program.inChild = limitFiles;
    const Run run = program.run({QStringLiteral("sync"), QStringLiteral("--force")});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.err.contains("full"), run.err.constData());
    QCOMPARE(program.run({QStringLiteral("feeds"), QStringLiteral("--json")}).lines().size(), 1);
    program.inChild = nullptr;
    QCOMPARE(program.run({QStringLiteral("doctor")}).status, 0);
    QCOMPARE(program.run({QStringLiteral("sync"), QStringLiteral("--force")}).status, 0);
    QCOMPARE(articles(program), 60);
}

void TroubleTest::aSyncThatIsToStop_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("terminal") << SIGINT;
    QTest::newRow("timer") << SIGTERM;
    QTest::newRow("session") << SIGHUP;
}

void TroubleTest::aSyncThatIsToStop()
{
    QFETCH(int, number);
    Program program;
    TestServer silent(QStringLiteral("127.0.0.2"));
    TestAnswer nothing;
    nothing.silent = true;
    silent.route(QStringLiteral("*"), nothing);
    const QString opml = program.folder.filePath(QStringLiteral("two.opml"));
    QVERIFY(write(opml, "<opml version=\"2.0\"><body><outline type=\"rss\" xmlUrl=\"" +
                            m_server.url(QStringLiteral("/feed.xml")).toEncoded() +
                            "\"/><outline type=\"rss\" xmlUrl=\"" +
                            silent.url(QStringLiteral("/feed.xml")).toEncoded() + "\"/></body></opml>"));
    QCOMPARE(program.run({QStringLiteral("import"), opml}).status, 0);
    QProcess sync;
    sync.start(QStringLiteral(BROADSHEET_PROGRAM), {QStringLiteral("--profile"), program.profile,
                                                    QStringLiteral("sync"), QStringLiteral("--json")});
    QTRY_VERIFY_WITH_TIMEOUT(sync.peek(100'000).contains('\n'), 60'000); // one of the two is done
    QTRY_COMPARE(silent.requests().size(), 1);
    QCOMPARE(::kill(pid_t(sync.processId()), number), 0);
    QTRY_COMPARE_WITH_TIMEOUT(sync.state(), QProcess::NotRunning, 10'000);
    QCOMPARE(sync.exitStatus(), QProcess::NormalExit);
    QCOMPARE(sync.exitCode(), 1);
    const QByteArray err = sync.readAllStandardError();
    QVERIFY2(err.contains("Stopped"), err.constData());
    QVERIFY(sync.readAllStandardOutput().contains("\"summary\""));
    QCOMPARE(articles(program), 60);
    QCOMPARE(program.run({QStringLiteral("doctor")}).status, 0);
}

void TroubleTest::twoAtOnce()
{
    Program program;
    QVERIFY(fill(program));
    std::vector<std::unique_ptr<QProcess>> all;
    for (int i = 0; i < 4; ++i) {
        QStringList words{QStringLiteral("--profile"), program.profile};
        if (i % 2)
            words += {QStringLiteral("comment"), QStringLiteral("2"), QStringLiteral("--text"),
                      QString::number(i)};
        else
            words += {QStringLiteral("sync"), QStringLiteral("--force")};
        all.push_back(std::make_unique<QProcess>());
        all.back()->start(QStringLiteral(BROADSHEET_PROGRAM), words);
    }
    for (const auto &process : all) {
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
    }
    QCOMPARE(ask(program.databaseFile(), QStringLiteral("SELECT count(*) FROM comment")).toInt(), 3);
    QCOMPARE(program.run({QStringLiteral("doctor")}).status, 0);
}

void TroubleTest::backupsAndWhatTheyLeaveAlone()
{
    Program program;
    QVERIFY(fill(program));
    const QString mine = program.folder.filePath(QStringLiteral("letter.txt"));
    QVERIFY(write(mine, "my letter"));
    QCOMPARE(program.run({QStringLiteral("backup"), mine}).status, 1);
    QCOMPARE(contentsOf(mine), QByteArray("my letter"));
    QCOMPARE(program.run({QStringLiteral("backup"), program.databaseFile()}).status, 1);
    QCOMPARE(
        program.run({QStringLiteral("backup"), program.folder.filePath(QStringLiteral("no/where"))}).status,
        1);
    // What is no file is not replaced by one.
    const QString pipe = program.folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
    QCOMPARE(program.run({QStringLiteral("backup"), pipe}).status, 1);
    QVERIFY(!QFileInfo(pipe).isFile());
    QCOMPARE(program.run({QStringLiteral("backup")}).status, 2);
    const QString copy = program.folder.filePath(QStringLiteral("copy.sqlite"));
    QCOMPARE(program.run({QStringLiteral("backup"), copy}).status, 0);
    QCOMPARE(program.run({QStringLiteral("backup"), copy}).status, 0); // our own may be replaced
    QCOMPARE(ask(copy, QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("delete"));
    // What a killed one left goes with the next under its name.
    const QString left = copy + QStringLiteral(".part-999999999");
    QVERIFY(write(left, "half"));
    QVERIFY(write(copy + QStringLiteral(".part-mine"), "not ours"));
    QCOMPARE(program.run({QStringLiteral("backup"), copy}).status, 0);
    QVERIFY(!QFile::exists(left));
    QVERIFY(QFile::exists(copy + QStringLiteral(".part-mine")));
    QCOMPARE(ask(copy, QStringLiteral("SELECT count(*) FROM article")).toInt(), 60);
}

void TroubleTest::restoring()
{
    Program program;
    QVERIFY(fill(program));
    const QString copy = program.folder.filePath(QStringLiteral("copy.sqlite"));
    QCOMPARE(program.run({QStringLiteral("backup"), copy}).status, 0);
    QCOMPARE(program
                 .run({QStringLiteral("comment"), QStringLiteral("1"), QStringLiteral("--text"),
                       QStringLiteral("later")})
                 .status,
             0);
    // Nothing that is no whole store of ours.
    const QString letter = program.folder.filePath(QStringLiteral("letter.txt"));
    QVERIFY(write(letter, "my letter"));
    QByteArray broken = contentsOf(copy);
    broken.truncate(broken.size() / 2);
    const QString half = program.folder.filePath(QStringLiteral("half.sqlite"));
    QVERIFY(write(half, broken));
    const QString newer = program.folder.filePath(QStringLiteral("newer.sqlite"));
    QVERIFY(QFile::copy(copy, newer));
    QVERIFY(ask(newer, QStringLiteral("PRAGMA user_version = 999")).isValid());
    const QString strange = program.folder.filePath(QStringLiteral("strange.sqlite"));
    QVERIFY(QFile::copy(copy, strange));
    QVERIFY(ask(strange,
                QStringLiteral("CREATE TRIGGER t AFTER INSERT ON comment BEGIN DELETE FROM article; END"))
                .isValid());
    for (const QString &file :
         {letter, half, newer, strange, program.folder.filePath(QStringLiteral("none"))}) {
        const Run run = program.run({QStringLiteral("restore"), file});
        QVERIFY2(run.status == 1, qPrintable(file));
        QVERIFY2(run.err.contains(file.toUtf8()), run.err.constData());
    }
    QCOMPARE(ask(program.databaseFile(), QStringLiteral("SELECT count(*) FROM comment")).toInt(), 2);

    const Run run = program.run({QStringLiteral("restore"), copy, QStringLiteral("--json")});
    QVERIFY2(run.status == 0, run.err.constData());
    QCOMPARE(ask(program.databaseFile(), QStringLiteral("SELECT count(*) FROM comment")).toInt(), 1);
    const QString kept = run.lines().value(0).value(QStringLiteral("kept")).toString();
    QCOMPARE(ask(kept, QStringLiteral("SELECT count(*) FROM comment")).toInt(), 2);
    QCOMPARE(program.run({QStringLiteral("doctor")}).status, 0);

    // Also where nothing is left, and into another profile.
    Program other;
    QCOMPARE(other.run({QStringLiteral("restore"), copy}).status, 0);
    QCOMPARE(articles(other), 60);
    QVERIFY(write(program.databaseFile(), "garbage"));
    QCOMPARE(program.run({QStringLiteral("restore"), copy}).status, 0);
    QCOMPARE(articles(program), 60);
}

void TroubleTest::dailyBackups()
{
    Program program;
    QVERIFY(fill(program));
    const QDir backups(program.profile + QStringLiteral("/backups"));
    QCOMPARE(backups.entryList({QStringLiteral("library-*.sqlite")}).size(), 1);
    const QString opml = backups.entryList({QStringLiteral("library-*.opml")}).value(0);
    QVERIFY(contentsOf(backups.filePath(opml)).contains("feed.xml"));
    // Nine earlier days: today's is due again once it is gone, and seven stay.
    const QString today = backups.entryList({QStringLiteral("library-*.sqlite")}).value(0);
    for (int day = 1; day <= 9; ++day) {
        const QString name = QStringLiteral("library-2001-01-0%1").arg(day);
        QVERIFY(QFile::copy(backups.filePath(today), backups.filePath(name + QStringLiteral(".sqlite"))));
        QVERIFY(QFile::copy(backups.filePath(opml), backups.filePath(name + QStringLiteral(".opml"))));
    }
    QVERIFY(QFile::remove(backups.filePath(today)));
    QCOMPARE(program.run({QStringLiteral("sync")}).status, 0); // the comment is new since
    QCOMPARE(backups.entryList({QStringLiteral("library-*.sqlite")}).size(), 7);
    QCOMPARE(backups.entryList({QStringLiteral("library-*.opml")}).size(), 7);
    QCOMPARE(ask(backups.filePath(today), QStringLiteral("SELECT count(*) FROM comment")).toInt(), 1);
    // Nothing new: no new one.
    QVERIFY(QFile::remove(backups.filePath(today)));
    QCOMPARE(program.run({QStringLiteral("sync")}).status, 0);
    QVERIFY(!QFile::exists(backups.filePath(today)));
}

void TroubleTest::syncTakesAwayWhatIsNotKept()
{
    Program program;
    QVERIFY(fill(program));
    QVERIFY(write(program.profile + QStringLiteral("/settings.ini"), "[keeping]\ncount=10\nunread=false\n"));
    const Run sync = program.run({QStringLiteral("sync")}); // nothing is due, but there is much to take away
    QCOMPARE(sync.status, 0);
    QVERIFY2(sync.out.startsWith("0 feeds,"), sync.out.constData());
    QCOMPARE(articles(program), 11); // the oldest has a comment
    QCOMPARE(program.run({QStringLiteral("doctor")}).status, 0);
    QCOMPARE(program.run({QStringLiteral("sync"), QStringLiteral("--force")}).status, 0);
    QCOMPARE(articles(program), 11); // and stays away
}

void TroubleTest::brokenOffReplacementIsEnded()
{
    Program program;
    QVERIFY(fill(program));
    const QString copy = program.folder.filePath(QStringLiteral("copy.sqlite"));
    QCOMPARE(program.run({QStringLiteral("backup"), copy}).status, 0);
    QCOMPARE(program
                 .run({QStringLiteral("comment"), QStringLiteral("1"), QStringLiteral("--text"),
                       QStringLiteral("later")})
                 .status,
             0);
    // As a restore leaves it that is killed after it has decided.
    QVERIFY(QFile::copy(copy, program.profile + QStringLiteral("/library.next")));
    QVERIFY(write(program.databaseFile() + QStringLiteral("-wal"), "a log of the old one"));
    QCOMPARE(articles(program), 60);
    QCOMPARE(ask(program.databaseFile(), QStringLiteral("SELECT count(*) FROM comment")).toInt(), 1);
    QVERIFY(!QFile::exists(program.profile + QStringLiteral("/library.next")));
    QCOMPARE(program.run({QStringLiteral("doctor")}).status, 0);
}

/** A login that a list has in an address goes where logins go, and is not lost without a word. */
void TroubleTest::loginsInAList()
{
    Program program;
    TestServer guarded;
    guarded.route(QStringLiteral("/feed.xml"), [](const TestRequest &request) {
        if (request.header("Authorization") == "Basic " + QByteArray("jo:p\xC3\xA4 ss").toBase64())
            return TestAnswer::feed(
                "<rss version='2.0'><channel><title>T</title><item><title>a</title></item></channel></rss>");
        TestAnswer answer;
        answer.status = 401;
        answer.headers = {{"WWW-Authenticate", "Basic realm=\"x\", charset=\"UTF-8\""}};
        return answer;
    });
    QByteArray address = guarded.url(QStringLiteral("/feed.xml")).toEncoded();
    address.replace("http://", "http://jo:p%C3%A4%20ss@");
    const QString opml = program.folder.filePath(QStringLiteral("list.opml"));
    QVERIFY(write(opml, "<opml version=\"2.0\"><body><outline type=\"rss\" xmlUrl=\"" + address +
                            "\"/></body></opml>"));
    const QByteArray bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keyring
    const Run passing = program.run({QStringLiteral("import"), opml});
    QCOMPARE(passing.status, 0);
    QVERIFY2(passing.err.contains("keyring"), passing.err.constData());
    qputenv("BROADSHEET_SECRETS", "file");
    const Run kept = program.run({QStringLiteral("import"), opml});
    const Run sync = program.run({QStringLiteral("sync"), QStringLiteral("--force")});
    qunsetenv("BROADSHEET_SECRETS");
    bus.isNull() ? qunsetenv("DBUS_SESSION_BUS_ADDRESS") : qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
    QCOMPARE(kept.err, QByteArray());
    QVERIFY2(sync.status == 0, sync.err.constData());
    QCOMPARE(articles(program), 1);
    QFile database(program.databaseFile());
    QVERIFY(database.open(QIODevice::ReadOnly) && !database.readAll().contains("p\xC3\xA4 ss"));
}

BROADSHEET_TEST_MAIN(TroubleTest, QCoreApplication)
#include "trouble.moc"
