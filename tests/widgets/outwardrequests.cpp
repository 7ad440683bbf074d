// SPDX-License-Identifier: GPL-3.0-or-later
// What a hostile article makes the program open or ask for, wherever it is shown or written to: on the page
// (which the newspaper shows as well), on paper, in a saved page or book, in a comment. A watch on the folder
// tells of every file that is opened in it, by whatever part of Qt; a server tells of every request.
#include "html/clean.h"
#include "html/entities.h"
#include "html/tokenizer.h"
#include "net/httpclient.h"
#include "services/imageservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/testserver.h"
#include "widgets/comments/commenttext.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/articlesaver.h"
#include "widgets/reader/pagemaker.h"
#include "widgets/reader/pageprinter.h"
#include "widgets/reader/selectioncopy.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <sys/inotify.h>
#include <unistd.h>

using namespace broadsheet;

namespace {

/** Tells of each file that is opened in a folder. */
class Watch
{
public:
    explicit Watch(const QString &folder) : m_handle(inotify_init1(IN_NONBLOCK))
    {
        inotify_add_watch(m_handle, QFile::encodeName(folder).constData(), IN_OPEN | IN_ACCESS);
    }
    ~Watch() { close(m_handle); }
    Q_DISABLE_COPY_MOVE(Watch)

    QByteArrayList opened() const
    {
        QByteArrayList names;
        alignas(inotify_event) char buffer[4096];
        for (ssize_t size; (size = read(m_handle, buffer, sizeof buffer)) > 0;) {
            for (ssize_t at = 0; at < size;) {
                const auto *event = reinterpret_cast<const inotify_event *>(buffer + at);
                names.append(event->len > 0 ? QByteArray(event->name) : QByteArray("."));
                at += ssize_t(sizeof *event) + event->len;
            }
        }
        return names;
    }

private:
    int m_handle;
};

bool stylesLoad(QByteArrayView sheet)
{
    const QByteArray lower = sheet.toByteArray().toLower();
    return lower.contains("url(") || lower.contains("@import");
}

/** An attribute makes a browser ask for something, or run something, when it opens the page. A link does not
 * before somebody clicks it, whatever its address says. */
bool attributeLoads(const QByteArray &element, const html::Attribute &attribute)
{
    static const QSet<QByteArray> harmless{"alt", "charset", "class", "colspan", "content", "dir",  "height",
                                           "id",  "lang",    "name",  "rowspan", "value",   "width"};
    const QByteArray name = attribute.name.toByteArray().toLower();
    const QByteArray value = html::withoutReferences(attribute.value).trimmed().toLower();
    if (name == "href")
        return element != "a";
    if (name == "src")
        return element != "img" || !value.startsWith("data:image/");
    if (name == "style")
        return stylesLoad(value);
    if (name == "http-equiv")
        return value != "content-security-policy";
    return !harmless.contains(name);
}

/** The first tag of a saved page that asks for something. The tags are looked at and not the letters, since
 * words and addresses may say what they like as long as they stay words. */
QByteArray loadOf(const QByteArray &page)
{
    static const QSet<QByteArray> loading{"script", "link",  "iframe", "frame",
                                          "object", "embed", "base",   "svg"};
    html::Tokenizer tokens(page);
    for (const auto *token = &tokens.next(); token->kind != html::Token::Kind::EndOfInput;
         token = &tokens.next()) {
        if (token->kind != html::Token::Kind::StartTag)
            continue;
        const QByteArray element = token->name.toByteArray().toLower();
        if (loading.contains(element))
            return element;
        for (const html::Attribute &attribute : token->attributes) {
            if (attributeLoads(element, attribute))
                return element + ' ' + attribute.name.toByteArray() + '=' + attribute.value.toByteArray();
        }
        if (element == "style" && stylesLoad(tokens.takeRawText(html::Tag::Style)))
            return element;
    }
    return {};
}

} // namespace

class OutwardRequestsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        fonts::loadFirst();
        fonts::loadRest();
        QImage secret(40, 40, QImage::Format_RGB32);
        secret.fill(Qt::red);
        QVERIFY(secret.save(m_secrets.filePath(QStringLiteral("secret.png"))));
        QFile style(m_secrets.filePath(QStringLiteral("secret.css")));
        QVERIFY(style.open(QIODevice::WriteOnly) && style.write("p { color: red }") > 0);
        // Names without a folder are looked for in the present one.
        QVERIFY(QDir::setCurrent(m_secrets.path()));
        m_server.route(QStringLiteral("*"), test::TestAnswer{});
    }
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_server.forget();
        m_settings.setImagePolicy(ImagePolicy::Always);
    }

    /** The watch itself sees what it is for. */
    void theWatchSees()
    {
        const Watch watch(m_secrets.path());
        QVERIFY(watch.opened().isEmpty());
        QImage image(QStringLiteral("secret.png"));
        QVERIFY(!image.isNull());
        QVERIFY(watch.opened().contains("secret.png"));
    }

    /** So does the look at saved pages. */
    void loadsAreSeen_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<bool>("loads");
        QTest::newRow("picture of the web") << QByteArray("<p><IMG alt=a SRC=//a.example/x.png>") << true;
        QTest::newRow("picture as data") << QByteArray("<img src=\"data:image/png;base64,AA==\"/>") << false;
        QTest::newRow("text as data") << QByteArray("<img src='data:text/html,x'>") << true;
        QTest::newRow("sheet") << QByteArray("<style>p { color: red } @import 'x.css';</style>") << true;
        QTest::newRow("style") << QByteArray("<p style='background: url&#40;x.png)'>") << true;
        QTest::newRow("sets of pictures") << QByteArray("<img srcset='x.png 2x'>") << true;
        QTest::newRow("script") << QByteArray("<p onclick='x()'>") << true;
        QTest::newRow("refresh") << QByteArray("<meta http-equiv=refresh content='0;url=x'>") << true;
        QTest::newRow("link with such words")
            << QByteArray("<a href=\"data:,&lt;img src='x'&gt;\">url(x)</a>") << false;
    }
    void loadsAreSeen()
    {
        QFETCH(QByteArray, page);
        QTEST(!loadOf(page).isEmpty(), "loads");
    }

    void hostileMarkup_data()
    {
        QTest::addColumn<QByteArray>("markup");
        const QByteArray path = QFile::encodeName(m_secrets.filePath(QStringLiteral("secret.png")));
        const QByteArray style = QFile::encodeName(m_secrets.filePath(QStringLiteral("secret.css")));
        const QByteArray web = m_server.url(QStringLiteral("/asked")).toEncoded();
        for (const QByteArray &address :
             {path, "file://" + path, "FILE://" + path, QByteArray("secret.png"),
              QByteArray("qrc:/fonts/Inter-Bold.ttf"), QByteArray(":/fonts/Inter-Bold.ttf"),
              "data:text/html,<img src=" + path + ">", QByteArray("ftp://127.0.0.1/x.png")}) {
            QTest::addRow("%s", address.left(20).constData())
                << "<p>x<img src='" + address + "' alt=a><img source='" + address +
                       "'></p><figure><img src='" + address + "'></figure><video poster='" + address +
                       "' src='https://a.example/x.mp4'></video><table background='" + address +
                       "'><tr><td>a<td>b<tr><td>c<td>d</table><p style=\"background-image:url('" + address +
                       "')\">x</p><style>p{background:url(" + address + ")}</style>";
        }
        QTest::newRow("sheet") << "<link rel=stylesheet type='text/css' href='" + style + "'><p>x";
        QTest::newRow("import") << "<style>@import url(" + style + "); @import 'secret.css';</style><p>x";
        QTest::newRow("drawing in the text")
            << "<svg><image href='" + path + "' xlink:href='" + path + "'/></svg><p>x";
        const QByteArray drawing =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
            "width='40' height='40'><image width='40' height='40' xlink:href='" +
            path + "'/></svg>";
        QTest::newRow("drawing as data")
            << "<p><img src='data:image/svg+xml;base64," + drawing.toBase64() + "' alt=a>";
        QTest::newRow("frames of the web")
            << "<iframe src='" + web + "'></iframe><object data='" + web + "'></object><embed src='" + web +
                   "'><link rel=stylesheet href='" + web + "'><script src='" + web +
                   "'></script><audio src='" + web + "'></audio><video src='" + web +
                   "'></video><p style='background:url(" + web + ")'>x";
        QTest::newRow("prefetch") << "<link rel=prefetch href='" + web +
                                         "'><meta http-equiv=refresh content='0;url=" + web +
                                         "'><p>x<a href='" + web + "' ping='" + web + "'>y</a>";
    }
    void hostileMarkup()
    {
        QFETCH(QByteArray, markup);
        Article article;
        article.headline.title = QStringLiteral("A headline");
        article.headline.url = QUrl(QStringLiteral("https://site.example/post"));
        article.content = html::clean(markup, {article.headline.url});
        const Watch watch(m_secrets.path());
        showEverywhere(article, PreparedPage::read(article)->content());
        QCOMPARE(watch.opened(), QByteArrayList());
        QCOMPARE(m_server.requests().size(), 0);
    }

    /** Were something to get past the cleaner, it would still get no further. */
    void hostilePages_data()
    {
        QTest::addColumn<QString>("address");
        const QString path = m_secrets.filePath(QStringLiteral("secret.png"));
        QTest::newRow("path") << path;
        QTest::newRow("name") << QStringLiteral("secret.png");
        QTest::newRow("file") << QUrl::fromLocalFile(path).toString();
        QTest::newRow("capitals") << QStringLiteral("FILE://") + path;
        QTest::newRow("resource") << QStringLiteral("qrc:/fonts/Inter-Bold.ttf");
        QTest::newRow("share") << QStringLiteral("//127.0.0.1/share/x.png");
        QTest::newRow("text as data") << QStringLiteral("data:text/html,<img src='%1'>").arg(path);
        QTest::newRow("ftp") << QStringLiteral("ftp://127.0.0.1:%1/x.png").arg(m_server.port());
    }
    void hostilePages()
    {
        QFETCH(QString, address);
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        content->header.leadImage = QUrl(address);
        render::Image image;
        image.src = address;
        image.link = address;
        content->page.images = {image};
        render::Embed film;
        film.url = address;
        film.poster = address;
        content->page.embeds = {film};
        render::Block figure;
        figure.kind = render::Block::Kind::Figure;
        figure.image = 0;
        render::Block embed;
        embed.kind = render::Block::Kind::Embed;
        embed.embed = 0;
        render::Run inLine;
        inLine.text = QChar(QChar::ObjectReplacementCharacter);
        inLine.image = 0;
        inLine.link = address;
        render::Block paragraph;
        paragraph.runs = {inLine};
        content->page.blocks = {figure, paragraph, embed};
        Article article;
        article.headline.title = QStringLiteral("A headline");
        article.headline.image = QUrl(address);
        const Watch watch(m_secrets.path());
        showEverywhere(article, content);
        QCOMPARE(watch.opened(), QByteArrayList());
        QCOMPARE(m_server.requests().size(), 0);
    }

    void picturesOfTheWebAreAskedForBare()
    {
        Article article;
        article.headline.title = QStringLiteral("A headline");
        article.content =
            html::clean("<p>x</p><img src='" + m_server.url(QStringLiteral("/a.png")).toEncoded() + "'>",
                        {QUrl(QStringLiteral("https://site.example/post"))});
        const auto content = PreparedPage::read(article)->content();
        m_settings.setImagePolicy(ImagePolicy::Never);
        showEverywhere(article, content);
        QCOMPARE(m_server.requests().size(), 0);
        m_settings.setImagePolicy(ImagePolicy::Ask);
        showEverywhere(article, content);
        QCOMPARE(m_server.requests().size(), 0);
        m_settings.setImagePolicy(ImagePolicy::Always);
        ReaderView view(m_images, m_appearance);
        view.resize(790, 600);
        view.setContent(content);
        view.grab();
        QTRY_VERIFY(!m_server.requests().isEmpty());
        for (const test::TestRequest &request : m_server.requests()) {
            QCOMPARE(request.target, QByteArray("/a.png"));
            QVERIFY(!request.has("Referer"));
            QVERIFY(!request.has("Cookie"));
        }
    }

