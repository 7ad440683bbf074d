// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/comment.h"
#include "widgets/common/theme.h"

#include <QTextLayout>
#include <QUrl>

#include <memory>
#include <vector>

class QPainter;

namespace broadsheet {

/**
 * The words of one comment, set for painting: paragraphs, lists, quotations, code and links; pictures become
 * their alternative text, and what is linked to and known stands below as cards. Loads nothing.
 */
class CommentText
{
public:
    /** \a addressee, if not empty, begins the text as "to Name". Colours are those of \a theme for good. */
    CommentText(const Comment &comment, const QString &addressee, const Theme &theme);
    ~CommentText();
    CommentText(CommentText &&) noexcept;
    CommentText &operator=(CommentText &&) noexcept;

    /** Sets the lines anew if \a width is another than before; returns the height. */
    double setWidth(double width);
    void paint(QPainter &painter, const QPointF &origin) const;

    /** \a position from the origin; empty where there is no link. */
    QUrl linkAt(const QPointF &position) const;
    int linkCount() const { return int(m_links.size()); }
    QUrl link(int index) const { return m_links.at(size_t(index)).url; }
    /** Where a link lies (its first line), from the origin. */
    QRectF linkRect(int index) const;

    /** Where the card of one of Comment::mentions lies, from the origin. */
    QRectF cardRect(int index) const { return m_cards.at(size_t(index)).area; }

    /** Where the passage that is quoted lies, from the origin; empty without one. */
    QRectF quoteRect() const;

    static constexpr double lineHeight = 21;

private:
    struct Paragraph
    {
        std::unique_ptr<QTextLayout> layout;
        double indent = 0;
        double gapAbove = 0;
        QString marker; ///< bullet or number before the first line
        bool quoted = false;
        QColor bar = {};      ///< of a highlight
        bool passage = false; ///< of the article
        bool code = false;
        double y = 0;
        // within a table
        int table = 0; ///< counted from 1; 0: in none
        int row = 0;
        int column = 0;
        Qt::Alignment alignment = Qt::AlignLeading;
        double rowBottom = 0; ///< of a row's first cell: where its line is drawn; 0: nowhere
    };
    struct Link
    {
        size_t paragraph;
        int start;
        int length;
        QUrl url;
    };
    /** Of an article that is linked to. */
    struct Card
    {
        Mention mention;
        QRectF area = {};
    };
    class Reader;

    /** Sets lines of \a room px, \a indent px in; their height. */
    static double setLines(Paragraph &paragraph, double indent, double room);
    /** Sets the table whose cells are those from \a first up to \a end; the place below it. */
    double setTable(size_t first, size_t end, double y, double width);

    const Link *linkOf(const QPointF &position) const;

    std::vector<Paragraph> m_paragraphs;
    std::vector<Link> m_links;
    std::vector<Card> m_cards;
    Theme m_theme;
    double m_width = -1;
    double m_height = 0;
    std::vector<double> m_tableWidths; ///< in the order of the tables
};

} // namespace broadsheet
