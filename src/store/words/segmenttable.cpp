// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words/segmenttable.h"

#include "store/words/blocklayout.h"

#include <algorithm>

namespace broadsheet::store::words {

namespace {

constexpr size_t blockSize = 16 * 1024;

/** The block in which a word is, if the segment has it: the last one that begins before it. */
qint64 blockBefore(Connection &connection, qint64 segment, std::string_view word)
{
    Query query(
        connection,
        "SELECT id FROM word_block WHERE segment = ? AND first < ? ORDER BY first DESC, id DESC LIMIT 1",
        segment, blobOf(word));
    return query.next() ? query.integer(0) - 1 : firstBlock(segment) - 1;
}

} // namespace

Voids::Voids(Connection &connection)
{
    Query query(connection, "SELECT article, until FROM word_gone ORDER BY article");
    while (query.next()) {
        m_articles.push_back(query.integer(0));
        m_until.push_back(query.integer(1));
    }
}

bool Voids::contains(qint64 article, qint64 segment) const
{
    if (m_articles.empty())
        return false;
    const auto at = std::ranges::lower_bound(m_articles, article);
    return at != m_articles.end() && *at == article && segment <= m_until[size_t(at - m_articles.begin())];
}

std::vector<Segment> segments(Connection &connection)
{
    std::vector<Segment> list;
    Query query(connection, "SELECT id, articles, length FROM word_segment WHERE state = ? ORDER BY id",
                int(SegmentState::Whole));
    while (query.next())
        list.push_back({query.integer(0), quint32(query.integer(1)), query.integer(2)});
    return list;
}

std::optional<Holdings> holdings(Connection &connection, const Segment &segment)
{
    Query query(connection, "SELECT holdings FROM word_segment WHERE id = ?", segment.id);
    if (!query.next())
        return std::nullopt;
    const QByteArray data = query.blob(0);
    ByteReader bytes({data.constData(), size_t(data.size())});
    Holdings found;
    // A damaged number must not ask for memory: an article takes two bytes at least.
    const auto count = std::min<size_t>(segment.articles, size_t(data.size()) / 2);
    found.articles.reserve(count);
    found.lengths.reserve(count);
    qint64 article = 0;
    while (!bytes.atEnd()) {
        const quint64 step = bytes.number();
        article += qint64(step >> 1) ^ -qint64(step & 1);
        found.append(article, quint32(bytes.number()));
    }
    if (bytes.failed() || found.articles.size() != segment.articles)
        return std::nullopt;
    return found;
}

std::optional<Holdings> holdings(Connection &connection, const Segment &segment,
                                 const std::vector<quint32> &wanted)
{
    Query query(connection, "SELECT holdings FROM word_segment WHERE id = ?", segment.id);
    if (!query.next())
        return std::nullopt;
    ByteReader bytes(query.bytes(0));
    Holdings found;
    found.articles.reserve(wanted.size());
    found.lengths.reserve(wanted.size());
    qint64 article = 0;
    quint32 number = 0;
    auto next = wanted.begin();
    for (; !bytes.atEnd(); ++number) {
        const quint64 step = bytes.number();
        article += qint64(step >> 1) ^ -qint64(step & 1);
        if (next == wanted.end() || *next != number) {
            bytes.skipNumbers(1);
            continue;
        }
        found.append(article, quint32(bytes.number()));
        ++next;
    }
    if (bytes.failed() || number != segment.articles || next != wanted.end())
        return std::nullopt;
    return found;
}

QByteArray packedHoldings(const Holdings &holdings)
{
    std::string bytes;
    qint64 before = 0;
    for (size_t i = 0; i < holdings.articles.size(); ++i) {
        const qint64 step = holdings.articles[i] - before;
        appendNumber(bytes, (quint64(step) << 1) ^ quint64(step >> 63));
        appendNumber(bytes, holdings.lengths[i]);
        before = holdings.articles[i];
    }
    return QByteArray(bytes.data(), qsizetype(bytes.size()));
}

qint64 lastSegment(Connection &connection)
{
    Query query(connection, "SELECT max(id) FROM word_segment");
    return query.next() ? query.integer(0) : 0;
}

BlockWriter::BlockWriter(Connection &connection, qint64 segment)
    : m_connection(connection), m_segment(segment)
{
    Query query(connection, "SELECT count(*) FROM word_block WHERE id BETWEEN ? AND ?", firstBlock(segment),
                firstBlock(segment + 1) - 1);
    m_blocks = query.next() ? query.integer(0) : 0;
}

void BlockWriter::add(const Entry &entry)
{
    if (m_data.empty())
        m_first = entry.word;
    const size_t limit = std::min(entry.word.size(), m_previous.size());
    size_t shared = 0;
    while (shared < limit && entry.word[shared] == m_previous[shared])
        ++shared;
    appendLengths(m_data, shared, entry.word.size() - shared);
    m_data.append(entry.word.substr(shared));
    m_previous.assign(entry.word);
    const quint64 first = ByteReader(entry.holders).number();
    if (entry.articles == 1 && HolderKind(first & 3) == HolderKind::OnceInBody) {
        // The most words are once in one article, which stands in the place of how many, and its place beside
        // it.
        appendNumber(m_data, (first >> kindBits) << 1 | 1);
        m_data.append(entry.places);
    } else {
        appendNumber(m_data, quint64(entry.articles) << 1);
        appendNumber(m_data, entry.holders.size());
        m_data.append(entry.holders);
        appendNumber(m_data, entry.places.size());
        m_places.append(entry.places);
    }
    if (m_data.size() + m_places.size() >= blockSize)
        write();
}

void BlockWriter::write()
{
    m_connection.run("INSERT INTO word_block (id, segment, first, data, places) VALUES (?, ?, ?, ?, ?)",
                     firstBlock(m_segment) + m_blocks, m_segment, blobOf(m_first), blobOf(m_data),
                     blobOf(m_places));
    ++m_blocks;
    m_bytes += qint64(m_data.size() + m_places.size());
    m_data.clear();
    m_places.clear();
    m_previous.clear();
}

void BlockWriter::finish()
{
    if (!m_data.empty())
        write();
}

Cursor::Cursor(Connection &connection, qint64 segment, std::string_view from, bool places)
    : m_connection(connection)
    , m_end(firstBlock(segment + 1))
    , m_wantsPlaces(places)
    , m_block(blockBefore(connection, segment, from))
    , m_from(from)
{
}

bool Cursor::readBlock()
{
    Query query(m_connection,
                "SELECT id, data, places FROM word_block WHERE id > ? AND id < ? ORDER BY id LIMIT 1",
                m_block, m_end);
    if (!query.next())
        return false;
    m_block = query.integer(0);
    m_data = query.blob(1);
    if (m_wantsPlaces)
        m_placeData = query.blob(2);
    m_bytes = ByteReader({m_data.constData(), size_t(m_data.size())});
    m_placeBytes = ByteReader({m_placeData.constData(), size_t(m_placeData.size())});
    m_word.clear();
    return true;
}

bool Cursor::next()
{
    do {
        while (m_bytes.atEnd()) {
            if (m_damaged || !readBlock())
                return false;
        }
        if (!readEntry()) {
            m_damaged = true;
            return false;
        }
    } while (!m_from.empty() && m_word < m_from);
    m_from.clear();
    return true;
}

bool Cursor::readEntry()
{
    const quint8 lengths = m_bytes.byte();
    const quint64 shared = longLength(lengths >> 4, m_bytes);
    const std::string_view rest = m_bytes.bytes(longLength(lengths & longestInByte, m_bytes));
    if (m_bytes.failed() || shared > m_word.size())
        return false;
    m_word.resize(size_t(shared));
    m_word.append(rest);
    m_entry.word = m_word;
    const quint64 number = m_bytes.number();
    if (number & 1) {
        m_entry.articles = 1;
        const char *const place = m_bytes.position();
        m_bytes.skipNumbers(1);
        m_entry.places = {place, size_t(m_bytes.position() - place)};
        m_holders.clear();
        appendOnce(m_holders, number >> 1);
        m_entry.holders = m_holders;
        return !m_bytes.failed();
    }
    m_entry.articles = quint32(number >> 1);
    m_entry.holders = m_bytes.bytes(m_bytes.number());
    const quint64 places = m_bytes.number();
    m_entry.places = m_wantsPlaces ? m_placeBytes.bytes(places) : std::string_view();
    return !m_bytes.failed() && !m_placeBytes.failed() && !m_entry.holders.empty();
}

} // namespace broadsheet::store::words
