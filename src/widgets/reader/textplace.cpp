// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/textplace.h"

#include <QAbstractTextDocumentLayout>
#include <QPointF>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>

#include <algorithm>
#include <utility>

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

QList<Span> together(const QTextDocument &document, QList<int> positions)
{
    constexpr int near = 300; // characters: less to lay out again than to move what follows
    std::ranges::sort(positions);
    QList<Span> spans;
    int tableEnd = -1;
    bool afterTable = false;
    for (const int position : std::as_const(positions)) {
        const QTextFrame *frame = document.frameAt(position);
        while (frame && frame->parentFrame() && frame->parentFrame() != document.rootFrame())
            frame = frame->parentFrame();
        const bool inTable = frame && frame != document.rootFrame();
        const bool isNear = !spans.isEmpty() && !inTable && !afterTable &&
                            position < spans.constLast().from + spans.constLast().length + near;
        if (position <= tableEnd || isNear)
            spans.last().length = position + 1 - spans.constLast().from;
        else
            spans.append({position, 1});
        if (inTable)
            tableEnd = frame->lastPosition();
        afterTable = inTable;
    }
    return spans;
}

} // namespace broadsheet::textplace
