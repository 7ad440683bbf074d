// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/upkeep.h"

#include <QList>
#include <QString>

namespace broadsheet::store {

class Connection;

/** Is the store whole, and are the things kept twice the same? */
namespace checker {

/**
 * The checks in the order of a report. With \a repair wrong counts, a lost or differing search index and rows
 * that lost their other half are mended in place; nothing is touched where a page is broken (see
 * needsSalvage()). Call within a transaction.
 */
QList<CheckResult> check(Connection &connection, bool repair);
/** The same without mending, in two parts: tables and pages can be looked through by who only reads, and while others
 * write; the index of words only by who may write. */
QList<CheckResult> lookAtTables(Connection &connection);
CheckResult lookAtIndex(Connection &connection);
/** True if the report tells of what cannot be mended in place. */
bool needsSalvage(const QList<CheckResult> &report);
/** The report on a store that cannot be opened for damage. */
QList<CheckResult> unopened(const Error &error);

/** Counts and search index from the rows, whatever they were. */
void rebuild(Connection &connection);

} // namespace checker

Statistics readStatistics(Connection &connection, const QString &databaseFile);

} // namespace broadsheet::store
