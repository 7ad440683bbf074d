// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/commenttext.h"
#include "ingest/markdown.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace broadsheet;

class CommentTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void renders_data();
    void renders();
    void isSafe();
    void keepsTheText();
    void isLinear();
};

void CommentTextTest::renders_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("markup");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to);
    };
    row("paragraphs and breaks", "one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>");
    row("emphasis", "*a* and **b** and _c_ and ***d***",
        "<p><em>a</em> and <strong>b</strong> and <em>c</em> and <em><strong>d</strong></em></p>");
    row("emphasis within", "**a *b* c** and *a **b** c* and ***a* b** and _**a** b_",
        "<p><strong>a <em>b</em> c</strong> and <em>a <strong>b</strong> c</em> and <strong><em>a</em> "
        "b</strong> and "
        "<em><strong>a</strong> b</em></p>");
    row("emphasis over lines", "*a\nb*", "<p><em>a<br>b</em></p>");
    row("emphasis without blanks", "これは**「強調」**です", "<p>これは<strong>「強調」</strong>です</p>");
    row("struck out", "~~a *b*~~ and ~c~ and 1~2~3", "<p><del>a <em>b</em></del> and ~c~ and 1~2~3</p>");
    row("hard breaks", "a  \nb\\\nc", "<p>a<br>b<br>c</p>");
    row("no emphasis", "2 * 3 * 4, snake_case_name, *open", "<p>2 * 3 * 4, snake_case_name, *open</p>");
    row("escaped marks", "\\*not\\* \\`this\\`", "<p>*not* `this`</p>");
    row("inline code", "use `a < *b*`", "<p>use <code>a &lt; *b*</code></p>");
    row("code with marks", "``a ` b`` and `` ` `` and ``open`",
        "<p><code>a ` b</code> and <code>`</code> and ``open`</p>");
    row("code by indent", "x\n\n    a\n\n      b\ny", "<p>x</p><pre><code>a\n\n  b\n</code></pre><p>y</p>");
    row("fence with a language", "~~~cpp\n```\n~~~", "<pre><code class=\"language-cpp\">```\n</code></pre>");
    row("headings", "# One #\n### Three\n#hashtag\n\nTwo\n---\nend",
        "<h1>One</h1><h3>Three</h3><p>#hashtag</p><h2>Two</h2><p>end</p>");
    row("rules", "a\n\n***\n- - -\nb", "<p>a</p><hr><hr><p>b</p>");
    row("fence", "x\n```\n<b>\n  *y*\n```\nz", "<p>x</p><pre><code>&lt;b&gt;\n  *y*\n</code></pre><p>z</p>");
    row("quote", "> said\n> she\n\nyes", "<blockquote><p>said<br>she</p></blockquote><p>yes</p>");
    row("quote in quote", "> > a\n> b", "<blockquote><blockquote><p>a</p></blockquote><p>b</p></blockquote>");
    row("lists", "- a\n- b\n\n1. c\n2. d", "<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>");
    row("lists in lists", "- a\n  - b\n    1. c\n    2. d\n- e",
        "<ul><li>a<ul><li>b<ol><li>c</li><li>d</li></ol></li></ul></li><li>e</li></ul>");
    row("lists less far in", "1. a\n  - b\n    - c\n2. d",
        "<ol><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ol>");
    row("items of several blocks", "- a\n\n  b\n- c\n  > d\n\n  ```\n  e\n  ```\nf",
        "<ul><li><p>a</p><p>b</p></li><li><p>c</p><blockquote><p>d</p></blockquote><pre><code>e\n</code></"
        "pre></li></ul>"
        "<p>f</p>");
    row("items that go on", "* a\nb\n+ c\n\n3) d\n4) e",
        "<ul><li>a<br>b</li></ul><ul><li>c</li></ul><ol start=\"3\"><li>d</li><li>e</li></ol>");
    row("no lists", "1974. a year\n-\n-5 and +1\nin\n12. of May",
        "<p>1974. a year<br>-<br>-5 and +1<br>in<br>12. of May</p>");
    row("tasks", "- [ ] a\n- [x] b\n- [c] d", "<ul><li>☐ a</li><li>☑ b</li><li>[c] d</li></ul>");
    row("table", "| a | b \\| c |\n|---|:-:|\n| *d* |\n| e | f | g\n\nend",
        "<table><tr><th>a</th><th align=\"center\">b | c</th></tr><tr><td><em>d</em></td><td "
        "align=\"center\"></td></tr><tr><td>e</td><td align=\"center\">f</td></tr></table><p>end</p>");
    row("no table", "a | b\nc | d\n\na | b\n---", "<p>a | b<br>c | d</p><h2>a | b</h2>");
    row("quote, then the reply", "> said\nyes", "<blockquote><p>said</p></blockquote><p>yes</p>");
    row("quote with blocks", "> - a\n> - b\n>\n>       c\n> # d",
        "<blockquote><ul><li><p>a</p></li><li><p>b</p><pre><code>c\n</code></pre></li></ul><h1>d</h1></"
        "blockquote>");
    row("paragraphs of an item", "- a\n\n    b\n  - c\n\n    d",
        "<ul><li><p>a</p><p>b</p><ul><li><p>c</p><p>d</p></li></ul></li></ul>");
    row("link, titled and marked",
        "[a **b** `]`](<https://x.example/a b> \"t\") [c](https://x.example/d_(e))",
        "<p><a href=\"https://x.example/a b\">a <strong>b</strong> <code>]</code></a> <a "
        "href=\"https://x.example/d_(e)\">c</a></p>");
    row("named links",
        "See [A b][1], [two][] and [Two].\n\n[1]: https://x.example/1\n[two]: <https://x.example/2> \"t\"\n"
        "[3]: https://x.example/3",
        "<p>See <a href=\"https://x.example/1\">A b</a>, <a href=\"https://x.example/2\">two</a> and <a "
        "href=\"https://x.example/2\">Two</a>.</p><p>[3]: <a "
        "href=\"https://x.example/3\">https://x.example/3</a></p>");
    row("no link in a link", "[a [b](https://x.example/) c](https://y.example/)",
        "<p>[a <a href=\"https://x.example/\">b</a> c](<a "
        "href=\"https://y.example/\">https://y.example/</a>)</p>");
    row("address as words of a link", "[https://x.example/](https://y.example/)",
        "<p><a href=\"https://y.example/\">https://x.example/</a></p>");
    row("pictures are links", "![a *b*](https://x.example/p.png) ![](https://x.example/q.png)",
        "<p><a href=\"https://x.example/p.png\">a <em>b</em></a> <a "
        "href=\"https://x.example/q.png\">https://x.example/q.png</a></p>");
    row("picture in a link", "[![a](https://x.example/p.png)](https://y.example/)",
        "<p><a href=\"https://y.example/\">a</a></p>");
    row("picture of another scheme", "![a](file:///etc/passwd) ![b](data:image/png;base64,AA)",
        "<p>![a](file:///etc/passwd) ![b](data:image/png;base64,AA)</p>");
    row("mail", "[a](mailto:a@x.example) <mailto:a@x.example>",
        "<p><a href=\"mailto:a@x.example\">a</a> <a href=\"mailto:a@x.example\">mailto:a@x.example</a></p>");
    row("address without a scheme", "www.x.example, wwww",
        "<p><a href=\"https://www.x.example\">www.x.example</a>, wwww</p>");
    row("marked address", "**https://x.example/** (https://y.example/)",
        "<p><strong><a href=\"https://x.example/\">https://x.example/</a></strong> (<a "
        "href=\"https://y.example/\">https://y.example/</a>)</p>");
    row("link", "[a & b](https://x.example/?q=1&r=2)",
        "<p><a href=\"https://x.example/?q=1&amp;r=2\">a &amp; b</a></p>");
    row("bare address", "see https://x.example/a_b_(c). ok",
        "<p>see <a href=\"https://x.example/a_b_(c)\">https://x.example/a_b_(c)</a>. ok</p>");
    row("address in angles", "see <https://x.example/a?b=1&c=2>, <https://x y>",
        "<p>see <a href=\"https://x.example/a?b=1&amp;c=2\">https://x.example/a?b=1&amp;c=2</a>, &lt;<a "
        "href=\"https://x\">https://x</a> y&gt;</p>");
    row("other schemes stay text", "[x](javascript:alert(1)) ftp://y",
        "<p>[x](javascript:alert(1)) ftp://y</p>");
    row("tags are text", "<script>alert(1)</script> &amp;",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</p>");
    row("nothing", "", "");
}