private:
    /** Each place that an article's words and pictures get to. */
    void showEverywhere(const Article &article, const std::shared_ptr<const PageContent> &content)
    {
        ReaderView view(m_images, m_appearance);
        view.resize(790, 600);
        view.setContent(content);
        view.grab();
        view.selectAll();
        const std::unique_ptr<QMimeData> copy(selectioncopy::mimeData(view.textCursor()));
        QVERIFY(!copy->html().contains(QStringLiteral("<img"), Qt::CaseInsensitive));
        const QByteArray pdf = PagePrinter(*content, {}).pdf();
        QVERIFY(!pdf.isEmpty());
        QVERIFY(!pdf.contains("broadsheet:")); // the window's own links lead nowhere from paper
        for (const auto format : {ArticleSaver::Format::Html, ArticleSaver::Format::Epub})
            save({article, content}, format);

        Comment comment;
        comment.html = article.content;
        CommentText text(comment, {}, Theme::light());
        QImage canvas(400, 300, QImage::Format_RGB32);
        QPainter painter(&canvas);
        text.setWidth(380);
        text.paint(painter, {});
        painter.end();
        settle();
    }

    void save(const ArticleSaver::Item &item, ArticleSaver::Format format)
    {
        const QString path = m_folder.filePath(QStringLiteral("saved") + ArticleSaver::ending(format));
        bool done = false;
        m_saver.save({item}, format, QStringLiteral("A book"), path,
                     [&done](const Result<void> &) { done = true; });
        QTRY_VERIFY(done);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (format != ArticleSaver::Format::Html)
            return; // packed; its pages are made by the same hand
        QCOMPARE(loadOf(bytes), QByteArray());
    }

    /** What was asked for on the pool or over the net has come to its end. */
    void settle()
    {
        m_workers.run([] { return 0; }).waitForFinished();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    QTemporaryDir m_secrets;
    QTemporaryDir m_folder;
    Settings m_settings{m_folder.path()};
    test::TestServer m_server;
    Appearance m_appearance{m_settings};
    Workers m_workers;
    net::HttpClient m_http;
    ImageService m_service{m_http, m_workers, m_folder.filePath(QStringLiteral("images"))};
    ImageLoader m_images{m_service, m_workers, m_settings};
    ArticleSaver m_saver{m_images, m_workers};
};

BROADSHEET_TEST_MAIN(OutwardRequestsTest, QApplication)
#include "outwardrequests.moc"
