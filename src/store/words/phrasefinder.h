// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/wordholders.h"
#include "store/words/wordquery.h"

#include <vector>

namespace broadsheet::store::words {

/** The articles of a segment that hold a phrase, by their number in it, ascending. */
struct PhraseHits
{
    std::vector<quint32> articles;
    std::vector<float> frequencies; ///< how often, a column's weight each time; if weights were given
};

/** Nothing if the segment is damaged. */
std::optional<PhraseHits> phraseHits(Connection &connection, const Segment &segment, const WordQuery &phrase,
                                     const ColumnWeights *weights);
/** The same of a single word, of which it is known what the segment holds. */
std::optional<PhraseHits> wordHits(const WordHolders::Held &held, const Segment &segment, ColumnMask columns,
                                   const ColumnWeights *weights);

} // namespace broadsheet::store::words
