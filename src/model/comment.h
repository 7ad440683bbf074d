// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/safehtml.h"
#include "model/article.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <optional>

namespace broadsheet {

enum class CommentOrigin { Local, Site };

/** Of a highlight; kept as a number. */
enum class HighlightColor { None, Yellow, Green, Blue, Pink };

/** A passage of an article's text that can be found again: what it says, and some of what stands around it.
 */
struct TextAnchor
{
    QString exact;
    QString prefix = {};
    QString suffix = {};
    bool isEmpty() const { return exact.isEmpty(); }
    bool operator==(const TextAnchor &) const = default;
};

/** Another article of the library to which a comment links, or a comment under it. */
struct Mention
{
    ArticleId article;
    FeedId feed;
    CommentId comment; ///< invalid: the article as a whole
    QUrl url;          ///< as the comment has it
    QString title;     ///< of the article
    QString feedTitle;
    QDateTime time;  ///< of the article, else of the comment
    QString name;    ///< who wrote the comment
    QString words;   ///< its beginning
    bool own = true; ///< the reader wrote it
    bool operator==(const Mention &) const = default;
};

/** A reply kept under an article, local or from the site's own discussion. */
struct Comment
{
    CommentId id;
    QByteArray uuid;  ///< 16 bytes; the same on every machine
    CommentId parent; ///< invalid at the top
    int depth = 0;    ///< within its discussion
    QString name;
    QString text; ///< Markdown as typed
    SafeHtml html;
    QString quote; ///< the quoted passage, if the comment is anchored to one
    QDateTime created;
    QDateTime edited; ///< invalid: never
    CommentOrigin origin = CommentOrigin::Local;
    QUrl url;             ///< the site's address of it
    bool deleted = false; ///< a tombstone that keeps replies in place: no name, no text
    QString prefix = {};  ///< what stands before the quote in the article
    QString suffix = {};
    HighlightColor color = HighlightColor::None; ///< a highlight, with or without words
    QDateTime recolored = {};                    ///< when it got this colour; invalid: when it was made

    QList<Mention> mentions = {}; ///< what it links to and is here

    TextAnchor anchor() const { return {quote, prefix, suffix}; }
    bool operator==(const Comment &) const = default;
};

/** The comments of one article in tree order: each parent before its replies, oldest first. */
struct Discussion
{
    ArticleId article;
    QList<Comment> comments;
};

/** What a composer hands over. */
struct CommentDraft
{
    ArticleId article;
    CommentId parent;
    QString name; ///< empty: the name from the settings
    QString text; ///< may be empty in a highlight
    QString quote;
    QString prefix = {};
    QString suffix = {};
    HighlightColor color = HighlightColor::None;
};

/** A comment ready to be written: checked, rendered, with time and id. */
struct NewComment
{
    ArticleId article;
    CommentId parent;
    QByteArray uuid;
    QString name;
    QString text;
    SafeHtml html;
    QString quote;
    QDateTime created;
    QString prefix = {};
    QString suffix = {};
    HighlightColor color = HighlightColor::None;
};

/** What happened to one comment (LibraryEvents::commentsChanged). */
struct CommentChange
{
    enum class Kind { Added, Edited, Deleted, Restored };
    Kind kind = Kind::Added;
    ArticleId article;
    Comment comment; ///< as it is now
    ChangeId change; ///< for undo
};

/** What playing the opposite of a change did. */
struct UndoneChange
{
    ArticleChanges articles;
    std::optional<CommentChange> comment; ///< of a change to a comment
};

} // namespace broadsheet

Q_DECLARE_METATYPE(broadsheet::CommentChange)
