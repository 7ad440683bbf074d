// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace broadsheet {

/** Begins to watch keys and clicks of the application; further calls do nothing. */
void watchInputMode();

/** True if \a widget has the focus and the last thing the person used was a key: then its focus is shown by a
 * ring, never after a click. */
bool showsFocusRing(const QWidget *widget);

} // namespace broadsheet
