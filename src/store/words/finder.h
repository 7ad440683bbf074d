// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/words/wordholders.h"
#include "store/words/wordquery.h"

#include <vector>

namespace broadsheet::store {

class Connection;

namespace words {

/** The articles that were found, by ascending number; with their scores if these were asked for. */
struct Findings
{
    std::vector<qint64> articles;
    std::vector<float> scores;
    /** How many of the question's phrases each has, with the scores; what counts as much as a word of the headline
     * counts for two. */
    std::vector<quint8> shared;

    bool contains(qint64 article) const { return std::ranges::binary_search(articles, article); }
};

/**
 * Asks the index. With \a weights the findings are scored by how often and where they have the words and how
 * rare these are (BM25). Single words that \a holders knows are not read again. Damage of the index is StoreDamaged.
 */
Result<Findings> find(Connection &connection, const WordQuery &query, const ColumnWeights *weights = nullptr,
                      WordHolders *holders = nullptr);

} // namespace words

} // namespace broadsheet::store
