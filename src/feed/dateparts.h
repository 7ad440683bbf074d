// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace broadsheet::feed {

/** The parts of a date as they were found; -1: not found. */
struct DateParts
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

/** The instant that \a parts tell; invalid where there is none such. Without an offset it is UTC. */
QDateTime dateOf(DateParts parts);

/** 2004 for 4, 1999 for 99, and for 104, which programs write that count from 1900. */
int fullYear(int year, int digits);

/** Reads numbers from left to right. */
struct DateCursor
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
    void skipBlanks()
    {
        while (take(' ')) {
        }
    }
    qsizetype digits() const
    {
        qsizetype count = 0;
        while (peek(count) >= '0' && peek(count) <= '9')
            ++count;
        return count;
    }
    /** The next \a count digits; -1 if there are fewer. */
    int number(qsizetype count);
};

/** ±hh, ±hhmm, ±hh:mm; the sign is at the cursor. Absurd offsets give nothing. */
std::optional<int> numericOffset(DateCursor &cursor);

/** hh:mm[:ss[.fraction]] or hhmm[ss] at the cursor; false where there is none. */
bool readTime(DateCursor &cursor, DateParts &parts);

} // namespace broadsheet::feed
