// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed is there after kill -9: this program starts itself a second time, types there and kills it.
#include "services/commentservice.h"
#include "services/libraryevents.h"
#include "settings/settings.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "support/teststore.h"
#include "widgets/comments/commentcomposer.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

using namespace broadsheet;

namespace {

const QString reply = QStringLiteral("Half a thought about the tide, and on without a pause ");
const QString wording = QStringLiteral("Another wording, and another ");

/** What the child has typed by then: the words again and again. */
bool isBeginning(const QString &kept, const QString &words)
{
    return words.repeated(int(kept.size() / words.size()) + 1).startsWith(kept);
}

/** The program that is killed: a reply and another wording of a comment are typed in it, without a pause. */
int type(const QString &profile, ArticleId article, CommentId comment)
{
    test::FakeClock clock;
    store::Store store(profile, clock);
    if (!test::answerOf(store.open()))
        return 1;
    Settings settings(profile);
    Appearance appearance(settings);
    LibraryEvents events;
    CommentService service(store, events, clock);
    CommentComposer box(service, appearance);
    CommentComposer editor(service, appearance);
    box.writeReply(article, comment);
    Comment edited;
    edited.id = comment;
    editor.writeEdit(article, edited, QStringLiteral("As posted"));
    for (CommentComposer *composer : {&box, &editor})
        composer->show();
    editor.findChild<QPlainTextEdit *>()->selectAll();
    QTimer keys;
    QObject::connect(&keys, &QTimer::timeout, &box, [&, typed = 0]() mutable {
        QTest::keyClick(box.findChild<QPlainTextEdit *>(), reply.at(typed % reply.size()).toLatin1());
        QTest::keyClick(editor.findChild<QPlainTextEdit *>(), wording.at(typed % wording.size()).toLatin1());
        ++typed;
    });
    keys.start(20);
    return QApplication::exec();
}

} // namespace

class DraftsJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasTypedIsThereAfterAKill()
    {
        test::TestStore world;
        QVERIFY(world.open());
        const FeedId feed = world.subscribe("https://meridian.example/feed");
        QVERIFY(world.fetch(feed, {test::entry("tide", "The harbour")}));
        const ArticleId article = world.ids().first();
        CommentId said;
        {
            LibraryEvents events;
            CommentService service(*world.store, events, world.clock);
            const auto posted = service.add({article, {}, {}, QStringLiteral("As posted"), {}});
            QVERIFY(QTest::qWaitFor([&] { return posted.isFinished(); }));
            said = posted.result()->comment.id;
        }
        const auto text = [](const QFuture<Result<QString>> &draft) {
            return QTest::qWaitFor([&] { return draft.isFinished(); }) ? draft.result().value_or(QString())
                                                                       : QString();
        };
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--type"), world.folder.path(), QString::number(article.value()),
                       QString::number(said.value())});
        {
            // Two processes on one profile: what we can read here is on the disk.
            LibraryEvents events;
            CommentService service(*world.store, events, world.clock);
            QTRY_VERIFY_WITH_TIMEOUT(text(service.draft(article, said)).size() > 30, 60'000);
            QTRY_VERIFY_WITH_TIMEOUT(text(service.editDraft(article, said)).size() > 30, 60'000);
        }
        program.kill(); // SIGKILL, in the midst of it
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);

        QVERIFY(world.reopen());
        LibraryEvents events;
        CommentService service(*world.store, events, world.clock);
        const QString keptReply = text(service.draft(article, said));
        const QString keptWording = text(service.editDraft(article, said));
        QVERIFY(keptReply.size() > 30 && isBeginning(keptReply, reply));
        QVERIFY(keptWording.size() > 30 && isBeginning(keptWording, wording));
        QCOMPARE(text(service.draft(article, {})), QString());
        // A box that opens there begins with it, an edit too.
        Settings settings(world.folder.path());
        Appearance appearance(settings);
        CommentComposer box(service, appearance);
        box.writeReply(article, said);
        QTRY_COMPARE(box.text(), keptReply);
        Comment edited;
        edited.id = said;
        box.writeEdit(article, edited, QStringLiteral("As posted"));
        QTRY_COMPARE(box.text(), keptWording);
    }
};

int main(int argc, char **argv)
{
    test::prepareProcess();
    QApplication application(argc, argv);
    fonts::loadFirst();
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 5 && words.at(1) == QLatin1String("--type"))
        return type(words.at(2), ArticleId(words.at(3).toLongLong()), CommentId(words.at(4).toLongLong()));
    DraftsJourney test;
    return QTest::qExec(&test, argc, argv);
}
#include "drafts.moc"
