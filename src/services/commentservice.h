// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/comment.h"

#include <QFuture>
#include <QObject>

namespace broadsheet {

class LibraryEvents;
namespace store {
class Store;
}

/** The discussion under an article. What comes back from add() and its like is on the disk. */
class CommentService : public QObject
{
    Q_OBJECT
public:
    static constexpr int maximumLength = 100'000; ///< characters of one comment

    CommentService(store::Store &store, LibraryEvents &events, const Clock &clock, QObject *parent = nullptr);

    QFuture<Result<Discussion>> discussion(ArticleId article);
    /** InvalidArgument for empty text, TooLarge past maximumLength, NotFound for an unknown article or
     * parent. */
    QFuture<Result<CommentChange>> add(const CommentDraft &draft);
    QFuture<Result<CommentChange>> edit(CommentId comment, const QString &text);
    QFuture<Result<CommentChange>> remove(CommentId comment);
    QFuture<Result<CommentChange>> restore(CommentId comment);

    /** The unsent text for a reply to \a parent (invalid: to the article). */
    QFuture<Result<QString>> draft(ArticleId article, CommentId parent);
    QFuture<Result<void>> saveDraft(ArticleId article, CommentId parent, const QString &text);

    /** The name put on a comment whose draft has none. */
    void setDefaultName(const QString &name) { m_defaultName = name; }
    QString defaultName() const { return m_defaultName; }
    /** What it takes the times from. */
    const Clock &clock() const { return m_clock; }

private:
    QFuture<Result<CommentChange>> told(QFuture<Result<CommentChange>> answer);

    store::Store &m_store;
    LibraryEvents &m_events;
    const Clock &m_clock;
    QString m_defaultName;
};

} // namespace broadsheet
