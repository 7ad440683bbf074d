// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/widecode.h"
#include "net/httpclient.h"
#include "services/imageservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/pagefinder.h"
#include "widgets/reader/pagepainter.h"
#include "widgets/reader/readerview.h"

#include <QApplication>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextLayout>
#include <QWheelEvent>

using namespace broadsheet;
using render::Block;

class WideCodeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        fonts::loadFirst();
        fonts::loadRest();
        m_settings.setColorScheme(ColorScheme::Light);
        m_settings.setWrapCode(false);
        m_view.resize(790, 700);
        m_view.setStyle(ReadingStyle::from(m_settings));
        m_view.setContent(content());
        m_view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_view));
        m_view.grab();
    }

    void linesStayWhole()
    {
        QCOMPARE(code().layout()->lineCount(), 2);
        QVERIFY(code().layout()->lineAt(1).naturalTextWidth() > 1000);
        // The page itself does not move, and no other block is wider for it.
        QCOMPARE(m_view.horizontalScrollBar()->maximum(), 0);
        QCOMPARE(code().next().layout()->lineAt(0).width(), 660.0);
    }

    void theWheelMovesOneBlock()
    {
        const double begin = x();
        const double y = m_view.verticalScrollBar()->value();
        turn({-240, 0}, Qt::NoModifier);
        QCOMPARE(x(), begin - 120);
        turn({0, -240}, Qt::ShiftModifier);
        QCOMPARE(x(), begin - 240);
        turn({10'000, 0}, Qt::NoModifier);
        QCOMPARE(x(), begin);
        turn({-100'000, 0}, Qt::NoModifier);
        QCOMPARE(qRound(x() + widest()), qRound(begin + code().layout()->lineAt(0).width()));
        QCOMPARE(double(m_view.verticalScrollBar()->value()), y);
        // A layout that is made anew finds its place again.
        m_view.resize(780, 700);
        m_view.grab();
        QVERIFY(x() < begin - 240);
        turn({100'000, 0}, Qt::NoModifier);
    }

    void nothingIsPaintedBesideTheTile()
    {
        turn({-300, 0}, Qt::NoModifier);
        const QImage picture = m_view.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QRectF tile = tileOnScreen();
        const QRgb paper = m_appearance.theme().reader.rgb();
        for (int y = int(tile.top()) + 1; y < int(tile.bottom()) - 1; ++y) {
            for (const int x :
                 {int(tile.left()) - 4, int(tile.left()) - 20, int(tile.right()) + 4, int(tile.right()) + 25})
                QCOMPARE(picture.pixel(x, y), paper);
        }
        turn({100'000, 0}, Qt::NoModifier);
    }

    void aHitIsBroughtIntoSight()
    {
        const double begin = x();
        PageFinder finder(m_view, m_appearance);
        finder.setText(QStringLiteral("the end"));
        QCOMPARE(finder.hitCount(), 1);
        finder.next();
        m_view.grab();
        QVERIFY(x() < begin - 300);
        turn({100'000, 0}, Qt::NoModifier);
    }

    void theBarIsDragged()
    {
        const double begin = x();
        const QRectF tile = tileOnScreen();
        const QPoint at(int(tile.left()) + 12, int(tile.bottom()) - 6);
        QTest::mousePress(m_view.viewport(), Qt::LeftButton, {}, at);
        QMouseEvent move(QEvent::MouseMove, QPointF(at) + QPointF(50, 0),
                         m_view.viewport()->mapToGlobal(QPointF(at) + QPointF(50, 0)), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view.viewport(), &move);
        m_view.grab();
        QVERIFY(x() < begin - 50);
        QTest::mouseRelease(m_view.viewport(), Qt::LeftButton, {}, at + QPoint(50, 0));
        QVERIFY(!m_view.textCursor().hasSelection());
    }

    void theReaderChoosesToWrap()
    {
        m_settings.setWrapCode(true);
        m_view.setStyle(ReadingStyle::from(m_settings));
        m_view.grab();
        QVERIFY(code().layout()->lineCount() > 2);
        m_settings.setWrapCode(false);
        m_view.setStyle(ReadingStyle::from(m_settings));
        QCOMPARE(code().layout()->lineCount(), 2);
    }

private:
    static std::shared_ptr<const PageContent> content()
    {
        auto made = std::make_shared<PageContent>();
        made->header.headline = QStringLiteral("A headline");
        const auto add = [&](const QString &text, Block::Kind kind) {
            Block block;
            block.kind = kind;
            render::Run run;
            run.text = text;
            block.runs = {run};
            made->page.blocks.append(block);
        };
        add(QStringLiteral("Before."), Block::Kind::Paragraph);
        add(QStringLiteral("short\n") + QStringLiteral("a long line, ").repeated(20) +
                QStringLiteral("the end"),
            Block::Kind::Code);
        for (int i = 0; i < 60; ++i)
            add(QStringLiteral("After."), Block::Kind::Paragraph);
        return made;
    }
    QTextBlock code() const { return m_view.document()->find(QStringLiteral("short")).block(); }
    double x() const { return code().layout()->lineAt(0).x(); }
    double widest() const { return code().layout()->lineAt(1).naturalTextWidth(); }
    QRectF tileOnScreen() const
    {
        return PagePainter::tileOf(*m_view.document(), code(), m_view.readingStyle().scale())
            .translated(0, -m_view.verticalScrollBar()->value());
    }
    void turn(const QPoint &angle, Qt::KeyboardModifiers modifiers)
    {
        const QPointF at = tileOnScreen().center();
        QWheelEvent event(at, m_view.viewport()->mapToGlobal(at), {}, angle, {}, modifiers, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(m_view.viewport(), &event);
        m_view.grab();
    }

    QTemporaryDir m_folder;
    Settings m_settings{m_folder.path()};
    Appearance m_appearance{m_settings};
    Workers m_workers;
    net::HttpClient m_http;
    ImageService m_service{m_http, m_workers, m_folder.filePath(QStringLiteral("images"))};
    ImageLoader m_images{m_service, m_workers, m_settings};
    ReaderView m_view{m_images, m_appearance};
};

BROADSHEET_TEST_MAIN(WideCodeTest, QApplication)
#include "widecode.moc"
