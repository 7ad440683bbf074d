// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace broadsheet::feed {

/** 1–12 for the name of a month, short or long, in English or one of some thirty languages; 0 if it is none.
 */
int monthOfName(const QString &name);

/** The same in Croatian, where Polish and Czech names of months mean other ones (listopad: October). */
int croatianMonthOfName(const QString &name);

/** Seconds east of Greenwich of a zone's name or abbreviation (RFC 822 §5, and what is in use). */
std::optional<int> offsetOfZone(const QString &name);

/** True for "pm" and its like, false for "am", nothing for other words. */
std::optional<bool> isAfternoon(const QString &word);

} // namespace broadsheet::feed
