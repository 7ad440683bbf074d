// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/comment.h"
#include "model/commentarchive.h"

#include <QDateTime>
#include <QString>

namespace broadsheet::store {

class Connection;

/** What the reader wrote under articles. Nothing here is ever deleted: a removed comment is hidden and kept.
 */
namespace comments {

Result<Discussion> discussion(Connection &connection, ArticleId article);
Result<CommentChange> add(Connection &connection, const NewComment &comment);
Result<CommentChange> edit(Connection &connection, CommentId comment, const QString &text,
                           const SafeHtml &html, const QDateTime &at);
Result<CommentChange> remove(Connection &connection, CommentId comment, const QDateTime &at);
Result<CommentChange> restore(Connection &connection, CommentId comment, const QDateTime &at);
/** The text before the last edit comes back. */
Result<CommentChange> undoEdit(Connection &connection, CommentId comment, const QDateTime &at);

/** The texts before the present one, oldest first. */
Result<QList<CommentVersion>> history(Connection &connection, CommentId comment);
/** Unsupported for a comment without a quote. */
Result<CommentChange> recolor(Connection &connection, CommentId comment, HighlightColor color,
                              const QDateTime &at);

Result<QString> draft(Connection &connection, ArticleId article, CommentId parent);
Result<void> saveDraft(Connection &connection, ArticleId article, CommentId parent, const QString &text,
                       const QDateTime &now);

} // namespace comments

} // namespace broadsheet::store
