// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(widgetsLog, "broadsheet.widgets", QtInfoMsg)

} // namespace broadsheet
