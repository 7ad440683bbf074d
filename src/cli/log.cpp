// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(cliLog, "broadsheet.cli", QtInfoMsg)

} // namespace broadsheet
