// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/url.h"
#include "html/clean.h"
#include "ingest/sitecomments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

#include <array>

namespace broadsheet::ingest {

namespace {

constexpr qsizetype mostComments = 5'000;
constexpr qsizetype longestText = 100'000;

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

/** Ids are numbers here and strings there. */
QString idText(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString();
}

QDateTime isoTime(const QJsonObject &object, const char *name)
{
    return QDateTime::fromString(text(object, name), Qt::ISODateWithMs).toUTC();
}

QDateTime epochTime(const QJsonValue &seconds)
{
    const double value = seconds.toDouble();
    return value > 0 && value < 1e11 ? QDateTime::fromMSecsSinceEpoch(qint64(value * 1000), Qt::UTC)
                                     : QDateTime();
}

/** Collects what a site tells; strangers' markup is cleaned here. */
class Collector
{
public:
    explicit Collector(const QUrl &page) : m_page(page) {}

    /** False when there are enough. */
    bool add(SiteComment comment, const QString &markup)
    {
        comment.html = html::clean(markup.left(4 * longestText).toUtf8(), {m_page});
        comment.text = html::plainText(comment.html).left(longestText);
        comment.name = comment.name.simplified().left(200);
        if (!isWebUrl(comment.url))
            comment.url = {};
        if (!comment.id.isEmpty() && !comment.text.isEmpty())
            comments.append(comment);
        return comments.size() < mostComments;
    }

