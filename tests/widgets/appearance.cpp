// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/appearance.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "widgets/common/buttons.h"
#include "widgets/common/favicons.h"
#include "widgets/common/fonts.h"
#include "widgets/common/icons.h"
#include "widgets/common/inputmode.h"

#include <QApplication>
#include <QFontInfo>
#include <QImage>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace broadsheet;

Q_DECLARE_METATYPE(broadsheet::Theme)

class AppearanceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void faintestTextIsReadable_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::light();
        QTest::newRow("sepia") << Theme::sepia();
        QTest::newRow("dark") << Theme::darkTheme();
    }

    /** The contrasts that the specification promises. */
    void faintestTextIsReadable()
    {
        QFETCH(Theme, theme);
        const Theme &t = theme;
        // Every kind of text on everything that it stands on: 4.5 is what WCAG 2.1 AA asks for.
        for (const QColor &surface :
             {t.sidebar, t.list, t.reader, t.raised, t.codeBg, t.chip, t.field, t.placeholder}) {
            QVERIFY(contrastRatio(t.strong, surface) >= 12);
            QVERIFY(contrastRatio(t.text, surface) >= 9.8);
            QVERIFY(contrastRatio(t.text2, surface) >= 5.5);
            QVERIFY(contrastRatio(t.text3, surface) >= 4.5);
            QVERIFY(contrastRatio(t.accent, surface) >= 4.5);
            QVERIFY(contrastRatio(t.kicker, surface) >= 4.5);
        }
        for (const QColor &selection : {t.sel, t.selSide}) {
            QVERIFY(contrastRatio(t.selMuted, selection) >= 4.5);
            QVERIFY(contrastRatio(t.selText, selection) >= 7);
        }
        QVERIFY(contrastRatio(t.text, t.find) >= 4.5);
        QVERIFY(contrastRatio(t.text, t.findCurrent) >= 3);
        // What is no text needs 3 (1.4.11).
        for (const QColor &surface : {t.list, t.reader})
            QVERIFY(contrastRatio(t.green, surface) >= 3 && contrastRatio(t.violet, surface) >= 3);
        QVERIFY(contrastRatio(t.selMuted, t.sel) >= 6.0);
        QVERIFY(contrastRatio(t.selText, t.selSide) >= 10);
        QVERIFY(contrastRatio(t.accentText, t.accent) >= 6.0);
        QVERIFY(contrastRatio(t.text, t.codeBg) >= 9.9);
    }

    void highContrastTakesTheDesktopsHighlight()
    {
        QPalette palette;
        palette.setColor(QPalette::Highlight, QColor(0x1AEBFF));
        palette.setColor(QPalette::HighlightedText, Qt::black);
        const Theme base = Theme::darkTheme();
        const Theme theme = Theme::highContrast(base, palette);
        QCOMPARE(theme.text3, base.text);
        QCOMPARE(theme.hairline, base.text3);
        QCOMPARE(theme.sel, QColor(0x1AEBFF));
        QCOMPARE(theme.selMuted, QColor(Qt::black));
    }

    void followsTheSetting()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        settings.setColorScheme(ColorScheme::Light);
        Appearance appearance(settings);
        QVERIFY(!appearance.theme().dark);
        QSignalSpy changed(&appearance, &Appearance::changed);
        settings.setColorScheme(ColorScheme::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(appearance.theme().dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::darkTheme().list);
        QCOMPARE(appearance.motion(160), 160);
        settings.setReduceMotion(true);
        QCOMPARE(appearance.motion(160), 0);
    }

    void shippedTypefacesAreUsed()
    {
        fonts::loadFirst();
        fonts::loadRest();
        QCOMPARE(QFontInfo(fonts::sans(13)).family(), QStringLiteral("Inter"));
        QCOMPARE(QFontInfo(fonts::serif(19)).family(), QStringLiteral("Literata"));
        QCOMPARE(QFontInfo(fonts::mono(14)).family(), QStringLiteral("JetBrains Mono"));
        QVERIFY(qAbs(QFontMetricsF(fonts::sans(13.5)).height() -
                     QFontMetricsF(fonts::sans(27)).height() / 2) < 1);
        QVERIFY(
            QFontMetricsF(fonts::sans(14, QFont::DemiBold)).horizontalAdvance(QStringLiteral("World News")) >
            QFontMetricsF(fonts::sans(14)).horizontalAdvance(QStringLiteral("World News")));
    }

    void everyIconIsDrawn()
    {
        for (int i = 0; i <= int(icons::Name::Video); ++i) {
            const QImage image = icons::pixmap(icons::Name(i), Qt::red, 20, 1)
                                     .toImage()
                                     .convertToFormat(QImage::Format_ARGB32);
            int inked = 0;
            for (int y = 0; y < 20; ++y)
                for (int x = 0; x < 20; ++x)
                    inked += qAlpha(image.pixel(x, y)) > 100;
            QVERIFY2(inked >= 10, qPrintable(QStringLiteral("icon %1").arg(i)));
            // Nothing is cut off at the edge.
            for (int k = 0; k < 20; ++k)
                QVERIFY2(qAlpha(image.pixel(k, 0)) + qAlpha(image.pixel(0, k)) + qAlpha(image.pixel(19, k)) <
                             40,
                         qPrintable(QStringLiteral("icon %1").arg(i)));
        }
    }

    void tilesKeepTheirColour()
    {
        const QImage first = favicons::letterTile(QStringLiteral("The Meridian"), 16, 2).toImage();
        const QImage again = favicons::letterTile(QStringLiteral("The Meridian"), 16, 2).toImage();
        QCOMPARE(first, again);
        QCOMPARE(first.size(), QSize(32, 32));
        QVERIFY(contrastRatio(first.pixelColor(16, 2), Qt::white) >= 4.5);
        favicons::letterTile(QString(), 16, 1); // a feed without a name has a tile too
    }

    void ringOnlyAfterAKey()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        Appearance appearance(settings);
        QWidget window;
        IconButton first(appearance, icons::Name::Add, QStringLiteral("Add a feed"), &window,
                         QStringLiteral("Ctrl+N"));
        IconButton second(appearance, icons::Name::Settings, QStringLiteral("Settings"), &window);
        second.move(40, 0);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy clicked(&first, &QAbstractButton::clicked);
        QTest::mouseClick(&first, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
        first.setFocus();
        QVERIFY(!showsFocusRing(&first));
        QTest::keyClick(&first, Qt::Key_Tab);
        QVERIFY(second.hasFocus());
        QVERIFY(showsFocusRing(&second));
        QCOMPARE(first.toolTip(), QStringLiteral("Add a feed (Ctrl+N)"));
        QCOMPARE(first.accessibleName(), QStringLiteral("Add a feed"));
    }
};

BROADSHEET_TEST_MAIN(AppearanceTest, QApplication)
#include "appearance.moc"
