// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "widgets/common/theme.h"
#include "widgets/reader/readerview.h"

#include <memory>

namespace broadsheet {

/** An article ready to be shown, with its document where one was built for a theme and a style. */
class PreparedPage
{
public:
    /** Takes the article apart; its document is not built yet. Any thread. */
    static std::shared_ptr<PreparedPage> read(const Article &article);
    /** The same with its document, which is handed over to the application's thread. Any thread. */
    static std::shared_ptr<PreparedPage> build(const Article &article, const Theme &theme,
                                               const ReadingStyle &style);
    ~PreparedPage();

    const Article &article() const { return m_article; }
    const std::shared_ptr<const PageContent> &content() const { return m_content; }
    /** The document, once; nullptr where it is not built, or for another theme or style. Main thread. */
    std::unique_ptr<QTextDocument> takeDocument(const Theme &theme, const ReadingStyle &style);

private:
    explicit PreparedPage(const Article &article);

    Article m_article;
    std::shared_ptr<const PageContent> m_content;
    QTextDocument *m_document = nullptr; ///< lives on the application's thread
    Theme m_theme;
    ReadingStyle m_style;
};

} // namespace broadsheet
