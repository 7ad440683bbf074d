// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QVariant>

namespace broadsheet::store {

class Connection;

/** The second half of a salvage: makes rows fit together that were found one by one. */
namespace salvagemend {

/** What the indexes of a table tell of rows that were not found. */
struct Seen
{
    QHash<qint64, QHash<QString, QVariantList>> missing; ///< row, index, its fields there
    QSet<QString> whole;                                 ///< indexes of which every page was readable
};

/**
 * Makes up rows from what the indexes tell, gives comments a row to hang on, takes away what lost its other
 * half, and makes every feed due. Gives the number of rows lost, by table.
 */
QHash<QString, qint64> mend(Connection &connection, const QHash<QString, Seen> &seen);

/** The part of it that a store needs whose pages are whole but whose rows contradict each other. */
void mendReferences(Connection &connection);

} // namespace salvagemend

} // namespace broadsheet::store
