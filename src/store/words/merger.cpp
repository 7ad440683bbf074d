// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words/merger.h"

#include "store/log.h"
#include "store/words/entrybuilder.h"

#include <algorithm>
#include <limits>
#include <memory>

namespace broadsheet::store::words {

namespace {

/** A segment of one level has so many times the articles of one of the level below; so many are merged at a
 * time. */
constexpr quint32 levelFactor = 16;
/** Levels that are merged within the transaction that made them one too many. */
constexpr int smallLevels = 2;
/** Larger ones are left to quiet moments, and of the smallest of them there may be more: a first sync of some ten
 * thousand articles merges nothing. */
constexpr size_t mostSmall = 16, mostLarge = 32;
/** With so many in all, each commit merges a little: what is left behind is room for what comes next. */
constexpr qint64 crowd = 40;
/** Words of articles that are void are written out of a segment when they are its quarter. */
constexpr quint32 voidShare = 4;
constexpr size_t fewVoids = 1000;
constexpr int blocksDropped = 512;
constexpr int highestLevel = 8; ///< beyond what 32 bits number

int levelOf(quint32 articles)
{
    int level = 0;
    for (; articles >= levelFactor; articles /= levelFactor)
        ++level;
    return level;
}

/** One of those that are merged. */
struct Source
{
    qint64 id = 0;
    quint32 kept = 0; ///< articles that are not void
};

QByteArray packedSources(const std::vector<Source> &sources)
{
    std::string bytes;
    for (const Source &source : sources) {
        appendNumber(bytes, quint64(source.id));
        appendNumber(bytes, source.kept);
    }
    return QByteArray(bytes.data(), qsizetype(bytes.size()));
}

std::vector<Source> unpackedSources(const QByteArray &data)
{
    std::vector<Source> sources;
    ByteReader bytes({data.constData(), size_t(data.size())});
    while (!bytes.atEnd()) {
        const auto id = qint64(bytes.number());
        sources.push_back({id, quint32(bytes.number())});
    }
    return bytes.failed() ? std::vector<Source>() : sources;
}

/** Goes through one source, giving its articles the numbers they have in the segment that grows. */
class Feeder
{
public:
    Feeder(Connection &connection, const Source &source, quint32 offset, std::string_view from)
        : m_connection(connection)
        , m_source(source)
        , m_offset(offset)
        , m_cursor(connection, source.id, from, true)
    {
    }
    /** \a articles: of the segment that grows. False if that does not fit. */
    bool begin(const Holdings &grown)
    {
        Segment segment{m_source.id, 0, 0};
        {
            Query query(m_connection, "SELECT articles FROM word_segment WHERE id = ?", m_source.id);
            segment.articles = query.next() ? quint32(query.integer(0)) : 0;
        }
        const auto held = holdings(m_connection, segment);
        if (!held || m_offset + m_source.kept > grown.articles.size())
            return false;
        if (m_source.kept < segment.articles) {
            quint32 next = m_offset;
            for (const qint64 article : held->articles) {
                const bool kept = next < m_offset + m_source.kept && grown.articles[next] == article;
                m_numbers.push_back(kept ? next++ : none);
            }
            if (next != m_offset + m_source.kept)
                return false;
        }
        advance();
        return true;
    }
    bool hasWord() const { return m_hasWord; }
    std::string_view word() const { return m_cursor.entry().word; }
    bool damaged() const { return m_damaged || m_cursor.damaged(); }
    void advance() { m_hasWord = m_cursor.next(); }

    void giveTo(EntryBuilder &builder)
    {
        const Entry &entry = m_cursor.entry();
        if (m_numbers.empty())
            return builder.add(entry, m_offset);
        HolderReader reader(entry);
        ByteReader places(entry.places);
        while (reader.next()) {
            const Holder &holder = reader.holder();
            const char *const from = places.position();
            for (const quint32 count : holder.counts)
                places.skipNumbers(count);
            if (holder.article >= m_numbers.size() || places.failed()) {
                m_damaged = true;
                return;
            }
            if (m_numbers[holder.article] != none)
                builder.add(m_numbers[holder.article], holder.kind, holder.head,
                            {from, size_t(places.position() - from)});
        }
        m_damaged = m_damaged || reader.failed();
    }

private:
    static constexpr quint32 none = std::numeric_limits<quint32>::max();

    Connection &m_connection;
    const Source m_source;
    const quint32 m_offset;
    Cursor m_cursor;
    std::vector<quint32> m_numbers; ///< new by old; empty: all are kept
    bool m_hasWord = false;
    bool m_damaged = false;
};

/** A segment that grows out of others, over several transactions if it is large. */
class Merge
{
public:
    explicit Merge(Connection &connection) : m_connection(connection) {}

