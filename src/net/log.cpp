// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(netLog, "broadsheet.net", QtInfoMsg)

} // namespace broadsheet
