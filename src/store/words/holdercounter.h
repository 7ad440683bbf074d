// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/wordholders.h"

#include <map>
#include <string>
#include <vector>

namespace broadsheet::store::words {

/** Counts the articles that hold a word. What it reads of words stays in \a holders; where something is void, each
 * segment's articles are read once. */
class HolderCounter
{
public:
    HolderCounter(Connection &connection, WordHolders &holders);

    /** Counted no further than \a limit, which stands for many. */
    qint64 count(const std::string &word, qint64 limit);
    /** About as many, at a fraction of the cost: what several articles of the larger segments hold is reckoned from
     * these, which are half of all, and what many hold from a quarter. An article that was indexed anew counts for two. */
    qint64 reckon(const std::string &word, qint64 limit);
    /** All that are indexed; one that was indexed anew counts for two. */
    qint64 articles() const { return m_articles; }
    bool isVoidSomewhere(qint64 article) const { return m_voids.contains(article, 0); }

private:
    qint64 held(const Segment &segment, const std::string &word);
    qint64 valid(const Segment &segment, const std::string &word);
    const Holdings &holdingsOf(const Segment &segment);

    Connection &m_connection;
    WordHolders &m_holders;
    const std::vector<Segment> m_segments; ///< the largest first
    qint64 m_articles = 0;
    const Voids m_voids;
    std::map<qint64, Holdings> m_holdings; ///< by segment; empty if damaged
};

/** The same for a single word. */
qint64 holdersOf(Connection &connection, const std::string &word, qint64 limit);

} // namespace broadsheet::store::words
