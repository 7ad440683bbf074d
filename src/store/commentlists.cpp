// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commentlists.h"

#include "store/commentrow.h"
#include "store/connection.h"
#include "store/searchcompiler.h"

#include <QHash>
#include <QSet>

namespace broadsheet::store::comments {

namespace {

/** What is known of an article now, else what was known when the comment was written. */
CommentedArticle articleOf(const Query &query, int column)
{
    CommentedArticle article;
    article.key = ArticleKey::fromBytes(query.blob(column)).value_or(ArticleKey());
    article.article = query.id<ArticleId>(column + 1);
    article.title = query.text(column + 2);
    article.url = query.url(column + 3);
    article.feedTitle = query.text(column + 4);
    article.feedUrl = query.url(column + 5);
    return article;
}

QHash<QByteArray, QList<CommentVersion>> versions(Connection &connection)
{
    QHash<QByteArray, QList<CommentVersion>> found;
    Query query(connection,
                "SELECT c.uuid, h.text, h.edited, h.replaced FROM comment_history h "
                "JOIN comment c ON c.id = h.comment WHERE c.deleted IS NULL ORDER BY h.replaced, h.id");
    while (query.next())
        found[query.blob(0)].append({query.text(1), query.time(2), query.time(3)});
    return found;
}

/** Leaves out what the site's readers said among themselves. \a comments in tree order. */
QList<Comment> withOwnReplies(const QList<Comment> &comments)
{
    QList<Comment> kept;
    int needed = 0; // the depth up to which ancestors of what was kept are missing
    for (auto it = comments.crbegin(); it != comments.crend(); ++it) {
        if (it->origin == CommentOrigin::Local || it->depth < needed) {
            needed = it->depth;
            kept.prepend(*it);
        } else {
            needed = qMin(needed, it->depth);
        }
    }
    return kept;
}

} // namespace

QList<KeptComment> own(Connection &connection, const CommentFilter &filter, int limit)
{
    QString sql = QStringLiteral(
        "SELECT " BROADSHEET_COMMENT_COLUMNS ", iif(a.present = 1, a.id, NULL), "
        "ifnull(t.title, c.article_title), ifnull(t.url, c.article_url), c.feed_title FROM comment c "
        "LEFT JOIN article a ON a.key = c.article_key LEFT JOIN content t ON t.article = a.id "
        "WHERE c.origin = 0 AND c.deleted IS NULL");
    QVariantList values;
    if (filter.highlightsOnly)
        sql += QStringLiteral(" AND c.quote <> ''");
    if (filter.color != HighlightColor::None) {
        sql += QStringLiteral(" AND c.color = ?");
        values.append(int(filter.color));
    }
    if (filter.lonelyOnly)
        sql += QStringLiteral(" AND ifnull(a.present, 0) = 0");
    for (const QString &match : SearchCompiler::commentMatches(filter.words)) {
        sql += QStringLiteral(" AND c.id IN (SELECT rowid FROM comment_text WHERE comment_text MATCH ?)");
        values.append(match);
    }
    sql += QStringLiteral(" ORDER BY c.created DESC, c.id DESC LIMIT %1").arg(limit);
    QList<KeptComment> found;
    Query query(connection, sql, values);
    while (query.next()) {
        found.append({commentFromRow(query), query.id<ArticleId>(commentColumns),
                      query.text(commentColumns + 1), query.url(commentColumns + 2),
                      query.text(commentColumns + 3)});
    }
    return found;
}

CommentArchive archive(Connection &connection)
{
    CommentArchive archive;
    QHash<QByteArray, qsizetype> places;
    QHash<CommentId, QByteArray> uuids;
    {
        // By the oldest first, so that an export after a new comment differs by that comment alone.
        Query query(
            connection,
            "SELECT " BROADSHEET_COMMENT_COLUMNS ", c.article_key, iif(a.present = 1, a.id, NULL), "
            "ifnull(t.title, c.article_title), ifnull(t.url, c.article_url), c.feed_title, c.feed_url "
            "FROM comment c LEFT JOIN article a ON a.key = c.article_key "
            "LEFT JOIN content t ON t.article = a.id WHERE c.article_key IN "
            "(SELECT article_key FROM comment WHERE origin = 0) ORDER BY c.created, c.id");
        while (query.next()) {
            const QByteArray key = query.blob(commentColumns);
            const auto known = places.constFind(key);
            const qsizetype place = known == places.constEnd() ? archive.articles.size() : *known;
            if (known == places.constEnd()) {
                places.insert(key, place);
                archive.articles.append(articleOf(query, commentColumns));
            }
            archive.articles[place].comments.append(commentFromRow(query));
        }
    }
    for (CommentedArticle &article : archive.articles) {
        article.comments = withOwnReplies(inTreeOrder(article.comments));
        for (const Comment &comment : std::as_const(article.comments)) {
            uuids.insert(comment.id, comment.uuid);
            if (comment.parent.isValid() && uuids.contains(comment.parent))
                archive.parents.insert(comment.uuid, uuids.value(comment.parent));
        }
    }
    archive.articles.removeIf([](const CommentedArticle &article) { return article.comments.isEmpty(); });
    archive.versions = versions(connection);
    return archive;
}

} // namespace broadsheet::store::comments
