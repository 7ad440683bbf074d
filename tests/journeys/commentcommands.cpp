// SPDX-License-Identifier: GPL-3.0-or-later
// Comments by the command line, as another program uses it: the site's from a loopback server, kill -9,
// export.
#include "support/testmain.h"
#include "support/testserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace broadsheet::test;

namespace {

struct Run
{
    int status = -1;
    QByteArray out, err;

    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                objects.append(QJsonDocument::fromJson(line).object());
        }
        return objects;
    }
};

QByteArray rss(const QByteArray &base, const QByteArray &title = "Harbour news")
{
    return "<rss version='2.0' xmlns:wfw='http://wellformedweb.org/CommentAPI/'><channel><title>" + title +
           "</title><item><title>The tide</title><guid isPermaLink='false'>tide</guid><link>" + base +
           "/tide</link><description>Pontoons rise and fall.</description><wfw:commentRss>" + base +
           "/tide/comments</wfw:commentRss></item><item><title>The rail</title><guid "
           "isPermaLink='false'>rail</guid>"
           "<link>" +
           base + "/rail</link><description>Night trains.</description></item></channel></rss>";
}

QByteArray replies(const QByteArray &words)
{
    return "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>"
           "<title>Replies</title><id>urn:replies</id><entry><id>urn:c1</id><title>x</"
           "title><author><name>Ada</name>"
           "</author><updated>2026-03-10T08:00:00Z</updated><link href='https://harbour.example/tide#c1'/>"
           "<content type='html'>&lt;p>" +
           words +
           "&lt;/p></content></entry><entry><id>urn:c2</id><title>y</title>"
           "<author><name>Bo</name></author><updated>2026-03-10T09:00:00Z</updated><thr:in-reply-to "
           "ref='urn:c1'/>"
           "<content>Indeed</content></entry></feed>";
}

} // namespace

class CommentCommandsJourney : public QObject
{
    Q_OBJECT

