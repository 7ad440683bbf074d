// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/articletable.h"

#include "model/subscription.h"
#include "store/connection.h"
#include "store/contentjson.h"
#include "store/duplicates.h"
#include "store/fulltexttable.h"
#include "store/readingtable.h"
#include "store/searchindex.h"
#include "store/substance.h"
#include "store/tagtable.h"

#include <QHash>

namespace broadsheet::store::articles {

namespace {

/** The row and its body as they were indexed. */
struct Stored
{
    QString title, byline, tags;
    QByteArray substance, data;
    Body body;
    QString fullText; ///< of its own page, if that was fetched
};

QString tagText(const QString &json)
{
    return contentjson::toTexts(json).join(u' ');
}

std::optional<Stored> stored(Connection &connection, ArticleId id)
{
    Query query(connection,
                "SELECT c.title, c.byline, c.tags, c.substance, b.data, t.data FROM content c "
                "LEFT JOIN body b ON b.article = c.article LEFT JOIN full_text t ON t.article = c.article "
                "WHERE c.article = ?",
                id);
    if (!query.next())
        return std::nullopt;
    Stored row{query.text(0),
               query.text(1),
               query.text(2),
               query.blob(3),
               query.blob(4),
               {},
               fulltext::textOf(query.blob(5))};
    if (auto body = unpacked(row.data))
        row.body = std::move(*body);
    return row;
}

/** What the index holds of a body. */
const QString &searchText(const Body &body)
{
    return body.text.isEmpty() ? body.summary : body.text;
}

/** The same of what is to be stored. */
QString searchText(const Content &content)
{
    if (!content.packedBody.isEmpty()) {
        if (const auto body = unpacked(content.packedBody))
            return searchText(*body);
    }
    return searchText(content.body);
}

/** Both texts: an article is found by the words of either. */
QString joined(const QString &text, const QString &fullText)
{
    return fullText.isEmpty() ? text : text + u'\n' + fullText;
}

words::WordList wordsOf(const Content &content, const QString &text)
{
    return searchindex::wordsOf(content.title, text, content.byline, content.terms.join(u' '));
}

/** \a fullText is what is kept beside it. */
void index(Connection &connection, ArticleId id, const Content &content, const QString &fullText = {})
{
    if (!content.words.isNull() && fullText.isEmpty())
        return searchindex::set(connection, id.value(), content.words);
    searchindex::set(connection, id.value(), wordsOf(content, joined(searchText(content), fullText)));
}

void writeRow(Connection &connection, ArticleId id, const Content &c)
{
    connection.run(
        "INSERT OR REPLACE INTO content (article, title, excerpt, byline, url, image, authors, tags, "
        "enclosures, language, published, published_offset, modified, modified_offset, comments_url, "
        "comments_feed_url, site_comments, substance, whole) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, c.title, c.excerpt, c.byline, c.url, c.image, c.authors, c.tags, c.enclosures, c.language,
        c.published, c.published.offsetFromUtc(), c.modified, c.modified.offsetFromUtc(), c.commentsUrl,
        c.commentsFeedUrl, c.siteComments, c.substance, c.whole);
    connection.run("INSERT OR REPLACE INTO body (article, data) VALUES (?, ?)", id,
                   c.packedBody.isEmpty() ? packed(c.body) : c.packedBody);
}

} // namespace

void prepare(Content &content)
{
    content.packedBody = packed(content.body);
    content.words = wordsOf(content, searchText(content.body));
    content.body = {};
}

void insertContent(Connection &connection, ArticleId id, const Content &content)
{
    writeRow(connection, id, content);
    if (!content.terms.isEmpty())
        tags::give(connection, id, content.terms);
    index(connection, id, content);
}

bool replaceContent(Connection &connection, ArticleId id, const Content &content, const QDateTime &now)
{
    const auto old = stored(connection, id);
    if (!old)
        return false;
    const bool titleChanged = old->title != content.title;
    const QString oldText = searchText(old->body), text = searchText(content);
    const bool textChanged = oldText != text;
    // Most changes are none to a reader. (No substance at all: its headline was lost with a broken page, and
    // made up.)
    const bool substantial = !old->substance.isEmpty() && old->substance != content.substance &&
                             substanceHash(old->title, oldText) != substanceHash(content.title, text);
    if (substantial) {
        connection.run("INSERT INTO revision (article, replaced, title_changed, body_changed, title, data) "
                       "VALUES (?, ?, ?, ?, ?, ?)",
                       id, now, titleChanged, textChanged, old->title, old->data);
        connection.run("UPDATE article SET revisions = revisions + 1 WHERE id = ?", id);
    }
    writeRow(connection, id, content);
    if (old->tags != content.tags)
        tags::set(connection, id, content.terms);
    if (titleChanged || old->byline != content.byline || old->tags != content.tags || textChanged) {
        searchindex::remove(connection, id.value());
        index(connection, id, content, old->fullText);
    }
    return substantial;
}

void changeIndexed(Connection &connection, ArticleId id, const std::function<void()> &change)
{
    searchindex::remove(connection, id.value());
    change();
    if (const auto now = stored(connection, id)) {
        searchindex::set(connection, id.value(),
                         searchindex::wordsOf(now->title, joined(searchText(now->body), now->fullText),
                                              now->byline, tagText(now->tags)));
    }
}

void removeContent(Connection &connection, ArticleId id)
{
    searchindex::remove(connection, id.value());
    connection.run("DELETE FROM article_tag WHERE article = ?", id);
    connection.run("DELETE FROM revision WHERE article = ?", id);
    connection.run("DELETE FROM full_text WHERE article = ?", id);
    connection.run("DELETE FROM body WHERE article = ?", id);
    connection.run("DELETE FROM content WHERE article = ?", id);
    connection.run("UPDATE article SET present = 0 WHERE id = ?", id);
}

QList<ArticleHeadline> headlines(Connection &connection, const QList<ArticleId> &ids)
{
    QHash<ArticleId, ArticleHeadline> found;
    found.reserve(ids.size());
    Query query(
        connection,
        "SELECT a.id, a.feed, f.category, f.custom_title, f.title, f.url, g.name, c.title, c.excerpt, "
        "c.authors, c.url, iif(f.image_policy IN (1, 2), '', c.image), a.sort_time, a.read, a.starred, "
        "a.revisions, a.comments, c.tags, "
        "c.published, c.published_offset, a.first_seen, m.story, "
        "iif(a.revisions > 0, (SELECT r.title FROM revision r WHERE r.article = a.id AND r.title_changed = 1 "
        "ORDER BY r.id DESC LIMIT 1), ''), "
        "iif(m.story IS NULL, 0, (SELECT count(DISTINCT x.feed) FROM story_member y JOIN article x ON x.id = "
        "y.article "
        "WHERE y.story = m.story AND x.present = 1)), c.site_comments "
        "FROM article a JOIN content c ON c.article = a.id JOIN feed f ON f.id = a.feed "
        "LEFT JOIN story_member m ON m.article = a.id "
        "LEFT JOIN category g ON g.id = f.category WHERE a.id IN (SELECT value FROM json_each(?))",
        jsonArray(ids));
    while (query.next()) {
        ArticleHeadline h;
        h.id = query.id<ArticleId>(0);
        h.feed = query.id<FeedId>(1);
        h.category = query.id<CategoryId>(2);
        Subscription names;
        names.customTitle = query.text(3);
        names.feedTitle = query.text(4);
        names.feedUrl = query.url(5);
        h.feedTitle = names.title();
        h.categoryName = query.text(6);
        h.title = query.text(7);
        h.excerpt = query.text(8);
        h.authors = namesOf(contentjson::toPeople(query.text(9)));
        h.url = query.url(10);
        h.image = query.url(11);
        h.sortTime = query.time(12);
        h.unread = !query.flag(13);
        h.starred = query.flag(14);
        h.edited = query.flag(15);
        h.commentCount = int(query.integer(16));
        h.tags = contentjson::toTexts(query.text(17));
        h.published = query.time(18, int(query.integer(19)));
        h.received = query.time(20);
        h.story = query.id<StoryId>(21);
        if (const QString before = query.text(22); before != h.title)
            h.titleBefore = before;
        h.storySources = int(query.integer(23));
        h.siteCommentCount = qMax(0, query.optionalInt(24).value_or(0));
        found.insert(h.id, h);
    }
    const auto alsoIn = duplicates::alsoIn(connection, ids);
    for (auto it = alsoIn.cbegin(); it != alsoIn.cend(); ++it) {
        if (const auto headline = found.find(it.key()); headline != found.end())
            headline->alsoIn = it.value();
    }
    QList<ArticleHeadline> rows;
    rows.reserve(ids.size());
    for (const ArticleId id : ids) {
        if (const auto it = found.constFind(id); it != found.constEnd())
            rows.append(*it);
    }
    return rows;
}

Result<Article> find(Connection &connection, ArticleId id)
{
    Article article;
    const QList<ArticleHeadline> rows = headlines(connection, {id});
    if (rows.isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("No such article"), QString::number(id.value()), {}};
    article.headline = rows.first();
    Query query(
        connection,
        "SELECT a.key, f.url, f.site_url, c.authors, c.tags, b.data, c.language, c.published, "
        "c.published_offset, c.modified, c.modified_offset, a.first_seen, c.enclosures, c.comments_url, "
        "c.comments_feed_url, a.revisions, c.image, f.image_policy, f.full_text "
        "FROM article a JOIN content c ON c.article = a.id JOIN feed f ON f.id = a.feed "
        "LEFT JOIN body b ON b.article = a.id WHERE a.id = ?",
        id);
    if (!query.next())
        return Error{ErrorCode::NotFound, QStringLiteral("No such article"), QString::number(id.value()), {}};
    article.key = ArticleKey::fromBytes(query.blob(0)).value_or(ArticleKey());
    article.feedUrl = query.url(1);
    article.siteUrl = query.url(2);
    article.authors = contentjson::toPeople(query.text(3));
    article.tags = contentjson::toTexts(query.text(4));
    auto body = unpacked(query.blob(5));
    if (!body)
        return body.error();
    article.summary = body->summary;
    article.content = SafeHtml::alreadyCleaned(body->html);
    article.language = query.text(6);
    article.published = query.time(7, int(query.integer(8)));
    article.modified = query.time(9, int(query.integer(10)));
    article.received = query.time(11);
    article.enclosures = contentjson::toEnclosures(query.text(12));
    article.commentsUrl = query.url(13);
    article.commentsFeedUrl = query.url(14);
    article.revisions = int(query.integer(15));
    // Lists leave out pictures that the reader does not want loaded by themselves; the page says that they are there.
    article.headline.image = query.url(16);
    if (const auto policy = query.optionalInt(17))
        article.imagePolicy = ImagePolicy(*policy);
    article.fullTextWish = FullTextWish(query.integer(18));
    article.fullText = fulltext::find(connection, id);
    article.place = reading::place(connection, id);
    return article;
}

Result<QList<Revision>> revisions(Connection &connection, ArticleId id)
{
    QList<Revision> list;
    Query query(connection,
                "SELECT replaced, title_changed, body_changed, title, data FROM revision WHERE article = ? "
                "ORDER BY id DESC",
                id);
    while (query.next()) {
        auto body = unpacked(query.blob(4));
        if (!body)
            return body.error();
        Revision revision;
        revision.replaced = query.time(0);
        revision.titleChanged = query.flag(1);
        revision.bodyChanged = query.flag(2);
        revision.title = query.text(3);
        revision.text = searchText(*body);
        revision.content = SafeHtml::alreadyCleaned(body->html);
        list.append(revision);
    }
    return list;
}

Result<QList<ArticleVersion>> versions(Connection &connection, ArticleId id)
{
    ArticleVersion present;
    {
        Query query(connection,
                    "SELECT a.first_seen, c.title, b.data FROM article a JOIN content c ON c.article = a.id "
                    "LEFT JOIN body b ON b.article = a.id WHERE a.id = ?",
                    id);
        if (!query.next())
            return Error{
                ErrorCode::NotFound, QStringLiteral("No such article"), QString::number(id.value()), {}};
        const auto body = unpacked(query.blob(2));
        if (!body)
            return body.error();
        present = {query.time(0), query.text(1), searchText(*body)};
    }
    const auto earlier = revisions(connection, id);
    if (!earlier)
        return earlier.error();
    QList<ArticleVersion> list;
    QDateTime since = present.since;
    for (auto it = earlier->crbegin(); it != earlier->crend(); ++it) {
        list.append({since, it->title, it->text});
        since = it->replaced;
    }
    present.since = since;
    list.append(present);
    return list;
}

} // namespace broadsheet::store::articles
