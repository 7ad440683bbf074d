// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/wordlist.h"

#include <QString>

#include <initializer_list>

namespace broadsheet::store {

class Connection;

/** The full-text index over articles (store/words) and comments (FTS5, which must be told again what leaves,
 * as it came). */
namespace searchindex {

/** Scripts without spaces become overlapping pairs and a last single character: the index knows words only.
 */
QString indexed(const QString &text);

/** Letters of a word's beginning that the index answers at once; longer ones it puts together from its words.
 */
inline constexpr int shortestBeginning = 2, longestBeginning = 3;

/** The first letters of the words of a headline, its authors and tags, as the index keeps them beside the
 * words. A change needs an index made anew. */
QString beginnings(std::initializer_list<QString> texts);
/** As which the index knows \a word, which has between two and three letters, as a beginning. */
QString beginning(const QString &word);

/** The words of an article, as the index takes them. Its body is what a reader can read, its page's text
 * included. */
words::WordList wordsOf(const QString &title, const QString &body, const QString &authors,
                        const QString &tags);

/** Notes for the end of the transaction what the index is to hold of an article. */
void set(Connection &connection, qint64 article, words::WordList words);
/** That it is to hold nothing of it. */
void remove(Connection &connection, qint64 article);
/** Writes what was noted; before the commit. */
void flush(Connection &connection);
/** Bytes that wait. */
qint64 pendingSize(const Connection &connection);

/** Merges some of the index's segments, for some tenths of a second; nothing where there are few. True while
 * more is left. */
bool tidyUp(Connection &connection);

/** Forgets all articles; they are added by catchUp(). */
void clear(Connection &connection);
/** Articles that wait to be added since the index was made anew. */
qint64 backlog(Connection &connection);
/** Articles that it lacks though they do not wait, and such that it should not have. */
qint64 differences(Connection &connection);
/** Adds the newest \a articles of them; false when none is left. */
bool catchUp(Connection &connection, int articles);

void addComment(Connection &connection, qint64 id, const QString &text, const QString &quote,
                const QString &name);
void removeComment(Connection &connection, qint64 id, const QString &text, const QString &quote,
                   const QString &name);

} // namespace searchindex

} // namespace broadsheet::store
