// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/segmenttable.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace broadsheet::store::words {

/** Calls \a take with each entry of \a word, without its places; the entry is valid within the call. False if the
 * segment is damaged or \a take says so. */
bool eachEntryOf(Connection &connection, const Segment &segment, std::string_view word,
                 const std::function<bool(const Entry &)> &take);

/**
 * What segments hold of single words, each read no more than once. For questions that need the same words several
 * times; lives no longer than a transaction.
 */
class WordHolders
{
public:
    struct Held
    {
        qint64 articles = 0;
        std::vector<std::string> parts; ///< the holders of each entry
    };

    explicit WordHolders(Connection &connection) : m_connection(connection) {}
    /** Null if the segment is damaged. */
    const Held *of(const Segment &segment, const std::string &word);

private:
    Connection &m_connection;
    std::map<std::string, std::unordered_map<qint64, std::optional<Held>>, std::less<>>
        m_words; ///< by segment
};

} // namespace broadsheet::store::words
