// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace broadsheet {

/** Makes a ThreadView a list whose items are its comments, for assistive tools. Call before the first one is
 * shown; further calls do nothing. */
void installThreadAccessibility();

} // namespace broadsheet
