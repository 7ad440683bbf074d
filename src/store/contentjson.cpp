// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contentjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace broadsheet::store::contentjson {

namespace {

QString written(const QJsonArray &array)
{
    return array.isEmpty() ? QString()
                           : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray read(const QString &json)
{
    return json.isEmpty() ? QJsonArray() : QJsonDocument::fromJson(json.toUtf8()).array();
}

void put(QJsonObject &object, const char *name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(name), value);
}

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

} // namespace

QString fromPeople(const QList<Person> &people)
{
    QJsonArray array;
    for (const Person &person : people) {
        QJsonObject object;
        put(object, "name", person.name);
        put(object, "email", person.email);
        put(object, "url", person.url);
        put(object, "avatar", person.avatar);
        array.append(object);
    }
    return written(array);
}

QList<Person> toPeople(const QString &json)
{
    QList<Person> people;
    const QJsonArray array = read(json);
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        people.append(
            {text(object, "name"), text(object, "email"), text(object, "url"), text(object, "avatar")});
    }
    return people;
}

QString fromEnclosures(const QList<Enclosure> &enclosures)
{
    QJsonArray array;
    for (const Enclosure &enclosure : enclosures) {
        QJsonObject object;
        put(object, "url", enclosure.url);
        put(object, "type", enclosure.mimeType);
        put(object, "title", enclosure.title);
        if (enclosure.sizeInBytes)
            object.insert(QStringLiteral("size"), *enclosure.sizeInBytes);
        if (enclosure.durationInSeconds)
            object.insert(QStringLiteral("duration"), *enclosure.durationInSeconds);
        array.append(object);
    }
    return written(array);
}

QList<Enclosure> toEnclosures(const QString &json)
{
    QList<Enclosure> enclosures;
    const QJsonArray array = read(json);
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        Enclosure enclosure{text(object, "url"), text(object, "type"), text(object, "title"), {}, {}};
        if (object.contains(QStringLiteral("size")))
            enclosure.sizeInBytes = object.value(QStringLiteral("size")).toInteger();
        if (object.contains(QStringLiteral("duration")))
            enclosure.durationInSeconds = object.value(QStringLiteral("duration")).toDouble();
        enclosures.append(enclosure);
    }
    return enclosures;
}

QString fromTexts(const QStringList &texts)
{
    return written(QJsonArray::fromStringList(texts));
}

QStringList toTexts(const QString &json)
{
    QStringList texts;
    const QJsonArray array = read(json);
    for (const auto &value : array)
        texts.append(value.toString());
    return texts;
}

} // namespace broadsheet::store::contentjson
