// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/commentservice.h"

#include "ingest/commenttext.h"
#include "services/libraryevents.h"
#include "store/store.h"

#include <QUuid>

#include <optional>

namespace broadsheet {

namespace {

std::optional<Error> problemOf(const QString &text)
{
    if (text.isEmpty())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("a comment without text"), {}, {}};
    if (text.size() > CommentService::maximumLength)
        return Error{ErrorCode::TooLarge,
                     QStringLiteral("a comment of %1 characters").arg(text.size()),
                     {},
                     CommentService::maximumLength};
    return {};
}

} // namespace

CommentService::CommentService(store::Store &store, LibraryEvents &events, const Clock &clock,
                               QObject *parent)
    : QObject(parent), m_store(store), m_events(events), m_clock(clock)
{
}

QFuture<Result<Discussion>> CommentService::discussion(ArticleId article)
{
    return m_store.discussion(article);
}

QFuture<Result<CommentChange>> CommentService::add(const CommentDraft &draft)
{
    if (const auto problem = problemOf(draft.text.trimmed()))
        return QtFuture::makeReadyFuture(Result<CommentChange>(*problem));
    NewComment comment;
    comment.article = draft.article;
    comment.parent = draft.parent;
    comment.uuid = QUuid::createUuid().toRfc4122();
    comment.name = draft.name.trimmed().isEmpty() ? m_defaultName : draft.name.trimmed();
    const ingest::CommentText rendered = ingest::commentText(draft.text);
    comment.text = rendered.text;
    comment.html = rendered.html;
    comment.quote = draft.quote.trimmed();
    comment.created = m_clock.now();
    return told(m_store.addComment(comment));
}

QFuture<Result<CommentChange>> CommentService::edit(CommentId comment, const QString &text)
{
    if (const auto problem = problemOf(text.trimmed()))
        return QtFuture::makeReadyFuture(Result<CommentChange>(*problem));
    const ingest::CommentText rendered = ingest::commentText(text);
    return told(m_store.editComment(comment, rendered.text, rendered.html, m_clock.now()));
}

QFuture<Result<CommentChange>> CommentService::remove(CommentId comment)
{
    return told(m_store.deleteComment(comment, m_clock.now()));
}

QFuture<Result<CommentChange>> CommentService::restore(CommentId comment)
{
    return told(m_store.restoreComment(comment));
}

QFuture<Result<QString>> CommentService::draft(ArticleId article, CommentId parent)
{
    return m_store.draft(article, parent);
}

QFuture<Result<void>> CommentService::saveDraft(ArticleId article, CommentId parent, const QString &text)
{
    return m_store.saveDraft(article, parent, text);
}

/** Tells everybody before the asker hears of it, so that the row is there when a composer clears. */
QFuture<Result<CommentChange>> CommentService::told(QFuture<Result<CommentChange>> answer)
{
    return answer.then(this, [this](const Result<CommentChange> &change) {
        if (change) {
            Q_EMIT m_events.commentsChanged(*change);
            ArticleChanges changes;
            changes.updated = {change->article};
            Q_EMIT m_events.articlesChanged(changes);
            Q_EMIT m_events.libraryChanged(); // the count of commented articles
        }
        return change;
    });
}

} // namespace broadsheet
