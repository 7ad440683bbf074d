// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/fonts.h"

#include "support/testmain.h"

#include <QApplication>
#include <QGlyphRun>
#include <QRawFont>
#include <QTest>
#include <QTextLayout>

using namespace broadsheet;

/** The typefaces that the program brings along. */
class FontsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        fonts::loadFirst();
        fonts::loadRest();
    }

    void lettersAreThoseThatKernAndCanBeCopied_data()
    {
        QTest::addColumn<QFont>("font");
        QTest::newRow("text") << fonts::serif(20);
        QTest::newRow("headline") << fonts::serif(30, QFont::Bold);
        QTest::newRow("emphasis") << fonts::serif(20, QFont::Normal, true);
        QTest::newRow("window") << fonts::sans(15);
        QTest::newRow("label") << fonts::sans(13, QFont::DemiBold);
        QTest::newRow("code") << fonts::mono(15);
    }
    /** A face joined of several subsets may swap a letter that each of them had for a copy, which no pair kerns and
     * whose character a PDF does not know. */
    void lettersAreThoseThatKernAndCanBeCopied()
    {
        QFETCH(QFont, font);
        const QString text = QStringLiteral("A VAT At Last B");
        QTextLayout layout(text, font);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        QCOMPARE(layout.glyphRuns().size(), 1);
        const QGlyphRun run = layout.glyphRuns().first();
        QCOMPARE(run.glyphIndexes(), run.rawFont().glyphIndexesForString(text));
    }
};

BROADSHEET_TEST_MAIN(FontsTest, QApplication)
#include "fonts.moc"
