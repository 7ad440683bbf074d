// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace broadsheet {

Q_DECLARE_LOGGING_CATEGORY(feedLog)

} // namespace broadsheet
