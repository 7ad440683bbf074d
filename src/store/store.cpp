// SPDX-License-Identifier: GPL-3.0-or-later
// Each call is one job of the store's threads; what the job does stands in the file of its table.
#include "store/store_p.h"

#include "store/articlelists.h"
#include "store/articlestate.h"
#include "store/articletable.h"
#include "store/categorytable.h"
#include "store/duplicates.h"
#include "store/feedwriter.h"
#include "store/fetchlog.h"
#include "store/fetchtable.h"
#include "store/fulltexttable.h"
#include "store/headlinereader_p.h"
#include "store/readingtable.h"
#include "store/related.h"
#include "store/retention.h"
#include "store/search.h"
#include "store/storytable.h"
#include "store/subscriptiontable.h"
#include "store/tagtable.h"
#include "store/undo.h"

namespace broadsheet::store {

/** Articles that leave in one transaction: some ten milliseconds. */
constexpr int thinnedASlice = 200;

Store::Store(const QString &profile, const Clock &clock) : d(std::make_unique<Private>(profile, clock)) {}

Store::~Store() = default;

QFuture<Result<void>> Store::open(bool readingIsEnough)
{
    return d->database.open(readingIsEnough ? Database::Access::Read : Database::Access::Write);
}

QFuture<Result<LibraryOverview>> Store::overview()
{
    return d->database.read([now = d->clock.now()](Connection &connection) -> Result<LibraryOverview> {
        return subscriptions::overview(connection, now);
    });
}

QFuture<Result<Subscription>> Store::subscribe(const NewSubscription &subscription)
{
    return d->database.write([subscription, now = d->clock.now()](Connection &connection) {
        return subscriptions::subscribe(connection, subscription, now);
    });
}

QFuture<Result<ArticleChanges>> Store::editSubscription(FeedId feed, const SubscriptionEdit &edit)
{
    return d->database.write([feed, edit, now = d->clock.now()](Connection &connection) {
        return subscriptions::edit(connection, feed, edit, now);
    });
}

QFuture<Result<ArticleChanges>> Store::unsubscribe(FeedId feed)
{
    return d->database.write([feed, now = d->clock.now()](Connection &connection) {
        return subscriptions::unsubscribe(connection, feed, now);
    });
}

QFuture<Result<CategoryId>> Store::ensureCategory(const QStringList &path)
{
    return d->database.write([path](Connection &connection) { return categories::ensure(connection, path); });
}

QFuture<Result<void>> Store::renameCategory(CategoryId category, const QString &name)
{
    return d->database.write(
        [category, name](Connection &connection) { return categories::rename(connection, category, name); });
}

QFuture<Result<void>> Store::moveCategory(CategoryId category, CategoryId parent, int position)
{
    return d->database.write([category, parent, position](Connection &connection) {
        return categories::move(connection, category, parent, position);
    });
}

QFuture<Result<void>> Store::removeCategory(CategoryId category)
{
    return d->database.write(
        [category](Connection &connection) { return categories::remove(connection, category); });
}

QFuture<Result<ImportResult>> Store::importFeeds(const QList<ImportedFeed> &feeds)
{
    return d->database.write([feeds, now = d->clock.now()](Connection &connection) {
        return subscriptions::import(connection, feeds, now);
    });
}

QFuture<Result<QList<FetchPlan>>> Store::fetchPlans(const FetchWish &wish)
{
    return d->database.read([wish, now = d->clock.now()](Connection &connection) -> Result<QList<FetchPlan>> {
        return fetching::plans(connection, wish, now);
    });
}

QFuture<Result<QList<FetchTry>>> Store::fetchTries(FeedId feed)
{
    return d->database.read([feed](Connection &connection) -> Result<QList<FetchTry>> {
        return fetchlog::tries(connection, feed);
    });
}

QFuture<Result<QHash<FeedId, double>>> Store::articlesAWeek()
{
    return d->database.read([now = d->clock.now()](Connection &connection) -> Result<QHash<FeedId, double>> {
        return fetchlog::articlesAWeek(connection, now);
    });
}

QFuture<Result<FeedUpdateResult>> Store::applyFeedUpdate(FeedUpdate update)
{
    if (!update.feedDocument || update.feedDocument->entries.isEmpty() || update.error ||
        update.notModified) {
        return d->database.write(
            [update = std::move(update)](Connection &connection) {
                return store::applyFeedUpdate(connection, update, {});
            },
            Database::Urgency::Bulk);
    }
    auto promise = std::make_shared<QPromise<Result<FeedUpdateResult>>>();
    promise->start();
    auto future = promise->future();
    const auto urgency = update.moreToCome ? Database::Urgency::Gathered : Database::Urgency::Bulk;
    d->preparer.post([this, promise, urgency, update = std::make_shared<FeedUpdate>(std::move(update))] {
        auto contents = std::make_shared<QList<articles::Content>>(prepared(update->feedDocument->entries));
        d->database.write(
            [update, contents](Connection &connection) {
                return store::applyFeedUpdate(connection, *update, *contents);
            },
            urgency, promise);
    });
    return future;
}

QFuture<Result<QList<ArticleId>>> Store::articleIds(const ArticleFilter &filter, int limit)
{
    return d->database.read(
        [filter, limit, now = d->clock.now()](Connection &connection) -> Result<QList<ArticleId>> {
            return lists::ids(connection, filter, now, limit);
        });
}

QFuture<Result<QList<ArticleHeadline>>> Store::headlines(const QList<ArticleId> &ids)
{
    return d->database.read([ids](Connection &connection) -> Result<QList<ArticleHeadline>> {
        return articles::headlines(connection, ids);
    });
}

QFuture<Result<QList<ArticleHeadline>>> Store::headlinePage(const ArticleFilter &filter,
                                                            const ArticleCursor &after, int limit)
{
    return d->database.read([filter, after, limit,
                             now = d->clock.now()](Connection &connection) -> Result<QList<ArticleHeadline>> {
        return articles::headlines(connection, lists::ids(connection, filter, now, limit, after));
    });
}

QFuture<Result<Article>> Store::article(ArticleId id)
{
    return d->database.read([id](Connection &connection) { return articles::find(connection, id); });
}

QFuture<Result<QList<Revision>>> Store::revisions(ArticleId id)
{
    return d->database.read([id](Connection &connection) { return articles::revisions(connection, id); });
}

QFuture<Result<QList<ArticleHeadline>>> Store::moreFromCategory(ArticleId id, int limit)
{
    return d->database.read([id, limit](Connection &connection) -> Result<QList<ArticleHeadline>> {
        return articles::headlines(connection, lists::moreFromCategory(connection, id, limit));
    });
}

QFuture<Result<QList<ArticleHeadline>>> Store::related(ArticleId id, int limit)
{
    return d->database.read(
        [id, limit, now = d->clock.now()](Connection &connection) -> Result<QList<ArticleHeadline>> {
            return articles::headlines(connection, store::related(connection, id, limit, now));
        });
}

QFuture<Result<Count>> Store::count(const ArticleFilter &filter)
{
    return d->database.read([filter, now = d->clock.now()](Connection &connection) -> Result<Count> {
        return lists::count(connection, filter, now);
    });
}

QFuture<Result<void>> Store::setPlace(ArticleId id, const ReadingPlace &place)
{
    return d->database.write(
        [id, place](Connection &connection) { return reading::setPlace(connection, id, place); });
}

QFuture<Result<bool>> Store::isTagFollowed(const QString &term)
{
    return d->database.read(
        [term](Connection &connection) -> Result<bool> { return tags::isFollowed(connection, term); });
}

QFuture<Result<ArticleChanges>> Store::setTagFollowed(const QString &term, bool followed)
{
    return d->database.write([term, followed, now = d->clock.now()](Connection &connection) {
        return tags::setFollowed(connection, term, followed, now);
    });
}

QFuture<Result<qint64>> Store::listeningPlace(const QUrl &url)
{
    return d->database.read(
        [url](Connection &connection) -> Result<qint64> { return reading::listeningPlace(connection, url); });
}

QFuture<Result<void>> Store::setListeningPlace(const QUrl &url, qint64 position)
{
    return d->database.write([url, position, now = d->clock.now()](Connection &connection) {
        return reading::setListeningPlace(connection, url, position, now);
    });
}

QFuture<Result<void>> Store::keepFullText(ArticleId id, const FullText &text)
{
    return d->database.write(
        [id, text](Connection &connection) { return fulltext::keep(connection, id, text); });
}

QFuture<Result<void>> Store::noteFullTextFailure(ArticleId id)
{
    return d->database.write([id, now = d->clock.now()](Connection &connection) -> Result<void> {
        fulltext::noteFailure(connection, id, now);
        return {};
    });
}

QFuture<Result<void>> Store::showFullText(ArticleId id, bool shown)
{
    return d->database.write([id, shown](Connection &connection) -> Result<void> {
        fulltext::setShown(connection, id, shown);
        return {};
    });
}

QFuture<Result<QList<ArticleId>>> Store::fullTextsWanted(int limit)
{
    return d->database.read(
        [limit, now = d->clock.now()](Connection &connection) -> Result<QList<ArticleId>> {
            return fulltext::wanted(connection, now, limit);
        });
}

QFuture<Result<bool>> Store::isTeasing(FeedId feed)
{
    return d->database.read(
        [feed](Connection &connection) -> Result<bool> { return fulltext::isTeasing(connection, feed); });
}

QFuture<Result<QList<ArticleVersion>>> Store::versions(ArticleId id)
{
    return d->database.read([id](Connection &connection) { return articles::versions(connection, id); });
}

QFuture<Result<ArticleChanges>> Store::setPage(ArticleId id, const QUrl &page)
{
    return d->database.write([id, page](Connection &connection) -> Result<ArticleChanges> {
        return duplicates::setPage(connection, id, page);
    });
}

QFuture<Result<QList<SiteAccount>>> Store::siteAccounts(const QString &site)
{
    return d->database.read([site](Connection &connection) -> Result<QList<SiteAccount>> {
        auto found = reading::accounts(connection, site);
        if (!found)
            return Error{ErrorCode::NotFound, QStringLiteral("This site was not looked at"), site, {}};
        return *found;
    });
}

QFuture<Result<void>> Store::setSiteAccounts(const QString &site, const QList<SiteAccount> &accounts)
{
    return d->database.write([site, accounts, now = d->clock.now()](Connection &connection) {
        return reading::setAccounts(connection, site, accounts, now);
    });
}

QFuture<Result<ArticleChanges>> Store::setRead(const QList<ArticleId> &ids, bool read)
{
    return d->database.write(
        [ids, read, now = d->clock.now()](Connection &connection) -> Result<ArticleChanges> {
            return articlestate::setRead(connection, ids, read, now);
        });
}

QFuture<Result<ArticleChanges>> Store::setStarred(const QList<ArticleId> &ids, bool starred)
{
    return d->database.write(
        [ids, starred, now = d->clock.now()](Connection &connection) -> Result<ArticleChanges> {
            return articlestate::setStarred(connection, ids, starred, now);
        });
}

QFuture<Result<ArticleChanges>> Store::markAllRead(const ArticleFilter &filter)
{
    return d->database.write(
        [filter, now = d->clock.now()](Connection &connection) -> Result<ArticleChanges> {
            return articlestate::markAllRead(connection, filter, now);
        });
}

QFuture<Result<ArticleChanges>> Store::throwAway(const QList<ArticleId> &ids)
{
    return d->database.write([ids, now = d->clock.now()](Connection &connection) {
        return retention::throwAway(connection, ids, now);
    });
}

QFuture<Result<ArticleChanges>> Store::takeBack(const QList<ArticleId> &ids)
{
    return d->database.write([ids, now = d->clock.now()](Connection &connection) {
        return retention::takeBack(connection, ids, now);
    });
}

QFuture<Result<QList<ArticleId>>> Store::bin(int limit)
{
    return d->database.read([limit](Connection &connection) -> Result<QList<ArticleId>> {
        return retention::bin(connection, limit);
    });
}

QFuture<Result<ArticleChanges>> Store::thin(const RetentionPolicy &policy)
{
    return d->database.write(
        [policy, now = d->clock.now()](Connection &connection) -> Result<ArticleChanges> {
            retention::emptyBin(connection, now, thinnedASlice);
            return retention::thin(connection, policy, now, thinnedASlice);
        });
}

QFuture<Result<void>> Store::setRetention(FeedId feed, const RetentionLimits &limits)
{
    return d->database.write([feed, limits](Connection &connection) -> Result<void> {
        retention::setLimits(connection, feed, limits);
        return {};
    });
}

QFuture<Result<void>> Store::setRetention(CategoryId category, const RetentionLimits &limits)
{
    return d->database.write([category, limits](Connection &connection) -> Result<void> {
        retention::setLimits(connection, category, limits);
        return {};
    });
}

QFuture<Result<UndoneChange>> Store::undo(ChangeId change)
{
    return d->database.write([change, now = d->clock.now()](Connection &connection) {
        return store::undo(connection, change, now);
    });
}

QFuture<Result<StoryWork>> Store::storyWork(double windowHours, const StoryMemory &memory)
{
    return d->database.read([windowHours, memory](Connection &connection) -> Result<StoryWork> {
        return stories::work(connection, windowHours, memory);
    });
}

QFuture<Result<StoryBacklog>> Store::storyBacklog(double windowHours)
{
    return d->database.read([windowHours](Connection &connection) -> Result<StoryBacklog> {
        return stories::backlog(connection, windowHours);
    });
}

QFuture<Result<QList<StoryId>>> Store::applyStories(const QList<MatchedStory> &matched, qint64 from,
                                                    qint64 until)
{
    return d->database.write([matched, from, until](Connection &connection) {
        return stories::apply(connection, matched, from, until);
    });
}

QFuture<Result<QList<Story>>> Store::stories(const QDateTime &from, const QDateTime &to, int most)
{
    return d->database.read([from, to, most](Connection &connection) -> Result<QList<Story>> {
        return stories::between(connection, from, to, most);
    });
}

QFuture<Result<Story>> Store::story(StoryId story)
{
    return d->database.read([story](Connection &connection) { return stories::find(connection, story); });
}

QFuture<Result<ArticleChanges>> Store::splitFromStory(ArticleId article)
{
    return d->database.write(
        [article](Connection &connection) { return stories::split(connection, article); });
}

QFuture<Result<ReaderInterests>> Store::interests(const QStringList &tags)
{
    return d->database.read([tags](Connection &connection) -> Result<ReaderInterests> {
        return stories::interests(connection, tags);
    });
}

QFuture<Result<QList<SearchHit>>> Store::search(const query::Expression &expression, int limit,
                                                SearchOrder order, const ArticleFilter &within)
{
    return d->database.read([expression, limit, order, within, now = d->clock.now()](Connection &connection) {
        return store::search(connection, expression, limit, order, within, now);
    });
}

QFuture<Result<bool>> Store::changedByOthers()
{
    // Asked on the writer's connection: the number does not move for one's own commits.
    return d->database.write([last = d->lastDataVersion](Connection &connection) -> Result<bool> {
        Query query(connection, "PRAGMA data_version");
        const qint64 version = query.next() ? query.integer(0) : 0;
        const qint64 before = last->exchange(version);
        return before != 0 && before != version;
    });
}

std::unique_ptr<HeadlineReader> Store::makeHeadlineReader() const
{
    auto connection = d->profile.openReader(HeadlineReader::Private::busyTimeoutMs);
    if (!connection)
        return nullptr;
    return std::unique_ptr<HeadlineReader>(
        new HeadlineReader(std::make_unique<HeadlineReader::Private>(std::move(*connection))));
}

} // namespace broadsheet::store
