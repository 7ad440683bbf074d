// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/comment.h"
#include "widgets/comments/replybox.h"

#include <QTimer>

namespace broadsheet {

class CommentService;
struct Error;

/**
 * A reply box with somewhere to send to. What is typed is kept as a draft of its article and parent, and
 * leaves the box only when the comment is on the disk.
 */
class CommentComposer : public ReplyBox
{
    Q_OBJECT
public:
    CommentComposer(CommentService &comments, Appearance &appearance, QWidget *parent = nullptr);
    /** Keeps what was typed last. */
    ~CommentComposer() override;

    /** For a reply to \a parent (invalid: to the article); the draft comes by itself. */
    void writeReply(ArticleId article, CommentId parent);
    /** For another wording of \a comment; \a text is what the box begins with. */
    void writeEdit(ArticleId article, const Comment &comment, const QString &text);
    /** The same with a passage of the article: with \a quoted, its words stand before the reply; else it is a
     * note on them. Posted, the comment is anchored there. */
    void writeAbout(ArticleId article, const TextAnchor &passage, bool quoted);
    bool isEdit() const { return m_edited.isValid(); }
    CommentId edited() const { return m_edited; }

Q_SIGNALS:
    void posted(const broadsheet::CommentChange &change);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void post();
    void setTarget(ArticleId article, CommentId parent, CommentId edited);
    CommentDraft draft() const;
    void keepSoon();
    void keepDraft();
    void loadDraft();

    CommentService &m_comments;
    ArticleId m_article;
    CommentId m_parent;
    CommentId m_edited;
    TextAnchor m_passage;
    bool m_note = false; ///< a note in the margin
    QTimer m_keep;
    quint64 m_question = 0; ///< counts targets: late answers are for another one
    bool m_dirty = false;   ///< what was typed is not with the store yet
    bool m_keeping = false; ///< a draft is being written
};

} // namespace broadsheet
