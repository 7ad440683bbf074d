// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/panelayout.h"
#include "support/testmain.h"
#include "widgets/mainwindow/windowstate.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace broadsheet;

class PaneLayoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_sidebar = new QWidget;
        m_list = new QWidget;
        m_reader = new QWidget;
        m_comments = new QWidget;
        m_layout = std::make_unique<PaneLayout>(PaneLayout::Panes{m_sidebar, m_list, m_reader, m_comments});
        m_layout->resize(1400, 900);
        m_layout->show();
        m_layout->setCommentsShown(false);
    }

    void usualWidths()
    {
        QCOMPARE(m_sidebar->width(), 236);
        QCOMPARE(m_list->width(), 372);
        QCOMPARE(m_reader->width(), 1400 - 236 - 372 - 2);
        QVERIFY(!m_comments->isVisible());
    }

    void commentsTakeTheirRoomAndGiveItBack()
    {
        m_layout->setCommentsShown(true);
        QCOMPARE(m_sidebar->width(), 220);
        QCOMPARE(m_list->width(), 340);
        QCOMPARE(m_comments->width(), 300);
        m_layout->setCommentsShown(false);
        usualWidths();
    }

    void underAThousandAndEightyCommentsLieOverTheReader()
    {
        m_layout->setCommentsShown(true);
        m_layout->resize(1000, 700);
        QVERIFY(m_comments->isVisible());
        QCOMPARE(m_comments->geometry(), QRect(700, 0, 300, 700));
        QCOMPARE(m_reader->width(), 1000 - 236 - 372 - 2 < 420 ? 420 : 1000 - 236 - 372 - 2);
        m_layout->resize(1400, 900);
        QCOMPARE(m_comments->width(), 300);
        QCOMPARE(m_sidebar->width(), 220);
    }

    void underNineHundredTheSidebarFolds()
    {
        m_layout->resize(880, 700);
        QVERIFY(!m_sidebar->isVisible());
        QVERIFY(!m_layout->isSidebarShown());
        m_layout->setSidebarShown(true);
        QVERIFY(m_sidebar->isVisible());
        QCOMPARE(m_sidebar->geometry(), QRect(0, 0, 236, 700));
        m_layout->dropSidebar();
        QVERIFY(!m_sidebar->isVisible());
        m_layout->resize(1400, 900);
        usualWidths();
    }

    void underSevenHundredAndSixtyListAndReaderTakeTurns()
    {
        m_layout->resize(600, 700);
        QVERIFY(m_list->isVisible());
        QVERIFY(!m_reader->isVisible());
        QCOMPARE(m_list->width(), 600);
        m_layout->showReader(true);
        QVERIFY(!m_list->isVisible());
        QCOMPARE(m_reader->width(), 600);
    }

    void readingOnly()
    {
        m_layout->setReadingOnly(true);
        QVERIFY(!m_sidebar->isVisible());
        QVERIFY(!m_list->isVisible());
        QCOMPARE(m_reader->width(), 1400);
        m_layout->setReadingOnly(false);
        usualWidths();
    }

    void stateComesBack()
    {
        QTemporaryDir folder;
        WindowState state;
        state.paneWidths = {200, 400, 280};
        state.folding = "-3 4";
        state.comments = true;
        state.sidebar = false;
        state.filter.feed = FeedId(7);
        state.write(folder.path());
        const WindowState again = WindowState::read(folder.path());
        QCOMPARE(again.paneWidths, state.paneWidths);
        QCOMPARE(again.folding, state.folding);
        QVERIFY(again.comments);
        QVERIFY(!again.sidebar);
        QCOMPARE(again.filter, state.filter);
        QTemporaryDir empty;
        QCOMPARE(WindowState::read(empty.path()).filter.view, ArticleFilter::View::Today);
    }

private:
    std::unique_ptr<PaneLayout> m_layout;
    QWidget *m_sidebar = nullptr;
    QWidget *m_list = nullptr;
    QWidget *m_reader = nullptr;
    QWidget *m_comments = nullptr;
};

BROADSHEET_TEST_MAIN(PaneLayoutTest, QApplication)
#include "panelayout.moc"
