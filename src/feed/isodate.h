// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace broadsheet::feed {

/**
 * A date of ISO 8601, RFC 3339 or W3C-DTF: calendar, ordinal and week dates, basic and extended, to the year,
 * month, day or time, years of two digits too. Invalid for an impossible date in one of these forms; nothing
 * where the text has another form.
 */
std::optional<QDateTime> readIsoDate(QByteArrayView text);

} // namespace broadsheet::feed
