// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/feedupdate.h"
#include "model/fetchtry.h"

#include <QHash>
#include <QList>

namespace broadsheet::store {

class Connection;

/** The last tries of each feed, a ring of `triesKept` rows. */
namespace fetchlog {

void append(Connection &connection, const FeedUpdate &update, const FeedUpdateResult &result);
/** Newest first. */
QList<FetchTry> tries(Connection &connection, FeedId feed);

/** Articles of the last four weeks, a week, by feed. */
QHash<FeedId, double> articlesAWeek(Connection &connection, const QDateTime &now);

} // namespace fetchlog

} // namespace broadsheet::store
