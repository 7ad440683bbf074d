// SPDX-License-Identifier: GPL-3.0-or-later
// What the reading pane does with an article besides showing it: copying, saving, printing, its pictures' policy.
#include "widgets/reader/readingpane_p.h"

#include "base/answer.h"
#include "base/url.h"
#include "render/markdown.h"
#include "render/plaintext.h"
#include "services/followservice.h"
#include "services/libraryservice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/filedialogs.h"
#include "widgets/common/strip.h"
#include "widgets/reader/articlefoot.h"
#include "widgets/reader/articlesaver.h"
#include "widgets/reader/imagedecoder.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/linkpolicy.h"
#include "widgets/reader/pageprinter.h"
#include "widgets/reader/pictureview.h"
#include "widgets/reader/selectioncopy.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

using Format = ArticleSaver::Format;

/** The pictures of a page that wait for the reader's word. */
QList<QUrl> waitingPictures(const PageContent &content, const ImageLoader &images)
{
    QList<QUrl> waiting;
    const auto look = [&](const QUrl &url) {
        if (images.isHeldBack(url, content.imagePolicy) && !images.isRefused(url, content.imagePolicy) &&
            !waiting.contains(url))
            waiting.append(url);
    };
    look(content.header.leadImage);
    for (const render::Image &image : content.page.images)
        look(QUrl(image.src));
    for (const render::Embed &embed : content.page.embeds)
        look(QUrl(embed.poster));
    return waiting;
}

/** "a.example, b.example and 3 more". */
QString hostsOf(const QList<QUrl> &urls)
{
    QStringList hosts;
    for (const QUrl &url : urls) {
        if (!hosts.contains(url.host()))
            hosts.append(url.host());
    }
    constexpr qsizetype shown = 3;
    if (hosts.size() <= shown)
        return hosts.join(QStringLiteral(", "));
    const int more = int(hosts.size() - shown);
    //: Names of sites: "a.example, b.example and 4 more".
    return ReadingPane::tr("%1 and %n more", nullptr, more).arg(hosts.first(shown).join(QStringLiteral(", ")));
}

QString filterOf(Format format)
{
    switch (format) {
    case Format::Html:
        return ReadingPane::tr("Web pages (*.html)");
    case Format::Markdown:
        return ReadingPane::tr("Markdown (*.md)");
    case Format::Text:
        return ReadingPane::tr("Text (*.txt)");
    case Format::Pdf:
        return ReadingPane::tr("PDF (*.pdf)");
    case Format::Epub:
        break;
    }
    return ReadingPane::tr("Books (*.epub)");
}

} // namespace

void ReadingPane::Private::offerPictures()
{
    const auto content = m_view->sharedContent();
    const QList<QUrl> waiting = content ? waitingPictures(*content, m_services.images) : QList<QUrl>();
    if (waiting.isEmpty()) {
        m_pictureStrip->dismiss();
        return;
    }
    QList<Strip::Action> actions{{ReadingPane::tr("Show pictures"), [this, waiting] {
                                      for (const QUrl &url : waiting)
                                          m_services.images.allow(url);
                                  }}};
    if (m_article && m_article->headline.feed.isValid()) {
        //: A button: the pictures of this feed are loaded from now on.
        actions.append({ReadingPane::tr("Always for this feed"), [this] { setFeedPictures(ImagePolicy::Always); }});
    }
    m_pictureStrip->say(ReadingPane::tr("%n pictures of this article are not loaded. They come from %1.", nullptr,
                                        int(waiting.size()))
                            .arg(hostsOf(waiting)),
                        actions);
}

void ReadingPane::Private::setFeedPictures(std::optional<ImagePolicy> policy)
{
    if (!m_article)
        return;
    SubscriptionEdit edit;
    edit.imagePolicy = policy;
    const ArticleId id = m_current;
    whenAnswered(m_services.library.editSubscription(m_article->headline.feed, edit), this,
                 [this, id, policy](const Result<void> &done) {
                     if (!done) {
                         m_strip->warn(errorText(done.error()), {}, 8s);
                     } else if (id == m_current && m_article) {
                         m_article->imagePolicy = policy;
                         m_view->setImagePolicy(policy);
                         offerPictures();
                     }
                 });
}

