// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/widecode.h"

#include "widgets/common/theme.h"
#include "widgets/reader/documentformat.h"
#include "widgets/reader/pagepainter.h"
#include "widgets/reader/textplace.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>
#include <QTextEdit>
#include <QTextLayout>

namespace broadsheet {

using namespace documentformat;

namespace {

constexpr double barHeight = 5;
constexpr double shortestThumb = 28;
constexpr double fade = 20;

bool isWide(const QTextBlock &block)
{
    return kind(block.blockFormat()) == BlockKind::Code && block.blockFormat().nonBreakableLines();
}

double widestLine(const QTextLayout &layout)
{
    double widest = 0;
    for (int i = 0; i < layout.lineCount(); ++i)
        widest = qMax(widest, layout.lineAt(i).naturalTextWidth());
    return widest;
}

} // namespace

WideCode::WideCode(QTextEdit &view) : QObject(&view), m_view(view)
{
    // The page itself never moves sideways, however wide Qt thinks it is.
    QScrollBar *bar = view.horizontalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [bar](int, int most) {
        if (most > 0)
            bar->setRange(0, 0);
    });
}

void WideCode::reset()
{
    m_pieces.clear();
    m_offsets.clear();
    m_widest.clear();
    m_covered.clear();
    m_dragged.reset();
}

QPointF WideCode::inDocument(const QPoint &point) const
{
    return QPointF(point) + QPointF(0, m_view.verticalScrollBar()->value());
}

double WideCode::offsetOf(const Piece &piece) const
{
    return m_offsets.value(piece.block.blockNumber());
}

void WideCode::setOffset(const Piece &piece, double offset)
{
    m_offsets[piece.block.blockNumber()] = qRound(qBound(0.0, offset, piece.widest - piece.room));
    m_view.viewport()->update();
}

void WideCode::arrange(const QRectF &visible, double scale)
{
    m_pieces.clear();
    m_covered.clear();
    m_scale = scale;
    if (!m_enabled)
        return;
    const auto *document = m_view.document();
    const auto *layout = document->documentLayout();
    QTextBlock block = textplace::blockAt(*document, visible.topLeft());
    if (block.previous().isValid())
        block = block.previous(); // the gap above a block belongs to the one before
    for (; block.isValid(); block = block.next()) {
        if (layout->blockBoundingRect(block).top() > visible.bottom() + 40)
            break;
        if (!isWide(block) || block.layout()->lineCount() == 0)
            continue;
        double &widest = m_widest[block.blockNumber()];
        if (widest <= 0)
            widest = widestLine(*block.layout());
        const double room = block.layout()->lineAt(0).width();
        if (widest <= room)
            continue;
        const Piece piece{block, PagePainter::tileOf(*document, block, scale), room, widest};
        m_pieces.append(piece);
        // A layout that was made anew begins at the margin.
        const double x = block.blockFormat().leftMargin() - offsetOf(piece);
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            QTextLine line = block.layout()->lineAt(i);
            if (qFuzzyCompare(line.x() + 1, x + 1))
                break;
            line.setPosition({x, line.y()});
        }
        QPainterPath strip;
        strip.addRect(QRectF(visible.left(), piece.tile.top(), visible.width(), piece.tile.height()));
        QPainterPath tile;
        tile.addRoundedRect(piece.tile, 7, 7);
        m_covered.addPath(strip.subtracted(tile));
    }
}

void WideCode::paint(QPainter &painter, const Theme &theme) const
{
    painter.setPen(Qt::NoPen);
    for (const Piece &piece : m_pieces) {
        const double offset = offsetOf(piece);
        const QRectF inside = piece.tile.adjusted(1, 1, -1, -1);
        QColor clear = theme.codeBg;
        clear.setAlpha(0);
        const double wide = fade * m_scale;
        if (offset > 0) {
            QLinearGradient left(inside.topLeft(), inside.topLeft() + QPointF(wide, 0));
            left.setColorAt(0, theme.codeBg);
            left.setColorAt(1, clear);
            painter.fillRect(QRectF(inside.topLeft(), QSizeF(wide, inside.height())), left);
        }
        if (offset < piece.widest - piece.room) {
            QLinearGradient right(inside.topRight(), inside.topRight() - QPointF(wide, 0));
            right.setColorAt(0, theme.codeBg);
            right.setColorAt(1, clear);
            painter.fillRect(QRectF(inside.right() - wide, inside.top(), wide, inside.height()), right);
        }
        QColor ink = theme.text3;
        ink.setAlphaF(m_dragged && m_dragged->block == piece.block ? 0.7F : 0.4F);
        painter.setBrush(ink);
        painter.drawRoundedRect(thumb(piece), barHeight / 2, barHeight / 2);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.chipBorder, 1));
        painter.drawRoundedRect(piece.tile.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
        painter.setPen(Qt::NoPen);
    }
}

QRectF WideCode::track(const Piece &piece) const
{
    return QRectF(piece.tile.left() + 8, piece.tile.bottom() - barHeight - 4, piece.tile.width() - 16,
                  barHeight);
}

QRectF WideCode::thumb(const Piece &piece) const
{
    const QRectF whole = track(piece);
    const double wide = qMax(shortestThumb, whole.width() * piece.room / piece.widest);
    const double share = offsetOf(piece) / (piece.widest - piece.room);
    return QRectF(whole.left() + (whole.width() - wide) * share, whole.top(), wide, whole.height());
}

std::optional<WideCode::Piece> WideCode::pieceAt(const QPoint &point) const
{
    for (const Piece &piece : m_pieces)
        if (piece.tile.contains(inDocument(point)))
            return piece;
    return {};
}

bool WideCode::scroll(const QPoint &point, double px)
{
    const auto piece = pieceAt(point);
    if (piece)
        setOffset(*piece, offsetOf(*piece) + px);
    return piece.has_value();
}

void WideCode::reveal(const QTextCursor &cursor)
{
    for (const Piece &piece : m_pieces) {
        if (piece.block != cursor.block())
            continue;
        const QTextLine line = piece.block.layout()->lineForTextPosition(cursor.positionInBlock());
        if (!line.isValid())
            return;
        const double air = 24 * m_scale;
        const double x = line.cursorToX(cursor.positionInBlock()) - piece.block.blockFormat().leftMargin();
        if (x < 0)
            setOffset(piece, offsetOf(piece) + x - air);
        else if (x > piece.room)
            setOffset(piece, offsetOf(piece) + x - piece.room + air);
        return;
    }
}

bool WideCode::press(const QPoint &point)
{
    const auto piece = pieceAt(point);
    const QPointF at = inDocument(point);
    if (!piece || !track(*piece).adjusted(0, -5, 0, 4).contains(at))
        return false;
    const QRectF bar = thumb(*piece);
    m_dragged = piece;
    m_grip = bar.left() <= at.x() && at.x() <= bar.right() ? at.x() - bar.left() : bar.width() / 2;
    drag(point);
    return true;
}

bool WideCode::drag(const QPoint &point)
{
    if (!m_dragged)
        return false;
    const QRectF whole = track(*m_dragged);
    const double way = whole.width() - thumb(*m_dragged).width();
    const double share = way > 0 ? (inDocument(point).x() - m_grip - whole.left()) / way : 0;
    setOffset(*m_dragged, share * (m_dragged->widest - m_dragged->room));
    return true;
}

bool WideCode::release()
{
    const bool was = m_dragged.has_value();
    m_dragged.reset();
    if (was)
        m_view.viewport()->update();
    return was;
}

} // namespace broadsheet
