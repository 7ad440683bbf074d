// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/feedupdate.h"

#include <QDateTime>
#include <QList>

namespace broadsheet::store {

class Connection;

/** When and how feeds are fetched. */
namespace fetching {

QList<FetchPlan> plans(Connection &connection, const FetchWish &wish, const QDateTime &now);
/** Status, times, validators and address after a fetch; the articles are feedwriter's. */
void record(Connection &connection, const FeedUpdate &update);

} // namespace fetching

} // namespace broadsheet::store
