// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/dates.h"

#include "feed/datenames.h"

#include <optional>
#include <vector>

namespace broadsheet::feed {
namespace {

constexpr qsizetype longestDate = 100;

/** The parts of a date as they were found; -1: not found. */
struct Parts
{
    int year = -1;
    int month = -1;
    int day = -1;
    int hour = -1;
    int minute = 0;
    int second = 0;
    std::optional<int> offset; ///< seconds east
    std::optional<bool> afternoon;
};

QDateTime made(Parts parts)
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
    if (!date.isValid() || !time.isValid() || parts.year < 1 || parts.year > 9999 || qAbs(offset) > 18 * 3600)
        return {};
    if (nextDay)
        date = date.addDays(1);
    return offset == 0 ? QDateTime(date, time, Qt::UTC) : QDateTime(date, time, Qt::OffsetFromUTC, offset);
}

int fullYear(int year, int digits)
{
    if (digits > 2)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

/** Reads numbers from left to right. */
struct Cursor
{
    QByteArrayView text;
    qsizetype at = 0;

    bool ended() const { return at >= text.size(); }
    char peek(qsizetype ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++at;
        return true;
    }
    qsizetype digits() const
    {
        qsizetype count = 0;
        while (peek(count) >= '0' && peek(count) <= '9')
            ++count;
        return count;
    }
    /** The next \a count digits; -1 if there are fewer. */
    int number(qsizetype count)
    {
        if (digits() < count || count == 0 || count > 9)
            return -1;
        int value = 0;
        for (qsizetype i = 0; i < count; ++i)
            value = value * 10 + (text[at++] - '0');
        return value;
    }
};

/** ±hh, ±hhmm, ±hh:mm; the sign is at the cursor. Absurd offsets give nothing. */
std::optional<int> numericOffset(Cursor &cursor)
{
    const int sign = cursor.peek() == '-' ? -1 : 1;
    ++cursor.at;
    const qsizetype count = cursor.digits();
    int hours = 0;
    int minutes = 0;
    if (count == 4 || count == 3 || count == 6) {
        hours = cursor.number(count == 3 ? 1 : 2);
        minutes = cursor.number(2);
    } else if (count == 1 || count == 2) {
        hours = cursor.number(count);
        if (cursor.peek() == ':') {
            ++cursor.at;
            minutes = cursor.number(qMin<qsizetype>(cursor.digits(), 2));
        }
    } else {
        return std::nullopt;
    }
    if (hours < 0 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return sign * (hours * 3600 + minutes * 60);
}

/** hh:mm[:ss[.fraction]] or hhmm[ss] at the cursor. */
bool isoTime(Cursor &cursor, Parts &parts)
{
    const qsizetype count = cursor.digits();
    if (count == 4 || count == 6) {
        parts.hour = cursor.number(2);
        parts.minute = cursor.number(2);
        parts.second = count == 6 ? cursor.number(2) : 0;
    } else if (count == 1 || count == 2) {
        parts.hour = cursor.number(count);
        if (cursor.take(':')) {
            parts.minute = cursor.number(qMin<qsizetype>(cursor.digits(), 2));
            if (cursor.take(':'))
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

/** The date of ISO 8601 at the start: calendar, ordinal or week date, to the year, month or day. */
bool isoDate(Cursor &cursor, Parts &parts)
{
    const qsizetype count = cursor.digits();
    if (count == 8 || count == 7 || count == 6) { // basic form
        parts.year = cursor.number(4);
        if (count == 7) {
            const QDate date = QDate(parts.year, 1, 1).addDays(cursor.number(3) - 1);
            if (date.year() != parts.year)
                return false;
            parts.month = date.month();
            parts.day = date.day();
            return true;
        }
        parts.month = cursor.number(2);
        parts.day = count == 8 ? cursor.number(2) : 1;
        return true;
    }
    if (count != 4)
        return false;
    parts.year = cursor.number(4);
    parts.month = parts.day = 1;
    cursor.take('-');
    if (cursor.peek() == 'W') {
        ++cursor.at;
        const int week = cursor.number(2);
        cursor.take('-');
        const int weekday = cursor.digits() ? cursor.number(1) : 1;
        if (week < 1 || week > 53 || weekday < 1 || weekday > 7)
            return false;
        const QDate january4(parts.year, 1, 4); // is always in the first week
        const QDate date = january4.addDays(1 - january4.dayOfWeek() + (week - 1) * 7 + weekday - 1);
        parts.year = date.year();
        parts.month = date.month();
        parts.day = date.day();
        return true;
    }
    const qsizetype next = cursor.digits();
    if (next == 0)
        return cursor.ended();
    if (next == 3) {
        const QDate date = QDate(parts.year, 1, 1).addDays(cursor.number(3) - 1);
        parts.month = date.month();
        parts.day = date.day();
        return date.year() == parts.year;
    }
    parts.month = cursor.number(qMin<qsizetype>(next, 2));
    if (cursor.take('-'))
        parts.day = cursor.number(qMin<qsizetype>(cursor.digits(), 2));
    if (parts.month > 12 && parts.day <= 12) // day and month swapped
        std::swap(parts.month, parts.day);
    return true;
}

std::optional<QDateTime> isoDateTime(QByteArrayView text)
{
    Cursor cursor{text};
    Parts parts;
    if (!isoDate(cursor, parts))
        return std::nullopt;
    if (cursor.ended())
        return made(parts);
    if (!cursor.take('T') && !cursor.take('t') && !cursor.take(' '))
        return std::nullopt;
    while (cursor.take(' ')) {
    }
    if (!isoTime(cursor, parts))
        return std::nullopt;
    while (cursor.take(' ')) {
    }
    if (cursor.ended())
        return made(parts);
    if (cursor.peek() == 'Z' || cursor.peek() == 'z') {
        ++cursor.at;
        parts.offset = 0;
    } else if (cursor.peek() == '+' || cursor.peek() == '-') {
        parts.offset = numericOffset(cursor);
        if (!parts.offset)
            return QDateTime();
    }
    return cursor.ended() ? std::optional(made(parts)) : std::nullopt;
}

/** A date as a row of words and numbers, in any order that people use. */
class FreeDate
{
public:
    explicit FreeDate(const QString &text) : m_text(text) {}

    QDateTime read()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.isDigit())
                number();
            else if ((c == u'+' || c == u'-') && m_parts.hour >= 0 && m_at + 1 < m_text.size() &&
                     m_text[m_at + 1].isDigit())
                offset();
            else if (c.isLetter())
                word();
            else
                ++m_at;
        }
        return assembled();
    }

private:
    void number()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at].isDigit())
            ++m_at;
        const QChar next = m_at < m_text.size() ? m_text[m_at] : QChar();
        if ((next == u':' || next == u'時' || next == u'시') && m_parts.hour < 0) {
            m_at = start;
            time();
            return;
        }
        const qsizetype length = m_at - start;
        if (length <= 8)
            m_numbers.push_back({m_text.mid(start, length).toInt(), int(length)});
    }

