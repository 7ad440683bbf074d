// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/pagemaker.h"

#include "widgets/reader/documentbuilder.h"

#include <QCoreApplication>
#include <QTextDocument>

#include <utility>

namespace broadsheet {

PreparedPage::PreparedPage(const Article &article) : m_article(article)
{
    render::PageOptions options;
    options.title = article.headline.title;
    options.articleUrl = article.headline.url;
    options.feedUrls = {article.feedUrl, article.siteUrl};
    auto content = std::make_shared<PageContent>();
    content->page = render::page(article.shownContent(), options);
    content->header = articleHeader(article, content->page);
    content->imagePolicy = article.imagePolicy;
    m_content = std::move(content);
}

PreparedPage::~PreparedPage()
{
    // The last one to let go may be a worker.
    if (m_document)
        m_document->deleteLater();
}

std::shared_ptr<PreparedPage> PreparedPage::read(const Article &article)
{
    return std::shared_ptr<PreparedPage>(new PreparedPage(article));
}

std::shared_ptr<PreparedPage> PreparedPage::build(const Article &article, const Theme &theme,
                                                  const ReadingStyle &style)
{
    auto page = read(article);
    auto document = DocumentBuilder(theme, style).build(page->m_content->header, page->m_content->page);
    document->moveToThread(QCoreApplication::instance()->thread());
    page->m_document = document.release();
    page->m_theme = theme;
    page->m_style = style;
    return page;
}

std::unique_ptr<QTextDocument> PreparedPage::takeDocument(const Theme &theme, const ReadingStyle &style)
{
    if (!m_document || !(theme == m_theme) || !(style == m_style))
        return {};
    return std::unique_ptr<QTextDocument>(std::exchange(m_document, nullptr));
}

} // namespace broadsheet
