// SPDX-License-Identifier: GPL-3.0-or-later
// One feed in everything that servers, scripts and browsers put around it, and with what people get wrong in
// it.
#include "feed/wrapping.h"
#include "feed/json/jsonrepair.h"
#include "feed/parser.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>

#include <zlib.h>

using namespace broadsheet;

namespace {

const QByteArray rss =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>News</title>"
    "<link>https://a.example/</link><description>All</description>\n"
    "<item><title>Rain in Spain</title><link>https://a.example/0</link></item>\n"
    "<item><title>Snow &amp; ice</title><link>https://a.example/1</link></item>\n"
    "</channel></rss>";
const QByteArray atom =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">"
    "<title>News</title><id>urn:x</id>\n"
    "<entry><title>Rain in Spain</title><link href=\"https://a.example/0\"/></entry>\n"
    "<entry><title>Snow &amp; ice</title><link href=\"https://a.example/1\"/></entry>\n</feed>";
const QByteArray json =
    "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", \"items\": [\n"
    "{\"id\": \"0\", \"url\": \"https://a.example/0\", \"title\": \"Rain in Spain\"}, "
    "{\"id\": \"1\", \"url\": \"https://a.example/1\", \"title\": \"Snow & ice\"}]}";

QByteArray escaped(const QByteArray &text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

QByteArray page(const QByteArray &inside)
{
    return "<!DOCTYPE html><html><head><title>Feed</title><style>pre { margin: 0 }</style></head><body>" +
           inside + "</body></html>";
}

enum class Header { Zlib, Gzip, None };

QByteArray deflated(const QByteArray &bytes, Header header)
{
    constexpr int gzip = 16;
    const int bits = header == Header::Gzip   ? MAX_WBITS + gzip
                     : header == Header::Zlib ? MAX_WBITS
                                              : -MAX_WBITS;
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(bytes.size() + 100, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(out.size() - qsizetype(stream.avail_out));
    deflateEnd(&stream);
    return out;
}

Result<ParsedFeed> parsed(const QByteArray &bytes, const QString &contentType = {})
{
    return feed::parse(bytes, QUrl(QStringLiteral("https://a.example/feed")), contentType, {});
}

QByteArray with(QByteArray text, const char *before, const QByteArray &after)
{
    return text.replace(before, after);
}

} // namespace

class WrappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void isFound_data();
    void isFound();
    void explanationsStayPages_data();
    void explanationsStayPages();
    void cutOffCompressed();
    void bombs();
    void cutOffAnywhere_data();
    void cutOffAnywhere();
    void repairsJson_data();
    void repairsJson();
    void repairsJsonInLinearTime();
    void referencesAfterAnError();
};

void WrappingTest::isFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *kind, const char *name, const QByteArray &bytes) {
        QTest::addRow("%s, %s", kind, name) << bytes;
    };
    for (const auto &[kind, feed] : {std::pair{"RSS", rss}, {"Atom", atom}}) {
        const QByteArray root = feed.mid(feed.indexOf("?>") + 3);
        row(kind, "gzip", deflated(feed, Header::Gzip));
        row(kind, "zlib", deflated(feed, Header::Zlib));
        row(kind, "deflate without a header", deflated(feed, Header::None));
        row(kind, "gzip in two parts",
            deflated(feed.left(feed.size() / 2), Header::Gzip) +
                deflated(feed.mid(feed.size() / 2), Header::Gzip));
        row(kind, "gzip twice", deflated(deflated(feed, Header::Gzip), Header::Gzip));
        row(kind, "escaped in pre", page("<pre>" + escaped(feed) + "</pre>"));
        row(kind, "escaped, quotes as they are",
            page("<pre>" + with(escaped(feed), "&quot;", "\"") + "</pre>"));
        row(kind, "escaped, highlighted",
            page("<pre><span class=\"t\">" + escaped(feed).replace("\n", "</span>\n<span class=\"t\">") +
                 "</span></pre>"));
        row(kind, "escaped alone", escaped(feed));
        row(kind, "in a text area", page("<textarea>" + escaped(feed) + "</textarea>"));
        row(kind, "in a web service's string",
            "<?xml version=\"1.0\"?><string xmlns=\"urn:x\">" + escaped(feed) + "</string>");
        row(kind, "in CDATA", "<response><![CDATA[" + feed + "]]></response>");
        row(kind, "in a browser's view",
            "<html><head><style>.a{}</style></head><body><div>This XML file does not appear to have any "
            "style "
            "information associated with it.</div><div id=\"webkit-xml-viewer-source-xml\">" +
                root + "</div></body></html>");
        row(kind, "as a string of JSON", '"' + with(with(feed, "\"", "\\\""), "\n", "\\n") + '"');
        row(kind, "behind a quote", '"' + feed);
        row(kind, "behind a notice", "Notice: a < b & c\n" + feed);
        row(kind, "in front of a script", feed + "<script>track()</script>");
        row(kind, "NUL bytes", with(feed, "\n", QByteArray("\0\n", 2)));
        row(kind, "lower-case CDATA", with(feed, "Rain in Spain", "<![cdata[Rain in Spain]]>"));
        row(kind, "CDATA with a blank", with(feed, "Rain in Spain", "<! [CDATA[Rain in Spain]]>"));
        row(kind, "CDATA, escaped", with(feed, "Rain in Spain", "&lt;![CDATA[Rain in Spain]]&gt;"));
        row(kind, "end of CDATA alone", with(feed, "Rain in Spain", "Rain in Spain]]>"));
        row(kind, "a blank in end tags", with(feed, "</title>", "</ title>"));
        row(kind, "an attribute twice",
            with(with(feed, "version=\"2.0\"", "version=\"2.0\" version=\"2.0\""),
                 "href=\"https://a.example/0\"", "href=\"https://a.example/0\" href=\"x\""));
        row(kind, "a word processor's quotes",
            with(with(feed, "=\"https://a.example/0\"", "=\u201Chttps://a.example/0\u201D"),
                 "version=\"2.0\"", "version=\u201D2.0\u201D"));
    }
    row("RSS", "Atom's namespace on the root",
        with(rss, "<rss ", "<rss xmlns=\"http://www.w3.org/2005/Atom\" "));
    for (const char *guard :
         {")]}'\n", ")]}',\n", "while(1);", "for (;;);", "/**/callback(", "cb(", "/* x */ window.cb(",
          "\uFEFF", "// note\n", "cb && cb(", "{}&& ", "var feed = ", "Notice: x\n",
          "<br />\n<b>Warning</b>: x in <b>a.php</b><br />\n"})
        row("JSON", guard, guard + json + (QByteArray(guard).endsWith('(') ? ");" : "\n"));
    row("JSON", "gzip", deflated(json, Header::Gzip));
    row("JSON", "escaped in pre", page("<pre>" + escaped(json) + "</pre>"));
    row("JSON", "in pre", page("<pre>" + json + "</pre>"));
    row("JSON", "in a list", '[' + json + ']');
    row("JSON", "in an envelope", "{\"status\": \"ok\", \"feed\": " + json + "}");
    row("JSON", "control characters", with(json, "Rain in", "Rain \x01in"));
}

