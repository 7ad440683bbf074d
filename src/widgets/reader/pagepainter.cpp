// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/pagepainter.h"

#include "widgets/common/fonts.h"
#include "widgets/reader/documentformat.h"
#include "widgets/reader/textplace.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

namespace broadsheet {

using namespace documentformat;

namespace {

int quoteDepth(const QTextBlock &block)
{
    return block.isValid() ? block.blockFormat().intProperty(QuoteDepthProperty) : 0;
}

/** Whether \a block goes on with the quotation of \a level that the block before is in. */
bool joins(const QTextBlock &before, const QTextBlock &block, int level)
{
    if (quoteDepth(before) < level || quoteDepth(block) < level)
        return false;
    const int one = before.blockFormat().intProperty(GroupProperty);
    const int other = block.blockFormat().intProperty(GroupProperty);
    // Blocks of one depth and two groups are two quotations; a deeper one lies within.
    return one == other || quoteDepth(before) != quoteDepth(block);
}

bool isRightToLeft(const QTextBlock &block)
{
    return block.blockFormat().layoutDirection() == Qt::RightToLeft;
}

} // namespace

PagePainter::PagePainter(QPainter &painter, const QTextDocument &document, const Theme &theme, double scale)
    : m_painter(painter), m_document(document), m_theme(theme), m_scale(scale)
{
}

QTextBlock PagePainter::firstVisible(const QRectF &visible) const
{
    const QTextBlock block = textplace::blockAt(m_document, visible.topLeft());
    // The gap above a block belongs to the one before, tile and bar included.
    return block.previous().isValid() ? block.previous() : block;
}

void PagePainter::paint(const QRectF &visible)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    const QTextBlock first = firstVisible(visible);
    drawBars(first, visible);
    const auto *layout = m_document.documentLayout();
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        if (layout->blockBoundingRect(block).top() > visible.bottom() + 40)
            break;
        const BlockKind what = kind(block.blockFormat());
        if (what == BlockKind::Code || what == BlockKind::Embed)
            drawTile(block);
        else
            drawInlineCode(block);
        if (what == BlockKind::Pulled)
            drawStroke(block);
        if (block.blockFormat().hasProperty(MarkerProperty))
            drawMarker(block);
    }
    m_painter.restore();
}

QRectF PagePainter::tileOf(const QTextDocument &document, const QTextBlock &block, double scale)
{
    const QTextLayout *layout = block.layout();
    const QRectF bounds = document.documentLayout()->blockBoundingRect(block);
    const QTextBlockFormat format = block.blockFormat();
    // The bounds of a block begin before its margin and end with the glyphs of its last line; lines of fixed
    // height have four fifths of it above their baseline. A line's width is the room it had, not its words'.
    const QTextLine first = layout->lineAt(0);
    const QTextLine last = layout->lineAt(layout->lineCount() - 1);
    const double top = bounds.top() + first.y() + first.ascent() - format.lineHeight() * 0.8;
    const double bottom = bounds.top() + last.y() + last.ascent() + format.lineHeight() * 0.2;
    const QRectF text(bounds.left() + format.leftMargin(), top, first.width(), bottom - top);
    const double across = 16 * scale;
    const double along = 14 * scale;
    return text.adjusted(-across, -along, across, along);
}

void PagePainter::drawTile(const QTextBlock &block)
{
    const QTextLayout *layout = block.layout();
    if (!layout || layout->lineCount() == 0)
        return;
    m_painter.setPen(QPen(m_theme.chipBorder, 1));
    m_painter.setBrush(m_theme.codeBg);
    m_painter.drawRoundedRect(tileOf(m_document, block, m_scale).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

void PagePainter::drawInlineCode(const QTextBlock &block)
{
    const QTextLayout *layout = block.layout();
    if (!layout || layout->lineCount() == 0)
        return;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (!it.fragment().charFormat().hasProperty(InlineCodeProperty))
            continue;
        const int from = it.fragment().position() - block.position();
        const QFont font = it.fragment().charFormat().font();
        int to = from + it.fragment().length();
        for (auto next = it;
             !(++next).atEnd() && next.fragment().charFormat().hasProperty(InlineCodeProperty); it = next)
            to += next.fragment().length();
        drawCodeTiles(block, from, to, font);
    }
}

/** One tile on each line that the stretch of code stands on. */
void PagePainter::drawCodeTiles(const QTextBlock &block, int from, int to, const QFont &font)
{
    const QTextLayout *layout = block.layout();
    const QPointF origin = m_document.documentLayout()->blockBoundingRect(block).topLeft();
    const QString text = block.text();
    const QFontMetricsF metrics(font);
    const double padding = tilePadding * m_scale;
    m_painter.setPen(m_theme.dark ? QPen(Qt::NoPen) : QPen(m_theme.chipBorder, 1));
    m_painter.setBrush(m_theme.dark ? m_theme.raised : m_theme.codeBg);
    for (int i = layout->lineForTextPosition(from).lineNumber(); i >= 0 && i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        if (line.textStart() >= to)
            break;
        const int start = qMax(from, line.textStart());
        int end = qMin(to, line.textStart() + line.textLength());
        // The blank at which a line breaks belongs to no tile; the room after the last character is in its
        // width.
        const bool goesOn = end < to;
        while (goesOn && end > start && text[end - 1].isSpace())
            --end;
        const double x1 = line.cursorToX(start);
        const double x2 = line.cursorToX(end);
        const double baseline = line.y() + line.ascent();
        const QRectF tile(QPointF(qMin(x1, x2) - padding, baseline - metrics.ascent() - 1),
                          QPointF(qMax(x1, x2) + (goesOn ? padding : 0), baseline + metrics.descent() + 1));
        m_painter.drawRoundedRect(tile.translated(origin), 4, 4);
    }
}

/** The short stroke over a sentence that stands out. */
void PagePainter::drawStroke(const QTextBlock &block)
{
    const QTextLayout *layout = block.layout();
    if (!layout || layout->lineCount() == 0)
        return;
    const QRectF bounds = m_document.documentLayout()->blockBoundingRect(block);
    const double width = 44 * m_scale;
    const double left =
        isRightToLeft(block) ? bounds.right() - width : bounds.left() + block.blockFormat().leftMargin();
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.quoteBar);
    m_painter.drawRoundedRect(QRectF(left, bounds.top() + layout->lineAt(0).y() - 16 * m_scale, width, 3),
                              1.5, 1.5);
}

