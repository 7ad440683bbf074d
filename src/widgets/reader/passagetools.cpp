// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/passagetools.h"

#include "base/answer.h"
#include "services/commentservice.h"
#include "widgets/comments/discussionview.h"
#include "widgets/comments/passagemarks.h"
#include "widgets/comments/selectionbar.h"
#include "widgets/common/errortext.h"
#include "widgets/common/strip.h"
#include "widgets/reader/currentarticle.h"
#include "widgets/reader/readerview.h"
#include "widgets/reader/readingpane.h"

namespace broadsheet {

using namespace std::chrono_literals;

PassageTools::PassageTools(const ReadingParts &parts, DiscussionView &discussion, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_marks(new PassageMarks(parts.view, parts.services.comments, parts.services.events,
                               parts.services.appearance, this))
{
    auto *bar = new SelectionBar(parts.view, parts.services.appearance);
    connect(bar, &SelectionBar::highlightWanted, this, qOverload<HighlightColor>(&PassageTools::highlight));
    connect(bar, &SelectionBar::noteWanted, this, [this] { writeAbout(false); });
    connect(bar, &SelectionBar::quoteWanted, this, [this] { writeAbout(true); });
    connect(bar, &SelectionBar::clicked, this, [this](int position) {
        if (const CommentId comment = m_marks->at(position); comment.isValid())
            Q_EMIT commentWanted(comment);
    });
    connect(m_marks, &PassageMarks::orderChanged, this, &PassageTools::ordered);
    connect(m_marks, &PassageMarks::lostChanged, this, &PassageTools::lostChanged);
    connect(m_marks, &PassageMarks::lostChanged, &discussion, &DiscussionView::setLost);
    connect(&discussion, &DiscussionView::passageWanted, this, &PassageTools::show);
}

void PassageTools::showArticle(ArticleId id)
{
    m_marks->showArticle(id);
}

void PassageTools::highlight()
{
    highlight(m_lastColor);
}

void PassageTools::highlight(HighlightColor color)
{
    const Article *article = m_parts.current.article();
    const TextAnchor passage = m_marks->selected();
    if (!article || passage.isEmpty()) {
        m_parts.strip.say(tr("Select a passage first."), {}, 4s);
        return;
    }
    m_lastColor = color;
    CommentDraft draft;
    draft.article = article->headline.id;
    draft.quote = passage.exact;
    draft.prefix = passage.prefix;
    draft.suffix = passage.suffix;
    draft.color = color;
    whenAnswered(m_parts.services.comments.add(draft), this, [this](const Result<CommentChange> &made) {
        if (made)
            highlighted(*made);
        else
            m_parts.strip.warn(errorText(made.error()), {}, 8s);
    });
}

void PassageTools::highlighted(const CommentChange &made)
{
    QTextCursor cursor = m_parts.view.textCursor();
    cursor.clearSelection();
    m_parts.view.setTextCursor(cursor);
    m_parts.strip.say(
        tr("Highlighted."),
        {{tr("&Undo"), [this, id = made.comment.id] { std::ignore = m_parts.services.comments.remove(id); }}},
        8s);
}

void PassageTools::writeAbout(bool quoted)
{
    const TextAnchor passage = m_marks->selected();
    if (m_parts.current.article() && !passage.isEmpty())
        Q_EMIT passageChosen(passage, quoted);
    else
        m_parts.strip.say(tr("Select a passage first."), {}, 4s);
}

void PassageTools::step(int by)
{
    const CommentId comment = m_marks->step(by);
    if (comment.isValid())
        Q_EMIT commentWanted(comment);
    else if (m_parts.current.article())
        m_parts.strip.say(tr("No highlights in this article."), {}, 4s);
}

void PassageTools::show(CommentId id)
{
    m_marks->show(id);
}

} // namespace broadsheet
