// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words/wordlist.h"

#include "store/words/coding.h"

#include <algorithm>
#include <cstring>

namespace broadsheet::store::words {

/** A table for a whole book is not kept for the next article: it would be emptied for each. */
constexpr size_t largestKept = 1 << 14;

WordCollector::Word &WordCollector::word(std::string_view bytes)
{
    const quint32 hash = hashOf(bytes);
    size_t place = hash & (m_table.size() - 1);
    while (m_table[place] != 0) {
        Word &known = m_words[m_table[place] - 1];
        if (known.hash == hash && known.length == bytes.size() &&
            std::memcmp(m_text.data() + known.at, bytes.data(), bytes.size()) == 0)
            return known;
        place = (place + 1) & (m_table.size() - 1);
    }
    Word fresh;
    fresh.at = quint32(m_text.size());
    fresh.hash = hash;
    fresh.length = quint16(bytes.size());
    m_text.append(bytes);
    m_words.push_back(fresh);
    m_table[place] = quint32(m_words.size());
    if (m_words.size() * 2 > m_table.size())
        grow();
    return m_words.back();
}

void WordCollector::grow()
{
    m_table.assign(m_table.size() * 2, 0);
    for (size_t i = 0; i < m_words.size(); ++i) {
        size_t place = m_words[i].hash & (m_table.size() - 1);
        while (m_table[place] != 0)
            place = (place + 1) & (m_table.size() - 1);
        m_table[place] = quint32(i + 1);
    }
}

void WordCollector::add(Column column, QStringView text)
{
    quint32 position = 0;
    m_splitter.split(text, [&](std::string_view bytes) {
        Word &w = word(bytes);
        const bool again = (w.columns & maskOf(column)) != 0;
        w.columns |= maskOf(column);
        if (column == Column::Beginnings)
            return;
        ++w.counts[size_t(column)];
        const auto number = quint32(m_places.size());
        m_places.push_back({again ? position - w.last : position, 0});
        if (w.first == 0)
            w.first = number;
        else
            m_places[w.end].next = number;
        w.end = number;
        w.last = position++;
    });
    m_length += int(position);
}

WordList WordCollector::take()
{
    std::string bytes, places;
    bytes.reserve(m_text.size() + m_words.size() * 3 + m_places.size() * 2);
    for (const Word &w : m_words) {
        appendNumber(bytes, w.length);
        bytes.append(m_text, w.at, w.length);
        bytes.push_back(char(w.columns));
        for (int column = 0; column < placedColumns; ++column) {
            if (w.columns & (1 << column))
                appendNumber(bytes, w.counts[size_t(column)]);
        }
        places.clear();
        for (quint32 place = w.first; place != 0; place = m_places[place].next)
            appendNumber(places, m_places[place].step);
        appendNumber(bytes, places.size());
        bytes += places;
    }
    WordList list{QByteArray(bytes.data(), qsizetype(bytes.size())), m_length};
    m_text.clear();
    m_words.clear();
    m_places.resize(1);
    if (m_table.size() > largestKept)
        m_table = std::vector<quint32>(1024);
    else
        std::ranges::fill(m_table, 0);
    m_length = 0;
    return list;
}

} // namespace broadsheet::store::words
