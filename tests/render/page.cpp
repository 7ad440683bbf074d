// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/page.h"

#include "html/clean.h"
#include "render/markdown.h"
#include "render/plaintext.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;
using render::Block;

namespace {

render::Page pageOf(const char *markup, const render::PageOptions &options = {})
{
    return render::page(html::clean(markup, {QUrl(QStringLiteral("https://site.example/post"))}), options);
}

QString runsOf(const QList<render::Run> &runs)
{
    QString text;
    for (const render::Run &run : runs) {
        QString marks;
        const auto mark = [&](render::RunFlag flag, char name) {
            if (run.flags.testFlag(flag))
                marks += QLatin1Char(name);
        };
        mark(render::RunFlag::Bold, 'b');
        mark(render::RunFlag::Italic, 'i');
        mark(render::RunFlag::Code, 'c');
        mark(render::RunFlag::Sub, ',');
        mark(render::RunFlag::Sup, '^');
        mark(render::RunFlag::Strike, '-');
        mark(render::RunFlag::Ruby, 'r');
        QString piece = run.image >= 0 ? QStringLiteral("IMG%1").arg(run.image) : run.text;
        piece.replace(QChar::LineSeparator, QLatin1String("|"));
        if (!run.link.isEmpty())
            piece += u'(' + run.link + u')';
        text += marks.isEmpty() ? piece : marks + u'{' + piece + u'}';
    }
    return text;
}

/** One line a block, short enough to read in a table of tests. */
QString outline(const render::Page &page)
{
    static const QStringList kinds{QStringLiteral("p"),     QStringLiteral("h"),   QStringLiteral("code"),
                                   QStringLiteral("fig"),   QStringLiteral("tab"), QStringLiteral("rule"),
                                   QStringLiteral("embed"), QStringLiteral("dt"),  QStringLiteral("dd"),
                                   QStringLiteral("sum")};
    QStringList lines;
    for (const Block &block : page.blocks) {
        QString line = kinds[int(block.kind)];
        if (block.level)
            line += QString::number(block.level);
        if (block.quoteDepth)
            line += QStringLiteral(" q%1").arg(block.quoteDepth);
        if (block.listDepth)
            line += QStringLiteral(" l%1").arg(block.listDepth);
        if (block.firstOfItem)
            line += block.ordered ? u' ' + block.marker + u'.' : QStringLiteral(" *");
        if (block.caption)
            line += QStringLiteral(" cap");
        if (block.direction == render::Direction::RightToLeft)
            line += QStringLiteral(" rtl");
        if (block.image >= 0)
            line += QStringLiteral(" IMG%1").arg(block.image);
        if (block.embed >= 0)
            line += u' ' + page.embeds[block.embed].url;
        if (!block.runs.isEmpty())
            line += QStringLiteral(": ") + runsOf(block.runs);
        if (block.table >= 0) {
            for (const auto &row : page.tables[block.table].rows) {
                line += QStringLiteral(" /");
                for (const render::TableCell &cell : row)
                    line += u' ' + runsOf(cell.runs) + QLatin1String(cell.header ? "!" : "");
            }
        }
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace

class PageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesSetBesideTheTextAreTold_data()
    {
        QTest::addColumn<QByteArray>("markup");
        QTest::addColumn<QList<bool>>("pulled");
        QTest::newRow("aside") << QByteArray("<p>a</p><aside><p>The quay rises.</p></aside><p>b</p>")
                               << QList<bool>{false, true, false};
        QTest::newRow("figure") << QByteArray(
                                       "<figure><blockquote><p>The quay rises.</p><cite>A. Morrow</cite>"
                                       "</blockquote></figure>")
                                << QList<bool>{true, true};
        QTest::newRow("a box that leads elsewhere")
            << QByteArray("<aside><p>Read <a href='https://a.example/'>more</a></p></aside>")
            << QList<bool>{false};
        QTest::newRow("a list") << QByteArray("<aside><ul><li>One</ul></aside>") << QList<bool>{false};
        QTest::newRow("too long for one")
            << "<aside><p>" + QByteArray("word ").repeated(100) + "</p></aside>" << QList<bool>{false};
        QTest::newRow("a quotation") << QByteArray("<blockquote><p>Said.</p></blockquote>")
                                     << QList<bool>{false};
    }
    void sentencesSetBesideTheTextAreTold()
    {
        QFETCH(QByteArray, markup);
        QFETCH(QList<bool>, pulled);
        const render::Page page = pageOf(markup.constData());
        QList<bool> told;
        for (const Block &block : page.blocks) {
            told.append(block.pulled);
            QVERIFY(!block.pulled || block.quoteDepth == 1); // elsewhere it is a quotation
        }
        QCOMPARE(told, pulled);
    }

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void blocks_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *markup, const char *expected) {
            QTest::newRow(markup) << QString::fromUtf8(expected);
        };
        row("<p>a  b\n c </p><p></p> d", "p: a b c\np: d");
        row("<h2>a <em>b</em></h2>", "h2: a i{b}");
        row("<p>x <b>y </b> z<sup>2</sup></p>", "p: x b{y }z^{2}");
        row("a<br>b<br><br>c", "p: a|b\np: c");
        row("<div>a<div>b</div>c</div>", "p: a\np: b\np: c");
        row("<blockquote><p>a</p><blockquote>b</blockquote></blockquote>c", "p q1: a\np q2: b\np: c");
        row("<ul><li>a<li><p>b</p><p>c</p><ol type=a start=3><li>d</ol></ul>",
            "p l1 *: a\np l1 *: b\np l1: c\np l2 c.: d");
        row("<ol reversed><li>a<li value=9>b<li>c</ol>", "p l1 3.: a\np l1 9.: b\np l1 8.: c");
        row("<pre>\na\n  b\n</pre>", "code: a\n  b");
        row("<p>a <code>b</code></p>", "p: a c{b}");
        row("<p><img src='https://a.example/i.png'></p>", "fig IMG0");
        row("<p>a <img src='https://a.example/i.png'> b</p>", "p: a IMG0 b");
        row("<figure><a href='https://b.example/'><img src='https://a.example/i.png'></a><figcaption>A "
            "<b>c</b></figure>",
            "fig IMG0: A b{c}");
        row("<figure><img src='https://a.example/i.png'><figcaption>שלום</figure>", "fig rtl IMG0: שלום");
        row("<table><tr><td>שלום<td>b<tr><td>1<td>2</table><table "
            "dir=ltr><tr><td>שלום<td>b<tr><td>1<td>2</table>",
            "tab rtl / שלום b / 1 2\ntab / שלום b / 1 2");
        row("<figure><pre>x</pre><figcaption>c</figcaption></figure>", "code: x\np cap: c");
        row("<table><tr><th>a<th>b<tr><td>c<td>d<p>e</table>", "tab / a! b! / c d|e");
        row("<table><tr><td>a<tr><td>b</table>", "p: a\np: b");
        row("<table><tr><td>a<td>b</table>", "p: a\np: b");
        row("<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>e<tr><td>f</table>",
            "p: a\np: b\np: c\np: d\np: e\np: f");
        row("a<hr>b", "p: a\nrule\np: b");
        row("<video src='https://a.example/v.mp4'>no</video>", "embed https://a.example/v.mp4");
        row("<p>a</p><iframe src='https://www.youtube.com/embed/xyz'></iframe>",
            "p: a\nembed https://www.youtube.com/watch?v=xyz");
        row("<dl><dt>a<dd>b<p>c</dl>", "dt: a\ndd: b\ndd: c");
        row("<details><summary>a</summary>b</details>", "sum: a\np: b");
        row("<p>שלום</p><p dir=rtl>a</p><p dir=ltr>שלום</p>", "p rtl: שלום\np rtl: a\np: שלום");
        row("<a href='https://a.example/'>x</a>", "p: x(https://a.example/)");
        row("<p>a<a href='#n'>1</a></p><p id=n>b</p>", "p: a1(#n)\np: b");
        row("<q>a</q>", "p: “a”");
        row("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "p: 漢r{kan}");
        row("<ul><li></li><li>a</li></ul>b", "p l1 *: a\np: b");
        // A picture with words is a figure between paragraphs, unless it is a sign in a line.
        row("<p><img src='https://a.example/i.png'> b</p>", "fig IMG0\np: b");
        row("<p>a<img src='https://a.example/i.png'></p>", "p: a\nfig IMG0");
        row("<p>a<br><img src='https://a.example/i.png'> b</p>", "p: a\nfig IMG0\np: b");
        row("<p>a <img src='https://a.example/i.png' width=600 height=300> b</p>", "p: a\nfig IMG0\np: b");
        row("<p>a <img src='https://a.example/i.png' width=18 height=18></p>", "p: a IMG0");
        row("<p>a <img src='https://a.example/i.png' alt=':-)'></p>", "p: a IMG0");
        row("<p>a <img src='https://a.example/i.png' alt='\\frac{1}{2}'></p>", "p: a IMG0");
        row("<p><img src='https://a.example/i.png'><br><em>b</em></p>", "fig IMG0\np cap: i{b}");
        row("<li><img src='https://a.example/i.png'> b</li>", "fig l1 * IMG0\np l1: b");
        row("<table><tr><td>a<td><img src='https://a.example/i.png' width=200 "
            "height=200>b<tr><td>c<td>d</table>",
            "tab / a IMG0b / c d");
        row("<p>&nbsp; a</p><p>&nbsp;</p>", "p: a");
        row("<hr>a<hr><p>&nbsp;</p><hr>b<hr>", "p: a\nrule\np: b");
        row("<p>a</p><p>* * *</p><p>-----</p><p>b</p><p>--</p>", "p: a\nrule\np: b\np: --");
        row("<table><tr><td><b>a</b><td><b>b</b><tr><td>c<td>d</table>", "tab / a! b! / c d");
        row("<table><tr><td><b>a</b><td><b>b</b><tr><td><b>c</b><td><b>d</b></table>",
            "tab / b{a} b{b} / b{c} b{d}");
    }
    void blocks()
    {
        QFETCH(QString, expected);
        QCOMPARE(outline(pageOf(QTest::currentDataTag())), expected);
    }

    void leavesOutWhatTheHeadShows()
    {
        const render::PageOptions options{.title = QStringLiteral("The Title"),
                                          .leadImage =
                                              QUrl(QStringLiteral("https://c.example/lead-picture.jpg")),
                                          .articleUrl = {}};
        const auto page =
            pageOf("<img src='https://a.example/lead-picture-1024x576.jpg'><h1>the  title</h1><p>a</p>"
                   "<h2>The Title</h2>",
                   options);
        QCOMPARE(outline(page), QStringLiteral("p: a\nh2: The Title"));
    }

    void filmsWithoutAStillTellWhoKnowsIt()
    {
        const auto poster = [](const char *markup) { return pageOf(markup).embeds.value(0).poster; };
        QCOMPARE(
            poster("<iframe src='https://player.vimeo.com/video/123'></iframe>"),
            QStringLiteral("https://vimeo.com/api/oembed.json?width=1280&url=https%3A%2F%2Fvimeo.com%2F123"));
        QCOMPARE(poster("<iframe src='https://www.youtube.com/embed/xyz'></iframe>"),
                 QStringLiteral("https://i.ytimg.com/vi/xyz/hqdefault.jpg"));
        QCOMPARE(poster("<iframe src='https://www.tiktok.com/embed/1'></iframe>"), QString());
    }

    void tellsPicturesAndAnchors()
    {
        const auto page =
            pageOf("<p id=x><a href='https://b.example/'><img src='https://a.example/i.png' alt=A "
                   "width=640 height=480></a></p>");
        QCOMPARE(page.blocks.size(), 1);
        QCOMPARE(page.blocks[0].anchor, QStringLiteral("x"));
        const render::Image &image = page.images[page.blocks[0].image];
        QCOMPARE(image.link, QStringLiteral("https://b.example/"));
        QCOMPARE(image.alt, QStringLiteral("A"));
        QCOMPARE(image.width, 640);
        QCOMPARE(image.height, 480);
    }

    void keepsWhatLinksLeadTo_data()
    {
        QTest::addColumn<QString>("markup");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *markup, const char *place) {
            QTest::newRow(name) << QString::fromUtf8(markup) << QString::fromUtf8(place);
        };
        const char *const picture = "<img src='https://a.example/%1.png' width=640 height=480>";
        const auto pictureOf = [picture](int number) { return QString::fromUtf8(picture).arg(number); };
        row("a figure", "<figure id=t><img src='https://a.example/i.png'><figcaption>C</figcaption></figure>",
            "block 1");
        QTest::newRow("the second picture of a paragraph")
            << QStringLiteral("<p>Words%1 and more <br><a id=t>%2</a> words.</p>")
                   .arg(pictureOf(1), pictureOf(2))
            << QStringLiteral("block 4");
        QTest::newRow("the second picture of a row")
            << QStringLiteral("<p>%1 <a id=t>%2</a></p>").arg(pictureOf(1), pictureOf(2))
            << QStringLiteral("block 2");
        row("a section, not its heading", "<section id=t><h2 id=other>Title</h2><p>Text</p></section>",
            "block 1");
        row("a heading, not its section", "<section id=other><h2 id=t>Title</h2><p>Text</p></section>",
            "block 1");
        row("a cell", "<table><tr><th>A<th>B<tr><td id=t>1<td>2</table>", "cell 1.0");
    }

