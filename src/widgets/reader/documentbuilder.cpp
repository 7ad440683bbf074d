// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/documentbuilder.h"

#include "widgets/reader/documentwriter.h"
#include "widgets/reader/scripts.h"

namespace broadsheet {

namespace {

/** Enough words to see in which script the article is written. */
QString beginningOf(const ArticleHeader &header, const render::Page &page)
{
    constexpr qsizetype enough = 1000;
    QString text = header.headline;
    for (const render::Block &block : page.blocks) {
        for (const render::Run &run : block.runs)
            text += run.text;
        if (text.size() > enough)
            break;
    }
    return text;
}

} // namespace

std::unique_ptr<QTextDocument> DocumentBuilder::build(const ArticleHeader &header,
                                                      const render::Page &page) const
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    const TextFormats formats(m_theme, m_style, scripts::hanOf(header.language, beginningOf(header, page)));
    QTextOption option = document->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    document->setDefaultTextOption(option);
    document->setDefaultFont(formats.text(TextFormats::Role::Body).font());
    document->setMetaInformation(QTextDocument::DocumentTitle, header.headline);

    DocumentWriter writer(*document, page, formats);
    writer.writeHeader(header);
    writer.writeBody();
    writer.writeFoot();
    return document;
}

} // namespace broadsheet
