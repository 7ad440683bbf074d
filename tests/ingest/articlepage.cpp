// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/articlepage.h"

#include "base/datetime.h"
#include "support/testmain.h"

#include <QFile>
#include <QRegularExpression>

using namespace broadsheet;

namespace {

const QString russian = QString::fromUtf8("Лодки в гавани были потеряны этой ночью, и никто, как говорят в городе, не был виноват в том, "
                                          "что вода поднялась так быстро. Утром жители вернулись с холма, чтобы увидеть, что осталось.");

/** windows-1251 for the letters of \a text (RFC-less; WHATWG Encoding, index windows-1251). */
QByteArray cyrillic(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text)
        bytes.append(c.unicode() >= 0x410 && c.unicode() <= 0x44F ? char(c.unicode() - 0x410 + 0xC0) : char(c.unicode()));
    return bytes;
}

QByteArray page(const QByteArray &head, const QByteArray &text)
{
    return "<html><head>" + head + "<title>x</title></head><body><div><p>" + text + "</p><p>" + text + "</p><p>" + text + "</p></div></body></html>";
}

} // namespace

class ArticlePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("type");
        const QByteArray utf8 = russian.toUtf8();
        QTest::newRow("meta") << page("<meta charset=windows-1251>", cyrillic(russian)) << QString();
        QTest::newRow("http") << page({}, cyrillic(russian)) << QStringLiteral("text/html; charset=windows-1251");
        QTest::newRow("nobody says") << page({}, cyrillic(russian)) << QString();
        QTest::newRow("says UTF-8 and is not") << page("<meta charset=utf-8>", cyrillic(russian)) << QString();
        QTest::newRow("says Latin and is not") << page("<meta charset=iso-8859-1>", cyrillic(russian)) << QString();
        QTest::newRow("UTF-8 under an old name") << page("<meta charset=windows-1251>", utf8) << QString();
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF") + page("<meta charset=windows-1251>", utf8) << QString();
    }

    void encodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, type);
        const auto article = ingest::extractArticle(bytes, QUrl(QStringLiteral("https://site.example/a")), type);
        QVERIFY(article);
        QVERIFY2(article->text.contains(russian), qPrintable(article->text));
    }

    void errors()
    {
        QCOMPARE(ingest::extractArticle({}, {}, {}).error().code, ErrorCode::EmptyBody);
        QCOMPARE(ingest::extractArticle("<form><input name=user></form>", {}, {}).error().code, ErrorCode::NoArticle);
    }

    void dates_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("date");
        const auto row = [](const char *head, const char *date) {
            QTest::newRow(head) << QByteArray(head) << QString::fromLatin1(date);
        };
        row("<meta property=article:published_time content='2024-05-02T10:15:00+02:00'>", "2024-05-02T10:15:00+02:00");
        row("<meta name=dc.date content='2024-05-02'>", "2024-05-02T00:00:00Z");
        row("<meta name=date content='nonsense'><meta itemprop=datePublished content='2024-05-02T10:15:00Z'>", "2024-05-02T10:15:00Z");
        row("<meta name=author content=x>", "2024-05-02T00:00:00Z"); // of the address
    }

    void dates()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, date);
        const auto article =
            ingest::extractArticle(page(head, russian.toUtf8()), QUrl(QStringLiteral("https://site.example/2024/05/02/a")), {});
        QVERIFY(article && article->published);
        QCOMPARE(toRfc3339(*article->published), date);
    }
};

BROADSHEET_TEST_MAIN(ArticlePageTest, QCoreApplication)
#include "articlepage.moc"
