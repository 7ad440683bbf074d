// SPDX-License-Identifier: GPL-3.0-or-later
// What the search for stories is given: new articles, and those which lie around them in time.
#include "store/connection.h"
#include "store/storytable.h"

#include <QHash>

#include <algorithm>

namespace broadsheet::store::stories {

namespace {

constexpr int freshAtOnce = 20'000;
constexpr int aroundAtOnce = 150'000;    ///< beyond it the oldest are left out
constexpr qint64 slack = 12 * 3'600'000; ///< read further back by that: the next article may be older still
constexpr int longestStory = 4;          ///< windows

struct Span
{
    qint64 from = 0, to = 0;
};

QHash<ArticleId, QList<ArticleId>> apart(Connection &connection)
{
    QHash<ArticleId, QList<ArticleId>> result;
    Query query(connection, "SELECT article, other FROM story_apart_from");
    while (query.next())
        result[query.id<ArticleId>(0)].append(query.id<ArticleId>(1));
    return result;
}

StoryText textOf(const Query &query)
{
    StoryText text;
    text.article = query.id<ArticleId>(0);
    text.key = query.blob(1);
    text.time = query.time(2);
    text.title = query.text(3);
    text.lead = query.text(4);
    text.story = query.id<StoryId>(5);
    return text;
}

/** The windows around the times, those that overlap as one, the latest first. */
QList<Span> spansOf(QList<qint64> times, qint64 window)
{
    std::ranges::sort(times, std::greater<>());
    QList<Span> spans;
    for (const qint64 time : std::as_const(times)) {
        if (!spans.isEmpty() && spans.last().from <= time + window)
            spans.last().from = time - window;
        else
            spans.append({time - window, time + window});
    }
    return spans;
}

/** Whoever asks holds what is needed, or all but a little at its beginning, which is read then. */
bool goesOn(Connection &connection, const QDateTime &needed, const StoryMemory &memory, StoryWork &work)
{
    if (needed >= memory.from) {
        work.continued = true;
        work.coveredFrom = memory.from;
        return true;
    }
    const QDateTime from = needed.addMSecs(-slack);
    Query query(connection,
                "SELECT a.id, a.key, a.sort_time, c.title, c.excerpt, m.story "
                "FROM article a INDEXED BY article_newest JOIN content c ON c.article = a.id "
                "LEFT JOIN story_member m ON m.article = a.id WHERE a.present = 1 AND a.sort_time >= ? "
                "AND a.sort_time < ? AND a.id <= ? ORDER BY a.sort_time DESC LIMIT ?",
                from.toMSecsSinceEpoch(), memory.from.toMSecsSinceEpoch(), work.from, memory.more + 1);
    while (query.next())
        work.around.append(textOf(query));
    work.continued = work.around.size() <= memory.more;
    if (work.continued)
        work.coveredFrom = from;
    else
        work.around.clear();
    return work.continued;
}

qint64 latestTime(Connection &connection)
{
    Query query(connection, "SELECT max(sort_time) FROM article WHERE present = 1");
    return query.next() ? query.integer(0) : 0;
}

} // namespace

StoryBacklog backlog(Connection &connection, double windowHours)
{
    StoryBacklog backlog;
    qint64 until = 0;
    {
        Query query(connection, "SELECT until FROM story_progress");
        until = query.next() ? query.integer(0) : 0;
    }
    QList<qint64> times;
    {
        Query query(connection,
                    "SELECT sort_time FROM article WHERE id > ? AND present = 1 ORDER BY id LIMIT ?", until,
                    freshAtOnce);
        while (query.next())
            times.append(query.integer(0));
    }
    backlog.fresh = times.size();
    const QList<Span> spans = spansOf(std::move(times), qint64(windowHours * 3'600'000));
    for (const Span &span : spans) {
        Query query(connection,
                    "SELECT count(*) FROM (SELECT 1 FROM article INDEXED BY article_newest WHERE present = 1 "
                    "AND sort_time >= ? AND sort_time <= ? AND id <= ? LIMIT ?)",
                    span.from, span.to, until, aroundAtOnce);
        backlog.around += query.next() ? query.integer(0) : 0;
    }
    return backlog;
}

StoryWork work(Connection &connection, double windowHours, const StoryMemory &memory)
{
    StoryWork work;
    {
        Query query(connection, "SELECT until FROM story_progress");
        work.from = work.until = query.next() ? query.integer(0) : 0;
    }
    {
        Query query(
            connection,
            "SELECT a.id, a.key, a.sort_time, c.title, c.excerpt, NULL FROM article a "
            "JOIN content c ON c.article = a.id WHERE a.id > ? AND a.present = 1 ORDER BY a.id LIMIT ?",
            work.from, freshAtOnce);
        while (query.next()) {
            work.fresh.append(textOf(query));
            work.until = work.fresh.last().article.value();
        }
    }
    if (work.fresh.isEmpty())
        return work;
    work.more = work.fresh.size() == freshAtOnce;
    const auto kept = apart(connection);
    const auto takenOut = [&kept](StoryText &text) { text.apart = kept.value(text.article); };
    for (StoryText &text : work.fresh)
        takenOut(text);
    const qint64 window = qint64(windowHours * 3'600'000);
    const auto earliest = std::ranges::min_element(work.fresh, {}, &StoryText::time);
    if (memory.until == work.from && memory.from.isValid()) {
        if (goesOn(connection, earliest->time.addMSecs(-window), memory, work)) {
            for (StoryText &text : work.around)
                takenOut(text);
            return work;
        }
        const auto latest = std::ranges::max_element(work.fresh, {}, &StoryText::time);
        work.beside = latest->time.addMSecs(longestStory * window) < memory.from;
    }
    QList<qint64> times;
    for (const StoryText &text : std::as_const(work.fresh))
        times.append(text.time.toMSecsSinceEpoch());
    const QList<Span> spans = spansOf(std::move(times), window);
    for (const Span &span : spans) {
        Query query(connection,
                    "SELECT a.id, a.key, a.sort_time, c.title, c.excerpt, m.story "
                    "FROM article a INDEXED BY article_newest JOIN content c ON c.article = a.id "
                    "LEFT JOIN story_member m ON m.article = a.id WHERE a.present = 1 AND a.sort_time >= ? "
                    "AND a.sort_time <= ? AND a.id <= ? ORDER BY a.sort_time DESC LIMIT ?",
                    span.from, span.to, work.from, aroundAtOnce - int(work.around.size()));
        while (query.next()) {
            work.around.append(textOf(query));
            takenOut(work.around.last());
        }
    }
    // The latest window may end before now; what lies between would be missing.
    const bool reachesNow = !spans.isEmpty() && spans.first().to >= latestTime(connection);
    if (reachesNow && work.around.size() < aroundAtOnce)
        work.coveredFrom = QDateTime::fromMSecsSinceEpoch(spans.first().from, Qt::UTC);
    return work;
}

} // namespace broadsheet::store::stories
