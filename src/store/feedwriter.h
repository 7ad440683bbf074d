// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/feedupdate.h"

namespace broadsheet::store {

class Connection;

/** Writes the outcome of a fetch: entries become articles. NotFound if the feed is not subscribed (any more).
 */
Result<FeedUpdateResult> applyFeedUpdate(Connection &connection, const FeedUpdate &update);

} // namespace broadsheet::store
