// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/keylist.h"

class QWidget;

namespace broadsheet {

/** The list of keys, without blocking. */
void openKeys(const QList<KeyEntry> &keys, QWidget *parent);
/** Version, licence and the typefaces that come with the program. */
void openAbout(QWidget *parent);

} // namespace broadsheet
