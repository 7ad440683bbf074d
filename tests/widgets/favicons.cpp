// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/favicons.h"
#include "support/testmain.h"

#include <QGuiApplication>

using namespace broadsheet;

class FaviconsTest : public QObject
{
    Q_OBJECT

    static QImage filled(const QSize &size, const QColor &color)
    {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(color);
        return image;
    }

private Q_SLOTS:
    void theLetterIsTheNamesNotTheArticles()
    {
        QCOMPARE(favicons::initial(QStringLiteral("The Meridian")), QStringLiteral("M"));
        QCOMPARE(favicons::initial(QStringLiteral("Die Zeit")), QStringLiteral("Z"));
        QCOMPARE(favicons::initial(QStringLiteral("L’Équipe")), QStringLiteral("É"));
        QCOMPARE(favicons::initial(QStringLiteral("The")), QStringLiteral("T"));
        QCOMPARE(favicons::initial(QStringLiteral("Theatre News")), QStringLiteral("T"));
        QCOMPARE(favicons::initial(QStringLiteral("“9to5” Mac")), QStringLiteral("9"));
        QCOMPARE(favicons::initial(QStringLiteral("京新報")), QStringLiteral("京"));
        QCOMPARE(favicons::initial(QString()), QStringLiteral("·"));
    }

    void whatIsAnIcon_data()
    {
        QTest::addColumn<QImage>("image");
        QTest::addColumn<bool>("expected");
        QTest::newRow("usual") << filled({32, 32}, Qt::red) << true;
        QTest::newRow("small") << filled({16, 16}, Qt::red) << true;
        QTest::newRow("counter's pixel") << filled({1, 1}, Qt::red) << false;
        QTest::newRow("banner") << filled({64, 8}, Qt::red) << false;
        QTest::newRow("see-through") << filled({32, 32}, Qt::transparent) << false;
        QImage corner = filled({32, 32}, Qt::transparent);
        for (int i = 0; i < 8; ++i)
            for (int j = 0; j < 8; ++j)
                corner.setPixelColor(i, j, Qt::blue);
        QTest::newRow("a corner of it") << corner << true;
        QTest::newRow("none") << QImage() << false;
    }
    void whatIsAnIcon()
    {
        QFETCH(QImage, image);
        QFETCH(bool, expected);
        QCOMPARE(favicons::isIcon(image), expected);
    }
};

BROADSHEET_TEST_MAIN(FaviconsTest, QGuiApplication)
#include "favicons.moc"
