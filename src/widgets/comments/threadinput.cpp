// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer and the keys do in the thread.
#include "widgets/comments/commentmenu.h"
#include "widgets/comments/commentmodel.h"
#include "widgets/comments/commenttime.h"
#include "widgets/comments/threadview.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace broadsheet {

using Spot = ThreadLayout::Spot;

// The pointer

ThreadView::Hit ThreadView::hit(const QPointF &position) const
{
    ThreadLayout &layout = laidOut();
    Hit hit;
    const int index = layout.rowAt(position.y());
    if (index >= 0) {
        const ThreadLayout::Row &row = layout.rows().at(size_t(index));
        hit.comment = m_model.comment(row.modelRow).id;
        const QRectF area = layout.textRect(row);
        const bool onText = area.contains(position);
        const QUrl url = onText ? layout.text(row).linkAt(position - area.topLeft()) : QUrl();
        const std::vector<Spot> spots = layout.spots(row);
        for (int i = 0; i < int(spots.size()) && hit.spot < 0; ++i) {
            const Spot &spot = spots.at(size_t(i));
            const bool link = spot.kind == Spot::Kind::Link;
            if (link ? (!url.isEmpty() && spot.url == url) : spot.rect.contains(position))
                hit.spot = i;
        }
    }
    for (int i = 0; i < int(layout.lines().size()) && hit.spot < 0; ++i) {
        const QLineF &line = layout.lines().at(size_t(i)).line;
        // The avatars of the next step begin 14 from the line: stay clear of them.
        if (qAbs(position.x() - line.x1()) <= 12 && position.y() >= line.y1() && position.y() <= line.y2())
            hit.line = i;
    }
    return hit;
}

void ThreadView::hover(const QPointF &position)
{
    const Hit at = hit(position);
    const bool pressable = at.spot >= 0 || at.line >= 0;
    setCursor(pressable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (at.comment == m_focus.hovered && at.spot == m_focus.hoveredSpot && at.line == m_focus.hoveredLine)
        return;
    m_focus.hovered = at.comment;
    m_focus.hoveredSpot = at.spot;
    m_focus.hoveredLine = at.line;
    QString address;
    if (at.spot >= 0) {
        const Spot spot = spots(at.comment).at(size_t(at.spot));
        if (spot.kind == Spot::Kind::Link)
            address = spot.url.toDisplayString();
    }
    QString tip = at.line >= 0 ? tr("Fold this thread") : address.toHtmlEscaped();
    if (const int row = m_model.rowOf(at.comment); tip.isEmpty() && at.spot < 0 && row >= 0)
        tip = commenttime::exact(m_model.comment(row));
    setToolTip(tip);
    update();
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    hover(event->position());
}

void ThreadView::leaveEvent(QEvent *)
{
    m_focus.hovered = {};
    m_focus.hoveredSpot = -1;
    m_focus.hoveredLine = -1;
    update();
}

void ThreadView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = hit(event->position());
    setCurrent(m_pressed.comment);
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    const Hit pressed = std::exchange(m_pressed, {});
    if (event->button() != Qt::LeftButton || !(pressed == hit(event->position())))
        return;
    if (pressed.spot >= 0) {
        press(pressed.comment, spots(pressed.comment).at(size_t(pressed.spot)));
    } else if (pressed.line >= 0) {
        const ThreadLayout &layout = laidOut();
        const int row = layout.lines().at(size_t(pressed.line)).row;
        setFolded(m_model.comment(layout.rows().at(size_t(row)).modelRow).id, true);
    }
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const CommentId id = byKey ? m_focus.comment : hit(event->pos()).comment;
    openCommentMenu(*this, id, byKey ? mapToGlobal(commentRect(id).topLeft()) : event->globalPos());
}

// The keyboard

void ThreadView::setCurrent(CommentId id)
{
    m_focus.comment = id;
    m_focus.spot = -1;
    update();
    if (hasFocus())
        tellFocus();
}

void ThreadView::tellFocus()
{
    const int index = QAccessible::isActive() ? indexOf(m_focus.comment) : -1;
    if (index < 0)
        return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(index);
    QAccessible::updateAccessibility(&focused);
}

