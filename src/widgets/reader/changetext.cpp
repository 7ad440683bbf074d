// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/changetext.h"

#include "widgets/common/appearance.h"
#include "widgets/reader/changedocument.h"

#include <QAbstractTextDocumentLayout>
#include <QFontInfo>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace broadsheet {

namespace {

constexpr double radius = 3, beside = 1.5; ///< px
/// Of the font's size, from the base line: what capitals and what the tails of letters take, with the line under them.
constexpr double up = 0.88, down = 0.34;
constexpr double barWidth = 3, barGap = 15;

} // namespace

ChangeText::ChangeText(Appearance &appearance, QWidget *parent)
    : QTextBrowser(parent), m_appearance(appearance)
{
}

QList<QRectF> ChangeText::tiles(const QTextDocument &document, const QTextBlock &block, int from, int to,
                                double size)
{
    QList<QRectF> tiles;
    const QTextLayout *layout = block.layout();
    const QPointF origin = document.documentLayout()->blockBoundingRect(block).topLeft();
    const QString text = block.text();
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const int start = qMax(from, line.textStart());
        int end = qMin(to, line.textStart() + line.textLength());
        while (end > start && text[end - 1].isSpace()) // at which the line breaks
            --end;
        if (start >= end)
            continue;
        const double x1 = line.cursorToX(start), x2 = line.cursorToX(end);
        const double base = line.y() + line.ascent();
        tiles.append(QRectF(QPointF(qMin(x1, x2) - beside, base - up * size),
                            QPointF(qMax(x1, x2) + beside, base + down * size))
                         .translated(origin));
    }
    return tiles;
}

void ChangeText::paintBlock(QPainter &painter, const QTextBlock &block) const
{
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment part = it.fragment();
        const QVariant ink = part.charFormat().property(ChangeInkProperty);
        if (!ink.isValid())
            continue;
        painter.setBrush(ink.value<QColor>());
        const int from = part.position() - block.position();
        for (const QRectF &tile : tiles(*document(), block, from, from + part.length(),
                                        QFontInfo(part.charFormat().font()).pixelSize()))
            painter.drawRoundedRect(tile, radius, radius);
    }
    if (const QVariant ink = block.blockFormat().property(ChangeInkProperty); ink.isValid()) {
        const QRectF bounds = document()->documentLayout()->blockBoundingRect(block);
        painter.setBrush(ink.value<QColor>());
        painter.drawRoundedRect(QRectF(bounds.left() + block.blockFormat().leftMargin() - barGap,
                                       bounds.top() + 4, barWidth, bounds.height() - 8),
                                barWidth / 2, barWidth / 2);
    }
}

void ChangeText::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const QPointF shift(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
        painter.translate(shift);
        const QRectF seen = QRectF(event->rect()).translated(-shift);
        const QAbstractTextDocumentLayout *layout = document()->documentLayout();
        for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
            const QRectF bounds = layout->blockBoundingRect(block);
            if (bounds.top() > seen.bottom())
                break;
            if (bounds.bottom() >= seen.top())
                paintBlock(painter, block);
        }
    }
    QTextBrowser::paintEvent(event);
}

} // namespace broadsheet
