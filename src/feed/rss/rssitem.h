// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/entrydraft.h"

namespace broadsheet::feed {

/** An item of RSS 0.9x, 1.0 or 2.0 (RSS 2.0.11 §"Elements of <item>"). */
EntryDraft readRssItem(const XmlElement &item, Context &context);

} // namespace broadsheet::feed
