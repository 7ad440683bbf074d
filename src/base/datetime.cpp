// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/datetime.h"

namespace broadsheet {

namespace {

/** Writes \a number into \a width digits and steps over them. */
void writeDigits(char *&to, int number, int width)
{
    for (int i = width - 1; i >= 0; --i, number /= 10)
        to[i] = char('0' + number % 10);
    to += width;
}

} // namespace

QString toRfc3339(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const int offset = time.timeSpec() == Qt::UTC ? 0 : time.offsetFromUtc();
    const QDateTime shown = offset == 0 ? time.toUTC() : time;
    int year = 0;
    int month = 0;
    int day = 0;
    shown.date().getDate(&year, &month, &day);
    if (year < 0 || year > 9999)
        return {};
    const QTime clock = shown.time();
    char text[25]; // by hand: QDateTime::toString() is slow enough to show among many articles
    char *to = text;
    writeDigits(to, year, 4);
    *to++ = '-';
    writeDigits(to, month, 2);
    *to++ = '-';
    writeDigits(to, day, 2);
    *to++ = 'T';
    writeDigits(to, clock.hour(), 2);
    *to++ = ':';
    writeDigits(to, clock.minute(), 2);
    *to++ = ':';
    writeDigits(to, clock.second(), 2);
    if (offset == 0) {
        *to++ = 'Z';
    } else {
        *to++ = offset < 0 ? '-' : '+';
        writeDigits(to, qAbs(offset) / 3600, 2);
        *to++ = ':';
        writeDigits(to, qAbs(offset) / 60 % 60, 2);
    }
    return QString::fromLatin1(text, to - text);
}

} // namespace broadsheet
