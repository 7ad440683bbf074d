// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing dangerous gets through, and what gets through means the same to every parser and to the cleaner
// itself.
#include "html/clean.h"

#include "html/limits.h"
#include "support/testmain.h"

#include <gumbo.h>

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>

using namespace broadsheet;

namespace {

QByteArray cleaned(QByteArrayView markup)
{
    return html::clean(markup, {QUrl(QStringLiteral("https://site.example/post/1"))}).utf8();
}

/** What gumbo, an HTML5 parser of others, makes of \a markup: start and end tags and text, no attributes. */
QByteArray treeOf(const QByteArray &markup)
{
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.fragment_context = GUMBO_TAG_BODY;
    GumboOutput *output = gumbo_parse_with_options(&options, markup.constData(), size_t(markup.size()));
    QByteArray tree;
    struct Step
    {
        const GumboNode *node;
        bool leave;
    };
    QList<Step> steps{{output->root, false}};
    while (!steps.isEmpty()) {
        const Step step = steps.takeLast();
        if (step.node->type == GUMBO_NODE_TEXT || step.node->type == GUMBO_NODE_WHITESPACE) {
            tree += step.node->v.text.text;
        } else if (step.node->type == GUMBO_NODE_ELEMENT) {
            const auto &element = step.node->v.element;
            const QByteArray name = gumbo_normalized_tagname(element.tag);
            tree += step.leave ? "</" + name + ">" : "<" + name + ">";
            if (step.leave)
                continue;
            steps.append({step.node, true});
            for (unsigned i = element.children.length; i-- > 0;)
                steps.append({static_cast<const GumboNode *>(element.children.data[i]), false});
        }
    }
    gumbo_destroy_output(&options, output);
    return tree;
}

/** The markup that clean() wrote, in the form of treeOf(): what it meant. */
QByteArray writtenTree(const QByteArray &markup)
{
    static const QRegularExpression tag(QStringLiteral("<(/?)([a-z0-9]+)[^<>]*>"));
    QString text = QString::fromUtf8(markup);
    text.replace(QStringLiteral("<pre>\n"), QStringLiteral("<pre>"));
    text.replace(tag, QStringLiteral("<\\1\\2>"));
    for (const char *name : {"br", "hr", "img", "wbr", "source"})
        text.replace(QLatin1String("<") + QLatin1String(name) + QLatin1String(">"),
                     QLatin1String("<") + QLatin1String(name) + QLatin1String("></") + QLatin1String(name) +
                         QLatin1String(">"));
    text.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    text.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    text.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    return text.toUtf8();
}

QByteArray withoutImplied(QByteArray tree)
{
    for (const char *name : {"<tbody>", "</tbody>", "<html>", "</html>"})
        tree.replace(name, "");
    return tree;
}

/** What must never stand in clean markup. Values are escaped, so a tag ends at the first ">". */
QString danger(const QByteArray &markup)
{
    static const QSet<QString> allowed = [] {
        const QString names = QStringLiteral("a abbr acronym b bdi bdo big cite code data del dfn em i ins "
                                             "kbd mark q s samp small span strike strong sub "
                                             "sup time tt u var ruby rb rt rtc rp audio video address "
                                             "article aside blockquote dd details dir div dl dt "
                                             "figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup li "
                                             "main menu nav ol p pre section summary ul table "
                                             "caption thead tbody tfoot tr td th br hr img wbr source");
        const QStringList list = names.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    static const QRegularExpression tag(QStringLiteral("<(/?)([^\\s/>]*)([^>]*)>"));
    static const QRegularExpression attribute(QStringLiteral(" ([^\\s=]+)=\"([^\"<>]*)\""));
    static const QRegularExpression address(
        QStringLiteral("^(https?://[^\\s\"]|mailto:[^\\s]|data:image/(png|gif|jpeg|webp);base64,)"));
    static const QSet<QString> attributes{
        QStringLiteral("href"),     QStringLiteral("src"),   QStringLiteral("alt"),
        QStringLiteral("title"),    QStringLiteral("width"), QStringLiteral("height"),
        QStringLiteral("id"),       QStringLiteral("dir"),   QStringLiteral("lang"),
        QStringLiteral("class"),    QStringLiteral("cite"),  QStringLiteral("poster"),
        QStringLiteral("type"),     QStringLiteral("start"), QStringLiteral("value"),
        QStringLiteral("open"),     QStringLiteral("align"), QStringLiteral("colspan"),
        QStringLiteral("rowspan"),  QStringLiteral("scope"), QStringLiteral("datetime"),
        QStringLiteral("reversed"), QStringLiteral("rel")};
    const QString text = QString::fromUtf8(markup);
    qsizetype tags = 0;
    for (auto tagMatches = tag.globalMatch(text); tagMatches.hasNext();) {
        const auto match = tagMatches.next();
        ++tags;
        if (!allowed.contains(match.captured(2)))
            return match.captured();
        QString rest = match.captured(3);
        for (auto found = attribute.globalMatch(match.captured(3)); found.hasNext();) {
            const auto one = found.next();
            if (!attributes.contains(one.captured(1)))
                return match.captured();
            const bool isAddress =
                one.captured(1) == QLatin1String("href") || one.captured(1) == QLatin1String("src") ||
                one.captured(1) == QLatin1String("cite") || one.captured(1) == QLatin1String("poster");
            if (isAddress && !address.match(one.captured(2)).hasMatch())
                return match.captured();
            rest.remove(one.captured());
        }
        if (!rest.isEmpty())
            return match.captured();
    }
    return text.count(u'<') == tags ? QString() : QStringLiteral("a lone angle bracket");
}

/** Empty where all is well. */
QString complaint(const QByteArray &in)
{
    const QByteArray out = cleaned(in);
    if (const QString found = danger(out); !found.isEmpty())
        return QStringLiteral("dangerous: ") + found;
    if (const QByteArray again = cleaned(out); again != out)
        return QStringLiteral("unstable: ") + QString::fromUtf8(out) + QStringLiteral(" -> ") +
               QString::fromUtf8(again);
    if (const QByteArray read = withoutImplied(treeOf(out)); read != withoutImplied(writtenTree(out)))
        return QStringLiteral("read otherwise: ") + QString::fromUtf8(out) + QStringLiteral(" -> ") +
               QString::fromUtf8(read);
    return {};
}

} // namespace

class StabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void vectors_data()
    {
        QTest::addColumn<QByteArray>("markup");
        // A vector a line; \\n and \\0 stand for the characters.
        QFile file(test::dataPath(BROADSHEET_TEST_DATA, QStringLiteral("pages/hostile.txt")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray list = file.readAll();
        int number = 0;
        for (const QByteArray &line : list.split('\n')) {
            if (!line.isEmpty())
                QTest::addRow("%03d", ++number)
                    << QByteArray(line).replace("\\n", "\n").replace("\\0", QByteArray(1, '\0'));
        }
        QVERIFY(number >= 120);
    }
    void vectors()
    {
        QFETCH(QByteArray, markup);
        const QString found = complaint(markup);
        QVERIFY2(found.isEmpty(), qPrintable(found));
        for (const char *word :
             {"javascript:", "vbscript:", "data:text", "onerror", "onload=", "expression("}) {
            const bool asAttribute = cleaned(markup).contains(QByteArray("=\"") + word);
            QVERIFY2(!asAttribute, word);
        }
    }

    /** Markup put together by chance from what parsers stumble over. A failure prints its seed's text. */
    void chance()
    {
        static const QList<QByteArray> pieces{"<p>",
                                              "</p>",
                                              "<div>",
                                              "</div>",
                                              "<b>",
                                              "</b>",
                                              "<i>",
                                              "</i>",
                                              "<a href=https://a.example/>",
                                              "</a>",
                                              "<table>",
                                              "</table>",
                                              "<tr>",
                                              "</tr>",
                                              "<td>",
                                              "</td>",
                                              "<th>",
                                              "<caption>",
                                              "</caption>",
                                              "<tbody>",
                                              "<thead>",
                                              "<ul>",
                                              "</ul>",
                                              "<ol>",
                                              "<li>",
                                              "</li>",
                                              "<dl>",
                                              "<dt>",
                                              "<dd>",
                                              "</dl>",
                                              "<h1>",
                                              "</h1>",
                                              "<h2>",
                                              "</h2>",
                                              "<pre>",
                                              "\n",
                                              "</pre>",
                                              "x",
                                              " y ",
                                              "<svg>",
                                              "</svg>",
                                              "<math>",
                                              "<mtext>",
                                              "</math>",
                                              "<style>",
                                              "</style>",
                                              "<script>",
                                              "</script>",
                                              "<noscript>",
                                              "</noscript>",
                                              "<template>",
                                              "</template>",
                                              "<select>",
                                              "</select>",
                                              "<option>",
                                              "<form>",
                                              "</form>",
                                              "<button>",
                                              "</button>",
                                              "<ruby>",
                                              "<rt>",
                                              "<rp>",
                                              "<rb>",
                                              "<rtc>",
                                              "</ruby>",
                                              "<blockquote>",
                                              "</blockquote>",
                                              "<span>",
                                              "</span>",
                                              "<code>",
                                              "</code>",
                                              "<br>",
                                              "<hr>",
                                              "<img src=https://a.example/i>",
                                              "<details>",
                                              "<summary>",
                                              "</details>",
                                              "<figure>",
                                              "<figcaption>",
                                              "</figure>",
                                              "<!--",
                                              "-->",
                                              "<![CDATA[",
                                              "]]>",
                                              "<",
                                              "&lt;",
                                              "&amp",
                                              "\"",
                                              "'",
                                              "<title>",
                                              "</title>",
                                              "<textarea>",
                                              "</textarea>",
                                              "<xmp>",
                                              "</xmp>",
                                              "<iframe src=https://youtube.com/embed/abc>",
                                              "</iframe>",
                                              "<foreignObject>",
                                              "<desc>",
                                              "<center>",
                                              "</center>",
                                              "<video>",
                                              "<source src=https://a.example/v>",
                                              "</video>",
                                              "<address>",
                                              "</address>",
                                              "<section>",
                                              "</section>",
                                              "<col>",
                                              "<object>",
                                              "</object>",
                                              "<nobr>",
                                              "<font>",
                                              "</font>",
                                              "<em>",
                                              "</em>",
                                              "<body>",
                                              "</body>",
                                              "<frameset>",
                                              "<plaintext>"};
        QRandomGenerator random(20260312);
        for (int round = 0; round < 30000; ++round) {
            QByteArray markup;
            for (int i = random.bounded(2, 24); i > 0; --i)
                markup += pieces[random.bounded(int(pieces.size()))];
            const QString found = complaint(markup);
            QVERIFY2(found.isEmpty(), qPrintable(QString::fromUtf8(markup) + QStringLiteral("\n") + found));
        }
    }

    /** Values put together by chance: what is refused, shortened or escaped must be so the first time. */
    void chanceValues()
    {
        static const QList<QByteArray> names{"title", "alt",  "id",    "name",     "lang",   "dir",
                                             "href",  "src",  "cite",  "datetime", "type",   "class",
                                             "width", "open", "align", "colspan",  "poster", "start"};
        static const QList<QByteArray> tags{"a",  "p",   "td",  "ol",    "li",     "time", "source", "video",
                                            "li", "img", "pre", "audio", "iframe", "q",    "code",   "div"};
        static const QList<QByteArray> pieces{"a",
                                              "é",
                                              "\xFF",
                                              "\xC2\x80",
                                              QByteArray(1, '\0'),
                                              "\x0C",
                                              "\x1F",
                                              "\x7F",
                                              "&amp;",
                                              "&quot;",
                                              "&#1;",
                                              "&#x1F1E9;",
                                              "&lt",
                                              "\"",
                                              "&",
                                              "\r\n",
                                              " ",
                                              "https://a.example/emoji/",
                                              "https://a.example/?b=1&c",
                                              "//",
                                              "?utm_source=x",
                                              "%zz",
                                              "#",
                                              "language-",
                                              "120",
                                              "-5",
                                              "%",
                                              QByteArray(99, 'x'),
                                              QByteArray("\"").repeated(34),
                                              QByteArray("\xFE").repeated(67)};
        QRandomGenerator random(20261124);
        for (int round = 0; round < 20000; ++round) {
            QByteArray markup = '<' + tags[random.bounded(int(tags.size()))];
            for (int i = random.bounded(1, 4); i > 0; --i) {
                markup += ' ' + names[random.bounded(int(names.size()))] + "='";
                for (int k = random.bounded(1, 6); k > 0; --k)
                    markup += pieces[random.bounded(int(pieces.size()))];
                markup += '\'';
            }
            const QString found = complaint(markup + ">x");
            QVERIFY2(found.isEmpty(), qPrintable(QString::fromUtf8(markup) + QStringLiteral("\n") + found));
        }
        const QByteArray growing =
            "<img src=https://a.example/i alt='" + QByteArray("\"").repeated(60000) + "'>";
        QCOMPARE(complaint(growing), QString());
    }

    void hostileSizes_data()
    {
        QTest::addColumn<QByteArray>("markup");
        const auto row = [](const char *name, const QByteArray &markup) { QTest::newRow(name) << markup; };
        for (const char *tag :
             {"div", "b", "svg", "p", "a href=https://a.example/", "span", "li", "blockquote", "math",
              "template", "ruby><rt", "select", "font", "dl><dd", "button", "noscript", "object"})
            row(tag, '<' + QByteArray(tag) + '>' + QByteArray());
        row("100k div", QByteArray("<div>").repeated(100000));
        row("100k b", QByteArray("<b>").repeated(100000));
        row("100k svg", QByteArray("<svg>").repeated(100000));
        row("100k p b", QByteArray("<p><b>").repeated(100000) + "x");
        row("p b text", QByteArray("<p><b>x").repeated(100000));
        row("20k b and div", QByteArray("<b>").repeated(20000) + QByteArray("<div></b>").repeated(2000));
        row("a with long address", QByteArray("<p><a href=\"https://a.example/") + QByteArray(8000, 'x') +
                                       "\">" + QByteArray("<p>x").repeated(100000));
        row("20k tables", QByteArray("<table>").repeated(20000));
        row("20k tables in cells", QByteArray("<table><tr><td>").repeated(20000) + "x");
        row("100k rows", "<table>" + QByteArray("<tr><td>x").repeated(100000));
        row(
            "100k attributes", "<p" + [] {
                QByteArray attributes;
                for (int i = 0; i < 100000; ++i)
                    attributes += " a" + QByteArray::number(i) + "=1";
                return attributes;
            }() + ">x");
        row("5 MB of <", QByteArray(5000000, '<'));
        row("2 MB of nothing", QByteArray(2000000, '\0'));
        row("5 MB of &", QByteArray(5000000, '&'));
        row("comments", QByteArray("<!--").repeated(1000000));
        row("half comments", QByteArray("<!-- --").repeated(700000));
        row("frames", QByteArray("<iframe>").repeated(600000));
        row("end tags",
            QByteArray("<div>").repeated(140) + QByteArray("</b></p></span></li>").repeated(200000));
        row("textareas", QByteArray("<textarea></textarea").repeated(200000));
        row("list items", QByteArray("<ul><li>").repeated(200000));
        row("a word", QByteArray(5000000, 'x'));
        row("quotes", QByteArray("<a href=\"").repeated(500000));
        row("references", QByteArray("&CounterClockwiseContourIntegral").repeated(150000));
        row("srcset", "<img srcset='" + QByteArray("https://a.example/x 1w,").repeated(2800) + "'>");
    }
    void hostileSizes()
    {
        QFETCH(QByteArray, markup);
        QElapsedTimer timer;
        timer.start();
        const QByteArray out = cleaned(markup);
        // Far above what it takes even under a sanitizer, far below what anything quadratic would take.
        QVERIFY2(timer.elapsed() < 6000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(out.size() < 12 * markup.size() + 100000, qPrintable(QString::number(out.size())));
        if (out.size() <= html::maxInput) // escaped, some texts outgrow what is read
            QVERIFY(cleaned(out) == out);
        int depth = 0;
        int deepest = 0;
        for (qsizetype at = out.indexOf('<'); at >= 0; at = out.indexOf('<', at + 1)) {
            const bool isVoid =
                out.sliced(at, 4) == "<img" || out.sliced(at, 3) == "<br" || out.sliced(at, 3) == "<hr";
            depth += out[at + 1] == '/' ? -1 : isVoid ? 0 : 1;
            deepest = std::max(deepest, depth);
        }
        QVERIFY2(deepest <= 150, qPrintable(QString::number(deepest)));
    }

    void boundsWhatIsLaidOut()
    {
        const QByteArray nested = cleaned(QByteArray("<table><tr><td>").repeated(12) + "x");
        QCOMPARE(nested.count("<table>"), 6);
        const QByteArray rows = cleaned("<table>" + QByteArray("<tr><td>x").repeated(4500));
        QCOMPARE(rows.count("<table>"), 3);
        const QByteArray word = cleaned(QByteArray(3500, 'x'));
        QCOMPARE(word.count("\xE2\x80\x8B"), 3);
        QVERIFY(!cleaned("<table border=999999999 cellpadding=999999999 width=999999999><tr><td>x")
                     .contains('9'));
    }
};

BROADSHEET_TEST_MAIN(StabilityTest, QCoreApplication)
#include "stability.moc"