void WrappingTest::isFound()
{
    QFETCH(const QByteArray, bytes);
    const auto feed = parsed(bytes);
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().detail));
    QCOMPARE(feed->entries.size(), 2);
    QCOMPARE(QString(feed->entries[0].title).remove(u' '), QStringLiteral("RaininSpain"));
    QCOMPARE(feed->entries[1].title, QStringLiteral("Snow & ice"));
    QCOMPARE(feed->entries[0].url, QStringLiteral("https://a.example/0"));
}

void WrappingTest::explanationsStayPages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray prose =
        QByteArray("<p>A feed is a document that a program reads again and again, and this is how one "
                   "looks; each part of it has its own line, which we shall go through.</p>")
            .repeated(20);
    QTest::newRow("an article about RSS") << page(prose + "<pre>" + escaped(rss) + "</pre>" + prose);
    QTest::newRow("an article about JSON Feed") << page(prose + "<pre>" + json + "</pre>" + prose);
    QTest::newRow("no items") << page("<pre>&lt;rss version=&quot;2.0&quot;&gt;&lt;channel&gt;</pre>");
    QTest::newRow("a page") << page(prose);
}

void WrappingTest::explanationsStayPages()
{
    QFETCH(const QByteArray, bytes);
    const auto feed = parsed(bytes);
    QVERIFY(!feed);
    QCOMPARE(feed.error().code, ErrorCode::NotAFeed);
}

void WrappingTest::cutOffCompressed()
{
    QByteArray items;
    for (int i = 0; i < 400; ++i)
        items += "<item><title>" + QByteArray::number(i * 7919) + "</title></item>";
    const QByteArray whole =
        deflated("<rss version=\"2.0\"><channel>" + items + "</channel></rss>", Header::Gzip);
    const auto feed = parsed(whole.left(whole.size() / 2));
    QVERIFY(feed);
    QVERIFY(feed->entries.size() > 50);
    QVERIFY(!feed->wellFormed);
    QVERIFY(feed::inflated(rss, 1 << 20).isEmpty());
    QVERIFY(feed::inflated("x^ no stream", 1 << 20).isEmpty());
}

void WrappingTest::bombs()
{
    const QByteArray bomb = deflated(QByteArray(8 << 20, ' '), Header::Gzip);
    QVERIFY(feed::inflated(bomb, 1 << 20).isEmpty());
    QCOMPARE(feed::inflated(bomb, 8 << 20).size(), 8 << 20);
}

