// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/splitter.h"

#include <QByteArray>
#include <QHashFunctions>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::store::words {

/** Where in an article a word stands. What is kept of Beginnings is only that they are there. */
enum class Column { Title, Body, Authors, Tags, Beginnings };
inline constexpr int columnCount = 5;
/** Those with counts and positions. */
inline constexpr int placedColumns = 4;
using ColumnMask = quint8;
inline constexpr ColumnMask maskOf(Column column)
{
    return ColumnMask(1u << int(column));
}
inline constexpr ColumnMask allColumns = (1u << columnCount) - 1;

/** For tables in memory. Not to be foreseen, so that nobody writes texts whose words all meet in one place. */
inline quint32 hashOf(std::string_view word)
{
    return quint32(qHashBits(word.data(), word.size(), size_t(QHashSeed::globalSeed())));
}

/** The words of one article, each once, as they go into a segment. */
struct WordList
{
    /** For each word: its length and bytes, the mask of its columns, how often it is in each of them that has
     * places, and, after the length of these in bytes, its places in each, told as steps. */
    QByteArray bytes;
    int length = 0; ///< words in all, repeated ones counted

    bool isNull() const { return bytes.isNull(); }
};

/** Makes word lists; keeps its memory from one to the next. One thread at a time. */
class WordCollector
{
public:
    void add(Column column, QStringView text);
    /** What was added since the last call. Never null. */
    WordList take();

private:
    struct Word
    {
        quint32 at = 0; ///< in m_text
        quint32 hash = 0;
        quint32 last = 0; ///< its last place within the column that is read
        quint16 length = 0;
        quint8 column = 0; ///< the column of the last place
        ColumnMask columns = 0;
        std::array<quint32, placedColumns> counts{};
        quint32 first = 0, end = 0; ///< of its places in m_places, chained
    };
    struct Place
    {
        quint32 step = 0, next = 0;
    };

    Word &word(std::string_view bytes);
    void grow();

    Splitter m_splitter;
    std::string m_text;
    std::vector<Word> m_words;
    std::vector<Place> m_places{1};                            ///< number 0 is none
    std::vector<quint32> m_table = std::vector<quint32>(1024); ///< by hash: a word's number + 1
    int m_length = 0;
};

} // namespace broadsheet::store::words
