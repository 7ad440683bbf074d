// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's own words, and those of the sites.
#include "store/store_p.h"

#include "store/commentlists.h"
#include "store/commentmentions.h"
#include "store/commenttable.h"
#include "store/sitecommenttable.h"

namespace broadsheet::store {

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

} // namespace broadsheet::store
