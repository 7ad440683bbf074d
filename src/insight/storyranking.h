// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story.h"

namespace broadsheet::insight {

/**
 * The stories by weight: how many feeds tell it × how fresh it is at \a now × what the reader's marks say of
 * these feeds and of its tags. Each gets its weight and what of the reader's interest raised it. Without
 * \a interests all are equal.
 */
QList<Story> rankedStories(QList<Story> stories, const ReaderInterests &interests, const QDateTime &now);

/** The tags of all \a stories, each once, those of most articles first. */
QStringList tagsOf(const QList<Story> &stories);

} // namespace broadsheet::insight
