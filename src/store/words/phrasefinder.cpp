// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words/phrasefinder.h"

#include <algorithm>
#include <bit>

namespace broadsheet::store::words {

namespace {

/** The end of words that only the index itself makes up (see searchindex.cpp). */
constexpr std::string_view beginningMark = "\xee\x80\x80";

float frequencyOf(const Holder &holder, ColumnMask columns, const ColumnWeights &weights)
{
    double sum = 0;
    for (int i = 0; i < placedColumns; ++i) {
        if (columns & (1 << i))
            sum += double(holder.counts[size_t(i)]) * weights[size_t(i)];
    }
    if (columns & holder.columns & maskOf(Column::Beginnings))
        sum += weights[size_t(Column::Beginnings)];
    return float(sum);
}

/** Calls \a take with the entries of a word, or of all that begin with it. False if the segment is damaged.
 */
template <typename Take>
bool eachEntry(Connection &connection, const Segment &segment, const std::string &word, bool prefix,
               bool places, Take take)
{
    Cursor cursor(connection, segment.id, word, places);
    while (cursor.next()) {
        const std::string_view found = cursor.entry().word;
        if (prefix ? !found.starts_with(word) : found != word)
            break;
        if (prefix && found.ends_with(beginningMark))
            continue;
        if (!take(cursor.entry()))
            return false;
    }
    return !cursor.damaged();
}

/** Calls \a take with what an entry says of each article. False if that makes no sense. */
template <typename Take>
bool eachHolder(const Entry &entry, const Segment &segment, Take take)
{
    HolderReader reader(entry);
    while (reader.next()) {
        if (reader.holder().article >= segment.articles)
            return false;
        take(reader.holder());
    }
    return !reader.failed();
}

/** Adds what an entry says to \a hits. */
bool addHits(const Entry &entry, const Segment &segment, ColumnMask columns, const ColumnWeights *weights,
             PhraseHits &hits)
{
    return eachHolder(entry, segment, [&](const Holder &holder) {
        if (!(holder.columns & columns))
            return;
        hits.articles.push_back(holder.article);
        if (weights)
            hits.frequencies.push_back(frequencyOf(holder, columns, *weights));
    });
}

std::optional<PhraseHits> wordHits(Connection &connection, const Segment &segment, const WordQuery &phrase,
                                   const ColumnWeights *weights)
{
    PhraseHits hits;
    const bool whole = eachEntryOf(connection, segment, phrase.words.front(), [&](const Entry &entry) {
        return addHits(entry, segment, phrase.columns, weights, hits);
    });
    return whole ? std::optional(std::move(hits)) : std::nullopt;
}

/** Many words have many articles in common: they are gathered in a bit for each article. */
std::optional<PhraseHits> prefixHits(Connection &connection, const Segment &segment, const WordQuery &phrase,
                                     const ColumnWeights *weights)
{
    std::vector<quint64> bits((segment.articles + 63) / 64);
    std::vector<float> frequencies(weights ? segment.articles : 0);
    const auto takeEntry = [&](const Entry &entry) {
        return eachHolder(entry, segment, [&](const Holder &holder) {
            if (!(holder.columns & phrase.columns))
                return;
            bits[holder.article / 64] |= quint64(1) << (holder.article % 64);
            if (weights)
                frequencies[holder.article] += frequencyOf(holder, phrase.columns, *weights);
        });
    };
    if (!eachEntry(connection, segment, phrase.words.front(), true, false, takeEntry))
        return std::nullopt;
    PhraseHits hits;
    for (size_t i = 0; i < bits.size(); ++i) {
        for (quint64 rest = bits[i]; rest != 0; rest &= rest - 1) {
            const auto article = quint32(i * 64 + size_t(std::countr_zero(rest)));
            hits.articles.push_back(article);
            if (weights)
                hits.frequencies.push_back(frequencies[article]);
        }
    }
    return hits;
}

/** Where phrases may begin, in the order of articles: the column in the upper half, the place in the lower.
 */
struct Beginnings
{
    std::vector<quint32> articles;
    std::vector<quint32> ends; ///< for each article, where in places its own end
    std::vector<quint64> places;

    quint32 begin(size_t i) const { return i == 0 ? 0 : ends[i - 1]; }
};

/** The places of a holder, each less \a back: where a phrase begins that has the word so far on. */
bool readPlaces(ByteReader &bytes, const Holder &holder, ColumnMask columns, quint32 back,
                std::vector<quint64> &places)
{
    for (int column = 0; column < placedColumns; ++column) {
        const quint32 count = holder.counts[size_t(column)];
        if (!(columns & (1 << column))) {
            bytes.skipNumbers(count);
            continue;
        }
        quint64 place = 0;
        for (quint32 i = 0; i < count && !bytes.failed(); ++i) {
            place += bytes.number();
            if (place >= back)
                places.push_back(quint64(column) << 32 | (place - back));
        }
    }
    return !bytes.failed();
}

/** Entries in memory, since they are gone through in the order of how many articles they have. */
struct PhraseWord
{
    struct Part
    {
        std::string holders, places;
    };
    quint32 number = 0; ///< in the phrase
    quint64 articles = 0;
    std::vector<Part> parts;
};

class PhraseSearch
{
public:
    PhraseSearch(const Segment &segment, const WordQuery &phrase) : m_segment(segment), m_phrase(phrase) {}

