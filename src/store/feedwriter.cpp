// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/feedwriter.h"

#include "store/articletable.h"
#include "store/connection.h"
#include "store/duplicates.h"
#include "store/fetchlog.h"
#include "store/fetchtable.h"

#include <QHash>
#include <QSet>

namespace broadsheet::store {

namespace {

/** The state row of an article and what is needed to see whether it changed. */
struct Known
{
    ArticleId id;
    bool present = false;
    bool gone = false; ///< taken away on purpose: it stays away
    QByteArray substance, whole;
    std::optional<int> siteComments;
    std::optional<qint64> canonicalHash;
};

std::optional<Known> known(Connection &connection, const ArticleKey &key)
{
    Query query(connection,
                "SELECT a.id, a.present, c.substance, c.whole, c.site_comments, a.canonical_hash, a.gone "
                "FROM article a "
                "LEFT JOIN content c ON c.article = a.id WHERE a.key = ?",
                key);
    if (!query.next())
        return std::nullopt;
    Known row{query.id<ArticleId>(0),
              query.flag(1),
              query.flag(6),
              query.blob(2),
              query.blob(3),
              query.optionalInt(4),
              {}};
    if (!query.isNull(5))
        row.canonicalHash = query.integer(5);
    return row;
}

/** What the subscription says of its articles. */
struct FeedWishes
{
    QString scope; ///< of the keys
    bool unreadWhenEdited = false;
    bool foldDuplicates = true;
};

class Writer
{
public:
    Writer(Connection &connection, const FeedUpdate &update, const QList<articles::Content> &contents,
           const FeedWishes &wishes)
        : m_connection(connection)
        , m_update(update)
        , m_contents(contents)
        , m_scope(wishes.scope)
        , m_unreadWhenEdited(wishes.unreadWhenEdited)
        , m_foldDuplicates(wishes.foldDuplicates)
    {
    }

    FeedUpdateResult write(const QList<ParsedEntry> &entries)
    {
        for (const ParsedEntry &entry : entries) {
            if (!entry.id.isEmpty())
                m_linksOfId[entry.id].insert(entry.url);
            ++m_uses[entry.url];
        }
        m_result.feed = m_update.feed;
        // Backwards, so that among entries of one time the first of the document has the highest id and is on
        // top.
        for (qsizetype i = entries.size() - 1; i >= 0 && !m_connection.error(); --i)
            writeEntry(entries[i], i < m_contents.size() ? m_contents[i] : articles::fromEntry(entries[i]));
        return std::move(m_result);
    }

private:
    ArticleKey keyOf(const ParsedEntry &entry) const
    {
        const QUrl link(entry.url);
        const QString date = QString::fromLatin1(
            QByteArray::number(entry.published.isValid() ? entry.published.toMSecsSinceEpoch() : 0));
        const ArticleKey byId = ArticleKey::make(m_scope, entry.id, link, entry.title, date);
        if (entry.id.isEmpty() || link.isEmpty() || m_linksOfId.value(entry.id).size() < 2)
            return byId;
        // One id for several pages: only an article that has it already, at this very page, may keep it.
        const auto stored = known(m_connection, byId);
        const auto address = duplicates::hashOfAddress(link);
        if (stored && stored->canonicalHash && address &&
            stored->canonicalHash == duplicates::resolved(m_connection, *address))
            return byId;
        return ArticleKey::make(m_scope, {}, link, entry.title, date);
    }

    void writeEntry(const ParsedEntry &entry, const articles::Content &content)
    {
        const ArticleKey key = keyOf(entry);
        if (m_seen.contains(key.bytes()))
            return; // the same entry twice in a document
        m_seen.insert(key.bytes());
        const auto stored = known(m_connection, key);
        if (!stored)
            insert(key, entry, content);
        else if (stored->gone)
            return;
        else if (!stored->present)
            bringBack(stored->id, content);
        else
            update(*stored, content);
    }

