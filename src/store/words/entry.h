// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/coding.h"
#include "store/words/wordlist.h"

#include <array>
#include <string_view>

namespace broadsheet::store::words {

/** How an article holds a word, in the two lowest bits of its step; the usual cases take no byte more. */
enum class HolderKind : quint8 {
    Any = 0, ///< then come the mask of columns, and how often the word is in each that has places
    OnceInBody = 1,
    OftenInBody = 2, ///< then comes how often
    Beginning = 3    ///< in Column::Beginnings alone
};
inline constexpr int kindBits = 2;

/**
 * A word of a segment and the articles that hold it, or a part of them: where there are very many, the word
 * comes several times. Articles are numbered within their segment.
 *
 * \c holders: for each article the step from the one before (the first time its number) and its HolderKind.
 * \c places: for each article its places in each of its columns that have places, as steps.
 */
struct Entry
{
    std::string_view word;
    quint32 articles = 0;
    std::string_view holders, places;
};

/** What an entry says of one article. */
struct Holder
{
    quint32 article = 0;
    HolderKind kind = HolderKind::Any;
    ColumnMask columns = 0;
    std::array<quint32, placedColumns> counts{};
    std::string_view head; ///< the bytes behind the step
};

/** Reads the holders of an entry, one after the other. */
class HolderReader
{
public:
    explicit HolderReader(const Entry &entry) : m_bytes(entry.holders) {}

    /** False at the end, and where the bytes make no sense (failed()). */
    bool next()
    {
        if (m_bytes.atEnd())
            return false;
        const quint64 step = m_bytes.number();
        m_holder.article += quint32(step >> kindBits);
        m_holder.kind = HolderKind(step & ((1 << kindBits) - 1));
        const char *const from = m_bytes.position();
        readColumns();
        m_holder.head = {from, size_t(m_bytes.position() - from)};
        return !m_bytes.failed();
    }
    const Holder &holder() const { return m_holder; }
    bool failed() const { return m_bytes.failed(); }

private:
    void readColumns()
    {
        switch (m_holder.kind) {
        case HolderKind::OnceInBody:
            m_holder.columns = maskOf(Column::Body);
            m_holder.counts = {0, 1, 0, 0};
            return;
        case HolderKind::OftenInBody:
            m_holder.columns = maskOf(Column::Body);
            m_holder.counts = {0, quint32(m_bytes.number()), 0, 0};
            return;
        case HolderKind::Beginning:
            m_holder.columns = maskOf(Column::Beginnings);
            m_holder.counts = {};
            return;
        case HolderKind::Any:
            break;
        }
        m_holder.columns = m_bytes.byte();
        for (int i = 0; i < placedColumns; ++i)
            m_holder.counts[size_t(i)] = m_holder.columns & (1 << i) ? quint32(m_bytes.number()) : 0;
    }

    ByteReader m_bytes;
    Holder m_holder;
};

} // namespace broadsheet::store::words
