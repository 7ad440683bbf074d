// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/comment.h"

#include <QObject>
#include <QSet>
#include <QTextCursor>

namespace broadsheet {

class Appearance;
class CommentService;
class LibraryEvents;
class ReaderView;

/**
 * The passages of the article that have a highlight or a note, drawn in the page. Finds them again whenever
 * the page is built anew: after an edit by the publisher, for another text of the article, another size.
 */
class PassageMarks : public QObject
{
    Q_OBJECT
public:
    PassageMarks(ReaderView &view, CommentService &comments, LibraryEvents &events, Appearance &appearance,
                 QObject *parent = nullptr);

    void showArticle(ArticleId article);
    /** The passage that is selected in the page; empty where nothing is. */
    TextAnchor selected() const;
    int count() const { return int(m_found.size()); }
    /** The comment on the passage at a place of the document; invalid for none. */
    CommentId at(int position) const;
    /** Scrolls to it; false if it is lost. */
    bool show(CommentId comment);
    /** The one after (before) what was shown last, else after the top of the screen; invalid for none. */
    CommentId step(int by);

Q_SIGNALS:
    /** The comments whose passages are in the article, in the order of the text. */
    void orderChanged(const QList<broadsheet::CommentId> &order);
    /** Comments whose passage is no longer in the article. */
    void lostChanged(const QSet<broadsheet::CommentId> &lost);

private:
    struct Passage
    {
        CommentId comment;
        HighlightColor color;
        QTextCursor cursor;
    };
    void read();
    void locate();
    void mark();

    ReaderView &m_view;
    CommentService &m_comments;
    Appearance &m_appearance;
    ArticleId m_article;
    quint64 m_question = 0;
    QList<Comment> m_anchored;
    QList<Passage> m_found; ///< in the order of the text
    CommentId m_shown;
};

} // namespace broadsheet
