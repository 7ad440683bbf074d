// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/cardgeometry.h"

namespace broadsheet {

QRect CardGeometry::visual(const QRect &rect) const
{
    if (direction == Qt::LeftToRight)
        return rect;
    return {width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height()};
}

QRectF CardGeometry::dot() const
{
    constexpr double Size = 7.5;
    const double left = direction == Qt::LeftToRight ? 13 : width - 13 - Size;
    return {left, metaCenter() - Size / 2, Size, Size};
}

QRect CardGeometry::thread(bool last) const
{
    return visual({ContentLeft + 7, 0, 2, last ? metaCenter() + 8 : height()});
}

QRect CardGeometry::thumbnail() const
{
    const int side = thumbnailSide();
    const int top = compact ? height() - side - scaled(5) : air + scaled(37);
    return visual({contentRight() - side, top, side, side});
}

int CardGeometry::textWidth(bool withThumbnail) const
{
    return contentRight() - contentLeft() - (withThumbnail ? thumbnailSide() + 14 : 0);
}

QPoint CardGeometry::titlePosition(bool withThumbnail) const
{
    const int top = 13 + air + scaled(22);
    return visual({contentLeft(), top, textWidth(withThumbnail), 1}).topLeft();
}

QRect CardGeometry::action(int action) const
{
    constexpr int Side = 24;
    return visual({contentRight() - (ActionCount - action) * Side, metaCenter() - Side / 2, Side, Side});
}

CardGeometry::Action CardGeometry::actionAt(const QPoint &position) const
{
    for (int i = 0; i < ActionCount; ++i) {
        if (action(i).contains(position))
            return Action(i);
    }
    return NoAction;
}

} // namespace broadsheet
