// SPDX-License-Identifier: GPL-3.0-or-later
// How long a feed of fifty articles takes: parsed, cleaned, told as JSON, and how that compares with a bare
// pass of libxml2. BROADSHEET_BENCH_FEEDS names a folder of other feeds for the comparison. Not run by ctest;
// `ninja benchmarks` does.
#include "exchange/jsonfeedwriter.h"
#include "ingest/readfeed.h"

#include <QDir>
#include <QTest>

#include <libxml/parser.h>

#include <algorithm>
#include <ctime>
#include <functional>

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

QList<QByteArray> feedsToCompare()
{
    const QString folder = qEnvironmentVariable("BROADSHEET_BENCH_FEEDS");
    if (folder.isEmpty())
        return {makeFeed(true), makeFeed(false)};
    QList<QByteArray> feeds;
    const QDir dir(folder);
    const QStringList names =
        dir.entryList({QStringLiteral("*.xml"), QStringLiteral("*.rss"), QStringLiteral("*.atom")});
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            feeds.append(file.readAll());
    }
    return feeds;
}

/** The least that anybody can do: libxml2's events, all of them ignored. */
void saxPass(const QByteArray &feed)
{
    static xmlSAXHandler sax = [] {
        xmlSAXHandler handler{};
        handler.initialized = XML_SAX2_MAGIC;
        handler.startElementNs = [](void *, const xmlChar *, const xmlChar *, const xmlChar *, int,
                                    const xmlChar **, int, int, const xmlChar **) {};
        handler.endElementNs = [](void *, const xmlChar *, const xmlChar *, const xmlChar *) {};
        handler.characters = [](void *, const xmlChar *, int) {};
        handler.cdataBlock = [](void *, const xmlChar *, int) {};
        return handler;
    }();
    xmlSAXUserParseMemory(&sax, nullptr, feed.constData(), int(feed.size()));
}

/** Megabytes a second of this process's CPU time, the best of three rounds. */
double throughput(const QList<QByteArray> &feeds, const std::function<void(const QByteArray &)> &work)
{
    const auto cpu = [] {
        timespec now{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
        return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
    };
    double best = 0;
    for (int round = 0; round < 3; ++round) {
        double bytes = 0;
        const double start = cpu();
        while (cpu() - start < 0.3) {
            for (const QByteArray &feed : feeds) {
                work(feed);
                bytes += double(feed.size());
            }
        }
        best = std::max(best, bytes / 1e6 / (cpu() - start));
    }
    return best;
}

} // namespace

class FeedParsingBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inspect_data();
    void inspect();
    void againstTheFloor();
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

void FeedParsingBench::againstTheFloor()
{
    const QList<QByteArray> feeds = feedsToCompare();
    QVERIFY(!feeds.isEmpty());
    const auto inspected = [](bool raw) {
        return [raw](const QByteArray &feed) {
            ingest::ReadOptions options;
            options.raw = raw;
            const auto parsed = ingest::readFeed(feed, QUrl(QStringLiteral("https://bench.example/feed")),
                                                 QString(), options);
            if (parsed)
                (void)exchange::toJsonFeed(*parsed, QStringLiteral("bench"), raw);
        };
    };
    const double floor = throughput(feeds, saxPass);
    const double raw = throughput(feeds, inspected(true));
    const double clean = throughput(feeds, inspected(false));
    qInfo("MB a second of CPU: libxml2 alone %.0f, raw %.0f (%.1f times as long), cleaned %.0f (%.1f times)",
          floor, raw, floor / raw, clean, floor / clean);
}

QTEST_GUILESS_MAIN(FeedParsingBench)

#include "feedparsing.moc"
