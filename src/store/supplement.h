// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/upkeep.h"

#include <QList>
#include <QString>

namespace broadsheet::store {

/**
 * Gives the rescued database \a store (of today's version, opened by nobody) what the newest whole backup in
 * \a folder has and no feed can bring again: comments, drafts, starred and commented articles, and what the
 * reader said of feeds. Where nothing at all could be rescued, it becomes that backup. What is in the store
 * stays as it is. Says in the report what came from where; empty if there is no backup or it adds nothing.
 */
QList<CheckResult> supplement(const QString &store, const QString &folder);

} // namespace broadsheet::store
