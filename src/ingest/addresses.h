// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/parsedfeed.h"

namespace broadsheet::ingest {

/** True for http and https, and for what is relative because nobody knows its base. */
bool isHarmlessAddress(const QString &address);

/** Empties or removes every address in \a feed that is to be opened or loaded and is not harmless; warns
 * once. */
void dropUnsafeAddresses(ParsedFeed &feed);

} // namespace broadsheet::ingest