    /** Takes up the one that is under way; false if there is none. */
    bool resume()
    {
        Query query(m_connection,
                    "SELECT id, articles, sources, reached FROM word_segment WHERE state = ? LIMIT 1",
                    int(SegmentState::Growing));
        if (!query.next())
            return false;
        m_segment = {query.integer(0), quint32(query.integer(1)), 0};
        m_sources = unpackedSources(query.blob(2));
        const QByteArray reached = query.blob(3);
        m_reached.assign(reached.constData(), size_t(reached.size()));
        return true;
    }

    /** Makes the row of a segment that is to grow out of \a chosen. */
    bool begin(const std::vector<Segment> &chosen, const Voids &voids)
    {
        Holdings grown;
        for (const Segment &segment : chosen) {
            const auto held = holdings(m_connection, segment);
            if (!held)
                return false;
            Source source{segment.id, 0};
            for (size_t i = 0; i < held->articles.size(); ++i) {
                if (voids.contains(held->articles[i], segment.id))
                    continue;
                grown.append(held->articles[i], held->lengths[i]);
                ++source.kept;
            }
            m_sources.push_back(source);
        }
        qint64 length = 0;
        for (const quint32 of : grown.lengths)
            length += of;
        m_connection.run(
            "INSERT INTO word_segment (state, articles, length, holdings, sources) VALUES (?, ?, ?, ?, ?)",
            int(SegmentState::Growing), qint64(grown.articles.size()), length, packedHoldings(grown),
            packedSources(m_sources));
        m_segment = {m_connection.lastId(), quint32(grown.articles.size()), length};
        return true;
    }

    /** Writes about so many bytes more. True when it is whole; nothing if a source is damaged. */
    std::optional<bool> grow(qint64 bytes)
    {
        const auto grown = holdings(m_connection, m_segment);
        if (!grown || m_sources.empty())
            return std::nullopt;
        const std::string from = m_reached.empty() ? std::string() : m_reached + '\0';
        std::vector<std::unique_ptr<Feeder>> feeders;
        quint32 offset = 0;
        for (const Source &source : m_sources) {
            feeders.push_back(std::make_unique<Feeder>(m_connection, source, offset, from));
            if (!feeders.back()->begin(*grown))
                return std::nullopt;
            offset += source.kept;
        }
        return write(feeders, bytes);
    }

    /** What grew is taken back; its sources stay. */
    void abandon()
    {
        m_connection.run("DELETE FROM word_block WHERE segment = ?", m_segment.id);
        m_connection.run("DELETE FROM word_segment WHERE id = ?", m_segment.id);
    }

    /** At once; for what is small. */
    void dropSources()
    {
        for (const Source &source : m_sources) {
            m_connection.run("DELETE FROM word_block WHERE segment = ?", source.id);
            m_connection.run("DELETE FROM word_segment WHERE id = ?", source.id);
        }
    }

private:
    std::optional<bool> write(std::vector<std::unique_ptr<Feeder>> &feeders, qint64 bytes)
    {
        BlockWriter writer(m_connection, m_segment.id);
        EntryBuilder builder(writer);
        std::string word;
        bool whole = false;
        while (writer.bytes() < bytes && !m_connection.error()) {
            const Feeder *least = nullptr;
            for (const auto &feeder : feeders) {
                if (feeder->hasWord() && (!least || feeder->word() < least->word()))
                    least = feeder.get();
            }
            whole = !least;
            if (whole)
                break;
            word = least->word();
            builder.begin(word);
            for (const auto &feeder : feeders) {
                for (; feeder->hasWord() && feeder->word() == word; feeder->advance())
                    feeder->giveTo(builder);
            }
            builder.end();
        }
        if (std::ranges::any_of(feeders, [](const auto &feeder) { return feeder->damaged(); }))
            return std::nullopt;
        writer.finish();
        m_connection.run("UPDATE word_segment SET blocks = ?, reached = ? WHERE id = ?", writer.blocks(),
                         blobOf(word), m_segment.id);
        if (whole)
            putInPlace();
        return whole;
    }

    void putInPlace()
    {
        m_connection.run("UPDATE word_segment SET state = ?, sources = NULL, reached = NULL WHERE id = ?",
                         int(SegmentState::Whole), m_segment.id);
        for (const Source &source : m_sources)
            m_connection.run("UPDATE word_segment SET state = ? WHERE id = ?", int(SegmentState::Leaving),
                             source.id);
    }

