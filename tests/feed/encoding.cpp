// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/encoding.h"
#include "feed/encodinglabel.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;

class EncodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void decodes_data();
    void decodes();
    void labels();
    void anyBytesGiveValidUtf8();
    void sharesWhatIsUtf8();
};

void EncodingTest::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("contentType");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("asDeclared");
    const auto row = [](const char *name, const QByteArray &bytes, const char *type, const char *text,
                        const char *encoding, bool asDeclared) {
        QTest::newRow(name) << bytes << QString::fromLatin1(type) << QString::fromUtf8(text)
                            << QString::fromLatin1(encoding) << asDeclared;
    };
    row("plain UTF-8", "<a>é</a>", "", "<a>é</a>", "utf-8", true);
    row("byte order mark", "\xEF\xBB\xBF<a>\xC3\xA9</a>", "text/xml; charset=iso-8859-1", "<a>é</a>", "utf-8",
        true);
    row("HTTP charset", "<a>\xE9</a>", "application/xml; charset=\"ISO-8859-1\"", "<a>é</a>", "windows-1252",
        true);
    row("charset before declaration", "<?xml version='1.0' encoding='utf-8'?><a>\xCE\xCF</a>",
        "text/xml;charset=koi8-r", "<?xml version='1.0' encoding='utf-8'?><a>но</a>", "koi8-r", true);
    row("declaration", "<?xml version='1.0' encoding='windows-1251'?><a>\xED\xE5\xF2</a>", "text/xml",
        "<?xml version='1.0' encoding='windows-1251'?><a>нет</a>", "windows-1251", true);
    row("latin-1 means windows-1252", "<?xml encoding=\"latin1\"?>\x93\x80\x94", "",
        "<?xml encoding=\"latin1\"?>“€”", "windows-1252", true);
    row("UTF-16 without mark, whatever it says",
        QByteArray("<\0?\0x\0m\0l\0 \0e\0n\0c\0o\0d\0i\0n\0g\0=\0'\0u\0t\0f\0-\0008\0'\0?\0>\0\xE9\0", 50),
        "", "<?xml encoding='utf-8'?>é", "utf-16le", true);
    row("UTF-16 big endian", QByteArray("\xFE\xFF\0<\0a\0/\0>", 10), "", "<a/>", "utf-16be", true);
    row("of a mainframe",
        "\x4C\x6F\xA7\x94\x93\x40\x85\x95\x83\x96\x84\x89\x95\x87\x7E\x7F\xC9\xC2\xD4\xF5\xF0\xF0\x7F\x6F\x6E"
        "\x15\x4C\x81\x6E"
        "\x51\x4C\x61\x81\x6E",
        "text/xml; charset=iso-8859-1", "<?xml encoding=\"IBM500\"?>\n<a>é</a>", "ibm500", true);
    row("halves of characters in UTF-8", "<a>\xED\xA0\xBD\xED\xB8\x80 \xC3\xA9</a>", "", "<a>😀 é</a>",
        "utf-8", false);
    row("UTF-32", QByteArray("\xFF\xFE\0\0<\0\0\0a\0\0\0", 12), "", "<a", "utf-32le", true);
    row("says UTF-16 and is not", "<?xml encoding='utf-16'?><a/>", "", "<?xml encoding='utf-16'?><a/>",
        "utf-8", true);
    row("says UTF-8 and is Latin-1", "<?xml encoding='utf-8'?>caf\xE9 \x96", "",
        "<?xml encoding='utf-8'?>café –", "windows-1252", false);
    row("says UTF-8 and is mixed", "<?xml encoding='utf-8'?>\xC3\xA9 \xE9.", "",
        "<?xml encoding='utf-8'?>é é.", "utf-8", false);
    row("UTF-8 cut within a character", "<?xml encoding='utf-8'?>\xC3\xA9 \xE2\x82", "",
        "<?xml encoding='utf-8'?>é ", "utf-8", false);
    row("says Latin-1 and is UTF-8", "<?xml encoding='iso-8859-1'?>\xC3\xA9", "",
        "<?xml encoding='iso-8859-1'?>é", "utf-8", false);
    row("unknown label", "<?xml encoding='klingon-8'?>\xE9", "", "<?xml encoding='klingon-8'?>é",
        "windows-1252", false);
    row("empty charset", "<?xml encoding='koi8-r'?>\xCE", "text/xml; charset=", "<?xml encoding='koi8-r'?>н",
        "koi8-r", true);
    row("bytes without meaning", "<?xml encoding='gb2312'?>\xD0\xC2\xFF.", "", "<?xml encoding='gb2312'?>新.",
        "gb18030", false);
    row("says UTF-8 and is windows-1251",
        "<?xml encoding=\"utf-8\"?>\xCD\xEE\xE2\xEE\xF1\xF2\xE8 \xE4\xED\xFF \xE8 "
        "\xEF\xEE\xE3\xEE\xE4\xE0\xCD\xEE\xE2\xEE\xF1\xF2\xE8 \xE4\xED\xFF \xE8 \xEF\xEE\xE3\xEE\xE4\xE0",
        "", "<?xml encoding=\"utf-8\"?>Новости дня и погодаНовости дня и погода", "windows-1251", false);
    row("the server says UTF-8, the declaration knows better",
        "<?xml encoding=\"koi8-r\"?>\xEE\xCF\xD7\xCF\xD3\xD4\xC9 \xC4\xCE\xD1 \xC9 \xD0\xCF\xC7\xCF\xC4\xC1",
        "text/xml; charset=utf-8", "<?xml encoding=\"koi8-r\"?>Новости дня и погода", "koi8-r", false);
    row("says UTF-8 and is GB2312",
        "<?xml "
        "encoding=\"utf-8\"?>"
        "\xBD\xF1\xCC\xEC\xB5\xC4\xD0\xC2\xCE\xC5\xA3\xBA\xCC\xEC\xC6\xF8\xD4\xA4\xB1\xA8\xCB\xB5\xC3\xF7\xCC"
        "\xEC\xBB\xE1\xCF\xC2\xD3\xEA\xBD\xF1\xCC\xEC\xB5\xC4\xD0\xC2\xCE\xC5\xA3\xBA\xCC\xEC\xC6\xF8\xD4\xA4"
        "\xB1\xA8\xCB\xB5\xC3\xF7\xCC\xEC\xBB\xE1\xCF\xC2\xD3\xEA",
        "", "<?xml encoding=\"utf-8\"?>今天的新闻：天气预报说明天会下雨今天的新闻：天气预报说明天会下雨",
        "gb18030", false);
    row("says GB2312 and is UTF-8",
        "<?xml "
        "encoding=\"gb2312\"?>"
        "\xE4\xBB\x8A\xE5\xA4\xA9\xE7\x9A\x84\xE6\x96\xB0\xE9\x97\xBB\xEF\xBC\x9A\xE5\xA4\xA9\xE6\xB0\x94\xE9"
        "\xA2\x84\xE6\x8A\xA5\xE8\xAF\xB4\xE6\x98\x8E\xE5\xA4\xA9\xE4\xBC\x9A\xE4\xB8\x8B\xE9\x9B\xA8",
        "", "<?xml encoding=\"gb2312\"?>今天的新闻：天气预报说明天会下雨", "utf-8", false);
    row("says windows-1251 and is UTF-8",
        "<?xml encoding=\"windows-1251\"?>\xD0\x9D\xD0\xBE\xD0\xB2\xD0\xBE\xD1\x81\xD1\x82\xD0\xB8 "
        "\xD0\xB4\xD0\xBD\xD1\x8F \xD0\xB8 \xD0\xBF\xD0\xBE\xD0\xB3\xD0\xBE\xD0\xB4\xD0\xB0",
        "", "<?xml encoding=\"windows-1251\"?>Новости дня и погода", "utf-8", false);
    row("ISO-2022-JP, unsaid", "<a>\x1B$BF|K\\8l$N%K%e!<%9\x1B(B", "", "<a>日本語のニュース", "iso-2022-jp",
        false);
    row("ISO-2022-JP, said to be UTF-8", "<a>\x1B$BF|K\\8l$N%K%e!<%9\x1B(B", "text/xml; charset=utf-8",
        "<a>日本語のニュース", "iso-2022-jp", false);
    row("ISO-2022-JP", "<?xml encoding=\"iso-2022-jp\"?>\x1B$BF|K\\8l$N%K%e!<%9\x1B(B", "",
        "<?xml encoding=\"iso-2022-jp\"?>日本語のニュース", "iso-2022-jp", true);
    row("unknown label, and UTF-8",
        "<?xml "
        "encoding=\"klingon-8\"?>"
        "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\xE3\x81\xAE\xE3\x83\x8B\xE3\x83\xA5\xE3\x83\xBC\xE3\x82\xB9",
        "", "<?xml encoding=\"klingon-8\"?>日本語のニュース", "utf-8", false);
    row("unknown charset, and a declaration",
        "<?xml encoding=\"windows-1251\"?>\xCD\xEE\xE2\xEE\xF1\xF2\xE8 \xE4\xED\xFF \xE8 "
        "\xEF\xEE\xE3\xEE\xE4\xE0",
        "text/xml; charset=klingon-8", "<?xml encoding=\"windows-1251\"?>Новости дня и погода",
        "windows-1251", false);
    row("Mac Cyrillic",
        "<?xml encoding=\"x-mac-cyrillic\"?>\x8D\xEE\xE2\xEE\xF1\xF2\xE8 \xE4\xED\xDF \xE8 "
        "\xEF\xEE\xE3\xEE\xE4\xE0",
        "", "<?xml encoding=\"x-mac-cyrillic\"?>Новости дня и погода", "mac-cyrillic", true);
    row("UTF-16 without mark behind a line break", QByteArray("\n\0<\0a\0/\0>\0", 10), "", "\n<a/>",
        "utf-16le", true);
    row("UTF-16 big endian, JSON", QByteArray("\0{\0}", 4), "", "{}", "utf-16be", true);
}

