// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/articlekey.h"
#include "base/ids.h"
#include "base/imagepolicy.h"
#include "base/safehtml.h"
#include "model/fulltext.h"
#include "model/parsedfeed.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace broadsheet {

/** An article as the list shows it. Never holds a body (law 8). */
struct ArticleHeadline
{
    ArticleId id;
    FeedId feed;
    CategoryId category;
    QString feedTitle;
    QString categoryName;
    QString title;
    QString excerpt;     ///< plain text, at most some 300 characters
    QStringList authors; ///< their names
    QStringList tags;
    QDateTime published; ///< invalid: the feed gave none
    QDateTime received;
    QUrl url;
    QUrl image;
    QDateTime sortTime; ///< UTC: published, or first seen where that is missing or in the future
    bool unread = true;
    bool starred = false;
    bool edited = false;
    int commentCount = 0;     ///< the reader's own
    int siteCommentCount = 0; ///< of the site: as its feed tells, or as they were fetched
    StoryId story;            ///< invalid: tells none that others tell
    int storySources = 0;     ///< feeds that tell the story, this one's among them
    QStringList alsoIn;       ///< the other feeds that have the same page, in order of arrival
    QString titleBefore;      ///< where the publisher last changed the headline: what it was; else empty

    /** The authors joined by ", "; empty where that would only repeat the feed's title. */
    QString byline() const
    {
        const QString names = authors.join(QStringLiteral(", "));
        return names == feedTitle ? QString() : names;
    }
};

/** Where reading stopped: a character of the page and how far its line lay under the upper edge, px. */
struct ReadingPlace
{
    int position = 0;
    double offset = 0;
    bool operator==(const ReadingPlace &) const = default;
};

/** An entry as we keep it: what the publisher wrote and what the reader did. */
struct Article
{
    ArticleHeadline headline;
    ArticleKey key;
    QUrl feedUrl;
    QUrl siteUrl;
    QList<Person> authors;
    QStringList tags; ///< the publisher's terms, as written
    QString summary;  ///< plain text
    SafeHtml content;
    QString language;
    QDateTime published; ///< invalid: the feed gave none
    QDateTime modified;
    QDateTime received;
    QList<Enclosure> enclosures;
    QUrl commentsUrl;
    QUrl commentsFeedUrl;
    int revisions = 0;
    ReadingPlace place;                     ///< where the reader stopped; position 0: at the beginning
    std::optional<ImagePolicy> imagePolicy; ///< of its feed; empty: as for all
    FullTextWish fullTextWish = FullTextWish::Undecided; ///< of its feed
    std::optional<FullText> fullText;                    ///< of its own page, if that was fetched

    /** The text that the reader chose: the page's, or what the feed gave. */
    const SafeHtml &shownContent() const { return fullText && fullText->shown ? fullText->content : content; }
};

/** An earlier content of an article. */
struct Revision
{
    QDateTime replaced;        ///< when the next one came
    bool titleChanged = false; ///< by the next one
    bool bodyChanged = false;
    QString title;
    QString text; ///< plain
    SafeHtml content;
};

/** Which articles a list shows; also what a mark-all-read means. */
struct ArticleFilter
{
    /// Stories: what tells a story of these days, the tellings of one together (kept as a number: add at the end)
    enum class View { All, Today, Unread, Starred, Commented, Stories };
    View view = View::All;
    CategoryId category; ///< with its sub-categories
    FeedId feed;
    QString tag;             ///< normalised by the store
    StoryId story;           ///< its tellings
    bool unreadOnly = false; ///< narrows any view
    QDateTime since;         ///< sort time not before
    bool folded = false;     ///< one row for what several feeds have; a view of one feed shows all of its own
    bool operator==(const ArticleFilter &) const = default;
};

/** What a change did, told once to everybody (LibraryEvents::articlesChanged). */
struct ArticleChanges
{
    QList<ArticleId> inserted;
    QList<ArticleId> updated; ///< content or state
    QList<ArticleId> removed;
    bool everything = false; ///< too much to list, or written by another process: read anew
    ChangeId change;         ///< the reader's wish behind it, for undo; invalid for fetches
    bool isEmpty() const
    {
        return inserted.isEmpty() && updated.isEmpty() && removed.isEmpty() && !everything;
    }
};

/** Where a listing in constant memory goes on: strictly after this article, newest first. */
struct ArticleCursor
{
    QDateTime sortTime;
    ArticleId id;
    bool isValid() const { return id.isValid(); }
};

/** A hit of a search: an article, or a comment under it. */
struct SearchHit
{
    ArticleHeadline headline;
    CommentId comment; ///< valid for a hit in a comment
    QString snippet;   ///< plain text; matches between U+E000 and U+E001
};

} // namespace broadsheet

Q_DECLARE_METATYPE(broadsheet::ArticleChanges)
Q_DECLARE_METATYPE(broadsheet::ArticleHeadline)
