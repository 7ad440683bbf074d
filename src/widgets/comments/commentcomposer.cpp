// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/commentcomposer.h"

#include "base/answer.h"
#include "services/commentservice.h"
#include "widgets/common/errortext.h"

#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;

CommentComposer::CommentComposer(CommentService &comments, Appearance &appearance, QWidget *parent)
    : ReplyBox(appearance, parent), m_comments(comments)
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(400ms);
    connect(&m_keep, &QTimer::timeout, this, &CommentComposer::keepDraft);
    connect(this, &ReplyBox::focusLost, this, &CommentComposer::keepDraft);
    connect(this, &ReplyBox::postWanted, this, &CommentComposer::post);
    connect(this, &ReplyBox::typed, this, [this] {
        m_dirty = true;
        m_keep.start();
    });
}

CommentComposer::~CommentComposer()
{
    keepDraft();
}

void CommentComposer::hideEvent(QHideEvent *event)
{
    keepDraft();
    ReplyBox::hideEvent(event);
}

void CommentComposer::writeReply(ArticleId article, CommentId parent)
{
    if (m_article == article && m_parent == parent && !isEdit())
        return;
    keepDraft();
    ++m_question;
    m_article = article;
    m_parent = parent;
    m_edited = {};
    setBusy(false);
    setProblem({});
    setText({});
    setPostLabel(tr("Post"));
    loadDraft();
}

void CommentComposer::writeEdit(ArticleId article, const Comment &comment, const QString &text)
{
    keepDraft();
    ++m_question;
    m_article = article;
    m_parent = comment.parent;
    m_edited = comment.id;
    setBusy(false);
    setProblem({});
    setPostLabel(tr("Save"));
    setText(text);
}

void CommentComposer::loadDraft()
{
    if (!m_article.isValid())
        return;
    whenAnswered(m_comments.draft(m_article, m_parent), this,
                 [this, question = m_question](const Result<QString> &draft) {
                     // Words typed meanwhile are newer than the draft.
                     if (question == m_question && !m_dirty && draft && text().isEmpty())
                         setText(*draft);
                 });
}

void CommentComposer::keepDraft()
{
    m_keep.stop();
    if (!m_dirty || !m_article.isValid() || isEdit())
        return;
    m_dirty = false;
    // The store logs a draft that it cannot write; the words are still in the box.
    std::ignore = m_comments.saveDraft(m_article, m_parent, text());
}

void CommentComposer::post()
{
    if (isBusy() || text().trimmed().isEmpty() || !m_article.isValid())
        return;
    // On the disk before it is sent: whatever happens now, the words are not lost.
    keepDraft();
    setProblem({});
    setBusy(true);
    const auto answered = [this, question = m_question](const Result<CommentChange> &change) {
        const bool here = question == m_question;
        if (here)
            setBusy(false);
        if (here && change) {
            setText({});
            m_dirty = false;
        }
        if (change)
            Q_EMIT posted(*change);
        else if (here)
            setProblem(errorText(change.error()));
    };
    if (isEdit()) {
        whenAnswered(m_comments.edit(m_edited, text()), this, answered);
        return;
    }
    // The draft has served once the comment is kept, also if this box is gone by then.
    CommentService *const comments = &m_comments;
    const auto kept = m_comments.add({m_article, m_parent, {}, text(), {}});
    whenAnswered(kept, comments,
                 [comments, article = m_article, parent = m_parent](const Result<CommentChange> &change) {
                     if (change)
                         std::ignore = comments->saveDraft(article, parent, {});
                 });
    whenAnswered(kept, this, answered);
}

} // namespace broadsheet

// Here and not with the others, so that a test of the thread alone links without services and store.
#include "moc_commentcomposer.cpp"
