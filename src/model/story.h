// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "model/article.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

namespace broadsheet {

constexpr int storyDays = 4; ///< before today: the stories of so many are shown

/** An article as the search for stories sees it. */
struct StoryText
{
    ArticleId article;
    QByteArray key; ///< breaks ties, whatever the order of arrival
    QDateTime time;
    QString title;
    QString lead;           ///< plain text; may be empty
    StoryId story;          ///< it belongs to already; invalid: none
    QList<ArticleId> apart; ///< whose story it is not, said the reader, who took it out
};

/** Why an article belongs to its story: a word that it shares, and how much of the likeness that makes. */
struct StoryWord
{
    QString word;
    double share = 0; ///< of 1
};

struct StoryMember
{
    ArticleId article;
    double likeness = 0;    ///< to the others, 0 to 1
    QList<StoryWord> words; ///< strongest first
};

/** A story as the search for stories left it. One with fewer than two members is none (any more). */
struct MatchedStory
{
    StoryId story;              ///< of the store; invalid for a new one
    QList<StoryId> merged;      ///< stories that went up in it
    QList<StoryMember> members; ///< in order of time
    QList<ArticleId> left;      ///< were members and stand alone now
};

/** Articles whose story is to be looked for, and those which lie around them in time. */
struct StoryWork
{
    QList<StoryText> fresh;
    QList<StoryText> around;
    qint64 from = 0;  ///< articles up to this number were done before
    qint64 until = 0; ///< and up to this one will be
    bool more = false;
    bool continued = false; ///< who asked holds all that is not told as around
    bool beside = false;    ///< so long before what who asked holds that nothing of that can change
    QDateTime coveredFrom;  ///< what is newer than this and not fresh is all around, or held; invalid: not so
};

/** How much work waits: articles whose story has not been looked for, and those around them that who has not
 * kept them must read first. Counted no further than is ever done at once. */
struct StoryBacklog
{
    qint64 fresh = 0;
    qint64 around = 0;
};

/** What who asks for work holds from the last time: all articles up to a number, from a time on. */
struct StoryMemory
{
    qint64 until = -1;
    QDateTime from;
    int more = 20'000; ///< so many that lie before are read in addition, rather than all anew
};

/** An article of a story. */
struct StoryTelling
{
    ArticleHeadline headline;
    double likeness = 0;
    QList<StoryWord> words;
};

/** Articles that tell one event. */
struct Story
{
    StoryId id;
    QString headline; ///< of the telling that stands for the story
    QDateTime first;  ///< time of the first telling
    QDateTime last;
    int sources = 0;              ///< feeds
    QList<StoryTelling> tellings; ///< in order of time
    qsizetype face = 0; ///< the telling that stands for the story: most like the others, and says it plainly
    double weight = 0;  ///< on the front page; see insight/storyranking.h
    bool ofInterest = false; ///< the reader's own marks on its feeds raised it
    QString likedTag;        ///< what those on one of its tags raised; else empty
};

/** What the reader's marks say of a feed: shares of its articles. */
struct FeedInterest
{
    FeedId feed;
    double read = 0;
    double starred = 0;
};

/** The same of a publishers' term: of its latest articles. */
struct TagInterest
{
    QString tag; ///< as asked for
    int articles = 0;
    double read = 0;
    double starred = 0;
};

struct ReaderInterests
{
    QList<FeedInterest> feeds;
    QList<TagInterest> tags;
};

} // namespace broadsheet

Q_DECLARE_METATYPE(broadsheet::Story)
