// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/commentservice.h"

#include "exchange/commentarchive.h"
#include "ingest/commenttext.h"
#include "model/commentlink.h"
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
    const QString text = draft.text.trimmed();
    const bool mark = draft.color != HighlightColor::None && !draft.quote.isEmpty();
    if (const auto problem = mark && text.isEmpty() ? std::nullopt : problemOf(text))
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
    comment.prefix = draft.prefix;
    comment.suffix = draft.suffix;
    comment.color = draft.color;
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

void CommentService::setDefaultName(const QString &name)
{
    m_defaultName = name;
    Q_EMIT namesChanged();
}

void CommentService::setOtherNames(const QStringList &names)
{
    m_otherNames = names;
    Q_EMIT namesChanged();
}

QFuture<Result<Mention>> CommentService::place(const QUrl &link)
{
    const QByteArray uuid = commentOfLink(link);
    if (uuid.isEmpty())
        return QtFuture::makeReadyFuture(Result<Mention>(Error{
            ErrorCode::InvalidArgument, QStringLiteral("no address of a comment"), link.toString(), {}}));
    return m_store.commentPlace(uuid);
}

QFuture<Result<QList<CommentVersion>>> CommentService::history(CommentId comment)
{
    return m_store.commentHistory(comment);
}

QFuture<Result<CommentChange>> CommentService::recolor(CommentId comment, HighlightColor color)
{
    return told(m_store.recolorComment(comment, color));
}

QFuture<Result<QList<KeptComment>>> CommentService::own(const CommentFilter &filter, int limit)
{
    return m_store.ownComments(filter, limit);
}

QFuture<Result<CommentArchive>> CommentService::archive()
{
    return m_store.commentArchive();
}

QFuture<Result<QByteArray>> CommentService::exported(ExportFormat format, const QString &nameless)
{
    const QString name = m_defaultName.isEmpty() ? nameless : m_defaultName;
    return m_store.commentArchive().then(
        [format, name, now = m_clock.now()](const Result<CommentArchive> &archive) -> Result<QByteArray> {
            if (!archive)
                return archive.error();
            if (format == ExportFormat::Json)
                return exchange::writeCommentJson(*archive);
            if (format == ExportFormat::Atom)
                return exchange::writeCommentAtom(*archive, name, now);
            QByteArray all;
            for (const CommentedArticle &article : archive->articles)
                all += (all.isEmpty() ? "" : "\n") + exchange::writeCommentMarkdown(article, name).bytes;
            return all;
        });
}

QFuture<Result<CommentMerge>> CommentService::import(const QByteArray &json)
{
    const auto read = exchange::readCommentArchive(json);
    if (!read)
        return QtFuture::makeReadyFuture(Result<CommentMerge>(read.error()));
    const auto render = [](const QString &text) { return ingest::commentText(text).html; };
    return m_store.mergeComments(*read, render).then(this, [this](const Result<CommentMerge> &merged) {
        if (merged && (merged->added > 0 || merged->changed > 0)) {
            ArticleChanges changes;
            changes.everything = true;
            Q_EMIT m_events.articlesChanged(changes);
            Q_EMIT m_events.commentsImported();
            Q_EMIT m_events.libraryChanged();
        }
        return merged;
    });
}

SafeHtml CommentService::preview(const QString &text)
{
    return ingest::commentText(text).html;
}

QFuture<Result<QString>> CommentService::editDraft(ArticleId article, CommentId comment)
{
    return m_store.draft(article, CommentId(-comment.value()));
}

QFuture<Result<void>> CommentService::saveEditDraft(ArticleId article, CommentId comment, const QString &text)
{
    return m_store.saveDraft(article, CommentId(-comment.value()), text);
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
