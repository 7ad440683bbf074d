// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/subscription.h"
#include "model/textdiff.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace broadsheet {

class Workers;
namespace store {
class Store;
class HeadlineReader;
} // namespace store

/** What lists and pages show. Only reads; marking is LibraryService's. */
class ReadingService : public QObject
{
    Q_OBJECT
public:
    explicit ReadingService(store::Store &store, QObject *parent = nullptr);
    ~ReadingService() override;

    /** Folded: one of what several feeds have, but in a view of one feed. */
    QFuture<Result<QList<ArticleId>>> articleIds(const ArticleFilter &filter, int limit = -1);
    QFuture<Result<QList<ArticleHeadline>>> headlines(const QList<ArticleId> &ids);
    QFuture<Result<QList<ArticleHeadline>>> headlinePage(const ArticleFilter &filter,
                                                         const ArticleCursor &after, int limit);
    /** Headlines at once, for the article list's missing page (main thread, read only). Empty if they cannot
     * be had in time. */
    QList<ArticleHeadline> headlinesNow(const QList<ArticleId> &ids);
    QFuture<Result<Article>> open(ArticleId id);
    QFuture<Result<QList<ArticleHeadline>>> moreFromCategory(ArticleId id, int limit);
    /** Those that share its rare words, of the last thirty days, other feeds first. */
    QFuture<Result<QList<ArticleHeadline>>> related(ArticleId id, int limit);
    /** The earlier contents of an article, the latest first. */
    QFuture<Result<QList<Revision>>> revisions(ArticleId id);
    /** The same with the present one, oldest first. */
    QFuture<Result<QList<ArticleVersion>>> versions(ArticleId id);
    /** What changed between two versions; worked out on the pool. */
    static QFuture<VersionChange> compare(Workers &workers, const ArticleVersion &before,
                                          const ArticleVersion &after);
    /** Remembers where reading stopped; open() gives it back. */
    QFuture<Result<void>> keepPlace(ArticleId id, const ReadingPlace &place);
    /** Where listening to a recording stopped; ms; 0: at its beginning. */
    QFuture<Result<qint64>> listeningPlace(const QUrl &url);
    /** \a position in ms; 0: it was heard to the end. */
    QFuture<Result<void>> keepListeningPlace(const QUrl &url, qint64 position);
    QFuture<Result<Count>> count(const ArticleFilter &filter);

private:
    store::Store &m_store;
    std::unique_ptr<store::HeadlineReader> m_headlines;
};

} // namespace broadsheet
