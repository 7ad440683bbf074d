// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace broadsheet {

/** RFC 3339 with the offset that \a time carries ("Z" for UTC), whole seconds. Empty for an invalid time. */
QString toRfc3339(const QDateTime &time);

} // namespace broadsheet
