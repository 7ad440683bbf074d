// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/feedupdate.h"
#include "store/articletable.h"

namespace broadsheet::store {

class Connection;

/** What the entries will be in the store; touches no database, so any thread may do it. Takes the bodies out of
 * \a entries, which are needed no more. */
QList<articles::Content> prepared(QList<ParsedEntry> &entries);

/** Writes the outcome of a fetch: entries become articles. \a contents: prepared() of its entries, or empty.
 * NotFound if the feed is not subscribed (any more). */
Result<FeedUpdateResult> applyFeedUpdate(Connection &connection, const FeedUpdate &update,
                                         const QList<articles::Content> &contents);

} // namespace broadsheet::store