    bool run(Connection &connection)
    {
        std::vector<PhraseWord> words(m_phrase.words.size());
        for (quint32 i = 0; i < words.size(); ++i) {
            words[i].number = i;
            const bool prefix = m_phrase.prefix && i + 1 == words.size();
            const bool read =
                eachEntry(connection, m_segment, m_phrase.words[i], prefix, true, [&](const Entry &e) {
                    words[i].articles += e.articles;
                    words[i].parts.push_back({std::string(e.holders), std::string(e.places)});
                    return true;
                });
            if (!read)
                return false;
            if (words[i].parts.empty())
                return true; // not here
        }
        std::ranges::stable_sort(words, {}, &PhraseWord::articles);
        if (!begin(words.front()))
            return false;
        for (size_t i = 1; i < words.size() && !m_found.articles.empty(); ++i) {
            if (!narrow(words[i]))
                return false;
        }
        return true;
    }

    PhraseHits hits(const ColumnWeights *weights) const
    {
        PhraseHits hits;
        hits.articles = m_found.articles;
        for (size_t i = 0; weights && i < m_found.articles.size(); ++i) {
            double sum = 0;
            for (quint32 k = m_found.begin(i); k < m_found.ends[i]; ++k)
                sum += (*weights)[size_t(m_found.places[k] >> 32)];
            hits.frequencies.push_back(float(sum));
        }
        return hits;
    }

private:
    /** Calls \a take with the places of each article that holds the word; those of a prefix come mixed. */
    template <typename Take>
    bool eachArticle(const PhraseWord &word, Take take)
    {
        std::vector<quint64> places;
        for (const PhraseWord::Part &part : word.parts) {
            Entry entry;
            entry.holders = part.holders;
            ByteReader bytes(part.places);
            bool good = eachHolder(entry, m_segment, [&](const Holder &holder) {
                places.clear();
                readPlaces(bytes, holder, m_phrase.columns, word.number, places);
                take(holder.article, places);
            });
            if (!good || bytes.failed())
                return false;
        }
        return true;
    }

    bool begin(const PhraseWord &word)
    {
        std::vector<std::pair<quint32, quint64>> all;
        if (!eachArticle(word, [&](quint32 article, const std::vector<quint64> &places) {
                for (const quint64 place : places)
                    all.emplace_back(article, place);
            }))
            return false;
        std::ranges::sort(all);
        for (const auto &[article, place] : all)
            append(m_found, article, place);
        return true;
    }

    /** Leaves those beginnings where the word stands in its place. */
    bool narrow(const PhraseWord &word)
    {
        std::vector<bool> kept(m_found.places.size());
        size_t at = 0;
        quint32 before = 0;
        const bool good = eachArticle(word, [&](quint32 article, const std::vector<quint64> &places) {
            if (article < before)
                at = 0; // the next word that begins so
            before = article;
            while (at < m_found.articles.size() && m_found.articles[at] < article)
                ++at;
            if (at == m_found.articles.size() || m_found.articles[at] != article)
                return;
            for (quint32 k = m_found.begin(at); k < m_found.ends[at]; ++k) {
                if (std::ranges::binary_search(places, m_found.places[k]))
                    kept[k] = true;
            }
        });
        Beginnings left;
        for (size_t i = 0; i < m_found.articles.size(); ++i) {
            for (quint32 k = m_found.begin(i); k < m_found.ends[i]; ++k) {
                if (kept[k])
                    append(left, m_found.articles[i], m_found.places[k]);
            }
        }
        m_found = std::move(left);
        return good;
    }

    static void append(Beginnings &to, quint32 article, quint64 place)
    {
        if (to.articles.empty() || to.articles.back() != article) {
            to.articles.push_back(article);
            to.ends.push_back(quint32(to.places.size()));
        }
        to.places.push_back(place);
        to.ends.back() = quint32(to.places.size());
    }

    const Segment &m_segment;
    const WordQuery &m_phrase;
    Beginnings m_found;
};

} // namespace

std::optional<PhraseHits> wordHits(const WordHolders::Held &held, const Segment &segment, ColumnMask columns,
                                   const ColumnWeights *weights)
{
    PhraseHits hits;
    for (const std::string &part : held.parts) {
        Entry entry;
        entry.holders = part;
        if (!addHits(entry, segment, columns, weights, hits))
            return std::nullopt;
    }
    return hits;
}

std::optional<PhraseHits> phraseHits(Connection &connection, const Segment &segment, const WordQuery &phrase,
                                     const ColumnWeights *weights)
{
    if (phrase.words.empty())
        return PhraseHits();
    if (phrase.words.size() == 1)
        return phrase.prefix ? prefixHits(connection, segment, phrase, weights)
                             : wordHits(connection, segment, phrase, weights);
    PhraseSearch search(segment, phrase);
    if (!search.run(connection))
        return std::nullopt;
    return search.hits(weights);
}

} // namespace broadsheet::store::words
