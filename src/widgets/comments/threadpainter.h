// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/comments/threadlayout.h"

#include <optional>

class QPainter;

namespace broadsheet {

class CommentModel;

/** What the pointer or the keyboard is at, for painting. */
struct ThreadFocus
{
    CommentId comment;    ///< current by keyboard; invalid: none
    int spot = -1;        ///< of that comment's spots; -1: the comment itself
    bool visible = false; ///< the focus came by a key
    CommentId hovered;
    int hoveredSpot = -1;
    int hoveredLine = -1;  ///< index into ThreadLayout::lines()
    CommentId highlighted; ///< what a search or a new reply points at
};

/** Paints the rows of \a layout that touch \a part. */
void paintThread(QPainter &painter, const QRectF &part, ThreadLayout &layout, const CommentModel &model,
                 const Theme &theme, const ThreadFocus &focus);

} // namespace broadsheet
