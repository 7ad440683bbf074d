// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTextLayout>

class QPainter;

namespace broadsheet {

/**
 * A few lines of text, laid out once and drawn often. What does not fit ends at a whole word with "…";
 * baselines keep their distance whatever font a character falls back to.
 */
class TextLines
{
public:
    struct Style
    {
        QFont font;
        double lineHeight = 0;
        int maxLines = 1;
    };

    /** \a formats: ranges of \a text that look different (a match). */
    TextLines(const QString &text, const Style &style, double width,
              const QList<QTextLayout::FormatRange> &formats = {});

    int lineCount() const { return m_layout.lineCount(); }
    /** In the painter's pen, the first line's top left at \a position. */
    void draw(QPainter *painter, const QPointF &position) const { m_layout.draw(painter, position); }

private:
    bool layOut(const Style &style, double width);

    QTextLayout m_layout;
};

} // namespace broadsheet
