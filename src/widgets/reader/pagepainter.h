// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QRectF>

class QFont;
class QPainter;
class QTextBlock;
class QTextDocument;

namespace broadsheet {

/** Draws under the text what rich text has no words for: quotation bars, code tiles, bullets and numbers. */
class PagePainter
{
public:
    PagePainter(QPainter &painter, const QTextDocument &document, const Theme &theme, double scale);

    /** \a visible in document coordinates; the painter is in them too. */
    void paint(const QRectF &visible);

    /** The tile around the text of \a block, in the document. */
    static QRectF tileOf(const QTextDocument &document, const QTextBlock &block, double scale);

private:
    QTextBlock firstVisible(const QRectF &visible) const;
    void drawTile(const QTextBlock &block);
    void drawInlineCode(const QTextBlock &block);
    void drawCodeTiles(const QTextBlock &block, int from, int to, const QFont &font);
    void drawStroke(const QTextBlock &block);
    void drawMarker(const QTextBlock &block);
    void drawBars(const QTextBlock &first, const QRectF &visible);
    void drawBar(int level, const QTextBlock &first, double top, double bottom);

    QPainter &m_painter;
    const QTextDocument &m_document;
    const Theme &m_theme;
    double m_scale;
};

} // namespace broadsheet
