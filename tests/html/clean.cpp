// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/clean.h"

#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;

namespace {

QByteArray cleaned(QByteArrayView markup, const char *base = "https://site.example/post/1")
{
    return html::clean(markup, {QUrl(QString::fromLatin1(base))}).utf8();
}

} // namespace

class CleanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void notesOfAnArticleWithoutAnAddressKeepTheirLinks()
    {
        const char *const note = "<a href=\"#n1\">1</a>";
        for (const char *base : {"", "file:///home/reader/feed.xml", "broadsheet:guide"})
            QCOMPARE(cleaned(note, base), note);
        QCOMPARE(cleaned(note), "<a href=\"https://site.example/post/1#n1\">1</a>");
        QCOMPARE(cleaned("<a href=#>up</a><a href='#\"><script>'>x</a>", ""),
                 "<a>up</a><a href=\"#%22%3E%3Cscript%3E\">x</a>");
    }

    /** Paths from the root are put behind the host without QUrl where they are plain. */
    void resolvesPathsAsQUrlDoes()
    {
        for (const char *base :
             {"https://site.example/post/1", "http://site.example", "https://site.example:8443/a/b",
              "https://reader:secret@site.example/a?b=c#d", "https://192.0.2.7/a",
              "https://b\u00fccher.example/"}) {
            for (const char *path :
                 {"/",           "/a/b-c_d.html", "/a/../b",  "/a/./b",  "/a//b",    "/.",
                  "/..",         "/a/..",         "/a/.b",    "/a.",     "/a...",    "/a?b=/../c//d",
                  "/a?",         "/a#b",          "/a#/../b", "/a#",     "/a?b#c?d", "/a%20b",
                  "/a%2Fb",      "/a%zz",         "/a b",     "/\u00e4", "/a:b@c",   "/a;b=c,d",
                  "/~x/(y)!*$+", "/a|b",          "/a[b]",    "/a\\b",   "/?b",      "/#b"}) {
                QUrl expected =
                    QUrl(QString::fromUtf8(base)).resolved(QUrl(QString::fromUtf8(path), QUrl::TolerantMode));
                expected.setUserInfo(QString());
                QCOMPARE(
                    html::clean("<a href=\"" + QByteArray(path) + "\">x</a>", {QUrl(QString::fromUtf8(base))})
                        .utf8(),
                    "<a href=\"" + expected.toEncoded() + "\">x</a>");
            }
        }
    }

    void keepsWhatIsWorthReading_data()
    {
        QTest::addColumn<QByteArray>("in");
        QTest::addColumn<QByteArray>("out");
        const auto same = [](const char *name, const char *markup) {
            QTest::newRow(name) << QByteArray(markup) << QByteArray(markup);
        };
        const auto row = [](const char *name, const char *in, const char *out) {
            QTest::newRow(name) << QByteArray(in) << QByteArray(out);
        };
        same("paragraph", "<p>Hello <b>bold</b> <i>it</i> <em>em</em> <strong>s</strong></p>");
        same("headings", "<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>");
        same("link", "<a href=\"https://a.example/x?y=1&amp;z=2#f\" title=\"t\">x</a>");
        same("mailto", "<a href=\"mailto:a@b.example\">x</a>");
        same("list", "<ol start=\"3\" type=\"a\"><li value=\"7\">a</li><li>b<ul><li>c</li></ul></li></ol>");
        same("definitions", "<dl><dt>a</dt><dd>b</dd></dl>");
        same("table", "<table><caption>c</caption><thead><tr><th "
                      "scope=\"col\">h</th></tr></thead><tbody><tr><td colspan=\"2\" "
                      "rowspan=\"2\">x</td></tr></tbody></table>");
        same("image",
             "<img src=\"https://a.example/i.png\" alt=\"Alt\" title=\"T\" width=\"10\" height=\"20\">");
        same("figure",
             "<figure><img src=\"https://a.example/i.png\" alt=\"\"><figcaption>c</figcaption></figure>");
        same("code", "<pre><code class=\"language-cpp\">int a;\n  b &lt; c;</code></pre>");
        same("ruby", "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>");
        same("details", "<details open=\"open\"><summary>s</summary><p>x</p></details>");
        same("small things", "H<sub>2</sub>O x<sup>2</sup> <abbr title=\"World Health\">WH</abbr> "
                             "<del>a</del><ins>b</ins> <kbd>k</kbd> "
                             "<mark>m</mark> <q>q</q> <s>s</s> <small>s</small> <u>u</u> <var>v</var> "
                             "<samp>s</samp> <cite>c</cite>");
        same("film", "<video src=\"https://a.example/v.mp4\" poster=\"https://a.example/p.jpg\" "
                     "width=\"640\" height=\"360\">"
                     "</video>");
        same("sound", "<audio><source src=\"https://a.example/a.mp3\" type=\"audio/mpeg\"></audio>");
        same("direction", "<p dir=\"rtl\" lang=\"ar\">x</p>");
        same("quotation", "<blockquote cite=\"https://a.example/\"><p>x</p></blockquote>");
        same("break and rule", "a<br>b<hr>c<wbr>d");
        same("time", "<time datetime=\"2026-03-12\">today</time>");
        same("block in formatting", "<b><p>x</p></b>");
        row("relative", "<a href='/x'>x</a><img src=i.png>",
            "<a href=\"https://site.example/x\">x</a><img src=\"https://site.example/post/i.png\">");
        row("protocol-relative", "<a href='//c.example/x'>x</a>", "<a href=\"https://c.example/x\">x</a>");
        row("tracking", "<a href='https://a.example/?utm_source=rss&amp;id=1'>x</a>",
            "<a href=\"https://a.example/?id=1\">x</a>");
        row("entities", "&eacute;&nbsp;&#8364;&#x80;&amp;&lt;&copy&notit;&bogus;",
            "\xC3\xA9\xC2\xA0\xE2\x82\xAC\xE2\x82\xAC&amp;&lt;\xC2\xA9\xC2\xAC"
            "it;&amp;bogus;");
        row("omitted end tags", "<ul><li>a<li>b</ul><p>c<p>d",
            "<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p>");
        row("misnested", "<b>1<i>2</b>3</i>", "<b>1<i>2</i></b><i>3</i>");
        row("formatting over paragraphs", "<p><b>a<p>b</b>c", "<p><b>a</b></p><p><b>b</b>c</p>");
        row("nested links", "<a href='https://a.example/'>1<a href='https://b.example/'>2</a>",
            "<a href=\"https://a.example/\">1</a><a href=\"https://b.example/\">2</a>");
        row("link over block", "<a href='https://a.example/'><p>1</a>2</p>",
            "<a href=\"https://a.example/\"><p>1</p></a><p>2</p>");
        row("button between paragraphs", "<p>a<button><p>b</button>", "<p>a</p><p>b</p>");
        row("pre keeps its first line break", "<pre>\n\nx</pre>", "<pre>\n\nx</pre>");
        row("pre loses one line break", "<pre>\nx</pre>", "<pre>x</pre>");
        row("text in a table", "<table>x<tr><td>y</table>",
            "<table><tr><td>x</td></tr><tr><td>y</td></tr></table>");
        row("omitted rows", "<table><td>a<td>b<tr><td>c</table>",
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>");
        row("font and center", "<center><font color=red>x</font></center>", "<section>x</section>");
        row("lazy", "<img src='data:image/gif;base64,R0lGOD' data-src='https://a.example/i.jpg' alt=x>",
            "<img src=\"https://a.example/i.jpg\" alt=\"x\">");
        row("noscript twin",
            "<img src='p.gif' data-src='https://a.example/i.jpg'><noscript><img "
            "src='https://a.example/i.jpg'></noscript>",
            "<img src=\"https://a.example/i.jpg\">");
        row("noscript alone", "<noscript><img src='https://a.example/i.jpg'></noscript>",
            "<img src=\"https://a.example/i.jpg\">");
        row("srcset",
            "<img srcset='https://a.example/s.jpg 300w, https://a.example/l.jpg 1200w, x.jpg 5000w'>",
            "<img src=\"https://a.example/l.jpg\">");
        row("picture", "<picture><source srcset='https://a.example/w.webp 2x'><img alt=a></picture>",
            "<img src=\"https://a.example/w.webp\" alt=\"a\">");
        row("picture in several formats",
            "<picture><source type='image/avif' srcset='https://a.example/w.avif'><source type='image/webp' "
            "srcset='https://a.example/w.webp'><img alt=a></picture>",
            "<img src=\"https://a.example/w.webp\" alt=\"a\">");
        row("pixel", "a<img src='https://a.example/p.gif' width=1 height=1>b", "ab");
        row("counter", "a<img src='http://feeds.feedburner.com/~r/x/~4/1'>b", "ab");
        row("youtube", "<iframe src='https://www.youtube.com/embed/abc_-123?rel=0'></iframe>",
            "<p><a href=\"https://www.youtube.com/watch?v=abc_-123\" rel=\"embed-video\"><img "
            "src=\"https://i.ytimg.com/vi/abc_-123/hqdefault.jpg\" alt=\"YouTube\"></a></p>");
        row("peertube",
            "<iframe src='https://tube.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d'></iframe>",
            "<p><a href=\"https://tube.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d\" "
            "rel=\"embed-video\">tube.example</a></p>");
        row("vimeo in a paragraph",
            "<p>a<iframe src='//player.vimeo.com/video/123' title='My film'></iframe></p>",
            "<p>a<a href=\"https://vimeo.com/123\" rel=\"embed-video\">My film</a></p>");
        row("vimeo, not listed",
            "<iframe src='https://player.vimeo.com/video/123?title=0&amp;h=a1b2'></iframe>",
            "<p><a href=\"https://vimeo.com/123/a1b2\" rel=\"embed-video\">Vimeo</a></p>");
        row("youtube by its page",
            "<iframe src='https://www.youtube.com/watch?app=desktop&amp;v=abc_-123'></iframe>",
            "<p><a href=\"https://www.youtube.com/watch?v=abc_-123\" rel=\"embed-video\"><img "
            "src=\"https://i.ytimg.com/vi/abc_-123/hqdefault.jpg\" alt=\"YouTube\"></a></p>");
        row("youtube in an old object",
            "<object><param name=movie value='http://www.youtube.com/v/abc_-123&amp;hl=en'><embed "
            "src='http://www.youtube.com/v/abc_-123&amp;hl=en'></object>",
            "<p><a href=\"https://www.youtube.com/watch?v=abc_-123\" rel=\"embed-video\"><img "
            "src=\"https://i.ytimg.com/vi/abc_-123/hqdefault.jpg\" alt=\"YouTube\"></a></p>");
        row("youtube as a web component", "<lite-youtube videoid=abc_-123></lite-youtube>",
            "<p><a href=\"https://www.youtube.com/watch?v=abc_-123\" rel=\"embed-video\"><img "
            "src=\"https://i.ytimg.com/vi/abc_-123/hqdefault.jpg\" alt=\"YouTube\"></a></p>");
        row("twitch channel", "<iframe src='https://player.twitch.tv/?channel=jane&amp;parent=x'></iframe>",
            "<p><a href=\"https://www.twitch.tv/jane\" rel=\"embed-video\"><img "
            "src=\"https://static-cdn.jtvnw.net/previews-ttv/live_user_jane-640x360.jpg\" "
            "alt=\"Twitch\"></a></p>");
        row("twitch video", "<iframe src='https://player.twitch.tv/?parent=x&amp;video=v40464143'></iframe>",
            "<p><a href=\"https://www.twitch.tv/videos/40464143\" rel=\"embed-video\">Twitch</a></p>");
        row("dailymotion", "<iframe src='https://geo.dailymotion.com/player.html?video=x7tgad0'></iframe>",
            "<p><a href=\"https://www.dailymotion.com/video/x7tgad0\" rel=\"embed-video\"><img "
            "src=\"https://www.dailymotion.com/thumbnail/video/x7tgad0\" alt=\"Dailymotion\"></a></p>");
        row("pixel by style", "a<img src='https://a.example/p.gif' style='width: 1px; height:1px'>b", "ab");
        row("picture with a style", "<img src='https://a.example/p.gif' style='max-width:1px;width:100%'>",
            "<img src=\"https://a.example/p.gif\">");
        row("a loader of its own", "<img src='data:,' data-my-loader='/big.jpg?w=9' data-name='x.y'>",
            "<img src=\"https://site.example/big.jpg?w=9\">");
        row("a picture and other data", "<img src='/a.jpg' data-my-loader='/big.jpg'>",
            "<img src=\"https://site.example/a.jpg\">");
        row("unknown frame", "a<iframe src='https://ads.example/x'></iframe>b", "ab");
        row("emoji", "<img src='https://s.w.org/images/core/emoji/1f600.png' alt='😀'>", "😀");
        row("tasks", "<li><input type=checkbox checked>done", "<li>☑ done</li>");
        row("numbers", "<img src='https://a.example/i' width=999999999 height='12px'>",
            "<img src=\"https://a.example/i\" width=\"4096\" height=\"12\">");
        row("mathml that says its size", "<math alttext='{\\displaystyle x^{2}}'><mi>x</mi></math>",
            "<code>x^{2}</code>");
        row("mathml, one part of which has a size",
            "<math alttext='{\\displaystyle a}+{b}'><mi>x</mi></math>",
            "<code>{\\displaystyle a}+{b}</code>");
        row("mathml with braces that are signs", "<math alttext='{\\displaystyle \\{a\\}}'><mi>x</mi></math>",
            "<code>\\{a\\}</code>");
        row("mathml of nothing but a size", "a<math alttext='{\\displaystyle }'><mi>x</mi></math>b", "ab");
        row("mathml", "<math alttext='x^2'><mi>x</mi></math>", "<code>x^2</code>");
        row("mathml with tex",
            "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'> \\frac{a}{b} "
            "</annotation></semantics></math>",
            "<code>\\frac{a}{b}</code>");
        row("mathml of symbols",
            "<math><mi>h</mi><mo>=</mo><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><msup><mi>c</mi><mn>2</"
            "mn></msup>"
            "</mrow></mfrac></math>",
            "h=a/(b+c^2)");
        row("mathml with a root", "<p>a <math><msqrt><mi>x</mi><mo>&lt;</mo><mi>y</mi></msqrt></math> b",
            "<p>a \u221A(x&lt;y) b</p>");
        row("mathml cut off", "a<math><msub><mi>x</mi><mn>1", "ax_1");
        row("lone angle", "1 < 2 > 0 & <3", "1 &lt; 2 &gt; 0 &amp; &lt;3");
        row("cut off", "<p>Hello <a href=\"https://a.exam", "<p>Hello </p>");
        row("broken utf-8", "a\xFF\xC3z", "a\xEF\xBF\xBD\xEF\xBF\xBDz");
        row("unclosed comment", "a<!-- b>c", "ac");
        row("hidden picture", "a<img src='https://a.example/c.gif' style='Display : none'>b", "ab");
        row("user name before the host", "<a href='https://bank.example@evil.example/x'>x</a>",
            "<a href=\"https://evil.example/x\">x</a>");
        row("mail with headers", "<a href='mailto:a%0d%0aBcc:x@b.example'>x</a>", "<a>x</a>");
        row("style within select", "a<select><style></select>b", "ab");
        row("unclosed frame", "a<iframe>b", "ab");
    }
    void keepsWhatIsWorthReading()
    {
        QFETCH(QByteArray, in);
        QFETCH(QByteArray, out);
        QCOMPARE(cleaned(in), out);
        QCOMPARE(cleaned(out), out);
    }
};

BROADSHEET_TEST_MAIN(CleanTest, QCoreApplication)
#include "clean.moc"
