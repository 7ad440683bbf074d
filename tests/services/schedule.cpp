// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/schedule.h"

#include "model/parsedfeed.h"
#include "support/testmain.h"

using namespace broadsheet;
using namespace std::chrono_literals;
using std::chrono::seconds;

class ScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void withoutHints();
    void hints();
    void skipped();
    void rhythm();
    void wish();
    void failures();

private:
    using Wait = std::optional<seconds>;
    /** \a gap: the entries come so often, the newest just now. */
    qint64 waitAfter(FetchHints hints, Wait gap = {}, Wait previous = {}, double jitter = 0,
                     Wait wish = {}) const
    {
        if (gap) {
            hints.entryGap = gap;
            hints.newestEntry = m_now;
        }
        return m_now.secsTo(nextAfterSuccess(m_now, hints, {wish, previous}, jitter));
    }
    qint64 waitAfterFailure(ErrorCode code, int status, int failures, Wait retryAfter = {},
                            double jitter = 0) const
    {
        return m_now.secsTo(nextAfterFailure(m_now, {code, {}, {}, status}, failures, retryAfter, jitter));
    }
    const QDateTime m_now{QDate(2026, 3, 12), QTime(9, 41), Qt::UTC}; // a Thursday
};

void ScheduleTest::withoutHints()
{
    QCOMPARE(waitAfter({}), 3600);
    QCOMPARE(waitAfter({}, 0s), 1800);
    QCOMPARE(waitAfter({}, 4h), 7200);
    QCOMPARE(waitAfter({}, {}, 4000s), 5000);
    QCOMPARE(waitAfter({}, 24h * 365), 22 * 3600);
    QVERIFY(waitAfter({}, 24h * 365, {}, 1) <= 25 * 3600);
}

void ScheduleTest::hints()
{
    FetchHints hints;
    hints.freshness = 3h;
    QCOMPARE(waitAfter(hints), 3 * 3600);
    hints.freshness = 60s;
    QCOMPARE(waitAfter(hints), 3600);
    hints.freshness = 24h * 365;
    QVERIFY(waitAfter(hints, {}, {}, 1) <= 8 * 24 * 3600);
    hints = {};
    hints.ttlMinutes = 180;
    QCOMPARE(waitAfter(hints), 3 * 3600);
    hints.ttlMinutes = std::numeric_limits<int>::max();
    QCOMPARE(waitAfter(hints), 24 * 3600);
    hints = {};
    hints.updatePeriod = QStringLiteral("daily");
    hints.updateFrequency = 4;
    QCOMPARE(waitAfter(hints), 6 * 3600);
    hints.updatePeriod = QStringLiteral(" Yearly");
    hints.updateFrequency = 0;
    QCOMPARE(waitAfter(hints), 7 * 24 * 3600);
    hints.updatePeriod = QStringLiteral("now and then");
    QCOMPARE(waitAfter(hints), 3600);
}

void ScheduleTest::skipped()
{
    FetchHints hints;
    hints.skipHours = {10, 11, 12};
    QCOMPARE(nextAfterSuccess(m_now, hints, {}, 0), QDateTime(QDate(2026, 3, 12), QTime(13, 0), Qt::UTC));
    hints = {};
    hints.skipDays = {QStringLiteral("thursday"), QStringLiteral("Friday")};
    QCOMPARE(nextAfterSuccess(m_now, hints, {}, 0), QDateTime(QDate(2026, 3, 14), QTime(0, 0), Qt::UTC));
    for (int hour = 0; hour < 24; ++hour)
        hints.skipHours.append(hour);
    QCOMPARE(waitAfter(hints), 3600);
    // Together with the longest wait there is: days that are skipped may not add up to half a month.
    hints = {};
    hints.updatePeriod = QStringLiteral("yearly");
    hints.skipDays = {QStringLiteral("Monday"),   QStringLiteral("Tuesday"), QStringLiteral("Wednesday"),
                      QStringLiteral("Thursday"), QStringLiteral("Friday"),  QStringLiteral("Saturday")};
    QVERIFY(waitAfter(hints, {}, {}, 1) <= 8 * 24 * 3600);
    // Nor do all come in the minute in which they may.
    hints = {};
    hints.skipHours = {10, 11, 12};
    QCOMPARE(nextAfterSuccess(m_now, hints, {}, 0.5), QDateTime(QDate(2026, 3, 12), QTime(13, 5), Qt::UTC));
}

void ScheduleTest::rhythm()
{
    ParsedFeed feed;
    QVERIFY(!rhythmOf(hintsOf(feed, m_now), m_now));
    for (int day = 0; day < 30; ++day) {
        ParsedEntry entry;
        entry.published = m_now.addDays(-day).addSecs(-60);
        feed.entries.append(entry);
    }
    const FetchHints hints = hintsOf(feed, m_now);
    QCOMPARE(rhythmOf(hints, m_now), Wait(12h));
    QVERIFY(*rhythmOf(hints, m_now.addYears(10)) > 24h * 365);
    QVERIFY(!rhythmOf(hintsOf(feed, m_now.addYears(-10)), m_now));
}

void ScheduleTest::wish()
{
    QCOMPARE(waitAfter({}, 24h * 30, {}, 0, 15min), 15 * 60);
    QCOMPARE(waitAfter({}, {}, {}, 0, 1min), 5 * 60);
    QCOMPARE(waitAfter({}, 1h, {}, 0, 48h), 48 * 3600);
    // The publisher is minded all the same.
    FetchHints hints;
    hints.ttlMinutes = 120;
    QCOMPARE(waitAfter(hints, {}, {}, 0, 15min), 2 * 3600);
}

void ScheduleTest::failures()
{
    QCOMPARE(waitAfterFailure(ErrorCode::Timeout, 0, 1), 1800);
    QCOMPARE(waitAfterFailure(ErrorCode::Timeout, 0, 1'000'000), 22 * 3600);
    QVERIFY(waitAfterFailure(ErrorCode::Timeout, 0, 1'000'000, {}, 1) <= 25 * 3600);
    QCOMPARE(waitAfterFailure(ErrorCode::Offline, 0, 9), 1800);
    QVERIFY(waitAfterFailure(ErrorCode::Gone, 410, 1) >= 6 * 24 * 3600);
    QVERIFY(waitAfterFailure(ErrorCode::Gone, 410, 1, {}, 1) <= 8 * 24 * 3600);
    QVERIFY(waitAfterFailure(ErrorCode::HttpStatus, 404, 2) >
            waitAfterFailure(ErrorCode::HttpStatus, 404, 1));
    QCOMPARE(waitAfterFailure(ErrorCode::HttpStatus, 404, 50), 7 * 24 * 3600);
    QCOMPARE(waitAfterFailure(ErrorCode::TooManyRequests, 429, 1, 5h), 5 * 3600);
    QCOMPARE(waitAfterFailure(ErrorCode::TooManyRequests, 429, 1, 24h * 365), 7 * 24 * 3600);
}

BROADSHEET_TEST_MAIN(ScheduleTest, QCoreApplication)
#include "schedule.moc"
