// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/readfeed.h"
#include "ingest/page.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;

namespace {

Result<ParsedFeed> read(const QByteArray &items,
                        const QUrl &url = QUrl(QStringLiteral("https://r.example/blog/feed.xml")),
                        bool raw = false)
{
    ingest::ReadOptions options;
    options.raw = raw;
    return ingest::readFeed(
        "<rss version='2.0' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>t</title>" +
            items + "</channel></rss>",
        url, QString(), options);
}

ParsedEntry entry(const QByteArray &inside)
{
    const Result<ParsedFeed> feed = read("<item>" + inside + "</item>");
    return feed && !feed->entries.isEmpty() ? feed->entries.constFirst() : ParsedEntry();
}

} // namespace

class ReadFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleansBodies();
    void resolvesAgainstTheRightBase();
    void dropsUnsafeAddresses();
    void choosesAnImage();
    void setsPlainTextInParagraphs();
    void leavesAdvertsOutOfTheText_data();
    void leavesAdvertsOutOfTheText();
    void leavesRawAlone();
    void passesErrorsOn();
    void decodesPages();
};

void ReadFeedTest::cleansBodies()
{
    const ParsedEntry one =
        entry("<description>&lt;p&gt;Short &lt;i&gt;words&lt;/i&gt;&lt;/p&gt;</description>"
              "<content:encoded>&lt;p onclick='x()'&gt;Long&lt;script&gt;y()&lt;/script&gt; "
              "text&lt;/p&gt;</content:encoded>");
    QVERIFY(one.content.utf8().contains("Long"));
    QVERIFY(!one.content.utf8().contains("script") && !one.content.utf8().contains("onclick"));
    QCOMPARE(one.contentText, QStringLiteral("Long text"));
    QCOMPARE(one.summary, QStringLiteral("Short words"));
    QVERIFY(one.summaryHtml.utf8().contains("<i>words</i>"));
    QVERIFY(one.rawContent.isEmpty() && one.rawSummary.isEmpty());
}

void ReadFeedTest::resolvesAgainstTheRightBase()
{
    const QByteArray link = "&lt;a href='x'&gt;x&lt;/a&gt;";
    QVERIFY(entry("<description>" + link + "</description>")
                .content.utf8()
                .contains("\"https://r.example/blog/x\""));
    QVERIFY(entry("<description xml:base='https://b.example/c/'>" + link + "</description>")
                .content.utf8()
                .contains("\"https://b.example/c/x\""));
    const Result<ParsedFeed> local = read(
        "<item><link>https://p.example/post/</link><description>" + link + "</description></item>", QUrl());
    QVERIFY(local);
    QVERIFY(local->entries.at(0).content.utf8().contains(
        "\"https://p.example/post/x\"")); // nothing better is known
}

void ReadFeedTest::dropsUnsafeAddresses()
{
    const Result<ParsedFeed> feed = read(
        "<link> "
        "JavaScript:alert(1)</link><item><link>data:text/html,x</link><comments>file:///etc/passwd</comments>"
        "<enclosure url='vbscript:x'/><enclosure "
        "url='/a.mp3'/><author><name>A</name><uri>mailto:a@r.example</uri></author></item>");
    QVERIFY(feed);
    QVERIFY(feed->siteUrl.isEmpty());
    const ParsedEntry &one = feed->entries.at(0);
    QVERIFY(one.url.isEmpty());
    QVERIFY(one.commentsUrl.isEmpty());
    QCOMPARE(one.enclosures.size(), 1);
    QCOMPARE(one.enclosures.at(0).url, QStringLiteral("https://r.example/a.mp3"));
    QCOMPARE(one.authors.at(0).url, QStringLiteral("mailto:a@r.example"));
    QVERIFY(feed->warnings.join(u' ').contains(u"http"));
}

void ReadFeedTest::choosesAnImage()
{
    const QByteArray text =
        "<description>&lt;img src='big.jpg' width='600' height='400'&gt;&lt;p&gt;x&lt;/p&gt;</description>";
    QCOMPARE(entry(text).image, QStringLiteral("https://r.example/blog/big.jpg"));
    QCOMPARE(entry(text + "<enclosure url='/e.png' type='image/png'/>").image,
             QStringLiteral("https://r.example/e.png"));
    QCOMPARE(entry(text + "<media:thumbnail url='/t.png'/><enclosure url='/e.png' type='image/png'/>").image,
             QStringLiteral("https://r.example/t.png"));
    QVERIFY(entry("<description>words</description>").image.isEmpty());
}

