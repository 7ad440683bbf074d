// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/storywords.h"

#include "widgets/articles/cardtext.h"

#include <QLocale>
#include <QSet>

namespace broadsheet {

namespace {

constexpr qsizetype wordsTold = 3;
constexpr qsizetype namesTold = 4;

} // namespace

QString StoryWords::reason(const Story &story)
{
    const QString feeds = story.sources > 1
                              ? tr("%n of your feeds", nullptr, story.sources)
                              : tr("%n articles of one feed", nullptr, int(story.tellings.size()));
    if (!story.likedTag.isEmpty())
        //: %1 is "6 of your feeds", %2 a publisher's term: "Space"
        return tr("%1, about “%2”, which you often read").arg(feeds, story.likedTag);
    //: %1 is "6 of your feeds"
    return story.ofInterest ? tr("%1, among them ones you often read").arg(feeds) : feeds;
}

QString StoryWords::sources(const Story &story)
{
    QStringList names;
    QSet<FeedId> feeds;
    for (const StoryTelling &telling : story.tellings) {
        if (!feeds.contains(telling.headline.feed))
            names.append(telling.headline.feedTitle);
        feeds.insert(telling.headline.feed);
    }
    const qsizetype more = names.size() - namesTold;
    if (more <= 1)
        return QLocale().createSeparatedList(names);
    //: %1 is a list of publishers: "The Meridian, Harbour News and 3 more"
    return tr("%1 and %n more", nullptr, int(more)).arg(names.mid(0, namesTold).join(tr(", ")));
}

QString StoryWords::why(const StoryTelling &telling)
{
    QStringList words;
    for (const StoryWord &word : telling.words.mid(0, wordsTold))
        words.append(word.word);
    if (words.isEmpty())
        return {};
    //: %1 is a list of words: "shares Velmora, bridge, and storm"
    return tr("shares %1").arg(QLocale().createSeparatedList(words));
}

QString StoryWords::later(qint64 seconds)
{
    const qint64 minutes = qMax<qint64>(seconds, 0) / 60;
    const QLocale locale;
    if (minutes < 60)
        //: How long after the first article of a story, in minutes
        return tr("+%1 min").arg(locale.toString(minutes));
    if (minutes < 48 * 60)
        //: The same in hours
        return tr("+%1 h").arg(locale.toString(minutes / 60));
    //: The same in days
    return tr("+%1 d").arg(locale.toString(minutes / (24 * 60)));
}

const ArticleHeadline &StoryWords::face(const Story &story)
{
    return story.tellings[story.face].headline;
}

QUrl StoryWords::picture(const Story &story)
{
    if (!face(story).image.isEmpty())
        return face(story).image;
    for (const StoryTelling &telling : story.tellings) {
        if (!telling.headline.image.isEmpty())
            return telling.headline.image;
    }
    return {};
}

QString StoryWords::spoken(const Story &story, const QDateTime &now)
{
    //: A story, as a screen reader says it: headline, reason, time of the last telling.
    return tr("%1, %2, %3").arg(story.headline, reason(story), CardText::time(story.last, now));
}

} // namespace broadsheet
