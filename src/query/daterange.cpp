// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/daterange.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace broadsheet::query {

namespace {

/** Midnight in the zone of \a now. */
QDateTime midnight(const QDate &day, const QDateTime &now)
{
    switch (now.timeSpec()) {
    case Qt::UTC:
        return day.startOfDay(Qt::UTC);
    case Qt::OffsetFromUTC:
        return day.startOfDay(Qt::OffsetFromUTC, now.offsetFromUtc());
    case Qt::TimeZone:
        return day.startOfDay(now.timeZone());
    case Qt::LocalTime:
        break;
    }
    return day.startOfDay();
}

/** Begin and end of what a value names; a full time (RFC 3339) is both at once. */
std::optional<std::pair<QDateTime, QDateTime>> span(const QString &text, const QDateTime &now)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        const QDateTime time = QDateTime::fromString(text.toUpper(), Qt::ISODateWithMs);
        if (!time.isValid() || !text.contains(u't'))
            return std::nullopt;
        return std::pair{time, time};
    }
    const int year = match.captured(1).toInt();
    const bool hasMonth = !match.captured(2).isEmpty();
    const bool hasDay = !match.captured(3).isEmpty();
    const QDate first(year, hasMonth ? match.captured(2).toInt() : 1, hasDay ? match.captured(3).toInt() : 1);
    if (!first.isValid())
        return std::nullopt;
    const QDate after = hasDay ? first.addDays(1) : hasMonth ? first.addMonths(1) : first.addYears(1);
    return std::pair{midnight(first, now), midnight(after, now)};
}

std::optional<QDateTime> ago(const QString &text, const QDateTime &now)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,4})([hdwmy])$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int number = match.captured(1).toInt();
    switch (match.captured(2)[0].unicode()) {
    case u'h':
        return now.addSecs(-3600ll * number);
    case u'd':
        return now.addDays(-number);
    case u'w':
        return now.addDays(-7ll * number);
    case u'm':
        return now.addMonths(-number);
    default:
        return now.addYears(-number);
    }
}

Expression range(const QDateTime &from, const QDateTime &to)
{
    Expression e;
    e.kind = Expression::Kind::DateRange;
    e.from = from;
    e.to = to;
    return e;
}

} // namespace

std::optional<Expression> dateRange(const QString &value, const QDateTime &now)
{
    if (value == QLatin1String("today"))
        return range(midnight(now.date(), now), midnight(now.date().addDays(1), now));
    if (value == QLatin1String("yesterday"))
        return range(midnight(now.date().addDays(-1), now), midnight(now.date(), now));
    if (const auto since = ago(value, now))
        return range(*since, {});
    const qsizetype dots = value.indexOf(QLatin1String(".."));
    if (dots < 0) {
        const auto both = span(value, now);
        if (!both || both->first == both->second)
            return std::nullopt;
        return range(both->first, both->second);
    }
    const QString left = value.left(dots), right = value.mid(dots + 2);
    const auto first = span(left, now), last = span(right, now);
    if ((left.isEmpty() && right.isEmpty()) || (!left.isEmpty() && !first) || (!right.isEmpty() && !last))
        return std::nullopt;
    return range(first ? first->first : QDateTime(), last ? last->second : QDateTime());
}

} // namespace broadsheet::query
