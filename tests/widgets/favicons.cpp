// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "widgets/common/favicons.h"

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
