// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story.h"

#include <QCoreApplication>
#include <QString>

namespace broadsheet {

/** The words of a story on the screen. */
class StoryWords
{
    Q_DECLARE_TR_FUNCTIONS(broadsheet::StoryWords)
public:
    /** Why it stands where it stands: "6 of your feeds". */
    static QString reason(const Story &story);
    /** Who tells it, the first to do so first: "The Meridian, Harbour News and 3 more". */
    static QString sources(const Story &story);
    /** "shares Velmora, bridge and storm": why a telling belongs to it; empty where nothing is known. */
    static QString why(const StoryTelling &telling);
    /** How long after the first telling: "+25 min", "+3 h", "+2 d". */
    static QString later(qint64 seconds);
    /** The card as a screen reader says it. */
    static QString spoken(const Story &story, const QDateTime &now);
    /** The telling that stands for the story. */
    static const ArticleHeadline &face(const Story &story);
    /** A picture of the story: of its face, else of the first telling that has one. */
    static QUrl picture(const Story &story);
};

} // namespace broadsheet