    QList<SiteComment> comments;
    QUrl next; ///< where it goes on

private:
    QUrl m_page;
};

/** A topic comes in pages of \a chunk posts; the one after \a asked, where \a count posts make more. */
QUrl nextPageOfTopic(const QUrl &asked, int count, int chunk)
{
    QUrlQuery query(asked);
    const int page = qMax(1, query.queryItemValue(QStringLiteral("page")).toInt());
    if (chunk <= 0 || qint64(page) * chunk >= count)
        return {};
    query.removeAllQueryItems(QStringLiteral("page"));
    query.addQueryItem(QStringLiteral("page"), QString::number(page + 1));
    QUrl next = asked;
    next.setQuery(query);
    return next;
}

/** https://docs.discourse.org: GET /t/{id}.json; the first post is what the others answer. */
bool readDiscourse(const QJsonDocument &answer, const QUrl &page, const QUrl &asked, Collector &out)
{
    const QJsonValue posts =
        answer.object().value(QLatin1String("post_stream")).toObject().value(QLatin1String("posts"));
    for (const QJsonValue &value : posts.toArray()) {
        const QJsonObject post = value.toObject();
        const int number = post.value(QLatin1String("post_number")).toInt();
        if (number <= 1 || post.value(QLatin1String("post_type")).toInt(1) != 1)
            continue;
        SiteComment comment;
        comment.id = QString::number(number);
        const int answered = post.value(QLatin1String("reply_to_post_number")).toInt();
        if (answered > 1)
            comment.replyTo = QString::number(answered);
        comment.name = text(post, "name").isEmpty() ? text(post, "username") : text(post, "name");
        comment.created = isoTime(post, "created_at");
        if (post.value(QLatin1String("version")).toInt(1) > 1)
            comment.edited = isoTime(post, "updated_at");
        QUrl url = page.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
        url.setPath(
            QStringLiteral("/t/%1/%2").arg(idText(post.value(QLatin1String("topic_id")))).arg(number));
        comment.url = url;
        if (!out.add(comment, text(post, "cooked")))
            return true;
    }
    if (!posts.toArray().isEmpty())
        out.next = nextPageOfTopic(asked, answer.object().value(QLatin1String("posts_count")).toInt(),
                                   answer.object().value(QLatin1String("chunk_size")).toInt());
    return posts.isArray();
}

/** https://lobste.rs/about: a story with ".json". */
bool readLobsters(const QJsonDocument &answer, const QUrl &, const QUrl &, Collector &out)
{
    const QJsonValue comments = answer.object().value(QLatin1String("comments"));
    for (const QJsonValue &value : comments.toArray()) {
        const QJsonObject said = value.toObject();
        if (said.value(QLatin1String("is_deleted")).toBool() ||
            said.value(QLatin1String("is_moderated")).toBool())
            continue;
        SiteComment comment;
        comment.id = text(said, "short_id");
        comment.replyTo = text(said, "parent_comment");
        const QJsonValue user = said.value(QLatin1String("commenting_user"));
        comment.name = user.isObject() ? text(user.toObject(), "username") : user.toString();
        comment.created = isoTime(said, "created_at");
        const QDateTime edited = isoTime(said, "last_edited_at");
        if (edited > comment.created)
            comment.edited = edited;
        comment.url = QUrl(text(said, "url"));
        if (!out.add(comment, text(said, "comment")))
            break;
    }
    return comments.isArray();
}

/** https://hn.algolia.com/api: GET items/{id}, a tree. Walked without recursion: threads are deep. */
bool readHackerNews(const QJsonDocument &answer, const QUrl &, const QUrl &, Collector &out)
{
    const QJsonObject story = answer.object();
    const QString storyId = idText(story.value(QLatin1String("id")));
    QList<QJsonArray> waiting{story.value(QLatin1String("children")).toArray()};
    while (!waiting.isEmpty()) {
        for (const QJsonValue &value : waiting.takeFirst()) {
            const QJsonObject said = value.toObject();
            waiting.append(said.value(QLatin1String("children")).toArray());
            SiteComment comment;
            comment.id = idText(said.value(QLatin1String("id")));
            const QString parent = idText(said.value(QLatin1String("parent_id")));
            comment.replyTo = parent == storyId ? QString() : parent;
            comment.name = text(said, "author");
            comment.created = isoTime(said, "created_at");
            comment.url = QUrl(QStringLiteral("https://news.ycombinator.com/item?id=") + comment.id);
            if (!out.add(comment, text(said, "text")))
                return true;
        }
    }
    return !storyId.isEmpty();
}

/** https://www.reddit.com/dev/api: a listing of the post and one of its comments. */
bool readReddit(const QJsonDocument &answer, const QUrl &, const QUrl &, Collector &out)
{
    const auto childrenOf = [](const QJsonValue &listing) {
        return listing.toObject()
            .value(QLatin1String("data"))
            .toObject()
            .value(QLatin1String("children"))
            .toArray();
    };
    QList<QJsonArray> waiting{childrenOf(answer.array().at(1))};
    while (!waiting.isEmpty()) {
        for (const QJsonValue &value : waiting.takeFirst()) {
            if (text(value.toObject(), "kind") != QLatin1String("t1"))
                continue; // "more"
            const QJsonObject said = value.toObject().value(QLatin1String("data")).toObject();
            waiting.append(childrenOf(said.value(QLatin1String("replies"))));
            SiteComment comment;
            comment.id = text(said, "name");
            const QString parent = text(said, "parent_id");
            if (parent.startsWith(QLatin1String("t1_")))
                comment.replyTo = parent;
            comment.name = text(said, "author");
            comment.created = epochTime(said.value(QLatin1String("created_utc")));
            comment.edited = epochTime(said.value(QLatin1String("edited")));
            comment.url = QUrl(QStringLiteral("https://www.reddit.com") + text(said, "permalink"));
            // The markup comes as text: escaped once more than other sites do.
            QString markup = text(said, "body_html");
            markup.replace(QLatin1String("&lt;"), QLatin1String("<"))
                .replace(QLatin1String("&gt;"), QLatin1String(">"))
                .replace(QLatin1String("&quot;"), QLatin1String("\""))
                .replace(QLatin1String("&#39;"), QLatin1String("'"))
                .replace(QLatin1String("&amp;"), QLatin1String("&"));
            if (!out.add(comment, markup))
                return true;
        }
    }
    return answer.isArray() && answer.array().size() > 1;
}

/** https://docs.joinmastodon.org/methods/statuses/#context */
bool readMastodon(const QJsonDocument &answer, const QUrl &page, const QUrl &, Collector &out)
{
    const QString root = page.path().section(u'/', -1);
    const QJsonValue statuses = answer.object().value(QLatin1String("descendants"));
    for (const QJsonValue &value : statuses.toArray()) {
        const QJsonObject status = value.toObject();
        SiteComment comment;
        comment.id = idText(status.value(QLatin1String("id")));
        const QString parent = idText(status.value(QLatin1String("in_reply_to_id")));
        comment.replyTo = parent == root ? QString() : parent;
        const QJsonObject account = status.value(QLatin1String("account")).toObject();
        comment.name =
            text(account, "display_name").isEmpty() ? text(account, "acct") : text(account, "display_name");
        comment.created = isoTime(status, "created_at");
        comment.edited = isoTime(status, "edited_at");
        comment.url = QUrl(text(status, "url"));
        QString markup = text(status, "content");
        const QString warning = text(status, "spoiler_text");
        if (!warning.isEmpty())
            markup.prepend(QStringLiteral("<p><b>%1</b></p>").arg(warning.toHtmlEscaped()));
        if (!out.add(comment, markup))
            break;
    }
    return statuses.isArray();
}

struct Kind
{
    DiscussionSite site;
    const char *host; ///< pattern; empty: any, since everybody can run one
    const char *path; ///< pattern; the first group is the discussion's name
    const char *url;  ///< %1: scheme and host, %2: the name
    bool (*read)(const QJsonDocument &, const QUrl &page, const QUrl &asked, Collector &);
};

constexpr std::array kinds{
    Kind{DiscussionSite::Lobsters, "^lobste\\.rs$", "^/s/([a-z0-9]{4,12})(/|$)", "%1/s/%2.json",
         readLobsters},
    Kind{DiscussionSite::HackerNews, "^news\\.ycombinator\\.com$", "^/item$",
         "https://hn.algolia.com/api/v1/items/%2", readHackerNews},
    Kind{DiscussionSite::Reddit, "^([a-z]+\\.)?reddit\\.com$", "^(/r/[^/]+/comments/[a-z0-9]+)(/|$)",
         "https://www.reddit.com%2.json?raw_json=0&limit=500", readReddit},
    Kind{DiscussionSite::Mastodon, "", "^/(?:@[^/]+|users/[^/]+/statuses)/([0-9]+)$",
         "%1/api/v1/statuses/%2/context", readMastodon},
    Kind{DiscussionSite::Discourse, "", "^/t/(?:[^/]+/)?([0-9]+)(/[0-9]+)?$", "%1/t/%2.json", readDiscourse},
};

} // namespace

std::optional<DiscussionAddress> discussionAddress(const QUrl &page)
{
    if (!isWebUrl(page))
        return std::nullopt;
    for (const Kind &kind : kinds) {
        if (!QRegularExpression(QLatin1String(kind.host)).match(page.host()).hasMatch())
            continue;
        const auto match = QRegularExpression(QLatin1String(kind.path)).match(page.path());
        if (!match.hasMatch())
            continue;
        QString name = match.captured(1);
        if (kind.site == DiscussionSite::HackerNews) {
            static const QRegularExpression item(QStringLiteral("(?:^|&)id=([0-9]+)(?:&|$)"));
            name = item.match(page.query()).captured(1);
            if (name.isEmpty())
                continue;
        }
        QUrl root =
            page.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
        QString url = QLatin1String(kind.url);
        url.replace(QLatin1String("%1"), root.toString(QUrl::FullyEncoded))
            .replace(QLatin1String("%2"), name);
        return DiscussionAddress{kind.site, QUrl(url)};
    }
    return std::nullopt;
}

Result<DiscussionPart> readDiscussion(DiscussionSite site, const QByteArray &bytes, const QUrl &page,
                                      const QUrl &asked)
{
    QJsonParseError problem;
    const QJsonDocument answer = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorCode::Malformed, problem.errorString(), displayUrl(page), {}};
    Collector collector(page);
    for (const Kind &kind : kinds) {
        if (kind.site == site && !kind.read(answer, page, asked, collector))
            return Error{
                ErrorCode::Malformed, QStringLiteral("not the answer of a discussion"), displayUrl(page), {}};
    }
    return DiscussionPart{collector.comments, collector.next};
}

} // namespace broadsheet::ingest
