// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/threadpainter.h"

#include "widgets/comments/commentmodel.h"
#include "widgets/comments/commenttime.h"
#include "widgets/common/fonts.h"
#include "widgets/common/icons.h"

#include <QCoreApplication>
#include <QPainter>

#include <array>

namespace broadsheet {

namespace {

using Row = ThreadLayout::Row;
using Spot = ThreadLayout::Spot;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ThreadPainter)
};

/** A colour for ever by name, dark enough for white letters, or light enough for dark ones. */
QColor nameColor(const QString &name, bool dark)
{
    static constexpr std::array<QRgb, 8> onLight{0xA8456B, 0x2F7F7A, 0x7B4FC9, 0x9A6A42,
                                                 0x4F7A2E, 0x3F6E9E, 0xA65A1F, 0x6B5E8C};
    static constexpr std::array<QRgb, 8> onDark{0xE79AB6, 0x74C2BB, 0xC3A0F0, 0xC59A6F,
                                                0xA2CB83, 0x8FBCE6, 0xEBA36B, 0xB9AEDA};
    uint sum = 0;
    for (const QChar character : name)
        sum = sum * 31 + character.unicode();
    return QColor::fromRgb((dark ? onDark : onLight)[sum % onLight.size()]);
}

QString initial(const QString &name)
{
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!name.at(i).isLetterOrNumber() && !name.at(i).isHighSurrogate())
            continue;
        return name.mid(i, name.at(i).isHighSurrogate() ? 2 : 1).toUpper();
    }
    return QStringLiteral("?");
}

class Painter
{
public:
    Painter(QPainter &painter, ThreadLayout &layout, const CommentModel &model, const Theme &theme,
            const ThreadFocus &focus)
        : m_painter(painter), m_layout(layout), m_model(model), m_theme(theme), m_focus(focus)
    {
    }

    void line(int index) const
    {
        const QLineF line = m_layout.lines().at(size_t(index)).line;
        const bool hovered = index == m_focus.hoveredLine;
        m_painter.fillRect(QRectF(line.x1() - 0.75, line.y1(), 1.5, line.dy()),
                           hovered ? m_theme.accent : m_theme.thread);
    }

