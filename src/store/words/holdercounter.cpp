// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words/holdercounter.h"

#include "store/words/phrasefinder.h"

#include <algorithm>

namespace broadsheet::store::words {

namespace {

/** How many there are in all can be reckoned from a half of the articles where several of it hold the word, or from a
 * quarter where many do. */
constexpr qint64 severalHold = 8, manyHold = 32;

std::vector<Segment> bySize(std::vector<Segment> segments)
{
    std::ranges::stable_sort(segments, std::greater<>(), &Segment::articles);
    return segments;
}

} // namespace

HolderCounter::HolderCounter(Connection &connection, WordHolders &holders)
    : m_connection(connection)
    , m_holders(holders)
    , m_segments(bySize(segments(connection)))
    , m_voids(connection)
{
    for (const Segment &segment : m_segments)
        m_articles += segment.articles;
}

qint64 HolderCounter::held(const Segment &segment, const std::string &word)
{
    const WordHolders::Held *held = m_holders.of(segment, word);
    return held ? held->articles : 0; // damaged, as the search will find
}

qint64 HolderCounter::reckon(const std::string &word, qint64 limit)
{
    qint64 count = 0, covered = 0;
    for (const Segment &segment : m_segments) {
        if (count >= limit)
            return limit;
        if ((count >= severalHold && 2 * covered >= m_articles) ||
            (count >= manyHold && 4 * covered >= m_articles))
            return std::min(limit, qint64(double(count) * double(m_articles) / double(covered)));
        count += held(segment, word);
        covered += segment.articles;
    }
    return std::min(limit, count);
}

qint64 HolderCounter::count(const std::string &word, qint64 limit)
{
    qint64 count = 0;
    std::vector<const Segment *> holding;
    for (const Segment &segment : m_segments) {
        const qint64 here = held(segment, word);
        count += here;
        if (count >= limit)
            return limit;
        if (here > 0)
            holding.push_back(&segment);
    }
    if (m_voids.isEmpty())
        return count;
    // Few, and perhaps some of them void: an article that was edited must not count for two.
    count = 0;
    for (const Segment *segment : holding)
        count += valid(*segment, word);
    return count;
}

qint64 HolderCounter::valid(const Segment &segment, const std::string &word)
{
    const WordHolders::Held *held = m_holders.of(segment, word);
    const auto hits = held ? wordHits(*held, segment, allColumns, nullptr) : std::nullopt;
    if (!hits)
        return 0;
    const std::vector<qint64> &articles = holdingsOf(segment).articles;
    return std::ranges::count_if(hits->articles, [&](quint32 number) {
        return number < articles.size() && !m_voids.contains(articles[number], segment.id);
    });
}

const Holdings &HolderCounter::holdingsOf(const Segment &segment)
{
    const auto [at, isNew] = m_holdings.try_emplace(segment.id);
    if (isNew)
        at->second = holdings(m_connection, segment).value_or(Holdings());
    return at->second;
}

qint64 holdersOf(Connection &connection, const std::string &word, qint64 limit)
{
    WordHolders holders(connection);
    return HolderCounter(connection, holders).count(word, limit);
}

} // namespace broadsheet::store::words
