// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPainterPath>
#include <QTextBlock>

#include <optional>

class QPainter;
class QTextEdit;

namespace broadsheet {

struct Theme;

/**
 * Code whose lines are longer than the column and do not wrap: each block of it is moved sideways by itself. Qt lays
 * such lines out beyond the column; here they are shifted where they are in sight, what reaches out of the tile is
 * covered, and a bar within the tile tells where one is.
 */
class WideCode : public QObject
{
    Q_OBJECT
public:
    explicit WideCode(QTextEdit &view);

    /** Another document, or another width. */
    void reset();
    /** Off: nothing here costs anything. */
    void setEnabled(bool on) { m_enabled = on; }

    /** Shifts what is in sight of \a visible (in the document); to be called before it is painted. */
    void arrange(const QRectF &visible, double scale);
    /** What has to be covered after the text is painted, in the document; empty: nothing. */
    const QPainterPath &covered() const { return m_covered; }
    /** Fades and bars over the text, in the document. */
    void paint(QPainter &painter, const Theme &theme) const;

    /** Moves the code under \a point of the viewport by \a px; false where there is none that could move. */
    bool scroll(const QPoint &point, double px);
    /** Moves code so that the end of \a cursor is seen. */
    void reveal(const QTextCursor &cursor);

    /** The pointer on a bar; each says whether it was. */
    bool press(const QPoint &point);
    bool drag(const QPoint &point);
    bool release();

private:
    struct Piece
    {
        QTextBlock block;
        QRectF tile;     ///< in the document
        double room = 0; ///< of the text
        double widest = 0;
    };
    double offsetOf(const Piece &piece) const;
    void setOffset(const Piece &piece, double offset);
    std::optional<Piece> pieceAt(const QPoint &point) const;
    QRectF track(const Piece &piece) const;
    QRectF thumb(const Piece &piece) const;
    QPointF inDocument(const QPoint &point) const;

    QTextEdit &m_view;
    bool m_enabled = false;
    double m_scale = 1;
    QList<Piece> m_pieces;        ///< in sight
    QHash<int, double> m_offsets; ///< by number of block
    QHash<int, double> m_widest;
    QPainterPath m_covered;
    std::optional<Piece> m_dragged;
    double m_grip = 0; ///< where the bar was taken
};

} // namespace broadsheet