    void time()
    {
        const QByteArray rest =
            m_text.mid(m_at, 16).replace(u'時', u':').replace(u'시', u':').replace(u'分', u':').toLatin1();
        Cursor cursor{rest};
        if (!isoTime(cursor, m_parts))
            m_invalid = true;
        m_at += qMax<qsizetype>(cursor.at, 1);
    }

    void offset()
    {
        const QByteArray rest = m_text.mid(m_at, 10).toLatin1();
        Cursor cursor{rest};
        const std::optional<int> found = numericOffset(cursor);
        if (found)
            m_parts.offset = m_parts.offset.value_or(0) + *found; // GMT+2
        m_at += qMax<qsizetype>(cursor.at, 1);
    }

    void word()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetter() || m_text[m_at].isMark()))
            ++m_at;
        const QString found = m_text.mid(start, m_at - start);
        if (m_at + 2 < m_text.size() && found.size() == 1 && m_text[m_at] == u'.' &&
            m_text[m_at + 1].toLower() == u'm' && found.toLower() != u"z") { // a.m., p.m.
            m_parts.afternoon = found.toLower() == u"p";
            m_at += 2;
            return;
        }
        if (const std::optional<bool> afternoon = isAfternoon(found)) {
            m_parts.afternoon = afternoon;
        } else if (const std::optional<int> zone = offsetOfZone(found);
                   zone && (m_parts.hour >= 0 || found.size() > 2)) {
            if (!m_parts.offset)
                m_parts.offset = zone;
        } else if (m_at < m_text.size() && m_text[m_at] == u',' && m_numbers.empty()) {
            return; // "mar," is Tuesday in half of Europe
        } else if (m_parts.month < 0 || m_monthIsFirst) {
            if (const int month = monthOfName(found)) {
                m_parts.month = month;
                m_monthIsFirst = m_numbers.empty();
            }
        }
    }

    QDateTime assembled()
    {
        if (m_invalid || m_numbers.empty())
            return {};
        if (m_parts.month > 0)
            return withMonthName();
        if (m_numbers.size() < 3)
            return {};
        const auto [first, firstDigits] = m_numbers[0];
        const int second = m_numbers[1].value;
        const auto [third, thirdDigits] = m_numbers[2];
        if (firstDigits >= 3) {
            set(first, second, third);
        } else {
            // 12/31/2003 and 31.12.2003: with a slash Americans are more, with a dot there are none.
            const bool monthFirst = m_text.contains(u'/') ? first <= 12 : second > 12;
            set(fullYear(third, thirdDigits), monthFirst ? first : second, monthFirst ? second : first);
        }
        if (m_parts.month > 12 && m_parts.day <= 12)
            std::swap(m_parts.month, m_parts.day);
        return made(m_parts);
    }

    /** "31 Dec 2003", "Dec 31, 2003", "2003-Dec-31", "Thu Jan  1 19:48:21 2004". */
    QDateTime withMonthName()
    {
        int year = -1;
        for (const auto &[value, digits] : m_numbers) {
            if (digits >= 3 && year < 0)
                year = value;
            else if (digits <= 2 && m_parts.day < 0)
                m_parts.day = value;
            else if (digits <= 2 && year < 0)
                year = fullYear(value, digits);
        }
        if (m_parts.day > 31 && year >= 0 && year % 100 <= 31) // 03 Jan 31 with the year first
            std::swap(m_parts.day, year);
        m_parts.year = year;
        if (m_parts.day < 0)
            m_parts.day = 1;
        return year < 0 ? QDateTime() : made(m_parts);
    }

    void set(int year, int month, int day)
    {
        m_parts.year = year;
        m_parts.month = month;
        m_parts.day = day;
    }

    struct Number
    {
        int value;
        int digits;
    };
    const QString m_text;
    qsizetype m_at = 0;
    Parts m_parts;
    std::vector<Number> m_numbers;
    bool m_monthIsFirst = false; ///< and may be a weekday: a later one is better
    bool m_invalid = false;
};