void ReadingPane::Private::fillMenu(QMenu &menu)
{
    if (!m_article)
        return;
    menu.addAction(ReadingPane::tr("Copy as &text"), this, &Private::copyAsText);
    menu.addAction(ReadingPane::tr("Copy as &Markdown"), this, &Private::copyAsMarkdown);
    QAction *quote = menu.addAction(ReadingPane::tr("Copy as &quotation with link"), this, &Private::copyQuotation);
    quote->setEnabled(m_view->textCursor().hasSelection());
    menu.addSeparator();
    QMenu *save = menu.addMenu(ReadingPane::tr("&Save as"));
    const std::pair<QString, Format> formats[] = {{ReadingPane::tr("&Web page…"), Format::Html},
                                                  {ReadingPane::tr("&PDF…"), Format::Pdf},
                                                  {ReadingPane::tr("&Book (EPUB)…"), Format::Epub},
                                                  {ReadingPane::tr("&Markdown…"), Format::Markdown},
                                                  {ReadingPane::tr("&Text…"), Format::Text}};
    for (const auto &[text, format] : formats)
        save->addAction(text, this, [this, wanted = format] { saveAs(wanted); });
    menu.addAction(ReadingPane::tr("&Print…"), this, &Private::print)->setShortcut(QKeySequence::Print);
    if (m_article->revisions > 0)
        menu.addAction(ReadingPane::tr("What &changed"), this, &Private::showEdits);
    if (m_article->headline.feed.isValid()) {
        menu.addSeparator();
        addTextChoices(menu);
        addPictureChoices(*menu.addMenu(ReadingPane::tr("P&ictures of this feed")));
    }
}

void ReadingPane::Private::addPictureChoices(QMenu &menu)
{
    const std::pair<QString, std::optional<ImagePolicy>> choices[] = {
        {ReadingPane::tr("As for &all feeds"), {}},
        {ReadingPane::tr("&Show"), ImagePolicy::Always},
        {ReadingPane::tr("Show, but not over a &metered connection"), ImagePolicy::Unmetered},
        {ReadingPane::tr("&Only when I ask"), ImagePolicy::Ask},
        {ReadingPane::tr("&Never load"), ImagePolicy::Never}};
    auto *group = new QActionGroup(&menu);
    for (const auto &[text, policy] : choices) {
        QAction *action = menu.addAction(text, this, [this, wanted = policy] { setFeedPictures(wanted); });
        action->setCheckable(true);
        action->setChecked(m_article->imagePolicy == policy);
        group->addAction(action);
    }
}

void ReadingPane::Private::fillContextMenu(QMenu &menu, const QUrl &link, const QUrl &picture)
{
    if (m_view->textCursor().hasSelection()) {
        menu.addAction(ReadingPane::tr("Copy as &Markdown"), this, &Private::copyAsMarkdown);
        menu.addAction(ReadingPane::tr("Copy as &quotation with link"), this, &Private::copyQuotation);
    }
    if (linkpolicy::judge(link) == linkpolicy::Verdict::Outside) {
        menu.addSeparator();
        menu.addAction(ReadingPane::tr("&Open link in the browser"), this, [this, link] { activate(link); });
        menu.addAction(ReadingPane::tr("Copy &link"), this, [link] {
            QGuiApplication::clipboard()->setText(link.toString(QUrl::FullyEncoded));
        });
    }
    if (isWebUrl(picture)) {
        menu.addSeparator();
        menu.addAction(ReadingPane::tr("&View picture"), this, [this, picture] { showPicture(picture); });
        menu.addAction(ReadingPane::tr("&Save picture…"), this, [this, picture] { savePicture(picture); });
        menu.addAction(ReadingPane::tr("Copy picture's &address"), this, [picture] {
            QGuiApplication::clipboard()->setText(picture.toString(QUrl::FullyEncoded));
        });
    }
}

void ReadingPane::Private::askForAccounts()
{
    if (!m_services.follow || !isWebUrl(m_article->siteUrl))
        return;
    const ArticleId id = m_current;
    whenAnswered(m_services.follow->known(m_article->siteUrl), this,
                 [this, id](const Result<QList<SiteAccount>> &known) {
                     if (id != m_current)
                         return;
                     if (known)
                         m_foot->setAccounts(*known);
                     else if (known.error().code == ErrorCode::NotFound)
                         m_foot->offerLookUp();
                 });
}

void ReadingPane::Private::lookUpAccounts()
{
    if (!m_article)
        return;
    const ArticleId id = m_current;
    const QString publisher = m_article->headline.feedTitle;
    whenAnswered(m_services.follow->lookUp(m_article->siteUrl), this,
                 [this, id, publisher](const Result<QList<SiteAccount>> &found) {
                     if (id != m_current)
                         return;
                     m_foot->setAccounts(found ? *found : QList<SiteAccount>());
                     if (!found)
                         m_strip->warn(errorText(found.error()), {}, 8s);
                     else if (found->isEmpty())
                         m_strip->say(ReadingPane::tr("The home page of %1 names no other places.").arg(publisher), {}, 5s);
                 });
}

