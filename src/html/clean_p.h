// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"

namespace broadsheet::html {

/** Only for what the cleaner itself has written. */
SafeHtml vouchFor(QByteArray cleaned);

} // namespace broadsheet::html
