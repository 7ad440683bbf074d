// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/libraryservice.h"

#include "exchange/opml.h"
#include "services/libraryevents.h"
#include "services/localsource.h"
#include "services/secrets.h"
#include "services/workers.h"
#include "store/store.h"

#include <algorithm>
#include <utility>

namespace broadsheet {

namespace {

constexpr int maximumUndo = 100;

Result<void> withoutValue(const Result<ArticleChanges> &result)
{
    if (!result)
        return result.error();
    return {};
}

FeedSecret secretIn(const QUrl &url)
{
    FeedSecret secret;
    secret.origin = url.adjusted(QUrl::RemoveUserInfo);
    secret.user = url.userName(QUrl::FullyDecoded);
    secret.password = url.password(QUrl::FullyDecoded);
    return secret;
}

} // namespace

LibraryService::LibraryService(store::Store &store, Workers &workers, LibraryEvents &events, QObject *parent)
    : QObject(parent), m_store(store), m_workers(workers), m_events(events)
{
    connect(&events, &LibraryEvents::commentsChanged, this, &LibraryService::takeComment);
}

void LibraryService::remember(const Undoable &undoable)
{
    if (!undoable.change.isValid())
        return;
    m_undoable.append(undoable);
    if (m_undoable.size() > maximumUndo)
        m_undoable.removeFirst();
    Q_EMIT canUndoChanged();
}

void LibraryService::forget(const Undoable &undoable)
{
    const auto isIt = [&](const Undoable &other) {
        return other.change == undoable.change ||
               (undoable.comment.isValid() && other.comment == undoable.comment);
    };
    if (m_undoable.removeIf(isIt) > 0)
        Q_EMIT canUndoChanged();
}

void LibraryService::takeComment(const CommentChange &change)
{
    forget({{}, change.comment.id});
    if (change.kind == CommentChange::Kind::Deleted)
        remember({change.change, change.comment.id});
}

QFuture<Result<LibraryOverview>> LibraryService::overview()
{
    return m_store.overview();
}

template <typename T>
QFuture<Result<T>> LibraryService::toldLibrary(QFuture<Result<T>> answer)
{
    return answer.then(this, [this](Result<T> result) {
        if (result)
            Q_EMIT m_events.libraryChanged();
        return result;
    });
}

QFuture<Result<ArticleChanges>> LibraryService::told(QFuture<Result<ArticleChanges>> answer, bool undoable)
{
    return answer.then(this, [this, undoable](Result<ArticleChanges> result) {
        if (result && undoable)
            remember({result->change, {}});
        if (!result || result->isEmpty())
            return result;
        Q_EMIT m_events.articlesChanged(*result);
        Q_EMIT m_events.libraryChanged();
        return result;
    });
}

QFuture<Result<Subscription>> LibraryService::subscribe(const NewSubscription &subscription)
{
    return toldLibrary(withLogin(m_store.subscribe(subscription), subscription.feedUrl));
}

bool LibraryService::isLastLoginKept() const
{
    return !m_secrets || m_secrets->lastPlace() != SecretService::Place::ThisRun;
}

/** Takes the login in \a url to where logins are kept, and notes with the feed that there is one. */
QFuture<Result<Subscription>> LibraryService::withLogin(QFuture<Result<Subscription>> answer, const QUrl &url)
{
    if (!m_secrets || url.userInfo().isEmpty())
        return answer;
    return answer
        .then(this,
              [this, url](const Result<Subscription> &made) {
                  if (!made)
                      return QtFuture::makeReadyFuture(made);
                  return setSecret(made->id, secretIn(url)).then(this, [made](const Result<bool> &) {
                      return made;
                  });
              })
        .unwrap();
}

/** The same for the feeds of a list, all at once. One that has a login keeps it: a list may be old. */
QFuture<Result<ImportResult>> LibraryService::withLogins(Result<ImportResult> result)
{
    if (!m_secrets || !result || result->logins.isEmpty())
        return QtFuture::makeReadyFuture(std::move(result));
    QList<QFuture<Result<bool>>> kept;
    for (const auto &login : std::as_const(result->logins)) {
        kept.append(secret(login.first)
                        .then(this,
                              [this, login](const Result<FeedSecret> &present) {
                                  if (present && !present->isEmpty())
                                      return QtFuture::makeReadyFuture(Result<bool>(true));
                                  return setSecret(login.first, secretIn(login.second));
                              })
                        .unwrap());
    }
    return QtFuture::whenAll(kept.begin(), kept.end())
        .then(this, [result = std::move(result)](const QList<QFuture<Result<bool>>> &all) mutable {
            result->passingLogins = int(std::ranges::count_if(all, [](const QFuture<Result<bool>> &one) {
                const Result<bool> lasts = one.result();
                return !lasts || !*lasts;
            }));
            return std::move(result);
        });
}

QFuture<Result<QList<FetchTry>>> LibraryService::fetchTries(FeedId feed)
{
    return m_store.fetchTries(feed);
}

QFuture<Result<Subscription>> LibraryService::addGuide()
{
    NewSubscription guide;
    guide.feedUrl = guideUrl();
    return subscribe(guide);
}

QFuture<Result<QHash<FeedId, double>>> LibraryService::articlesAWeek()
{
    return m_store.articlesAWeek();
}

QFuture<Result<void>> LibraryService::editSubscription(FeedId feed, const SubscriptionEdit &edit)
{
    return told(m_store.editSubscription(feed, edit), false)
        .then(this, [this, feed](const Result<ArticleChanges> &result) {
            // A new name or place changes no article, but the sidebar all the same.
            if (result) {
                Q_EMIT m_events.feedChanged(feed);
                Q_EMIT m_events.libraryChanged();
            }
            return withoutValue(result);
        });
}

QFuture<Result<bool>> LibraryService::isTagFollowed(const QString &term)
{
    return m_store.isTagFollowed(term);
}

QFuture<Result<ArticleChanges>> LibraryService::setTagFollowed(const QString &term, bool followed)
{
    return toldLibrary(told(m_store.setTagFollowed(term, followed), true));
}

QFuture<Result<FeedSecret>> LibraryService::secret(FeedId feed)
{
    if (m_secrets)
        return m_secrets->secret(feed);
    return QtFuture::makeReadyFuture(Result<FeedSecret>(Error{ErrorCode::NotFound, {}, {}, {}}));
}

QFuture<Result<bool>> LibraryService::setSecret(FeedId feed, const FeedSecret &secret)
{
    if (!m_secrets)
        return QtFuture::makeReadyFuture(Result<bool>(Error{ErrorCode::Unsupported, {}, {}, {}}));
    SubscriptionEdit edit;
    edit.hasSecret = !secret.isEmpty();
    return m_secrets->keep(feed, secret)
        .then(this,
              [this, feed, edit](const Result<SecretService::Place> &place) {
                  const Result<bool> kept = place ? Result<bool>(*place != SecretService::Place::ThisRun)
                                                  : Result<bool>(place.error());
                  return m_store.editSubscription(feed, edit)
                      .then(this, [kept](const Result<ArticleChanges> &) { return kept; });
              })
        .unwrap();
}

QFuture<Result<ArticleChanges>> LibraryService::unsubscribe(FeedId feed)
{
    return told(m_store.unsubscribe(feed), true)
        .then(this, [this, feed](const Result<ArticleChanges> &result) {
            if (result && m_secrets)
                m_secrets->forget(feed);
            if (result)
                Q_EMIT m_events.libraryChanged();
            return result;
        });
}

QFuture<Result<CategoryId>> LibraryService::ensureCategory(const QStringList &path)
{
    return toldLibrary(m_store.ensureCategory(path));
}

QFuture<Result<void>> LibraryService::renameCategory(CategoryId category, const QString &name)
{
    return toldLibrary(m_store.renameCategory(category, name));
}

QFuture<Result<void>> LibraryService::moveCategory(CategoryId category, CategoryId parent, int position)
{
    return toldLibrary(m_store.moveCategory(category, parent, position));
}

QFuture<Result<void>> LibraryService::removeCategory(CategoryId category)
{
    return toldLibrary(m_store.removeCategory(category));
}

QFuture<Result<ImportResult>> LibraryService::importOpml(const QByteArray &opml)
{
    return m_workers.run([opml] { return exchange::readOpml(opml); })
        .then(this,
              [this](Result<exchange::OpmlDocument> document) -> QFuture<Result<ImportResult>> {
                  if (!document)
                      return QtFuture::makeReadyFuture(Result<ImportResult>(document.error()));
                  const auto failures = document->failures;
                  return toldLibrary(m_store.importFeeds(document->feeds))
                      .then(this,
                            [this, failures](Result<ImportResult> result) {
                                if (result)
                                    result->failed = failures + result->failed;
                                return withLogins(std::move(result));
                            })
                      .unwrap();
              })
        .unwrap();
}

QFuture<Result<QByteArray>> LibraryService::exportOpml()
{
    return m_store.overview().then(this, [](const Result<LibraryOverview> &overview) -> Result<QByteArray> {
        if (!overview)
            return overview.error();
        return exchange::writeOpml(*overview, QDateTime::currentDateTimeUtc());
    });
}

QFuture<Result<ArticleChanges>> LibraryService::setRead(const QList<ArticleId> &ids, bool read)
{
    return told(m_store.setRead(ids, read), true);
}

QFuture<Result<ArticleChanges>> LibraryService::setStarred(const QList<ArticleId> &ids, bool starred)
{
    return told(m_store.setStarred(ids, starred), true);
}

QFuture<Result<ArticleChanges>> LibraryService::markAllRead(const ArticleFilter &filter)
{
    return told(m_store.markAllRead(filter), true);
}

QFuture<Result<ArticleChanges>> LibraryService::throwAway(const QList<ArticleId> &ids)
{
    return told(m_store.throwAway(ids), true);
}

QFuture<Result<ArticleChanges>> LibraryService::takeBack(const QList<ArticleId> &ids)
{
    return told(m_store.takeBack(ids), true);
}

QFuture<Result<QList<ArticleHeadline>>> LibraryService::bin(int limit)
{
    return m_store.bin(limit)
        .then(this,
              [this](const Result<QList<ArticleId>> &ids) {
                  return ids ? m_store.headlines(*ids)
                             : QtFuture::makeReadyFuture(Result<QList<ArticleHeadline>>(ids.error()));
              })
        .unwrap();
}

QFuture<Result<void>> LibraryService::setRetention(FeedId feed, const RetentionLimits &limits)
{
    return toldLibrary(m_store.setRetention(feed, limits));
}

QFuture<Result<void>> LibraryService::setRetention(CategoryId category, const RetentionLimits &limits)
{
    return toldLibrary(m_store.setRetention(category, limits));
}

QFuture<Result<ArticleChanges>> LibraryService::undoLast()
{
    if (m_undoable.isEmpty()) {
        return QtFuture::makeReadyFuture(
            Result<ArticleChanges>(Error{ErrorCode::NotFound, QStringLiteral("nothing to undo"), {}, {}}));
    }
    return undo(m_undoable.constLast().change);
}

QFuture<Result<ArticleChanges>> LibraryService::undo(ChangeId change)
{
    forget({change, {}});
    auto changes = m_store.undo(change).then(this, [this](const Result<UndoneChange> &undone) {
        if (!undone)
            return Result<ArticleChanges>(undone.error());
        if (undone->comment)
            Q_EMIT m_events.commentsChanged(*undone->comment);
        else if (undone->articles.isEmpty())
            Q_EMIT m_events.libraryChanged(); // a topic: no article knows of it
        return Result<ArticleChanges>(undone->articles);
    });
    return told(changes, false);
}

} // namespace broadsheet
