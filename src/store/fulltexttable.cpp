// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fulltexttable.h"

#include "base/url.h"
#include "store/articletable.h"
#include "store/compression.h"
#include "store/connection.h"

#include <algorithm>

namespace broadsheet::store::fulltext {

namespace {

constexpr int mostAttempts = 3;
constexpr int hoursBetweenAttempts = 6;
constexpr int articlesLookedAt = 10;
constexpr int fewestToJudge = 4;
/** Characters. A paragraph or two: what is longer is worth reading as it is. */
constexpr qsizetype teaserLength = 700;

} // namespace

QString textOf(const QByteArray &data)
{
    const auto body = data.isEmpty() ? Result<Body>(Body()) : unpacked(data);
    return body ? body->text : QString();
}

std::optional<FullText> find(Connection &connection, ArticleId id)
{
    Query query(connection,
                "SELECT fetched, shown, page, data FROM full_text WHERE article = ? AND length(data) > 0",
                id);
    if (!query.next())
        return std::nullopt;
    auto body = unpacked(query.blob(3));
    if (!body)
        return std::nullopt; // it can be fetched again; `doctor` tells of it
    FullText found;
    found.fetched = query.time(0);
    found.shown = query.flag(1);
    found.page = query.url(2);
    found.content = SafeHtml::alreadyCleaned(body->html);
    found.text = body->text;
    return found;
}

QString text(Connection &connection, ArticleId id)
{
    Query query(connection, "SELECT data FROM full_text WHERE article = ?", id);
    return query.next() ? textOf(query.blob(0)) : QString();
}

Result<void> keep(Connection &connection, ArticleId id, const FullText &text)
{
    {
        Query query(connection, "SELECT 1 FROM content WHERE article = ?", id);
        if (!query.next())
            return Error{
                ErrorCode::NotFound, QStringLiteral("No such article"), QString::number(id.value()), {}};
    }
    const QByteArray data = packed({{}, text.content.utf8(), text.text});
    articles::changeIndexed(connection, id, [&] {
        connection.run("INSERT OR REPLACE INTO full_text (article, fetched, attempts, shown, page, data) "
                       "VALUES (?, ?, 0, ?, ?, ?)",
                       id, text.fetched, text.shown, text.page, data);
    });
    return {};
}

void noteFailure(Connection &connection, ArticleId id, const QDateTime &when)
{
    connection.run("INSERT INTO full_text (article, fetched, attempts, data) "
                   "SELECT article, ?, 1, x'' FROM content WHERE article = ? "
                   "ON CONFLICT (article) DO UPDATE SET fetched = excluded.fetched, attempts = attempts + 1",
                   when, id);
}

void setShown(Connection &connection, ArticleId id, bool shown)
{
    connection.run("UPDATE full_text SET shown = ? WHERE article = ?", shown, id);
}

QList<ArticleId> wanted(Connection &connection, const QDateTime &now, int limit)
{
    QList<ArticleId> ids;
    Query query(connection,
                "SELECT a.id FROM feed f CROSS JOIN article a ON a.feed = f.id "
                "JOIN content c ON c.article = a.id LEFT JOIN full_text t ON t.article = a.id "
                "WHERE f.full_text = 2 AND f.subscribed = 1 AND a.present = 1 AND a.read = 0 AND c.url <> '' "
                "AND (t.article IS NULL OR (t.attempts BETWEEN 1 AND ? AND t.fetched < ?) "
                "OR (t.attempts = 0 AND t.fetched < (SELECT max(r.replaced) FROM revision r WHERE r.article "
                "= a.id))) "
                "ORDER BY a.sort_time DESC, a.id DESC LIMIT ?",
                mostAttempts - 1, now.addSecs(-3600 * hoursBetweenAttempts), limit);
    while (query.next())
        ids.append(query.id<ArticleId>(0));
    return ids;
}

bool isTeasing(Connection &connection, FeedId feed)
{
    {
        Query query(connection, "SELECT 1 FROM feed WHERE id = ? AND full_text = 0 AND subscribed = 1", feed);
        if (!query.next())
            return false;
    }
    int seen = 0;
    int longest = 0;
    Query query(connection,
                "SELECT c.url, c.enclosures, b.data FROM article a JOIN content c ON c.article = a.id "
                "JOIN body b ON b.article = a.id WHERE a.feed = ? AND a.present = 1 "
                "ORDER BY a.sort_time DESC, a.id DESC LIMIT ?",
                feed, articlesLookedAt);
    while (query.next()) {
        const auto body = unpacked(query.blob(2));
        if (!body || !isWebUrl(query.url(0)))
            return false; // no page to fetch
        if (query.text(1).size() > 2)
            continue; // episodes and the like are what they are
        ++seen;
        longest = std::max(longest, int(std::max(body->text.size(), body->summary.size())));
    }
    return seen >= fewestToJudge && longest <= teaserLength;
}

} // namespace broadsheet::store::fulltext
