// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/welcomeview.h"

#include "settings/settings.h"
#include "support/testmain.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace broadsheet;

class WelcomeViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        fonts::loadFirst();
        watchInputMode();
    }
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("a small window") << QSize(420, 650);
        QTest::newRow("the smallest") << QSize(320, 420);
        QTest::newRow("a large one") << QSize(1000, 900);
    }
    void nothingIsCut()
    {
        QFETCH(QSize, size);
        WelcomeView view(m_appearance);
        view.resize(size);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto labels = view.findChildren<QLabel *>();
        QCOMPARE(labels.size(), 3);
        for (const QLabel *label : labels)
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        for (const QAbstractButton *way : view.findChildren<QAbstractButton *>())
            QTRY_VERIFY2(way->height() >= way->heightForWidth(way->width()), qPrintable(way->text()));
        const auto *scroller = view.findChild<QScrollArea *>();
        QVERIFY(scroller->widget()->width() <= scroller->viewport()->width());
    }

    /** On some desktops Qt's buttons take the space bar alone. */
    void keysChoose_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Return") << Qt::Key_Return;
        QTest::newRow("Enter") << Qt::Key_Enter;
        QTest::newRow("Space") << Qt::Key_Space;
    }
    void keysChoose()
    {
        QFETCH(Qt::Key, key);
        WelcomeView view(m_appearance);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy wanted(&view, &WelcomeView::addWanted);
        const auto ways = view.findChildren<QAbstractButton *>();
        QCOMPARE(ways.size(), 4);
        ways.at(1)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(ways.at(1), key);
        QCOMPARE(wanted.size(), 1);
    }

private:
    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath(QStringLiteral("settings.ini"))};
    Appearance m_appearance{m_settings};
};

BROADSHEET_TEST_MAIN(WelcomeViewTest, QApplication)
#include "welcomeview.moc"
