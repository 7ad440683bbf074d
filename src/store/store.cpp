// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/articlelists.h"
#include "store/articlestate.h"
#include "store/articletable.h"
#include "store/backup.h"
#include "store/categorytable.h"
#include "store/checker.h"
#include "store/commentlists.h"
#include "store/commentmentions.h"
#include "store/commenttable.h"
#include "store/database.h"
#include "store/duplicates.h"
#include "store/feedwriter.h"
#include "store/fetchlog.h"
#include "store/fetchtable.h"
#include "store/fulltexttable.h"
#include "store/headlinereader_p.h"
#include "store/preparer.h"
#include "store/profile.h"
#include "store/readingtable.h"
#include "store/related.h"
#include "store/rescue.h"
#include "store/retention.h"
#include "store/search.h"
#include "store/searchindex.h"
#include "store/sitecommenttable.h"
#include "store/storytable.h"
#include "store/subscriptiontable.h"
#include "store/tagtable.h"
#include "store/undo.h"

#include <atomic>
#include <functional>
#include <thread>

namespace broadsheet::store {

/** Articles that leave in one transaction: some ten milliseconds. */
constexpr int thinnedASlice = 200;
/** Articles that the index is told of in one transaction behind a migration: some tenths of a second. */
constexpr int indexedASlice = 500;

class Store::Private
{
public:
    Private(const QString &folder, const Clock &time) : profile(folder), database(folder), clock(time) {}
    ~Private()
    {
        if (offline.joinable())
            offline.join();
    }

    /** Runs \a work, which may end and begin the database, on a thread of its own. */
    template <typename R>
    QFuture<R> whileClosed(std::function<R()> work)
    {
        QPromise<R> promise;
        promise.start();
        QFuture<R> future = promise.future();
        if (offline.joinable())
            offline.join();
        offline = std::thread([work = std::move(work), promise = std::move(promise)]() mutable {
            promise.addResult(work());
            promise.finish();
        });
        return future;
    }
    Result<QList<CheckResult>> repair(const QDateTime &now);

