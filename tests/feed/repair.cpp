// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/xml/repair.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;

class RepairTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void repairs_data();
    void repairs();
    void leavesWellFormedAlone();
    void tellsWhatIsAmiss_data();
    void tellsWhatIsAmiss();
    void boundsDepth();
    void boundsAttributes();
    void boundsEntities();
    void looksThroughTheRestButOnce();
};

void RepairTest::repairs_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to) {
        QTest::newRow(name) << from << to;
    };
    row("bare ampersands", "<a>x & y &co; &#; http://e/?a=1&b=2</a>",
        "<a>x &amp; y &amp;co; &amp;#; http://e/?a=1&amp;b=2</a>");
    row("HTML's entities", "<a>caf&eacute;&nbsp;</a>", "<a>caf\xC3\xA9\xC2\xA0</a>");
    row("but not in CDATA", "<a>&eacute;<![CDATA[&eacute;&]]></a>", "<a>\xC3\xA9<![CDATA[&eacute;&]]></a>");
    row("windows-1252 references", "<a>&#146;&#x80;\xC2\x96</a>",
        "<a>\xE2\x80\x99\xE2\x82\xAC\xE2\x80\x93</a>");
    row("forbidden characters", QByteArray("<a>\x01x&#8;\0\xEF\xBF\xBFy<![CDATA[\x1F]]></a>", 31),
        "<a>xy<![CDATA[]]></a>");
    row("bare angle brackets", "<a>1 < 2 <3 <- <! <x@y> a<b<c></c></a>",
        "<a>1 &lt; 2 &lt;3 &lt;- &lt;! &lt;x@y> a&lt;b<c></c></a>");
    row("attributes of HTML", "<a><img src=x.png alt='a<b' checked data-q=\"&\">t</img></a>",
        "<a><img src=\"x.png\" alt=\"a&lt;b\" checked=\"\" data-q=\"&amp;\">t</img></a>");
    row("attributes without blanks between", "<a b='1'c='2'/>", "<a b='1' c=\"2\"/>");
    row("an attribute without its end", "<a><b c=\"1>x</b></a>", "<a><b c=\"1\">x</b></a>");
    row("nobody closes", "<a><b><c>x</a>", "<a><b><c>x</c></b></a>");
    row("closed crosswise", "<a><b><i>x</b>y</i></a>", "<a><b><i>x</i></b>y</a>");
    row("closed in capitals", "<a><b>x</B></a>", "<a><b>x</b></a>");
    row("closed for nothing", "<a>x</p></a>", "<a>x</a>");
    row("items within items", "<c><item><t>1</t><item><t>2</t></item></c>",
        "<c><item><t>1</t></item><item><t>2</t></item></c>");
    row("cut off in text", "<a><b>x", "<a><b>x</b></a>");
    row("cut off in CDATA", "<a><![CDATA[x", "<a><![CDATA[x]]></a>");
    row("cut off in a tag", "<a><b c='1", "<a><b c=\"1\"></b></a>");
    row("cut off in a name", "<a>x<b", "<a>x</a>");
    row("something before", "\n oops <?xml version='1.0'?>\n<a/>", "<a/>");
    row("something behind", "<a>x</a> and more <b>", "<a>x</a>");
    row("comments and instructions", "<?x?><!-- < --><a><!-- & -->x<?php y ?></a>", "<a>x</a>");
    row("own entities", "<!DOCTYPE a [<!ENTITY x \"<b>y</b>\"><!ENTITY e SYSTEM 'file:///x'>]><a>&x;&e;</a>",
        "<a><b>y</b>&amp;e;</a>");
    row("halves of a character", "<a>&#xD83D;&#xDE80;&#55357;&#56960;&#xD83D;x&#xDE80;</a>",
        "<a>\xF0\x9F\x9A\x80\xF0\x9F\x9A\x80x</a>");
    row("nobody closes the title", "<c><item><title>x<link>y</link></item></c>",
        "<c><item><title>x</title><link>y</link></item></c>");
    row("a second declaration", "<a>x<?xml version='1.0'?>y</a>", "<a>xy</a>");
    row("a declaration without its end", "<?xml version='1.0'<a>x</a>", "<a>x</a>");
    row("blanks before a name", "<c>< title >x</ title >< link>y< /link>a < b > c</c>",
        "<c><title >x</title><link>y</link>a &lt; b > c</c>");
    row("a section that does not end", "<c><title><![CDATA[x</title><link><![CDATA[y]]></link></c>",
        "<c><title><![CDATA[x]]></title><link><![CDATA[y]]></link></c>");
    row("a section whose end is misspelt",
        "<c><description><![CDATA[x]] ></description><link><![CDATA[y]]></link></c>",
        "<c><description><![CDATA[x]]></description><link><![CDATA[y]]></link></c>");
    row("a section with an end tag in it", "<c><description><![CDATA[x</description>]]></description></c>",
        "<c><description><![CDATA[x</description>]]></description></c>");
    row("a comment that does not end", "<c><item>x</item><!-- y <item>z</item></c>",
        "<c><item>x</item><item>z</item></c>");
    row("a lost start tag", "<channel><title>a</title><title>b</title></item><item>c</item></channel>",
        "<channel><title>a</title><item><title>b</title></item><item>c</item></channel>");
    row("a title behind the items", "<channel><item>c</item><title>a</title></channel>",
        "<channel><item>c</item><title>a</title></channel>");
    row("an item in a part of the feed", "<channel><link><item>c</item></channel>",
        "<channel><link></link><item>c</item></channel>");
    row("a control character for a blank", "<c><item\x14 d=\"e\">x</item></c>",
        "<c><item d=\"e\">x</item></c>");
    row("no element at all", "just text & nothing", "");
    row("empty", "", "");
}

