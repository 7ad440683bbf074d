// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/upkeep.h"

#include <QDateTime>
#include <QList>

namespace broadsheet::store {

class Connection;

/**
 * How articles leave: thinned out by age and number, or thrown away by the reader. What is starred, commented or
 * has a draft is spared (law 3); the state row stays, so that nothing comes back as new while its feed lists it.
 */
namespace retention {

/** Takes away the contents of up to \a most articles that \a policy, or the wish for their feed or category,
 * does not keep. Nothing removed: all is done. */
ArticleChanges thin(Connection &connection, const RetentionPolicy &policy, const QDateTime &now, int most);

/** Into the bin, out of every view; one change of the log. */
Result<ArticleChanges> throwAway(Connection &connection, const QList<ArticleId> &ids, const QDateTime &now);
/** Out of the bin again, those that are still there. */
Result<ArticleChanges> takeBack(Connection &connection, const QList<ArticleId> &ids, const QDateTime &now);
/** What lies in the bin, newest first. */
QList<ArticleId> bin(Connection &connection, int limit);
/** Takes away for good what has been in the bin for 30 days, up to \a most; gives how many. */
int emptyBin(Connection &connection, const QDateTime &now, int most);

/** The reader's wish for a feed or a category; nothing: as above it. */
void setLimits(Connection &connection, FeedId feed, const RetentionLimits &limits);
void setLimits(Connection &connection, CategoryId category, const RetentionLimits &limits);

} // namespace retention

} // namespace broadsheet::store
