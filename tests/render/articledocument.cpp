// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/articledocument.h"

#include "html/clean.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;

namespace {

Article article(const char *body)
{
    Article made;
    made.headline.title = QStringLiteral("Ships & <b>tides</b> {{byline}}");
    made.headline.feedTitle = QStringLiteral("The Meridian");
    made.headline.sortTime = QDateTime({2026, 3, 12}, {9, 41}, Qt::UTC);
    made.content = html::clean(body, {QUrl(QStringLiteral("https://site.example/"))});
    return made;
}

} // namespace

class ArticleDocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void valuesAreTextAndBodiesMarkup()
    {
        const QByteArray page = render::articleDocument(article("<p>a <em>b</em> {{title}}</p>"));
        QVERIFY(page.contains("<h1>Ships &amp; &lt;b&gt;tides&lt;/b&gt; {{byline}}</h1>"));
        QVERIFY(page.contains("<p>a <em>b</em> {{title}}</p>"));
        QVERIFY(page.contains("The Meridian · 2026-03-12 09:41"));
        QVERIFY(page.contains("Content-Security-Policy"));
    }

    void savedPicturesLieInside()
    {
        Article made = article("<p>a</p><p>b</p><p><img src='https://a.example/in.png' alt='In'></p>"
                               "<p><img src='https://a.example/out.png' alt='Not here'></p>");
        made.headline.image = QUrl(QStringLiteral("https://a.example/the-lead-picture.png"));
        const render::SavedPictures pictures{
            {QStringLiteral("https://a.example/in.png"), {"12345", "image/png"}},
            {QStringLiteral("https://a.example/the-lead-picture.png"), {"lead", "image/png"}}};
        const QByteArray saved = render::savedDocument(made, render::page(made.content), pictures);
        QVERIFY(saved.contains("<img src=\"data:image/png;base64," + QByteArray("12345").toBase64() +
                               "\" alt=\"In\""));
        QVERIFY(saved.contains(QByteArray("lead").toBase64()));
        QVERIFY(saved.contains("<span class=\"missing\">Not here</span>"));
        // Whoever opens the file contacts nobody.
        QVERIFY(!saved.contains("src=\"http"));
    }
};

BROADSHEET_TEST_MAIN(ArticleDocumentTest, QCoreApplication)
#include "articledocument.moc"
