// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include "base/datetime.h"
#include "support/testmain.h"

#include <QTimeZone>

using namespace broadsheet;

class TextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void collapse()
    {
        QCOMPARE(collapsed(u"  a\n\t b\u00a0c  "), QStringLiteral("a b c"));
        QCOMPARE(collapsed(u" \n "), QString());
    }

    void excerpts()
    {
        QCOMPARE(excerpt(u"short", 10), QStringLiteral("short"));
        QCOMPARE(excerpt(u"one two three four", 12), QStringLiteral("one two…"));
        QCOMPARE(excerpt(u"one, two, three", 10), QStringLiteral("one, two…"));
        QCOMPARE(excerpt(u"人口八千の町に建った図書館は", 6), QStringLiteral("人口八千の町…"));
        // Never half a character beyond the basic plane.
        QCOMPARE(excerpt(u"aa\U0001F600aa", 3), QStringLiteral("aa…"));
    }

    void scripts()
    {
        QVERIFY(isUnspacedScript(U'館'));
        QVERIFY(isUnspacedScript(U'か'));
        QVERIFY(isUnspacedScript(U'ก'));
        QVERIFY(!isUnspacedScript(U'a'));
        QVERIFY(!isUnspacedScript(U'한')); // Korean writes spaces
    }

    void rfc3339()
    {
        QCOMPARE(toRfc3339(QDateTime({2026, 3, 12}, {9, 41, 7, 900}, Qt::UTC)),
                 QStringLiteral("2026-03-12T09:41:07Z"));
        QCOMPARE(toRfc3339(QDateTime({2026, 3, 12}, {9, 41}, Qt::OffsetFromUTC, -(5 * 3600 + 1800))),
                 QStringLiteral("2026-03-12T09:41:00-05:30"));
        QCOMPARE(toRfc3339(QDateTime()), QString());
    }
};

BROADSHEET_TEST_MAIN(TextTest, QCoreApplication)
#include "text.moc"
