// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/passagemarks.h"

#include "base/answer.h"
#include "render/textanchor.h"
#include "services/commentservice.h"
#include "services/libraryevents.h"
#include "widgets/comments/highlightcolors.h"
#include "widgets/common/appearance.h"
#include "widgets/reader/readerview.h"

#include <QTextDocument>

#include <algorithm>
#include <limits>

namespace broadsheet {

PassageMarks::PassageMarks(ReaderView &view, CommentService &comments, LibraryEvents &events,
                           Appearance &appearance, QObject *parent)
    : QObject(parent), m_view(view), m_comments(comments), m_appearance(appearance)
{
    connect(&view, &ReaderView::rebuilt, this, &PassageMarks::locate);
    connect(&view, &ReaderView::scrolled, this, [this] {
        if (!m_found.isEmpty())
            mark();
    });
    connect(&appearance, &Appearance::changed, this, &PassageMarks::mark);
    connect(&events, &LibraryEvents::commentsChanged, this, [this](const CommentChange &change) {
        if (change.article == m_article)
            read();
    });
    connect(&events, &LibraryEvents::commentsImported, this, &PassageMarks::read);
}

void PassageMarks::showArticle(ArticleId article)
{
    if (article == m_article)
        return;
    m_article = article;
    m_anchored.clear();
    m_shown = {};
    locate();
    read();
}

void PassageMarks::read()
{
    if (!m_article.isValid())
        return;
    whenAnswered(m_comments.discussion(m_article), this,
                 [this, asked = ++m_question](const Result<Discussion> &discussion) {
                     if (asked != m_question || !discussion || discussion->article != m_article)
                         return;
                     QList<Comment> anchored;
                     for (const Comment &comment : discussion->comments) {
                         if (!comment.deleted && !comment.quote.isEmpty())
                             anchored.append(comment);
                     }
                     if (anchored == m_anchored)
                         return;
                     m_anchored = anchored;
                     locate();
                 });
}

void PassageMarks::locate()
{
    m_found.clear();
    QSet<CommentId> lost;
    if (!m_anchored.isEmpty() && m_view.content()) {
        // Positions in the raw text are those of cursors.
        const render::PassageFinder finder(m_view.document()->toRawText());
        for (const Comment &comment : std::as_const(m_anchored)) {
            const auto passage = finder.find(comment.anchor());
            if (!passage) {
                lost.insert(comment.id);
                continue;
            }
            QTextCursor cursor(m_view.document());
            cursor.setPosition(passage->start);
            cursor.setPosition(passage->start + passage->length, QTextCursor::KeepAnchor);
            m_found.append({comment.id, comment.color, cursor});
        }
        std::ranges::stable_sort(m_found, {},
                                 [](const Passage &passage) { return passage.cursor.selectionStart(); });
    }
    mark();
    QList<CommentId> order;
    for (const Passage &passage : std::as_const(m_found))
        order.append(passage.comment);
    Q_EMIT orderChanged(order);
    Q_EMIT lostChanged(lost);
}

void PassageMarks::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (!m_found.isEmpty()) {
        const auto [from, to] = m_view.visibleRange();
        for (const Passage &passage : std::as_const(m_found)) {
            if (passage.cursor.selectionEnd() < from || passage.cursor.selectionStart() > to)
                continue;
            QTextEdit::ExtraSelection mark;
            mark.cursor = passage.cursor;
            mark.format.setBackground(highlightTint(m_appearance.theme(), passage.color));
            // A note without a colour is told by a line, too: not by colour alone.
            if (passage.color == HighlightColor::None) {
                mark.format.setUnderlineStyle(QTextCharFormat::DotLine);
                mark.format.setUnderlineColor(m_appearance.theme().text3);
            }
            marks.append(mark);
        }
    }
    m_view.setMarks(marks);
}

TextAnchor PassageMarks::selected() const
{
    const QTextCursor cursor = m_view.textCursor();
    if (!m_view.content() || !cursor.hasSelection())
        return {};
    return render::anchorOf(m_view.document()->toRawText(), cursor.selectionStart(),
                            cursor.selectionEnd() - cursor.selectionStart());
}

CommentId PassageMarks::at(int position) const
{
    // Of passages within one another the shortest is meant.
    CommentId best;
    int shortest = std::numeric_limits<int>::max();
    for (const Passage &passage : m_found) {
        const int length = passage.cursor.selectionEnd() - passage.cursor.selectionStart();
        if (position >= passage.cursor.selectionStart() && position < passage.cursor.selectionEnd() &&
            length < shortest) {
            best = passage.comment;
            shortest = length;
        }
    }
    return best;
}

bool PassageMarks::show(CommentId comment)
{
    const auto found = std::ranges::find(m_found, comment, &Passage::comment);
    if (found == m_found.end())
        return false;
    m_shown = comment;
    m_view.showPassage(found->cursor);
    return true;
}

CommentId PassageMarks::step(int by)
{
    if (m_found.isEmpty())
        return {};
    const int count = int(m_found.size());
    const auto shown = std::ranges::find(m_found, m_shown, &Passage::comment);
    int index = int(shown - m_found.begin());
    if (index < count) {
        index = (index + by + count) % count;
    } else {
        const int top = m_view.visibleRange().first;
        const auto next = std::ranges::find_if(
            m_found, [top](const Passage &passage) { return passage.cursor.selectionStart() >= top; });
        index = (int(next - m_found.begin()) + (by < 0 ? by : 0) + count) % count;
    }
    show(m_found.at(index).comment);
    return m_shown;
}

} // namespace broadsheet

// Here and not with the others, so that a test of the thread alone links without services and store.
#include "moc_passagemarks.cpp"