    Connection &m_connection;
    Segment m_segment;
    std::vector<Source> m_sources;
    std::string m_reached; ///< the last word that is written
};

/** The oldest ones of the lowest level, below \a levels, that has too many. */
std::vector<Segment> tooMany(const std::vector<Segment> &all, int levels)
{
    for (int level = 0; level < qMin(levels, highestLevel); ++level) {
        std::vector<Segment> same;
        std::ranges::copy_if(all, std::back_inserter(same),
                             [level](const Segment &segment) { return levelOf(segment.articles) == level; });
        if (same.size() < (level == smallLevels ? mostLarge : mostSmall))
            continue;
        same.resize(levelFactor);
        return same;
    }
    return {};
}

/** Segments that would be much smaller without what is void in them. */
std::vector<Segment> emptied(Connection &connection, const std::vector<Segment> &all, const Voids &voids)
{
    std::vector<Segment> chosen;
    if (voids.size() < fewVoids)
        return chosen;
    for (const Segment &segment : all) {
        if (levelOf(segment.articles) < smallLevels)
            continue; // soon merged anyway
        const auto held = holdings(connection, segment);
        if (!held || chosen.size() == levelFactor)
            break;
        const auto gone = std::ranges::count_if(
            held->articles, [&](qint64 article) { return voids.contains(article, segment.id); });
        if (quint32(gone) > segment.articles / voidShare)
            chosen.push_back(segment);
    }
    return chosen;
}

/** A note stays as long as there is something it makes void. */
void dropNotes(Connection &connection)
{
    const Voids voids(connection);
    if (voids.isEmpty())
        return;
    std::vector<qint64> needed;
    for (const Segment &segment : segments(connection)) {
        const auto held = holdings(connection, segment);
        if (!held)
            return;
        std::ranges::copy_if(held->articles, std::back_inserter(needed),
                             [&](qint64 article) { return voids.contains(article, segment.id); });
    }
    std::ranges::sort(needed);
    std::vector<qint64> useless;
    for (const qint64 article : voids.articles()) {
        if (!std::ranges::binary_search(needed, article))
            useless.push_back(article);
    }
    for (const qint64 article : useless)
        connection.run("DELETE FROM word_gone WHERE article = ?", article);
}

/** Takes so many blocks of segments that are in others by now; false when none is left. */
bool dropBlocks(Connection &connection, qint64 most)
{
    bool dropped = false;
    while (most > 0 && !connection.error()) {
        qint64 segment = 0;
        {
            Query query(connection, "SELECT id FROM word_segment WHERE state = ? LIMIT 1",
                        int(SegmentState::Leaving));
            if (!query.next())
                return dropped;
            segment = query.integer(0);
        }
        connection.run(
            "DELETE FROM word_block WHERE id IN (SELECT id FROM word_block WHERE segment = ? LIMIT ?)",
            segment, most);
        dropped = true;
        const qint64 taken = connection.changes();
        if (taken < most)
            connection.run("DELETE FROM word_segment WHERE id = ?", segment);
        most -= taken;
    }
    return dropped;
}

/** What comes new must not suffer for what is damaged. */
void giveUp(Connection &connection, Merge &merge)
{
    if (connection.error())
        return; // a full disk is no damage, and all of this is rolled back
    merge.abandon();
    connection.indexIsDamaged = true;
    qCWarning(storeLog) << "The search index is damaged; it is merged no further";
}

} // namespace

void mergeSmall(Connection &connection)
{
    while (!connection.indexIsDamaged) {
        const std::vector<Segment> chosen = tooMany(segments(connection), smallLevels);
        if (chosen.empty() || connection.error())
            return;
        Merge merge(connection); // beside a large one that may be under way: that has other sources
        if (!merge.begin(chosen, Voids(connection)) || !merge.grow(std::numeric_limits<qint64>::max())) {
            giveUp(connection, merge);
            return;
        }
        merge.dropSources();
        dropNotes(connection);
    }
}

bool mergeOn(Connection &connection, qint64 bytes)
{
    if (connection.indexIsDamaged)
        return false;
    if (dropBlocks(connection, blocksDropped))
        return true;
    Merge merge(connection);
    if (!merge.resume()) {
        const std::vector<Segment> all = segments(connection);
        const Voids voids(connection);
        std::vector<Segment> chosen = tooMany(all, std::numeric_limits<int>::max());
        if (chosen.empty())
            chosen = emptied(connection, all, voids);
        if (chosen.empty())
            return false;
        if (!merge.begin(chosen, voids)) {
            giveUp(connection, merge);
            return false;
        }
    }
    const auto whole = merge.grow(bytes);
    if (!whole) {
        giveUp(connection, merge);
        return false;
    }
    if (*whole)
        dropNotes(connection);
    return true;
}

bool isCrowded(Connection &connection)
{
    Query query(connection, "SELECT count(*) FROM word_segment WHERE state <> ?", int(SegmentState::Leaving));
    return query.next() && query.integer(0) > crowd;
}

} // namespace broadsheet::store::words
