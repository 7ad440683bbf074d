// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words/wordholders.h"

#include "store/words/blocklayout.h"

#include <algorithm>

namespace broadsheet::store::words {

namespace {

/** Looks for a word in blocks. Words ascend and each tells how much of the one before it begins with; so most are
 * passed without looking at their letters. */
class BlockScan
{
public:
    BlockScan(std::string_view word, const std::function<bool(const Entry &)> &take)
        : m_word(word), m_take(take)
    {
    }

    enum class End { Passed, Open, Damaged };

    /** Open: the word, or more of it, may be in the next block. */
    End run(std::string_view block)
    {
        ByteReader bytes(block);
        size_t common = 0;  ///< with the word, of the one before
        size_t before = 0;  ///< the length of the one before
        bool found = false; ///< it is the word
        while (!bytes.atEnd()) {
            const quint8 lengths = bytes.byte();
            const quint64 shared = longLength(lengths >> 4, bytes);
            const std::string_view rest = bytes.bytes(longLength(lengths & longestInByte, bytes));
            if (bytes.failed() || shared > before)
                return End::Damaged;
            before = size_t(shared) + rest.size();
            if (shared < common)
                return End::Passed;
            if (shared == common) {
                const std::string_view wanted = m_word.substr(common);
                const size_t same = size_t(std::ranges::mismatch(rest, wanted).in1 - rest.begin());
                found = same == wanted.size() && same == rest.size();
                if (!found && (same == wanted.size() ||
                               (same < rest.size() && quint8(rest[same]) > quint8(wanted[same]))))
                    return End::Passed;
                common += same;
            }
            if (!(found ? taken(bytes) : skipped(bytes)))
                return End::Damaged;
        }
        return End::Open;
    }

private:
    bool skipped(ByteReader &bytes) const
    {
        if (bytes.number() & 1) {
            bytes.skipNumbers(1);
        } else {
            bytes.bytes(bytes.number());
            bytes.number();
        }
        return !bytes.failed();
    }

    bool taken(ByteReader &bytes)
    {
        Entry entry;
        entry.word = m_word;
        const quint64 number = bytes.number();
        if (number & 1) {
            entry.articles = 1;
            m_single.clear();
            appendOnce(m_single, number >> 1);
            entry.holders = m_single;
            bytes.skipNumbers(1);
        } else {
            entry.articles = quint32(number >> 1);
            entry.holders = bytes.bytes(bytes.number());
            bytes.number();
        }
        return !bytes.failed() && !entry.holders.empty() && m_take(entry);
    }

    const std::string_view m_word;
    const std::function<bool(const Entry &)> &m_take;
    std::string m_single;
};

} // namespace

bool eachEntryOf(Connection &connection, const Segment &segment, std::string_view word,
                 const std::function<bool(const Entry &)> &take)
{
    BlockScan scan(word, take);
    qint64 block = firstBlock(segment.id) - 1;
    {
        // The last one that begins before the word: if the segment has it, it begins there or with the next.
        Query query(connection,
                    "SELECT id, data FROM word_block WHERE segment = ? AND first < ? "
                    "ORDER BY first DESC, id DESC LIMIT 1",
                    segment.id, blobOf(word));
        if (query.next()) {
            block = query.integer(0);
            const BlockScan::End end = scan.run(query.bytes(1));
            if (end != BlockScan::End::Open)
                return end == BlockScan::End::Passed;
        }
    }
    Query query(connection, "SELECT data FROM word_block WHERE id > ? AND id < ? ORDER BY id", block,
                firstBlock(segment.id + 1));
    while (query.next()) {
        const BlockScan::End end = scan.run(query.bytes(0));
        if (end != BlockScan::End::Open)
            return end == BlockScan::End::Passed;
    }
    return true;
}

const WordHolders::Held *WordHolders::of(const Segment &segment, const std::string &word)
{
    const auto [at, isNew] = m_words[word].try_emplace(segment.id);
    if (isNew) {
        Held held;
        const bool whole = eachEntryOf(m_connection, segment, word, [&held](const Entry &entry) {
            held.articles += entry.articles;
            held.parts.emplace_back(entry.holders);
            return true;
        });
        if (whole)
            at->second = std::move(held);
    }
    return at->second ? &*at->second : nullptr;
}

} // namespace broadsheet::store::words
