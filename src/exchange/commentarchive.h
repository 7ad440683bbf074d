// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/commentarchive.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace broadsheet::exchange {

/** A file of an export that consists of several. */
struct ExportedFile
{
    QString name; ///< fit for every file system, without a folder
    QByteArray bytes;
};

/**
 * All of \a archive as one JSON document, a comment a line: what readCommentArchive() takes in again. The
 * members are those of the command line's comments, ids are UUIDs; "article" tells what it stands under.
 */
QByteArray writeCommentJson(const CommentArchive &archive);

/**
 * Reads what writeCommentJson() wrote, this or another version. EmptyBody; Malformed for what is no JSON or
 * no such document; TooLarge beyond 64 MB. A comment without id, article or time is left out.
 */
Result<CommentArchive> readCommentArchive(const QByteArray &bytes);

/** An Atom feed (RFC 4287) of the comments, newest first, threaded by thr:in-reply-to (RFC 4685 §3). */
QByteArray writeCommentAtom(const CommentArchive &archive, const QString &ownName, const QDateTime &now);

/**
 * An article and its comments as Markdown for a folder of notes: front matter (YAML), the highlights as
 * quotations, the discussion as a nested list. \a ownName stands for comments without a name.
 */
ExportedFile writeCommentMarkdown(const CommentedArticle &article, const QString &ownName);

} // namespace broadsheet::exchange
