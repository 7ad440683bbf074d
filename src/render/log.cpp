// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/log.h"

namespace broadsheet {

Q_LOGGING_CATEGORY(renderLog, "broadsheet.render", QtInfoMsg)

} // namespace broadsheet
