// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/storyranking.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace broadsheet::insight {

namespace {

constexpr double freshHours = 18;  ///< after which a story weighs 1/e
constexpr double readFactor = 0.6; ///< of a feed of which all is read
constexpr double starFactor = 6;   ///< one article starred in ten counts as much as all of them read
constexpr double raised = 1.4;     ///< from here on the interest is told as a reason

double interestIn(const FeedInterest &feed)
{
    return 1 + readFactor * feed.read + starFactor * std::min(0.2, feed.starred);
}

} // namespace

QList<Story> rankedStories(QList<Story> stories, const QList<FeedInterest> &interests, const QDateTime &now)
{
    QHash<FeedId, double> interest;
    double mean = 0;
    for (const FeedInterest &feed : interests) {
        interest.insert(feed.feed, interestIn(feed));
        mean += interestIn(feed) / double(interests.size());
    }
    for (Story &story : stories) {
        const double hours = double(std::max<qint64>(0, story.last.secsTo(now))) / 3600;
        double liked = 0;
        for (const StoryTelling &telling : std::as_const(story.tellings))
            liked += interest.value(telling.headline.feed, mean) / double(story.tellings.size());
        // Against the reader's own mean, so that who reads everything has no favourites.
        const double factor = mean > 0 ? liked / mean : 1;
        story.ofInterest = factor >= raised;
        story.weight = std::log2(1 + double(story.sources)) * std::exp(-hours / freshHours) * factor;
    }
    std::ranges::stable_sort(stories, [](const Story &a, const Story &b) {
        if (a.weight != b.weight)
            return a.weight > b.weight;
        return a.last != b.last ? a.last > b.last : a.id > b.id;
    });
    return stories;
}

} // namespace broadsheet::insight
