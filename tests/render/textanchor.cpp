// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/textanchor.h"

#include "support/testmain.h"

#include <QElapsedTimer>

using namespace broadsheet;
using render::FoundPassage;
using render::PassageFinder;

namespace {

const QString story = QStringLiteral(
    "For a century the port fought the sea with concrete. Then a surveyor drew the shoreline every week for "
    "a "
    "year.\nShe noticed that the mud moved in a pattern; nobody had use for it then. The port fought the sea "
    "again in 1953, and lost.\nA wall is a strange word when you think about it. Nobody has ever held it.");

TextAnchor anchorOn(const QString &text, const QString &words, int from = 0)
{
    const qsizetype at = text.indexOf(words, from);
    Q_ASSERT(at >= 0);
    return render::anchorOf(text, int(at), int(words.size()));
}

/** What \a anchor is in \a text now; "-" where it is lost, "~" before what changed. */
QString found(const QString &text, const TextAnchor &anchor)
{
    const auto passage = PassageFinder(text).find(anchor);
    if (!passage)
        return QStringLiteral("-");
    return (passage->changed ? QStringLiteral("~") : QString()) + text.mid(passage->start, passage->length);
}

QString without(QString text, const char *words)
{
    return text.remove(QString::fromUtf8(words));
}

QString changed(QString text, const char *words, const char *into)
{
    return text.replace(QString::fromUtf8(words), QString::fromUtf8(into));
}

} // namespace

class TextAnchorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anchorsHaveSurroundings()
    {
        const TextAnchor anchor = anchorOn(story, QStringLiteral(" mud moved "));
        QCOMPARE(anchor.exact, QStringLiteral("mud moved"));
        QVERIFY(anchor.prefix.endsWith(QStringLiteral("noticed that the ")));
        QVERIFY(anchor.suffix.startsWith(QStringLiteral(" in a pattern")));
        QCOMPARE(render::anchorOf(story, 0, 3).prefix, QString());
        QCOMPARE(render::anchorOf(story, int(story.size()) - 3, 30).suffix, QString());
        QVERIFY(render::anchorOf(story, 5000, 10).isEmpty());
    }

    void whatDidNotChangeIsFound()
    {
        for (int start = 0; start < story.size() - 20; start += 7) {
            for (const int length : {9, 33, 120}) {
                const TextAnchor anchor = render::anchorOf(story, start, length);
                QCOMPARE(found(story, anchor), story.mid(start, length).trimmed());
            }
        }
    }

    void theRightOneOfSeveral()
    {
        const QString words = QStringLiteral("port fought the sea");
        const TextAnchor second = anchorOn(story, words, 60);
        const auto passage = PassageFinder(story).find(second);
        QCOMPARE(passage->start, int(story.indexOf(words, 60)));
        QCOMPARE(PassageFinder(story).find(anchorOn(story, words))->start, int(story.indexOf(words)));
        // Also where a new one came before both.
        const QString longer = QStringLiteral("How the port fought the sea. ") + story;
        QCOMPARE(PassageFinder(longer).find(second)->start, int(longer.indexOf(words, 100)));
    }

    void settingMakesNoDifference()
    {
        const TextAnchor anchor = anchorOn(story, QStringLiteral("for a year.\nShe noticed that the mud"));
        QString other = story;
        other.replace(u' ', QChar(0xa0)).replace(u'\n', QStringLiteral(" \u2029\n"));
        other.replace(QStringLiteral("noticed"), QStringLiteral("no\u00adticed")).insert(200, QChar(0xfffc));
        QVERIFY(!found(other, anchor).startsWith(u'-') && !found(other, anchor).startsWith(u'~'));
        const QString quoted = QStringLiteral("She said \"it's a wall\" - twice.");
        QCOMPARE(found(QStringLiteral("And: She said “it’s a wall” – twice. So."),
                       render::anchorOf(quoted, 0, 31)),
                 QStringLiteral("She said “it’s a wall” – twice."));
    }

    void editsOfTheTextAround()
    {
        const TextAnchor anchor = anchorOn(story, QStringLiteral("the mud moved in a pattern"));
        QCOMPARE(found(without(story, "For a century the port fought the sea with concrete. "), anchor),
                 anchor.exact);
        QCOMPARE(found(changed(story, "She noticed that", "Others overlooked how"), anchor), anchor.exact);
        QCOMPARE(found(QStringLiteral("Something else. the mud moved in a pattern."), anchor), anchor.exact);
    }

    void editsOfThePassage()
    {
        const TextAnchor anchor =
            anchorOn(story, QStringLiteral("a surveyor drew the shoreline every week for a year"));
        QCOMPARE(found(changed(story, "every week", "each week"), anchor),
                 QStringLiteral("~a surveyor drew the shoreline each week for a year"));
        QCOMPARE(found(changed(story, "drew the", "carefully drew the whole"), anchor),
                 QStringLiteral("~a surveyor carefully drew the whole shoreline every week for a year"));
        QCOMPARE(found(changed(story, "a surveyor", "A Surveyor"), anchor),
                 QStringLiteral("~A Surveyor drew the shoreline every week for a year"));
        // One word, known by what stands around it.
        const TextAnchor word = anchorOn(story, QStringLiteral("pattern"));
        QCOMPARE(found(changed(story, "pattern", "rhythm"), word), QStringLiteral("~rhythm"));
    }

    void whatIsGoneIsLost()
    {
        const TextAnchor anchor =
            anchorOn(story, QStringLiteral("a surveyor drew the shoreline every week for a year"));
        QCOMPARE(found(without(story, " Then a surveyor drew the shoreline every week for a year."), anchor),
                 QStringLiteral("-"));
        QCOMPARE(found(QStringLiteral("A text about a year of the weather, and every week of it."), anchor),
                 QStringLiteral("-"));
        QCOMPARE(found({}, anchor), QStringLiteral("-"));
        QCOMPARE(found(story, {}), QStringLiteral("-"));
        // A short word in another text is another word.
        QCOMPARE(found(QStringLiteral("The mud in our garden."), anchorOn(story, QStringLiteral("mud"))),
                 QStringLiteral("-"));
    }

    void scriptsWithoutSpaces()
    {
        const QString text = QString::fromUtf8(
            "人口八千の町に建った図書館は、深夜零時まで明かりが消えない。利用者は半年で四万人を超えた。");
        const TextAnchor anchor = anchorOn(text, QString::fromUtf8("深夜零時まで明かりが消えない"));
        QCOMPARE(found(text, anchor), anchor.exact);
        QCOMPARE(found(QString(text).replace(QString::fromUtf8("零時"), QString::fromUtf8("一時")), anchor),
                 QStringLiteral("~") + QString::fromUtf8("深夜一時まで明かりが消えない"));
    }

    void longTextsTakeNoTime()
    {
        QString text;
        for (int i = 0; i < 20'000; ++i)
            text += QStringLiteral("The %1th wave of the sea came in the night and went. ").arg(i);
        const int start = int(text.indexOf(QStringLiteral("The 9000th")));
        const TextAnchor anchor = render::anchorOf(text, start, 5'000);
        text.replace(QStringLiteral("The 9010th wave"), QStringLiteral("That one wave"));
        QElapsedTimer time;
        time.start();
        const PassageFinder finder(text);
        const auto passage = finder.find(anchor);
        QVERIFY(passage && passage->changed);
        QVERIFY(qAbs(passage->start - start) < 200);
        QVERIFY2(time.elapsed() < 8'000,
                 qPrintable(QString::number(time.elapsed()))); // quadratic would be minutes
    }
};

BROADSHEET_TEST_MAIN(TextAnchorTest, QCoreApplication)
#include "textanchor.moc"
