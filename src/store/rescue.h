// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/upkeep.h"
#include "store/profile.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace broadsheet::store {

/** What is done while nobody has the database open: another one takes its place, and the old one is kept. */
namespace rescue {

/** A new store from what can be read of the present one. The report's first line says where the old one is. */
Result<QList<CheckResult>> repair(const Profile &profile, const QDateTime &now);

/**
 * The store in \a file takes the place of the present one. It is looked at first: Malformed (no store of ours,
 * or a damaged one), StoreTooNew, FileNotFound, FileUnreadable. An older one is brought forward. StoreBusy
 * while somebody has the present one open. Gives the name under which that is kept, empty if there was none.
 */
Result<QString> restore(const Profile &profile, const QString &file, const QDateTime &now);

} // namespace rescue

} // namespace broadsheet::store
