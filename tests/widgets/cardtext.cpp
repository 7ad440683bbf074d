// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/cardtext.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;

class CardTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void time_data()
    {
        QTest::addColumn<qint64>("secondsAgo");
        QTest::addColumn<QString>("expected");
        QTest::newRow("just now") << qint64(5) << QStringLiteral("1 min");
        QTest::newRow("minutes") << qint64(12 * 60 + 30) << QStringLiteral("12 min");
        QTest::newRow("an hour") << qint64(3600) << QStringLiteral("08:41");
        QTest::newRow("yesterday") << qint64(10 * 3600) << QStringLiteral("Yesterday");
        QTest::newRow("this year") << qint64(9 * 86400) << QStringLiteral("3 March");
        QTest::newRow("last year") << qint64(374 * 86400) << QStringLiteral("3 March 2025");
        QTest::newRow("later today") << qint64(-3600) << QStringLiteral("10:41");
    }
    void time()
    {
        QFETCH(qint64, secondsAgo);
        QFETCH(QString, expected);
        const QDateTime now = test::FakeClock().now();
        QCOMPARE(CardText::time(now.addSecs(-secondsAgo), now), expected);
    }

    void timeFollowsTheLocale_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("thisYear");
        QTest::addColumn<QString>("lastYear");
        QTest::newRow("American") << QStringLiteral("en_US") << QStringLiteral("March 3")
                                  << QStringLiteral("March 3, 2025");
        QTest::newRow("German") << QStringLiteral("de_DE") << QStringLiteral("3. März")
                                << QStringLiteral("3. März 2025");
        QTest::newRow("Japanese") << QStringLiteral("ja_JP") << QStringLiteral("3月3日")
                                  << QStringLiteral("2025年3月3日");
        QTest::newRow("Spanish") << QStringLiteral("es_ES") << QStringLiteral("3 de marzo")
                                 << QStringLiteral("3 de marzo de 2025");
    }
    void timeFollowsTheLocale()
    {
        QFETCH(QString, name);
        const QLocale before;
        QLocale::setDefault(QLocale(name));
        const QDateTime now = test::FakeClock().now();
        const QString thisYear = CardText::time(now.addDays(-9), now);
        const QString lastYear = CardText::time(now.addDays(-374), now);
        QLocale::setDefault(before);
        QTEST(thisYear, "thisYear");
        QTEST(lastYear, "lastYear");
    }

    void aTitleIsNeverEmpty()
    {
        ArticleHeadline headline;
        QCOMPARE(CardText::title(headline), QStringLiteral("Untitled"));
        headline.excerpt = QStringLiteral("A short note.");
        QCOMPARE(CardText::title(headline), QStringLiteral("A short note."));
    }
};

BROADSHEET_TEST_MAIN(CardTextTest, QCoreApplication)
#include "cardtext.moc"
