// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace broadsheet::store {

/** Both wait until the disk has it, power cuts included. False where that failed. */
bool syncFile(const QString &file);
/** The names in a folder. */
bool syncFolder(const QString &folder);

} // namespace broadsheet::store
