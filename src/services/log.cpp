// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(servicesLog, "broadsheet.services", QtInfoMsg)

} // namespace broadsheet
