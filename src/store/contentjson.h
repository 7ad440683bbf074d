// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/parsedfeed.h"

#include <QList>
#include <QString>
#include <QStringList>

/** Small lists of an article as JSON in its row; an empty list is an empty text. */
namespace broadsheet::store::contentjson {

QString fromPeople(const QList<Person> &people);
QList<Person> toPeople(const QString &json);
QString fromEnclosures(const QList<Enclosure> &enclosures);
QList<Enclosure> toEnclosures(const QString &json);
QString fromTexts(const QStringList &texts);
QStringList toTexts(const QString &json);

} // namespace broadsheet::store::contentjson