    Run run(const QStringList &words, bool kill = false)
    {
        QProcess process;
        process.setProgram(QStringLiteral(BROADSHEET_PROGRAM));
        process.setArguments(QStringList{QStringLiteral("--profile"), m_profile} + words);
        process.start();
        Run result;
        // The server lives on this thread: its events must run while the program works. Without those below
        // the program's last line is waited for and its process killed while it may still be ending.
        const bool ended = QTest::qWaitFor(
            [&] {
                result.out += process.readAllStandardOutput();
                if (kill && result.out.endsWith('\n'))
                    process.kill(); // SIGKILL; nothing where it has ended
                return process.state() == QProcess::NotRunning;
            },
            60'000);
        result.out += process.readAllStandardOutput();
        result.err = process.readAllStandardError();
        result.status = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return result;
    }
    Run comment(const QString &article, const QString &text, const QStringList &more = {})
    {
        return run(QStringList{QStringLiteral("comment"), article, QStringLiteral("--text"), text,
                               QStringLiteral("--json")} +
                   more);
    }
    QList<QJsonObject> comments(const QStringList &more = {})
    {
        return run(QStringList{QStringLiteral("comments"), m_tide, QStringLiteral("--json")} + more).lines();
    }
    static QString idOf(const QJsonObject &object)
    {
        return QString::number(object[QLatin1String("id")].toInteger());
    }
    static QString textOf(const QJsonObject &object) { return object[QLatin1String("text")].toString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestServer> m_server;
    QString m_profile;
    QString m_tide, m_rail;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile = m_folder->path();
        m_server = std::make_unique<TestServer>();
        const QByteArray base = m_server->url(QString()).toEncoded();
        m_server->route(QStringLiteral("/feed"), TestAnswer::feed(rss(base)));
        m_server->route(QStringLiteral("/tide/comments"),
                        TestAnswer::feed(replies("From the quay"), "\"1\""));
        QCOMPARE(run({QStringLiteral("subscribe"), m_server->url(QStringLiteral("/feed")).toString()}).status,
                 0);
        const auto articles = run({QStringLiteral("articles"), QStringLiteral("--json")}).lines();
        QCOMPARE(articles.size(), 2);
        for (const QJsonObject &article : articles)
            (article[QLatin1String("title")] == QLatin1String("The tide") ? m_tide : m_rail) = idOf(article);
    }

    void theSitesCommentsAndMine()
    {
        const auto mine =
            comment(m_tide, QStringLiteral("I *like* it"), {QStringLiteral("--name"), QStringLiteral("Kim")});
        QCOMPARE(mine.status, 0);
        QCOMPARE(mine.lines().first()[QLatin1String("origin")].toString(), QStringLiteral("local"));
        QCOMPARE(comments().size(), 1); // nothing is fetched unasked
        QCOMPARE(m_server->count(QStringLiteral("/tide/comments")), 0);
        auto all = comments({QStringLiteral("--refresh")});
        QCOMPARE(all.size(), 3);
        const QJsonObject ada = all.at(0);
        QCOMPARE(ada[QLatin1String("origin")].toString(), QStringLiteral("site"));
        QCOMPARE(ada[QLatin1String("name")].toString(), QStringLiteral("Ada"));
        QCOMPARE(ada[QLatin1String("url")].toString(), QStringLiteral("https://harbour.example/tide#c1"));
        QCOMPARE(all.at(1)[QLatin1String("reply_to")], ada[QLatin1String("id")]);
        // Under the site's comment, and across a change there.
        QCOMPARE(comment(m_tide, QStringLiteral("Me too"), {QStringLiteral("--reply-to"), idOf(ada)}).status,
                 0);
        m_server->route(QStringLiteral("/tide/comments"),
                        TestAnswer::feed(replies("From the quay, edited"), "\"2\""));
        all = comments({QStringLiteral("--refresh")});
        QCOMPARE(all.size(), 4);
        QCOMPARE(textOf(all.at(0)), QStringLiteral("From the quay, edited"));
        QCOMPARE(all.at(0)[QLatin1String("id")], ada[QLatin1String("id")]);
        // Offline: told, and what is kept is printed.
        m_server.reset();
        const auto offline =
            run({QStringLiteral("comments"), m_tide, QStringLiteral("--refresh"), QStringLiteral("--json")});
        QCOMPARE(offline.status, 1);
        QVERIFY(!offline.err.isEmpty());
        QCOMPARE(offline.lines().size(), 4);
        QCOMPARE(run({QStringLiteral("comments"), m_rail, QStringLiteral("--refresh")}).status, 0);
        const auto found =
            run({QStringLiteral("search"), QStringLiteral("comment:quay"), QStringLiteral("--json")}).lines();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first()[QLatin1String("comment_id")], ada[QLatin1String("id")]);
    }

    void whatCannotBeIsTold()
    {
        const QString mine = idOf(comment(m_tide, QStringLiteral("here")).lines().first());
        const auto refused = [&](const QStringList &words, int status) {
            const Run result = run(words);
            return result.status == status && result.out.isEmpty() && result.err.startsWith("broadsheet: ");
        };
        const QString text = QStringLiteral("--text"), x = QStringLiteral("x"),
                      command = QStringLiteral("comment");
        QVERIFY(refused({command, QStringLiteral("9999"), text, x}, 1));
        QVERIFY(refused({command, m_tide, text, QStringLiteral(" \n ")}, 1));
        QVERIFY(refused({command, m_tide, text, x, QStringLiteral("--reply-to"), QStringLiteral("9999")}, 1));
        QVERIFY(refused({command, m_rail, text, x, QStringLiteral("--reply-to"), mine}, 1));
        QVERIFY(refused({command, m_tide, text, x, QStringLiteral("--reply-to"), QStringLiteral("0")}, 1));
        QVERIFY(refused({command, QStringLiteral("--edit"), QStringLiteral("9999"), text, x}, 1));
        QVERIFY(refused({command, QStringLiteral("--delete"), QStringLiteral("9999")}, 1));
        QVERIFY(refused({QStringLiteral("comments"), QStringLiteral("9999")}, 1));
        QVERIFY(refused({command, m_tide}, 2));
        QVERIFY(refused({command, text, x}, 2));
        QVERIFY(refused({command, QStringLiteral("--edit"), mine, QStringLiteral("--delete"), mine}, 2));
        QVERIFY(refused(
            {QStringLiteral("export-comments"), QStringLiteral("--format"), QStringLiteral("pdf")}, 2));
        QCOMPARE(comments().size(), 1);
    }