    void insert(const ArticleKey &key, const ParsedEntry &entry, const articles::Content &content)
    {
        const auto identity = identityOf(entry, content.url);
        bool twin = false, read = false, starred = false;
        if (identity) {
            Query query(
                m_connection,
                "SELECT count(*), max(f.fold_duplicates * a.read), max(f.fold_duplicates * a.starred) "
                "FROM article a JOIN feed f ON f.id = a.feed WHERE a.canonical_hash = ?",
                *identity);
            twin = query.next() && query.integer(0) > 0;
            read = twin && m_foldDuplicates && query.flag(1);
            starred = twin && m_foldDuplicates && query.flag(2);
        }
        const qint64 now = m_update.fetchedAt.toMSecsSinceEpoch();
        m_connection.run(
            "INSERT INTO article (key, feed, read, starred, first_seen, sort_time, canonical_hash, twin) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            key, m_update.feed, read, starred, now, sortTime(content), identity, twin);
        const ArticleId id(m_connection.lastId());
        articles::insertContent(m_connection, id, content);
        m_result.changes.inserted.append(id);
        ++m_result.newArticles;
    }

    /** The state was kept when the content went. */
    void bringBack(ArticleId id, const articles::Content &content)
    {
        m_connection.run("UPDATE article SET present = 1, revisions = 0, feed = ? WHERE id = ?",
                         m_update.feed, id);
        articles::insertContent(m_connection, id, content);
        m_result.changes.inserted.append(id);
        ++m_result.newArticles;
    }

    void update(const Known &stored, const articles::Content &content)
    {
        if (stored.whole == content.whole && stored.substance == content.substance) {
            if (content.siteComments && content.siteComments != stored.siteComments) {
                m_connection.run("UPDATE content SET site_comments = ? WHERE article = ?",
                                 content.siteComments, stored.id);
                m_result.changes.updated.append(stored.id); // no edit, but the list shows it
            }
            return;
        }
        if (!articles::replaceContent(m_connection, stored.id, content, m_update.fetchedAt))
            return; // markup, counters, addresses of pictures: taken over without a word
        if (m_unreadWhenEdited)
            m_connection.run("UPDATE article SET read = 0 WHERE id = ? AND read = 1", stored.id);
        m_result.changes.updated.append(stored.id);
        ++m_result.updatedArticles;
    }

    qint64 sortTime(const articles::Content &content) const
    {
        const qint64 now = m_update.fetchedAt.toMSecsSinceEpoch();
        // Many Atom feeds say only when an entry was changed; seen for the first time, that is its date.
        const QDateTime &date = content.published.isValid() ? content.published : content.modified;
        const qint64 given = date.isValid() ? date.toMSecsSinceEpoch() : now;
        return given > now ? now : given;
    }

    /** By which the same entry of another feed is known. An address or id that the feed gives to several of its
     * entries (a change log's page, say) is none. */
    std::optional<qint64> identityOf(const ParsedEntry &entry, const QUrl &url)
    {
        const auto address =
            m_uses.value(entry.url) > 1 ? std::nullopt : nameOf(duplicates::hashOfAddress(url));
        auto id = m_linksOfId.value(entry.id).size() > 1 ? std::nullopt : duplicates::hashOfId(entry.id);
        if (id != address)
            id = nameOf(id);
        return duplicates::identity(m_connection, address, id);
    }

    /** The name of a page that no other article of this feed has. */
    std::optional<qint64> nameOf(const std::optional<qint64> &hash)
    {
        if (!hash)
            return std::nullopt;
        const qint64 name = duplicates::resolved(m_connection, *hash);
        Query query(m_connection, "SELECT 1 FROM article WHERE canonical_hash = ? AND feed = ?", name,
                    m_update.feed);
        return query.next() ? std::nullopt : std::optional(name);
    }

    Connection &m_connection;
    const FeedUpdate &m_update;
    const QList<articles::Content> &m_contents;
    const QString m_scope;
    const bool m_unreadWhenEdited;
    const bool m_foldDuplicates;
    QHash<QString, QSet<QString>> m_linksOfId;
    QHash<QString, int> m_uses; ///< of an address within the document
    QSet<QByteArray> m_seen;
    FeedUpdateResult m_result;
};

} // namespace

QList<articles::Content> prepared(QList<ParsedEntry> &entries)
{
    QList<articles::Content> contents;
    contents.reserve(entries.size());
    for (ParsedEntry &entry : entries) {
        contents.append(articles::fromEntry(entry));
        articles::prepare(contents.last());
        entry.content = SafeHtml();
        entry.summaryHtml = SafeHtml();
        entry.contentText.clear();
        entry.summary.clear();
    }
    return contents;
}

Result<FeedUpdateResult> applyFeedUpdate(Connection &connection, const FeedUpdate &update,
                                         const QList<articles::Content> &contents)
{
    FeedWishes wishes;
    {
        Query query(
            connection,
            "SELECT key_scope, unread_when_edited, fold_duplicates FROM feed WHERE id = ? AND subscribed = 1",
            update.feed);
        if (!query.next())
            return Error{ErrorCode::NotFound,
                         QStringLiteral("No such subscription"),
                         QString::number(update.feed.value()),
                         {}};
        wishes = {query.text(0), query.flag(1), query.flag(2)};
    }
    fetching::record(connection, update);
    FeedUpdateResult result;
    result.feed = update.feed;
    if (update.feedDocument && !update.error && !update.notModified)
        result = Writer(connection, update, contents, wishes).write(update.feedDocument->entries);
    if (update.asked)
        fetchlog::append(connection, update, result);
    return result;
}

} // namespace broadsheet::store
