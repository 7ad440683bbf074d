// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commentmentions.h"

#include "base/text.h"
#include "model/commentlink.h"
#include "model/subscription.h"
#include "store/connection.h"
#include "store/duplicates.h"

#include <QHash>

#include <optional>

namespace broadsheet::store::comments {

namespace {

constexpr int mostOfOne = 3;     ///< cards below one comment
constexpr int mostOfAll = 1'000; ///< addresses looked up for one discussion
constexpr int excerptLength = 140;

/** The addresses that cleaned markup links to; it writes attributes one way. */
QList<QUrl> linksIn(const QByteArray &html)
{
    static constexpr QByteArrayView attribute("href=\"");
    QList<QUrl> links;
    for (qsizetype at = html.indexOf(attribute); at >= 0 && links.size() < 2 * mostOfOne;
         at = html.indexOf(attribute, at)) {
        at += attribute.size();
        const qsizetype end = html.indexOf('"', at);
        if (end < 0)
            break;
        QByteArray address = html.mid(at, end - at);
        address.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        links.append(QUrl::fromEncoded(address));
        at = end;
    }
    return links;
}

Mention mentionFrom(const Query &query)
{
    Mention mention;
    mention.article = query.id<ArticleId>(0);
    mention.feed = query.id<FeedId>(1);
    mention.title = query.text(2);
    Subscription names;
    names.customTitle = query.text(3);
    names.feedTitle = query.text(4);
    names.feedUrl = query.url(5);
    mention.feedTitle = names.title();
    mention.time = query.time(6);
    return mention;
}

std::optional<Mention> articleAt(Connection &connection, const QUrl &url)
{
    const auto hash = duplicates::hashOfAddress(url);
    if (!hash)
        return std::nullopt;
    Query query(connection,
                "SELECT a.id, a.feed, c.title, f.custom_title, f.title, f.url, a.sort_time FROM article a "
                "JOIN content c ON c.article = a.id JOIN feed f ON f.id = a.feed "
                "WHERE a.canonical_hash = ? AND a.present = 1 ORDER BY a.id LIMIT 1",
                duplicates::resolved(connection, *hash));
    if (!query.next())
        return std::nullopt;
    return mentionFrom(query);
}

std::optional<Mention> commentAt(Connection &connection, const QByteArray &uuid)
{
    Query query(
        connection,
        "SELECT a.id, a.feed, t.title, f.custom_title, f.title, f.url, c.created, c.id, c.name, c.text, "
        "c.quote, c.origin FROM comment c JOIN article a ON a.key = c.article_key "
        "JOIN content t ON t.article = a.id JOIN feed f ON f.id = a.feed "
        "WHERE c.uuid = ? AND c.deleted IS NULL AND a.present = 1",
        uuid);
    if (!query.next())
        return std::nullopt;
    Mention mention = mentionFrom(query);
    mention.comment = query.id<CommentId>(7);
    mention.name = query.text(8);
    mention.words = excerpt(query.text(9).isEmpty() ? query.text(10) : query.text(9), excerptLength);
    mention.own = CommentOrigin(query.integer(11)) == CommentOrigin::Local;
    return mention;
}

/** Looks each address up once. */
class Resolver
{
public:
    explicit Resolver(Connection &connection) : m_connection(connection) {}

    std::optional<Mention> at(const QUrl &url)
    {
        const auto known = m_known.constFind(url);
        if (known != m_known.constEnd())
            return *known;
        if (m_known.size() >= mostOfAll)
            return std::nullopt;
        const QByteArray uuid = commentOfLink(url);
        auto found = uuid.isEmpty() ? articleAt(m_connection, url) : commentAt(m_connection, uuid);
        if (found)
            found->url = url;
        m_known.insert(url, found);
        return found;
    }

private:
    Connection &m_connection;
    QHash<QUrl, std::optional<Mention>> m_known;
};

} // namespace

void addMentions(Connection &connection, ArticleId article, QList<Comment> &comments)
{
    Resolver resolver(connection);
    for (Comment &comment : comments) {
        QList<QUrl> links = linksIn(comment.html.utf8());
        for (const CommentLinkPlace &place : commentLinksIn(comment.text))
            links.append(place.url);
        for (const QUrl &link : std::as_const(links)) {
            const auto mention = resolver.at(link);
            const bool itself = mention && mention->article == article && !mention->comment.isValid();
            if (!mention || itself || comment.mentions.size() >= mostOfOne)
                continue;
            const auto same = [&mention](const Mention &other) {
                return other.article == mention->article && other.comment == mention->comment;
            };
            if (std::none_of(comment.mentions.cbegin(), comment.mentions.cend(), same))
                comment.mentions.append(*mention);
        }
    }
}

Result<Mention> place(Connection &connection, const QByteArray &uuid)
{
    const auto found = commentAt(connection, uuid);
    if (!found)
        return Error{
            ErrorCode::NotFound, QStringLiteral("No such comment"), QString::fromLatin1(uuid.toHex()), {}};
    return *found;
}

} // namespace broadsheet::store::comments
