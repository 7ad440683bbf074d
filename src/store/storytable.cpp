// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storytable.h"

#include "store/articletable.h"
#include "store/connection.h"
#include "store/subscriptiontable.h"
#include "store/tagtable.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <limits>

namespace broadsheet::store::stories {

namespace {

constexpr double plainness = 0.6; ///< so much of its likeness has a headline that does not say what happened
constexpr int tagsLookedUp = 200;
constexpr int articlesOfTag = 200; ///< the latest: what the reader likes now

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
    } else {
        // A story of one was taken away; who matches still knows its number, and it may have grown again. No other has
        // got it meanwhile.
        connection.run("INSERT OR IGNORE INTO story (id, first, last) VALUES (?, 0, 0)", story);
    }
    for (const StoryId merged : matched.merged) {
        connection.run("UPDATE story_member SET story = ? WHERE story = ?", story, merged);
        connection.run("DELETE FROM story WHERE id = ?", merged);
    }
    for (const StoryMember &member : matched.members) {
        connection.run("INSERT OR REPLACE INTO story_member (article, story, likeness, why) "
                       "SELECT id, ?, ?, ? FROM article WHERE id = ? AND present = 1",
                       story, QVariant(member.likeness), toJson(member.words), member.article);
    }
    // The reader may have taken one out while the search went on that put it in.
    connection.run(
        "DELETE FROM story_member WHERE story = ? AND article IN (SELECT p.article FROM story_apart_from p "
        "JOIN story_member m ON m.article = p.other WHERE m.story = ?)",
        story, story);
    return story;
}

/** True for a headline that says what happened; false for a question, an explanation, a list, a film. */
bool isPlain(const QString &title)
{
    if (title.contains(u'?') || title.contains(QLatin1String("to know"), Qt::CaseInsensitive))
        return false;
    static const QStringList others{
        QStringLiteral("why"),    QStringLiteral("how"),    QStringLiteral("what"),
        QStringLiteral("who"),    QStringLiteral("watch"),  QStringLiteral("video"),
        QStringLiteral("photos"), QStringLiteral("review"), QStringLiteral("opinion"),
        QStringLiteral("live"),   QStringLiteral("inside"), QStringLiteral("here's"),
        QStringLiteral("warum"),  QStringLiteral("wie"),    QStringLiteral("pourquoi")};
    const qsizetype end =
        std::ranges::find_if(title, [](QChar c) { return c == u' ' || c == u':'; }) - title.begin();
    const QString first = title.left(end);
    const bool abbreviation = first == first.toUpper(); // "WHO declares …"
    return abbreviation || !others.contains(first.toLower());
}

/** The one most like the others; of equals the first. One that is not plain stands back behind others nearly
 * as like. */
qsizetype faceOf(const QList<StoryTelling> &tellings)
{
    const auto weight = [](const StoryTelling &telling) {
        return telling.likeness * (isPlain(telling.headline.title) ? 1 : plainness);
    };
    return std::ranges::max_element(tellings, {}, weight) - tellings.begin();
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
        story.face = faceOf(story.tellings);
        story.headline = story.tellings[story.face].headline.title;
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
    // What was stored is only added to, but for those that left: of a long story not all members lay in the
    // window.
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

QList<Story> between(Connection &connection, const QDateTime &from, const QDateTime &to, int most)
{
    QList<StoryId> ids;
    {
        const qint64 end = to.isValid() ? to.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
        Query query(
            connection,
            "SELECT id FROM (SELECT id, last, row_number() OVER (PARTITION BY last / 86400000 ORDER BY "
            "(SELECT count(*) FROM story_member m WHERE m.story = s.id) DESC, last DESC, id DESC) AS place "
            "FROM story s WHERE last >= ? AND first < ? AND EXISTS (SELECT 1 FROM story_member m "
            "JOIN article a ON a.id = m.article WHERE m.story = s.id AND a.sort_time >= ? "
            "AND a.sort_time < ?)) WHERE place <= ? ORDER BY last DESC, id DESC",
            from.toMSecsSinceEpoch(), end, from.toMSecsSinceEpoch(), end,
            most > 0 ? most : std::numeric_limits<int>::max());
        while (query.next())
            ids.append(query.id<StoryId>(0));
    }
    return read(connection, ids);
}

qint64 shownSince(const QDateTime &now)
{
    return subscriptions::startOfDay(now.addDays(-storyDays));
}

qint64 countSince(Connection &connection, qint64 since)
{
    Query query(connection, QStringLiteral("SELECT count(*) FROM (%1)").arg(QLatin1String(shown)),
                QVariantList{since});
    return query.next() ? query.integer(0) : 0;
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
    // Apart from the articles, not from the story's number: stories go and come anew under another.
    connection.run("INSERT OR IGNORE INTO story_apart_from (article, other) "
                   "SELECT ?, article FROM story_member WHERE story = ? AND article <> ?",
                   article, story, article);
    connection.run("DELETE FROM story_member WHERE article = ?", article);
    settle(connection, story);
    return changes;
}

ReaderInterests interests(Connection &connection, const QStringList &tags)
{
    ReaderInterests result;
    {
        Query query(connection,
                    "SELECT c.feed, c.unread, c.total, (SELECT count(*) FROM article a WHERE a.feed = c.feed "
                    "AND a.present = 1 AND a.starred = 1) FROM feed_count c WHERE c.total > 0");
        while (query.next()) {
            const double total = double(query.integer(2));
            result.feeds.append({query.id<FeedId>(0), 1 - double(query.integer(1)) / total,
                                 double(query.integer(3)) / total});
        }
    }
    for (const QString &tag : tags.mid(0, tagsLookedUp)) {
        Query query(
            connection,
            "SELECT count(*), sum(read), sum(starred) FROM (SELECT a.read, a.starred FROM article_tag t "
            "JOIN article a ON a.id = t.article WHERE t.tag = (SELECT id FROM tag WHERE name = ?) "
            "AND a.present = 1 ORDER BY t.article DESC LIMIT ?)",
            tags::normalised(tag), articlesOfTag);
        if (!query.next() || query.integer(0) == 0)
            continue;
        const double count = double(query.integer(0));
        result.tags.append(
            {tag, int(count), double(query.integer(1)) / count, double(query.integer(2)) / count});
    }
    return result;
}

} // namespace broadsheet::store::stories
