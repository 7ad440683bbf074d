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
constexpr double raised = 1.4;     ///< from here on the interest in its feeds is told as a reason
constexpr double tagRaised = 1.25; ///< and that in one of its tags
constexpr double tagLeast = 0.8, tagMost = 1.6;
constexpr int fewArticles = 4; ///< a tag of fewer says nothing
constexpr double doubt = 10;   ///< so many articles of mean interest are reckoned with those of a tag

double interestIn(double read, double starred)
{
    return 1 + readFactor * read + starFactor * std::min(0.2, starred);
}

/** All interests as factors against the reader's own mean, so that who reads everything has no favourites. */
class Factors
{
public:
    explicit Factors(const ReaderInterests &interests)
    {
        for (const FeedInterest &feed : interests.feeds) {
            const double found = interestIn(feed.read, feed.starred);
            m_feeds.insert(feed.feed, found);
            m_mean += found / double(interests.feeds.size());
        }
        if (m_mean <= 0)
            return;
        for (const TagInterest &tag : interests.tags) {
            if (tag.articles < fewArticles)
                continue;
            const double known = interestIn(tag.read, tag.starred) * tag.articles;
            m_tags.insert(tag.tag, (known / m_mean + doubt) / (tag.articles + doubt));
        }
    }

    double ofFeeds(const Story &story) const
    {
        if (m_mean <= 0)
            return 1;
        double liked = 0;
        for (const StoryTelling &telling : story.tellings)
            liked += m_feeds.value(telling.headline.feed, m_mean) / double(story.tellings.size());
        return liked / m_mean;
    }

    /** That of the tag which the reader likes most; 1 where nothing is known of any. */
    std::pair<double, QString> ofTags(const Story &story) const
    {
        std::pair<double, QString> best{0, {}};
        for (const StoryTelling &telling : story.tellings) {
            for (const QString &tag : telling.headline.tags) {
                const double found = m_tags.value(tag, 0);
                if (found > best.first || (found == best.first && found > 0 && tag < best.second))
                    best = {found, tag};
            }
        }
        return best.first > 0 ? std::pair(std::clamp(best.first, tagLeast, tagMost), best.second)
                              : std::pair(1.0, QString());
    }

private:
    QHash<FeedId, double> m_feeds;
    QHash<QString, double> m_tags;
    double m_mean = 0;
};

} // namespace

QList<Story> rankedStories(QList<Story> stories, const ReaderInterests &interests, const QDateTime &now)
{
    const Factors factors(interests);
    for (Story &story : stories) {
        const double hours = double(std::max<qint64>(0, story.last.secsTo(now))) / 3600;
        const double ofFeeds = factors.ofFeeds(story);
        const auto [ofTag, tag] = factors.ofTags(story);
        story.ofInterest = ofFeeds >= raised;
        story.likedTag = ofTag >= tagRaised ? tag : QString();
        story.weight = std::log2(1 + double(story.sources)) * std::exp(-hours / freshHours) * ofFeeds * ofTag;
    }
    std::ranges::stable_sort(stories, [](const Story &a, const Story &b) {
        if (a.weight != b.weight)
            return a.weight > b.weight;
        return a.last != b.last ? a.last > b.last : a.id > b.id;
    });
    return stories;
}

QStringList tagsOf(const QList<Story> &stories)
{
    QHash<QString, int> count;
    for (const Story &story : stories) {
        for (const StoryTelling &telling : story.tellings) {
            for (const QString &tag : telling.headline.tags)
                ++count[tag];
        }
    }
    QStringList tags = count.keys();
    std::ranges::sort(tags, [&count](const QString &a, const QString &b) {
        const int x = count.value(a), y = count.value(b);
        return x != y ? x > y : a < b;
    });
    return tags;
}

} // namespace broadsheet::insight