void ThreadView::press(CommentId id, const Spot &spot)
{
    switch (spot.kind) {
    case Spot::Kind::Link:
        Q_EMIT linkActivated(spot.url);
        break;
    case Spot::Kind::Mention: {
        const Mention mention = m_model.comment(m_model.rowOf(id)).mentions.value(spot.index);
        Q_EMIT mentionWanted(mention.article, mention.comment);
        break;
    }
    case Spot::Kind::Passage:
        Q_EMIT passageWanted(id);
        break;
    case Spot::Kind::Site:
        Q_EMIT siteWanted(spot.url);
        break;
    case Spot::Kind::Reply:
        Q_EMIT replyWanted(id);
        break;
    case Spot::Kind::Edit:
        Q_EMIT editWanted(id);
        break;
    case Spot::Kind::Delete:
        Q_EMIT deleteWanted(id);
        break;
    case Spot::Kind::Unfold:
        setFolded(id, false);
        break;
    }
}

bool ThreadView::isOurKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    default:
        return false;
    }
}

bool ThreadView::event(QEvent *event)
{
    // The window's single keys would take the arrows before us.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && isOurKey(key->key())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    bool done = false;
    switch (event->modifiers() == Qt::NoModifier ? event->key() : 0) {
    case Qt::Key_Down:
        done = walk(1);
        break;
    case Qt::Key_Up:
        done = walk(-1);
        break;
    case Qt::Key_Home:
        done = walk(-m_model.rowCount());
        break;
    case Qt::Key_End:
        done = walk(m_model.rowCount());
        break;
    case Qt::Key_Right:
        done = walkSpots(1);
        break;
    case Qt::Key_Left:
        done = walkSpots(-1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        done = pressCurrent();
        break;
    default:
        break;
    }
    if (!done)
        return QWidget::keyPressEvent(event);
    update();
}

bool ThreadView::walk(int rows)
{
    const ThreadLayout &layout = laidOut();
    if (layout.rows().empty())
        return false;
    const int from = layout.rowOf(m_focus.comment);
    const int last = int(layout.rows().size()) - 1;
    const int to = from < 0 ? 0 : qBound(0, from + rows, last);
    setCurrent(m_model.comment(layout.rows().at(size_t(to)).modelRow).id);
    Q_EMIT scrollWanted(commentRect(m_focus.comment));
    return true;
}

bool ThreadView::walkSpots(int step)
{
    const int row = m_model.rowOf(m_focus.comment);
    if (row < 0)
        return false;
    const int count = int(spots(m_focus.comment).size());
    const bool hasReplies = m_model.threadEnd(row) > row + 1;
    if (step < 0 && m_focus.spot < 0 && hasReplies)
        setFolded(m_focus.comment, true);
    else
        m_focus.spot = qBound(-1, m_focus.spot + step, count - 1);
    return true;
}

bool ThreadView::pressCurrent()
{
    const std::vector<Spot> all = spots(m_focus.comment);
    if (all.empty())
        return false;
    int index = m_focus.spot;
    // Enter on the comment itself does the nearest thing: show its replies, else reply.
    for (int i = 0; i < int(all.size()) && m_focus.spot < 0; ++i) {
        const Spot::Kind kind = all.at(size_t(i)).kind;
        if (kind == Spot::Kind::Unfold || (kind == Spot::Kind::Reply && index < 0))
            index = i;
    }
    if (index < 0 || index >= int(all.size()))
        return false;
    m_focus.spot = -1;
    press(m_focus.comment, all.at(size_t(index)));
    return true;
}

void ThreadView::focusInEvent(QFocusEvent *event)
{
    if (m_model.rowOf(m_focus.comment) < 0 && m_model.rowCount() > 0)
        setCurrent(m_model.comment(0).id);
    const bool byTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byTab && m_focus.comment.isValid())
        Q_EMIT scrollWanted(commentRect(m_focus.comment));
    tellFocus();
    update();
}

void ThreadView::focusOutEvent(QFocusEvent *)
{
    update();
}

} // namespace broadsheet
