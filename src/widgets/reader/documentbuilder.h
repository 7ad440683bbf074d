// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page.h"
#include "widgets/common/theme.h"
#include "widgets/reader/articleheader.h"
#include "widgets/reader/readingstyle.h"

#include <QTextDocument>

#include <memory>

namespace broadsheet {

/**
 * Makes a document of a page: text, formats and the properties of documentformat.h, by which the view draws
 * what Qt's rich text cannot. The document has no layout yet, so that it may be made on any thread and moved.
 */
class DocumentBuilder
{
public:
    DocumentBuilder(const Theme &theme, const ReadingStyle &style) : m_theme(theme), m_style(style) {}

    /** A fresh document; its last block is the room for the foot. */
    std::unique_ptr<QTextDocument> build(const ArticleHeader &header, const render::Page &page) const;

private:
    Theme m_theme;
    ReadingStyle m_style;
};

} // namespace broadsheet
