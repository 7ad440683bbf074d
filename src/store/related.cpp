// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/related.h"

#include "store/compression.h"
#include "store/connection.h"
#include "store/fulltexttable.h"
#include "store/searchindex.h"
#include "store/words/finder.h"
#include "store/words/holdercounter.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace broadsheet::store {

namespace {

constexpr int wordsLookedUp = 24;   ///< by how often the article uses them
constexpr size_t wordsAskedFor = 8; ///< by how rare they are as well
constexpr int rareUntil = 1500;   ///< articles that hold it; a more frequent word says little and costs much
constexpr int rareShare = 8;      ///< among few articles, those that hold it are less than one in so many
constexpr int rareInAny = 4;      ///< but so many may
constexpr int sharedWords = 2;    ///< with one alone, deep in a text, two articles come together by chance
constexpr size_t pairedWords = 3; ///< where all are frequent: two of so many must come together
constexpr int pairedUntil = 20'000; ///< articles that hold one of them: each is read
constexpr qint64 fewHold = 8;       ///< so few are worth counting exactly
constexpr int textRead = 6000;      ///< characters: an article's beginning tells what it is about
constexpr double inTitle = 4;       ///< a word of the headline counts as so many of the text
constexpr int daysBack = 30;
constexpr words::ColumnWeights columnWeights{8.0, 1.0, 1.0, 2.0, 0.0};

struct Candidate
{
    QString word;
    double weight = 0;
};

void count(QHash<QString, double> &words, const QString &text, double weight)
{
    const QString indexed = searchindex::indexed(text).toLower();
    QString word;
    const auto flush = [&] {
        if (word.size() >= 3 || (!word.isEmpty() && word.front().unicode() >= 0x2e80))
            words[word] += weight;
        word.clear();
    };
    for (const QChar c : indexed) {
        if (c.isLetterOrNumber() || c.isMark())
            word.append(c);
        else
            flush();
    }
    flush();
}

/** The words that the article uses most, those of its headline first. */
QList<Candidate> candidates(const QString &title, const QString &text)
{
    QHash<QString, double> words;
    count(words, title, inTitle);
    count(words, text.left(textRead), 1);
    QList<Candidate> list;
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        list.append({it.key(), (1 + std::log(it.value())) * (it.key().front().isDigit() ? 0.5 : 1)});
    std::ranges::sort(list, [](const Candidate &a, const Candidate &b) {
        if (a.weight != b.weight)
            return a.weight > b.weight;
        return a.word.size() != b.word.size() ? a.word.size() > b.word.size() : a.word < b.word;
    });
    return list.mid(0, wordsLookedUp);
}

/** Two of the words that the article uses most together. */
words::WordQuery pairsOf(words::HolderCounter &holders, const std::vector<words::WordQuery> &frequent)
{
    std::vector<words::WordQuery> chosen, pairs;
    for (const words::WordQuery &word : frequent) {
        if (holders.count(word.words.front(), pairedUntil + 1) > pairedUntil)
            continue;
        for (const words::WordQuery &other : chosen)
            pairs.push_back(words::WordQuery::of(words::WordQuery::Kind::And, {other, word}));
        chosen.push_back(word);
        if (chosen.size() == pairedWords)
            break;
    }
    return words::WordQuery::of(words::WordQuery::Kind::Or, std::move(pairs));
}

/** What others are looked for by: the strongest words, or pairs of frequent ones where no others are left. */
words::WordQuery questionOf(words::HolderCounter &holders, ArticleId id, const QList<Candidate> &candidates)
{
    struct Choice
    {
        words::WordQuery query;
        double weight = 0;
    };
    const qint64 rare = std::clamp(holders.articles() / rareShare, qint64(rareInAny), qint64(rareUntil));
    // Its own words count for two where the article was indexed anew.
    const bool edited = holders.isVoidSomewhere(id.value());
    std::vector<Choice> choices;
    std::vector<words::WordQuery> frequent;
    for (const Candidate &candidate : candidates) {
        Choice choice{words::WordQuery::phrase(candidate.word), 0};
        if (choice.query.words.size() != 1)
            continue;
        qint64 articles = holders.reckon(choice.query.words.front(), rareUntil + 1);
        if (edited && articles <= fewHold)
            articles = holders.count(choice.query.words.front(), rareUntil + 1);
        // One article holds it: this one.
        if (articles >= 2 && articles <= rare)
            choice.weight = candidate.weight * std::log(2.0 * double(rare) / double(articles));
        if (choice.weight > 0)
            choices.push_back(std::move(choice));
        else if (articles > rareUntil)
            frequent.push_back(std::move(choice.query));
    }
    if (choices.empty())
        return pairsOf(holders, frequent);
    std::ranges::stable_sort(choices, std::greater<>(), &Choice::weight);
    std::vector<words::WordQuery> chosen;
    for (size_t i = 0; i < choices.size() && i < wordsAskedFor; ++i)
        chosen.push_back(std::move(choices[i].query));
    return words::WordQuery::of(words::WordQuery::Kind::Or, std::move(chosen));
}

/** Articles get their numbers as they come: those that came since a time are numbered from here on. */
qint64 firstSince(Connection &connection, const QDateTime &since)
{
    qint64 low = 1, high = 1;
    {
        Query query(connection, "SELECT max(id) FROM article");
        high = query.next() ? query.integer(0) + 1 : 1;
    }
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        Query query(connection, "SELECT id, first_seen FROM article WHERE id >= ? ORDER BY id LIMIT 1",
                    middle);
        if (!query.next() || query.integer(1) >= since.toMSecsSinceEpoch())
            high = middle;
        else
            low = query.integer(0) + 1;
    }
    return low;
}

