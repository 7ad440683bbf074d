// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/commentcomposer.h"

#include "base/answer.h"
#include "base/text.h"
#include "services/commentservice.h"
#include "widgets/comments/commentpreview.h"
#include "widgets/common/errortext.h"

#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;

CommentComposer::CommentComposer(CommentService &comments, Appearance &appearance, QWidget *parent)
    : ReplyBox(appearance, parent), m_comments(comments)
{
    m_keep.setSingleShot(true);
    // While one types, not once one stops: who never pauses would lose all of it.
    m_keep.setInterval(100ms);
    connect(&m_keep, &QTimer::timeout, this, &CommentComposer::keepDraft);
    connect(this, &ReplyBox::focusLost, this, &CommentComposer::keepDraft);
    connect(this, &ReplyBox::postWanted, this, &CommentComposer::post);
    const auto takeNames = [this] {
        QStringList names = m_comments.otherNames();
        names.prepend(m_comments.defaultName().isEmpty() ? tr("You") : m_comments.defaultName());
        setNames(names);
    };
    takeNames();
    connect(&m_comments, &CommentService::namesChanged, this, takeNames);
    auto *preview = new CommentPreview(appearance, this);
    setPreview(preview);
    connect(this, &ReplyBox::previewWanted, preview,
            [this, preview] { preview->setText(text(), CommentService::preview(text())); });
    connect(this, &ReplyBox::typed, this, [this] {
        m_dirty = true;
        keepSoon();
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
    if (m_article == article && m_parent == parent && !isEdit() && m_passage.isEmpty())
        return;
    setTarget(article, parent, {});
    setText({});
    setPostLabel(tr("Post"));
    loadDraft();
}

void CommentComposer::setTarget(ArticleId article, CommentId parent, CommentId edited)
{
    keepDraft();
    ++m_question;
    m_article = article;
    m_parent = parent;
    m_edited = edited;
    m_passage = {};
    m_note = false;
    setBusy(false);
    setPreviewing(false);
    setProblem({});
    setUsualNote();
}

void CommentComposer::writeAbout(ArticleId article, const TextAnchor &passage, bool quoted)
{
    if (m_article != article || m_parent.isValid() || isEdit())
        writeReply(article, {});
    m_passage = passage;
    m_note = !quoted;
    const QString words = excerpt(passage.exact, 40);
    //: %1 is the beginning of a passage of the article
    setNote(tr("About “%1” · Esc: without it").arg(words), tr("About “%1”").arg(excerpt(passage.exact, 16)));
    if (quoted) {
        QString quotation = passage.exact;
        quotation.replace(u'\n', QStringLiteral("\n> "));
        const QString before = text().trimmed();
        setText((before.isEmpty() ? QString() : before + QStringLiteral("\n\n")) + QStringLiteral("> ") +
                quotation + QStringLiteral("\n\n"));
        m_dirty = true;
        keepSoon();
    }
    focusText();
}

void CommentComposer::writeEdit(ArticleId article, const Comment &comment, const QString &text)
{
    setTarget(article, comment.parent, comment.id);
    setPostLabel(tr("Save"));
    setText(text);
    loadDraft();
}

void CommentComposer::loadDraft()
{
    if (!m_article.isValid())
        return;
    const auto kept =
        isEdit() ? m_comments.editDraft(m_article, m_edited) : m_comments.draft(m_article, m_parent);
    whenAnswered(kept, this, [this, question = m_question](const Result<QString> &draft) {
        // Words typed meanwhile are newer than the draft.
        if (question == m_question && !m_dirty && draft && !draft->isEmpty() &&
            (isEdit() || text().isEmpty()))
            setText(*draft);
    });
}

/** One write at a time: a slow disk gets fewer of them, not a queue. */
void CommentComposer::keepSoon()
{
    if (!m_keeping && !m_keep.isActive())
        m_keep.start();
}

void CommentComposer::keepDraft()
{
    m_keep.stop();
    if (!m_dirty || !m_article.isValid())
        return;
    m_dirty = false;
    m_keeping = true;
    const auto kept = isEdit() ? m_comments.saveEditDraft(m_article, m_edited, text())
                               : m_comments.saveDraft(m_article, m_parent, text());
    // The store logs a draft that it cannot write; the words are still in the box.
    whenAnswered(kept, this, [this](const Result<void> &) {
        m_keeping = false;
        if (m_dirty)
            keepSoon();
    });
}

CommentDraft CommentComposer::draft() const
{
    CommentDraft draft;
    draft.article = m_article;
    draft.parent = m_parent;
    draft.name = chosenName() == tr("You") ? QString() : chosenName();
    draft.text = text();
    draft.quote = m_passage.exact;
    draft.prefix = m_passage.prefix;
    draft.suffix = m_passage.suffix;
    if (m_note)
        draft.color = HighlightColor::Yellow;
    return draft;
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
            m_passage = {};
            m_note = false;
            setPreviewing(false);
            setUsualNote();
        }
        if (change)
            Q_EMIT posted(*change);
        else if (here)
            setProblem(errorText(change.error()));
    };
    if (isEdit()) {
        CommentService *const service = &m_comments;
        const auto edited = m_comments.edit(m_edited, text());
        whenAnswered(edited, service,
                     [service, article = m_article, comment = m_edited](const Result<CommentChange> &change) {
                         if (change)
                             std::ignore = service->saveEditDraft(article, comment, {});
                     });
        whenAnswered(edited, this, answered);
        return;
    }
    // The draft has served once the comment is kept, also if this box is gone by then.
    CommentService *const comments = &m_comments;
    const auto kept = m_comments.add(draft());
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
