// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/readingservice.h"

#include "insight/worddiff.h"
#include "services/workers.h"
#include "store/headlinereader.h"
#include "store/store.h"

namespace broadsheet {

ReadingService::ReadingService(store::Store &store, QObject *parent) : QObject(parent), m_store(store) {}

ReadingService::~ReadingService() = default;

QFuture<Result<QList<ArticleId>>> ReadingService::articleIds(const ArticleFilter &filter, int limit)
{
    ArticleFilter folded = filter;
    folded.folded = true;
    return m_store.articleIds(folded, limit);
}

QFuture<Result<QList<ArticleHeadline>>> ReadingService::headlines(const QList<ArticleId> &ids)
{
    return m_store.headlines(ids);
}

QFuture<Result<QList<ArticleHeadline>>> ReadingService::headlinePage(const ArticleFilter &filter,
                                                                     const ArticleCursor &after, int limit)
{
    return m_store.headlinePage(filter, after, limit);
}

QList<ArticleHeadline> ReadingService::headlinesNow(const QList<ArticleId> &ids)
{
    if (!m_headlines)
        m_headlines = m_store.makeHeadlineReader();
    return m_headlines ? m_headlines->read(ids) : QList<ArticleHeadline>();
}

QFuture<Result<Article>> ReadingService::open(ArticleId id)
{
    return m_store.article(id);
}

QFuture<Result<QList<ArticleHeadline>>> ReadingService::moreFromCategory(ArticleId id, int limit)
{
    return m_store.moreFromCategory(id, limit);
}

QFuture<Result<QList<ArticleHeadline>>> ReadingService::related(ArticleId id, int limit)
{
    return m_store.related(id, limit);
}

QFuture<Result<QList<Revision>>> ReadingService::revisions(ArticleId id)
{
    return m_store.revisions(id);
}

QFuture<Result<QList<ArticleVersion>>> ReadingService::versions(ArticleId id)
{
    return m_store.versions(id);
}

QFuture<VersionChange> ReadingService::compare(Workers &workers, const ArticleVersion &before,
                                               const ArticleVersion &after)
{
    return workers.run([before, after] {
        const QList<DiffParagraph> title = insight::wordDiff(before.title, after.title);
        VersionChange change;
        for (const DiffParagraph &paragraph : title)
            change.title += paragraph.runs;
        change.text = insight::wordDiff(before.text, after.text);
        return change;
    });
}

QFuture<Result<void>> ReadingService::keepPlace(ArticleId id, const ReadingPlace &place)
{
    return m_store.setPlace(id, place);
}

QFuture<Result<qint64>> ReadingService::listeningPlace(const QUrl &url)
{
    return m_store.listeningPlace(url);
}

QFuture<Result<void>> ReadingService::keepListeningPlace(const QUrl &url, qint64 position)
{
    return m_store.setListeningPlace(url, position);
}

QFuture<Result<Count>> ReadingService::count(const ArticleFilter &filter)
{
    return m_store.count(filter);
}

} // namespace broadsheet
