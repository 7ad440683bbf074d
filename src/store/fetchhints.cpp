// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fetchhints.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace broadsheet::store {

using std::chrono::seconds;

namespace {

const QLatin1String freshnessKey("fresh");
const QLatin1String ttlKey("ttl");
const QLatin1String hoursKey("hours");
const QLatin1String daysKey("days");
const QLatin1String periodKey("period");
const QLatin1String frequencyKey("frequency");
const QLatin1String gapKey("gap");
const QLatin1String newestKey("newest");

std::optional<seconds> secondsAt(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(seconds(value.toInteger())) : std::nullopt;
}

std::optional<int> intAt(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

} // namespace

QString toText(const FetchHints &hints)
{
    QJsonObject object;
    if (hints.freshness)
        object.insert(freshnessKey, qint64(hints.freshness->count()));
    if (hints.ttlMinutes)
        object.insert(ttlKey, *hints.ttlMinutes);
    QJsonArray hours;
    for (const int hour : hints.skipHours)
        hours.append(hour);
    if (!hours.isEmpty())
        object.insert(hoursKey, hours);
    if (!hints.skipDays.isEmpty())
        object.insert(daysKey, QJsonArray::fromStringList(hints.skipDays));
    if (!hints.updatePeriod.isEmpty())
        object.insert(periodKey, hints.updatePeriod.left(32));
    if (hints.updateFrequency)
        object.insert(frequencyKey, *hints.updateFrequency);
    if (hints.entryGap)
        object.insert(gapKey, qint64(hints.entryGap->count()));
    if (hints.newestEntry.isValid())
        object.insert(newestKey, hints.newestEntry.toMSecsSinceEpoch());
    return object.isEmpty() ? QString()
                            : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

FetchHints hintsFrom(const QString &text)
{
    FetchHints hints;
    if (text.isEmpty())
        return hints;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    hints.freshness = secondsAt(object, freshnessKey);
    hints.ttlMinutes = intAt(object, ttlKey);
    const QJsonArray hours = object.value(hoursKey).toArray();
    for (const QJsonValue &hour : hours)
        hints.skipHours.append(hour.toInt());
    const QJsonArray days = object.value(daysKey).toArray();
    for (const QJsonValue &day : days)
        hints.skipDays.append(day.toString());
    hints.updatePeriod = object.value(periodKey).toString();
    hints.updateFrequency = intAt(object, frequencyKey);
    hints.entryGap = secondsAt(object, gapKey);
    if (object.value(newestKey).isDouble())
        hints.newestEntry = QDateTime::fromMSecsSinceEpoch(object.value(newestKey).toInteger(), Qt::UTC);
    return hints;
}

} // namespace broadsheet::store
