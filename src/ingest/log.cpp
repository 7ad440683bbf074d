// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(ingestLog, "broadsheet.ingest", QtInfoMsg)

} // namespace broadsheet