    void editedAndDeleted()
    {
        const QString parent = idOf(comment(m_tide, QStringLiteral("parent")).lines().first());
        const QString reply = idOf(
            comment(m_tide, QStringLiteral("reply"), {QStringLiteral("--reply-to"), parent}).lines().first());
        const auto edited =
            run({QStringLiteral("comment"), QStringLiteral("--edit"), reply, QStringLiteral("--text"),
                 QStringLiteral("reply, better"), QStringLiteral("--json")});
        QCOMPARE(edited.status, 0);
        QVERIFY(edited.lines().first().contains(QLatin1String("date_edited")));
        QCOMPARE(run({QStringLiteral("comment"), QStringLiteral("--delete"), parent}).status, 0);
        const auto left = comments();
        QCOMPARE(left.size(), 2);
        QVERIFY(left.first()[QLatin1String("deleted")].toBool());
        QCOMPARE(textOf(left.last()), QStringLiteral("reply, better"));
    }

    void whatReturnedIsThere()
    {
        QElapsedTimer time;
        time.start();
        int said = 0;
        for (; said < 12 && (said < 3 || time.elapsed() < 15'000); ++said) {
            const QString text = QStringLiteral("thought %1").arg(said);
            const Run killed = run({QStringLiteral("comment"), m_tide, QStringLiteral("--text"), text}, true);
            QVERIFY2(!killed.out.isEmpty(), killed.err.constData());
        }
        const auto kept = comments();
        QCOMPARE(kept.size(), said);
        for (int i = 0; i < said; ++i)
            QCOMPARE(textOf(kept.at(i)), QStringLiteral("thought %1").arg(i));
        QCOMPARE(run({QStringLiteral("doctor")}).status, 0);
    }

    void outliveTheSubscription()
    {
        comment(m_tide, QStringLiteral("unforgotten"));
        const QString feed = m_server->url(QStringLiteral("/feed")).toString();
        QCOMPARE(run({QStringLiteral("unsubscribe"), feed}).status, 0);
        QCOMPARE(comments().size(), 1);
        QVERIFY(run({QStringLiteral("export-comments")}).out.contains("unforgotten"));
        QCOMPARE(run({QStringLiteral("subscribe"), feed}).status, 0);
        QCOMPARE(comments().size(), 1);
        QCOMPARE(run({QStringLiteral("search"), QStringLiteral("is:commented"), QStringLiteral("--json")})
                     .lines()
                     .size(),
                 1);
    }

    void exported()
    {
        const QString ada = idOf(comments({QStringLiteral("--refresh")}).first());
        comment(m_tide, QStringLiteral("A *list*:\n\n- one\n- two"), {QStringLiteral("--reply-to"), ada});
        comment(m_rail, QStringLiteral("Sleepers & \"berths\" <b>"));
        const QString command = QStringLiteral("export-comments");
        // JSON: mine, and of the site's what I answered.
        const auto json = run({command});
        QCOMPARE(json.status, 0);
        const QJsonArray all = QJsonDocument::fromJson(json.out)[QLatin1String("comments")].toArray();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.at(1)[QLatin1String("reply_to")], all.at(0)[QLatin1String("id")]);
        // Atom: well-formed, threaded.
        const QString atomFile = m_folder->filePath(QStringLiteral("comments.atom"));
        QCOMPARE(run({command, QStringLiteral("--format"), QStringLiteral("atom"), atomFile}).status, 0);
        QFile atom(atomFile);
        QVERIFY(atom.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&atom);
        int entries = 0, answers = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            entries += xml.isStartElement() && xml.name() == QLatin1String("entry");
            answers += xml.isStartElement() && xml.name() == QLatin1String("in-reply-to");
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(entries, 3);
        QCOMPARE(answers, 3);
        // Markdown: a file an article, the same files the next time.
        const QString notes = m_folder->filePath(QStringLiteral("notes/of mine"));
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(run({command, QStringLiteral("--format"), QStringLiteral("markdown"), notes}).status, 0);
            QCOMPARE(QDir(notes).entryList(QDir::Files).size(), 2);
        }
        QFile note(QDir(notes).filePath(QDir(notes).entryList({QStringLiteral("The tide*")}).value(0)));
        QVERIFY(note.open(QIODevice::ReadOnly));
        const QByteArray text = note.readAll();
        QVERIFY(text.startsWith("---\ntitle: \"The tide\"\n"));
        QVERIFY2(text.contains("    - one\n"), text.constData());
        QVERIFY(text.contains("From the quay"));
        QVERIFY(run({command, QStringLiteral("--format"), QStringLiteral("markdown")})
                    .out.contains("Sleepers & \"berths\" <b>"));
        QCOMPARE(run({command, QStringLiteral("/nowhere/at/all.json")}).status, 1);
    }

    void takenInByAnotherProfile()
    {
        const QString ada = idOf(comments({QStringLiteral("--refresh")}).first());
        comment(m_tide, QStringLiteral("I saw it too"), {QStringLiteral("--reply-to"), ada});
        const QString first = idOf(comment(m_rail, QStringLiteral("Slow trains")).lines().first());
        const QString file = m_folder->filePath(QStringLiteral("comments.json"));
        const auto taken = [&] {
            const Run done = run({QStringLiteral("import"), file, QStringLiteral("--json")});
            const QJsonObject said = done.lines().value(0);
            const auto number = [&said](const char *name) { return said[QLatin1String(name)].toInt(-1); };
            return QList<int>{done.status, number("added"), number("changed"), number("known")};
        };
        QCOMPARE(run({QStringLiteral("export-comments"), file}).status, 0);
        QCOMPARE(taken(), (QList<int>{0, 0, 0, 3})); // nothing doubles
        // Elsewhere they come before their articles do, and are found all the same.
        m_profile = m_folder->filePath(QStringLiteral("elsewhere"));
        QCOMPARE(taken(), (QList<int>{0, 3, 0, 0}));
        QCOMPARE(run({QStringLiteral("search"), QStringLiteral("comment:trains"), QStringLiteral("--json")})
                     .lines()
                     .size(),
                 1);
        QCOMPARE(run({QStringLiteral("subscribe"), m_server->url(QStringLiteral("/feed")).toString()}).status,
                 0);
        const QList<QJsonObject> found = comments();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(1)[QLatin1String("reply_to")], found.at(0)[QLatin1String("id")]);
        // The site's own come to those that were taken in, not beside them.
        QCOMPARE(comments({QStringLiteral("--refresh")}).size(), 3);
        // A later wording is taken over.
        m_profile = m_folder->path();
        QCOMPARE(run({QStringLiteral("comment"), QStringLiteral("--edit"), first, QStringLiteral("--text"),
                      QStringLiteral("Night trains")})
                     .status,
                 0);
        QCOMPARE(run({QStringLiteral("export-comments"), file}).status, 0);
        m_profile = m_folder->filePath(QStringLiteral("elsewhere"));
        QCOMPARE(taken(), (QList<int>{0, 0, 1, 2}));
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{\"comments\":") > 0);
        broken.close();
        QCOMPARE(taken().first(), 1);
    }
};

BROADSHEET_TEST_MAIN(CommentCommandsJourney, QCoreApplication)
#include "commentcommands.moc"
