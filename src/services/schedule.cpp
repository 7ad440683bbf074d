// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/schedule.h"

#include "model/parsedfeed.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace broadsheet {

using std::chrono::seconds;
using namespace std::chrono_literals;

namespace {

constexpr seconds shortest = 30min;
constexpr seconds shortestWish = 5min;
constexpr seconds longest = 22h;
constexpr seconds usual = 1h;
constexpr seconds longestHint = 24h;
constexpr seconds week = 24h * 7;
constexpr seconds longestInAll = 24h * 8; ///< whatever hints come together
constexpr seconds spreadAfterSkip = 10min;
constexpr int newestEntries = 10;

QDateTime after(const QDateTime &now, seconds wait, double jitter)
{
    return now.addSecs(qint64(double(wait.count()) * (1.0 + 0.1 * std::clamp(jitter, 0.0, 1.0))));
}

/** RSS Syndication Module: the period divided by the frequency. */
std::optional<seconds> syndication(const FetchHints &hints)
{
    const QString period = hints.updatePeriod.trimmed().toLower();
    seconds length{0};
    if (period == QLatin1String("hourly"))
        length = 1h;
    else if (period == QLatin1String("daily"))
        length = 24h;
    else if (period == QLatin1String("weekly"))
        length = week;
    else if (period == QLatin1String("monthly"))
        length = 24h * 30;
    else if (period == QLatin1String("yearly"))
        length = 24h * 365;
    else
        return std::nullopt;
    return std::min(week, length / std::max(1, hints.updateFrequency.value_or(1)));
}

seconds longestOfHints(const FetchHints &hints)
{
    seconds wait = syndication(hints).value_or(0s);
    if (hints.freshness)
        wait = std::max(wait, std::min(*hints.freshness, longestHint));
    if (hints.ttlMinutes && *hints.ttlMinutes > 0) {
        const qint64 most = longestHint / 1min;
        wait = std::max<seconds>(wait, std::chrono::minutes(std::min<qint64>(*hints.ttlMinutes, most)));
    }
    return wait;
}

/** RSS 2.0 skipHours and skipDays: on to the next hour in which the publisher wants to be asked. */
QDateTime outsideSkipped(const QDateTime &time, const FetchHints &hints)
{
    static const std::array<QLatin1String, 7> days{QLatin1String("monday"),    QLatin1String("tuesday"),
                                                   QLatin1String("wednesday"), QLatin1String("thursday"),
                                                   QLatin1String("friday"),    QLatin1String("saturday"),
                                                   QLatin1String("sunday")};
    const auto isSkipped = [&hints](const QDateTime &at) {
        // 24 for midnight is a slip of RSS 0.91's wording.
        const int hour = at.time().hour();
        if (hints.skipHours.contains(hour) || (hour == 0 && hints.skipHours.contains(24)))
            return true;
        return hints.skipDays.contains(days[size_t(at.date().dayOfWeek() - 1)], Qt::CaseInsensitive);
    };
    const int hoursOfAWeek = 7 * 24;
    QDateTime at = time;
    for (int i = 0; i < hoursOfAWeek && isSkipped(at); ++i) {
        const QTime begin(at.time().hour(), 0);
        at = QDateTime(at.date(), begin, Qt::UTC).addSecs(3600);
    }
    // Everything is skipped: nobody means that.
    return isSkipped(at) ? time : at;
}

} // namespace

FetchHints hintsOf(const ParsedFeed &feed, const QDateTime &now)
{
    FetchHints hints;
    hints.ttlMinutes = feed.ttlMinutes;
    hints.skipHours = feed.skipHours;
    hints.skipDays = feed.skipDays;
    hints.updatePeriod = feed.updatePeriod;
    hints.updateFrequency = feed.updateFrequency;
    std::vector<qint64> times;
    times.reserve(size_t(feed.entries.size()));
    for (const ParsedEntry &entry : feed.entries) {
        const QDateTime &date = entry.published.isValid() ? entry.published : entry.modified;
        if (date.isValid() && date <= now)
            times.push_back(date.toSecsSinceEpoch());
    }
    if (times.empty())
        return hints;
    const size_t count = std::min(times.size(), size_t(newestEntries));
    std::ranges::partial_sort(times, times.begin() + ptrdiff_t(count), std::greater());
    hints.newestEntry = QDateTime::fromSecsSinceEpoch(times.front(), Qt::UTC);
    if (count > 1)
        hints.entryGap = seconds((times.front() - times[count - 1]) / qint64(count - 1));
    return hints;
}

std::optional<seconds> rhythmOf(const FetchHints &hints, const QDateTime &now)
{
    if (!hints.newestEntry.isValid())
        return std::nullopt;
    // A feed that has been silent for long is asked less, whatever it did before.
    const seconds silence(std::max<qint64>(0, hints.newestEntry.secsTo(now)));
    return std::max(hints.entryGap.value_or(0s) / 2, silence / 8);
}

QDateTime nextAfterSuccess(const QDateTime &now, const FetchHints &hints, const FetchPace &pace,
                           double jitter)
{
    seconds wait = usual;
    if (const auto rhythm = rhythmOf(hints, now))
        wait = *rhythm;
    else if (pace.previous && *pace.previous > 0s)
        wait = *pace.previous + *pace.previous / 4;
    wait = std::clamp(wait, shortest, longest);
    if (pace.wish)
        wait = std::max(*pace.wish, shortestWish);
    wait = std::max(wait, longestOfHints(hints));
    const QDateTime next = after(now, wait, jitter);
    QDateTime allowed = outsideSkipped(next, hints);
    if (allowed != next) // not all of them at the full hour
        allowed = allowed.addSecs(qint64(jitter * double(spreadAfterSkip.count())));
    return now.secsTo(allowed) <= longestInAll.count() ? allowed : next;
}

QDateTime nextAfterFailure(const QDateTime &now, const Error &error, int failures,
                           std::optional<seconds> retryAfter, double jitter)
{
    if (error.code == ErrorCode::Gone)
        return after(now, 24h * 6 + 6h, jitter);
    seconds first = 30min;
    seconds most = longest;
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Cancelled:
    case ErrorCode::StoreBusy:
        most = first; // nobody's fault: the next chance is as good
        break;
    case ErrorCode::HostNotFound:
        most = 4h; // as often our own connection as theirs
        break;
    case ErrorCode::HttpStatus:
        if (error.number == 404) {
            first = 4h;
            most = week;
        }
        break;
    case ErrorCode::LoginRequired:
        first = 6h;
        most = week;
        break;
    default:
        break;
    }
    const int doublings = std::clamp(failures - 1, 0, 10);
    seconds wait = std::min(most, first * (1 << doublings));
    if (retryAfter)
        wait = std::max(wait, std::min(*retryAfter, week));
    return after(now, wait, jitter);
}

} // namespace broadsheet
