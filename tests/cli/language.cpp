// SPDX-License-Identifier: GPL-3.0-or-later
// The command line speaks the reader's language to readers, and English to programs.
#include "program.h"
#include "support/testmain.h"

#include <QTest>

#include <cstdlib>

using namespace broadsheet::test;

namespace {

/** Programs on a machine of this language, whether or not the system has its locale. */
void speak(Program &program, const char *language)
{
    program.inChild = [language] {
        ::setenv("LC_ALL", language, 1);
        ::unsetenv("LANGUAGE");
        ::unsetenv("DISPLAY");
        ::unsetenv("WAYLAND_DISPLAY");
        ::unsetenv("QT_QPA_PLATFORM");
    };
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsForReaders();
    void wordsBeforeThereIsACommand();
    void jsonIsEnglish();
    void aLanguageWeDoNotSpeak();
};

void LanguageTest::wordsForReaders()
{
    Program program;
    speak(program, "de_DE.UTF-8");
    QVERIFY(program.run({QStringLiteral("--help")}).out.startsWith("Aufruf:\n"));
    const Run mark = program.run({QStringLiteral("mark"), QStringLiteral("read"), QStringLiteral("99")});
    QVERIFY2(mark.err.contains("Es gibt keinen Artikel 99."), mark.err);
    const Run search = program.run({QStringLiteral("search"), QStringLiteral("(harbour")});
    QVERIFY2(search.err.contains("Eine Klammer ist nicht geschlossen"), search.err);
    const Run sync = program.run({QStringLiteral("sync")});
    QVERIFY2(sync.out.startsWith("0 Feeds, 0 fehlgeschlagen"), sync.out);
}

void LanguageTest::wordsBeforeThereIsACommand()
{
    Program program;
    speak(program, "de_DE.UTF-8");
    const Run unknown = program.run({QStringLiteral("synch")});
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.err.startsWith("broadsheet: synch: diesen Befehl gibt es nicht\nAufruf:\n"),
             unknown.err);
    const Run window = program.run({});
    QCOMPARE(window.status, 1);
    QVERIFY2(window.err.contains("Desktopsitzung"), window.err);
}

/** Whoever reads JSON compares values; "inspect" gives nothing else. */
void LanguageTest::jsonIsEnglish()
{
    Program english;
    speak(english, "C.UTF-8");
    Program german;
    speak(german, "de_DE.UTF-8");
    for (const QStringList &words : {QStringList{QStringLiteral("extract"), QStringLiteral("/no/such/file")},
                                     QStringList{QStringLiteral("inspect"), QStringLiteral("/no/such/file")},
                                     QStringList{QStringLiteral("mark"), QStringLiteral("read"),
                                                 QStringLiteral("99"), QStringLiteral("--json")}}) {
        const Run run = german.run(words);
        const Run same = english.run(words);
        QVERIFY(!(same.out + same.err).isEmpty());
        QCOMPARE(run.out, same.out);
        QCOMPARE(run.err, same.err);
    }
}

void LanguageTest::aLanguageWeDoNotSpeak()
{
    Program program;
    speak(program, "cy_GB.UTF-8");
    QVERIFY(program.run({QStringLiteral("--help")}).out.startsWith("Usage:\n"));
}

BROADSHEET_TEST_MAIN(LanguageTest, QCoreApplication)
#include "language.moc"
