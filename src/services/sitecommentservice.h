// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/sitecomments.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <memory>

namespace broadsheet {

class LibraryEvents;
class Workers;
namespace net {
class HttpClient;
}
namespace store {
class Store;
}

/**
 * The discussion on the site of an article: fetched when it is asked for, conditionally, and kept, so that it
 * can be read offline afterwards. Nothing is ever sent to the site.
 */
class SiteCommentService : public QObject
{
    Q_OBJECT
public:
    enum class When {
        Due,  ///< a panel opened: not more often than every ten minutes, and feeds of comments only
        Asked ///< the reader asks for it
    };

    SiteCommentService(store::Store &store, net::HttpClient &http, Workers &workers, LibraryEvents &events,
                       const Clock &clock, QObject *parent = nullptr);
    ~SiteCommentService() override;

    /**
     * Fetches and merges. A value with offered = false where the article names no place to fetch from.
     * Errors: NotFound for the article; those of the network and of reading a feed. What is kept stays in any
     * case.
     */
    QFuture<Result<SiteCommentsResult>> refresh(ArticleId article, When when);
    /** Where one can answer, and when it was last fetched. */
    QFuture<Result<SiteDiscussion>> discussion(ArticleId article);

    /** Asks Discourse, Lobsters, Hacker News, Reddit and Mastodon too, where the article names their page.
     * Off by default: another site learns of it. */
    void setKnownSites(bool on) { m_knownSites = on; }
    bool knownSites() const { return m_knownSites; }

private:
    class Fetch;

    store::Store &m_store;
    net::HttpClient &m_http;
    Workers &m_workers;
    LibraryEvents &m_events;
    const Clock &m_clock;
    bool m_knownSites = false;
    QHash<ArticleId, QFuture<Result<SiteCommentsResult>>> m_running;
};

} // namespace broadsheet
