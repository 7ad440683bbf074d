// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/article.h"
#include "model/comment.h"
#include "model/commentarchive.h"
#include "model/feedupdate.h"
#include "model/fetchtry.h"
#include "model/siteaccount.h"
#include "model/sitecomments.h"
#include "model/story.h"
#include "model/subscription.h"
#include "model/textdiff.h"
#include "model/upkeep.h"
#include "query/expression.h"

#include <QFuture>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace broadsheet::store {

class HeadlineReader;

enum class SearchOrder { Relevance, Date };

/**
 * The one way to what is kept. Made and used on the main thread; each function is one unit of work, done on
 * the writer thread (one immediate transaction) or the reader thread, and answers by a future. Futures not
 * yet answered when the store is destroyed end with ErrorCode::Cancelled, but what was asked to be written is
 * written.
 */
class Store
{
public:
    /** \a profile is the folder; made if missing. Nothing is opened yet. The clock must outlive the store. */
    Store(const QString &profile, const Clock &clock);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /** Opens, migrates and probes. StoreDamaged, StoreTooNew (untouched), StoreReadOnly, StoreFull,
     * StoreBusy, StoreUnavailable. With \a readingIsEnough a store that cannot be written opens too; who then
     * wants to write is told why not. */
    QFuture<Result<void>> open(bool readingIsEnough = false);

    // Subscriptions and categories
    QFuture<Result<LibraryOverview>> overview();
    /** AlreadyExists if the feed is subscribed. */
    QFuture<Result<Subscription>> subscribe(const NewSubscription &subscription);
    QFuture<Result<ArticleChanges>> editSubscription(FeedId feed, const SubscriptionEdit &edit);
    /** Starred and commented articles stay (law 3). */
    QFuture<Result<ArticleChanges>> unsubscribe(FeedId feed);
    /** The category at \a path ("Parent/Child" as a list), made where missing. */
    QFuture<Result<CategoryId>> ensureCategory(const QStringList &path);
    QFuture<Result<void>> renameCategory(CategoryId category, const QString &name);
    /** Under \a parent (invalid: top) at \a position; InvalidArgument into its own child. */
    QFuture<Result<void>> moveCategory(CategoryId category, CategoryId parent, int position);
    /** Its feeds and sub-categories move up to its parent. */
    QFuture<Result<void>> removeCategory(CategoryId category);
    QFuture<Result<ImportResult>> importFeeds(const QList<ImportedFeed> &feeds);

    // Fetching
    /** What to fetch now. What is asked for by name but not due comes with due=false. */
    QFuture<Result<QList<FetchPlan>>> fetchPlans(const FetchWish &wish);
    /** Entries, search rows, counts, validators and times together or not at all. Waiting updates may share a
     * transaction. */
    QFuture<Result<FeedUpdateResult>> applyFeedUpdate(FeedUpdate update);
    /** The last tries of a feed, newest first, at most `triesKept`. */
    QFuture<Result<QList<FetchTry>>> fetchTries(FeedId feed);
    /** Articles of the last four weeks, a week, by feed. */
    QFuture<Result<QHash<FeedId, double>>> articlesAWeek();

    // Articles
    /** Ids in display order (newest first), at most \a limit if given. */
    QFuture<Result<QList<ArticleId>>> articleIds(const ArticleFilter &filter, int limit = -1);
    QFuture<Result<QList<ArticleHeadline>>> headlines(const QList<ArticleId> &ids);
    /** A page of a listing in constant memory, newest first, strictly after \a after. */
    QFuture<Result<QList<ArticleHeadline>>> headlinePage(const ArticleFilter &filter,
                                                         const ArticleCursor &after, int limit);
    QFuture<Result<Article>> article(ArticleId id);
    /** The earlier contents of an article, the latest first. */
    QFuture<Result<QList<Revision>>> revisions(ArticleId id);
    /** The same with the present one, oldest first: at least one. */
    QFuture<Result<QList<ArticleVersion>>> versions(ArticleId id);
    /** Latest others of the same category (else feed), unread first. */
    QFuture<Result<QList<ArticleHeadline>>> moreFromCategory(ArticleId id, int limit);
    /** Those that share its rare words, of the last thirty days, other feeds first. */
    QFuture<Result<QList<ArticleHeadline>>> related(ArticleId id, int limit);
    QFuture<Result<Count>> count(const ArticleFilter &filter);
    /** The page of an article turned out to be at \a page (a redirect led there): other feeds may have the same. */
    QFuture<Result<ArticleChanges>> setPage(ArticleId id, const QUrl &page);
    /** Where reading stopped; no change of the log, since it is not worth one. */
    QFuture<Result<void>> setPlace(ArticleId id, const ReadingPlace &place);
    /** Where listening to a recording stopped, ms; 0: at its beginning. */
    QFuture<Result<qint64>> listeningPlace(const QUrl &url);
    QFuture<Result<void>> setListeningPlace(const QUrl &url, qint64 position);

