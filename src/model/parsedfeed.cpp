// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/parsedfeed.h"

namespace broadsheet {

QStringList namesOf(const QList<Person> &people)
{
    QStringList names;
    for (const Person &person : people) {
        const QString &name = person.name.isEmpty() ? person.email : person.name;
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace broadsheet