void RepairTest::repairs()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const feed::RepairedXml repaired = feed::repairXml(from);
    QCOMPARE(repaired.xml, to);
    // What was repaired needs no repair.
    if (!to.isEmpty()) {
        const feed::RepairedXml again = feed::repairXml(repaired.xml);
        QCOMPARE(again.xml, to);
        QVERIFY(again.wellFormed);
    }
}

void RepairTest::tellsWhatIsAmiss_data()
{
    QTest::addColumn<bool>("wellFormed");
    const auto row = [](const char *xml, bool wellFormed) { QTest::newRow(xml) << wellFormed; };
    row("<a><!-- x --></a>", true);
    row("<a><!----></a>", true);
    row("<a><!-- x -- y --></a>", false);
    row("<a/><!-- x --> <?y?> \n", true);
    row("<a/><!-- x --><b/>", false);
    row("<a/><?xml version='1.0'?><a/>", false);
    row("<a/>text", false);
}

void RepairTest::tellsWhatIsAmiss()
{
    QFETCH(const bool, wellFormed);
    const feed::RepairedXml repaired = feed::repairXml(QByteArray(QTest::currentDataTag()));
    QCOMPARE(repaired.wellFormed, wellFormed);
    QCOMPARE(repaired.warnings.isEmpty(), wellFormed);
}

void RepairTest::leavesWellFormedAlone()
{
    const QByteArray xml = "<?xml version=\"1.0\"?>\n<!-- c -->\n<a b=\"x &amp; > y\" c='&quot;'>t &lt; "
                           "&#38; ]] > <d/><e\n/><![CDATA[<x>&]]></a >\n";
    const feed::RepairedXml repaired = feed::repairXml(xml);
    QVERIFY(repaired.wellFormed);
    QVERIFY(repaired.warnings.isEmpty());
    QCOMPARE(repaired.xml.trimmed(), xml.mid(xml.indexOf("<a")).trimmed());
    QVERIFY(repaired.xml.constData() >= xml.constData() &&
            repaired.xml.constData() < xml.constData() + xml.size()); // no copy
}

void RepairTest::boundsDepth()
{
    const QByteArray xml =
        "<a>" + QByteArray("<b>").repeated(50000) + "x" + QByteArray("</b>").repeated(50000) + "<c/></a>";
    const feed::RepairedXml repaired = feed::repairXml(xml);
    QCOMPARE(repaired.xml.count("<b>"), 511);
    QCOMPARE(repaired.xml.count("</b>"), 511);
    QVERIFY(repaired.xml.endsWith("<c/></a>"));
    QVERIFY(!repaired.wellFormed);
}

void RepairTest::boundsAttributes()
{
    QByteArray xml = "<a ";
    for (int i = 0; i < 20000; ++i)
        xml += 'x' + QByteArray::number(i) + "=\"1\" ";
    xml += "><b/></a>";
    const feed::RepairedXml repaired = feed::repairXml(xml);
    QVERIFY(repaired.xml.count('=') <= 520);
    QVERIFY(repaired.xml.endsWith("><b/></a>"));
}

void RepairTest::boundsEntities()
{
    const QByteArray xml = "<!DOCTYPE a [<!ENTITY x \"" + QByteArray(4000, 'y') + "\">]><a>" +
                           QByteArray("&x;").repeated(100000) + "</a>";
    const feed::RepairedXml repaired = feed::repairXml(xml);
    QVERIFY(repaired.xml.size() < 2 << 20);
    QVERIFY(!repaired.wellFormed);
}

/** Each of these kinds would take minutes if it looked for its end anew each time. */
void RepairTest::looksThroughTheRestButOnce()
{
    constexpr int many = 100'000;
    for (const char *part : {"<title><![CDATA[x</title><b>y</b>", "<!-- x", "<title>x</title>", "< title>x",
                             "<b><![CDATA[x", "</item><title>x", "<?x"}) {
        const QByteArray xml = "<channel>" + QByteArray(part).repeated(many) + "</channel>";
        QVERIFY(!feed::repairXml(xml).xml.isEmpty());
    }
}

BROADSHEET_TEST_MAIN(RepairTest, QCoreApplication)

#include "repair.moc"
