// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>

namespace broadsheet {

/** Where things lie in a card, in the row's own coordinates, mirrored for right-to-left windows. */
struct CardGeometry
{
    /** What a pointer may do in a hovered row, from the left. */
    enum Action { NoAction = -1, Star, ToggleRead, OpenOutside };
    static constexpr int ActionCount = 3;

    int width = 0;
    double scale = 1; ///< of the text
    bool compact = false;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    int indent = 0; ///< of a telling below the first of its story
    int air = 0;    ///< above all of it: another story begins

    static int rowHeight(double scale, bool compact) { return qRound((compact ? 92 : 124) * scale); }
    int height() const { return rowHeight(scale, compact); }
    int scaled(double length) const { return qRound(length * scale); }

    static constexpr int ContentLeft = 26;
    /** An indented icon stands under the first one's source. */
    static constexpr int TellingIndent = 22;
    static constexpr int StoryAir = 5;
    int contentLeft() const { return ContentLeft + indent; }
    static constexpr int RightMargin = 17;
    int contentRight() const { return width - RightMargin; }
    int thumbnailSide() const { return scaled(compact ? 56 : 76); }

    QRect shape() const { return {8, 2, width - 16, height() - 4}; }
    QRect rule() const { return visual({contentLeft(), height() - 1, width - 16 - contentLeft(), 1}); }
    /** Between two stories. */
    QRect storyRule() const { return {0, height() - 1, width, 1}; }
    /** The line from telling to telling. */
    QRect thread(bool last) const;
    int metaCenter() const { return 13 + air + scaled(8); }
    QRectF dot() const;
    QRect favicon() const { return visual({contentLeft(), metaCenter() - 8, 16, 16}); }
    QRect thumbnail() const;
    /** The width of title and excerpt. */
    int textWidth(bool withThumbnail) const;
    /** Top left of the title. */
    QPoint titlePosition(bool withThumbnail) const;
    QRect action(int action) const;
    Action actionAt(const QPoint &position) const;
    /** Where the time stands, generously. */
    QRect timeArea() const { return visual({contentRight() - scaled(90), 5, scaled(90), scaled(28)}); }

    QRect visual(const QRect &rect) const;
};

} // namespace broadsheet
