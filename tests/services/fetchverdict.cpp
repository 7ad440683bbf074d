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
    void lessSafeMovesNeedConsent();
    void onlyFullAnswersGiveValidators();
    void hintsOutliveA304();
    void hostsAreLeftAlone();
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
        plan.url = QUrl(QStringLiteral("https://a.example/feed"));
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
    response.status = 200;
    response.headers = {{"Last-Modified", "new date"}};
    const FeedUpdate update = readUpdate(plan(), response, goodReading(), m_moment);
    QVERIFY(update.validatorsGiven && update.etag.isEmpty() && update.feedDocument);
    QCOMPARE(update.lastModified, QByteArray("new date"));
    QCOMPARE(update.bodyHash, QByteArray("hash"));
}

void FetchVerdictTest::incompleteDocuments()
{
    const QByteArray begun = "<rss version='2.0'><channel><title>F</title><item><title>one</title></item>";
    const QByteArray half = begun + "<item><title>two</title><description>half a sen";
    ArrivedBody body;
    body.finalUrl = QUrl(QStringLiteral("https://a.example/feed"));
    body.contentType = QStringLiteral("text/xml");
    const auto read = [&body](const QByteArray &bytes) {
        body.bytes = bytes;
        return readFetchedFeed(body);
    };
    net::HttpResponse response;
    response.status = 200;
    response.headers = {{"ETag", "\"new\""}};
    // As long as it was said to be, but not closed: the publisher's slip. The half entry is left out,
    // validators are not kept.
    const FeedReading slip = read(half);
    QVERIFY(slip.feed && !slip.complete);
    QCOMPARE(slip.feed->entries.size(), 1);
    const FeedUpdate update = readUpdate(plan(), response, slip, m_moment);
    QVERIFY(update.validatorsGiven && update.etag.isEmpty() && update.bodyHash.isEmpty());
    // Packed or without a length it may have been cut on the way: refused once, taken when it comes again.
    body.measured = false;
    const FeedReading doubtful = read(half);
    QVERIFY(doubtful.error && doubtful.error->code == ErrorCode::IncompleteBody && doubtful.doubtful);
    const FeedUpdate refused = readUpdate(plan(), response, doubtful, m_moment);
    QVERIFY(refused.error && !refused.validatorsGiven && !refused.feedDocument);
    QCOMPARE(refused.doubtfulHash, doubtful.hash);
    body.doubtfulHash = doubtful.hash;
    QVERIFY(read(half).feed && !read(half).complete);
    QVERIFY(read(half + 't').error);
    // Broken off in transit: nothing is taken in, however often; a whole document with a wrong length at the
    // second time.
    body.whole = false;
    QVERIFY(read(half).error);
    const QByteArray closed = begun + "</channel></rss>";
    QVERIFY(read(closed).error);
    body.doubtfulHash = read(closed).hash;
    QVERIFY(read(closed).feed && !read(closed).complete);
    // Broken, but closed: complete, else it would be loaded anew each time.
    body.whole = true;
    QVERIFY(read(begun + "<item><title>a & b <br></title></item></channel></rss>").complete);
}

void FetchVerdictTest::onlyFullAnswersGiveValidators()
{
    net::HttpResponse response;
    response.headers = {{"ETag", "\"new\""}};
    for (const int status : {203, 226}) {
        response.status = status;
        const FeedUpdate update = readUpdate(plan(), response, goodReading(), m_moment);
        QVERIFY(update.feedDocument && update.validatorsGiven);
        QVERIFY(update.etag.isEmpty() && update.bodyHash.isEmpty());
    }
    response.status = 200;
    response.finalUrl = QUrl(QStringLiteral("https://b.example/feed"));
    const FeedUpdate update = readUpdate(plan(), response, goodReading(), m_moment);
    QCOMPARE(update.etag, QByteArray("\"new\""));
    QCOMPARE(update.validatorsUrl, response.finalUrl);
}

void FetchVerdictTest::hintsOutliveA304()
{
    FetchPlan known = plan();
    known.hints.ttlMinutes = 600;
    known.hints.freshness = std::chrono::hours(2);
    net::HttpResponse response;
    response.status = 304;
    FeedUpdate update = notModifiedUpdate(known, response, m_moment);
    QCOMPARE(update.nextFetch, m_moment.now.addSecs(600 * 60));
    QVERIFY(!update.hints); // as they are
    response.headers = {{"Cache-Control", "max-age=43200"}};
    update = notModifiedUpdate(known, response, m_moment);
    QCOMPARE(update.nextFetch, m_moment.now.addSecs(43200));
    QVERIFY(update.hints && update.hints->ttlMinutes == 600);
}

void FetchVerdictTest::hostsAreLeftAlone()
{
    net::HttpResponse response;
    response.finalUrl = QUrl(QStringLiteral("https://a.example/feed"));
    const Error error{ErrorCode::HttpStatus, {}, {}, {}};
    response.status = 503;
    QVERIFY(!failedUpdate(plan(), error, &response, m_moment).hold);
    response.headers = {{"Retry-After", "7200"}};
    const FeedUpdate update = failedUpdate(plan(), error, &response, m_moment);
    QVERIFY(update.hold);
    QCOMPARE(update.hold->host, QStringLiteral("a.example:443"));
    QCOMPARE(update.hold->until, m_moment.now.addSecs(7200));
    QVERIFY(update.nextFetch >= m_moment.now.addSecs(7200));
    response.status = 429;
    response.headers.clear();
    QVERIFY(failedUpdate(plan(), error, &response, m_moment).hold);
    response.asked = false;
    response.headers = {{"Retry-After", "500"}};
    const FeedUpdate postponed = postponedUpdate(plan(), response, m_moment);
    QVERIFY(!postponed.asked && !postponed.error);
    QCOMPARE(postponed.nextFetch, m_moment.now.addSecs(500));
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

void FetchVerdictTest::lessSafeMovesNeedConsent()
{
    FetchPlan now = plan();
    now.redirectsSeen = 10;
    net::HttpResponse response;
    now.redirectTarget = response.permanentUrl = QUrl(QStringLiteral("http://a.example/new"));
    const FeedUpdate weaker = readUpdate(now, response, goodReading(), m_moment);
    QVERIFY(!weaker.permanentUrl.isValid());
    QCOMPARE(weaker.movedTo, response.permanentUrl);
    now.redirectTarget = response.permanentUrl = QUrl(QStringLiteral("https://b.example/new"));
    const FeedUpdate other = readUpdate(now, response, goodReading(), m_moment);
    QCOMPARE(other.permanentUrl, response.permanentUrl);
    QVERIFY(!other.movedTo.isValid());
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
