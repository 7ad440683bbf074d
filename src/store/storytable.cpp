// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storytable.h"

#include "store/articletable.h"
#include "store/connection.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <QSet>

#include <algorithm>
#include <limits>

namespace broadsheet::store::stories {

namespace {

QString toJson(const QList<StoryWord> &words)
{
    QJsonArray array;
    for (const StoryWord &word : words)
        array.append(QJsonArray{word.word, double(qRound(word.share * 1000)) / 1000});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<StoryWord> toWords(const QString &json)
{
    QList<StoryWord> words;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto &value : array)
        words.append({value[0].toString(), value[1].toDouble()});
    return words;
}

/** First and last telling follow from the members; a story of one is none. */
void settle(Connection &connection, StoryId story)
{
    connection.run("DELETE FROM story_member WHERE story = ? AND "
                   "(SELECT count(*) FROM story_member WHERE story = ?) < 2",
                   story, story);
    connection.run(
        "DELETE FROM story WHERE id = ? AND NOT EXISTS (SELECT 1 FROM story_member WHERE story = ?)", story,
        story);
    connection.run(
        "UPDATE story SET (first, last) = (SELECT min(a.sort_time), max(a.sort_time) FROM story_member m "
        "JOIN article a ON a.id = m.article WHERE m.story = ?) WHERE id = ?",
        story, story);
}

StoryId write(Connection &connection, const MatchedStory &matched)
{
    StoryId story = matched.story;
    if (!story.isValid()) {
        connection.run("INSERT INTO story (first, last) VALUES (0, 0)");
        story = StoryId(connection.lastId());
    }
    for (const StoryId merged : matched.merged) {
        // Who was taken out of the one stays out of what it went up in.
        connection.run("UPDATE OR IGNORE story_apart SET story = ? WHERE story = ?", story, merged);
        connection.run("UPDATE story_member SET story = ? WHERE story = ?", story, merged);
        connection.run("DELETE FROM story WHERE id = ?", merged);
    }
    for (const StoryMember &member : matched.members) {
        connection.run("INSERT OR REPLACE INTO story_member (article, story, likeness, why) "
                       "SELECT id, ?, ?, ? FROM article WHERE id = ? AND present = 1",
                       story, QVariant(member.likeness), toJson(member.words), member.article);
    }
    return story;
}

/** The one most like the others; of equals the first. */
QString headlineOf(const QList<StoryTelling> &tellings)
{
    const auto best = std::ranges::max_element(tellings, {}, &StoryTelling::likeness);
    return best == tellings.cend() ? QString() : best->headline.title;
}

QList<Story> read(Connection &connection, const QList<StoryId> &ids)
{
    struct Row
    {
        StoryId story;
        double likeness;
        QString why;
    };
    QHash<ArticleId, Row> rows;
    QList<ArticleId> articles;
    {
        Query query(connection,
                    "SELECT m.article, m.story, m.likeness, m.why FROM json_each(?) asked "
                    "JOIN story_member m ON m.story = asked.value JOIN article a ON a.id = m.article "
                    "WHERE a.present = 1 ORDER BY a.sort_time, a.id",
                    jsonArray(ids));
        while (query.next()) {
            articles.append(query.id<ArticleId>(0));
            rows.insert(articles.last(), {query.id<StoryId>(1), query.real(2), query.text(3)});
        }
    }
    QHash<StoryId, Story> found;
    const QList<ArticleHeadline> headlines = articles::headlines(connection, articles);
    for (const ArticleHeadline &headline : headlines) {
        const Row &row = rows[headline.id];
        found[row.story].tellings.append({headline, row.likeness, toWords(row.why)});
    }
    QList<Story> stories;
    for (const StoryId id : ids) {
        Story story = found.value(id);
        if (story.tellings.size() < 2)
            continue;
        story.id = id;
        story.headline = headlineOf(story.tellings);
        story.first = story.tellings.first().headline.sortTime;
        story.last = story.tellings.last().headline.sortTime;
        QSet<FeedId> feeds;
        for (const StoryTelling &telling : std::as_const(story.tellings))
            feeds.insert(telling.headline.feed);
        story.sources = int(feeds.size());
        stories.append(story);
    }
    return stories;
}

} // namespace

Result<QList<StoryId>> apply(Connection &connection, const QList<MatchedStory> &matched, qint64 from,
                             qint64 until)
{
    {
        Query query(connection, "SELECT until FROM story_progress");
        if (!query.next() || query.integer(0) != from)
            return Error{
                ErrorCode::AlreadyExists, QStringLiteral("Another process has found these stories"), {}, {}};
    }
    // What was stored is only added to, but for those that left: of a long story not all members lay in the window.
    for (const MatchedStory &story : matched) {
        for (const ArticleId article : story.left)
            connection.run("DELETE FROM story_member WHERE article = ?", article);
    }
    QList<StoryId> ids;
    for (const MatchedStory &story : matched) {
        const bool isOne = story.members.size() >= 2;
        ids.append(isOne || story.story.isValid() ? write(connection, story) : StoryId());
    }
    for (const StoryId id : std::as_const(ids)) {
        if (id.isValid())
            settle(connection, id);
    }
    connection.run("UPDATE story_progress SET until = ?", until);
    return ids;
}

QList<Story> between(Connection &connection, const QDateTime &from, const QDateTime &to)
{
    QList<StoryId> ids;
    {
        const qint64 end = to.isValid() ? to.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
        Query query(
            connection,
            "SELECT id FROM story s WHERE last >= ? AND first < ? AND EXISTS (SELECT 1 FROM story_member m "
            "JOIN article a ON a.id = m.article WHERE m.story = s.id AND a.sort_time >= ? "
            "AND a.sort_time < ?) ORDER BY last DESC, id DESC",
            from.toMSecsSinceEpoch(), end, from.toMSecsSinceEpoch(), end);
        while (query.next())
            ids.append(query.id<StoryId>(0));
    }
    return read(connection, ids);
}

Result<Story> find(Connection &connection, StoryId story)
{
    const QList<Story> found = read(connection, {story});
    if (found.isEmpty())
        return Error{
            ErrorCode::NotFound, QStringLiteral("No such story"), QString::number(story.value()), {}};
    return found.first();
}

Result<ArticleChanges> split(Connection &connection, ArticleId article)
{
    StoryId story;
    ArticleChanges changes;
    {
        Query query(connection,
                    "SELECT story, article FROM story_member WHERE story = (SELECT story FROM story_member "
                    "WHERE article = ?)",
                    article);
        while (query.next()) {
            story = query.id<StoryId>(0);
            changes.updated.append(query.id<ArticleId>(1));
        }
    }
    if (!story.isValid())
        return Error{
            ErrorCode::NotFound, QStringLiteral("In no story"), QString::number(article.value()), {}};
    connection.run("INSERT OR IGNORE INTO story_apart (article, story) VALUES (?, ?)", article, story);
    connection.run("DELETE FROM story_member WHERE article = ?", article);
    settle(connection, story);
    return changes;
}

QList<FeedInterest> interests(Connection &connection)
{
    QList<FeedInterest> result;
    Query query(connection,
                "SELECT c.feed, c.unread, c.total, (SELECT count(*) FROM article a WHERE a.feed = c.feed "
                "AND a.present = 1 AND a.starred = 1) FROM feed_count c WHERE c.total > 0");
    while (query.next()) {
        const double total = double(query.integer(2));
        result.append(
            {query.id<FeedId>(0), 1 - double(query.integer(1)) / total, double(query.integer(3)) / total});
    }
    return result;
}

} // namespace broadsheet::store::stories