    void row(const Row &row) const
    {
        const Comment &comment = m_model.comment(row.modelRow);
        if (comment.id == m_focus.highlighted)
            highlight(row);
        avatar(row, comment);
        if (!comment.deleted)
            head(row, comment);
        if (const QRectF room = m_layout.roomRect(); !room.intersects(m_layout.textRect(row)))
            m_layout.text(row).paint(m_painter, m_layout.textRect(row).topLeft());
        spots(row, comment);
        if (comment.id == m_focus.comment && m_focus.visible && m_focus.spot < 0)
            ring(QRectF(row.left + ThreadLayout::textLeft() - 7, row.top - 5,
                        m_layout.textRect(row).width() + 7, row.textHeight + ThreadLayout::textTop() + 8),
                 8);
    }

private:
    void highlight(const Row &row) const
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.sel);
        m_painter.drawRoundedRect(QRectF(row.left - 8, row.top - 8,
                                         m_layout.textRect(row).width() + ThreadLayout::textLeft() + 16,
                                         row.textHeight + ThreadLayout::textTop() + 42),
                                  9, 9);
    }

    void avatar(const Row &row, const Comment &comment) const
    {
        const QRectF circle = m_layout.avatarRect(row);
        m_painter.setPen(Qt::NoPen);
        if (comment.deleted) {
            m_painter.setBrush(m_theme.placeholder);
            m_painter.drawEllipse(circle);
            return;
        }
        const QString name = m_model.displayName(row.modelRow);
        m_painter.setBrush(m_model.isOwn(row.modelRow) ? m_theme.accent : nameColor(name, m_theme.dark));
        const bool own = m_model.isOwn(row.modelRow);
        // Told apart by shape as well: the site's readers have outlined tiles.
        if (own) {
            m_painter.drawEllipse(circle);
        } else {
            m_painter.setPen(QPen(nameColor(name, m_theme.dark), 1.5));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(circle.adjusted(0.75, 0.75, -0.75, -0.75), 7, 7);
        }
        m_painter.setFont(fonts::sans(12, QFont::DemiBold));
        m_painter.setPen(own ? m_theme.accentText : nameColor(name, m_theme.dark));
        m_painter.drawText(circle, Qt::AlignCenter, initial(name));
    }

    void head(const Row &row, const Comment &comment) const
    {
        const QFont nameFont = fonts::sans(13, QFont::DemiBold);
        const QFont timeFont = fonts::sans(12);
        const QFontMetricsF nameMetrics(nameFont);
        const QFontMetricsF timeMetrics(timeFont);
        QString time = commenttime::shown(comment.created, m_model.clock().now());
        if (comment.edited.isValid())
            //: %1 when a comment was written
            time = Words::tr("%1 · edited").arg(time);
        const QRectF area = m_layout.textRect(row);
        const double badgeWide = comment.origin == CommentOrigin::Site ? badgeWidth() + 7 : 0;
        if (m_model.isLost(row.modelRow)) {
            //: %1 when a comment was written
            const QString full = Words::tr("%1 · passage no longer in the article").arg(time);
            const double room = area.width() - badgeWide - 8 -
                                nameMetrics.horizontalAdvance(m_model.displayName(row.modelRow));
            //: %1 when a comment was written; where there is no room for "passage no longer in the article"
            const QString brief = Words::tr("%1 · passage gone").arg(time);
            time = timeMetrics.horizontalAdvance(full) <= room ? full : brief;
        }
        const double timeWide = timeMetrics.horizontalAdvance(time) + badgeWide;
        const QString name = nameMetrics.elidedText(m_model.displayName(row.modelRow), Qt::ElideRight,
                                                    qMax(0.5 * area.width(), area.width() - timeWide - 8));
        const double baseline = row.top + ThreadLayout::nameBaseline();
        m_painter.setFont(nameFont);
        m_painter.setPen(m_theme.strong);
        m_painter.drawText(QPointF(area.left(), baseline), name);
        double x = area.left() + nameMetrics.horizontalAdvance(name) + 8;
        if (badgeWide > 0)
            badge(x, baseline);
        x += badgeWide;
        m_painter.setFont(timeFont);
        m_painter.setPen(m_theme.text3);
        m_painter.drawText(QPointF(x, baseline),
                           timeMetrics.elidedText(time, Qt::ElideRight, area.right() - x));
    }

    static QString badgeWord()
    {
        //: on a comment that is not the reader's, but of the article's site
        return Words::tr("Site");
    }
    static QFont badgeFont() { return fonts::sans(11, QFont::Medium); }
    static double badgeWidth() { return QFontMetricsF(badgeFont()).horizontalAdvance(badgeWord()) + 10; }

    void badge(double x, double baseline) const
    {
        const double high = ThreadLayout::scaled(16);
        const QRectF box(x, baseline - high + ThreadLayout::scaled(4), badgeWidth(), high);
        m_painter.setPen(QPen(m_theme.fieldBorder, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        m_painter.setFont(badgeFont());
        m_painter.setPen(m_theme.text2);
        m_painter.drawText(box, Qt::AlignCenter, badgeWord());
    }

    void spots(const Row &row, const Comment &comment) const
    {
        const std::vector<Spot> spots = m_layout.spots(row);
        const QFont font = fonts::sans(12, QFont::Medium);
        const QFontMetricsF metrics(font);
        for (int i = 0; i < int(spots.size()); ++i) {
            const Spot &spot = spots.at(size_t(i));
            const bool hovered = comment.id == m_focus.hovered && i == m_focus.hoveredSpot;
            if (spot.kind == Spot::Kind::Passage || spot.kind == Spot::Kind::Mention) {
                // The quotation or the card itself is what is pressed.
                if (hovered) {
                    m_painter.setPen(Qt::NoPen);
                    m_painter.setBrush(m_theme.hover);
                    m_painter.drawRoundedRect(spot.rect, 8, 8);
                }
            } else if (spot.kind != Spot::Kind::Link) {
                QRectF area = spot.rect.adjusted(6, 0, -6, 0);
                m_painter.setFont(font);
                const QColor color = hovered ? m_theme.accent : m_theme.text2;
                if (spot.kind == Spot::Kind::Unfold) {
                    const double ratio = m_painter.device()->devicePixelRatioF();
                    m_painter.drawPixmap(QPointF(area.left() - 2, area.center().y() - 6),
                                         icons::pixmap(icons::Name::ChevronRight, color, 12, ratio));
                    area.setLeft(area.left() + 14);
                }
                m_painter.setPen(color);
                const double baseline = area.center().y() + metrics.capHeight() / 2 + 0.5;
                m_painter.drawText(QPointF(area.left(), baseline), spot.text);
            } else if (hovered) {
                QColor behind = m_theme.accent;
                behind.setAlphaF(0.10F);
                m_painter.fillRect(spot.rect, behind);
            }
            if (comment.id == m_focus.comment && m_focus.visible && i == m_focus.spot)
                ring(spot.rect.adjusted(0, 1, 0, -1), 7);
        }
    }

    void ring(const QRectF &area, double radius) const
    {
        m_painter.setPen(QPen(m_theme.accent, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius);
    }

    QPainter &m_painter;
    ThreadLayout &m_layout;
    const CommentModel &m_model;
    const Theme &m_theme;
    const ThreadFocus &m_focus;
};

} // namespace

void paintThread(QPainter &painter, const QRectF &part, ThreadLayout &layout, const CommentModel &model,
                 const Theme &theme, const ThreadFocus &focus)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const Painter thread(painter, layout, model, theme, focus);
    for (int i = 0; i < int(layout.lines().size()); ++i) {
        const QLineF &line = layout.lines().at(size_t(i)).line;
        if (line.y2() >= part.top() && line.y1() <= part.bottom())
            thread.line(i);
    }
    const int first = qMax(0, layout.rowAt(part.top()));
    for (int i = first; i < int(layout.rows().size()); ++i) {
        const Row &row = layout.rows().at(size_t(i));
        if (row.top > part.bottom() + 8)
            break;
        thread.row(row);
    }
}

} // namespace broadsheet
