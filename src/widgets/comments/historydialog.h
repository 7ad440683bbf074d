// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/commentarchive.h"

class QWidget;

namespace broadsheet {

/** Opens a window above \a parent with the earlier wordings of a comment, newest first, to read and copy
 * from. */
void openHistoryDialog(QWidget *parent, const QList<CommentVersion> &versions);

} // namespace broadsheet
