// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace broadsheet {

/** Runs of white space (no-break space included) become one blank; none at the ends. */
QString collapsed(QStringView text);

/** At most \a length characters, cut at a word boundary and ended by "…" where something was left out. */
QString excerpt(QStringView text, int length);

/** True for scripts written without spaces between words (Han, kana, Thai, Lao, Khmer, Myanmar). */
bool isUnspacedScript(char32_t character);

} // namespace broadsheet
