// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/wordlist.h"

#include <vector>

namespace broadsheet::store {

class Connection;

namespace words {

struct IndexedArticle
{
    qint64 article = 0;
    WordList words;
};

/** Writes the words of \a articles, each of which is in the list once, as a segment. */
void writeSegment(Connection &connection, std::vector<IndexedArticle> articles);

} // namespace words

} // namespace broadsheet::store
