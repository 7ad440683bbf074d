// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace broadsheet::net {

/** Whether the desktop says that the connection is paid by volume; false where it cannot tell. Main thread. */
bool isMetered();

} // namespace broadsheet::net
