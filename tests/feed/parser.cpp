// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/parser.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace broadsheet;

namespace {

QByteArray rss(const QByteArray &inside)
{
    return "<rss version=\"2.0\"><channel><title>t</title>" + inside + "</channel></rss>";
}

Result<ParsedFeed> parsed(const QByteArray &bytes)
{
    return feed::parse(bytes, QUrl(QStringLiteral("https://p.example/dir/feed")), QString());
}

} // namespace

class ParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void refuses_data();
    void refuses();
    void resolvesLinks();
    void keepsLinksAsTheyAre();
    void acceptsAnyContentType();
    void hostile_data();
    void hostile();
    void survivesEveryCut();
};

void ParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code) {
        QTest::newRow(name) << bytes << int(code);
    };
    row("nothing", "", ErrorCode::EmptyBody);
    row("blanks", " \r\n\t", ErrorCode::EmptyBody);
    row("page", "<!DOCTYPE html><html><head><title>x</title></head><body><p>rss</p></body></html>",
        ErrorCode::NotAFeed);
    row("page in XHTML", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
        ErrorCode::NotAFeed);
    row("page that quotes a declaration",
        "<html><body><pre>&lt;</pre><?xml version='1.0'?><rss/></body></html>", ErrorCode::NotAFeed);
    row("OPML", "<opml version='2.0'><body><outline/></body></opml>", ErrorCode::NotAFeed);
    row("text", "This is not a feed.", ErrorCode::NotAFeed);
    row("JSON", "{\"a\": 1}", ErrorCode::NotAFeed);
    row("JSON list", "[1, 2]", ErrorCode::NotAFeed);
    row("broken JSON", "{\"version\" ", ErrorCode::Malformed);
    row("image", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), ErrorCode::NotAFeed);
    row("zeros", QByteArray(1000, '\0'), ErrorCode::EmptyBody);
}

void ParserTest::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    const Result<ParsedFeed> feed = parsed(bytes);
    QVERIFY(!feed);
    QCOMPARE(int(feed.error().code), code);
    QVERIFY(!feed.error().detail.isEmpty());
}

void ParserTest::resolvesLinks()
{
    const Result<ParsedFeed> feed =
        parsed(rss("<link>/home</link><item><link> a\nb </link><enclosure url='../x.mp3'/></item>"));
    QVERIFY(feed);
    QCOMPARE(feed->siteUrl, QStringLiteral("https://p.example/home"));
    QCOMPARE(feed->entries.at(0).url, QStringLiteral("https://p.example/dir/ab"));
    QCOMPARE(feed->entries.at(0).enclosures.at(0).url, QStringLiteral("https://p.example/x.mp3"));
}

void ParserTest::keepsLinksAsTheyAre()
{
    const Result<ParsedFeed> feed =
        feed::parse(rss("<item><link>a</link></item>"), QUrl(QStringLiteral("https://p.example/")), QString(),
                    {.resolveLinks = false});
    QVERIFY(feed);
    QCOMPARE(feed->entries.at(0).url, QStringLiteral("a"));
}

void ParserTest::acceptsAnyContentType()
{
    for (const char *type :
         {"text/html", "application/octet-stream", "text/plain; charset=utf-8", "nonsense;;charset"})
        QVERIFY(feed::parse(rss({}), QUrl(), QString::fromLatin1(type)));
}

void ParserTest::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("entries");
    const QByteArray item = "<item><title>x</title></item>";
    const auto times = [](const char *what, int count) { return QByteArray(what).repeated(count); };
    QTest::newRow("deep") << rss(item + "<item><description>" + times("<b>", 100000) + times("</b>", 100000) +
                                 "</description></item>" + item)
                          << 3;
    QTest::newRow("deep and open") << rss(item + times("<div>", 200000)) << 1;
    QByteArray attributes;
    for (int i = 0; i < 100000; ++i)
        attributes += " a" + QByteArray::number(i) + "='1'";
    QTest::newRow("attributes") << rss(item + "<item" + attributes + "/>" + item) << 3;
    QByteArray namespaces;
    for (int i = 0; i < 20000; ++i)
        namespaces += "<a xmlns:n" + QByteArray::number(i) + "='u'>";
    QTest::newRow("namespaces") << rss(item + namespaces + times("<q:x/>", 20000)) << 1;
    QByteArray bomb = "<!DOCTYPE x [<!ENTITY e0 'lol'>";
    for (int i = 1; i < 12; ++i)
        bomb += "<!ENTITY e" + QByteArray::number(i) + " '" +
                times(("&e" + QByteArray::number(i - 1) + ';').constData(), 10) + "'>";
    QTest::newRow("entities in entities") << bomb + "]>" + rss("<item><title>&e11;</title></item>") << 1;
    QTest::newRow("external entity")
        << "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" +
               rss("<item><title>&x;</title></item>")
        << 1;
    QTest::newRow("ampersands") << rss("<item><description>" + times("&", 1000000) + "</description></item>")
                                << 1;
    QTest::newRow("angle brackets") << rss("<item><title>" + times("&lt;a \"", 200000) + "</title></item>")
                                    << 1;
    QTest::newRow("instructions") << rss("<item><title>" + times("<?", 500000) + "</title></item>") << 1;
    QTest::newRow("open quotes") << rss(item + times("<a b=\"", 200000)) << 1;
    QTest::newRow("stray ends") << rss("<item><title>" + times("</x>", 500000) + "</title></item>") << 1;
    QTest::newRow("many items") << rss(times(item.constData(), 30000)) << 30000;
    QTest::newRow("many authors") << rss("<item>" + times("<author>a</author><author>b</author>", 50000) +
                                         "</item>")
                                  << 1;
}

void ParserTest::hostile()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, entries);
    QElapsedTimer timer;
    timer.start();
    const Result<ParsedFeed> feed = parsed(bytes);
    QVERIFY(feed);
    QCOMPARE(feed->entries.size(), entries);
    for (const ParsedEntry &entry : feed->entries)
        QVERIFY(!entry.title.contains(u"root:"));
    QVERIFY(feed->warnings.size() <= 50);
    // Generous, for sanitizers and busy machines: what is quadratic here takes minutes.
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
}

void ParserTest::survivesEveryCut()
{
    const QByteArray whole = "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE rss [<!ENTITY p \"x\">]>" +
                             rss("<!-- c --><item><title>caf\xC3\xA9 &p; &amp; "
                                 "&#233;</title><description><![CDATA[<p class=\"x\">y</p>]]></description>"
                                 "<media:group xmlns:media='http://search.yahoo.com/mrss/'><media:content "
                                 "url='u'/></media:group></item><item a=b><link>l</item>");
    for (qsizetype cut = 1; cut < whole.size(); ++cut) {
        const Result<ParsedFeed> feed = parsed(whole.left(cut));
        if (feed)
            QVERIFY(!feed->wellFormed);
        const Result<ParsedFeed> tail = parsed(whole.mid(cut));
        if (!tail)
            QVERIFY(tail.error().code != ErrorCode::Internal);
    }
    QCOMPARE(parsed(whole)->entries.size(), 2);
}

BROADSHEET_TEST_MAIN(ParserTest, QCoreApplication)

#include "parser.moc"
