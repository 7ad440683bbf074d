// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

namespace broadsheet::store {

class Connection;

/** Brings the schema up to date from resources/sql/NNNN-what.sql, each file one transaction. */
namespace migrator {

/** The number of the last file. */
int latestVersion();

/** Safe when two processes do it at once: the version is read again inside the transaction. \a upTo: no
 * further than this version. */
Result<void> migrate(Connection &connection, int upTo = 0);

/** Statements end with ";" and an empty line: Qt's driver takes one at a time, and triggers have ";" inside.
 */
QStringList statements(const QString &script);

} // namespace migrator

} // namespace broadsheet::store
