// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "feed/context.h"

namespace broadsheet::feed {

/** JSON Feed 1.0 and 1.1. A document cut off keeps the items before the break. */
Result<void> readJsonFeed(const QByteArray &utf8, const QString &base, Context &context);

} // namespace broadsheet::feed
