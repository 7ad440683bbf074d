// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace broadsheet::cli {

/** One sentence for the terminal: what and where, and why where that is known. */
QString errorWords(const Error &error);

/** The exit status for a store that cannot be opened: 3 by the contract. */
inline constexpr int storeStatus = 3;

} // namespace broadsheet::cli
