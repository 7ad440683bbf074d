// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commenttable.h"

#include "store/changelog.h"
#include "store/commentmentions.h"
#include "store/commentrow.h"
#include "store/connection.h"
#include "store/searchindex.h"

#include <QJsonObject>

namespace broadsheet::store::comments {

namespace {

Error notFound(const char *what, qint64 id)
{
    return {ErrorCode::NotFound, QString::fromLatin1(what), QString::number(id), {}};
}

QByteArray keyOf(Connection &connection, ArticleId article)
{
    Query query(connection, "SELECT key FROM article WHERE id = ?", article);
    return query.next() ? query.blob(0) : QByteArray();
}

/** A row with what it belongs to. */
struct Row
{
    Comment comment;
    QByteArray articleKey;
    ArticleId article;
};

int depthOf(Connection &connection, CommentId parent)
{
    Query query(connection,
                "WITH RECURSIVE above (id) AS (SELECT ? UNION SELECT comment.parent FROM comment "
                "JOIN above ON comment.id = above.id) SELECT count(*) FROM above WHERE id IS NOT NULL",
                parent);
    return query.next() ? int(query.integer(0)) : 0;
}

std::optional<Row> find(Connection &connection, CommentId id)
{
    Row row;
    {
        Query query(connection,
                    "SELECT " BROADSHEET_COMMENT_COLUMNS ", c.article_key, a.id FROM comment c "
                    "LEFT JOIN article a ON a.key = c.article_key WHERE c.id = ?",
                    id);
        if (!query.next())
            return std::nullopt;
        row.comment = commentFromRow(query);
        row.articleKey = query.blob(commentColumns);
        row.article = query.id<ArticleId>(commentColumns + 1);
    }
    row.comment.depth = depthOf(connection, row.comment.parent);
    return row;
}

void recount(Connection &connection, const QByteArray &articleKey)
{
    connection.run("UPDATE article SET comments = (SELECT count(*) FROM comment WHERE article_key = ? "
                   "AND deleted IS NULL AND origin = 0) WHERE key = ?",
                   articleKey, articleKey);
}

Result<CommentChange> finished(Connection &connection, CommentChange::Kind kind, CommentId id,
                               const QString &logKind, const QDateTime &at, QJsonObject payload = {})
{
    if (connection.error())
        return *connection.error();
    const auto row = find(connection, id);
    if (!row)
        return notFound("No such comment", id.value());
    CommentChange change;
    change.kind = kind;
    change.article = row->article;
    QList<Comment> shown{row->comment.deleted ? withoutWords(row->comment) : row->comment};
    addMentions(connection, row->article, shown);
    change.comment = shown.first();
    payload.insert(QStringLiteral("comment"), id.value());
    payload.insert(QStringLiteral("uuid"), QString::fromLatin1(row->comment.uuid.toHex()));
    change.change = changelog::append(connection, at, logKind, payload);
    return change;
}

} // namespace

Result<Discussion> discussion(Connection &connection, ArticleId article)
{
    const QByteArray key = keyOf(connection, article);
    if (key.isEmpty())
        return notFound("No such article", article.value());
    QList<Comment> rows;
    Query query(connection,
                "SELECT " BROADSHEET_COMMENT_COLUMNS " FROM comment c WHERE c.article_key = ? "
                "ORDER BY c.created, c.id",
                key);
    while (query.next())
        rows.append(commentFromRow(query));
    QList<Comment> comments = inTreeOrder(rows);
    addMentions(connection, article, comments);
    return Discussion{article, comments};
}

Result<CommentChange> add(Connection &connection, const NewComment &c)
{
    const QByteArray key = keyOf(connection, c.article);
    if (key.isEmpty())
        return notFound("No such article", c.article.value());
    if (c.parent.isValid()) {
        const auto parent = find(connection, c.parent);
        if (!parent || parent->articleKey != key || parent->comment.deleted)
            return notFound("No such comment to reply to", c.parent.value());
    }
    connection.run(
        "INSERT INTO comment (uuid, article_key, parent, name, text, html, quote, prefix, suffix, color, "
        "created, article_title, article_url, feed_title, feed_url) "
        "SELECT ?, a.key, ?, ?, ?, ?, ?, ?, ?, ?, ?, ifnull(t.title, ''), "
        "ifnull(t.url, ''), iif(f.custom_title = '', f.title, f.custom_title), f.url "
        "FROM article a JOIN feed f ON f.id = a.feed LEFT JOIN content t ON t.article = a.id "
        "WHERE a.id = ?",
        c.uuid, c.parent, c.name, c.text, c.html.toString(), c.quote, c.prefix, c.suffix, int(c.color),
        c.created, c.article);
    const CommentId id(connection.lastId());
    searchindex::addComment(connection, id.value(), c.text, c.quote, c.name);
    recount(connection, key);
    return finished(connection, CommentChange::Kind::Added, id, QStringLiteral("comment-add"), c.created);
}

Result<CommentChange> edit(Connection &connection, CommentId id, const QString &text, const SafeHtml &html,
                           const QDateTime &at)
{
    const auto row = find(connection, id);
    if (!row || row->comment.deleted)
        return notFound("No such comment", id.value());
    const Comment &old = row->comment;
    if (old.origin != CommentOrigin::Local)
        return Error{ErrorCode::Unsupported, QStringLiteral("The site's comments are its own"), {}, {}};
    connection.run(
        "INSERT INTO comment_history (comment, text, html, edited, replaced) VALUES (?, ?, ?, ?, ?)", id,
        old.text, old.html.toString(), old.edited, at);
    connection.run("UPDATE comment SET text = ?, html = ?, edited = ? WHERE id = ?", text, html.toString(),
                   at, id);
    searchindex::removeComment(connection, id.value(), old.text, old.quote, old.name);
    searchindex::addComment(connection, id.value(), text, old.quote, old.name);
    return finished(connection, CommentChange::Kind::Edited, id, QStringLiteral("comment-edit"), at);
}

Result<CommentChange> undoEdit(Connection &connection, CommentId id, const QDateTime &at)
{
    const auto row = find(connection, id);
    if (!row)
        return notFound("No such comment", id.value());
    qint64 version = 0;
    QString text, html;
    QDateTime edited;
    {
        Query query(
            connection,
            "SELECT id, text, html, edited FROM comment_history WHERE comment = ? ORDER BY id DESC LIMIT 1",
            id);
        if (!query.next())
            return notFound("No earlier text", id.value());
        version = query.integer(0);
        text = query.text(1);
        html = query.text(2);
        edited = query.time(3);
    }
    const Comment &old = row->comment;
    // The text that is undone goes into the history in the place of the one that comes back.
    connection.run("UPDATE comment_history SET text = ?, html = ?, edited = ?, replaced = ? WHERE id = ?",
                   old.text, old.html.toString(), old.edited, at, version);
    connection.run("UPDATE comment SET text = ?, html = ?, edited = ? WHERE id = ?", text, html, edited, id);
    if (!old.deleted) {
        searchindex::removeComment(connection, id.value(), old.text, old.quote, old.name);
        searchindex::addComment(connection, id.value(), text, old.quote, old.name);
    }
    return finished(connection, CommentChange::Kind::Edited, id, QStringLiteral("comment-edit"), at);
}

Result<CommentChange> remove(Connection &connection, CommentId id, const QDateTime &at)
{
    const auto row = find(connection, id);
    if (!row || row->comment.deleted)
        return notFound("No such comment", id.value());
    if (row->comment.origin != CommentOrigin::Local)
        return Error{ErrorCode::Unsupported, QStringLiteral("The site's comments are its own"), {}, {}};
    connection.run("UPDATE comment SET deleted = ? WHERE id = ?", at, id);
    searchindex::removeComment(connection, id.value(), row->comment.text, row->comment.quote,
                               row->comment.name);
    recount(connection, row->articleKey);
    return finished(connection, CommentChange::Kind::Deleted, id, QStringLiteral("comment-delete"), at);
}

Result<CommentChange> restore(Connection &connection, CommentId id, const QDateTime &at)
{
    const auto row = find(connection, id);
    if (!row)
        return notFound("No such comment", id.value());
    if (!row->comment.deleted)
        return Error{ErrorCode::AlreadyExists, QStringLiteral("The comment is not deleted"), {}, {}};
    connection.run("UPDATE comment SET deleted = NULL WHERE id = ?", id);
    searchindex::addComment(connection, id.value(), row->comment.text, row->comment.quote, row->comment.name);
    recount(connection, row->articleKey);
    return finished(connection, CommentChange::Kind::Restored, id, QStringLiteral("comment-restore"), at);
}

Result<QList<CommentVersion>> history(Connection &connection, CommentId id)
{
    if (!find(connection, id))
        return notFound("No such comment", id.value());
    QList<CommentVersion> versions;
    Query query(connection,
                "SELECT text, edited, replaced FROM comment_history WHERE comment = ? ORDER BY replaced, id",
                id);
    while (query.next())
        versions.append({query.text(0), query.time(1), query.time(2)});
    return versions;
}

Result<CommentChange> recolor(Connection &connection, CommentId id, HighlightColor color, const QDateTime &at)
{
    const auto row = find(connection, id);
    if (!row || row->comment.deleted)
        return notFound("No such comment", id.value());
    if (row->comment.quote.isEmpty())
        return Error{ErrorCode::Unsupported, QStringLiteral("Not anchored in the text"), {}, {}};
    connection.run("UPDATE comment SET color = ?, recolored = ? WHERE id = ?", int(color), at, id);
    return finished(connection, CommentChange::Kind::Edited, id, QStringLiteral("comment-recolor"), at,
                    {{QStringLiteral("color"), int(row->comment.color)}}); // what it was, for undo
}

Result<QString> draft(Connection &connection, ArticleId article, CommentId parent)
{
    Query query(
        connection,
        "SELECT text FROM draft WHERE article_key = (SELECT key FROM article WHERE id = ?) AND parent = ?",
        article, parent.value());
    return query.next() ? query.text(0) : QString();
}

Result<void> saveDraft(Connection &connection, ArticleId article, CommentId parent, const QString &text,
                       const QDateTime &now)
{
    const QByteArray key = keyOf(connection, article);
    if (key.isEmpty())
        return notFound("No such article", article.value());
    if (text.isEmpty())
        connection.run("DELETE FROM draft WHERE article_key = ? AND parent = ?", key, parent.value());
    else
        connection.run("INSERT OR REPLACE INTO draft (article_key, parent, text, saved) VALUES (?, ?, ?, ?)",
                       key, parent.value(), text, now);
    return {};
}

} // namespace broadsheet::store::comments
