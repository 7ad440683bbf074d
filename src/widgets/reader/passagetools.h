// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/comment.h"
#include "widgets/reader/readingparts.h"

#include <QObject>
#include <QSet>

namespace broadsheet {

class DiscussionView;
class PassageMarks;

/** The reader's passages in the article: highlighting, writing about one, stepping from one to the next. */
class PassageTools : public QObject
{
    Q_OBJECT
public:
    /** \a discussion: the thread under the article, which tells of passages, too. */
    PassageTools(const ReadingParts &parts, DiscussionView &discussion, QObject *parent = nullptr);

    void showArticle(ArticleId id);
    /** Marks the selected passage in the colour used last, or in \a color. */
    void highlight();
    void highlight(HighlightColor color);
    /** A note on the selected passage, or (\a quoted) a reply that quotes it: told by passageChosen(). */
    void writeAbout(bool quoted);
    /** To the next or the previous one. */
    void step(int by);
    /** Scrolls to the passage that a comment is about. */
    void show(CommentId id);

Q_SIGNALS:
    void passageChosen(const broadsheet::TextAnchor &passage, bool quoted);
    /** The comment on a passage wants to be seen. */
    void commentWanted(broadsheet::CommentId id);
    /** The comments on passages, in the order of the text. */
    void ordered(const QList<broadsheet::CommentId> &order);
    /** Comments whose passage is no longer in the article. */
    void lostChanged(const QSet<broadsheet::CommentId> &lost);

private:
    void highlighted(const CommentChange &made);

    ReadingParts m_parts;
    PassageMarks *m_marks;
    HighlightColor m_lastColor = HighlightColor::Yellow;
};

} // namespace broadsheet