    // Topics
    QFuture<Result<bool>> isTagFollowed(const QString &term);
    QFuture<Result<ArticleChanges>> setTagFollowed(const QString &term, bool followed);

    // Full texts
    /** Keeps the text of the article's own page beside the feed's. NotFound: it has left meanwhile. */
    QFuture<Result<void>> keepFullText(ArticleId id, const FullText &text);
    /** The page gave no article. */
    QFuture<Result<void>> noteFullTextFailure(ArticleId id);
    QFuture<Result<void>> showFullText(ArticleId id, bool shown);
    /** Unread articles of feeds that are always read in full, not fetched yet; newest first. */
    QFuture<Result<QList<ArticleId>>> fullTextsWanted(int limit);
    /** True if the feed gives first lines alone and nobody has asked the reader about it. */
    QFuture<Result<bool>> isTeasing(FeedId feed);

    // Publishers
    /** The accounts that the home page of \a site (a host) named when it was looked at; NotFound: it was not. */
    QFuture<Result<QList<SiteAccount>>> siteAccounts(const QString &site);
    QFuture<Result<void>> setSiteAccounts(const QString &site, const QList<SiteAccount> &accounts);

    // What the reader does. Each is one change of the log.
    QFuture<Result<ArticleChanges>> setRead(const QList<ArticleId> &ids, bool read);
    QFuture<Result<ArticleChanges>> setStarred(const QList<ArticleId> &ids, bool starred);
    QFuture<Result<ArticleChanges>> markAllRead(const ArticleFilter &filter);
    /** Into the bin, from where they can be taken back (undo too) for 30 days. */
    QFuture<Result<ArticleChanges>> throwAway(const QList<ArticleId> &ids);
    QFuture<Result<ArticleChanges>> takeBack(const QList<ArticleId> &ids);
    /** What is in the bin, newest first. */
    QFuture<Result<QList<ArticleId>>> bin(int limit);
    /** Plays the opposite of \a change, itself a change. NotFound if there is nothing left to undo. */
    QFuture<Result<UndoneChange>> undo(ChangeId change);

    // Stories
    /** What has come since stories were last looked for; nothing fresh: they are up to date. With a \a memory that
     * reaches far enough, what lies around is not read again. */
    QFuture<Result<StoryWork>> storyWork(double windowHours, const StoryMemory &memory = {});
    /** How much storyWork() would give to who holds nothing. */
    QFuture<Result<StoryBacklog>> storyBacklog(double windowHours);
    /** The outcome of a match over storyWork(): gives the number of each story. AlreadyExists if another process
     * was first; nothing is written then. */
    QFuture<Result<QList<StoryId>>> applyStories(const QList<MatchedStory> &matched, qint64 from,
                                                 qint64 until);
    /** Stories with a telling between the two, the latest first; an invalid \a to is no end. With \a most no more than
     * so many that were last told on one day, the largest. */
    QFuture<Result<QList<Story>>> stories(const QDateTime &from, const QDateTime &to, int most = 0);
    QFuture<Result<Story>> story(StoryId story);
    /** Takes an article out of its story, for good. */
    QFuture<Result<ArticleChanges>> splitFromStory(ArticleId article);
    /** What the reader's marks say of all feeds, and of \a tags (the first two hundred at most). */
    QFuture<Result<ReaderInterests>> interests(const QStringList &tags);

