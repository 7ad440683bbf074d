// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/articlesaver.h"

#include "html/clean.h"
#include "net/httpclient.h"
#include "services/imageservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/testserver.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/pageprinter.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace broadsheet;
using Format = ArticleSaver::Format;

class ArticleSaverTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        fonts::loadFirst();
        fonts::loadRest();
        QImage image(640, 360, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QBuffer buffer(&m_png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        test::TestAnswer answer;
        answer.headers = {{"Content-Type", "image/png"}};
        answer.body = m_png;
        m_server.route(QStringLiteral("/harbour.png"), answer);
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void pagesHoldTheirPictures()
    {
        const QByteArray saved = save(Format::Html);
        QVERIFY(saved.contains("data:image/png;base64," + m_png.toBase64()));
        QVERIFY(saved.contains("Not to be had"));
        QVERIFY(!saved.contains("src=\"http"));
    }

    void picturesThatAreNotWantedStayAway()
    {
        m_settings.setImagePolicy(ImagePolicy::Never);
        const qsizetype before = m_server.requests().size();
        const QByteArray saved = save(Format::Html);
        m_settings.setImagePolicy(ImagePolicy::Always);
        QCOMPARE(m_server.requests().size(), before);
        QVERIFY(saved.contains("The harbour"));
        QVERIFY(!saved.contains("data:image"));
    }

    void booksAndTextsAreWritten()
    {
        QVERIFY(save(Format::Epub).startsWith("PK\x03\x04"));
        QVERIFY(save(Format::Markdown).startsWith("# The harbour"));
        QVERIFY(save(Format::Text).contains("Paragraph 3"));
    }

    void headingsNeverEndAPage()
    {
        const QByteArray pdf = save(Format::Pdf);
        QVERIFY(pdf.startsWith("%PDF-"));
        const qsizetype pages = pagesOf(pdf);
        QVERIFY2(pages >= 2 && pages < 20, qPrintable(QString::number(pages)));
    }

    void filmsThatAreNotLoadedTellTheirTitleOnce()
    {
        const auto pagesWith = [](const QByteArray &markup) {
            PageContent content;
            content.page = render::page(
                html::clean(markup.repeated(60), {QUrl(QStringLiteral("https://site.example/"))}));
            return pagesOf(PagePrinter(content, {}).pdf());
        };
        const qsizetype films = pagesWith("<video src='/a.mp4' poster='/a.jpg' title='The harbour'></video>");
        QVERIFY(films < pagesWith("<figure><img src='/a.jpg' alt='The harbour'>"
                                  "<figcaption>The harbour</figcaption></figure>"));
    }

    void unwritablePlacesAreTold()
    {
        Result<void> answer;
        bool done = false;
        m_saver.save({item()}, Format::Text, {}, QStringLiteral("/nowhere/at/all.txt"),
                     [&](const Result<void> &result) {
                         answer = result;
                         done = true;
                     });
        QTRY_VERIFY(done);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::FileUnwritable);
    }

    void namesOfFilesAreFit()
    {
        QCOMPARE(ArticleSaver::fileName(QStringLiteral("A/B: \"c\" <d>?"), Format::Pdf),
                 QStringLiteral("A B c d.pdf"));
        QCOMPARE(ArticleSaver::fileName(QStringLiteral("..."), Format::Html), QStringLiteral("article.html"));
        QVERIFY(ArticleSaver::fileName(QString(500, u'x'), Format::Text).size() < 100);
    }

private:
    static qsizetype pagesOf(const QByteArray &pdf)
    {
        static const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b"));
        qsizetype pages = 0;
        for (auto it = page.globalMatch(QString::fromLatin1(pdf)); it.hasNext(); it.next())
            ++pages;
        return pages;
    }
    ArticleSaver::Item item() const
    {
        QByteArray body = "<p>First.</p><p>Second.</p><figure><img src='" +
                          m_server.url(QStringLiteral("/harbour.png")).toEncoded() +
                          "' alt='The harbour'></figure><p><img src='" +
                          m_server.url(QStringLiteral("/gone.png")).toEncoded() +
                          "' alt='Not to be had'></p>";
        for (int i = 0; i < 30; ++i)
            body += "<h2>Heading " + QByteArray::number(i) + "</h2><p>Paragraph " + QByteArray::number(i) +
                    QByteArray(" of words that fill a line and go on to another one.").repeated(4) + "</p>";
        ArticleSaver::Item made;
        made.article.headline.title = QStringLiteral("The harbour");
        made.article.headline.feedTitle = QStringLiteral("The Meridian");
        made.article.content = html::clean(body, {QUrl(QStringLiteral("https://site.example/"))});
        auto content = std::make_shared<PageContent>();
        content->page = render::page(made.article.content);
        content->header.headline = made.article.headline.title;
        made.content = content;
        return made;
    }
    QByteArray save(Format format)
    {
        const QString path = m_folder.filePath(QStringLiteral("saved") + ArticleSaver::ending(format));
        bool done = false;
        m_saver.save({item()}, format, QStringLiteral("The harbour"), path,
                     [&done](const Result<void> &answer) { done = answer.has_value(); });
        if (!QTest::qWaitFor([&done] { return done; }, 10'000))
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray m_png;
    QTemporaryDir m_folder;
    Settings m_settings{m_folder.path()};
    test::TestServer m_server;
    Workers m_workers;
    net::HttpClient m_http;
    ImageService m_service{m_http, m_workers, m_folder.filePath(QStringLiteral("images"))};
    ImageLoader m_images{m_service, m_workers, m_settings};
    ArticleSaver m_saver{m_images, m_workers};
};

BROADSHEET_TEST_MAIN(ArticleSaverTest, QApplication)
#include "articlesaver.moc"
