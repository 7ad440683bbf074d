// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QImage>
#include <QPixmap>
#include <QString>

namespace broadsheet::favicons {

/** The letter or sign under which \a title is looked for: behind an article ("The Meridian": M), "·" without any. */
QString initial(const QString &title);

/** A tile in one of twelve dark colours with the first letter of \a title in white serif, corners rounded by
 * 4/16 of \a size. Cached. */
QPixmap letterTile(const QString &title, int size, double devicePixelRatio);

/** The publisher's own picture, where setIcon() has given one, else the letter tile. */
QPixmap tile(FeedId feed, const QString &title, int size, double devicePixelRatio);

/** True if \a image can be told from nothing in sixteen pixels: no banner, no single pixel, not all see-through. */
bool isIcon(const QImage &image);

/** \a icon is what stands for \a feed from now on, in all windows; a null image takes it away. */
void setIcon(FeedId feed, const QImage &icon);

} // namespace broadsheet::favicons
