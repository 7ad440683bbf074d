// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/documentbuilder.h"

#include "widgets/reader/documentwriter_p.h"

namespace broadsheet {

std::unique_ptr<QTextDocument> DocumentBuilder::build(const ArticleHeader &header,
                                                      const render::Page &page) const
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    const TextFormats formats(m_theme, m_style);
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
