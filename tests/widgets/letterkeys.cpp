// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/letterkeys.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "widgets/mainwindow/actions.h"
#include "widgets/mainwindow/altkey.h"

#include <QApplication>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace broadsheet;

class LetterKeysTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<Settings>(m_folder.path());
        m_window = std::make_unique<QMainWindow>();
        auto *middle = new QWidget;
        auto *layout = new QVBoxLayout(middle);
        layout->addWidget(m_page = new QTextBrowser);
        layout->addWidget(m_field = new QLineEdit);
        layout->addWidget(m_button = new QPushButton(QStringLiteral("Press")));
        m_window->setCentralWidget(middle);
        m_actions = new Actions(*m_window);
        new LetterKeys(*m_window, *m_actions, *m_settings);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void lettersAreCommandsOutsideTextFields()
    {
        QSignalSpy next((*m_actions)[ActionId::NextArticle], &QAction::triggered);
        QSignalSpy all((*m_actions)[ActionId::MarkAllRead], &QAction::triggered);
        m_page->setFocus();
        QTest::keyClick(m_page, Qt::Key_J);
        QCOMPARE(next.size(), 1);
        QTest::keyClick(m_page, Qt::Key_A, Qt::ShiftModifier);
        QCOMPARE(all.size(), 1);
        QTest::keyClick(m_page, Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(next.size(), 1);

        m_field->setFocus();
        QTest::keyClicks(m_field, QStringLiteral("jazz"));
        QCOMPARE(m_field->text(), QStringLiteral("jazz"));
        QCOMPARE(next.size(), 1);

        m_page->setFocus();
        m_settings->setSingleKeys(false);
        QTest::keyClick(m_page, Qt::Key_J);
        QCOMPARE(next.size(), 1);
        m_settings->setSingleKeys(true);
    }

    void altIsAloneWithNothingBetween()
    {
        AltKey alt;
        const auto pressed = [&](int between) {
            QTest::keyPress(m_field, Qt::Key_Alt);
            if (between) // the field takes it: the window never hears of it
                QTest::keyClick(m_field, Qt::Key(between), Qt::AltModifier);
            QTest::keyRelease(m_field, Qt::Key_Alt);
            return alt.takeAlone();
        };
        m_field->setFocus();
        QVERIFY(pressed(0));
        QVERIFY(!alt.takeAlone());
        QVERIFY(!pressed(Qt::Key_Left));
    }

    void goWaitsForItsSecondKey()
    {
        QSignalSpy starred((*m_actions)[ActionId::GoStarred], &QAction::triggered);
        QSignalSpy star((*m_actions)[ActionId::Star], &QAction::triggered);
        m_page->setFocus();
        QTest::keyClick(m_page, Qt::Key_G);
        QTest::keyClick(m_page, Qt::Key_S);
        QCOMPARE(starred.size(), 1);
        QCOMPARE(star.size(), 0);
        QTest::keyClick(m_page, Qt::Key_S);
        QCOMPARE(star.size(), 1);
    }

    void spacePressesAButton()
    {
        QSignalSpy page((*m_actions)[ActionId::PageDown], &QAction::triggered);
        QSignalSpy pressed(m_button, &QPushButton::clicked);
        m_button->setFocus();
        QTest::keyClick(m_button, Qt::Key_Space);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(page.size(), 0);
        m_page->setFocus();
        QTest::keyClick(m_page, Qt::Key_Space);
        QCOMPARE(page.size(), 1);
    }

    void noKeyMeansTwoThings()
    {
        const QList<KeyEntry> keys = m_actions->keys();
        QVERIFY(keys.size() > 30);
        QStringList seen;
        for (const KeyEntry &entry : keys) {
            QVERIFY(!entry.text.contains(u'&'));
            for (const QString &key : entry.key.split(QStringLiteral(", "))) {
                if (entry.key.startsWith(QLatin1String("G, then")))
                    break;
                QVERIFY2(!seen.contains(key) || key.isEmpty(), qPrintable(key));
                seen << key;
            }
        }
    }

    void menusHoldTheTable()
    {
        QMenuBar bar;
        m_actions->fill(bar);
        QCOMPARE(bar.actions().size(), 5);
        QVERIFY(!bar.findChildren<QMenu *>().isEmpty());
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QMainWindow> m_window;
    Actions *m_actions = nullptr;
    QTextBrowser *m_page = nullptr;
    QLineEdit *m_field = nullptr;
    QPushButton *m_button = nullptr;
};

BROADSHEET_TEST_MAIN(LetterKeysTest, QApplication)
#include "letterkeys.moc"
