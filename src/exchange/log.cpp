// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(exchangeLog, "broadsheet.exchange", QtInfoMsg)

} // namespace broadsheet
