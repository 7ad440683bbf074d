// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

class QPoint;

namespace broadsheet {

class ThreadView;

/** Opens the menu of one comment of the thread at \a at: all that can be done with it. Nothing for a deleted
 * one. */
void openCommentMenu(ThreadView &thread, CommentId id, const QPoint &at);

} // namespace broadsheet
