// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.h"

#include "store/articlelists.h"
#include "store/articletable.h"
#include "store/connection.h"
#include "store/fulltexttable.h"
#include "store/searchcompiler.h"
#include "store/snippet.h"

#include <algorithm>
#include <cmath>

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

/**
 * True if a word is so frequent that walking the newest articles and asking of each whether it matches is
 * cheaper than sorting all hits: looking up one costs some 25 times as much as sorting one, and about limit ×
 * articles / hits are looked at.
 */
bool isFrequent(Connection &connection, const QString &match, int limit)
{
    // Whatever is asked of a prefix, it is first put together from all its words.
    if (match.contains(QLatin1String("\" *")))
        return false;
    qint64 total = 0;
    {
        Query query(connection, "SELECT total FROM library_count");
        total = query.next() ? query.integer(0) : 0;
    }
    const qint64 bound = qMax(qint64(1000), qint64(std::sqrt(25.0 * limit * double(total))));
    Query query(connection,
                "SELECT count(*) FROM (SELECT 1 FROM article_text WHERE article_text MATCH ? LIMIT ?)", match,
                bound);
    return query.next() && query.integer(0) == bound;
}

QList<ArticleId> articleHits(Connection &connection, const query::Expression &expression, int limit,
                             SearchOrder order, const lists::Part &view)
{
    const SearchCompiler compiled(expression, SearchCompiler::Over::Articles);
    const bool ranked = order == SearchOrder::Relevance && !compiled.match().isEmpty();
    QString sql;
    QVariantList values;
    if (compiled.match().isEmpty()) {
        sql = QStringLiteral("SELECT a.id FROM article a JOIN content t ON t.article = a.id WHERE ");
    } else if (!ranked && isFrequent(connection, compiled.match(), limit)) {
        sql = QStringLiteral("SELECT a.id FROM article a INDEXED BY article_newest CROSS JOIN content t "
                             "ON t.article = a.id WHERE EXISTS (SELECT 1 FROM article_text "
                             "WHERE article_text MATCH ? AND article_text.rowid = a.id) AND ");
        values.append(compiled.match());
    } else {
        sql = QStringLiteral("SELECT a.id FROM article_text JOIN article a ON a.id = article_text.rowid "
                             "JOIN content t ON t.article = a.id WHERE article_text MATCH ? AND ");
        values.append(compiled.match());
    }
    sql += QStringLiteral("a.present = 1 AND ") + compiled.condition() + view.sql;
    values += compiled.values() + view.values;
    // A word in the headline weighs most, then authors and tags.
    if (ranked)
        sql += QStringLiteral(" ORDER BY bm25(article_text, 8.0, 1.0, 4.0, 4.0, 6.0), a.sort_time DESC");
    else
        sql += QStringLiteral(" ORDER BY a.sort_time DESC, a.id DESC");
    sql += QStringLiteral(" LIMIT %1").arg(limit);
    QList<ArticleId> ids;
    Query query(connection, sql, values);
    while (query.next())
        ids.append(query.id<ArticleId>(0));
    return ids;
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
                             const lists::Part &view)
{
    const SearchCompiler compiled(expression, SearchCompiler::Over::Comments);
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
    QList<SearchHit> hits =
        commentHits(connection, expression, aboutComments ? limit : qMax(1, limit / 2), view);
    QList<ArticleId> ids =
        articleHits(connection, expression, qMax(0, limit - int(hits.size())), order, view);
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
