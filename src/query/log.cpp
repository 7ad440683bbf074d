// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(queryLog, "broadsheet.query", QtInfoMsg)

} // namespace broadsheet
