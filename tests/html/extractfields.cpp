// SPDX-License-Identifier: GPL-3.0-or-later
// What a page tells beside its text: who, when, where, in which language. Pages tell it in many ways, and
// most of them only in words near the heading.
#include "html/extract/bylines.h"
#include "html/extract/extract.h"
#include "html/extract/pagedates.h"

#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;

namespace {

struct Page
{
    QString head;
    QString top; ///< below the heading
    QString language = QStringLiteral("en");
    QString title = QStringLiteral("Council closes the old bridge");
};

html::PageArticle extracted(const Page &page, const QString &body = {})
{
    static const QString text = QStringLiteral(
        "<p>The council met on Tuesday evening, and after three hours of talk, it decided to close the old "
        "bridge for at least two years, which nobody had expected.</p><p>Shopkeepers on the far side of the "
        "river, who depend on people walking across, said that they would go to court, if they must.</p>");
    const QString markup =
        QStringLiteral("<!DOCTYPE html><html lang=\"%1\"><head><title>%2</title>%3</head><body><div>"
                       "<h1>Council closes the old bridge</h1>%4%5</div>")
            .arg(page.language, page.title, page.head, page.top, body.isEmpty() ? text : body);
    const auto article =
        html::extractArticle(markup.toUtf8(), QUrl(QStringLiteral("https://www.site.example/story")));
    return article.value_or(html::PageArticle{});
}

QString script(const char *json)
{
    return QStringLiteral("<script type='application/ld+json'>%1</script>").arg(QString::fromUtf8(json));
}

} // namespace

class ExtractFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void writtenBylines_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("byline");
        const auto row = [](const char *language, const char *line, const char *byline) {
            QTest::newRow(line) << QString::fromLatin1(language) << QString::fromUtf8(line)
                                << QString::fromUtf8(byline);
        };
        row("en", "By Jane Doe", "Jane Doe");
        row("en", "BY JANE DOE and JOHN ROE", "JANE DOE and JOHN ROE");
        row("en", "By Jane Doe | March 3, 2021", "Jane Doe");
        row("de", "Von Petra Müller", "Petra Müller");
        row("fr", "Par Hélène Dupré", "Hélène Dupré");
        row("es", "Por Íñigo Pérez", "Íñigo Pérez");
        row("it", "di Chiara Rossi", "Chiara Rossi");
        row("fi", "Teksti: Päivi Äijälä", "Päivi Äijälä");
        row("pl", "Autor: Łukasz Żak", "Łukasz Żak");
        row("hr", "Piše: Željko Šarić", "Željko Šarić");
        row("ro", "De Ștefan Țurcanu", "Ștefan Țurcanu");
        row("ca", "Per Jordi Puig", "Jordi Puig");
        row("ru", "Автор: Анна Петрова", "Анна Петрова");
        row("ar", "بقلم: أحمد منصور", "أحمد منصور");
        row("fa", "نویسنده: مریم رضایی", "مریم رضایی");
        row("he", "מאת: דוד לוי", "דוד לוי");
        row("hi", "लेखक: राहुल शर्मा", "राहुल शर्मा");
        row("vi", "Tác giả: Nguyễn Văn An", "Nguyễn Văn An");
        row("ja", "執筆者：山田太郎", "山田太郎");
        row("ko", "김민수 기자", "김민수");
        row("zh", "作者：王小明", "王小明");
        row("zh", "记者 王小明", "王小明");
    }

    void writtenBylines()
    {
        QFETCH(QString, language);
        QFETCH(QString, line);
        QFETCH(QString, byline);
        const html::PageArticle plain = extracted({{}, QStringLiteral("<p>%1</p>").arg(line), language});
        QCOMPARE(plain.byline, byline);
        QVERIFY2(plain.text.startsWith(QLatin1String("The council")), qPrintable(plain.text));
        const html::PageArticle named =
            extracted({{}, QStringLiteral("<div class=author>%1</div>").arg(line), language});
        QCOMPARE(named.byline, byline);
    }

    void bylines_data()
    {
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("top");
        QTest::addColumn<QString>("byline");
        const auto row = [](const char *name, const QString &head, const char *top, const char *byline) {
            QTest::newRow(name) << head << QString::fromUtf8(top) << QString::fromUtf8(byline);
        };
        row("several by rel", {}, "<a rel=author href=/a>Jane Doe</a>, <a rel=author href=/b>John Roe</a>",
            "Jane Doe, John Roe");
        row("several by microdata", {},
            "<span itemprop=author itemscope><b itemprop=name>Jane Doe</b></span> <span itemprop=author "
            "itemscope><b itemprop=name>John Roe</b></span>",
            "Jane Doe, John Roe");
        row("date in the line of the name", {},
            "<div class=byline><a href=/j>by Jane Doe</a><span>22 Dec 2016</span><a href=#c>651</a></div>",
            "Jane Doe");
        row("office", {}, "<div class=byline>By Jane Doe, Senior Political Correspondent</div>", "Jane Doe");
        row("date where a name should be", {}, "<div class=byline>9:39AM BST 05 Oct 2011</div>", "");
        row("link to the author's page", {}, "<div><a href=/authors/jane-doe>Jane Doe</a></div>", "Jane Doe");
        row("site as author",
            QStringLiteral("<meta property=og:site_name content='The Daily'>") +
                script("{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"The Daily\"}}"),
            "<p>By Jane Doe</p>", "Jane Doe");
        row("reference",
            script(
                "{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Council closes the old bridge\","
                "\"author\":{\"@id\":\"#p\"}},{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Jane Doe\"}]}"),
            "", "Jane Doe");
        row("properties in their order",
            QStringLiteral("<meta property=article:author content='Jane Doe'><meta property=article:author "
                           "content='John Roe'>"),
            "", "Jane Doe, John Roe");
    }

    void bylines()
    {
        QFETCH(QString, head);
        QFETCH(QString, top);
        QFETCH(QString, byline);
        QCOMPARE(extracted({head, top}).byline, byline);
    }

    void datesOfLines_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("date");
        const auto row = [](const char *language, const char *line, const char *date) {
            QTest::newRow(line) << QString::fromLatin1(language) << QString::fromUtf8(line)
                                << QString::fromUtf8(date);
        };
        row("en", "Posted on March 3, 2021 by Jane", "March 3, 2021");
        row("en", "Updated Mar 5, 2021; Published Mar 3, 2021", "Mar 3, 2021");
        row("en-US", "04/03/2021", "2021-04-03");
        row("en-GB", "04/03/2021", "2021-03-04");
        row("en", "23/03/2021", "2021-03-23");
        row("fr", "Publié le 04/03/2021 à 10:15", "2021-03-04 à 10:15");
        row("de", "Stand: 04.03.2021, 10:15 Uhr", "2021-03-04, 10:15");
        row("es", "Miércoles, 3 de marzo de 2021", "3 de marzo de 2021");
        row("hu", "2021. március 3., szerda", "2021. március 3");
        row("vi", "Thứ tư, 3 tháng 3, 2021", "3 tháng 3, 2021");
        row("th", "3 มีนาคม 2564", "3 มีนาคม 2564");
        row("ar", "نشر في ٣ مارس ٢٠٢١", "3 مارس 2021");
        row("ja", "公開日：2021年3月3日", "2021年3月3日");
        row("ko", "입력 2021.03.03 10:15", "2021.03.03 10:15");
    }

    /** The same whether an element is named for it or not. */
    void datesOfLines()
    {
        QFETCH(QString, language);
        QFETCH(QString, line);
        QFETCH(QString, date);
        for (const char *top : {"<p>%1</p>", "<span class=date>%1</span>"}) {
            const html::PageArticle article = extracted({{}, QString::fromLatin1(top).arg(line), language});
            QCOMPARE(article.dates.value(0), date);
            QVERIFY2(article.text.startsWith(QLatin1String("The council")), qPrintable(article.text));
        }
    }

    void dates_data()
    {
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("top");
        QTest::addColumn<QString>("date");
        const auto row = [](const char *name, const QString &head, const char *top, const char *date) {
            QTest::newRow(name) << head << QString::fromUtf8(top) << QString::fromUtf8(date);
        };
        row("the change comes first", {},
            "<time class=updated datetime=2021-03-09>March 9</time><time datetime=2021-03-03>March 3</time>",
            "2021-03-03");
        row("the change by microdata", {},
            "<time itemprop=dateModified datetime=2021-03-09>9</time><time datetime=2021-03-03>3</time>",
            "2021-03-03");
        row("the change by its word", {},
            "<p>Updated <time datetime=2021-03-09>March 9</time></p><p><time datetime=2021-03-03>3</time>",
            "2021-03-03");
        row("only a change is better than nothing", {}, "<time class=updated datetime=2021-03-09>9</time>",
            "2021-03-09");
        row("of the page around the article",
            script("{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Council closes the old bridge\"},"
                   "{\"@type\":\"WebPage\",\"datePublished\":\"2021-03-03\"}]}"),
            "", "2021-03-03");
        row("no date", {}, "<p>In 1904 the bridge was new, and people came from far away to see it.</p>", "");
    }

    void dates()
    {
        QFETCH(QString, head);
        QFETCH(QString, top);
        QFETCH(QString, date);
        QCOMPARE(extracted({head, top}).dates.value(0), date);
    }

    void siteName_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("site");
        const QString heading = QStringLiteral("Council closes the old bridge");
        QTest::newRow("behind") << heading + QStringLiteral(" | The Daily") << QStringLiteral("The Daily");
        QTest::newRow("behind a section")
            << heading + QStringLiteral(" - Local - The Daily") << QStringLiteral("The Daily");
        QTest::newRow("before") << QStringLiteral("The Daily: ") + heading << QStringLiteral("The Daily");
        QTest::newRow("a longer title") << heading + QStringLiteral(" for two years") << QString();
        QTest::newRow("the heading alone") << heading << QString();
    }

    void siteName()
    {
        QFETCH(QString, title);
        QFETCH(QString, site);
        QCOMPARE(extracted({{}, {}, QStringLiteral("en"), title}).siteName, site);
    }

    /** A template's language, left as it was. */
    void languageBeliesTheText()
    {
        const QString german = QStringLiteral(
            "<p>Der Rat tagte am Dienstagabend, und nach drei Stunden beschloss er, die alte Brücke für "
            "mindestens zwei Jahre zu schließen, womit niemand gerechnet hatte. Die Händler am anderen Ufer, "
            "die von den Fußgängern leben, sagten, dass sie notfalls vor Gericht ziehen werden.</p>");
        QCOMPARE(extracted({}, german).language, QStringLiteral("de"));
        QCOMPARE(extracted({}).language, QStringLiteral("en"));
        QCOMPARE(extracted({{}, {}, QStringLiteral("en-GB")}).language, QStringLiteral("en-GB"));
        // Neighbours share most of their words: what is declared stands.
        QCOMPARE(extracted({{}, {}, QStringLiteral("lb")}, german).language, QStringLiteral("lb"));
    }

    void directionOfTheScript()
    {
        const QString hebrew = QStringLiteral("<p>המועצה התכנסה ביום שלישי בערב, ואחרי שלוש שעות של דיון "
                                              "החליטה לסגור את הגשר הישן לשנתיים לפחות, דבר שאיש לא ציפה "
                                              "לו. הסוחרים אמרו שיפנו לבית המשפט.</p>");
        QCOMPARE(extracted({}, hebrew).direction, QStringLiteral("rtl"));
        QCOMPARE(extracted({}).direction, QString());
    }
};

BROADSHEET_TEST_MAIN(ExtractFieldsTest, QCoreApplication)
#include "extractfields.moc"
