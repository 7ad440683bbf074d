// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QFuture>
#include <QList>

namespace broadsheet {

class ReadingService;

/** What an article list reads from: three questions, so that a list can be filled without a store. */
class HeadlineSource
{
public:
    virtual ~HeadlineSource() = default;
    /** Newest first; at most \a limit, all of them if that is negative. */
    virtual QFuture<Result<QList<ArticleId>>> ids(const ArticleFilter &filter, int limit) = 0;
    virtual QFuture<Result<QList<ArticleHeadline>>> headlines(const QList<ArticleId> &ids) = 0;
    /** At once, within a few milliseconds; empty if that cannot be. */
    virtual QList<ArticleHeadline> headlinesNow(const QList<ArticleId> &ids) = 0;
};

/** The library as a source. */
class LibraryHeadlines : public HeadlineSource
{
public:
    explicit LibraryHeadlines(ReadingService &reading) : m_reading(reading) {}

    QFuture<Result<QList<ArticleId>>> ids(const ArticleFilter &filter, int limit) override;
    QFuture<Result<QList<ArticleHeadline>>> headlines(const QList<ArticleId> &ids) override;
    QList<ArticleHeadline> headlinesNow(const QList<ArticleId> &ids) override;

private:
    ReadingService &m_reading;
};

} // namespace broadsheet
