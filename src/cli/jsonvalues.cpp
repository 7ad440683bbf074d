// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonvalues.h"

#include "base/datetime.h"
#include "base/url.h"
#include "cli/errorwords.h"
#include "cli/lookup.h"

#include <QJsonArray>

namespace broadsheet::cli {

namespace {

void put(QJsonObject &object, const char *key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(key), value);
}

void put(QJsonObject &object, const char *key, const QUrl &value)
{
    put(object, key, QString::fromLatin1(value.toEncoded(QUrl::FullyEncoded | QUrl::RemoveUserInfo)));
}

void put(QJsonObject &object, const char *key, const QDateTime &value)
{
    put(object, key, toRfc3339(value));
}

QString statusName(FeedStatus status)
{
    switch (status) {
    case FeedStatus::New:
        return QStringLiteral("new");
    case FeedStatus::Ok:
        return QStringLiteral("ok");
    case FeedStatus::Failing:
        return QStringLiteral("failing");
    case FeedStatus::Gone:
        return QStringLiteral("gone");
    case FeedStatus::Paused:
        return QStringLiteral("paused");
    }
    return {};
}

QString statusName(SyncOutcome::Status status)
{
    switch (status) {
    case SyncOutcome::Status::New:
        return QStringLiteral("new");
    case SyncOutcome::Status::Unchanged:
        return QStringLiteral("unchanged");
    case SyncOutcome::Status::Failed:
        return QStringLiteral("failed");
    case SyncOutcome::Status::Skipped:
        return QStringLiteral("skipped");
    }
    return {};
}

} // namespace

QJsonObject toJson(const Subscription &feed, const LibraryOverview &overview)
{
    QJsonObject object;
    put(object, "feed_url", feed.feedUrl);
    put(object, "title", feed.title());
    put(object, "category", categoryPath(overview, feed.category));
    put(object, "site_url", feed.siteUrl);
    object.insert(QStringLiteral("unread"), feed.count.unread);
    object.insert(QStringLiteral("total"), feed.count.total);
    put(object, "status", statusName(feed.status));
    if (feed.lastError)
        put(object, "error", errorWords(*feed.lastError));
    put(object, "last_fetch", feed.lastFetch);
    put(object, "last_success", feed.lastSuccess);
    put(object, "next_fetch", feed.nextFetch);
    put(object, "moved_to", feed.movedTo);
    return object;
}

QJsonObject toJson(const ArticleHeadline &headline, const LibraryOverview &overview)
{
    QJsonObject object;
    object.insert(QStringLiteral("id"), headline.id.value());
    if (const Subscription *feed = findFeed(overview, headline.feed))
        put(object, "feed_url", feed->feedUrl);
    put(object, "feed_title", headline.feedTitle);
    put(object, "category", categoryPath(overview, headline.category));
    put(object, "title", headline.title);
    put(object, "url", headline.url);
    QJsonArray authors;
    for (const QString &name : headline.authors)
        authors.append(QJsonObject{{QStringLiteral("name"), name}});
    if (!authors.isEmpty())
        object.insert(QStringLiteral("authors"), authors);
    put(object, "date_published", headline.published);
    put(object, "date_received", headline.received);
    put(object, "excerpt", headline.excerpt);
    put(object, "image", headline.image);
    if (!headline.tags.isEmpty())
        object.insert(QStringLiteral("tags"), QJsonArray::fromStringList(headline.tags));
    object.insert(QStringLiteral("unread"), headline.unread);
    object.insert(QStringLiteral("starred"), headline.starred);
    object.insert(QStringLiteral("comment_count"), headline.commentCount);
    if (headline.siteCommentCount > 0)
        object.insert(QStringLiteral("site_comment_count"), headline.siteCommentCount);
    if (headline.story.isValid())
        object.insert(QStringLiteral("story"), headline.story.value());
    if (!headline.alsoIn.isEmpty())
        object.insert(QStringLiteral("also_in"), QJsonArray::fromStringList(headline.alsoIn));
    return object;
}