    void keepsWhatLinksLeadTo()
    {
        QFETCH(QString, markup);
        const auto page = pageOf(
            (QStringLiteral("<p><a href='https://site.example/post#t'>see</a></p>") + markup).toUtf8());
        QStringList places;
        for (qsizetype i = 0; i < page.blocks.size(); ++i) {
            if (page.blocks[i].anchor == QStringLiteral("t"))
                places.append(QStringLiteral("block %1").arg(i));
        }
        for (const render::Table &table : page.tables) {
            for (qsizetype r = 0; r < table.rows.size(); ++r) {
                for (qsizetype c = 0; c < table.rows[r].size(); ++c) {
                    for (const render::Run &run : table.rows[r][c].runs) {
                        if (run.anchor == QStringLiteral("t"))
                            places.append(QStringLiteral("cell %1.%2").arg(r).arg(c));
                    }
                }
            }
        }
        QTEST(places.join(QStringLiteral(", ")), "place");
    }

    void tellsTheLanguageOfCode()
    {
        const auto page = pageOf("<pre><code class='hljs language-cpp'>int a;</code></pre>");
        QCOMPARE(page.blocks[0].language, QStringLiteral("cpp"));
    }

    void spansStayWithinTheTable()
    {
        const auto page = pageOf("<table><tr><td rowspan=900>a<td colspan=2>b<tr><td>c<td>d</table>");
        QCOMPARE(page.tables.size(), 1);
        QCOMPARE(page.tables[0].columns, 3);
        QCOMPARE(page.tables[0].rows[0][0].rowSpan, 2);
        QCOMPARE(page.tables[0].rows[0][1].columnSpan, 2);
    }

