// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonfeedwriter.h"
#include "exchange/jsonwriter.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace broadsheet;

class JsonFeedWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void writesValues();
    void escapesEverything();
    void leavesOutWhatIsMissing();
    void tellsBodies();
    void keepsOffsets();
    void tellsErrors();
};

void JsonFeedWriterTest::writesValues()
{
    QByteArray out;
    exchange::JsonWriter json(out);
    json.beginObject();
    json.member("a", QStringLiteral("x"));
    json.member("empty", QString());
    json.member("none", std::optional<int>());
    json.member("n", std::optional<qint64>(1LL << 60));
    json.beginArray("list");
    json.value(1);
    json.value(0.5);
    json.value(qQNaN());
    json.value(true);
    json.beginObject();
    json.endObject();
    json.endArray();
    json.flag("f", false);
    json.endObject();
    QCOMPARE(out,
             QByteArray("{\"a\":\"x\",\"n\":1152921504606846976,\"list\":[1,0.5,null,true,{}],\"f\":false}"));
}

void JsonFeedWriterTest::escapesEverything()
{
    QString text;
    for (char16_t c = 0; c < 0x300; ++c)
        text.append(QChar(c));
    text += QStringLiteral("\u2028😀\"\\/");
    QByteArray out;
    exchange::JsonWriter json(out);
    json.beginArray();
    json.value(text);
    json.endArray();
    QVERIFY(!out.contains('\n'));
    QCOMPARE(QJsonDocument::fromJson(out).array().at(0).toString(), text);
}

void JsonFeedWriterTest::leavesOutWhatIsMissing()
{
    ParsedFeed feed;
    feed.format = FeedFormat::Atom10;
    feed.entries.append(ParsedEntry());
    QCOMPARE(exchange::toJsonFeed(feed, QStringLiteral("s"), false),
             QByteArray("{\"version\":\"https://jsonfeed.org/version/"
                        "1.1\",\"title\":\"\",\"_broadsheet\":{\"source\":\"s\",\"format\":\"atom-1.0\","
                        "\"well_formed\":true},\"items\":[{}]}"));
}

void JsonFeedWriterTest::tellsBodies()
{
    ParsedFeed feed;
    ParsedEntry entry;
    entry.rawContent.data = "<b>raw</b>";
    entry.content = SafeHtml::alreadyCleaned("<b>clean</b>");
    feed.entries.append(entry);
    const auto item = [&feed](bool raw) {
        return QJsonDocument::fromJson(exchange::toJsonFeed(feed, QString(), raw))
            .object()
            .value(QLatin1String("items"))
            .toArray()
            .at(0)
            .toObject();
    };
    QCOMPARE(item(true).value(QLatin1String("content_html")).toString(), QStringLiteral("<b>raw</b>"));
    QCOMPARE(item(false).value(QLatin1String("content_html")).toString(), QStringLiteral("<b>clean</b>"));
    feed.entries[0].rawContent.kind = RawBody::Kind::Text;
    feed.entries[0].contentText = QStringLiteral("text");
    QCOMPARE(item(true).value(QLatin1String("content_text")).toString(), QStringLiteral("<b>raw</b>"));
    QVERIFY(!item(true).contains(QLatin1String("content_html")));
    QCOMPARE(item(false).value(QLatin1String("content_text")).toString(), QStringLiteral("text"));
}

void JsonFeedWriterTest::keepsOffsets()
{
    ParsedFeed feed;
    feed.published = QDateTime(QDate(2026, 3, 12), QTime(9, 41), Qt::OffsetFromUTC, -12600);
    feed.modified = QDateTime(QDate(2026, 3, 12), QTime(9, 41, 7, 999), Qt::UTC);
    const QByteArray line = exchange::toJsonFeed(feed, QString(), false);
    QVERIFY(line.contains("\"date_published\":\"2026-03-12T09:41:00-03:30\""));
    QVERIFY(line.contains("\"date_modified\":\"2026-03-12T09:41:07Z\""));
}

void JsonFeedWriterTest::tellsErrors()
{
    QCOMPARE(exchange::toJsonFeedError(QStringLiteral("a\"b"), QStringLiteral("no")),
             QByteArray("{\"_broadsheet\":{\"source\":\"a\\\"b\",\"error\":\"no\"}}"));
}

BROADSHEET_TEST_MAIN(JsonFeedWriterTest, QCoreApplication)

#include "jsonfeedwriter.moc"
