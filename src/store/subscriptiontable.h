// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/subscription.h"

#include <QDateTime>
#include <QList>

namespace broadsheet::store {

class Connection;

/** The reader's ties to feeds. */
namespace subscriptions {

LibraryOverview overview(Connection &connection, const QDateTime &now);
std::optional<Subscription> find(Connection &connection, FeedId feed);
Result<Subscription> subscribe(Connection &connection, const NewSubscription &wanted, const QDateTime &now);
Result<ArticleChanges> edit(Connection &connection, FeedId feed, const SubscriptionEdit &edit,
                            const QDateTime &now);
Result<ArticleChanges> unsubscribe(Connection &connection, FeedId feed, const QDateTime &now);
/** Undo of unsubscribe: the next fetch brings the articles back. */
Result<void> revive(Connection &connection, FeedId feed);
Result<ImportResult> import(Connection &connection, const QList<ImportedFeed> &feeds, const QDateTime &now);
/** Where the reader's day began, as milliseconds. */
qint64 startOfDay(const QDateTime &now);

} // namespace subscriptions

} // namespace broadsheet::store
