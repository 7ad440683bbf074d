// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/extract.h"

#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

using namespace broadsheet;

namespace {

constexpr const char *address = "https://www.daily.example/2024/05/02/harbour.html";

QString paragraph(int number)
{
    return QStringLiteral("<p>Paragraph %1 tells, in a long sentence with commas, what happened at the "
                          "harbour, who saw it, "
                          "and why nobody had been warned before the water came.</p>")
        .arg(number);
}

QString body(int paragraphs = 6)
{
    QString text;
    for (int i = 1; i <= paragraphs; ++i)
        text += paragraph(i);
    return text;
}

html::PageArticle extracted(const QString &page)
{
    const auto article = html::extractArticle(page.toUtf8(), QUrl(QString::fromUtf8(address)));
    return article.value_or(html::PageArticle{});
}

/** A page with \a inside among its paragraphs. */
QString pageWith(const QString &before, const QString &middle, const QString &after)
{
    return QStringLiteral("<html lang=en><title>The night the harbour rose | The Daily</title><body><nav><a "
                          "href=/>Home</a> "
                          "<a href=/news>News</a></nav><div class=page><div class=col>%1%2%3%4%5</div></div>"
                          "<footer>The Daily, 1 Quay Street. Imprint</footer>")
        .arg(before, body(3), middle, body(3), after);
}

} // namespace

class ExtractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void leavesOut_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("middle");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *before, const char *middle, const char *after) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(middle)
                                << QString::fromUtf8(after);
        };
        row("its own title", "<h1>The night the harbour rose</h1>", "", "");
        row("author and date", "<p>By Jane NOISE</p><p>Published: 2 May 2024, 10:15 NOISE</p>", "", "");
        row("share bar", "<div class='social-share'><a href=/s>NOISE</a></div>", "",
            "<ul class=sharing><li>NOISE</ul>");
        row("pointer", "", "<p>Read more: <a href=/other>NOISE of another story</a></p>", "");
        row("pointer in German", "", "<p>Lesen Sie auch: <a href=/b>NOISE und Wasser</a></p>", "");
        row("pointer in Japanese", "", "<p>関連記事： <a href=/b>NOISE</a></p>", "");
        row("headline of another story", "",
            "<p><strong><a href=/x>NOISE MAYOR RESIGNS AFTER STORM</a></strong></p>", "");
        row("advert mark", "", "<p>Advertisement</p><div class=ad-slot>NOISE</div>", "");
        row("related list", "", "",
            "<h3>Related stories NOISE</h3><ul><li><a href=/1>One more NOISE</a><li><a href=/2>Two "
            "NOISE</a></ul>");
        row("box that a script opens", "", "",
            "<div><div>Trending articles</div><div><h3 onclick=\"window.open('/x','_blank')\">NOISE of the "
            "day</h3><p onclick=\"window.open('/x')\">What the mayor NOISE said, and why it "
            "matters…</p></div></div>");
        row("newsletter", "",
            "<div class='newsletter-signup'><p>Get NOISE in your inbox, every day, for nothing.</p></div>",
            "");
        row("comments", "", "",
            "<div id=comments><h3>2 comments</h3><p>NOISE I was there, and it was not so, as you say it "
            "was.</p></div>");
        row("tags", "", "", "<p>Tags: <a href=/t/1>NOISE</a>, <a href=/t/2>NOISE</a></p>");
        row("rights", "", "", "<p>© 2024 NOISE. All rights reserved.</p>");
        row("hidden", "",
            "<p style='display: none'>NOISE that nobody sees, in a sentence of some length.</p>", "");
        row("caption", "", "<figure><img src=a.jpg><figcaption>NOISE: the quay</figcaption></figure>", "");
        row("caption by name", "",
            "<div class=wp-caption><img src=a.jpg><p class=wp-caption-text>NOISE: the quay</p></div>", "");
        row("credit", "", "<p>Photo: NOISE / AFP</p>", "");
        row("teasers", "", "",
            "<ul><li><h3><a href=/1>NOISE one</a></h3><p>A sentence, with a comma, about NOISE.</p>"
            "<li><h3><a href=/2>NOISE two</a></h3><p>A sentence, with a comma, about NOISE.</p>"
            "<li><h3><a href=/3>NOISE three</a></h3><p>A sentence, with a comma, about NOISE.</p></ul>");
        row("heading without text", "", "", "<h2>NOISE</h2>");
        row("label and a title of another page", "",
            "<p><b>Earlier:</b> <a href=/x>NOISE, the mayor, resigns over the ferry</a></p>", "");
        row("label and a title in Russian", "",
            "<p>Хроника: <a href=/x>NOISE, мэр города, ушёл в отставку</a></p>", "");
        row("card", "",
            "<div><a href=/r><img src=r.jpg></a><div><a href=/r>NOISE of a bridge to the town</a></div>"
            "<p>NOISE came to town, and some of it stayed.</p></div>",
            "");
        row("offer with a button", "",
            "<div><p><b>NOISE</b></p><p>All NOISE of the week, and no more.</p><a class=btn href=/n>Yes, "
            "please</a></div>",
            "");
        row("offer by mail in Turkish", "", "<p>NOISE haberleri e-posta kutunuza gelsin</p>", "");
        row("player that failed", "", "<p>NOISE: the video player failed to load. (Error Code: 1)</p>", "");
        row("skip link", "", "<p>skip past newsletter promotion</p><p>after newsletter promotion</p>",
            "<p>NOISE, with assistance from Sam Roe. All rights reserved.</p>");
        row("commission", "", "", "<p>If you purchase NOISE by our links, we may earn a commission.</p>");
        row("no reuse", "", "",
            "<p>This page is protected by copyright, NOISE included. Write to us, if you want to use "
            "some "
            "of it, and we shall see.</p>");
        row("inline caption", "",
            "<p><span><img src=a.jpg></span><em class=img_desc>NOISE, the quay</em></p>", "");
        row("answer with the same subject", "", "<h3>Re: The night the harbour rose</h3>",
            "<p>© 2024 NOISE</p>");
        row("heading over links that went", "",
            "<h2>Related NOISE</h2><ul><li><a href=/1>NOISE one of the harbour</a><li><a href=/2>NOISE two "
            "of "
            "the harbour</a></ul>",
            "");
        row("label in a box with a link", "",
            "<section><div><span>What else, NOISE: </span><div class=d><a href=/x>The mayor, and the NOISE "
            "of the "
            "ferry</a></div></div></section>",
            "");
        row("teaser of its own", "",
            "<div><a href=/x><h4>NOISE of the harbour, again</h4></a><div>Jane Doe · Mar 2</div><div>A "
            "sentence "
            "about NOISE. Another one about it.</div><a href=/x>All of it</a></div>",
            "");
        row("teaser under a cover", "",
            "<div><a href=/x></a><div><img src=c.jpg></div><div>NOISE of the bridge</div><div>3 "
            "March</div></div>",
            "");
        row("time of an entry", "", "<p><time>19.30 NOISE</time></p>", "");
        row("buttons in a row", "", "", "<div><a>Share</a><a>Share on NOISE</a><a>Tweet</a></div>");
        row("what is paid for", "",
            "<div><div>NOISE of the week</div><div><span>Shop</span> <span>£1,299</span> <a rel=sponsored "
            "href=https://shop.example/x>View it</a></div><div>All NOISE, every day</div></div>",
            "");
        row("caption in a paragraph", "", "<div><img src=a.jpg><p>NOISE on the quay.</p></div>", "");
        row("cards with a sign", "", "",
            "<div><h2>More stories</h2>"
            "<div class=c><h4>NOISE one of the harbour</h4><p>A sentence, with a comma, about it.</p><a "
            "href=/1>»</a></div>"
            "<div class=c><h4>NOISE two of the harbour</h4><p>A sentence, with a comma, about it.</p><a "
            "href=/2>»</a></div>"
            "<div class=c><h4>NOISE three of the harbour</h4><p>A sentence, with a comma, about it.</p><a "
            "href=/3>»</a></div></div>");
        row("titles and words in one line", "", "",
            "<div><div class=s><a href=/1><b>NOISE one of the harbour</b></a><span>A sentence, with a comma, "
            "about "
            "NOISE.</span></div><div class=s><a href=/2><b>NOISE two of the harbour</b></a><span>A sentence, "
            "with a "
            "comma, about NOISE.</span></div><div class=s><a href=/3><b>NOISE three of the "
            "harbour</b></a><span>A sentence, with a comma, about NOISE.</span></div></div>");
        row("long life of the author", "", "",
            "<div class=author-box><h4>NOISE</h4><p>NOISE writes of ferries. Before that she was at sea. She "
            "has a "
            "house that was a ferry, two dogs and no cat, and has begun to write its history, of which there "
            "is "
            "more than one would think. She has been heard on the radio, twice, and once seen.</p></div>");
        row("how it was checked", "", "",
            "<h3>How we reviewed this NOISE</h3><p>We have strict rules for sources, of which NOISE is the "
            "first. "
            "Others are read twice, by two people, on two days, and not before.</p>");
        row("who reported", "", "", "<p>Reporting by Jane NOISE; Editing by Sam NOISE and Kim Lee</p>");
        row("what signing up means", "",
            "<p>By signing up, you agree to the terms of NOISE and to its privacy policy.</p>", "");
        row("the same in German", "",
            "<p>Mit der Anmeldung stimmen Sie der Datenschutzerklärung von NOISE zu.</p>", "");
        row("community", "", "<p>Join our NOISE channel on WhatsApp <a href=https://w.example>here</a></p>",
            "");
        row("links that pay", "<p><em>This NOISE may contain affiliate links.</em></p>", "", "");
        row("reuse in Russian", "", "", "<p>При использовании NOISE активная ссылка обязательна.</p>");
        row("advert mark in Polish", "",
            "<p>Dalszy ciąg materiału pod wideo</p><div class=ad-slot>NOISE</div>", "");
        row("quality in Polish", "", "", "<p>Oceń jakość naszego NOISE</p>");
        row("name and day below a lead",
            "<p>A lead, in one long sentence with commas, tells what is to come, and "
            "why..</p><ul><li>Jane NOISE</li><li>2 May 2024, 10:15 NOISE</li></ul>",
            "", "");
        row("script, style, form", "<script>var NOISE</script><style>NOISE</style>", "",
            "<form action=/x><label>NOISE <input></label><button>NOISE</button></form>");
    }

    void leavesOut()
    {
        QFETCH(QString, before);
        QFETCH(QString, middle);
        QFETCH(QString, after);
        const html::PageArticle article = extracted(pageWith(before, middle, after));
        QCOMPARE(article.text.count(QLatin1String("Paragraph ")), 6);
        QVERIFY2(!article.text.contains(QLatin1String("NOISE")), qPrintable(article.text));
        QVERIFY(!article.text.contains(QLatin1String("Imprint")));
        QVERIFY(!article.text.contains(QLatin1String("The night the harbour rose")));
    }

    void keeps_data()
    {
        QTest::addColumn<QString>("middle");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const char *middle, const char *wanted) {
            QTest::newRow(name) << QString::fromUtf8(middle) << QString::fromUtf8(wanted);
        };
        row("sub-heading", "<h2>What the WANTED tide did</h2>", "<h2>What the WANTED tide did</h2>");
        row("list",
            "<ul><li>First the WANTED boats, which nobody had tied.</li><li>Then the sheds.</li></ul>",
            "<li>Then the sheds.</li>");
        row("code", "<pre><code>if (WANTED)\n  run();</code></pre>", "if (WANTED)\n  run();");
        row("table",
            "<table><tr><th>Hour</th><th>Level</th></tr><tr><td>10</td><td>WANTED 3.2</td></tr></table>",
            "<td>WANTED 3.2</td>");
        row("quotation", "<blockquote><p>WANTED we heard it, and then we ran.</p></blockquote>",
            "<blockquote>");
        row("tweet",
            "<blockquote class=twitter-tweet><p>WANTED water in the street</p>&mdash; Jane (@jane) <a "
            "href='https://twitter.com/j/1'>May 2</a></blockquote>",
            "WANTED water");
        row("link in a sentence",
            "<p>The <a class=share-of-text href=/w>WANTED harbour</a> was built by the town, at last, in "
            "1904.</p>",
            "WANTED harbour");
        row("sentence that is mostly a link",
            "<div class=t><div>The council <a href=/w>WANTED a vote on the ferry</a> today.</div></div>",
            "WANTED a vote");
        row("text below a heading whose links went",
            "<div><h2>Related articles</h2><ul><li><a href=/1>The harbour, and who paid for it</a><li><a "
            "href=/2>The ferry, and who paid for it</a></ul></div><p>The tide was WANTED, and it came at "
            "ten.</p>",
            "The tide was WANTED");
        row("caption in the markup",
            "<figure><img src=a.jpg><figcaption>WANTED: the quay</figcaption></figure>",
            "<figcaption>WANTED: the quay</figcaption>");
        row("lazy picture",
            "<p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='/i/WANTED.jpg'></p>",
            "https://www.daily.example/i/WANTED.jpg");
        row("label and a link to another site",
            "<p>Paper: <a href=https://www.other.example/p>On the WANTED tides of rivers</a></p>",
            "On the WANTED tides of rivers");
        row("label and a file", "<p>Slides: <a href=/files/tides.pdf>On the WANTED tides of rivers</a></p>",
            "On the WANTED tides of rivers");
        row("heading named with an anchor", "<h2 class='header-anchor-post'>What the WANTED tide did</h2>",
            "What the WANTED tide did");
        row("heading named with a bar",
            "<h2 class='anchor anchorWithStickyNavbar_ab1'>What the WANTED tide did</h2>",
            "What the WANTED tide did");
        row("a sentence that begins like a call in German",
            "<p>Folgen Sie dem Fluss, sagte WANTED, dann kommen Sie zur Mühle.</p>", "WANTED");
        row("a sentence that begins like a call",
            "<p>For more than twenty years, subscribers paid for the WANTED.</p>", "the WANTED.");
        row("a sentence about commissions",
            "<p>When families buy a house in WANTED, agents earn a commission.</p>", "WANTED");
        row("a sentence about a film", "<p>The WANTED video is no longer available there, the town says.</p>",
            "WANTED");
        row("a sentence with a number in Russian",
            "<p>Больше всего жителей WANTED выходит на нашу площадь в мае.</p>", "WANTED");
        row("a sentence about mail in Korean", "<p>시장은 WANTED 사과문을 이메일로 보내왔다.</p>", "WANTED");
        row("introduced links",
            "<p>The town has published these three reports on WANTED floods:</p><ul><li><a href=/1>Report of "
            "the year 1999</a></li><li><a href=/2>Report of the year 2009</a></li></ul>",
            "Report of the year 2009");
    }

    void keeps()
    {
        QFETCH(QString, middle);
        QFETCH(QString, wanted);
        const html::PageArticle article = extracted(pageWith(QString(), middle, QString()));
        QVERIFY2(article.html.toString().contains(wanted), article.html.utf8().constData());
    }

    /** A short sentence at the end is no byline. */
    void keepsTheLastSentence()
    {
        for (const char *last : {"By Friday the water had gone.", "Von Freitag an fährt die Fähre wieder.",
                                 "Di notte l’acqua era andata."}) {
            const QString line = QString::fromUtf8(last);
            const html::PageArticle article =
                extracted(pageWith({}, {}, QStringLiteral("<p>%1</p>").arg(line)));
            QVERIFY2(article.text.contains(line), last);
        }
        QVERIFY(
            !extracted(pageWith({}, {}, QStringLiteral("<p>By Jane NOISE.</p>"))).text.contains(u"NOISE"));
    }

    /** Boxes without names are all alike: one that begins with a link need not be another article. */
    void keepsBoxBelowLinkedHeading()
    {
        const html::PageArticle article = extracted(
            QStringLiteral(
                "<title>The night the harbour rose</title><div><div><h1>The night the harbour rose</h1>"
                "<p>The water came, at night, and nobody was awake to see it rise.</p></div><div>"
                "<h3><a href=/harbour>All about the harbour</a></h3>%1</div></div>")
                .arg(body(6)));
        QVERIFY(article.text.contains(u"Paragraph 6"));
    }

    /** What a company says of itself ends where references begin. */
    void keepsReferencesBelowCompanyLife()
    {
        const QString life =
            QStringLiteral("<p><b>About Elm Mills</b></p><p>Elm Mills is a maker of flour and "
                           "meal, with NOISE mills on four rivers and in two harbours.</p>");
        for (const char *label :
             {"<h3>References</h3>", "<p>References:</p>", "<p>The study compared:</p>"}) {
            const QString list =
                QStringLiteral("<ul><li>Meyer, J. (2021): Grain and its WANTED weight. Mill Journal 4.</li>"
                               "<li>Elm, M. (2022): Stones that turn. Mill Journal 5.</li></ul>");
            const html::PageArticle article =
                extracted(pageWith({}, {}, life + QString::fromUtf8(label) + list));
            QVERIFY2(!article.text.contains(u"NOISE"), label);
            QVERIFY2(article.text.contains(u"WANTED"), label);
        }
    }

    /** One that says something else than the title is read nowhere but in the text. */
    void keepsHeadingUnlikeTheTitle()
    {
        const QString page = QStringLiteral("<title>%1</title><article><h1>%2</h1>%3</article>");
        const auto text = [&](const char *title, const char *heading) {
            return extracted(page.arg(QString::fromUtf8(title), QString::fromUtf8(heading), body(4))).text;
        };
        QVERIFY(text("Notes from the quay", "What a barge is for").startsWith(u"What a barge is for\n"));
        QVERIFY(text("Notes from the quay", "Some notes, from the old quay").startsWith(u"Paragraph 1"));
        QVERIFY(text("Notes from the quay", "<a href=/>The Barge</a>").startsWith(u"Paragraph 1"));
        QVERIFY(text("港の夜に水が上がった", "水が上がった港の夜").startsWith(u"Paragraph 1"));
    }

    void metadata()
    {
        const html::PageArticle article = extracted(
            QStringLiteral(
                "<html lang=en-GB><head><title>The night the harbour rose - The Daily</title>"
                "<meta property=og:site_name content='The Daily'><meta property=og:image content=/lead.jpg>"
                "<meta name=description content='How it came, and who saw it.'>"
                "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"The "
                "Daily\"},{\"@type\":\"NewsArticle\","
                "\"headline\":\"The night the harbour rose\",\"datePublished\":\"2024-05-02T10:15:00+02:00\","
                "\"author\":[{\"@type\":\"Person\",\"name\":\"Jane Doe\"},{\"name\":\"Max "
                "Roe\"}],}]}</script></head><body><article dir=ltr>") +
            body() + QStringLiteral("</article>"));
        QCOMPARE(article.title, QStringLiteral("The night the harbour rose"));
        QCOMPARE(article.byline, QStringLiteral("Jane Doe, Max Roe"));
        QCOMPARE(article.siteName, QStringLiteral("The Daily"));
        QCOMPARE(article.language, QStringLiteral("en-GB"));
        QCOMPARE(article.direction, QStringLiteral("ltr"));
        QCOMPARE(article.dates.value(0), QStringLiteral("2024-05-02T10:15:00+02:00"));
        QCOMPARE(article.excerpt, QStringLiteral("How it came, and who saw it."));
        QCOMPARE(article.image, QUrl(QStringLiteral("https://www.daily.example/lead.jpg")));
    }

    void declaredBodyGuides()
    {
        // The text proper has short lines; the page has a long story of another kind beside it.
        QString told;
        QString shown;
        for (int i = 0; i < 14; ++i) {
            const QString line = QStringLiteral("Line %1 of a poem that has no commas").arg(i);
            told += line + QStringLiteral("\\n");
            shown += QStringLiteral("<p>%1</p>").arg(line);
        }
        const html::PageArticle article = extracted(
            QStringLiteral("<body><script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"A "
                           "poem\",\"articleBody\":\"%1\"}</script>"
                           "<div class=a>%2<p>WRONG line between</p></div><div class=b>%3</div>")
                .arg(told, shown, body(2)));
        QVERIFY(article.text.contains(QLatin1String("Line 13")));
        QVERIFY2(!article.text.contains(QLatin1String("Paragraph")), qPrintable(article.text));
    }

    void bodyInScriptAlone()
    {
        QString told;
        for (int i = 0; i < 12; ++i)
            told += QStringLiteral("Sentence %1 of a page that scripts fill, and nobody else.\\n\\n").arg(i);
        const html::PageArticle article = extracted(
            QStringLiteral(
                "<body><script "
                "type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"x\",\"articleBody\":\"%1\"}</"
                "script><div id=app></div>")
                .arg(told));
        QCOMPARE(article.html.toString().count(QLatin1String("<p>")), 12);
    }

    void bodyInStateOfScripts()
    {
        QString items;
        for (int i = 0; i < 8; ++i) {
            items += QStringLiteral(
                         "%1{\"type\":\"paragraph\",\"html\":\"<p>Sentence %2 of a page that scripts build, "
                         "and <b>nobody</b> else.</p>\"}")
                         .arg(i > 0 ? QStringLiteral(",") : QString())
                         .arg(i);
        }
        const html::PageArticle article = extracted(
            QStringLiteral(
                "<title>Scripts</title><body><div id=app></div><script id=state type=application/json>"
                "{\"props\":{\"labels\":[\"Sign in\",\"We could not find the page. Try again.\"],"
                "\"article\":{\"body\":[%1]}}}</script>")
                .arg(items));
        QCOMPARE(article.html.toString().count(QLatin1String("<p>Sentence")), 8);
        QVERIFY2(!article.text.contains(QLatin1String("Try again")), qPrintable(article.text));
        // A page that shows its text needs no state.
        const html::PageArticle shown = extracted(
            body() + QStringLiteral("<script type=application/json>{\"body\":[%1]}</script>").arg(items));
        QVERIFY(!shown.text.contains(QLatin1String("Sentence")));
    }

    void nextPage()
    {
        const auto next = [](const char *link) {
            return extracted(QString::fromUtf8(link) + body()).nextPage;
        };
        QCOMPARE(next("<link rel=next href='?page=2'>"),
                 QUrl(QStringLiteral("https://www.daily.example/2024/05/02/harbour.html?page=2")));
        QCOMPARE(next("<a rel=next href='harbour-2.html'>2</a>"),
                 QUrl(QStringLiteral("https://www.daily.example/2024/05/02/harbour-2.html")));
        QCOMPARE(next("<a rel=next href='other.html'>Next story</a>"), QUrl());
        QCOMPARE(next("<a rel=next href='https://evil.example/2024/05/02/harbour-2.html'>2</a>"), QUrl());
    }

    void guessesTheLanguage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *language, const char *text) {
            QTest::newRow(language) << QString::fromUtf8(text) << QString::fromLatin1(language);
        };
        row("en",
            "The boats that were in the harbour have been lost, and nobody was to blame for it, they said.");
        row("de", "Die Boote im Hafen sind nicht mehr da, und niemand ist schuld, sagte sich auch der Rat "
                  "von der Stadt.");
        row("fr", "Les bateaux qui sont dans le port ne sont pas perdus, et la ville est avec eux pour cette "
                  "nuit.");
        row("ja",
            "港の船はすべて失われ、町の人々は夜のうちに丘へ逃げた。誰も責められることはなかったという。");
        row("zh", "港口的船只全部沉没，居民在夜里逃到了山上。市政府表示没有人应该为此负责，并将公布报告。");
        row("ru", "Лодки в гавани были потеряны, и никто не виноват, сказали в городе этой ночью, когда вода "
                  "ушла.");
        row("ar", "فقدت القوارب في الميناء ولم يكن أحد مسؤولا عن ذلك كما قالت المدينة في تلك الليلة");
    }

    void guessesTheLanguage()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        const html::PageArticle article =
            extracted(QStringLiteral("<body><div><p>%1</p><p>%1</p></div>").arg(text));
        QCOMPARE(article.language, language);
        QVERIFY(article.text.contains(text));
    }

    void holdsNoArticle_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no text") << QStringLiteral("<html><body><img src=a.png></body></html>");
        QTest::newRow("navigation") << QStringLiteral(
            "<body><nav><ul><li><a href=/a>One</a><li><a href=/b>Two</a></ul></nav>");
    }

    void holdsNoArticle()
    {
        QFETCH(QString, page);
        QVERIFY(!html::extractArticle(page.toUtf8(), QUrl()));
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("deep") << QByteArray("<div>").repeated(100'000) + body().toUtf8();
        QTest::newRow("formatting") << QByteArray("<b>").repeated(100'000) + body().toUtf8();
        QTest::newRow("misnested") << QByteArray("<b>").repeated(20'000) +
                                          QByteArray("<div></b>").repeated(20'000);
        QTest::newRow("tables") << QByteArray("<table><tr><td>").repeated(20'000) + body().toUtf8();
        QTest::newRow("attributes") << "<div " + QByteArray("a=b ").repeated(1'000'000) + ">" +
                                           body().toUtf8();
        QTest::newRow("brackets") << QByteArray("<").repeated(1'000'000);
        QTest::newRow("end tags") << QByteArray("<b>").repeated(1'000) +
                                         QByteArray("</x>").repeated(1'000'000);
        QTest::newRow("20 MB") << body(100'000).toUtf8();
        QTest::newRow("links")
            << QByteArray("<p><a href=/x>word word word word</a> a, b.</p>").repeated(50'000);
        QTest::newRow("one line") << QByteArray("share tweet ").repeated(500'000);
        // Each line is looked for in what the page says is its text.
        QTest::newRow("told")
            << "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"" +
                   QByteArray("abcdefghij").repeated(190'000) + "\"}</script>" +
                   QByteArray("<p>abcdefghij abcdefghij abcdefghik").repeated(100'000);
        QTest::newRow("title")
            << "<title>" + QByteArray("some words ").repeated(300'000) + "</title>" +
                   QByteArray("<h2>other words in it</h2><p>a text of its own.").repeated(70'000);
        QTest::newRow("articles in a row")
            << "<title>A title</title>" +
                   QByteArray(
                       "<div class=a><h1>A title of it</h1><p>text, and more, that is long enough.</p></div>")
                       .repeated(60'000);
        QTest::newRow("cards") << QByteArray(
                                      "<div><a href=/1><img></a><a href=/1>A title of some words</a></div>")
                                      .repeated(90'000);
        QTest::newRow("lists of links")
            << "<h2>Sources</h2>" + QByteArray("<ul><li>").repeated(390) +
                   QByteArray("<li><a href=http://a.example/b>Some words of a title.</a>").repeated(100'000);
        QTest::newRow("json") << "<script type=application/ld+json>" + QByteArray("[").repeated(500'000) +
                                     "</script>" + body().toUtf8();
    }

    void hostile()
    {
        QFETCH(QByteArray, page);
        QElapsedTimer clock;
        clock.start();
        const auto article = html::extractArticle(page, QUrl(QString::fromUtf8(address)));
        QVERIFY2(clock.elapsed() < 20'000,
                 qPrintable(QString::number(clock.elapsed()))); // sanitizers are slow
        Q_UNUSED(article)
    }
};

BROADSHEET_TEST_MAIN(ExtractTest, QCoreApplication)
#include "extract.moc"
