// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <initializer_list>

namespace broadsheet::store {

class Connection;
struct PendingText;

/** The full-text index over articles and comments. It holds words only, so what leaves must be told again as
 * it came. */
namespace searchindex {

/** Scripts without spaces become overlapping pairs and a last single character: the index knows words only.
 */
QString indexed(const QString &text);

/** Letters of a word's beginning that the index answers at once; longer ones it puts together from its words. */
inline constexpr int shortestBeginning = 2, longestBeginning = 3;

/** The first letters of the words of a headline, its authors and tags, as the index keeps them beside the words.
 * What was written so must be taken back so: a change needs an index made anew. */
QString beginnings(std::initializer_list<QString> texts);
/** As which the index knows \a word, which has between two and three letters, as a beginning. */
QString beginning(const QString &word);

/** Notes a text for the end of the transaction. Written at once, it would be flushed to the disk by every
 * statement after it that may fail. */
void add(Connection &connection, PendingText text);
void flush(Connection &connection);
/** Characters that wait. */
qint64 pendingSize(const Connection &connection);

/** Articles that wait to be added since the index was made anew. */
qint64 backlog(Connection &connection);
/** Adds the newest \a articles of them; false when none is left. */
bool catchUp(Connection &connection, int articles);

void addComment(Connection &connection, qint64 id, const QString &text, const QString &quote,
                const QString &name);
void removeComment(Connection &connection, qint64 id, const QString &text, const QString &quote,
                   const QString &name);

} // namespace searchindex

} // namespace broadsheet::store
