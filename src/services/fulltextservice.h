// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/article.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

namespace broadsheet {

class LibraryEvents;
class LibraryService;
class PageFetcher;
class Workers;
namespace store {
class Store;
}

/** The texts of the articles' own pages, for feeds that give only first lines: fetched when the reader asks, or
 * always for a feed. Kept beside the publisher's text in the feed, which is never replaced. */
class FullTextService : public QObject
{
    Q_OBJECT
public:
    FullTextService(store::Store &store, PageFetcher &pages, LibraryService &library, Workers &workers,
                    LibraryEvents &events, const Clock &clock, QObject *parent = nullptr);
    ~FullTextService() override;

    /**
     * Fetches the page of an article and those on which it goes on (at most 20, of the same host), takes the text out,
     * keeps it and lets it be shown. Asking again while it is under way waits for the same answer. NotFound,
     * InvalidArgument (the article has no address), UnsafeRedirect (a public feed points into a private network),
     * NoArticle, and what a fetch can fail with. Where a later page fails, those before it are kept.
     */
    QFuture<Result<void>> fetch(ArticleId id);
    bool isFetching(ArticleId id) const { return m_running.contains(id); }
    /** Which of the two texts is read. */
    QFuture<Result<void>> show(ArticleId id, bool full);
    /** What the reader wants of a feed; Always begins with what is unread. */
    QFuture<Result<void>> setWish(FeedId feed, FullTextWish wish);
    /** True if a feed gives first lines alone and the reader was not asked about it yet. */
    QFuture<Result<bool>> isTeasing(FeedId feed);

    /** Fetches, a few at a time, what is unread in the feeds that are always read in full; failures are kept for the
     * page itself to tell. Cheap where there is none. */
    void fetchWanted();

private:
    class Fetch;
    void askForWanted();
    void fetchNext();
    void takePage(ArticleId id, const QUrl &page);
    void tell(ArticleId id);

    store::Store &m_store;
    PageFetcher &m_pages;
    LibraryService &m_library;
    Workers &m_workers;
    LibraryEvents &m_events;
    const Clock &m_clock;
    QHash<ArticleId, Fetch *> m_running;
    QList<ArticleId> m_waiting; ///< of fetchWanted()
    QSet<ArticleId> m_tried;    ///< since it was last begun, so that no failure is tried in a circle
    int m_ofWanted = 0;         ///< of them under way
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace broadsheet
