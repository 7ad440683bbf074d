// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(feedLog, "broadsheet.feed", QtInfoMsg)

} // namespace broadsheet
