// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace broadsheet::net {

/**
 * The bytes of a file of this machine, for feeds and pages that are local. Blocks, so for the pool.
 * FileNotFound; Unsupported for what is no ordinary file (folders, devices, pipes: they may never end);
 * TooLarge past \a maxBytes; FileUnreadable.
 */
Result<QByteArray> readLocalFile(const QString &path, qint64 maxBytes);

} // namespace broadsheet::net
