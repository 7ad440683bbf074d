// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/markdown.h"

#include "html/clean.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;

class MarkdownTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void written_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *markup, const char *expected) {
            QTest::newRow(markup) << QString::fromUtf8(expected);
        };
        row("<p>a <b>b </b>c</p>", "a **b** c\n");
        row("<p><b>a <i>b</i></b><i>c</i></p>", "**a *b****c*\n");
        row("<p>a*b [c] 1_000_000 _x_</p>", "a\\*b \\[c\\] 1_000_000 \\_x\\_\n");
        row("<p># a</p><p>1. b</p><p>- c</p>", "\\# a\n\n1\\. b\n\n\\- c\n");
        row("<p><code>a`b</code> <code>`</code></p>", "``a`b`` `` ` ``\n");
        row("<p><a href='https://a.example/x y'>b</a></p>", "[b](https://a.example/x%20y)\n");
        row("<p><a href='https://a.example/w(x)'>b <b>c</b></a></p>",
            "[b **c**](<https://a.example/w(x)>)\n");
        row("<p>a<br>b</p>", "a\\\nb\n");
        row("<blockquote>a<br>b<blockquote>c</blockquote></blockquote>d", "> a\\\n> b\n>\n> > c\n\nd\n");
        row("<blockquote>a</blockquote><blockquote>b</blockquote>", "> a\n\n> b\n");
        row("<ul><li>a<li>b<p>c</p><ul><li>d</ul><li>e</ul>", "- a\n- b\n\n  c\n  - d\n- e\n");
        row("<ol start=9><li>a<li>b<p>c</p></ol>", "9. a\n10. b\n\n    c\n");
        row("<ul><li>a<ol start=9><li>b</ol></ul>", "- a\n\n  9. b\n");
        row("<p>a<a href='#n'>1</a></p><p id=n>b</p>", "a1\n\nb\n");
        row("<ol type=a><li>a<li>b</ol>", "1. a\n2. b\n");
        row("<ul><li>a<blockquote>b</blockquote></ul>", "- a\n\n  > b\n");
        row("<blockquote><ul><li>a<li>b</ul></blockquote>", "> - a\n> - b\n");
        row("<ul><li>a<pre>b\n c</pre></ul>", "- a\n\n  ```\n  b\n   c\n  ```\n");
        row("<pre>a```b</pre>", "````\na```b\n````\n");
        row("<h3>a<br>b</h3>", "### a b\n");
        row("<p>a &amp;amp; b &amp; c</p>", "a \\&amp; b & c\n");
        row("<p><img src='https://a.example/i.png' alt='A [b]'></p>",
            "![A \\[b\\]](https://a.example/i.png)\n");
    }
    void written()
    {
        QFETCH(QString, expected);
        const auto page = render::page(
            html::clean(QTest::currentDataTag(), {QUrl(QStringLiteral("https://site.example/post"))}));
        QCOMPARE(render::toMarkdown(page), expected);
    }

    void anArticleHasItsHead()
    {
        Article article;
        article.headline.title = QStringLiteral("A *title*");
        article.headline.feedTitle = QStringLiteral("The Meridian");
        article.headline.authors = {QStringLiteral("J. Ek")};
        article.headline.sortTime = QDateTime({2026, 3, 12}, {9, 41}, Qt::UTC);
        article.headline.url = QUrl(QStringLiteral("https://site.example/post?utm_source=x"));
        const auto page = render::page(html::clean("<p>a</p>", {}));
        QCOMPARE(render::toMarkdown(article, page),
                 QStringLiteral("# A \\*title\\*\n\nThe Meridian · J. Ek · 2026-03-12 09:41 · "
                                "<https://site.example/post>\n\na\n"));
    }
};

BROADSHEET_TEST_MAIN(MarkdownTest, QCoreApplication)
#include "markdown.moc"
