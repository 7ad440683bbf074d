// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/words/segmenttable.h"
#include "store/words/wordquery.h"

#include <map>
#include <vector>

namespace broadsheet::store {

class Connection;

namespace words {

/** The articles that were found, by ascending number; with their scores if these were asked for. */
struct Findings
{
    std::vector<qint64> articles;
    std::vector<float> scores;

    bool contains(qint64 article) const { return std::ranges::binary_search(articles, article); }
};

/** Of words that were looked for in all segments: which of these hold them, in ascending order. */
using KnownHolders = std::map<std::string, std::vector<qint64>>;

/**
 * Asks the index. With \a weights the findings are scored by how often and where they have the words and how
 * rare these are (BM25). What is \a known from the same transaction is not looked for again. Damage of the index is
 * StoreDamaged.
 */
Result<Findings> find(Connection &connection, const WordQuery &query, const ColumnWeights *weights = nullptr,
                      const KnownHolders &known = {});

/** Counts the articles that hold a word. To ask one for many words costs less: where something is void, each
 * segment's articles are read once. */
class HolderCounter
{
public:
    explicit HolderCounter(Connection &connection);

    /** Counted no further than \a limit, which stands for many. */
    qint64 count(const std::string &word, qint64 limit);
    /** About as many, at a fraction of the cost: what several articles of the larger segments hold is reckoned from
     * these, which are half of all. An article that was indexed anew counts for two. */
    qint64 reckon(const std::string &word, qint64 limit);
    /** What reckon() has learnt by the way. */
    const KnownHolders &known() const { return m_known; }
    bool isVoidSomewhere(qint64 article) const { return m_voids.contains(article, 0); }

private:
    qint64 held(const Segment &segment, const std::string &word);
    qint64 valid(const Segment &segment, const std::string &word);
    const Holdings &holdingsOf(const Segment &segment);

    Connection &m_connection;
    const std::vector<Segment> m_segments; ///< the largest first
    qint64 m_articles = 0;
    KnownHolders m_known;
    const Voids m_voids;
    std::map<qint64, Holdings> m_holdings; ///< by segment; empty if damaged
};

/** The same for a single word. */
qint64 holdersOf(Connection &connection, const std::string &word, qint64 limit);

} // namespace words

} // namespace broadsheet::store
