// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/comment.h"
#include "widgets/common/theme.h"

#include <QRectF>

class QPainter;

/** What an article looks like that a comment links to, or another comment: a small card below the words. */
namespace broadsheet::mentioncard {

/** One line of headline, or two where it is narrow. */
double height(const Mention &mention, double width);
/** Between the words and a card, and between cards. */
double gap();
/** As wide as the words, up to a measure that can be read at a glance. */
double widthFor(double room);
void paint(QPainter &painter, const QRectF &area, const Mention &mention, const Theme &theme);
/** Read aloud, and the name of what is pressed: "Article “The tide”, Harbour News". */
QString spoken(const Mention &mention);

} // namespace broadsheet::mentioncard
