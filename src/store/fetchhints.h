// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fetchhints.h"

namespace broadsheet::store {

/** Hints as they lie in their column: compact JSON, '' for none. */
QString toText(const FetchHints &hints);
/** What cannot be read is none. */
FetchHints hintsFrom(const QString &text);

} // namespace broadsheet::store
