// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/wordlist.h"

#include <QString>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace broadsheet::store::words {

/** What the index is asked for: phrases, each a word or several that follow each other, and how they go
 * together. */
struct WordQuery
{
    enum class Kind { Phrase, And, Or };
    Kind kind = Kind::Phrase;
    std::vector<std::string> words; ///< of a phrase
    bool prefix = false;            ///< the last one is the beginning of a word
    ColumnMask columns = allColumns;
    std::vector<WordQuery> children;

    /** The words of \a text, one after the other; empty if there is none. */
    static WordQuery phrase(QStringView text, bool prefix = false, ColumnMask columns = allColumns)
    {
        WordQuery query;
        query.prefix = prefix;
        query.columns = columns;
        thread_local Splitter splitter; // it learns letters
        splitter.split(text, [&query](std::string_view word) { query.words.emplace_back(word); });
        return query;
    }
    /** Of nothing and something it is the latter. */
    static WordQuery of(Kind kind, std::vector<WordQuery> children)
    {
        std::erase_if(children, [](const WordQuery &child) { return child.isEmpty(); });
        if (children.size() == 1)
            return std::move(children.front());
        WordQuery query;
        query.kind = kind;
        query.children = std::move(children);
        return query;
    }
    bool isEmpty() const { return words.empty() && children.empty(); }
    /** True if a part asks for all words that begin so. */
    bool asksForPrefix() const
    {
        return prefix || std::ranges::any_of(children, [](const WordQuery &c) { return c.asksForPrefix(); });
    }
};

/** How much a word of each column counts. */
using ColumnWeights = std::array<double, columnCount>;

} // namespace broadsheet::store::words
