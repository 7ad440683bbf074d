// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace broadsheet {

/**
 * Whether the desktop draws windows over each other, so that one may be partly transparent. False on X11 while nothing
 * owns the selection _NET_WM_CM_Sn (EWMH): there what is transparent is black. Main thread.
 */
bool isCompositing();

} // namespace broadsheet
