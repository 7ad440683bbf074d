// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(insightLog, "broadsheet.insight", QtInfoMsg)

} // namespace broadsheet
