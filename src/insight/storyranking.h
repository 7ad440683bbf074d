// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story.h"

namespace broadsheet::insight {

/**
 * The stories by weight: how many feeds tell it × how fresh it is at \a now × what the reader's marks say of
 * these feeds. Each gets its weight and whether the reader's interest raised it. Without \a interests all
 * feeds are equal.
 */
QList<Story> rankedStories(QList<Story> stories, const QList<FeedInterest> &interests, const QDateTime &now);

} // namespace broadsheet::insight
