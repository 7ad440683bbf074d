// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/comment.h"

#include <QDateTime>
#include <QString>

/** When a comment was written, in words. Both times may have any zone; what is shown is local. */
namespace broadsheet::commenttime {

/** "just now", "5 minutes ago", "2 hours ago"; from a day on "Yesterday", "3 March", "3 March 2025". */
QString shown(const QDateTime &time, const QDateTime &now);
/** Date and time in full, of an edit too; empty for a deleted comment. */
QString exact(const Comment &comment);

} // namespace broadsheet::commenttime
