// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story.h"

#include <QList>

#include <memory>

namespace broadsheet::insight {

/** The numbers behind the matching; see docs/stories.md for how they were found. */
struct StoryLimits
{
    double join = 0.15;            ///< an article joins a story from this likeness on
    double merge = 0.14;           ///< two stories become one
    double mergeCohesion = 0.35;   ///< of the likeness within two stories must be between them, to merge
    double joinCohesion = 0.2;     ///< of the likeness within a story an article must have to its members
    double oneName = 0.5;          ///< taken off what one shared name gives beyond all others together
    double oneNameOfStories = 0.5; ///< the same between two stories
    double aloneName = 0.6;        ///< the same where nothing else is shared at all
    double steady = 0.6;           ///< taken off a word that comes as often every day
    double otherNames = 0.7;       ///< taken off a likeness without a common name where both have names
    double spread = 0.7;           ///< 1: a story is as like as its members on average; 0: as their sum
    double fadingHours = 24;       ///< likeness falls to 1/e
    double windowHours = 72;       ///< no member further than this from the next
    double longestHours = 240;     ///< from the first to the last member, for a merger
    int postings = 2500;           ///< looked at for one article
    int candidates = 20;           ///< compared with one article
};

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