QJsonObject toJson(const Article &article, const LibraryOverview &overview, const QString &contentText)
{
    QJsonObject object = toJson(article.headline, overview);
    put(object, "feed_url", article.feedUrl);
    QJsonArray authors;
    for (const Person &person : article.authors) {
        QJsonObject author;
        put(author, "name", person.name);
        put(author, "url", person.url);
        put(author, "avatar", person.avatar);
        if (!person.email.isEmpty())
            author.insert(QStringLiteral("_broadsheet"),
                          QJsonObject{{QStringLiteral("email"), person.email}});
        authors.append(author);
    }
    if (!authors.isEmpty())
        object.insert(QStringLiteral("authors"), authors);
    put(object, "content_html", article.shownContent().toString());
    if (article.fullText && article.fullText->shown)
        object.insert(QStringLiteral("full_text"), true);
    put(object, "content_text", contentText);
    put(object, "language", article.language);
    put(object, "date_modified", article.modified);
    put(object, "comments_url", article.commentsUrl);
    QJsonArray attachments;
    for (const Enclosure &enclosure : article.enclosures) {
        QJsonObject attachment;
        put(attachment, "url", enclosure.url);
        put(attachment, "mime_type", enclosure.mimeType);
        put(attachment, "title", enclosure.title);
        if (enclosure.sizeInBytes)
            attachment.insert(QStringLiteral("size_in_bytes"), *enclosure.sizeInBytes);
        if (enclosure.durationInSeconds)
            attachment.insert(QStringLiteral("duration_in_seconds"), *enclosure.durationInSeconds);
        attachments.append(attachment);
    }
    if (!attachments.isEmpty())
        object.insert(QStringLiteral("attachments"), attachments);
    object.insert(QStringLiteral("revisions"), article.revisions);
    return object;
}

QJsonObject toJson(const SearchHit &hit, const LibraryOverview &overview)
{
    QJsonObject object = toJson(hit.headline, overview);
    QString snippet = hit.snippet;
    put(object, "snippet", snippet.remove(QChar(0xE000)).remove(QChar(0xE001)));
    if (hit.comment.isValid())
        object.insert(QStringLiteral("comment_id"), hit.comment.value());
    return object;
}

QJsonObject toJson(const Comment &comment)
{
    QJsonObject object;
    object.insert(QStringLiteral("id"), comment.id.value());
    if (comment.parent.isValid())
        object.insert(QStringLiteral("reply_to"), comment.parent.value());
    put(object, "name", comment.name);
    object.insert(QStringLiteral("text"), comment.text); // empty in a highlight and in a tombstone
    put(object, "date", comment.created);
    put(object, "date_edited", comment.edited);
    put(object, "origin",
        comment.origin == CommentOrigin::Local ? QStringLiteral("local") : QStringLiteral("site"));
    put(object, "quote", comment.quote);
    put(object, "url", comment.url);
    if (comment.deleted)
        object.insert(QStringLiteral("deleted"), true);
    return object;
}

QJsonObject toJson(const Story &story, const QString &reason)
{
    QJsonObject object;
    object.insert(QStringLiteral("id"), story.id.value());
    put(object, "headline", story.headline);
    put(object, "date", story.first);
    put(object, "date_modified", story.last);
    object.insert(QStringLiteral("sources"), story.sources);
    put(object, "reason", reason);
    QJsonArray articles;
    for (const StoryTelling &telling : story.tellings) {
        QJsonObject article;
        article.insert(QStringLiteral("id"), telling.headline.id.value());
        put(article, "feed_title", telling.headline.feedTitle);
        put(article, "title", telling.headline.title);
        put(article, "url", telling.headline.url);
        put(article, "date_published", telling.headline.published);
        article.insert(QStringLiteral("likeness"), double(qRound(telling.likeness * 1000)) / 1000);
        QJsonArray words;
        for (const StoryWord &word : telling.words)
            words.append(
                QJsonObject{{QStringLiteral("word"), word.word}, {QStringLiteral("share"), word.share}});
        article.insert(QStringLiteral("shared_words"), words);
        articles.append(article);
    }
    object.insert(QStringLiteral("articles"), articles);
    return object;
}

QJsonObject toJson(const SyncOutcome &outcome)
{
    QJsonObject object;
    put(object, "feed_url", outcome.feedUrl);
    put(object, "status", statusName(outcome.status));
    if (outcome.httpStatus)
        object.insert(QStringLiteral("http_status"), outcome.httpStatus);
    object.insert(QStringLiteral("new"), outcome.newArticles);
    object.insert(QStringLiteral("updated"), outcome.updatedArticles);
    object.insert(QStringLiteral("bytes"), outcome.bytes);
    object.insert(QStringLiteral("duration_ms"), outcome.durationMs);
    if (outcome.error)
        put(object, "error", errorWords(*outcome.error));
    put(object, "next_fetch", outcome.nextFetch);
    return object;
}

QJsonObject toJson(const SyncSummary &summary)
{
    return {{QStringLiteral("summary"), QJsonObject{{QStringLiteral("feeds"), summary.feeds},
                                                    {QStringLiteral("failed"), summary.failed},
                                                    {QStringLiteral("new"), summary.newArticles},
                                                    {QStringLiteral("updated"), summary.updatedArticles},
                                                    {QStringLiteral("bytes"), summary.bytes},
                                                    {QStringLiteral("duration_ms"), summary.durationMs}}}};
}

} // namespace broadsheet::cli
