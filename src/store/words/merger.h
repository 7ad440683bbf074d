// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace broadsheet::store {

class Connection;

namespace words {

/**
 * Every commit leaves a segment. A question asks each of them, so some are made one now and then: those with
 * about as many articles, so that none is written anew often.
 */

/** Merges what is small, at once: some ten milliseconds at the most, and most often nothing. */
void mergeSmall(Connection &connection);

/**
 * Goes on with merging what is larger, or begins with it, until about \a bytes are written; true if there is
 * more to do. What is under way is not asked until it is whole, and may be left at any time.
 */
bool mergeOn(Connection &connection, qint64 bytes);

/** True if segments come faster than mergeOn() is called in quiet moments. */
bool isCrowded(Connection &connection);

} // namespace words

} // namespace broadsheet::store
