// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words/finder.h"

#include "store/words/phrasefinder.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace broadsheet::store::words {

namespace {

/** BM25 with its usual constants. */
constexpr double saturation = 1.2, lengthPart = 0.75;

Error damaged()
{
    return {ErrorCode::StoreDamaged, QStringLiteral("The search index is damaged"), {}, {}};
}

void collectPhrases(const WordQuery &query, std::vector<const WordQuery *> &phrases)
{
    if (query.kind == WordQuery::Kind::Phrase)
        phrases.push_back(&query);
    for (const WordQuery &child : query.children)
        collectPhrases(child, phrases);
}

class Finder
{
public:
    Finder(Connection &connection, const WordQuery &query, const ColumnWeights *weights, WordHolders *holders)
        : m_connection(connection)
        , m_query(query)
        , m_weights(weights)
        , m_wordHolders(holders)
        , m_voids(connection)
    {
        collectPhrases(query, m_phrases);
        m_holders.resize(m_phrases.size());
    }

    Result<Findings> run()
    {
        std::vector<Part> parts;
        qint64 articles = 0, length = 0;
        for (const Segment &segment : segments(m_connection)) {
            articles += segment.articles;
            length += segment.length;
            Part part{segment, {}, {}};
            if (!search(part))
                return m_connection.error() ? *m_connection.error() : damaged();
            if (!part.found.empty())
                parts.push_back(std::move(part));
        }
        m_articles = double(articles);
        m_meanLength = articles > 0 ? std::max(1.0, double(length) / double(articles)) : 1;
        for (Part &part : parts) {
            if (!take(part))
                return m_connection.error() ? *m_connection.error() : damaged();
            part = {};
        }
        if (m_connection.error())
            return *m_connection.error();
        order();
        return std::move(m_findings);
    }

private:
    /** What one segment has. */
    struct Part
    {
        Segment segment;
        std::vector<PhraseHits> phrases;
        std::vector<quint32> found;
    };

    bool search(Part &part)
    {
        for (size_t i = 0; i < m_phrases.size(); ++i) {
            auto hits = hitsOf(*m_phrases[i], part.segment);
            if (!hits)
                return false;
            m_holders[i] += qint64(hits->articles.size());
            part.phrases.push_back(std::move(*hits));
        }
        size_t next = 0;
        part.found = combined(m_query, part, next);
        if (!m_weights)
            part.phrases.clear();
        return true;
    }

    std::optional<PhraseHits> hitsOf(const WordQuery &phrase, const Segment &segment)
    {
        if (!m_wordHolders || phrase.words.size() != 1 || phrase.prefix)
            return phraseHits(m_connection, segment, phrase, m_weights);
        const WordHolders::Held *held = m_wordHolders->of(segment, phrase.words.front());
        return held ? wordHits(*held, segment, phrase.columns, m_weights) : std::nullopt;
    }

    /** \a next: the number of the next phrase of the tree. */
    std::vector<quint32> combined(const WordQuery &query, Part &part, size_t &next)
    {
        if (query.kind == WordQuery::Kind::Phrase)
            return m_weights ? part.phrases[next++].articles : std::move(part.phrases[next++].articles);
        std::vector<quint32> result;
        for (size_t i = 0; i < query.children.size(); ++i) {
            std::vector<quint32> of = combined(query.children[i], part, next);
            if (i == 0) {
                result = std::move(of);
                continue;
            }
            std::vector<quint32> both;
            if (query.kind == WordQuery::Kind::And)
                std::ranges::set_intersection(result, of, std::back_inserter(both));
            else
                std::ranges::set_union(result, of, std::back_inserter(both));
            result = std::move(both);
        }
        return result;
    }

    bool take(const Part &part)
    {
        const auto held = holdings(m_connection, part.segment, part.found);
        if (!held)
            return false;
        const Scores scores = m_weights ? scored(part, *held) : Scores();
        for (size_t i = 0; i < part.found.size(); ++i) {
            const qint64 article = held->articles[i];
            if (m_voids.contains(article, part.segment.id))
                continue;
            m_findings.articles.push_back(article);
            if (m_weights) {
                m_findings.scores.push_back(scores.scores[i]);
                m_findings.shared.push_back(scores.shared[i]);
            }
        }
        return true;
    }

    struct Scores
    {
        std::vector<float> scores;
        std::vector<quint8> shared;
    };
    Scores scored(const Part &part, const Holdings &held) const
    {
        const double headline = (*m_weights)[size_t(Column::Title)];
        Scores result{std::vector<float>(part.found.size()), std::vector<quint8>(part.found.size())};
        for (size_t k = 0; k < part.phrases.size(); ++k) {
            const PhraseHits &hits = part.phrases[k];
            const double n = double(m_holders[k]);
            // What half of all articles hold says nothing, but is no reason against one.
            const double rarity = std::max(1e-6, std::log((m_articles - n + 0.5) / (n + 0.5)));
            size_t at = 0;
            for (size_t i = 0; i < hits.articles.size() && at < part.found.size(); ++i) {
                while (at < part.found.size() && part.found[at] < hits.articles[i])
                    ++at;
                if (at == part.found.size() || part.found[at] != hits.articles[i])
                    continue;
                const double often = double(hits.frequencies[i]);
                const double length = double(held.lengths[at]) / m_meanLength;
                result.scores[at] += float(rarity * often * (saturation + 1) /
                                           (often + saturation * (1 - lengthPart + lengthPart * length)));
                const int words = result.shared[at] + (often >= headline ? 2 : 1);
                result.shared[at] = quint8(std::min(words, 255));
            }
        }
        return result;
    }

    /** By number; segments follow each other but for what was indexed later. */
    void order()
    {
        auto &articles = m_findings.articles;
        if (std::ranges::is_sorted(articles))
            return;
        std::vector<size_t> places(articles.size());
        for (size_t i = 0; i < places.size(); ++i)
            places[i] = i;
        std::ranges::sort(places, {}, [&articles](size_t i) { return articles[i]; });
        Findings sorted;
        for (const size_t place : places) {
            sorted.articles.push_back(articles[place]);
            if (m_weights) {
                sorted.scores.push_back(m_findings.scores[place]);
                sorted.shared.push_back(m_findings.shared[place]);
            }
        }
        m_findings = std::move(sorted);
    }

    Connection &m_connection;
    const WordQuery &m_query;
    const ColumnWeights *m_weights;
    WordHolders *const m_wordHolders;
    const Voids m_voids;
    std::vector<const WordQuery *> m_phrases;
    std::vector<qint64> m_holders; ///< of each phrase, in all segments
    double m_articles = 0, m_meanLength = 1;
    Findings m_findings;
};

} // namespace

Result<Findings> find(Connection &connection, const WordQuery &query, const ColumnWeights *weights,
                      WordHolders *holders)
{
    return Finder(connection, query, weights, holders).run();
}

} // namespace broadsheet::store::words
