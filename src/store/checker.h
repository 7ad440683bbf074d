// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QList>

namespace broadsheet::store {

class Connection;

/** Looks whether the store is whole, and repairs what can be made anew: counts, index, stray rows. */
namespace checker {

QList<CheckResult> check(Connection &connection, bool repair);
/** What can be said of a store that did not open. */
QList<CheckResult> unopened(const Error &error);

} // namespace checker

Statistics readStatistics(Connection &connection, const QString &databaseFile);

} // namespace broadsheet::store
