// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/followservice.h"

#include "base/answer.h"
#include "base/url.h"
#include "ingest/page.h"
#include "services/feedfinder.h"
#include "services/libraryservice.h"
#include "services/pagefetcher.h"
#include "services/syncservice.h"
#include "services/workers.h"
#include "store/store.h"

#include <QPromise>

#include <memory>

namespace broadsheet {

namespace {

/** A promise that is kept in lambdas, which must be copyable. */
template <typename T>
std::shared_ptr<QPromise<T>> begun()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

template <typename T>
void keep(const std::shared_ptr<QPromise<T>> &promise, const T &answer)
{
    promise->addResult(answer);
    promise->finish();
}

/** The front door of the site, whatever page of it a feed names. */
QUrl homeOf(const QUrl &site)
{
    return site.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

QString nameOf(const QUrl &site)
{
    // Many publishers share a host: the path tells them apart.
    const QString path = site.path().section(u'/', 0, 0, QString::SectionSkipEmpty);
    return site.host().toLower() + (path.isEmpty() ? QString() : u'/' + path.toLower());
}

} // namespace

FollowService::FollowService(store::Store &store, PageFetcher &pages, FeedFinder &finder,
                             LibraryService &library, SyncService &sync, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pages(pages)
    , m_finder(finder)
    , m_library(library)
    , m_sync(sync)
    , m_workers(workers)
{
}

QFuture<FollowService::Accounts> FollowService::known(const QUrl &site)
{
    return m_store.siteAccounts(nameOf(site));
}

QFuture<FollowService::Accounts> FollowService::lookUp(const QUrl &site)
{
    auto promise = begun<Accounts>();
    auto future = promise->future();
    if (!isWebUrl(site)) {
        keep(promise,
             Accounts(Error{ErrorCode::InvalidArgument, QStringLiteral("no site"), displayUrl(site), {}}));
        return future;
    }
    whenAnswered(m_pages.fetch(homeOf(site)), this, [this, site, promise](const Result<FetchedPage> &page) {
        if (!page)
            return keep(promise, Accounts(page.error()));
        const auto reading = m_workers.run(
            [page = *page] { return ingest::discoverAccounts(page.bytes, page.finalUrl, page.contentType); });
        whenAnswered(reading, this, [this, site, promise](const QList<SiteAccount> &accounts) {
            whenAnswered(m_store.setSiteAccounts(nameOf(site), accounts), this,
                         [promise, accounts](const Result<void> &kept) {
                             keep(promise, kept ? Accounts(accounts) : Accounts(kept.error()));
                         });
        });
    });
    return future;
}

QFuture<Result<Subscription>> FollowService::subscribe(const SiteAccount &account, CategoryId category)
{
    using Answer = Result<Subscription>;
    auto promise = begun<Answer>();
    auto future = promise->future();
    // The address of a feed is a guess by rule, and some profiles only lead to one: asking settles both.
    const QUrl address = account.feedUrl.isEmpty() ? account.url : account.feedUrl;
    whenAnswered(m_finder.find(address.toString(QUrl::FullyEncoded)), this,
                 [this, category, promise](const Result<QList<FeedCandidate>> &found) {
                     if (!found)
                         return keep(promise, Answer(found.error()));
                     const FeedCandidate &feed = found->constFirst();
                     const NewSubscription wanted{feed.feedUrl, feed.siteUrl, feed.title, {}, category};
                     whenAnswered(m_library.subscribe(wanted), this, [this, promise](const Answer &made) {
                         if (made)
                             m_sync.start(true, {made->id});
                         keep(promise, made);
                     });
                 });
    return future;
}

} // namespace broadsheet
