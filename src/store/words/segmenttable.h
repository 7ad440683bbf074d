// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/words/entry.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::store::words {

/**
 * The rows in which the index lies. A segment holds the words of some articles and never changes; several are
 * merged into one now and then. An article that is taken out, or indexed anew, leaves a note: what segments
 * up to a number hold of it is void.
 */

enum class SegmentState { Growing = 0, Whole = 1, Leaving = 2 };

struct Segment
{
    qint64 id = 0;
    quint32 articles = 0;
    qint64 length = 0; ///< words of all its articles, repeated ones counted
};

/** The articles of a segment, by their number in it. */
struct Holdings
{
    std::vector<qint64> articles;
    std::vector<quint32> lengths;

    void append(qint64 article, quint32 length)
    {
        articles.push_back(article);
        lengths.push_back(length);
    }
};

/** Which articles of which segments are void. */
class Voids
{
public:
    explicit Voids(Connection &connection);
    bool isEmpty() const { return m_articles.empty(); }
    size_t size() const { return m_articles.size(); }
    const std::vector<qint64> &articles() const { return m_articles; }
    bool contains(qint64 article, qint64 segment) const;

private:
    std::vector<qint64> m_articles, m_until; ///< ascending articles; up to which segment
};

/** The whole ones, the oldest first. */
std::vector<Segment> segments(Connection &connection);
/** Nothing if the row is damaged. */
std::optional<Holdings> holdings(Connection &connection, const Segment &segment);
/** The same of some of its articles: of those with the numbers \a wanted, which ascend. */
std::optional<Holdings> holdings(Connection &connection, const Segment &segment,
                                 const std::vector<quint32> &wanted);
QByteArray packedHoldings(const Holdings &holdings);
/** The number of the newest segment, whatever its state. */
qint64 lastSegment(Connection &connection);

/** Bytes as a value to be bound; they must live until the statement has run. */
inline QByteArray blobOf(std::string_view bytes)
{
    return bytes.empty() ? QByteArray("") : QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size()));
}

/** Writes the entries of a segment, in blocks of some 16 kB. Words must ascend, and the parts of one word. */
class BlockWriter
{
public:
    /** Goes on after the blocks that \a segment has. */
    BlockWriter(Connection &connection, qint64 segment);
    void add(const Entry &entry);
    /** The last block; to be called once. */
    void finish();
    qint64 blocks() const { return m_blocks; }
    /** Written since this writer began. */
    qint64 bytes() const { return m_bytes + qint64(m_data.size() + m_places.size()); }

private:
    void write();

    Connection &m_connection;
    const qint64 m_segment;
    qint64 m_blocks = 0;
    qint64 m_bytes = 0;
    std::string m_first, m_previous, m_data, m_places;
};

/** Walks the entries of a segment. */
class Cursor
{
public:
    /** From the first entry of \a from on. \a places: they are asked for, too. */
    Cursor(Connection &connection, qint64 segment, std::string_view from, bool places);

    /** False at the end, at damage (damaged()) and at an error of the connection. */
    bool next();
    /** Valid until the next call. */
    const Entry &entry() const { return m_entry; }
    bool damaged() const { return m_damaged; }

private:
    bool readBlock();
    bool readEntry();

    Connection &m_connection;
    const qint64 m_end; ///< blocks of other segments begin there
    const bool m_wantsPlaces;
    qint64 m_block; ///< the one that was read
    std::string m_from;
    QByteArray m_data, m_placeData;
    ByteReader m_bytes{std::string_view()}, m_placeBytes{std::string_view()};
    std::string m_word, m_holders;
    Entry m_entry;
    bool m_damaged = false;
};

} // namespace broadsheet::store::words