void PagePainter::drawMarker(const QTextBlock &block)
{
    const QTextLayout *layout = block.layout();
    if (!layout || layout->lineCount() == 0)
        return;
    const QTextBlockFormat format = block.blockFormat();
    const QTextLine line = layout->lineAt(0);
    const QPointF origin = m_document.documentLayout()->blockBoundingRect(block).topLeft();
    const bool rtl = isRightToLeft(block);
    // Beside a picture it stands at its top.
    const bool picture = kind(format) == BlockKind::Picture;
    const double baseline = origin.y() + line.y() + (picture ? 20 * m_scale : line.ascent());
    // The edge of the text, not of a line that may be shorter.
    const bool tile = kind(format) == BlockKind::Code || kind(format) == BlockKind::Embed;
    const double begin = (picture ? format.leftMargin() : line.x()) - (tile ? 16 * m_scale : 0);
    const double edge = rtl ? origin.x() + line.x() + line.width() : origin.x() + begin;
    const double gap = 9 * m_scale;
    const QString marker = format.stringProperty(MarkerProperty);
    if (format.boolProperty(OrderedProperty)) {
        m_painter.setFont(fonts::onDevice(fonts::sans(16 * m_scale), *m_painter.device()));
        m_painter.setPen(m_theme.text2);
        const double width = QFontMetricsF(m_painter.font()).horizontalAdvance(marker);
        m_painter.drawText(QPointF(rtl ? edge + gap : edge - gap - width, baseline), marker);
        return;
    }
    const double radius = 3 * m_scale;
    const QPointF centre(rtl ? edge + gap + radius : edge - gap - radius, baseline - 6 * m_scale);
    if (marker == u'•') {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.text3);
    } else {
        m_painter.setPen(QPen(m_theme.text3, 1.3 * m_scale));
        m_painter.setBrush(Qt::NoBrush);
    }
    m_painter.drawEllipse(centre, radius, radius);
}

void PagePainter::drawBars(const QTextBlock &first, const QRectF &visible)
{
    const auto *layout = m_document.documentLayout();
    constexpr int levels = 8;
    for (int level = 1; level <= levels; ++level) {
        bool any = false;
        for (QTextBlock block = first; block.isValid();) {
            const QRectF rect = layout->blockBoundingRect(block);
            if (rect.top() > visible.bottom() + 40)
                break;
            if (quoteDepth(block) < level) {
                block = block.next();
                continue;
            }
            any = true;
            const QTextBlock start = block;
            // Ends that lie out of sight are drawn out of sight.
            double top = rect.top() - (joins(block.previous(), block, level) ? 60 : 0);
            double bottom = rect.bottom();
            while (joins(block, block.next(), level) && bottom < visible.bottom() + 60) {
                block = block.next();
                bottom = layout->blockBoundingRect(block).bottom();
            }
            drawBar(level, start, top, bottom);
            block = block.next();
        }
        if (!any)
            break;
    }
}

void PagePainter::drawBar(int level, const QTextBlock &first, double top, double bottom)
{
    const QTextFrameFormat frame = m_document.rootFrame()->frameFormat();
    const double step = 22 * m_scale * (level - 1);
    const double width = m_document.textWidth() > 0 ? m_document.textWidth() : m_document.pageSize().width();
    const double x =
        isRightToLeft(first) ? width - frame.rightMargin() - step - 3 : frame.leftMargin() + step;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.quoteBar);
    m_painter.drawRoundedRect(QRectF(x, top, 3, bottom - top), 1.5, 1.5);
}

} // namespace broadsheet