void WrappingTest::cutOffAnywhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("secondEntry");
    QTest::newRow("RSS") << rss << QByteArray("<title>Snow");
    QTest::newRow("Atom") << atom << QByteArray("<title>Snow");
    QTest::newRow("JSON") << json << QByteArray(", {\"id\": \"1\"");
}

void WrappingTest::cutOffAnywhere()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, secondEntry);
    const qsizetype first = bytes.indexOf(secondEntry);
    for (qsizetype length = 1; length < bytes.size(); ++length) {
        const auto feed = parsed(bytes.left(length));
        if (length <= first)
            continue; // no crash is all that is asked
        QVERIFY2(feed, QByteArray::number(length));
        QVERIFY2(!feed->entries.isEmpty(), QByteArray::number(length));
        QCOMPARE(feed->entries[0].title, QStringLiteral("Rain in Spain"));
    }
}

void WrappingTest::repairsJson_data()
{
    QTest::addColumn<QByteArray>("broken");
    QTest::addColumn<QByteArray>("repaired");
    const auto row = [](const char *name, const QByteArray &broken, const char *repaired) {
        QTest::newRow(name) << broken << QByteArray(repaired);
    };
    row("cut off", "{\"a\":[{\"b\":1},{\"c\":\"x", "{\"a\":[{\"b\":1}]}");
    row("cut off early", "{\"a\":\"x", "{\"a\":\"x\"}");
    row("cut off behind a key", "{\"a\":", "{\"a\":null}");
    row("too many commas", "{\"a\":[1,,2,],}", "{\"a\":[1,2]}");
    row("no commas", "{\"a\":\"1\" \"b\":[{} {}]}", "{\"a\":\"1\",\"b\":[{},{}]}");
    row("semicolons", "{\"a\":1; \"b\":2}", "{\"a\":1,\"b\":2}");
    row("single quotes", "{'a':'it's \"b\"'}", "{\"a\":\"it's \\\"b\\\"\"}");
    row("bare keys", "{a: 1, $b_2: true}", "{\"a\":1,\"$b_2\":true}");
    row("comments", "{/* x */\"a\":1 // y\n}", "{\"a\":1}");
    row("no JSON", "{\"a\":undefined,\"b\":NaN,\"c\":-,\"d\":01,\"e\":.5,\"f\":True,\"g\":None}",
        "{\"a\":null,\"b\":null,\"c\":null,\"d\":null,\"e\":null,\"f\":true,\"g\":null}");
    row("numbers", "[0,-1.5e+3,12]x", "[0,-1.5e+3,12]");
    row("escapes", "[\"\\x41\\'\\q\\u00e9\\u12\"]", "[\"\\u0041'q\\u00e9u12\"]");
    row("controls", "[\"a\nb\tc\x01\r\"]", "[\"a\\nb\\tc\"]");
    row("quotes within", "[\"he said \"hi\" to me\"]", "[\"he said \\\"hi\\\" to me\"]");
    row("brackets that do not match", "{\"a\":[1}", "{\"a\":[1]}");
    row("a value without a key", "{\"a\":1,{\"b\":2}}", "{\"a\":1,\"\":{\"b\":2}}");
    row("nothing", "", "");
}

void WrappingTest::repairsJson()
{
    QFETCH(const QByteArray, broken);
    QFETCH(const QByteArray, repaired);
    QCOMPARE(feed::repairJson(broken), repaired);
    if (!repaired.isEmpty())
        QVERIFY(!QJsonDocument::fromJson(repaired).isNull());
}

void WrappingTest::repairsJsonInLinearTime()
{
    QElapsedTimer timer;
    timer.start();
    for (const QByteArray &piece :
         {QByteArray("["), QByteArray("{\"a\":"), QByteArray("\"x\" "), QByteArray("\"\""), QByteArray("{"),
          QByteArray("]"), QByteArray("/*"), QByteArray("\" "), QByteArray("'")}) {
        const QByteArray text = "{\"a\":" + piece.repeated(200000);
        const QByteArray repaired = feed::repairJson(text);
        QVERIFY(repaired.isEmpty() || !QJsonDocument::fromJson(repaired).isNull());
    }
    QVERIFY2(timer.elapsed() < 20000, QByteArray::number(timer.elapsed()));
}

/** libxml2 drops every reference behind its first complaint, "&amp;" as well. */
void WrappingTest::referencesAfterAnError()
{
    const QByteArray broken = with(rss, "<rss version=\"2.0\">", "<rss a=\"1\" a=\"2\">");
    const auto feed = parsed(broken);
    QVERIFY(feed);
    QVERIFY(!feed->wellFormed);
    QCOMPARE(feed->entries[1].title, QStringLiteral("Snow & ice"));
}

BROADSHEET_TEST_MAIN(WrappingTest, QCoreApplication)

#include "wrapping.moc"