void ReadingPane::Private::follow(const SiteAccount &account)
{
    const CategoryId category = m_article ? m_article->headline.category : CategoryId();
    whenAnswered(m_services.follow->subscribe(account, category), this, [this](const Result<Subscription> &made) {
        if (made)
            m_strip->say(ReadingPane::tr("Subscribed to %1.").arg(made->title()), {}, 5s);
        else
            m_strip->warn(errorText(made.error()), {}, 8s);
    });
}

QString ReadingPane::Private::wordsOfPicture(const QUrl &url) const
{
    if (!m_view->content())
        return {};
    for (const render::Image &image : m_view->content()->page.images) {
        if (QUrl(image.src) == url)
            return image.alt.isEmpty() ? image.title : image.alt;
    }
    return {};
}

void ReadingPane::Private::showPicture(const QUrl &url)
{
    auto *picture = new PictureView(m_services.images, url, wordsOfPicture(url), m_pane.window());
    picture->setPolicy(m_article ? m_article->imagePolicy : std::nullopt);
    connect(picture, &PictureView::saveWanted, this, &Private::savePicture);
    picture->open();
}

void ReadingPane::Private::savePicture(const QUrl &url)
{
    const auto policy = m_article ? m_article->imagePolicy : std::nullopt;
    whenAnswered(m_services.images.bytes(url, policy), this, [this, url](const Result<QByteArray> &bytes) {
        if (!bytes) {
            m_strip->warn(errorText(bytes.error()), {}, 8s);
            return;
        }
        QString name = url.scheme() == u"data" ? QString() : url.fileName();
        if (name.isEmpty())
            name = ReadingPane::tr("picture") + u'.' + QString::fromLatin1(imagedecoder::formatOf(*bytes));
        m_services.dialogs.saveFile(&m_pane, ReadingPane::tr("Save the picture"), name, {},
                                    [this, data = *bytes](const QString &path) {
                                        whenAnswered(m_saver->store(data, path), this, [this, path](const Result<void> &done) {
                                            if (done)
                                                m_strip->say(ReadingPane::tr("Saved as %1.").arg(path), {}, 5s);
                                            else
                                                m_strip->warn(errorText(done.error()), {}, 8s);
                                        });
                                    });
    });
}

void ReadingPane::Private::copied(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_strip->say(ReadingPane::tr("Copied."), {}, 3s);
}

void ReadingPane::Private::copyAsText()
{
    const QTextCursor selection = m_view->textCursor();
    if (selection.hasSelection())
        copied(selectioncopy::plainText(selection));
    else if (m_article && m_view->content())
        copied(m_article->headline.title + QStringLiteral("\n\n") + render::toPlainText(m_view->content()->page));
}

void ReadingPane::Private::copyAsMarkdown()
{
    const QTextCursor selection = m_view->textCursor();
    if (selection.hasSelection())
        copied(selectioncopy::markdown(selection));
    else if (m_article && m_view->content())
        copied(render::toMarkdown(*m_article, m_view->content()->page));
}

void ReadingPane::Private::copyQuotation()
{
    const QTextCursor selection = m_view->textCursor();
    if (!m_article || !selection.hasSelection())
        return;
    const QUrl url = isWebUrl(m_article->headline.url) ? withoutTracking(m_article->headline.url) : QUrl();
    copied(selectioncopy::quotation(selection, m_article->headline.title, url));
}

void ReadingPane::Private::saveAs(Format format)
{
    if (!m_article || !m_view->content())
        return;
    const ArticleSaver::Item item{*m_article, m_view->sharedContent()};
    m_services.dialogs.saveFile(
        &m_pane, ReadingPane::tr("Save the article"), ArticleSaver::fileName(m_article->headline.title, format),
        filterOf(format), [this, item, format](const QString &chosen) {
            const QString path = chosen.endsWith(ArticleSaver::ending(format), Qt::CaseInsensitive)
                                     ? chosen
                                     : chosen + ArticleSaver::ending(format);
            m_saver->save({item}, format, item.article.headline.title, path, [this, path](const Result<void> &done) {
                if (done)
                    m_strip->say(ReadingPane::tr("Saved as %1.").arg(path), {}, 5s);
                else
                    m_strip->warn(errorText(done.error()), {}, 8s);
            });
        });
}

void ReadingPane::Private::print()
{
    const auto content = m_view->sharedContent();
    if (!content)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(content->header.headline);
    printer->setCreator(QStringLiteral("Broadsheet"));
    auto *dialog = new QPrintDialog(printer.get(), &m_pane);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer, content] {
        m_saver->pictures(content, [this, printer, content](const QHash<QUrl, QImage> &pictures) {
            if (!PagePrinter(*content, pictures).print(*printer))
                m_strip->warn(ReadingPane::tr("The printer does not answer."), {}, 8s);
        });
    });
    // The printer outlives the dialog, which holds no more than a pointer to it.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

} // namespace broadsheet
