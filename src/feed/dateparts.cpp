// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/dateparts.h"

namespace broadsheet::feed {
namespace {

constexpr int firstYear = 1000; ///< before it there are only zero dates of databases and languages

} // namespace

QDateTime dateOf(DateParts parts)
{
    if (parts.hour < 0)
        parts.hour = 0;
    if (parts.afternoon && parts.hour <= 12) {
        parts.hour %= 12;
        parts.hour += *parts.afternoon ? 12 : 0;
    }
    const bool nextDay =
        parts.hour == 24 && parts.minute == 0 && parts.second == 0; // ISO 8601: the day's end
    if (nextDay)
        parts.hour = 0;
    if (parts.second == 60) // a leap second, which QTime does not know
        parts.second = 59;
    QDate date(parts.year, parts.month, parts.day);
    const QTime time(parts.hour, parts.minute, parts.second);
    const int offset = parts.offset.value_or(0);
    if (!date.isValid() || !time.isValid() || parts.year < firstYear || parts.year > 9999 ||
        qAbs(offset) > 18 * 3600)
        return {};
    if (nextDay)
        date = date.addDays(1);
    return offset == 0 ? QDateTime(date, time, Qt::UTC) : QDateTime(date, time, Qt::OffsetFromUTC, offset);
}

int fullYear(int year, int digits)
{
    if (digits == 3 && year >= 100 && year < 200)
        return 1900 + year;
    if (digits > 2)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

int DateCursor::number(qsizetype count)
{
    if (digits() < count || count == 0 || count > 9)
        return -1;
    int value = 0;
    for (qsizetype i = 0; i < count; ++i)
        value = value * 10 + (text[at++] - '0');
    return value;
}

std::optional<int> numericOffset(DateCursor &cursor)
{
    const int sign = cursor.peek() == '-' ? -1 : 1;
    ++cursor.at;
    const qsizetype count = cursor.digits();
    int hours = 0;
    int minutes = 0;
    if (count == 4 || count == 3 || count == 6) {
        hours = cursor.number(count == 3 ? 1 : 2);
        minutes = cursor.number(2);
        if (count == 6) // seconds, of no use to anybody
            cursor.number(2);
    } else if (count == 1 || count == 2) {
        hours = cursor.number(count);
        if (cursor.take(':'))
            minutes = cursor.number(qMin<qsizetype>(cursor.digits(), 2));
    } else {
        return std::nullopt;
    }
    if (hours < 0 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return sign * (hours * 3600 + minutes * 60);
}

bool readTime(DateCursor &cursor, DateParts &parts)
{
    const qsizetype count = cursor.digits();
    if (count == 4 || count == 6) {
        parts.hour = cursor.number(2);
        parts.minute = cursor.number(2);
        parts.second = count == 6 ? cursor.number(2) : 0;
    } else if (count == 1 || count == 2) {
        parts.hour = cursor.number(count);
        const auto isPair = [&cursor](qsizetype at) {
            return DateCursor{cursor.text, cursor.at + at}.digits() == 2;
        };
        // "09-24-04", as names of files have it, and not an offset
        const bool dashed = cursor.peek() == '-' && cursor.peek(3) == '-' && isPair(1) && isPair(4);
        if (cursor.take(dashed ? '-' : ':')) {
            parts.minute = cursor.number(qMin<qsizetype>(cursor.digits(), 2));
            if (cursor.take(dashed ? '-' : ':'))
                parts.second = cursor.number(qMin<qsizetype>(cursor.digits(), 2));
        }
    } else {
        return false;
    }
    if (cursor.peek() == '.' || cursor.peek() == ',') {
        ++cursor.at;
        cursor.at += cursor.digits();
    }
    return parts.hour >= 0 && parts.minute >= 0 && parts.second >= 0;
}

} // namespace broadsheet::feed
