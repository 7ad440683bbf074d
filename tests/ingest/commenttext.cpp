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
        "<p><em>a</em> and <strong>b</strong> and <em>c</em> and <strong>*d</strong>*</p>");
    row("no emphasis", "2 * 3 * 4, snake_case_name, *open", "<p>2 * 3 * 4, snake_case_name, *open</p>");
    row("escaped marks", "\\*not\\* \\`this\\`", "<p>*not* `this`</p>");
    row("inline code", "use `a < *b*`", "<p>use <code>a &lt; *b*</code></p>");
    row("fence", "x\n```\n<b>\n  *y*\n```\nz", "<p>x</p><pre><code>&lt;b&gt;\n  *y*\n</code></pre><p>z</p>");
    row("quote", "> said\n> she\n\nyes", "<blockquote><p>said<br>she</p></blockquote><p>yes</p>");
    row("quote in quote", "> > a\n> b", "<blockquote><blockquote><p>a</p></blockquote><p>b</p></blockquote>");
    row("lists", "- a\n- b\n\n1. c\n2. d", "<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>");
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
        "<img src=x onerror=alert(1)> [a](https://x.example/\" onmouseover=\"y) **<iframe>**"));
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
    for (const char *mark :
         {"*", "**a ", "_a ", "`", "[", "[a](", "> ", "- ", "\n> ", "https://", "http://x)))"})
        QVERIFY(!ingest::markupOfMarkdown(QString::fromLatin1(mark).repeated(20000)).isEmpty());
    QVERIFY(timer.elapsed() < 20000);
}

BROADSHEET_TEST_MAIN(CommentTextTest, QCoreApplication)

#include "commenttext.moc"