    // Comments
    QFuture<Result<Discussion>> discussion(ArticleId article);
    QFuture<Result<CommentChange>> addComment(const NewComment &comment);
    QFuture<Result<CommentChange>> editComment(CommentId comment, const QString &text, const SafeHtml &html,
                                               const QDateTime &at);
    /** With replies it stays as a tombstone. */
    QFuture<Result<CommentChange>> deleteComment(CommentId comment, const QDateTime &at);
    /** Undo of a delete. */
    QFuture<Result<CommentChange>> restoreComment(CommentId comment);
    QFuture<Result<QString>> draft(ArticleId article, CommentId parent);
    /** Empty text removes the draft. */
    QFuture<Result<void>> saveDraft(ArticleId article, CommentId parent, const QString &text);

    /** Where the comment with \a uuid stands. NotFound: it, or its article, is not here. */
    QFuture<Result<Mention>> commentPlace(const QByteArray &uuid);
    /** The texts before the present one, oldest first. */
    QFuture<Result<QList<CommentVersion>>> commentHistory(CommentId comment);
    /** The colour of a highlight. */
    QFuture<Result<CommentChange>> recolorComment(CommentId comment, HighlightColor color);
    /** The reader's comments over all articles, newest first. */
    QFuture<Result<QList<KeptComment>>> ownComments(const CommentFilter &filter, int limit);
    QFuture<Result<CommentArchive>> commentArchive();
    /** Takes in what is not here; \a render makes markup of a text and runs on the writer. */
    QFuture<Result<CommentMerge>> mergeComments(const CommentArchive &archive,
                                                const std::function<SafeHtml(const QString &)> &render);
    /** Where an article's site keeps its discussion, and what was fetched of it. */
    QFuture<Result<SiteDiscussion>> siteDiscussion(ArticleId article);
    /** What the fetch brought and its validators, together or not at all. */
    QFuture<Result<SiteCommentsResult>> applySiteComments(const SiteCommentsUpdate &update);

    // Searching
    QFuture<Result<QList<SearchHit>>> search(const query::Expression &expression, int limit,
                                             SearchOrder order, const ArticleFilter &within = {});

    // Upkeep
    QFuture<Result<Statistics>> statistics();
    /** Looks whether the store is whole. With \a repair it is mended, in place or, where pages are broken, as
     * a new store from what can be read; the old one is kept. Then nothing else may be asked before the answer.
     * StoreBusy if another process has a damaged store open. */
    QFuture<Result<QList<CheckResult>>> check(bool repair);
    /** A copy as one file while everybody goes on; named only when it is whole and on the disk. AlreadyExists
     * if \a file is something else, FileUnwritable, StoreFull. */
    QFuture<Result<void>> backUp(const QString &file);
    /** Ids and counts at this moment, to see whether a backup would hold anything new. */
    QFuture<Result<QByteArray>> fingerprint();
    /** Puts the store in \a file in the place of this one, which must not be open here; gives the name under
     * which the present one is kept (empty: there was none). Malformed, StoreTooNew, FileNotFound, StoreBusy. */
    QFuture<Result<QString>> restore(const QString &file);
    /** After a migration that made the search index anew: adds a slice of the articles that are not in it yet, the
     * newest first; false when none is left. */
    QFuture<Result<bool>> catchUpIndex();
    /** Does background work that is due (merging the index, PRAGMA optimize), for some tenths of a second; true while
     * more is left. Cheap when there is none. */
    QFuture<Result<bool>> tidyUp();
    /** A slice of taking away what \a policy does not keep and what was long in the bin; nothing removed: all is
     * done. */
    QFuture<Result<ArticleChanges>> thin(const RetentionPolicy &policy);
    QFuture<Result<void>> setRetention(FeedId feed, const RetentionLimits &limits);
    QFuture<Result<void>> setRetention(CategoryId category, const RetentionLimits &limits);
    /** True when another process has written since the last call. */
    QFuture<Result<bool>> changedByOthers();

    /** A read-only connection for the main thread's article list; valid after open() succeeded. Null if it
     * cannot be opened. */
    std::unique_ptr<HeadlineReader> makeHeadlineReader() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet::store
