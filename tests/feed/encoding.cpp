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
