// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/strip.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "widgets/common/appearance.h"

#include <QAbstractButton>
#include <QApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

using namespace broadsheet;
using namespace std::chrono_literals;

class StripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_home.show();
    }

    void goesByItself()
    {
        Strip strip(m_appearance, &m_home);
        strip.say(QStringLiteral("Saved."), {}, 1ms);
        QVERIFY(strip.isVisible());
        QTRY_VERIFY(!strip.isVisible());
    }

    void staysUnderThePointer()
    {
        // Who is about to press "Try again" is not to press what lies under it.
        Strip strip(m_appearance, &m_home);
        int tries = 0;
        strip.warn(QStringLiteral("Not saved."), {{QStringLiteral("&Try again"), [&tries] { ++tries; }}},
                   1ms);
        strip.setAttribute(Qt::WA_UnderMouse);
        QTimer later; // of the same event loop, and set after the strip's own
        later.setSingleShot(true);
        bool passed = false;
        connect(&later, &QTimer::timeout, &strip, [&passed] { passed = true; });
        later.start(2ms);
        QTRY_VERIFY(passed);
        QVERIFY(strip.isVisible());
        QTest::mouseClick(strip.findChild<QAbstractButton *>(), Qt::LeftButton);
        QCOMPARE(tries, 1);
        QVERIFY(!strip.isVisible());
    }

private:
    QWidget m_home;
    QTemporaryDir m_folder;
    Settings m_settings{m_folder.path()};
    Appearance m_appearance{m_settings};
};

BROADSHEET_TEST_MAIN(StripTest, QApplication)
#include "strip.moc"
