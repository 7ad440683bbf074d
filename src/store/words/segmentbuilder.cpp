// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words/segmentbuilder.h"

#include "store/words/entrybuilder.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace broadsheet::store::words {

namespace {

/** Columns and counts of a mention, and its places. */
void add(EntryBuilder &builder, quint32 article, std::string_view mention)
{
    ByteReader bytes(mention);
    const ColumnMask columns = bytes.byte();
    quint64 count = 0;
    for (int i = 0; i < placedColumns; ++i) {
        if (columns & (1 << i))
            count += bytes.number();
    }
    const std::string_view head(mention.data(), size_t(bytes.position() - mention.data()));
    const std::string_view places = bytes.bytes(bytes.number());
    if (columns == maskOf(Column::Beginnings))
        builder.add(article, HolderKind::Beginning, {}, places);
    else if (columns != maskOf(Column::Body))
        builder.add(article, HolderKind::Any, head, places);
    else if (count == 1)
        builder.add(article, HolderKind::OnceInBody, {}, places);
    else
        builder.add(article, HolderKind::OftenInBody, head.substr(1), places);
}

/** About what a word takes in such a list. */
constexpr size_t bytesAMention = 10;

/** Turns lists of the words of articles into a list of the articles of words. */
class Inverter
{
public:
    explicit Inverter(const std::vector<IndexedArticle> &articles)
    {
        size_t bytes = 0;
        for (const IndexedArticle &article : articles)
            bytes += size_t(article.words.bytes.size());
        m_mentions.reserve(bytes / bytesAMention);
        m_termOf.reserve(bytes / bytesAMention);
        for (quint32 number = 0; number < articles.size(); ++number)
            read(articles[number].words.bytes, number);
    }

    /** Calls \a take with each word in order, and the mentions of it in the order of articles. */
    template <typename Take>
    void each(Take take)
    {
        const std::vector<quint32> order = sortedTerms();
        quint32 next = 0;
        for (const quint32 number : order) {
            Term &term = m_terms[number];
            term.next = next;
            next += term.count;
        }
        std::vector<Mention> sorted(m_mentions.size());
        for (size_t i = 0; i < m_mentions.size(); ++i)
            sorted[m_terms[m_termOf[i]].next++] = m_mentions[i];
        m_mentions = {};
        m_termOf = {};
        for (const quint32 number : order) {
            const Term &term = m_terms[number];
            take(term.word(), sorted.data() + (term.next - term.count), term.count);
        }
    }

    /** Of a word in an article: where the mask of its columns is in the article's list. */
    struct Mention
    {
        quint32 article = 0, at = 0;
    };

private:
    struct Term
    {
        const char *at = nullptr;
        quint32 hash = 0, length = 0, count = 0, next = 0;

        std::string_view word() const { return {at, length}; }
    };

    /** The numbers of the terms in the order of their words. */
    std::vector<quint32> sortedTerms() const
    {
        struct Key
        {
            quint64 start = 0; ///< the first eight bytes: most words differ in these
            quint32 number = 0;
        };
        std::vector<Key> keys(m_terms.size());
        for (quint32 i = 0; i < keys.size(); ++i) {
            std::memcpy(&keys[i].start, m_terms[i].at, std::min<size_t>(m_terms[i].length, 8));
            keys[i] = {qFromBigEndian(keys[i].start), i};
        }
        std::ranges::sort(keys, [this](const Key &a, const Key &b) {
            return a.start != b.start ? a.start < b.start
                                      : m_terms[a.number].word() < m_terms[b.number].word();
        });
        std::vector<quint32> order(keys.size());
        std::ranges::transform(keys, order.begin(), &Key::number);
        return order;
    }

    void read(const QByteArray &list, quint32 article)
    {
        ByteReader bytes({list.constData(), size_t(list.size())});
        while (!bytes.atEnd()) {
            const std::string_view word = bytes.bytes(bytes.number());
            const char *const at = bytes.position();
            const ColumnMask columns = bytes.byte();
            for (int i = 0; i < placedColumns; ++i) {
                if (columns & (1 << i))
                    bytes.number();
            }
            bytes.bytes(bytes.number());
            const quint32 number = termOf(word);
            ++m_terms[number].count;
            m_mentions.push_back({article, quint32(at - list.constData())});
            m_termOf.push_back(number);
        }
        Q_ASSERT(!bytes.failed());
    }

    quint32 termOf(std::string_view word)
    {
        const quint32 hash = hashOf(word);
        size_t place = hash & (m_table.size() - 1);
        while (m_table[place] != 0) {
            const Term &known = m_terms[m_table[place] - 1];
            if (known.hash == hash && known.length == word.size() &&
                std::memcmp(known.at, word.data(), word.size()) == 0)
                return m_table[place] - 1;
            place = (place + 1) & (m_table.size() - 1);
        }
        Term term;
        term.at = word.data();
        term.length = quint32(word.size());
        term.hash = hash;
        m_terms.push_back(term);
        m_table[place] = quint32(m_terms.size());
        if (m_terms.size() * 2 > m_table.size())
            grow();
        return quint32(m_terms.size() - 1);
    }

    void grow()
    {
        m_table.assign(m_table.size() * 2, 0);
        for (size_t i = 0; i < m_terms.size(); ++i) {
            size_t place = m_terms[i].hash & (m_table.size() - 1);
            while (m_table[place] != 0)
                place = (place + 1) & (m_table.size() - 1);
            m_table[place] = quint32(i + 1);
        }
    }

    std::vector<Term> m_terms;
    std::vector<Mention> m_mentions;
    std::vector<quint32> m_termOf; ///< mentions
    std::vector<quint32> m_table = std::vector<quint32>(4096);
};

} // namespace

void writeSegment(Connection &connection, std::vector<IndexedArticle> articles)
{
    if (articles.empty())
        return;
    std::ranges::sort(articles, {}, &IndexedArticle::article);
    Holdings held;
    qint64 length = 0;
    for (const IndexedArticle &article : articles) {
        held.append(article.article, quint32(article.words.length));
        length += article.words.length;
    }
    connection.run("INSERT INTO word_segment (state, articles, length) VALUES (?, ?, ?)",
                   int(SegmentState::Whole), qint64(articles.size()), length);
    const qint64 segment = connection.lastId();
    BlockWriter writer(connection, segment);
    EntryBuilder builder(writer);
    Inverter(articles).each([&](std::string_view word, const Inverter::Mention *mentions, quint32 count) {
        builder.begin(word);
        for (quint32 i = 0; i < count; ++i) {
            const QByteArray &list = articles[mentions[i].article].words.bytes;
            add(builder, mentions[i].article,
                std::string_view(list.constData(), size_t(list.size())).substr(mentions[i].at));
        }
        builder.end();
    });
    writer.finish();
    connection.run("UPDATE word_segment SET blocks = ?, holdings = ? WHERE id = ?", writer.blocks(),
                   packedHoldings(held), segment);
}

} // namespace broadsheet::store::words
