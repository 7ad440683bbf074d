// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace broadsheet {

/** Tells Qt the roles of our own widgets (a Strip is a notification). Call before the first of them is shown;
 * further calls do nothing. */
void installAccessibleRoles();

/** Says \a text to whoever uses a screen reader: sums and outcomes that show only as changed numbers ("14 new
 * articles", "Marked as read"). Does nothing without assistive technology. */
void announce(const QString &text);

} // namespace broadsheet
