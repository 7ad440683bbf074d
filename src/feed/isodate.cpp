// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/isodate.h"

#include "feed/datenames.h"
#include "feed/dateparts.h"

namespace broadsheet::feed {
namespace {

void setDate(DateParts &parts, QDate date, bool possible)
{
    parts.year = date.year();
    parts.month = possible ? date.month() : 0; // no month: an impossible date
    parts.day = date.day();
}

void setDayOfYear(DateParts &parts, int year, int day)
{
    const QDate date = QDate(year, 1, 1).addDays(day - 1);
    setDate(parts, date, date.year() == year);
}

void setWeekDay(DateParts &parts, int year, int week, int day)
{
    const QDate january4(year, 1, 4); // is always in the first week
    const QDate date = january4.addDays(1 - january4.dayOfWeek() + (week - 1) * 7 + day - 1);
    int weekYear = 0;
    setDate(parts, date, day >= 1 && day <= 7 && date.weekNumber(&weekYear) == week && weekYear == year);
}

/** Www[-D] behind a year; the cursor is at the W. */
bool readWeek(DateCursor &cursor, DateParts &parts)
{
    ++cursor.at;
    const int week = cursor.number(2);
    const bool separated = cursor.take('-');
    if (week < 0 || (separated && cursor.digits() == 0))
        return false;
    const int day = cursor.digits() ? cursor.number(1) : 1;
    setWeekDay(parts, parts.year, week, day);
    return true;
}

/** Digits alone: YYYYMMDD[hhmm[ss]], YYYYDDD, YYYYMM, and YYMMDD and YYDDD with nothing behind. */
bool readPacked(DateCursor &cursor, DateParts &parts)
{
    const qsizetype count = cursor.digits();
    const bool alone = count == cursor.text.size();
    if (count == 5 ||
        (count == 6 && alone && !cursor.text.startsWith("19") && !cursor.text.startsWith("20"))) {
        if (!alone)
            return false;
        parts.year = fullYear(cursor.number(2), 2);
        if (count == 5) {
            setDayOfYear(parts, parts.year, cursor.number(3));
            return true;
        }
        parts.month = cursor.number(2);
        parts.day = cursor.number(2);
        return true;
    }
    if (count < 6 || count > 14 || (count > 8 && count % 2 != 0) || count == 10)
        return false;
    parts.year = cursor.number(4);
    if (count == 7) {
        setDayOfYear(parts, parts.year, cursor.number(3));
        return true;
    }
    parts.month = cursor.number(2);
    parts.day = count == 6 ? 1 : cursor.number(2);
    if (count < 12)
        return true;
    parts.hour = cursor.number(2);
    parts.minute = cursor.number(2);
    parts.second = count == 14 ? cursor.number(2) : 0;
    return true;
}

/** YYYY-MM-DD, YYYY-MM, YYYY-DDD, YYYY-Www-D, YYYY, and YY-MM-DD and YY-DDD. */
bool readSeparated(DateCursor &cursor, DateParts &parts)
{
    const qsizetype count = cursor.digits();
    if (count != 4 && (count != 2 || cursor.peek(2) != '-'))
        return false;
    parts.year = fullYear(cursor.number(count), int(count));
    parts.month = parts.day = 1;
    cursor.take('-');
    if (cursor.peek() == 'W' || cursor.peek() == 'w')
        return count == 4 && readWeek(cursor, parts);
    const qsizetype next = cursor.digits();
    if (next == 0)
        return count == 4 && cursor.ended();
    if (next == 3) {
        setDayOfYear(parts, parts.year, cursor.number(3));
        return true;
    }
    parts.month = cursor.number(qMin<qsizetype>(next, 2));
    const bool toTheDay = cursor.take('-');
    if (count == 2 && (!toTheDay || cursor.digits() != 2 || parts.year > 2030))
        return false; // "31-12-2003", "31-12-03" and "12-31" are no ISO dates
    if (toTheDay)
        parts.day = cursor.number(qMin<qsizetype>(cursor.digits(), 2));
    if (parts.month > 12 && parts.day <= 12) // day and month swapped
        std::swap(parts.month, parts.day);
    return true;
}

/** -YYMM, -YY-MM: years of ISO 8601:1988 without their century. */
std::optional<QDateTime> readCenturyless(DateCursor cursor)
{
    ++cursor.at;
    const qsizetype count = cursor.digits();
    DateParts parts;
    parts.day = 1;
    if (count != 2 && count != 4)
        return count > 4 ? std::optional(QDateTime()) : std::nullopt;
    parts.year = fullYear(cursor.number(2), 2);
    if (count == 2 && !cursor.take('-'))
        return std::nullopt;
    parts.month = cursor.number(2);
    if (cursor.ended())
        return dateOf(parts);
    return QDateTime(); // "-0001-11-30": the year before Christ that zero dates become
}

/** What follows the time: Z, an offset, a zone's name. False where it is something else. */
bool readZone(DateCursor &cursor, DateParts &parts, bool *impossible)
{
    if (cursor.ended())
        return true;
    if (cursor.peek() == '+' || cursor.peek() == '-') {
        parts.offset = numericOffset(cursor);
        *impossible = !parts.offset;
        return cursor.ended() || *impossible;
    }
    const QString name = QString::fromLatin1(cursor.text.sliced(cursor.at));
    parts.offset = offsetOfZone(name);
    return parts.offset.has_value();
}

} // namespace

std::optional<QDateTime> readIsoDate(QByteArrayView text)
{
    DateCursor cursor{text};
    if (cursor.peek() == '-')
        return readCenturyless(cursor);
    DateParts parts;
    const bool packed = cursor.digits() > 4;
    if (!(packed ? readPacked(cursor, parts) : readSeparated(cursor, parts)))
        return std::nullopt;
    if (cursor.ended())
        return dateOf(parts);
    bool impossible = false;
    const bool hasTime = parts.hour < 0 && (cursor.take('T') || cursor.take('t') || cursor.take(' '));
    // XML Schema's date has a zone right behind the day.
    const bool zoned =
        cursor.peek() == 'Z' || cursor.peek() == '+' || (cursor.peek() == '-' && cursor.peek(3) == ':');
    const bool packedTime = packed && parts.hour >= 0;
    if (!hasTime && !zoned && !packedTime)
        return std::nullopt;
    if (packedTime)
        cursor.skipBlanks();
    if (hasTime) {
        cursor.skipBlanks();
        if (!readTime(cursor, parts))
            return std::nullopt;
        cursor.skipBlanks();
    }
    if (!readZone(cursor, parts, &impossible))
        return std::nullopt;
    return impossible ? QDateTime() : dateOf(parts);
}

} // namespace broadsheet::feed
