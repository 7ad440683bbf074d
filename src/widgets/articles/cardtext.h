// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace broadsheet {

/** The words of an article's card. */
class CardText
{
    Q_DECLARE_TR_FUNCTIONS(broadsheet::CardText)
public:
    /** The title, else the beginning of the text, else "Untitled". */
    static QString title(const ArticleHeadline &headline);
    /** Under an hour "12 min", today "09:41", "Yesterday", this year "3 March", else "3 March 2025"; in the
     * time zone of this machine. */
    static QString time(const QDateTime &time, const QDateTime &now);
    static QString fullTime(const QDateTime &time);
    /** The whole row: "unread, starred, Title, Source, 09:41, 3 comments". */
    static QString spoken(const ArticleHeadline &headline, const QDateTime &now);
    /** "9 comments, 3 by you": the reader's and the site's. */
    static QString comments(const ArticleHeadline &headline);
    /** "also in Harbour News, The Meridian"; empty where no other feed has it. */
    static QString alsoIn(const ArticleHeadline &headline);
    /** "+4 sources": who else tells its story; empty where nobody does. */
    static QString otherSources(const ArticleHeadline &headline);
    /** The badge of an article that the publisher changed. */
    static QString edited();
    /** "Headline was: “Storm nears”."; empty where it never changed. */
    static QString titleBefore(const ArticleHeadline &headline);
    /** What a row says before its article is there. */
    static QString loading();
};

} // namespace broadsheet
