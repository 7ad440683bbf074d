// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/story.h"

namespace broadsheet::store {

class Connection;

namespace stories {

/** The next articles, in order of arrival, whose story has not been looked for, with those around them. With
 * a \a memory that reaches far enough nothing around is read. */
StoryWork work(Connection &connection, double windowHours, const StoryMemory &memory);
StoryBacklog backlog(Connection &connection, double windowHours);
/** Writes what a match changed and remembers how far it came. Gives the number of each story, in order;
 * invalid where it is none any more. AlreadyExists if another process came first. */
Result<QList<StoryId>> apply(Connection &connection, const QList<MatchedStory> &matched, qint64 from,
                             qint64 until);

/** Stories with a telling in [\a from, \a to), the latest first; an invalid \a to is no end. With \a most no
 * more than so many that were last told on one day (of UTC), the largest. */
QList<Story> between(Connection &connection, const QDateTime &from, const QDateTime &to, int most);
/** A question with one value, since when: the stories told since by more than one feed, as shown_story and
 * shown_last. */
constexpr const char *shown =
    "SELECT s.id AS shown_story, s.last AS shown_last FROM story s INDEXED BY story_last WHERE s.last >= ? "
    "AND "
    "(SELECT min(x.feed) < max(x.feed) FROM story_member y JOIN article x ON x.id = y.article "
    "WHERE y.story = s.id AND x.present = 1)";
/** Since when stories are shown, in milliseconds of the epoch. */
qint64 shownSince(const QDateTime &now);
/** How many were told since \a since by more than one feed. */
qint64 countSince(Connection &connection, qint64 since);
/** NotFound if there is none. */
Result<Story> find(Connection &connection, StoryId story);
/** The reader takes an article out; it stays out. */
Result<ArticleChanges> split(Connection &connection, ArticleId article);
/** Of all feeds, and of \a tags by their latest articles; no more tags than can be looked up in some
 * milliseconds. */
ReaderInterests interests(Connection &connection, const QStringList &tags);

} // namespace stories

} // namespace broadsheet::store
