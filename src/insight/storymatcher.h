// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/storylimits.h"
#include "model/story.h"

#include <QList>

#include <memory>

namespace broadsheet::insight {

/**
 * Finds the articles that tell one event. Each text is a vector of its terms, weighted by rareness; a story
 * is the sum of its members. An article joins the story that is most like it; stories that turn out alike
 * become one. What it costs depends on the limits, not on the number of texts held. The result does not
 * depend on the order in which a batch is given.
 */
class StoryMatcher
{
public:
    explicit StoryMatcher(const StoryLimits &limits = {});
    ~StoryMatcher();
    StoryMatcher(StoryMatcher &&) noexcept;
    StoryMatcher &operator=(StoryMatcher &&) noexcept;

    /** Takes in texts whose story is known (or known to be none), without looking for another. */
    void remember(const QList<StoryText> &texts);
    /** Finds the stories of new texts, and says which stories have changed by it. */
    QList<MatchedStory> match(const QList<StoryText> &texts);
    /** A story made by the last match has got its number in the store. */
    void setStory(ArticleId member, StoryId story);
    qsizetype size() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet::insight
