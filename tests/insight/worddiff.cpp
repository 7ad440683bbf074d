// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/worddiff.h"

#include "support/testmain.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace broadsheet;
using namespace broadsheet::insight;

class WordDiffTest : public QObject
{
    Q_OBJECT

    /** "=Same ~Changed -Removed +Added >Moved", with runs as "text[-gone][+come]". */
    static QStringList told(const char *before, const char *after)
    {
        QStringList lines;
        for (const DiffParagraph &paragraph : wordDiff(QString::fromUtf8(before), QString::fromUtf8(after))) {
            QString line(QStringLiteral("=~-+>").at(int(paragraph.kind)));
            for (const DiffRun &run : paragraph.runs) {
                if (run.kind == DiffRun::Kind::Same)
                    line += run.text;
                else
                    line += (run.kind == DiffRun::Kind::Added ? QStringLiteral("[+") : QStringLiteral("[-")) +
                            run.text + u']';
            }
            lines.append(line);
        }
        return lines;
    }
    static QStringList list(std::initializer_list<const char *> texts)
    {
        QStringList result;
        for (const char *text : texts)
            result.append(QString::fromUtf8(text));
        return result;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nothingChanged()
    {
        QCOMPARE(told("One two.\nThree.", "One  two.\n\nThree."), list({"=One two.", "=Three."}));
        QCOMPARE(told("", ""), QStringList());
    }

    void wholeWordsChange()
    {
        QCOMPARE(told("At least 17 people died in the storm on Sunday.",
                      "At least 21 people died in the storm on Sunday."),
                 list({"~At least [-17 ][+21 ]people died in the storm on Sunday."}));
        QCOMPARE(told("The end is near.", "The end is very near."), list({"~The end is [+very ]near."}));
        QCOMPARE(told("The end is very near.", "The end is near."), list({"~The end is [-very ]near."}));
    }

    void marksStayWhereWordsChange()
    {
        QCOMPARE(told("Tea, said Ilva Morn, is late.", "Tea, said Ilva Horn, is late."),
                 list({"~Tea, said Ilva [-Morn][+Horn], is late."}));
        QCOMPARE(told("He was convicted.", "He was acquitted."), list({"~He was [-convicted][+acquitted]."}));
        QCOMPARE(told("“It ends,” she said to us.", "“It begins,” she said to us."),
                 list({"~“It [-ends][+begins],” she said to us."}));
        QCOMPARE(told("Red, green and blue are here.", "Red and blue are here."),
                 list({"~Red [-, green ]and blue are here."}));
    }

    void noCrumbsBetweenChanges()
    {
        QCOMPARE(told("The head of police spoke to us all about this today here.",
                      "The chief of staff spoke to us all about this today here."),
                 list({"~The [-head of police ][+chief of staff ]spoke to us all about this today here."}));
    }

    void paragraphsComeAndGo()
    {
        QCOMPARE(told("One is here.\nThree is here.",
                      "One is here.\nTwo came later, quite another.\nThree is here."),
                 list({"=One is here.", "+[+Two came later, quite another.]", "=Three is here."}));
        QCOMPARE(told("One is here.\nTwo came later, quite another.\nThree is here.",
                      "One is here.\nThree is here."),
                 list({"=One is here.", "-[-Two came later, quite another.]", "=Three is here."}));
    }

    void aMovedParagraphIsKnownAgain()
    {
        QCOMPARE(
            told(
                "The council met on Monday evening.\nSnow fell all night long here.\nTrains were late again.",
                "Snow fell all night long here.\nTrains were late again.\nThe council met on Monday "
                "evening."),
            list({"=Snow fell all night long here.", "=Trains were late again.",
                  ">The council met on Monday evening."}));
    }

    void scriptsWithoutSpaces()
    {
        QCOMPARE(told("会議は月曜に開かれた。", "会議は火曜に開かれた。"),
                 list({"~会議は[-月][+火]曜に開かれた。"}));
    }

    void bothTextsCanBeReadOutOfIt()
    {
        const QString before = QStringLiteral("a b c d e f\ng h i j\nk l m n o p"),
                      after = QStringLiteral("a b x d e f\nk l m n o q\nnew words here\ng h i j");
        QString old, fresh;
        for (const DiffParagraph &paragraph : wordDiff(before, after)) {
            QString was, is;
            for (const DiffRun &run : paragraph.runs) {
                if (run.kind != DiffRun::Kind::Added)
                    was += run.text;
                if (run.kind != DiffRun::Kind::Removed)
                    is += run.text;
            }
            if (!is.isEmpty())
                fresh += is + u'\n';
            if (!was.isEmpty())
                old += was + u'\n';
        }
        QCOMPARE(fresh.trimmed(), after);
        for (const QString &line : before.split(u'\n'))
            QVERIFY(old.contains(line));
    }

    void longTextsEnd()
    {
        QString before, after;
        for (int i = 0; i < 30'000; ++i) {
            before += QStringLiteral("w%1 ").arg(i);
            after += QStringLiteral("v%1 ").arg(i * 7);
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!wordDiff(before, after).isEmpty());
        before.replace(u' ', u'\n');
        after.replace(u' ', u'\n');
        QVERIFY(!wordDiff(before, after).isEmpty());
        QVERIFY(timer.elapsed() < 20'000);
    }
};

BROADSHEET_TEST_MAIN(WordDiffTest, QCoreApplication)
#include "worddiff.moc"
