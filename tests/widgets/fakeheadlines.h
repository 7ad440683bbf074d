// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/articles/headlinesource.h"

#include <QCoreApplication>
#include <QMap>
#include <QPromise>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace broadsheet::test {

/** A library in memory: answers as the store would, when the test lets it. */
class FakeHeadlines : public HeadlineSource
{
public:
    QMap<ArticleId, ArticleHeadline> articles;
    bool answersNow = true; ///< false: headlinesNow() is out of its budget
    int nowCalls = 0;
    QList<ArticleId> order; ///< what a view of stories holds

    ArticleHeadline &add(qint64 id, const QDateTime &time, const QString &title = {})
    {
        ArticleHeadline headline;
        headline.id = ArticleId(id);
        headline.feed = FeedId(1);
        headline.feedTitle = QStringLiteral("The Meridian");
        headline.title = title.isEmpty() ? QStringLiteral("Article %1").arg(id) : title;
        headline.sortTime = time;
        return articles[headline.id] = headline;
    }

    /** Ids first+count-1 … first, one a minute. */
    void fill(int count, const QDateTime &newest)
    {
        for (int i = 0; i < count; ++i)
            add(count - i, newest.addSecs(-60 * i));
    }

    QFuture<Result<QList<ArticleId>>> ids(const ArticleFilter &filter, int limit) override
    {
        return later<QList<ArticleId>>([this, filter, limit] { return matching(filter, limit); });
    }

    QFuture<Result<QList<ArticleHeadline>>> headlines(const QList<ArticleId> &wanted) override
    {
        return later<QList<ArticleHeadline>>([this, wanted] { return read(wanted); });
    }

    QList<ArticleHeadline> headlinesNow(const QList<ArticleId> &wanted) override
    {
        ++nowCalls;
        return answersNow ? read(wanted) : QList<ArticleHeadline>();
    }

    qsizetype waiting() const { return qsizetype(m_waiting.size()); }
    /** Answers the question that has waited longest. */
    void answerOne()
    {
        Q_ASSERT(!m_waiting.empty());
        const auto answer = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        answer();
        QCoreApplication::processEvents();
    }
    void answerAll()
    {
        while (!m_waiting.empty())
            answerOne();
    }

private:
    template <typename T>
    QFuture<Result<T>> later(std::function<T()> make)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_waiting.push_back([promise, make = std::move(make)] {
            promise->addResult(Result<T>(make()));
            promise->finish();
        });
        return promise->future();
    }

    QList<ArticleHeadline> read(const QList<ArticleId> &wanted) const
    {
        QList<ArticleHeadline> found;
        for (const ArticleId id : wanted) {
            if (articles.contains(id))
                found.append(articles.value(id));
        }
        return found;
    }

    QList<ArticleId> matching(const ArticleFilter &filter, int limit) const
    {
        if (filter.view == ArticleFilter::View::Stories)
            return limit < 0 ? order : order.mid(0, limit);
        QList<ArticleHeadline> rows;
        for (const ArticleHeadline &row : articles) {
            const bool unreadFits =
                row.unread || (!filter.unreadOnly && filter.view != ArticleFilter::View::Unread);
            const bool feedFits = !filter.feed.isValid() || filter.feed == row.feed;
            const bool starFits = filter.view != ArticleFilter::View::Starred || row.starred;
            const bool timeFits = !filter.since.isValid() || row.sortTime >= filter.since;
            if (unreadFits && feedFits && starFits && timeFits)
                rows.append(row);
        }
        std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
            return a.sortTime != b.sortTime ? a.sortTime > b.sortTime : a.id > b.id;
        });
        QList<ArticleId> ids;
        for (const ArticleHeadline &row : rows) {
            if (limit < 0 || ids.size() < limit)
                ids.append(row.id);
        }
        return ids;
    }

    std::vector<std::function<void()>> m_waiting;
};

} // namespace broadsheet::test
