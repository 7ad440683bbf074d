// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changelog.h"
#include "store/commentlists.h"
#include "store/commentrow.h"
#include "store/connection.h"
#include "store/searchindex.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace broadsheet::store::comments {

namespace {

class Merger
{
public:
    Merger(Connection &connection, const CommentArchive &archive, const RenderText &render)
        : m_connection(connection), m_archive(archive), m_render(render)
    {
    }

    CommentMerge merge()
    {
        for (const CommentedArticle &article : m_archive.articles) {
            for (const Comment &comment : article.comments) {
                if (m_connection.error())
                    return m_merge;
                if (comment.uuid.size() == 16 && article.key.isValid())
                    take(article, comment);
            }
        }
        for (const CommentedArticle &article : m_archive.articles) {
            link(article);
            recount(article.key.bytes());
        }
        return m_merge;
    }

private:
    std::optional<Comment> present(const QByteArray &uuid)
    {
        Query query(m_connection, "SELECT " BROADSHEET_COMMENT_COLUMNS " FROM comment c WHERE c.uuid = ?",
                    uuid);
        if (!query.next())
            return std::nullopt;
        return commentFromRow(query);
    }

    void take(const CommentedArticle &article, const Comment &comment)
    {
        const auto here = present(comment.uuid);
        if (!here)
            return insert(article, comment);
        if (here->deleted || comment.deleted || here->text == comment.text || !isLater(comment, *here)) {
            ++m_merge.known;
            return;
        }
        m_connection.run(
            "INSERT INTO comment_history (comment, text, html, edited, replaced) VALUES (?, ?, ?, ?, ?)",
            here->id, here->text, here->html.toString(), here->edited, comment.edited);
        m_connection.run("UPDATE comment SET text = ?, html = ?, edited = ? WHERE id = ?", comment.text,
                         m_render(comment.text).toString(), comment.edited, here->id);
        searchindex::removeComment(m_connection, here->id.value(), here->text, here->quote, here->name);
        searchindex::addComment(m_connection, here->id.value(), comment.text, here->quote, here->name);
        ++m_merge.changed;
    }

    static bool isLater(const Comment &a, const Comment &b)
    {
        return a.origin == CommentOrigin::Local && b.origin == CommentOrigin::Local && a.edited.isValid() &&
               (!b.edited.isValid() || a.edited > b.edited);
    }

    void insert(const CommentedArticle &article, const Comment &c)
    {
        const SafeHtml html = m_render(c.text);
        m_connection.run("INSERT INTO comment (uuid, article_key, name, text, html, quote, prefix, suffix, "
                         "color, created, "
                         "edited, origin, url, deleted, article_title, article_url, feed_title, feed_url) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         c.uuid, article.key, c.name, c.text, html.toString(), c.quote, c.prefix, c.suffix,
                         int(c.color), c.created, c.edited, int(c.origin), c.url,
                         c.deleted ? c.created : QDateTime(), article.title, article.url, article.feedTitle,
                         article.feedUrl);
        const qint64 id = m_connection.lastId();
        m_inserted.insert(c.uuid, id);
        if (!c.deleted)
            searchindex::addComment(m_connection, id, c.text, c.quote, c.name);
        const QList<CommentVersion> versions = m_archive.versions.value(c.uuid);
        for (const CommentVersion &version : versions) {
            m_connection.run(
                "INSERT INTO comment_history (comment, text, html, edited, replaced) VALUES (?, ?, ?, ?, ?)",
                id, version.text, m_render(version.text).toString(), version.written, version.replaced);
        }
        ++m_merge.added;
    }

    /** Only what was inserted is tied: what was here keeps its place. */
    void link(const CommentedArticle &article)
    {
        for (const Comment &comment : article.comments) {
            const QByteArray parent = m_archive.parents.value(comment.uuid);
            if (parent.isEmpty() || parent == comment.uuid || !m_inserted.contains(comment.uuid))
                continue;
            m_connection.run("UPDATE comment SET parent = (SELECT p.id FROM comment p WHERE p.uuid = ? "
                             "AND p.article_key = comment.article_key) WHERE id = ?",
                             parent, m_inserted.value(comment.uuid));
        }
    }

    void recount(const QByteArray &articleKey)
    {
        m_connection.run("UPDATE article SET comments = (SELECT count(*) FROM comment WHERE article_key = ? "
                         "AND deleted IS NULL AND origin = 0) WHERE key = ?",
                         articleKey, articleKey);
    }

    Connection &m_connection;
    const CommentArchive &m_archive;
    const RenderText &m_render;
    QHash<QByteArray, qint64> m_inserted;
    CommentMerge m_merge;
};

} // namespace

Result<CommentMerge> merge(Connection &connection, const CommentArchive &archive, const RenderText &render,
                           const QDateTime &now)
{
    const CommentMerge merged = Merger(connection, archive, render).merge();
    if (connection.error())
        return *connection.error();
    if (merged.added > 0 || merged.changed > 0)
        changelog::append(
            connection, now, QStringLiteral("import-comments"),
            {{QStringLiteral("added"), merged.added}, {QStringLiteral("changed"), merged.changed}});
    return merged;
}

} // namespace broadsheet::store::comments
