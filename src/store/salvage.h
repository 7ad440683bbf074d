// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/upkeep.h"

#include <QList>
#include <QString>

namespace broadsheet::store {

/**
 * Builds a whole store at \a target (which must not exist) from what \a damaged still holds, in whatever state
 * it is: every readable page is read, what is missing is looked for in the indexes, and what no longer fits
 * together is mended. Comments and their like, subscriptions and the state of articles come before contents,
 * which can be fetched again; the feeds are made due for it. \a damaged is only read.
 * The report has a line a table: rows rescued and lost. Fails only where \a target cannot be written.
 */
Result<QList<CheckResult>> salvage(const QString &damaged, const QString &target);

} // namespace broadsheet::store
