// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/fetchverdict.h"

#include "support/testmain.h"

using namespace broadsheet;

class FetchVerdictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void notModifiedUpdatesWhatItCarries();
    void answerReplacesValidators();
    void incompleteDocuments();
    void moveCountsAnewForAnotherTarget();
    void loginStaysWithItsHost();
    void impatienceDoesNotStretchTheRhythm();

private:
    static FeedReading goodReading()
    {
        FeedReading reading;
        reading.hash = "hash";
        reading.feed = ParsedFeed();
        return reading;
    }
    static FetchPlan plan()
    {
        FetchPlan plan;
        plan.feed = FeedId(7);
        plan.url = QUrl(QStringLiteral("https://jo:pw@a.example/feed"));
        plan.etag = "\"old\"";
        plan.lastModified = "old date";
        return plan;
    }
    const FetchMoment m_moment{QDateTime(QDate(2026, 3, 12), QTime(9, 41), Qt::UTC), 0};
};

void FetchVerdictTest::notModifiedUpdatesWhatItCarries()
{
    net::HttpResponse response;
    response.status = 304;
    QCOMPARE(notModifiedUpdate(plan(), response, m_moment).etag, QByteArray("\"old\""));
    response.headers = {{"ETag", "\"new\""}};
    const FeedUpdate carried = notModifiedUpdate(plan(), response, m_moment);
    QVERIFY(carried.notModified && carried.validatorsGiven);
    QCOMPARE(carried.etag, QByteArray("\"new\""));
    QCOMPARE(carried.lastModified, QByteArray("old date"));
}

void FetchVerdictTest::answerReplacesValidators()
{
    net::HttpResponse response;
    response.headers = {{"Last-Modified", "new date"}};
    const FeedUpdate update = readUpdate(plan(), response, goodReading(), m_moment);
    QVERIFY(update.validatorsGiven && update.etag.isEmpty() && update.feedDocument);
    QCOMPARE(update.lastModified, QByteArray("new date"));
    QCOMPARE(update.bodyHash, QByteArray("hash"));
}

void FetchVerdictTest::incompleteDocuments()
{
    const QByteArray begun = "<rss version='2.0'><channel><title>F</title><item><title>one</title></item>";
    const QUrl url(QStringLiteral("https://a.example/feed"));
    const auto read = [&url](const QByteArray &body, bool whole) {
        return readFetchedFeed(body, url, QStringLiteral("text/xml"), {}, whole);
    };
    // A packed body that ended early without a word: the half entry is left out, validators are not kept.
    const FeedReading half = read(begun + "<item><title>two</title><description>half a sen", true);
    QVERIFY(half.feed && !half.complete);
    QCOMPARE(half.feed->entries.size(), 1);
    net::HttpResponse response;
    response.headers = {{"ETag", "\"new\""}};
    const FeedUpdate update = readUpdate(plan(), response, half, m_moment);
    QVERIFY(update.validatorsGiven && update.etag.isEmpty() && update.bodyHash.isEmpty());
    // Broken off in transit: nothing is taken in, unless the document is whole (a wrong Content-Length).
    const FeedReading cut = read(begun, false);
    QVERIFY(cut.error && cut.error->code == ErrorCode::IncompleteBody);
    QVERIFY(read(begun + "</channel></rss>", false).feed.has_value());
    // Broken, but closed: complete, else it would be loaded anew each time.
    QVERIFY(read(begun + "<item><title>a & b <br></title></item></channel></rss>", true).complete);
}

void FetchVerdictTest::moveCountsAnewForAnotherTarget()
{
    FetchPlan now = plan();
    now.redirectsSeen = 2;
    now.redirectTarget = QUrl(QStringLiteral("https://b.example/feed"));
    net::HttpResponse response;
    response.permanentUrl = QUrl(QStringLiteral("https://c.example/feed"));
    const FeedUpdate other = readUpdate(now, response, goodReading(), m_moment);
    QVERIFY(!other.permanentUrl.isValid());
    QCOMPARE(other.redirectsSeen, 1);
    response.permanentUrl = {};
    QCOMPARE(readUpdate(now, response, goodReading(), m_moment).redirectsSeen, 0);
}

void FetchVerdictTest::loginStaysWithItsHost()
{
    FetchPlan now = plan();
    now.redirectsSeen = 10;
    net::HttpResponse response;
    now.redirectTarget = response.permanentUrl = QUrl(QStringLiteral("https://a.example/new"));
    QCOMPARE(readUpdate(now, response, goodReading(), m_moment).permanentUrl.userInfo(),
             QStringLiteral("jo:pw"));
    now.redirectTarget = response.permanentUrl = QUrl(QStringLiteral("https://b.example/new"));
    QVERIFY(readUpdate(now, response, goodReading(), m_moment).permanentUrl.userInfo().isEmpty());
}

void FetchVerdictTest::impatienceDoesNotStretchTheRhythm()
{
    FetchPlan now = plan();
    net::HttpResponse response;
    response.status = 304;
    now.lastFetch = m_moment.now.addSecs(-60);
    now.nextFetch = now.lastFetch.addSecs(4000);
    QCOMPARE(notModifiedUpdate(now, response, m_moment).nextFetch, m_moment.now.addSecs(4000));
    now.lastFetch = m_moment.now.addSecs(-4000);
    now.nextFetch = m_moment.now;
    QCOMPARE(notModifiedUpdate(now, response, m_moment).nextFetch, m_moment.now.addSecs(5000));
}

BROADSHEET_TEST_MAIN(FetchVerdictTest, QCoreApplication)
#include "fetchverdict.moc"
