// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    double aloneWord = 0.75;       ///< the same of a word that is no name
    double steady = 0.6;           ///< taken off a word that comes as often every day
    double priorTexts = 300;   ///< reckoned with besides those held, so that in few not all words seem rare
    double priorShare = 0.01;  ///< of these, that hold a word which is no name
    double priorName = 0.002;  ///< that hold a name
    double onceFrom = 100;     ///< texts from which on it tells something that a word is in one alone
    double otherNames = 0.7;   ///< taken off a likeness without a common name where both have names
    double spread = 0.7;       ///< 1: a story is as like as its members on average; 0: as their sum
    double fadingHours = 24;   ///< likeness falls to 1/e
    double windowHours = 72;   ///< no member further than this from the next
    double longestHours = 240; ///< from the first to the last member, for a merger
    int postings = 2500;       ///< looked at for one article
    int candidates = 20;       ///< compared with one article
};

} // namespace broadsheet::insight
