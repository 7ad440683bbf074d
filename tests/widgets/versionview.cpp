// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/versionview.h"

#include "insight/worddiff.h"
#include "services/readingservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/teststore.h"
#include "widgets/common/appearance.h"
#include "widgets/reader/changedocument.h"
#include "widgets/reader/changetext.h"

#include <QApplication>
#include <QComboBox>
#include <QFontInfo>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextBrowser>

using namespace broadsheet;
using namespace broadsheet::test;

class VersionViewTest : public QObject
{
    Q_OBJECT

    struct World
    {
        TestStore t;
        Workers workers;
        QTemporaryDir folder;
        Settings settings{folder.path()};
        Appearance appearance{settings};
        ReadingService reading{*t.store};
        VersionView view{reading, workers, appearance};

        /** An article in three versions. */
        ArticleId edited()
        {
            const FeedId feed = t.subscribe("https://a.example/feed");
            for (const auto &[title, text] :
                 {std::pair{"Storm nears", "It comes at noon.\nBoats stay in port."},
                  std::pair{"Storm nears", "It comes at two.\nBoats stay in port."},
                  std::pair{"Storm is here",
                            "It comes at two.\nBoats stay in port.\nThe mayor speaks at eight."}}) {
                ParsedEntry made = entry("1", title);
                made.contentText = QString::fromUtf8(text);
                (void)t.fetch(feed, {made});
                t.clock.advance(std::chrono::hours(1));
            }
            return t.ids().first();
        }
        QString text() { return view.findChild<QTextBrowser *>()->toPlainText(); }
        QComboBox *choice() { return view.findChild<QComboBox *>(); }
    };

    static VersionChange change(const char *before, const char *after)
    {
        VersionChange made;
        made.text = insight::wordDiff(QString::fromUtf8(before), QString::fromUtf8(after));
        return made;
    }
    /** The format of the text that begins with \a words. */
    static QTextCharFormat formatOf(const QTextDocument &document, const QString &words)
    {
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().text().startsWith(words))
                    return it.fragment().charFormat();
            }
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        // Said by the offscreen plugin when a window shows.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }

    void nothingIsToldByColourAlone()
    {
        for (const Theme &theme : {Theme::light(), Theme::darkTheme()}) {
            const auto document =
                changeDocument(change("The tide is high today.", "The tide is low today."), theme, {});
            const QTextCharFormat gone = formatOf(*document, QStringLiteral("high"));
            const QTextCharFormat come = formatOf(*document, QStringLiteral("low"));
            QVERIFY(gone.fontStrikeOut() && !gone.fontUnderline());
            QVERIFY(come.fontUnderline() && !come.fontStrikeOut());
            QVERIFY(gone.property(ChangeInkProperty) != come.property(ChangeInkProperty));
            const auto rest = formatOf(*document, QStringLiteral("The tide"));
            QVERIFY(!rest.fontUnderline() && !rest.fontStrikeOut());
        }
    }

    /** Rich text's own background fills a line, and a headline's lines overlap: what lies under a word keeps to it. */
    void marksKeepToTheirLine()
    {
        auto changed = change("A", "A");
        changed.title = {
            {DiffRun::Kind::Added, QStringLiteral("harbour bridge closed until May").repeated(4)}};
        const auto document = changeDocument(changed, Theme::light(), {});
        document->setTextWidth(500);
        const QTextBlock headline = document->begin();
        const QTextFragment part = headline.begin().fragment();
        QVERIFY(part.charFormat().hasProperty(ChangeInkProperty));
        const auto tiles = ChangeText::tiles(*document, headline, 0, part.length(),
                                             QFontInfo(part.charFormat().font()).pixelSize());
        QVERIFY(tiles.size() > 1);
        QCOMPARE(tiles.size(), headline.layout()->lineCount());
        for (qsizetype i = 1; i < tiles.size(); ++i) {
            QVERIFY(tiles[i].top() > tiles[i - 1].top());
            const double step = tiles[i].top() - tiles[i - 1].top();
            QVERIFY2(tiles[i].height() < 1.1 * step, qPrintable(QString::number(tiles[i].height() / step)));
        }
    }

    void wholeParagraphsAreNamed()
    {
        const auto changed =
            change("One paragraph stays here.\nThis other paragraph has six words.\nA third one is gone.",
                   "This other paragraph has six words.\nOne paragraph stays here.\nSomething wholly "
                   "different came along.");
        const QString text = changeDocument(changed, Theme::light(), {})->toPlainText();
        QVERIFY(text.contains(QStringLiteral("Moved here")));
        QVERIFY(text.contains(QStringLiteral("New paragraph")));
        QVERIFY(text.contains(QStringLiteral("Paragraph taken out")));
        QCOMPARE(ChangeSummary::of(changed).moved, 1);
    }

    void aSumIsTold()
    {
        QCOMPARE(ChangeSummary::of(change("a b c d", "a b c d")).words(),
                 QStringLiteral("The words are the same"));
        const ChangeSummary one =
            ChangeSummary::of(change("The tide is high today.", "The tide is low today."));
        QCOMPARE(one.added, 1);
        QCOMPARE(one.removed, 1);
        QCOMPARE(one.words(), QStringLiteral("1 passage added, 1 passage taken out"));
    }

    void oneEditAfterTheOther()
    {
        World w;
        QVERIFY(w.t.open());
        const ArticleId id = w.edited();
        w.view.resize(800, 600);
        w.view.show();
        w.view.showArticle(id);
        QTRY_VERIFY(w.text().contains(QStringLiteral("The mayor speaks at eight.")));
        QCOMPARE(w.choice()->count(), 3); // two edits, and both together
        QVERIFY(w.text().contains(QStringLiteral("is here")));
        QVERIFY(!w.text().contains(QStringLiteral("noon")));

        auto *text = w.view.findChild<QTextBrowser *>();
        QTest::keyClick(text, Qt::Key_Left);
        QTRY_VERIFY(w.text().contains(QStringLiteral("noon")));
        QVERIFY(!w.text().contains(QStringLiteral("mayor")));
        QTest::keyClick(text, Qt::Key_Left);
        QTRY_VERIFY(w.text().contains(QStringLiteral("mayor")));
        QVERIFY(w.text().contains(QStringLiteral("noon")));
        QTest::keyClick(text, Qt::Key_Right);
        QTRY_VERIFY(!w.text().contains(QStringLiteral("mayor")));
        QCOMPARE(text->cursorWidth(), 0); // there is nothing to write
        QVERIFY(!w.choice()->accessibleName().isEmpty());

        QSignalSpy closed(&w.view, &VersionView::closed);
        QTest::keyClick(text, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void whatNeverChangedIsLeft()
    {
        World w;
        QVERIFY(w.t.open());
        (void)w.t.fetch(w.t.subscribe("https://a.example/feed"), {entry("1", "Storm nears")});
        QSignalSpy closed(&w.view, &VersionView::closed);
        w.view.showArticle(w.t.ids().first());
        QTRY_COMPARE(closed.size(), 1);
    }
};

BROADSHEET_TEST_MAIN(VersionViewTest, QApplication)
#include "versionview.moc"
