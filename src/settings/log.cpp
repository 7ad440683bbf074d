// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(settingsLog, "broadsheet.settings", QtInfoMsg)

} // namespace broadsheet