void ReadFeedTest::setsPlainTextInParagraphs()
{
    const Result<ParsedFeed> feed =
        ingest::readFeed("{\"version\":\"https://jsonfeed.org/version/"
                         "1.1\",\"title\":\"t\",\"items\":[{\"id\":\"1\",\"content_text\":\"One "
                         "<b>\\nline\\n\\nTwo & three\"}]}",
                         QUrl(), QString());
    QVERIFY(feed);
    const ParsedEntry &one = feed->entries.at(0);
    QCOMPARE(one.contentText, QStringLiteral("One <b>\nline\n\nTwo & three"));
    QCOMPARE(one.content.utf8().count("<p>"), 2);
    QVERIFY(one.content.utf8().contains("&lt;b&gt;<br"));
}

void ReadFeedTest::leavesAdvertsOutOfTheText_data()
{
    QTest::addColumn<QByteArray>("box");
    QTest::addColumn<bool>("isAdvert");
    const auto row = [](const char *name, const QByteArray &box, bool isAdvert) {
        QTest::newRow(name) << box << isAdvert;
    };
    row("ad", "<div class='ad'>Buy shoes</div>", true);
    row("words of a name", "<div class=\"post ad-slot wide\">Buy <b>shoes</b></div>", true);
    row("written in one", "<aside class=inlineAd>Buy shoes</aside>", true);
    row("by its id", "<div id='google_ads_3'><div>Buy</div> shoes</div>", true);
    row("a paragraph", "<p class='advertisement'>Buy shoes</p>", true);
    row("with a script", "<ins class='adsbygoogle'>Buy shoes<script>x('</ins>')</script></ins>", true);
    row("German", "<div class='anzeige'>Kauft shoes</div>", true);
    row("other words", "<div class='address shadow add-on'>Buy shoes</div>", false);
    row("none", "<div class='no-ads'>Buy shoes</div>", false);
    row("for this purpose", "<div class='ad-hoc'>Buy shoes</div>", false);
    row("a place to link to", "<p id='ad-astra'>Buy shoes</p>", false);
    row("a heading", "<h2 class='ad'>Buy shoes</h2>", false);
    row("without an end", "<div class='ad'>Buy shoes", false);
    row("a text", "<div class='ad'>Buy shoes" + QByteArray(" and more words").repeated(60) + "</div>", false);
}

void ReadFeedTest::leavesAdvertsOutOfTheText()
{
    QFETCH(QByteArray, box);
    QFETCH(bool, isAdvert);
    const QByteArray words = "What the article says, at some length, of the things that happened.";
    for (const QByteArray &body : {"<p>" + words + "</p>" + box + "<p>" + words + "</p>", // within
                                   "<p>" + words + "</p>" + box}) {
        const ParsedEntry one = entry("<content:encoded><![CDATA[" + body + "]]></content:encoded>");
        QVERIFY(one.content.utf8().contains("shoes")); // it is shown
        QCOMPARE(one.contentText.contains(QStringLiteral("shoes")), !isAdvert);
        QVERIFY(one.contentText.contains(QString::fromUtf8(words)));
        const ParsedEntry both =
            entry("<description><![CDATA[" + body +
                  "]]></description><content:encoded>Other words, at some length.</content:encoded>");
        QCOMPARE(both.summary.contains(QStringLiteral("shoes")), !isAdvert);
    }
    // A box that is all there is, or half of it, is no advert: small ads are articles, too.
    const ParsedEntry alone = entry("<content:encoded><![CDATA[" + box + "]]></content:encoded>");
    QVERIFY(alone.contentText.contains(QStringLiteral("shoes")));
}

void ReadFeedTest::leavesRawAlone()
{
    const Result<ParsedFeed> feed =
        read("<item><link>x</link><description>&lt;script&gt;</description></item>",
             QUrl(QStringLiteral("https://r.example/")), true);
    QVERIFY(feed);
    QCOMPARE(feed->entries.at(0).url, QStringLiteral("x"));
    QCOMPARE(feed->entries.at(0).rawContent.data, QByteArray("<script>"));
    QVERIFY(feed->entries.at(0).content.isEmpty());
}

void ReadFeedTest::passesErrorsOn()
{
    const Result<ParsedFeed> feed = ingest::readFeed("<html></html>", QUrl(), QString());
    QVERIFY(!feed);
    QCOMPARE(feed.error().code, ErrorCode::NotAFeed);
}

void ReadFeedTest::decodesPages()
{
    const QUrl base(QStringLiteral("https://r.example/a/"));
    QCOMPARE(ingest::sanitize("<meta charset=koi8-r><p>\xCE\xCF</p>", base, QString()).utf8(),
             QByteArray("<p>но</p>"));
    QCOMPARE(ingest::sanitize(
                 "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'><p>\xE9</p>", base,
                 QString())
                 .utf8(),
             QByteArray("<p>é</p>"));
    QCOMPARE(ingest::sanitize("<p>\xE9</p>", base, QStringLiteral("text/html; charset=latin1")).utf8(),
             QByteArray("<p>é</p>"));
}

BROADSHEET_TEST_MAIN(ReadFeedTest, QCoreApplication)

#include "readfeed.moc"