void CommentTextTest::renders()
{
    QFETCH(const QString, markdown);
    QFETCH(const QString, markup);
    QCOMPARE(QString::fromUtf8(ingest::markupOfMarkdown(markdown)), markup);
}

void CommentTextTest::isSafe()
{
    const ingest::CommentText comment = ingest::commentText(QStringLiteral(
        "<img src=x onerror=alert(1)> [a](<https://x.example/\" onmouseover=\"y>) **<iframe>**"));
    QVERIFY(!comment.html.utf8().contains("<img"));
    QVERIFY(!comment.html.utf8().contains("<iframe"));
    QVERIFY(!comment.html.utf8().contains("\" onmouseover"));
    QVERIFY(comment.html.utf8().contains("<strong>"));
}

void CommentTextTest::keepsTheText()
{
    QCOMPARE(ingest::commentText(QStringLiteral("  *a*\r\nb\r \n")).text, QStringLiteral("*a*\nb"));
    QVERIFY(ingest::commentText(QStringLiteral(" \n ")).html.isEmpty());
}

void CommentTextTest::isLinear()
{
    QElapsedTimer timer;
    timer.start();
    for (const char *mark : {"*",
                             "**a ",
                             "_a ",
                             "`",
                             "[",
                             "[a](",
                             "> ",
                             "- ",
                             "\n> ",
                             "https://",
                             "http://x)))",
                             "![",
                             "![a](https://x)",
                             "[a](https://x)",
                             "***a ",
                             "a**b*c_",
                             "~~a ",
                             "`a``b",
                             "|a",
                             "|-|\n",
                             "- a\n  ",
                             "1. a\n\n",
                             "[a]: https://x\nb\n",
                             "[a]",
                             "[a][b] ",
                             "\\",
                             "<https://",
                             "    x\n",
                             "```\n",
                             "> - ",
                             "[a](((",
                             "[a](x \""})
        QVERIFY(!ingest::markupOfMarkdown(QString::fromLatin1(mark).repeated(20000)).isEmpty());
    QVERIFY(timer.elapsed() < 20000);
}

BROADSHEET_TEST_MAIN(CommentTextTest, QCoreApplication)

#include "commenttext.moc"
