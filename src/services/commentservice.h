// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/comment.h"
#include "model/commentarchive.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

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
    /** InvalidArgument for empty text without a highlight, TooLarge past maximumLength, NotFound for an
     * unknown article or parent. */
    QFuture<Result<CommentChange>> add(const CommentDraft &draft);
    QFuture<Result<CommentChange>> edit(CommentId comment, const QString &text);
    QFuture<Result<CommentChange>> remove(CommentId comment);
    QFuture<Result<CommentChange>> restore(CommentId comment);

    /** Where the comment of an address (model/commentlink.h) stands. InvalidArgument for another address;
     * NotFound if it, or its article, is not here. */
    QFuture<Result<Mention>> place(const QUrl &link);

    /** The texts before the present one, oldest first. */
    QFuture<Result<QList<CommentVersion>>> history(CommentId comment);
    /** Another colour for a highlight. */
    QFuture<Result<CommentChange>> recolor(CommentId comment, HighlightColor color);
    /** What the reader wrote under any article, newest first. */
    QFuture<Result<QList<KeptComment>>> own(const CommentFilter &filter, int limit);

    /** All that the reader wrote, for export. */
    QFuture<Result<CommentArchive>> archive();
    enum class ExportFormat { Json, Markdown, Atom };
    /** The same as one document (Markdown: the articles in a row). \a nameless stands for comments without a
     * name. */
    QFuture<Result<QByteArray>> exported(ExportFormat format, const QString &nameless);
    /** Takes in what an export as JSON holds and is not here yet. The errors of reading the document, or of
     * the store: then nothing is taken in. */
    QFuture<Result<CommentMerge>> import(const QByteArray &json);

    /** What a text looks like once it is posted. */
    static SafeHtml preview(const QString &text);

    /** The unsent text for a reply to \a parent (invalid: to the article). */
    QFuture<Result<QString>> draft(ArticleId article, CommentId parent);
    QFuture<Result<void>> saveDraft(ArticleId article, CommentId parent, const QString &text);

    /** The unsent other wording of \a comment; nothing where there is none. */
    QFuture<Result<QString>> editDraft(ArticleId article, CommentId comment);
    QFuture<Result<void>> saveEditDraft(ArticleId article, CommentId comment, const QString &text);

    /** The name put on a comment whose draft has none. */
    void setDefaultName(const QString &name);
    QString defaultName() const { return m_defaultName; }
    /** Others that the reader may choose from. */
    void setOtherNames(const QStringList &names);
    QStringList otherNames() const { return m_otherNames; }
    /** What it takes the times from. */
    const Clock &clock() const { return m_clock; }

Q_SIGNALS:
    void namesChanged();

private:
    QFuture<Result<CommentChange>> told(QFuture<Result<CommentChange>> answer);

    store::Store &m_store;
    LibraryEvents &m_events;
    const Clock &m_clock;
    QString m_defaultName;
    QStringList m_otherNames;
};

} // namespace broadsheet
