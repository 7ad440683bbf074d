// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/comment.h"
#include "model/fetchtry.h"
#include "model/subscription.h"
#include "model/upkeep.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace broadsheet {

class LibraryEvents;
class SecretService;
struct FeedSecret;
class Workers;
namespace store {
class Store;
}

/** Subscriptions, categories and what the reader marks: each wish goes to the store and is told by
 * LibraryEvents. */
class LibraryService : public QObject
{
    Q_OBJECT
public:
    LibraryService(store::Store &store, Workers &workers, LibraryEvents &events, QObject *parent = nullptr);

    /** Where logins go; without it a login in an address is dropped. */
    void setSecrets(SecretService *secrets) { m_secrets = secrets; }

    QFuture<Result<LibraryOverview>> overview();
    /** User and password in the address become the feed's login, and are kept as SecretService keeps them. */
    QFuture<Result<Subscription>> subscribe(const NewSubscription &subscription);
    /** False: the login that came last lasts for this run alone, since there is nowhere to keep it. */
    bool isLastLoginKept() const;
    /** The last tries of a feed, newest first. */
    QFuture<Result<QList<FetchTry>>> fetchTries(FeedId feed);
    /** Articles of the last four weeks, a week, by feed. */
    QFuture<Result<QHash<FeedId, double>>> articlesAWeek();
    /** Subscribes the guide that ships inside the program; the next sync reads it, without a network. */
    QFuture<Result<Subscription>> addGuide();
    QFuture<Result<void>> editSubscription(FeedId feed, const SubscriptionEdit &edit);
    /** The feed's login, headers and cookies; NotFound where there are none. */
    QFuture<Result<FeedSecret>> secret(FeedId feed);
    /** An empty one takes away what is there. True if it outlives this run. */
    QFuture<Result<bool>> setSecret(FeedId feed, const FeedSecret &secret);
    QFuture<Result<ArticleChanges>> unsubscribe(FeedId feed);
    QFuture<Result<CategoryId>> ensureCategory(const QStringList &path);
    QFuture<Result<void>> renameCategory(CategoryId category, const QString &name);
    QFuture<Result<void>> moveCategory(CategoryId category, CategoryId parent, int position);
    QFuture<Result<void>> removeCategory(CategoryId category);
    /** \a opml is the document; failures of single outlines are in the result. Logins as in subscribe(). */
    QFuture<Result<ImportResult>> importOpml(const QByteArray &opml);
    QFuture<Result<QByteArray>> exportOpml();

    QFuture<Result<ArticleChanges>> setRead(const QList<ArticleId> &ids, bool read);
    /** Whether the sidebar has a row for a publishers' term, in whatever spelling. */
    QFuture<Result<bool>> isTagFollowed(const QString &term);
    QFuture<Result<ArticleChanges>> setTagFollowed(const QString &term, bool followed);
    QFuture<Result<ArticleChanges>> setStarred(const QList<ArticleId> &ids, bool starred);
    QFuture<Result<ArticleChanges>> markAllRead(const ArticleFilter &filter);
    /** Into the bin, out of every view; for good after 30 days. What is starred or commented goes too, being asked for. */
    QFuture<Result<ArticleChanges>> throwAway(const QList<ArticleId> &ids);
    QFuture<Result<ArticleChanges>> takeBack(const QList<ArticleId> &ids);
    /** What is in the bin, newest first, at most \a limit. */
    QFuture<Result<QList<ArticleHeadline>>> bin(int limit);
    /** How long the articles of a feed are kept; see RetentionLimits. */
    QFuture<Result<void>> setRetention(FeedId feed, const RetentionLimits &limits);
    /** The same for the feeds of a category, and of those inside it, that have no limits of their own. */
    QFuture<Result<void>> setRetention(CategoryId category, const RetentionLimits &limits);

    /** True if a mark, a star, a delete, an unsubscribing or the delete of a comment of this run can be undone. */
    bool canUndo() const { return !m_undoable.isEmpty(); }
    /** NotFound if there is nothing left to undo. */
    QFuture<Result<ArticleChanges>> undoLast();
    QFuture<Result<ArticleChanges>> undo(ChangeId change);

Q_SIGNALS:
    void canUndoChanged();

private:
    struct Undoable
    {
        ChangeId change;
        CommentId comment; ///< of a deleted comment, which can be restored elsewhere too
    };
    void remember(const Undoable &undoable);
    void forget(const Undoable &undoable);
    void takeComment(const CommentChange &change);
    QFuture<Result<Subscription>> withLogin(QFuture<Result<Subscription>> answer, const QUrl &url);
    QFuture<Result<ImportResult>> withLogins(Result<ImportResult> result);
    QFuture<Result<ArticleChanges>> told(QFuture<Result<ArticleChanges>> answer, bool undoable);
    template <typename T>
    QFuture<Result<T>> toldLibrary(QFuture<Result<T>> answer);

    store::Store &m_store;
    Workers &m_workers;
    LibraryEvents &m_events;
    SecretService *m_secrets = nullptr;
    QList<Undoable> m_undoable; ///< newest last
};

} // namespace broadsheet
