// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QPixmap>
#include <QString>

namespace broadsheet::favicons {

/** A tile in one of twelve dark colours with the first letter of \a title in white serif, corners rounded by
 * 4/16 of \a size. Cached. */
QPixmap letterTile(const QString &title, int size, double devicePixelRatio);

} // namespace broadsheet::favicons
