// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/textplace.h"

#include <QAbstractTextDocumentLayout>
#include <QPointF>
#include <QTextDocument>
#include <QTextLayout>

namespace broadsheet::textplace {

int positionAt(const QTextDocument &document, const QPointF &point)
{
    const QAbstractTextDocumentLayout *layout = document.documentLayout();
    const int hit = qMax(0, layout->hitTest(point, Qt::FuzzyHit));
    const QTextBlock found = document.findBlock(hit);
    QTextBlock block = found;
    // The bounds of a block without lines are not asked for: that would lay out everything above it.
    while (block.isValid() &&
           (block.layout()->lineCount() == 0 || layout->blockBoundingRect(block).top() > point.y()))
        block = block.previous();
    if (block == found)
        return hit;
    return block.isValid() ? block.position() + block.length() - 1 : 0;
}

QTextBlock blockAt(const QTextDocument &document, const QPointF &point)
{
    return document.findBlock(positionAt(document, point));
}

} // namespace broadsheet::textplace
