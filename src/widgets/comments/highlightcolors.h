// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/comment.h"
#include "widgets/common/theme.h"

namespace broadsheet {

/** The colour of a highlight's bar and button; invalid for none. */
QColor highlightColor(const Theme &theme, HighlightColor color);
/** The same behind words: pale enough for text and links on it. A note without a colour has the quiet one. */
QColor highlightTint(const Theme &theme, HighlightColor color);
/** Its name for people. */
QString highlightName(HighlightColor color);

} // namespace broadsheet
