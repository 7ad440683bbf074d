// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>

namespace broadsheet::feed {

/**
 * Reads a date as feeds write it: RFC 3339, W3C-DTF and ISO 8601 (basic, ordinal and week dates too), RFC 822
 * with every deviation that still tells the time, asctime, dates of other languages. Without a zone it is
 * UTC. The result keeps the offset that was written. An impossible date gives an invalid QDateTime, never now
 * or 1970.
 */
QDateTime parseDate(QByteArrayView utf8);

} // namespace broadsheet::feed
