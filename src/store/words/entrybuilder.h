// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/segmenttable.h"

#include <string>

namespace broadsheet::store::words {

/** Puts the entries of a word together from what articles or other segments have, and hands on what is large.
 */
class EntryBuilder
{
public:
    explicit EntryBuilder(BlockWriter &writer) : m_writer(writer) {}

    /** Words must ascend. The bytes must live until end(). */
    void begin(std::string_view word) { m_entry.word = word; }

    /** \a head: the bytes behind the step (see HolderKind). Articles must ascend within a word. */
    void add(quint32 article, HolderKind kind, std::string_view head, std::string_view places)
    {
        const quint32 step = m_entry.articles == 0 ? article : article - m_last;
        appendNumber(m_holders, quint64(step) << kindBits | quint64(kind));
        m_holders += head;
        m_places += places;
        m_last = article;
        ++m_entry.articles;
        if (m_holders.size() + m_places.size() >= partSize)
            end();
    }

    /** All of an entry, its articles numbered \a offset higher. */
    void add(const Entry &entry, quint32 offset)
    {
        HolderReader reader(entry);
        if (!reader.next())
            return;
        const Holder &holder = reader.holder();
        const quint32 first = holder.article + offset;
        const quint32 step = m_entry.articles == 0 ? first : first - m_last;
        appendNumber(m_holders, quint64(step) << kindBits | quint64(holder.kind));
        m_holders += entry.holders.substr(size_t(holder.head.data() - entry.holders.data()));
        m_places += entry.places;
        while (reader.next()) {
        }
        m_last = reader.holder().article + offset;
        m_entry.articles += entry.articles;
        if (m_holders.size() + m_places.size() >= partSize)
            end();
    }

    void end()
    {
        if (m_entry.articles == 0)
            return;
        m_entry.holders = m_holders;
        m_entry.places = m_places;
        m_writer.add(m_entry);
        m_entry.articles = 0;
        m_holders.clear();
        m_places.clear();
    }

private:
    /** Bytes at which another part of the same word begins. */
    static constexpr size_t partSize = 64 * 1024;

    BlockWriter &m_writer;
    Entry m_entry;
    quint32 m_last = 0; ///< article of the entry
    std::string m_holders, m_places;
};

} // namespace broadsheet::store::words
