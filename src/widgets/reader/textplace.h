// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTextBlock>

class QPointF;
class QTextDocument;

namespace broadsheet::textplace {

/** The position of the words at \a point of the laid out document, else of those above it; 0 over the first
 * ones. Unlike QAbstractTextDocumentLayout::hitTest(), which takes blocks that are not laid out yet for one
 * at the top of the page, and so answers with one of them for every gap between two blocks. */
int positionAt(const QTextDocument &document, const QPointF &point);

QTextBlock blockAt(const QTextDocument &document, const QPointF &point);

struct Span
{
    int from = 0;
    int length = 0;
    bool contains(int position) const { return position >= from && position < from + length; }
};

/** What is laid out again at once where something changed at \a positions; ascending. Qt lays out a table as a whole
 * for each change in it, and moves the rest of the page for each anywhere. */
QList<Span> together(const QTextDocument &document, QList<int> positions);

} // namespace broadsheet::textplace