/** The form that nearly all feeds use, "Thu, 01 Jan 2004 19:48:21 GMT", without the detour over words. */
std::optional<QDateTime> strictRfc822(QByteArrayView text)
{
    static constexpr QByteArrayView months("JanFebMarAprMayJunJulAugSepOctNovDec");
    Cursor cursor{text};
    if (text.size() > 5 && text[3] == ',' && text[4] == ' ')
        cursor.at = 5;
    Parts parts;
    parts.day = cursor.number(qMin<qsizetype>(cursor.digits(), 2));
    if (parts.day < 0 || !cursor.take(' ') || text.size() - cursor.at < 4)
        return std::nullopt;
    const qsizetype month = months.indexOf(text.sliced(cursor.at, 3));
    if (month < 0 || month % 3 != 0)
        return std::nullopt;
    parts.month = int(month / 3) + 1;
    cursor.at += 3;
    if (!cursor.take(' '))
        return std::nullopt;
    parts.year = cursor.number(4);
    if (parts.year < 0 || !cursor.take(' ') || !isoTime(cursor, parts) || !cursor.take(' '))
        return std::nullopt;
    const QByteArrayView zone = text.sliced(cursor.at);
    if (zone == "GMT" || zone == "UT" || zone == "UTC" || zone == "Z")
        return made(parts);
    if ((zone.startsWith('+') || zone.startsWith('-')) && zone.size() == 5) {
        parts.offset = numericOffset(cursor);
        return parts.offset ? made(parts) : QDateTime();
    }
    return std::nullopt;
}

} // namespace

QDateTime parseDate(QByteArrayView utf8)
{
    const QByteArrayView text = utf8.trimmed();
    if (text.isEmpty() || text.size() > longestDate)
        return {};
    if (const std::optional<QDateTime> date = strictRfc822(text))
        return *date;
    if (const std::optional<QDateTime> date = isoDateTime(text))
        return *date;
    return FreeDate(QString::fromUtf8(text)).read();
}

} // namespace broadsheet::feed
