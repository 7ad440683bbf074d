// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/articleoutput.h"

#include "base/url.h"
#include "render/markdown.h"
#include "render/plaintext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/filedialogs.h"
#include "widgets/common/strip.h"
#include "widgets/reader/currentarticle.h"
#include "widgets/reader/linkpolicy.h"
#include "widgets/reader/pageprinter.h"
#include "widgets/reader/readingpane.h"
#include "widgets/reader/selectioncopy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

using Format = ArticleSaver::Format;

QString filterOf(Format format)
{
    switch (format) {
    case Format::Html:
        return ArticleOutput::tr("Web pages (*.html)");
    case Format::Markdown:
        return ArticleOutput::tr("Markdown (*.md)");
    case Format::Text:
        return ArticleOutput::tr("Text (*.txt)");
    case Format::Pdf:
        return ArticleOutput::tr("PDF (*.pdf)");
    case Format::Epub:
        break;
    }
    return ArticleOutput::tr("Books (*.epub)");
}

} // namespace

ArticleOutput::ArticleOutput(const ReadingParts &parts, ArticleSaver &saver, QObject *parent)
    : QObject(parent), m_parts(parts), m_saver(saver)
{
}

void ArticleOutput::copied(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_parts.strip.say(tr("Copied."), {}, 3s);
}

void ArticleOutput::copyLink()
{
    const Article *article = m_parts.current.article();
    if (!article || !isWebUrl(article->headline.url))
        return;
    QGuiApplication::clipboard()->setText(
        withoutTracking(article->headline.url).toString(QUrl::FullyEncoded));
    m_parts.strip.say(tr("Link copied."), {}, 3s);
}

void ArticleOutput::copyAsText()
{
    const Article *article = m_parts.current.article();
    const QTextCursor selection = m_parts.view.textCursor();
    if (selection.hasSelection())
        copied(selectioncopy::plainText(selection));
    else if (article && m_parts.view.content())
        copied(article->headline.title + QStringLiteral("\n\n") +
               render::toPlainText(m_parts.view.content()->page));
}

void ArticleOutput::copyAsMarkdown()
{
    const Article *article = m_parts.current.article();
    const QTextCursor selection = m_parts.view.textCursor();
    if (selection.hasSelection())
        copied(selectioncopy::markdown(selection));
    else if (article && m_parts.view.content())
        copied(render::toMarkdown(*article, m_parts.view.content()->page));
}

void ArticleOutput::copyQuotation()
{
    const Article *article = m_parts.current.article();
    const QTextCursor selection = m_parts.view.textCursor();
    if (!article || !selection.hasSelection())
        return;
    const QUrl url = isWebUrl(article->headline.url) ? withoutTracking(article->headline.url) : QUrl();
    copied(selectioncopy::quotation(selection, article->headline.title, url));
}

void ArticleOutput::addTo(QMenu &menu)
{
    menu.addAction(tr("Copy as &text"), this, &ArticleOutput::copyAsText);
    menu.addAction(tr("Copy as &Markdown"), this, &ArticleOutput::copyAsMarkdown);
    QAction *quote = menu.addAction(tr("Copy as &quotation with link"), this, &ArticleOutput::copyQuotation);
    quote->setEnabled(m_parts.view.textCursor().hasSelection());
    menu.addSeparator();
    QMenu *save = menu.addMenu(tr("&Save as"));
    const std::pair<QString, Format> formats[] = {{tr("&Web page…"), Format::Html},
                                                  {tr("&PDF…"), Format::Pdf},
                                                  {tr("&Book (EPUB)…"), Format::Epub},
                                                  {tr("&Markdown…"), Format::Markdown},
                                                  {tr("&Text…"), Format::Text}};
    for (const auto &[text, format] : formats)
        save->addAction(text, this, [this, wanted = format] { saveAs(wanted); });
    menu.addAction(tr("&Print…"), this, &ArticleOutput::print)->setShortcut(QKeySequence::Print);
}

void ArticleOutput::addTo(QMenu &menu, const QUrl &link)
{
    if (m_parts.view.textCursor().hasSelection()) {
        menu.addAction(tr("Copy as &Markdown"), this, &ArticleOutput::copyAsMarkdown);
        menu.addAction(tr("Copy as &quotation with link"), this, &ArticleOutput::copyQuotation);
    }
    if (linkpolicy::judge(link) != linkpolicy::Verdict::Outside)
        return;
    menu.addSeparator();
    menu.addAction(tr("&Open link in the browser"), this, [this, link] { Q_EMIT openWanted(link); });
    menu.addAction(tr("Copy &link"), this,
                   [link] { QGuiApplication::clipboard()->setText(link.toString(QUrl::FullyEncoded)); });
}

void ArticleOutput::saveAs(Format format)
{
    const Article *article = m_parts.current.article();
    if (!article || !m_parts.view.content())
        return;
    const ArticleSaver::Item item{*article, m_parts.view.sharedContent()};
    const QString title = article->headline.title;
    m_parts.services.dialogs.saveFile(
        &m_parts.pane, tr("Save the article"), ArticleSaver::fileName(title, format), filterOf(format),
        [this, item, format, title](const QString &chosen) {
            const QString ending = ArticleSaver::ending(format);
            const QString path = chosen.endsWith(ending, Qt::CaseInsensitive) ? chosen : chosen + ending;
            m_saver.save({item}, format, title, path,
                         [this, path](const Result<void> &done) { saved(path, done); });
        });
}

void ArticleOutput::saved(const QString &path, const Result<void> &done)
{
    if (done)
        m_parts.strip.say(tr("Saved as %1.").arg(path), {}, 5s);
    else
        m_parts.strip.warn(errorText(done.error()), {}, 8s);
}

void ArticleOutput::print()
{
    const auto content = m_parts.view.sharedContent();
    if (!content)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(content->header.headline);
    printer->setCreator(QStringLiteral("Broadsheet"));
    auto *dialog = new QPrintDialog(printer.get(), &m_parts.pane);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer, content] {
        m_saver.pictures(content, [this, printer, content](const QHash<QUrl, QImage> &pictures) {
            if (!PagePrinter(*content, pictures).print(*printer))
                m_parts.strip.warn(tr("The printer does not answer."), {}, 8s);
        });
    });
    // The printer outlives the dialog, which holds no more than a pointer to it.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

} // namespace broadsheet
