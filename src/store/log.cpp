// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(storeLog, "broadsheet.store", QtInfoMsg)

} // namespace broadsheet
