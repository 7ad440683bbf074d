// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/siteaccount.h"
#include "model/subscription.h"

#include <QFuture>
#include <QObject>

namespace broadsheet {

class FeedFinder;
class LibraryService;
class PageFetcher;
class SyncService;
class Workers;
namespace store {
class Store;
}

/** Where publishers can be followed. A home page is looked at once, and only when the reader asks. */
class FollowService : public QObject
{
    Q_OBJECT
public:
    FollowService(store::Store &store, PageFetcher &pages, FeedFinder &finder, LibraryService &library,
                  SyncService &sync, Workers &workers, QObject *parent = nullptr);

    using Accounts = Result<QList<SiteAccount>>;
    /** What is kept of \a site, the publisher's home page; NotFound: it was never looked at. */
    QFuture<Accounts> known(const QUrl &site);
    /** Fetches the home page and keeps what it names; no accounts is an answer too. */
    QFuture<Accounts> lookUp(const QUrl &site);
    /** Subscribes the account's feed and fetches it. NoFeedFound where the network offers none, AlreadyExists. */
    QFuture<Result<Subscription>> subscribe(const SiteAccount &account, CategoryId category);

private:
    store::Store &m_store;
    PageFetcher &m_pages;
    FeedFinder &m_finder;
    LibraryService &m_library;
    SyncService &m_sync;
    Workers &m_workers;
};

} // namespace broadsheet
