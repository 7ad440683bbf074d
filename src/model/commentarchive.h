// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/articlekey.h"
#include "model/comment.h"

#include <QHash>
#include <QList>

namespace broadsheet {

/** An earlier text of a comment. */
struct CommentVersion
{
    QString text;
    QDateTime written; ///< invalid: the first one, written when the comment was
    QDateTime replaced;
    bool operator==(const CommentVersion &) const = default;
};

/** An article and what was said under it. What is known of the article outlives it. */
struct CommentedArticle
{
    ArticleKey key;
    ArticleId article; ///< invalid: not in this library
    QString title;
    QUrl url;
    QString feedTitle;
    QUrl feedUrl;
    QList<Comment> comments; ///< in tree order
};

/** What the reader wrote, for other programs and other machines. */
struct CommentArchive
{
    QList<CommentedArticle> articles;
    QHash<QByteArray, QByteArray> parents;             ///< by uuid; ids are of one library only
    QHash<QByteArray, QList<CommentVersion>> versions; ///< by uuid, oldest first
};

/** What an import did. */
struct CommentMerge
{
    int added = 0;
    int changed = 0; ///< a newer wording replaced the one here, which is kept as history
    int known = 0;   ///< there already
};

/** A comment with what it stands under, for a list over all articles. */
struct KeptComment
{
    Comment comment;
    ArticleId article; ///< invalid: not in this library
    QString articleTitle;
    QUrl articleUrl;
    QString feedTitle;
};

/** Which comments of the reader a list shows, newest first. */
struct CommentFilter
{
    bool highlightsOnly = false;
    bool lonelyOnly = false;                     ///< whose article is gone
    HighlightColor color = HighlightColor::None; ///< None: any
    QString words;                               ///< all must occur; empty: any
};

} // namespace broadsheet
