// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/svgdecoder.h"

#include "support/testmain.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace broadsheet;

namespace {

QByteArray drawing(const QByteArray &content, const char *size = "width='40' height='20'")
{
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " +
           QByteArray(size) + '>' + content + "</svg>";
}

QColor middleOf(const QByteArray &svg)
{
    const auto decoded = imagedecoder::decode(svg, {200, 200});
    return decoded ? decoded->image.pixelColor(decoded->image.rect().center()) : QColor();
}

} // namespace

class SvgDecoderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void drawingsAreDrawn()
    {
        const QByteArray svg = drawing("<rect width='40' height='20' fill='#ff0000'/>");
        QCOMPARE(middleOf(svg), QColor(Qt::red));
        QCOMPARE(imagedecoder::decode(svg, {200, 200})->size, QSize(40, 20));
        QCOMPARE(imagedecoder::decode(svg, {20, 20})->image.size(), QSize(20, 10));
        const QByteArray used = drawing(
            "<defs><rect id='r' width='40' height='20' fill='#00ff00'/></defs><use xlink:href='#r'/>");
        QCOMPARE(middleOf(used), QColor(Qt::green));
    }

    void nothingReachesOutside()
    {
        // QtSvg opens what an image element names. A red picture lies there.
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("secret.png"));
        QImage secret(40, 20, QImage::Format_RGB32);
        secret.fill(Qt::red);
        QVERIFY(secret.save(path));
        for (const QByteArray &address : {path.toUtf8(), "file://" + path.toUtf8()}) {
            const QByteArray svg = drawing("<image width='40' height='20' xlink:href='" + address + "'/>");
            QCOMPARE(middleOf(svg), QColor(Qt::white));
        }
    }

    void whatIsNoDrawingGoes_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("gone");
        QTest::newRow("script") << QByteArray("<script>alert(1)</script>") << QByteArray("alert");
        QTest::newRow("handler") << QByteArray("<rect onclick='alert(1)'/>") << QByteArray("alert");
        QTest::newRow("style sheet") << QByteArray("<style>@import url(x.css);</style>")
                                     << QByteArray("import");
        QTest::newRow("url of another")
            << QByteArray("<rect fill='url(https://a.example/#x)'/>") << QByteArray("a.example");
        QTest::newRow("use of another")
            << QByteArray("<use xlink:href='file:///x.svg#y'/>") << QByteArray("x.svg");
        QTest::newRow("foreign") << QByteArray("<foreignObject><p>words</p></foreignObject>")
                                 << QByteArray("words");
        QTest::newRow("link's target")
            << QByteArray("<a xlink:href='javascript:alert(1)'><rect/></a>") << QByteArray("alert");
    }
    void whatIsNoDrawingGoes()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, gone);
        const auto clean = svgdecoder::harmless(drawing(content));
        QVERIFY(clean);
        QVERIFY2(!clean->contains(gone), clean->constData());
    }

    void multiplyingReferencesGo()
    {
        QByteArray bomb = "<defs><g id='a0'><rect width='1' height='1'/></g>";
        for (int i = 1; i < 40; ++i) {
            const QByteArray use = "<use xlink:href='#a" + QByteArray::number(i - 1) + "'/>";
            bomb += "<g id='a" + QByteArray::number(i) + "'>" + use + use + "</g>";
        }
        QElapsedTimer timer;
        timer.start();
        const auto decoded =
            imagedecoder::decode(drawing(bomb + "</defs><use xlink:href='#a39'/>"), {100, 100});
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(decoded); // what is left of it is drawn
        const auto self = svgdecoder::harmless(drawing("<g id='x'><use xlink:href='#x'/></g>"));
        QVERIFY(!self->contains("<use"));
    }

    void hugeThingsAreRefused()
    {
        QVERIFY(!svgdecoder::harmless(drawing("<path d='M0 0 L99999999999 1'/>")));
        QVERIFY(!svgdecoder::harmless(drawing("<path d='M0 0 L1e9 1'/>")));
        QVERIFY(svgdecoder::harmless(drawing("<path d='M0 0 L1.2e-5 1.0000000001'/>")));
        QVERIFY(!svgdecoder::harmless(
            drawing(QByteArray("<g>").repeated(500) + QByteArray("</g>").repeated(500))));
        QVERIFY(!svgdecoder::harmless(drawing(QByteArray("<g/>").repeated(30'000))));
        QVERIFY(!imagedecoder::decode(drawing({}, "width='900000' height='900000'"), {100, 100}));
    }

    void entitiesDoNotGrow()
    {
        QByteArray laughs = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>";
        for (char c = 'b'; c <= 'j'; ++c) {
            const QByteArray before = "&" + QByteArray(1, char(c - 1)) + ";";
            laughs += "<!ENTITY " + QByteArray(1, c) + " '" + before.repeated(10) + "'>";
        }
        laughs += "]>" + drawing("<text>&j;</text>");
        QVERIFY(!svgdecoder::harmless(laughs));
    }
};

BROADSHEET_TEST_MAIN(SvgDecoderTest, QApplication)
#include "svgdecoder.moc"
