// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sitecommenttable.h"

#include "model/comment.h"
#include "store/connection.h"
#include "store/searchindex.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>

namespace broadsheet::store::sitecomments {

namespace {

Error notFound(ArticleId article)
{
    return {ErrorCode::NotFound, QStringLiteral("No such article"), QString::number(article.value()), {}};
}

/** The same on every machine, so that an import finds what is there. */
QByteArray uuidOf(const QByteArray &articleKey, const QString &siteId)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(articleKey);
    hash.addData(siteId.toUtf8());
    return hash.result().left(16);
}

/** One article's comments of the site, and which of them answers which. */
class Writer
{
public:
    Writer(Connection &connection, const QByteArray &articleKey, const QDateTime &now)
        : m_connection(connection), m_key(articleKey), m_now(now)
    {
        Query query(connection,
                    "SELECT id, site_id, site_parent, parent, name, text, html, uuid FROM comment "
                    "WHERE article_key = ? AND origin = 1",
                    articleKey);
        while (query.next()) {
            const Row row{query.integer(0), query.text(2), query.integer(3),
                          query.text(4),    query.text(5), query.text(6)};
            if (query.text(1).isEmpty())
                m_imported.insert(query.blob(7), row);
            else
                m_rows.insert(query.text(1), row);
        }
    }

    void write(const SiteComment &comment)
    {
        if (comment.id.isEmpty() || m_seen.contains(comment.id))
            return;
        m_seen.insert(comment.id);
        const QByteArray uuid = uuidOf(m_key, comment.id);
        if (m_imported.contains(uuid)) {
            m_rows.insert(comment.id, m_imported.take(uuid));
            m_connection.run("UPDATE comment SET site_id = ? WHERE uuid = ?", comment.id, uuid);
        }
        const auto known = m_rows.find(comment.id);
        if (known == m_rows.end())
            insert(comment, uuid);
        else
            update(*known, comment);
    }

    /** Ties answers to what they answer, whichever of the two came first. */
    void link()
    {
        const QSet<QString> ring = rings();
        for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
            const qint64 wanted = ring.contains(row.key()) ? 0 : m_rows.value(row->replyTo).id;
            if (wanted == row->parent || wanted == 0)
                continue;
            row->parent = wanted;
            m_connection.run("UPDATE comment SET parent = ? WHERE id = ?", wanted, row->id);
        }
    }

    SiteCommentsResult result;

private:
    struct Row
    {
        qint64 id = 0;
        QString replyTo;
        qint64 parent = 0;
        QString name, text, html;
    };

    /** Those that answer each other in a ring: no thread can begin with them. */
    QSet<QString> rings() const
    {
        QSet<QString> ring;
        QHash<QString, int> walks; // which walk came by first
        int walk = 0;
        for (auto row = m_rows.constBegin(); row != m_rows.constEnd(); ++row) {
            ++walk;
            QString at = row.key();
            while (m_rows.contains(at) && !walks.contains(at)) {
                walks.insert(at, walk);
                at = m_rows.value(at).replyTo;
            }
            if (walks.value(at) != walk)
                continue;
            for (QString member = at; !ring.contains(member); member = m_rows.value(member).replyTo)
                ring.insert(member);
        }
        return ring;
    }

    void insert(const SiteComment &c, const QByteArray &uuid)
    {
        m_connection.run(
            "INSERT OR IGNORE INTO comment (uuid, article_key, name, text, html, created, edited, origin, "
            "url, site_id, "
            "site_parent, article_title, article_url, feed_title, feed_url) "
            "SELECT ?, a.key, ?, ?, ?, ?, ?, 1, ?, ?, ?, ifnull(t.title, ''), ifnull(t.url, ''), "
            "iif(f.custom_title = '', f.title, f.custom_title), f.url FROM article a "
            "JOIN feed f ON f.id = a.feed LEFT JOIN content t ON t.article = a.id WHERE a.key = ?",
            uuid, c.name, c.text, c.html.toString(), c.created.isValid() ? c.created : m_now, c.edited, c.url,
            c.id, c.replyTo, m_key);
        if (m_connection.changes() == 0)
            return; // an import put this name under another article
        const qint64 id = m_connection.lastId();
        searchindex::addComment(m_connection, id, c.text, {}, c.name);
        m_rows.insert(c.id, {id, c.replyTo, 0, c.name, c.text, c.html.toString()});
        ++result.added;
    }

