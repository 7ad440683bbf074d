// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "model/article.h"
#include "model/subscription.h"

#include <optional>

namespace broadsheet::cli {

/** The subscription with this address as written or in canonical form; null if there is none. */
const Subscription *findFeed(const LibraryOverview &overview, const QString &address);
const Subscription *findFeed(const LibraryOverview &overview, FeedId id);
/** By path ("Parent/Child") or by a name that only one has. */
const Category *findCategory(const LibraryOverview &overview, const QString &name);
/** "Parent/Child"; empty for no category. */
QString categoryPath(const LibraryOverview &overview, CategoryId id);
/** True if \a category is \a ancestor or lies below it. */
bool isWithin(const LibraryOverview &overview, CategoryId category, CategoryId ancestor);

/** An article by the id that the user typed; nothing (and told) if it is no number. */
std::optional<ArticleId> articleIdOf(Context &context, const QString &word);

/** Fetches and tells failures; used by subscribe and sync. */
void syncFeeds(Context &context, const QList<FeedId> &feeds);

} // namespace broadsheet::cli