    void cellsStandInTheirColumns()
    {
        const auto page = pageOf("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>");
        const auto grid = render::gridOf(page.tables[0]);
        QCOMPARE(grid.size(), 2);
        QCOMPARE(runsOf(grid[0][1]->runs), QStringLiteral("b"));
        QVERIFY(!grid[0][2]);
        QVERIFY(!grid[1][0]);
        QCOMPARE(runsOf(grid[1][1]->runs), QStringLiteral("c"));
        QCOMPARE(runsOf(grid[1][2]->runs), QStringLiteral("d"));
        QCOMPARE(render::toPlainText(page), QStringLiteral("a\tb\t\n\tc\td"));
        QVERIFY(render::toMarkdown(page).contains(QStringLiteral("|  | c | d |")));
    }

    /** Where a feed gives no base, its entries' links were resolved against the feed's own address. */
    void footnotesOfAFeedAreJumps()
    {
        const render::PageOptions options{.title = {},
                                          .leadImage = {},
                                          .articleUrl = QUrl(QStringLiteral("https://a.example/post")),
                                          .feedUrls = {QUrl(QStringLiteral("https://a.example/feed.xml"))}};
        const auto linkOf = [&](const char *address) {
            const QByteArray markup = QByteArray("<p><a href='") + address + "'>1</a></p><p id='n'>x</p>";
            return pageOf(markup.constData(), options).blocks[0].runs[0].link;
        };
        QCOMPARE(linkOf("https://a.example/feed.xml#n"), QStringLiteral("#n"));
        QCOMPARE(linkOf("https://a.example/post#n"), QStringLiteral("#n"));
        QCOMPARE(linkOf("https://a.example/other#n"), QStringLiteral("https://a.example/other#n"));
        // An article without an address has its notes all the same.
        const auto bare = [](const char *address) {
            const QByteArray markup = QByteArray("<p><a href='") + address + "'>1</a></p><p id='n'>x</p>";
            return render::page(html::clean(markup, {QUrl()})).blocks[0].runs[0].link;
        };
        QCOMPARE(bare("#n"), QStringLiteral("#n"));
        QCOMPARE(bare("#other"), QString());
    }

    void stopsAtTooManyBlocks()
    {
        const auto page = pageOf(QByteArray("<p>a").repeated(60000).constData());
        QCOMPARE(page.blocks.size(), 50000);
        QVERIFY(page.truncated);
    }
};

BROADSHEET_TEST_MAIN(PageTest, QCoreApplication)
#include "page.moc"
