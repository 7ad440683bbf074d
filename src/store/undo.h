// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/comment.h"

#include <QDateTime>

namespace broadsheet::store {

class Connection;

/** Plays the opposite of a change, itself a change. NotFound if it is unknown, undone, or nothing of it is
 * left; Unsupported for one that has no opposite. */
Result<UndoneChange> undo(Connection &connection, ChangeId change, const QDateTime &now);

} // namespace broadsheet::store
