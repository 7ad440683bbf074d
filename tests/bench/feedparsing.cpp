// SPDX-License-Identifier: GPL-3.0-or-later
// How long a feed of fifty articles takes: parsed, cleaned, told as JSON. Not run by ctest; `ninja
// benchmarks` does.
#include "exchange/jsonfeedwriter.h"
#include "ingest/readfeed.h"

#include <QTest>

using namespace broadsheet;

namespace {

/** Fifty articles of some 5 kB; a deterministic imitation of what blogs write. \a cdata: else escaped. */
QByteArray makeFeed(bool cdata)
{
    QByteArray feed = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
                      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Bench</title>"
                      "<link>https://bench.example/</link><description>d</description>\n";
    for (int i = 0; i < 50; ++i) {
        const QByteArray number = QByteArray::number(i);
        QByteArray body;
        for (int p = 0; p < 12; ++p)
            body += "<p>Paragraph " + QByteArray::number(p) + " of <a href=\"/a/" + number +
                    "\">article</a>, with <em>emphasis</em>, a caf\xC3\xA9 and enough words to look like one "
                    "that somebody "
                    "wrote on a slow day, &amp; a second sentence. And a third one, since most have "
                    "three.</p>\n<img "
                    "src=\"https://bench.example/i.jpg\" width=\"600\" height=\"400\" alt=\"A picture\">";
        if (!cdata)
            body.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        feed += "<item><title>Article " + number + "</title><link>https://bench.example/a/" + number +
                "</link><guid isPermaLink=\"false\">id-" + number +
                "</guid><pubDate>Thu, 12 Mar 2026 09:41:00 +0100</pubDate>"
                "<dc:creator>Ada Quill</dc:creator><category>News</category><description>Short "
                "words</description><content:encoded>" +
                (cdata ? "<![CDATA[" + body + "]]>" : body) + "</content:encoded></item>\n";
    }
    return feed + "</channel></rss>\n";
}

} // namespace

class FeedParsingBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inspect_data();
    void inspect();
};

void FeedParsingBench::inspect_data()
{
    QTest::addColumn<QByteArray>("feed");
    QTest::addColumn<bool>("raw");
    QTest::newRow("raw, CDATA") << makeFeed(true) << true;
    QTest::newRow("raw, escaped") << makeFeed(false) << true;
    QTest::newRow("cleaned, CDATA") << makeFeed(true) << false;
    QTest::newRow("cleaned, escaped") << makeFeed(false) << false;
}

void FeedParsingBench::inspect()
{
    QFETCH(const QByteArray, feed);
    QFETCH(const bool, raw);
    ingest::ReadOptions options;
    options.raw = raw;
    const QUrl url(QStringLiteral("https://bench.example/feed"));
    qInfo("%lld bytes", static_cast<long long>(feed.size()));
    QBENCHMARK
    {
        const Result<ParsedFeed> parsed = ingest::readFeed(feed, url, QString(), options);
        QVERIFY(parsed && parsed->entries.size() == 50);
        QVERIFY(exchange::toJsonFeed(*parsed, QStringLiteral("bench"), raw).size() > feed.size() / 2);
    }
}

QTEST_GUILESS_MAIN(FeedParsingBench)

#include "feedparsing.moc"
