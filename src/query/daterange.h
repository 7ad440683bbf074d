// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/expression.h"

#include <QString>

#include <optional>

namespace broadsheet::query {

/**
 * The value of "date:": today, yesterday, 7d 2w 3m 1y (that long until now), 2026, 2026-11, 2026-11-01, or
 * two of the last three joined by ".." (either may be left out; both ends are included). A range may also be
 * of full times (RFC 3339), the second of which is then excluded. Days begin in the zone of \a now.
 */
std::optional<Expression> dateRange(const QString &value, const QDateTime &now);

} // namespace broadsheet::query
