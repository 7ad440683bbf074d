// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/dates.h"
#include "base/datetime.h"
#include "support/testmain.h"

#include <QFile>
#include <QRegularExpression>

using namespace broadsheet;

class DatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void table_data();
    void table();
};

void DatesTest::reads_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(expected);
    };
    // RFC 822 and what is made of it
    row("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z");
    row("Thu, 01 Jan 2004 19:48:21 +0530", "2004-01-01T19:48:21+05:30");
    row("01 Jan 2004 19:48 EST", "2004-01-01T19:48:00-05:00");
    row("Thu,01 Jan 04 19:48:21 Z", "2004-01-01T19:48:21Z");
    row("Thu, 1 January 99 9:48 PDT", "1999-01-01T09:48:00-07:00");
    row("Wed, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"); // the wrong weekday
    row("Thu, Jan 01 2004 19:48:21 UTC", "2004-01-01T19:48:21Z");
    row("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z"); // asctime
    row("Thu Jan  1 19:48:21 CET 2004", "2004-01-01T19:48:21+01:00");
    row("Thu, 01 Jan 2004 19:48:21 GMT+2", "2004-01-01T19:48:21+02:00");
    row("Thu, 01 Jan 2004 19:48:21 -0000", "2004-01-01T19:48:21Z");
    row("01 Sept 2004", "2004-09-01T00:00:00Z");
    row("March 3, 2004 5:06 pm", "2004-03-03T17:06:00Z");
    row("3/4/2004 12:01 a.m.", "2004-03-04T00:01:00Z");
    row("31.12.2004 23:59", "2004-12-31T23:59:00Z");
    row("Thu, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z"); // a leap second
    // RFC 3339, W3C-DTF, ISO 8601
    row("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z");
    row("2003-12-31T10:14:55.1234+03:30", "2003-12-31T10:14:55+03:30");
    row("2003-12-31t10:14z", "2003-12-31T10:14:00Z");
    row("2003-12-31 10:14:55 -08:00", "2003-12-31T10:14:55-08:00");
    row("2003-12-31 10:14:55 PST", "2003-12-31T10:14:55-08:00");
    row("2003-12-31", "2003-12-31T00:00:00Z");
    row("2003-12", "2003-12-01T00:00:00Z");
    row("2003", "2003-01-01T00:00:00Z");
    row("20031231", "2003-12-31T00:00:00Z");
    row("20031231T101455Z", "2003-12-31T10:14:55Z");
    row("2003-335", "2003-12-01T00:00:00Z");
    row("2003335", "2003-12-01T00:00:00Z");
    row("2004-W01-4T01:02Z", "2004-01-01T01:02:00Z");
    row("2003-12-31T24:00:00Z", "2004-01-01T00:00:00Z");
    row("2003-31-12T10:14:55Z", "2003-12-31T10:14:55Z"); // day and month swapped
    // other languages
    row("Do, 01 Jan 2004 19:48:21 +0100", "2004-01-01T19:48:21+01:00");
    row("Mi, 3 März 2004 10:00 MEZ", "2004-03-03T10:00:00+01:00");
    row("mar., 05 août 2014 10:00:00 +0200", "2014-08-05T10:00:00+02:00");
    row("jeu, 12 févr. 2026 08:00:00 +0100", "2026-02-12T08:00:00+01:00");
    row("lun, 01 dic 2025 08:00:00 +0100", "2025-12-01T08:00:00+01:00");
    row("ter, 05 ago 2014 10:00:00 -0300", "2014-08-05T10:00:00-03:00");
    row("za, 07 mei 2022 10:00 +0200", "2022-05-07T10:00:00+02:00");
    row("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00");
    row("2004-július-13T9:15-05:00", "2004-07-13T09:15:00-05:00");
    row("Пт, 13 марта 2026 10:00:00 +0300", "2026-03-13T10:00:00+03:00");
    row("pt., 13 marca 2026 10:00:00 +0100", "2026-03-13T10:00:00+01:00");
    row("pe, 13 maaliskuuta 2026 10:00:00 +0200", "2026-03-13T10:00:00+02:00");
    row("Cum, 13 Mart 2026 10:00:00 +0300", "2026-03-13T10:00:00+03:00");
    row("2004년 05월 28일 오후 11:31:15", "2004-05-28T23:31:15Z");
    row("2004-05-28 오전 01:31:15", "2004-05-28T01:31:15Z");
    row("2004年5月28日 10:20", "2004-05-28T10:20:00Z");
}

void DatesTest::reads()
{
    QFETCH(const QString, expected);
    const QDateTime date = feed::parseDate(QByteArrayView(QTest::currentDataTag()));
    QCOMPARE(toRfc3339(date), expected);
}

void DatesTest::refuses_data()
{
    QTest::addColumn<int>("unused");
    for (const char *text : {"",
                             "   ",
                             "now",
                             "yesterday at noon",
                             "0",
                             "12",
                             "99999",
                             "2003-02-30T10:00:00Z",
                             "Sun, 31 Apr 2004 10:00:00 GMT",
                             "2003-13-45",
                             "2003-12-31T25:00:00Z",
                             "2003-12-31T10:61:00Z",
                             "2003-12-31T10:14:55+99:00",
                             "10:30",
                             "Thu, 00 Jan 2004 10:00 GMT",
                             "2004-W54-1",
                             "2003-366",
                             "Jan",
                             "---",
                             "0000-00-00T00:00:00Z"})
        QTest::newRow(qPrintable(u'"' + QString::fromUtf8(text) + u'"')) << 0;
}

void DatesTest::refuses()
{
    QByteArray text(QTest::currentDataTag());
    text = text.mid(1, text.size() - 2);
    QVERIFY2(!feed::parseDate(text).isValid(), qPrintable(toRfc3339(feed::parseDate(text))));
    QVERIFY(!feed::parseDate(QByteArray(100000, '1')).isValid());
}

/** tests/data/dates.txt: other languages, odd zones, missing parts, impossible days. */
void DatesTest::table_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QFile file(test::dataPath(BROADSHEET_TEST_DATA, QStringLiteral("dates.txt")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype bar = line.lastIndexOf('|');
        if (bar < 0 || line.startsWith('#'))
            continue;
        QByteArray text = line.first(bar);
        QTest::newRow(text.constData()) << text.replace("\\n", "\n") << QString::fromLatin1(line.sliced(bar + 1));
    }
}

void DatesTest::table()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, expected);
    QCOMPARE(toRfc3339(feed::parseDate(text)), expected);
}

BROADSHEET_TEST_MAIN(DatesTest, QCoreApplication)

#include "dates.moc"