/** The best by score, of the articles from \a first on. */
QList<ArticleId> best(const words::Findings &found, qint64 first, int count)
{
    const auto from = std::ranges::lower_bound(found.articles, first) - found.articles.begin();
    std::vector<size_t> order;
    for (size_t i = size_t(from); i < found.articles.size(); ++i) {
        if (found.shared[i] >= sharedWords)
            order.push_back(i);
    }
    const auto middle = order.begin() + qMin(qsizetype(count), qsizetype(order.size()));
    std::ranges::partial_sort(order, middle, [&found](size_t a, size_t b) {
        return found.scores[a] != found.scores[b] ? found.scores[a] > found.scores[b] : a > b;
    });
    QList<ArticleId> ids;
    for (auto it = order.begin(); it != middle; ++it)
        ids.append(ArticleId(found.articles[*it]));
    return ids;
}

} // namespace

QList<ArticleId> related(Connection &connection, ArticleId id, int limit, const QDateTime &now)
{
    QString title, text;
    {
        Query query(connection,
                    "SELECT c.title, b.data FROM content c LEFT JOIN body b ON b.article = c.article "
                    "WHERE c.article = ?",
                    id);
        if (!query.next())
            return {};
        title = query.text(0);
        if (const auto body = unpacked(query.blob(1)))
            text = body->text.isEmpty() ? body->summary : body->text;
        if (const QString full = fulltext::text(connection, id); full.size() > text.size())
            text = full;
    }
    words::WordHolders holders(connection);
    words::HolderCounter counter(connection, holders);
    const words::WordQuery asked = questionOf(counter, id, candidates(title, text));
    if (asked.isEmpty())
        return {};
    const auto found = words::find(connection, asked, &columnWeights, &holders);
    if (!found)
        return {}; // `doctor` tells of a damaged index
    const QDateTime since = now.addDays(-daysBack);
    QList<ArticleId> others, own;
    // The best by rank first, so that few rows are looked up to see what they are.
    Query query(
        connection,
        "SELECT a.id, a.feed = one.feed, a.canonical_hash FROM json_each(?) hit "
        "CROSS JOIN article a ON a.id = hit.value JOIN article one ON one.id = ? "
        "LEFT JOIN story_member m ON m.article = a.id LEFT JOIN story_member n ON n.article = one.id "
        "WHERE a.present = 1 AND a.id <> one.id AND a.sort_time >= ? "
        "AND (m.story IS NULL OR n.story IS NULL OR m.story <> n.story) "
        "AND (a.canonical_hash IS NULL OR a.canonical_hash IS NOT one.canonical_hash) ORDER BY hit.key",
        jsonArray(best(*found, firstSince(connection, since), 12 * limit)), id, since);
    QSet<qint64> pages; // what several feeds have is related once
    while (query.next()) {
        const auto before = pages.size();
        if (!query.isNull(2))
            pages.insert(query.integer(2));
        if (query.isNull(2) || pages.size() > before)
            (query.flag(1) ? own : others).append(query.id<ArticleId>(0));
    }
    return (others + own).mid(0, limit);
}

} // namespace broadsheet::store