void EncodingTest::decodes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, contentType);
    QFETCH(const QString, text);
    QFETCH(const QString, encoding);
    QFETCH(const bool, asDeclared);
    const feed::DecodedText decoded = feed::decodeDocument(bytes, contentType);
    QCOMPARE(QString::fromUtf8(decoded.utf8), text);
    QCOMPARE(decoded.encoding, encoding);
    QCOMPARE(decoded.asDeclared, asDeclared);
}

void EncodingTest::labels()
{
    QCOMPARE(feed::encodingForLabel(" ISO-8859-1 "), QByteArray("windows-1252"));
    QCOMPARE(feed::encodingForLabel("us-ascii"), QByteArray("windows-1252"));
    QCOMPARE(feed::encodingForLabel("GB2312"), QByteArray("gb18030"));
    QCOMPARE(feed::encodingForLabel("x-sjis"), QByteArray("cp932"));
    QCOMPARE(feed::encodingForLabel("ISO-8859-2"), QByteArray("iso-8859-2"));
    // as programming languages spell them
    QCOMPARE(feed::encodingForLabel("iso8859_1"), QByteArray("windows-1252"));
    QCOMPARE(feed::encodingForLabel("ISO_8859-5:1988"), QByteArray("iso-8859-5"));
    QCOMPARE(feed::encodingForLabel("iso_8859_7_1987"), QByteArray("iso-8859-7"));
    QCOMPARE(feed::encodingForLabel("8859_2"), QByteArray("iso-8859-2"));
    QCOMPARE(feed::encodingForLabel("windows_1250"), QByteArray("windows-1250"));
    QCOMPARE(feed::encodingForLabel("win1253"), QByteArray("windows-1253"));
    QCOMPARE(feed::encodingForLabel("437"), QByteArray("cp437"));
    QCOMPARE(feed::encodingForLabel("1251"), QByteArray("windows-1251"));
    QCOMPARE(feed::encodingForLabel("euc_jp"), QByteArray("euc-jp"));
    QCOMPARE(feed::encodingForLabel("iso2022_jp"), QByteArray("iso-2022-jp"));
    QCOMPARE(feed::encodingForLabel("x-koi8-r"), QByteArray("koi8-r"));
    QCOMPARE(feed::encodingForLabel(""), QByteArray());
    QCOMPARE(feed::encodingForLabel("8"), QByteArray("8")); // no part of another label
}

void EncodingTest::anyBytesGiveValidUtf8()
{
    quint32 state = 20260312;
    for (int round = 0; round < 400; ++round) {
        QByteArray bytes;
        static constexpr const char *heads[] = {"",
                                                "<?xml encoding='utf-8'?>",
                                                "<?xml encoding='big5'?>",
                                                "<?xml encoding='euc-jp'?>",
                                                "\xEF\xBB\xBF",
                                                "\xFF\xFE"};
        bytes.append(heads[round % 6]);
        for (int i = 0; i < 60; ++i) {
            state = state * 1664525 + 1013904223;
            bytes.append(char(state >> 24));
        }
        const feed::DecodedText decoded = feed::decodeDocument(bytes, QString());
        QVERIFY(QByteArrayView(decoded.utf8).isValidUtf8());
        QVERIFY(!decoded.encoding.isEmpty());
    }
}

void EncodingTest::sharesWhatIsUtf8()
{
    const QByteArray bytes = "<rss>" + QByteArray(100000, 'x') + "</rss>";
    QCOMPARE(feed::decodeDocument(bytes, QString()).utf8.constData(), bytes.constData());
}

BROADSHEET_TEST_MAIN(EncodingTest, QCoreApplication)

#include "encoding.moc"
