// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/dates.h"

#include "feed/dateparts.h"
#include "feed/freedate.h"
#include "feed/isodate.h"

#include <optional>

namespace broadsheet::feed {
namespace {

constexpr qsizetype longestDate = 100;

/** The form that nearly all feeds use, "Thu, 01 Jan 2004 19:48:21 GMT", without the detour over words. */
std::optional<QDateTime> strictRfc822(QByteArrayView text)
{
    static constexpr QByteArrayView months("JanFebMarAprMayJunJulAugSepOctNovDec");
    DateCursor cursor{text};
    if (text.size() > 5 && text[3] == ',' && text[4] == ' ')
        cursor.at = 5;
    DateParts parts;
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
    if (parts.year < 0 || !cursor.take(' ') || !readTime(cursor, parts) || !cursor.take(' '))
        return std::nullopt;
    const QByteArrayView zone = text.sliced(cursor.at);
    if (zone == "GMT" || zone == "UT" || zone == "UTC" || zone == "Z")
        return dateOf(parts);
    if ((zone.startsWith('+') || zone.startsWith('-')) && zone.size() == 5) {
        parts.offset = numericOffset(cursor);
        return parts.offset ? dateOf(parts) : QDateTime();
    }
    return std::nullopt;
}

/** Seconds or milliseconds since 1970, as programs write them that have no word for a date: from 2001 on. */
std::optional<QDateTime> unixTime(QByteArrayView text)
{
    if ((text.size() != 10 && text.size() != 13) || text[0] == '0')
        return std::nullopt;
    bool ok = false;
    const qint64 number = text.toByteArray().toLongLong(&ok);
    if (!ok || number < 0)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(text.size() == 10 ? number : number / 1000, Qt::UTC);
}

} // namespace

QDateTime parseDate(QByteArrayView utf8)
{
    const QByteArrayView text = utf8.trimmed();
    if (text.isEmpty() || text.size() > longestDate)
        return {};
    if (const std::optional<QDateTime> date = strictRfc822(text))
        return *date;
    if (const std::optional<QDateTime> date = readIsoDate(text))
        return *date;
    if (const std::optional<QDateTime> date = unixTime(text))
        return *date;
    return readFreeDate(QString::fromUtf8(text));
}

} // namespace broadsheet::feed