    Profile profile;
    Database database;
    Preparer preparer; ///< goes before what it prepares for
    std::thread offline;
    const Clock &clock;
    /// shared with the job that asks for it
    std::shared_ptr<std::atomic<qint64>> lastDataVersion = std::make_shared<std::atomic<qint64>>(0);
};

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

QFuture<Result<Discussion>> Store::discussion(ArticleId article)
{
    return d->database.read(
        [article](Connection &connection) { return comments::discussion(connection, article); });
}

QFuture<Result<CommentChange>> Store::addComment(const NewComment &comment)
{
    return d->database.write(
        [comment](Connection &connection) { return comments::add(connection, comment); });
}

QFuture<Result<CommentChange>> Store::editComment(CommentId comment, const QString &text,
                                                  const SafeHtml &html, const QDateTime &at)
{
    return d->database.write([comment, text, html, at](Connection &connection) {
        return comments::edit(connection, comment, text, html, at);
    });
}

QFuture<Result<CommentChange>> Store::deleteComment(CommentId comment, const QDateTime &at)
{
    return d->database.write(
        [comment, at](Connection &connection) { return comments::remove(connection, comment, at); });
}

QFuture<Result<CommentChange>> Store::restoreComment(CommentId comment)
{
    return d->database.write([comment, now = d->clock.now()](Connection &connection) {
        return comments::restore(connection, comment, now);
    });
}

QFuture<Result<QString>> Store::draft(ArticleId article, CommentId parent)
{
    // On the writer, so that it is asked after what was just saved: a draft that is shown stale would be
    // saved stale.
    return d->database.write(
        [article, parent](Connection &connection) { return comments::draft(connection, article, parent); });
}

QFuture<Result<void>> Store::saveDraft(ArticleId article, CommentId parent, const QString &text)
{
    return d->database.write([article, parent, text, now = d->clock.now()](Connection &connection) {
        return comments::saveDraft(connection, article, parent, text, now);
    });
}

QFuture<Result<QList<CommentVersion>>> Store::commentHistory(CommentId comment)
{
    return d->database.read(
        [comment](Connection &connection) { return comments::history(connection, comment); });
}

QFuture<Result<CommentChange>> Store::recolorComment(CommentId comment, HighlightColor color)
{
    return d->database.write([comment, color, now = d->clock.now()](Connection &connection) {
        return comments::recolor(connection, comment, color, now);
    });
}

QFuture<Result<Mention>> Store::commentPlace(const QByteArray &uuid)
{
    return d->database.read([uuid](Connection &connection) { return comments::place(connection, uuid); });
}

QFuture<Result<QList<KeptComment>>> Store::ownComments(const CommentFilter &filter, int limit)
{
    return d->database.read([filter, limit](Connection &connection) -> Result<QList<KeptComment>> {
        return comments::own(connection, filter, limit);
    });
}

QFuture<Result<CommentArchive>> Store::commentArchive()
{
    return d->database.read(
        [](Connection &connection) -> Result<CommentArchive> { return comments::archive(connection); });
}

QFuture<Result<CommentMerge>> Store::mergeComments(const CommentArchive &archive,
                                                   const std::function<SafeHtml(const QString &)> &render)
{
    return d->database.write([archive, render, now = d->clock.now()](Connection &connection) {
        return comments::merge(connection, archive, render, now);
    });
}

QFuture<Result<SiteDiscussion>> Store::siteDiscussion(ArticleId article)
{
    return d->database.read(
        [article](Connection &connection) { return sitecomments::discussion(connection, article); });
}

QFuture<Result<SiteCommentsResult>> Store::applySiteComments(const SiteCommentsUpdate &update)
{
    return d->database.write(
        [update](Connection &connection) { return sitecomments::apply(connection, update); });
}

QFuture<Result<QList<SearchHit>>> Store::search(const query::Expression &expression, int limit,
                                                SearchOrder order, const ArticleFilter &within)
{
    return d->database.read([expression, limit, order, within, now = d->clock.now()](Connection &connection) {
        return store::search(connection, expression, limit, order, within, now);
    });
}

QFuture<Result<Statistics>> Store::statistics()
{
    return d->database.read([file = d->profile.databaseFile()](Connection &connection) -> Result<Statistics> {
        return readStatistics(connection, file);
    });
}

namespace {

QFuture<Result<QList<CheckResult>>> mend(Database &database)
{
    return database.write([](Connection &connection) -> Result<QList<CheckResult>> {
        return checker::check(connection, true);
    });
}

/** Most of it takes no lock, since looking through a large store takes longer than others wait for theirs. Only the
 * index must be asked by somebody who may write. */
QFuture<Result<QList<CheckResult>>> look(Database &database)
{
    using Report = Result<QList<CheckResult>>;
    auto tables =
        database.read([](Connection &connection) -> Report { return checker::lookAtTables(connection); });
    const auto askIndex = [&database](Report report) -> QFuture<Report> {
        auto whole = database.write([report](Connection &connection) -> Report {
            if (!report)
                return report;
            return *report + QList<CheckResult>{checker::lookAtIndex(connection)};
        });
        return whole.then([report](Report answer) -> Report {
            const bool unwritable = !answer && (answer.error().code == ErrorCode::StoreReadOnly ||
                                                answer.error().code == ErrorCode::StoreFull);
            if (!report || !unwritable)
                return answer;
            // SQLite looks at its search index by way of a statement that writes.
            return *report +
                   QList<CheckResult>{{QStringLiteral("search index"), CheckResult::Status::Ok,
                                       QStringLiteral("Not looked at: the store cannot be written")}};
        });
    };
    return tables.then(askIndex).unwrap();
}

} // namespace

/** Mends in place what can be, or makes a new store. On the thread for this. */
Result<QList<CheckResult>> Store::Private::repair(const QDateTime &now)
{
    auto looking = mend(database);
    looking.waitForFinished();
    auto report = looking.result();
    const auto openError = database.openError()();
    if (openError && openError->code != ErrorCode::StoreDamaged)
        return *openError;
    const bool broken = openError || (report ? checker::needsSalvage(*report)
                                             : report.error().code == ErrorCode::StoreDamaged);
    if (!broken)
        return report;
    database.close();
    auto rescued = rescue::repair(profile, now);
    if (!rescued)
        return rescued;
    auto opening = database.open();
    opening.waitForFinished();
    if (const auto opened = opening.result(); !opened)
        return opened.error();
    auto again = look(database);
    again.waitForFinished();
    report = again.result();
    if (report)
        rescued->append(*report);
    return rescued;
}

QFuture<Result<QList<CheckResult>>> Store::check(bool repair)
{
    if (repair) {
        return d->whileClosed<Result<QList<CheckResult>>>(
            [this, now = d->clock.now()] { return d->repair(now); });
    }
    // What could not be opened for damage is reported, not refused.
    auto report = [openError = d->database.openError()](Result<QList<CheckResult>> answer) {
        const auto error = openError();
        if (!answer && error && error->code == ErrorCode::StoreDamaged)
            return Result<QList<CheckResult>>(checker::unopened(*error));
        if (!answer && answer.error().code == ErrorCode::StoreDamaged)
            return Result<QList<CheckResult>>(checker::unopened(answer.error()));
        return answer;
    };
    return look(d->database).then(std::move(report));
}

QFuture<Result<void>> Store::backUp(const QString &file)
{
    return d->database.read(
        [file](Connection &connection) -> Result<void> { return backup::write(connection, file); });
}

QFuture<Result<QByteArray>> Store::fingerprint()
{
    return d->database.read(
        [](Connection &connection) -> Result<QByteArray> { return backup::fingerprint(connection); });
}

QFuture<Result<QString>> Store::restore(const QString &file)
{
    return d->whileClosed<Result<QString>>(
        [this, file, now = d->clock.now()] { return rescue::restore(d->profile, file, now); });
}

QFuture<Result<void>> Store::tidyUp()
{
    return d->database.write([](Connection &connection) -> Result<void> {
        connection.run("PRAGMA analysis_limit = 400");
        connection.run("PRAGMA optimize");
        searchindex::tidyUp(connection);
        return {};
    });
}

QFuture<Result<bool>> Store::catchUpIndex()
{
    return d->database.write([](Connection &connection) -> Result<bool> {
        return searchindex::catchUp(connection, indexedASlice);
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
