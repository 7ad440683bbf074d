// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpmessage.h"

#include "support/testmain.h"

using namespace broadsheet;
using namespace broadsheet::net;
using std::chrono::seconds;

class HttpMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void dates_data();
    void dates();
    void freshness_data();
    void freshness();
    void retryAfter_data();
    void retryAfter();
    void errors_data();
    void errors();
    void headersJoin();

private:
    const QDateTime m_now{QDate(2026, 3, 12), QTime(9, 41), Qt::UTC};
};

void HttpMessageTest::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QString november = QStringLiteral("1994-11-06T08:49:37Z");
    QTest::newRow("IMF-fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << november;
    QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << november;
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << november;
    QTest::newRow("wrong weekday") << QByteArray("Mon, 06 Nov 1994 08:49:37 GMT") << november;
    QTest::newRow("two-digit year after 2000")
        << QByteArray("Thursday, 12-Mar-26 09:41:00 GMT") << QStringLiteral("2026-03-12T09:41:00Z");
    QTest::newRow("zero") << QByteArray("0") << QString();
    QTest::newRow("minus one") << QByteArray("-1") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("long") << QByteArray(100'000, 'x') << QString();
}

void HttpMessageTest::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const QDateTime date = parseHttpDate(text);
    QCOMPARE(date.isValid() ? date.toString(Qt::ISODate) : QString(), expected);
}

void HttpMessageTest::freshness_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("expected");
    QTest::newRow("max-age") << QByteArray("Cache-Control") << QByteArray("public, max-age=3600") << 3600;
    QTest::newRow("capitals") << QByteArray("cache-control") << QByteArray("Max-Age=\"60\"") << 60;
    QTest::newRow("no-store") << QByteArray("Cache-Control") << QByteArray("max-age=60, no-store") << -1;
    QTest::newRow("no-cache") << QByteArray("Cache-Control") << QByteArray("no-cache") << -1;
    QTest::newRow("huge") << QByteArray("Cache-Control") << QByteArray("max-age=99999999999999999999")
                          << 315'360'000;
    QTest::newRow("negative") << QByteArray("Cache-Control") << QByteArray("max-age=-5") << -1;
    QTest::newRow("s-maxage is not ours") << QByteArray("Cache-Control") << QByteArray("s-maxage=60") << -1;
    QTest::newRow("expires") << QByteArray("Expires") << QByteArray("Thu, 12 Mar 2026 10:41:00 GMT") << 3600;
    QTest::newRow("expired") << QByteArray("Expires") << QByteArray("Thu, 12 Mar 2020 10:41:00 GMT") << 0;
    QTest::newRow("expires 0") << QByteArray("Expires") << QByteArray("0") << -1;
}

void HttpMessageTest::freshness()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, expected);
    HttpResponse response;
    response.headers = {{name, value}};
    const auto fresh = response.freshness(m_now);
    QCOMPARE(fresh ? int(fresh->count()) : -1, expected);
}

void HttpMessageTest::retryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("expected");
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("date") << QByteArray("Thu, 12 Mar 2026 09:51:00 GMT") << 600;
    QTest::newRow("past") << QByteArray("Thu, 12 Mar 2020 09:51:00 GMT") << 0;
    QTest::newRow("words") << QByteArray("soon") << -1;
}

void HttpMessageTest::retryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(int, expected);
    HttpResponse response;
    response.headers = {{"retry-after", value}};
    const auto wait = response.retryAfter(m_now);
    QCOMPARE(wait ? int(wait->count()) : -1, expected);
}

void HttpMessageTest::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<std::optional<ErrorCode>>("expected");
    using Code = std::optional<ErrorCode>;
    QTest::newRow("200") << 200 << Code();
    QTest::newRow("304") << 304 << Code();
    QTest::newRow("300") << 300 << Code(ErrorCode::HttpStatus);
    QTest::newRow("401") << 401 << Code(ErrorCode::LoginRequired);
    QTest::newRow("404") << 404 << Code(ErrorCode::HttpStatus);
    QTest::newRow("410") << 410 << Code(ErrorCode::Gone);
    QTest::newRow("429") << 429 << Code(ErrorCode::TooManyRequests);
    QTest::newRow("503") << 503 << Code(ErrorCode::HttpStatus);
}

void HttpMessageTest::errors()
{
    QFETCH(int, status);
    QFETCH(std::optional<ErrorCode>, expected);
    HttpResponse response;
    response.status = status;
    const auto error = httpError(response);
    QCOMPARE(error.has_value(), expected.has_value());
    if (error) {
        QVERIFY(error->code == *expected);
        QCOMPARE(error->number.value_or(0), status);
    }
}

void HttpMessageTest::headersJoin()
{
    HttpResponse response;
    response.headers = {{"Cache-Control", "public"}, {"X", "y"}, {"cache-control", "max-age=5"}};
    QCOMPARE(response.header("CACHE-CONTROL"), QByteArray("public, max-age=5"));
    QCOMPARE(response.header("missing"), QByteArray());
}

BROADSHEET_TEST_MAIN(HttpMessageTest, QCoreApplication)
#include "httpmessage.moc"
