// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/datetime.h"

namespace broadsheet {

QString toRfc3339(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::UTC || time.offsetFromUtc() == 0)
        return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + u'Z';
    const int minutes = qAbs(time.offsetFromUtc()) / 60;
    return time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
        + QStringLiteral("%1%2:%3")
              .arg(QLatin1Char(time.offsetFromUtc() < 0 ? '-' : '+'))
              .arg(minutes / 60, 2, 10, QLatin1Char('0'))
              .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace broadsheet
