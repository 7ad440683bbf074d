// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(htmlLog, "broadsheet.html", QtInfoMsg)

} // namespace broadsheet
