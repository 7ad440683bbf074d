// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words/verifier.h"

#include "store/words/segmenttable.h"

#include <algorithm>

namespace broadsheet::store::words {

namespace {

/** Follows the numbers of articles through the parts of a word. */
class Follower
{
public:
    /** What an entry says of its articles: ascending numbers, and as many places as it tells. */
    bool isSound(const Entry &entry, quint32 articles)
    {
        if (entry.word != m_word) {
            if (m_any && entry.word < m_word)
                return false;
            m_word = entry.word;
            m_last = -1;
        }
        m_any = true;
        HolderReader reader(entry);
        ByteReader places(entry.places);
        quint32 count = 0;
        for (; reader.next(); ++count) {
            const Holder &holder = reader.holder();
            if (holder.article >= articles || qint64(holder.article) <= m_last || holder.columns == 0 ||
                (holder.columns & ~allColumns) != 0)
                return false;
            m_last = holder.article;
            for (const quint32 of : holder.counts)
                places.skipNumbers(of);
        }
        return !reader.failed() && !places.failed() && places.atEnd() && count == entry.articles;
    }

private:
    std::string m_word;
    qint64 m_last = -1;
    bool m_any = false;
};

bool isSound(Connection &connection, const Segment &segment)
{
    Cursor cursor(connection, segment.id, {}, true);
    Follower follower;
    while (cursor.next()) {
        if (!follower.isSound(cursor.entry(), segment.articles))
            return false;
    }
    return !cursor.damaged();
}

} // namespace

std::vector<qint64> articlesHeld(Connection &connection)
{
    const Voids voids(connection);
    std::vector<qint64> articles;
    for (const Segment &segment : segments(connection)) {
        const auto held = holdings(connection, segment);
        if (!held)
            continue;
        std::ranges::copy_if(held->articles, std::back_inserter(articles),
                             [&](qint64 article) { return !voids.contains(article, segment.id); });
    }
    std::ranges::sort(articles);
    return articles;
}

QString faults(Connection &connection)
{
    {
        Query query(connection, "SELECT count(*) FROM word_segment s WHERE s.state <> 2 "
                                "AND s.blocks <> (SELECT count(*) FROM word_block WHERE segment = s.id)");
        if (query.next() && query.integer(0) > 0)
            return QStringLiteral("blocks are missing");
    }
    {
        Query query(connection,
                    "SELECT count(*) FROM word_block WHERE segment NOT IN (SELECT id FROM word_segment)");
        if (query.next() && query.integer(0) > 0)
            return QStringLiteral("blocks belong nowhere");
    }
    for (const Segment &segment : segments(connection)) {
        if (!holdings(connection, segment) || !isSound(connection, segment))
            return QStringLiteral("segment %1 is damaged").arg(segment.id);
    }
    const std::vector<qint64> held = articlesHeld(connection);
    if (std::ranges::adjacent_find(held) != held.end())
        return QStringLiteral("an article is held twice");
    return {};
}

} // namespace broadsheet::store::words
