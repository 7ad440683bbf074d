// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.h"

#include "store/articlelists.h"
#include "store/articletable.h"
#include "store/connection.h"
#include "store/fulltexttable.h"
#include "store/searchcompiler.h"
#include "store/snippet.h"
#include "store/wordlookup.h"

#include <algorithm>
#include <tuple>

namespace broadsheet::store {

namespace {

/** " AND a.id IN (…)" for a search within a view; nothing where the view holds all. */
lists::Part within(Connection &connection, const ArticleFilter &filter, const QDateTime &now)
{
    if (filter == ArticleFilter())
        return {};
    lists::Part part = lists::part(connection, filter, now);
    part.sql = QStringLiteral(" AND a.id IN (SELECT article.id") + part.sql + u')';
    return part;
}

/** Findings up to so many are sorted by their dates; of more the newest articles are walked until enough are
 * found. */
constexpr size_t fewFindings = 1000, fewOf = 50;
/** The best by score that are looked up at first, and how many times as many if other conditions leave too
 * few. */
constexpr size_t bestFirst = 200, bestFactor = 8;
/** A word in the headline weighs most, then authors and tags. */
constexpr words::ColumnWeights columnWeights{8.0, 1.0, 4.0, 4.0, 6.0};

const auto tables = QLatin1String("article a ON a.id = j.value JOIN content t ON t.article = a.id");

qint64 articleCount(Connection &connection)
{
    Query query(connection, "SELECT total FROM library_count");
    return query.next() ? query.integer(0) : 0;
}

/** The conditions that the index does not answer, with their values. */
struct Rest
{
    QString sql;
    QVariantList values;
};

QList<ArticleId> newest(Connection &connection, const FindingsPointer &found, const Rest &rest, int limit)
{
    QString sql;
    QVariantList values;
    if (!found) {
        sql = QStringLiteral("SELECT a.id FROM article a JOIN content t ON t.article = a.id WHERE ");
    } else if (found->articles.size() <= std::max(fewFindings, size_t(articleCount(connection)) / fewOf)) {
        sql = QStringLiteral("SELECT a.id FROM json_each(?) j CROSS JOIN ") + tables +
              QStringLiteral(" WHERE ");
        values.append(jsonNumbers(found->articles));
    } else {
        sql = QStringLiteral("SELECT a.id FROM article a INDEXED BY article_newest CROSS JOIN content t "
                             "ON t.article = a.id WHERE found_in(?, a.id) AND ");
        values.append(QVariant::fromValue(found));
    }
    QList<ArticleId> ids;
    Query query(connection, sql + rest.sql + QStringLiteral(" ORDER BY a.sort_time DESC, a.id DESC LIMIT ?"),
                values + rest.values + QVariantList{limit});
    while (query.next())
        ids.append(query.id<ArticleId>(0));
    return ids;
}

/** By score, of the same score the newest first. */
QList<ArticleId> best(Connection &connection, const FindingsPointer &found, const Rest &rest, int limit)
{
    struct Hit
    {
        float score = 0;
        qint64 time = 0, id = 0;
    };
    std::vector<size_t> order(found->articles.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto isBetter = [&found](size_t a, size_t b) {
        return found->scores[a] != found->scores[b] ? found->scores[a] > found->scores[b] : a > b;
    };
    std::vector<Hit> hits;
    for (size_t most = std::max(bestFirst, size_t(limit) * 2);; most *= bestFactor) {
        const size_t taken = std::min(most, order.size());
        if (taken < order.size())
            std::ranges::nth_element(order, order.begin() + qsizetype(taken), isBetter);
        std::vector<qint64> articles;
        for (size_t i = 0; i < taken; ++i)
            articles.push_back(found->articles[order[i]]);
        hits.clear();
        Query query(connection,
                    QStringLiteral("SELECT a.id, a.sort_time FROM json_each(?) j CROSS JOIN ") + tables +
                        QStringLiteral(" WHERE ") + rest.sql,
                    QVariantList{jsonNumbers(articles)} + rest.values);
        while (query.next()) {
            const auto at = std::ranges::lower_bound(found->articles, query.integer(0));
            hits.push_back(
                {found->scores[size_t(at - found->articles.begin())], query.integer(1), query.integer(0)});
        }
        if (hits.size() >= size_t(limit) || taken == order.size())
            break;
    }
    std::ranges::sort(hits, [](const Hit &a, const Hit &b) {
        return std::tie(a.score, a.time, a.id) > std::tie(b.score, b.time, b.id);
    });
    QList<ArticleId> ids;
    for (size_t i = 0; i < hits.size() && ids.size() < limit; ++i)
        ids.append(ArticleId(hits[i].id));
    return ids;
}

QList<ArticleId> articleHits(Connection &connection, const query::Expression &expression, int limit,
                             SearchOrder order, const lists::Part &view, WordLookup &lookup)
{
    const SearchCompiler compiled(expression, SearchCompiler::Over::Articles, lookup);
    const Rest rest{QStringLiteral("a.present = 1 AND ") + compiled.condition() + view.sql,
                    compiled.values() + view.values};
    if (compiled.match().isEmpty())
        return newest(connection, nullptr, rest, limit);
    if (order == SearchOrder::Relevance)
        return best(connection, lookup.find(compiled.match(), &columnWeights), rest, limit);
    return newest(connection, lookup.find(compiled.match()), rest, limit);
}

QString bodyText(Connection &connection, ArticleId id)
{
    Query query(connection, "SELECT data FROM body WHERE article = ?", id);
    if (!query.next())
        return {};
    const auto body = unpacked(query.blob(0));
    const QString text = !body ? QString() : body->text.isEmpty() ? body->summary : body->text;
    const QString full = fulltext::text(connection, id);
    return full.isEmpty() ? text : text + u'\n' + full;
}

/** Hits in comments; one whose article is gone is shown under what was kept of it. */
QList<SearchHit> commentHits(Connection &connection, const query::Expression &expression, int limit,
                             const lists::Part &view, WordLookup &lookup)
{
    const SearchCompiler compiled(expression, SearchCompiler::Over::Comments, lookup);
    if (!compiled.hasWords())
        return {};
    const QStringList words = SearchCompiler::words(expression);
    QList<SearchHit> hits;
    Query query(
        connection,
        QStringLiteral("SELECT m.id, a.id, m.text, m.created, m.article_title, m.article_url, m.feed_title "
                       "FROM comment m LEFT JOIN article a ON a.key = m.article_key "
                       "LEFT JOIN content t ON t.article = a.id WHERE m.deleted IS NULL AND ") +
            compiled.condition() + view.sql +
            QStringLiteral(" ORDER BY m.created DESC, m.id DESC LIMIT %1").arg(limit),
        compiled.values() + view.values);
    while (query.next()) {
        SearchHit hit;
        hit.comment = query.id<CommentId>(0);
        const QList<ArticleHeadline> rows = articles::headlines(connection, {query.id<ArticleId>(1)});
        if (!rows.isEmpty()) {
            hit.headline = rows.first();
        } else {
            hit.headline.id = query.id<ArticleId>(1);
            hit.headline.title = query.text(4);
            hit.headline.url = query.url(5);
            hit.headline.feedTitle = query.text(6);
            hit.headline.unread = false;
            hit.headline.sortTime = query.time(3);
        }
        hit.snippet = snippet(query.text(2), words);
        hits.append(hit);
    }
    return hits;
}

bool asksForComments(const query::Expression &e)
{
    return e.kind != query::Expression::Kind::Not &&
           (e.field == QLatin1String("comment") || std::ranges::any_of(e.children, asksForComments));
}

} // namespace

Result<QList<SearchHit>> search(Connection &connection, const query::Expression &expression, int limit,
                                SearchOrder order, const ArticleFilter &filter, const QDateTime &now)
{
    const lists::Part view = within(connection, filter, now);
    const QStringList words = SearchCompiler::words(expression);
    const bool aboutComments = asksForComments(expression);
    WordLookup lookup(connection);
    QList<SearchHit> hits =
        commentHits(connection, expression, aboutComments ? limit : qMax(1, limit / 2), view, lookup);
    QList<ArticleId> ids =
        articleHits(connection, expression, qMax(0, limit - int(hits.size())), order, view, lookup);
    if (lookup.error())
        return *lookup.error();
    if (aboutComments) // the comment says it better than its article
        ids.removeIf([&hits](ArticleId id) {
            return std::ranges::any_of(hits, [id](const SearchHit &hit) { return hit.headline.id == id; });
        });
    const QList<ArticleHeadline> rows = articles::headlines(connection, ids);
    for (const ArticleHeadline &row : rows) {
        SearchHit hit;
        hit.headline = row;
        hit.snippet = words.isEmpty() ? row.excerpt : snippet(bodyText(connection, row.id), words);
        hits.append(hit);
    }
    if (order == SearchOrder::Date) {
        const auto newer = [](const SearchHit &a, const SearchHit &b) {
            return a.headline.sortTime > b.headline.sortTime;
        };
        std::ranges::stable_sort(hits, newer);
    }
    return hits;
}

} // namespace broadsheet::store
