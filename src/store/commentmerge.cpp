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
        const bool own = here->origin == CommentOrigin::Local && comment.origin == CommentOrigin::Local &&
                         !comment.deleted;
        if (!own || here->deleted) {
            ++m_merge.known;
            return;
        }
        // Each field for itself: one machine may have the later words, the other the later colour.
        const bool reworded = takeWords(*here, comment);
        const bool recolored = takeColor(*here, comment);
        takeVersions(here->id, m_archive.versions.value(comment.uuid));
        ++(reworded || recolored ? m_merge.changed : m_merge.known);
    }

    /** False where the words here stand; others are kept as an earlier wording all the same. */
    bool takeWords(const Comment &here, const Comment &there)
    {
        if (here.text == there.text)
            return false;
        if (!isLater(there.edited, here.edited)) {
            keepVersion(here.id, {there.text, there.edited, here.edited});
            return false;
        }
        keepVersion(here.id, {here.text, here.edited, there.edited});
        m_connection.run("UPDATE comment SET text = ?, html = ?, edited = ? WHERE id = ?", there.text,
                         m_render(there.text).toString(), there.edited, here.id);
        searchindex::removeComment(m_connection, here.id.value(), here.text, here.quote, here.name);
        searchindex::addComment(m_connection, here.id.value(), there.text, here.quote, here.name);
        return true;
    }

    bool takeColor(const Comment &here, const Comment &there)
    {
        if (here.color == there.color || !isLater(there.recolored, here.recolored))
            return false;
        m_connection.run("UPDATE comment SET color = ?, recolored = ? WHERE id = ?", int(there.color),
                         there.recolored, here.id);
        return true;
    }

    void takeVersions(CommentId id, const QList<CommentVersion> &versions)
    {
        for (const CommentVersion &version : versions)
            keepVersion(id, version);
    }

    /** Unless it is there already: a wording is known by its words and when they were written. */
    void keepVersion(CommentId id, const CommentVersion &version)
    {
        if (!version.replaced.isValid())
            return;
        Query known(m_connection,
                    "SELECT 1 FROM comment_history WHERE comment = ? AND text = ? AND edited IS ?", id,
                    version.text, version.written);
        if (known.next())
            return;
        m_connection.run(
            "INSERT INTO comment_history (comment, text, html, edited, replaced) VALUES (?, ?, ?, ?, ?)", id,
            version.text, m_render(version.text).toString(), version.written, version.replaced);
    }

    /** An invalid time is that of the beginning. */
    static bool isLater(const QDateTime &a, const QDateTime &b)
    {
        return a.isValid() && (!b.isValid() || a > b);
    }

    void insert(const CommentedArticle &article, const Comment &c)
    {
        const SafeHtml html = m_render(c.text);
        m_connection.run("INSERT INTO comment (uuid, article_key, name, text, html, quote, prefix, suffix, "
                         "color, recolored, created, "
                         "edited, origin, url, deleted, article_title, article_url, feed_title, feed_url) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         c.uuid, article.key, c.name, c.text, html.toString(), c.quote, c.prefix, c.suffix,
                         int(c.color), c.recolored, c.created, c.edited, int(c.origin), c.url,
                         c.deleted ? c.created : QDateTime(), article.title, article.url, article.feedTitle,
                         article.feedUrl);
        const qint64 id = m_connection.lastId();
        m_inserted.insert(c.uuid, id);
        if (!c.deleted)
            searchindex::addComment(m_connection, id, c.text, c.quote, c.name);
        takeVersions(CommentId(id), m_archive.versions.value(c.uuid));
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
