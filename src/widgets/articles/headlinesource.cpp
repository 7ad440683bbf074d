// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/headlinesource.h"

#include "services/readingservice.h"

namespace broadsheet {

QFuture<Result<QList<ArticleId>>> LibraryHeadlines::ids(const ArticleFilter &filter, int limit)
{
    return m_reading.articleIds(filter, limit);
}

QFuture<Result<QList<ArticleHeadline>>> LibraryHeadlines::headlines(const QList<ArticleId> &ids)
{
    return m_reading.headlines(ids);
}

QList<ArticleHeadline> LibraryHeadlines::headlinesNow(const QList<ArticleId> &ids)
{
    return m_reading.headlinesNow(ids);
}

} // namespace broadsheet