    void update(Row &row, const SiteComment &c)
    {
        if (row.replyTo != c.replyTo && !c.replyTo.isEmpty()) {
            row.replyTo = c.replyTo;
            m_connection.run("UPDATE comment SET site_parent = ? WHERE id = ?", c.replyTo, row.id);
        }
        const QString html = c.html.toString();
        if (row.name == c.name && row.text == c.text && row.html == html)
            return;
        m_connection.run("UPDATE comment SET name = ?, text = ?, html = ?, edited = ? WHERE id = ?", c.name,
                         c.text, html, c.edited.isValid() ? c.edited : m_now, row.id);
        searchindex::removeComment(m_connection, row.id, row.text, {}, row.name);
        searchindex::addComment(m_connection, row.id, c.text, {}, c.name);
        row.name = c.name;
        row.text = c.text;
        row.html = html;
        ++result.changed;
    }

    Connection &m_connection;
    const QByteArray m_key;
    const QDateTime m_now;
    QHash<QString, Row> m_rows;        ///< by the site's id
    QHash<QByteArray, Row> m_imported; ///< by uuid: an import does not tell the site's ids
    QSet<QString> m_seen;
};

} // namespace

Result<SiteDiscussion> discussion(Connection &connection, ArticleId article)
{
    SiteDiscussion found;
    found.article = article;
    Query query(connection,
                "SELECT ifnull(t.url, ''), ifnull(t.comments_url, ''), ifnull(t.comments_feed_url, ''), "
                "ifnull(s.url, ''), s.etag, s.last_modified, s.body_hash, s.fetched, f.url "
                "FROM article a JOIN feed f ON f.id = a.feed LEFT JOIN content t ON t.article = a.id "
                "LEFT JOIN comment_source s ON s.article_key = a.key WHERE a.id = ?",
                article);
    if (!query.next())
        return notFound(article);
    found.articleUrl = query.url(0);
    found.pageUrl = query.url(1);
    found.feedUrl = query.url(2);
    found.fetchedFrom = query.url(3);
    found.etag = query.blob(4);
    found.lastModified = query.blob(5);
    found.bodyHash = query.blob(6);
    found.fetched = query.time(7);
    found.subscriptionUrl = query.url(8);
    return found;
}

Result<SiteCommentsResult> apply(Connection &connection, const SiteCommentsUpdate &update)
{
    QByteArray key;
    {
        Query query(connection, "SELECT key FROM article WHERE id = ?", update.article);
        if (!query.next())
            return notFound(update.article);
        key = query.blob(0);
    }
    Writer writer(connection, key, update.fetched);
    for (const SiteComment &comment : update.comments)
        writer.write(comment);
    writer.link();
    // The feed may tell no number, or an older one than what is here now.
    if (writer.result.added > 0)
        connection.run(
            "UPDATE content SET site_comments = (SELECT count(*) FROM comment WHERE article_key = ? "
            "AND origin = 1 AND deleted IS NULL) WHERE article = ? AND ifnull(site_comments, 0) < "
            "(SELECT count(*) FROM comment WHERE article_key = ? AND origin = 1 AND deleted IS NULL)",
            key, update.article, key);
    if (update.validatorsGiven) {
        connection.run("INSERT OR REPLACE INTO comment_source (article_key, url, etag, last_modified, "
                       "body_hash, fetched) VALUES (?, ?, ?, ?, ?, ?)",
                       key, update.url, update.etag, update.lastModified, update.bodyHash, update.fetched);
    } else {
        connection.run("INSERT INTO comment_source (article_key, url, fetched) VALUES (?, ?, ?) "
                       "ON CONFLICT (article_key) DO UPDATE SET fetched = excluded.fetched",
                       key, update.url, update.fetched);
    }
    return writer.result;
}

} // namespace broadsheet::store::sitecomments
