// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/related.h"

#include "store/compression.h"
#include "store/connection.h"
#include "store/fulltexttable.h"
#include "store/searchindex.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace broadsheet::store {

namespace {

constexpr int wordsLookedUp = 24;  ///< by how often the article uses them
constexpr int wordsAskedFor = 8;   ///< by how rare they are as well
constexpr int rareUntil = 1000;    ///< articles that hold it; a more frequent word says little and costs much
constexpr int rankedAtMost = 4000; ///< articles that hold one of the words; each costs a microsecond or two
constexpr int pairedWords = 3;     ///< where all are frequent: two of so many must come together,
constexpr qint64 pairedWithin = 100'000; ///< in the newest articles
constexpr int textRead = 6000;           ///< characters: an article's beginning tells what it is about
constexpr double inTitle = 4;            ///< a word of the headline counts as so many of the text
constexpr int daysBack = 30;

struct Candidate
{
    QString word;
    double weight = 0;
    int articles = 0; ///< that hold it
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
        list.append({it.key(), (1 + std::log(it.value())) * (it.key().front().isDigit() ? 0.5 : 1), 0});
    std::ranges::sort(list, [](const Candidate &a, const Candidate &b) {
        if (a.weight != b.weight)
            return a.weight > b.weight;
        return a.word.size() != b.word.size() ? a.word.size() > b.word.size() : a.word < b.word;
    });
    return list.mid(0, wordsLookedUp);
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

/** How many articles from \a first on hold a word, counted no further than what makes it frequent. */
int holding(Connection &connection, const QString &word, qint64 first)
{
    Query query(
        connection,
        "SELECT count(*) FROM (SELECT 1 FROM article_text WHERE article_text MATCH ? AND rowid >= ? LIMIT ?)",
        QString(u'"' + word + u'"'), first, rareUntil + 1);
    return query.next() ? int(query.integer(0)) : 0;
}

/** What to ask the index for, and from which article on. */
struct Question
{
    QString match;
    qint64 first = 0;
};

/** The strongest words, as many as can be ranked in some milliseconds; two of the frequent ones together
 * where no other are left. An empty match if there is nothing to ask for. */
Question questionOf(Connection &connection, QList<Candidate> words, qint64 first)
{
    QStringList frequent, chosen;
    for (Candidate &candidate : words) {
        candidate.articles = holding(connection, candidate.word, first);
        if (candidate.articles > rareUntil && frequent.size() < pairedWords)
            frequent.append(u'"' + candidate.word + u'"');
        // One article holds it: this one.
        candidate.weight *= candidate.articles < 2 || candidate.articles > rareUntil
                                ? 0
                                : std::log(2.0 * rareUntil / candidate.articles);
    }
    std::ranges::stable_sort(words, std::greater<>(), &Candidate::weight);
    int ranked = 0;
    for (const Candidate &candidate : std::as_const(words)) {
        if (candidate.weight <= 0 || chosen.size() == wordsAskedFor)
            break;
        if (ranked + candidate.articles > rankedAtMost)
            continue;
        ranked += candidate.articles;
        chosen.append(u'"' + candidate.word + u'"');
    }
    if (!chosen.isEmpty())
        return {chosen.join(QLatin1String(" OR ")), first};
    QStringList pairs;
    for (qsizetype i = 0; i < frequent.size(); ++i) {
        for (qsizetype j = i + 1; j < frequent.size(); ++j)
            pairs.append(QStringLiteral("(%1 AND %2)").arg(frequent[i], frequent[j]));
    }
    Query query(connection, "SELECT max(id) FROM article");
    const qint64 newest = query.next() ? query.integer(0) : 0;
    return {pairs.join(QLatin1String(" OR ")), std::max(first, newest - pairedWithin)};
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
    const QDateTime since = now.addDays(-daysBack);
    const Question question = questionOf(connection, candidates(title, text), firstSince(connection, since));
    if (question.match.isEmpty())
        return {};
    QList<ArticleId> others, own;
    // The best by rank first, so that few rows are looked up to see what they are.
    Query query(
        connection,
        "SELECT a.id, a.feed = one.feed, a.canonical_hash FROM (SELECT rowid AS article, rank AS score FROM "
        "article_text "
        "WHERE article_text MATCH ? AND rowid >= ? AND rank MATCH 'bm25(8.0, 1.0, 1.0, 2.0, 0.0)' ORDER BY "
        "rank LIMIT ?) hit "
        "JOIN article a ON a.id = hit.article JOIN article one ON one.id = ? "
        "LEFT JOIN story_member m ON m.article = a.id LEFT JOIN story_member n ON n.article = one.id "
        "WHERE a.present = 1 AND a.id <> one.id AND a.sort_time >= ? "
        "AND (m.story IS NULL OR n.story IS NULL OR m.story <> n.story) "
        "AND (a.canonical_hash IS NULL OR a.canonical_hash IS NOT one.canonical_hash) ORDER BY hit.score",
        question.match, question.first, 12 * limit, id, since);
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
