// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/cardview.h"

#include "widgets/articles/articledelegate.h"
#include "widgets/articles/articlelistmodel.h"
#include "widgets/articles/cardtext.h"
#include "widgets/articles/newpill.h"
#include "widgets/common/appearance.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace broadsheet {
namespace {
constexpr int ActionDelayMs = 150;
constexpr int WheelStep = 40; ///< three of them a notch
} // namespace

CardView::CardView(Appearance &appearance, ArticleDelegate &delegate, QWidget *parent)
    : QListView(parent), m_appearance(appearance), m_delegate(delegate), m_pill(new NewPill(appearance, this))
{
    setItemDelegate(&delegate);
    setAccessibleName(tr("Articles"));
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_heightBefore = rowHeight();
    m_pill->hide();
    m_actionDelay.setSingleShot(true);
    m_actionDelay.setInterval(ActionDelayMs);
    connect(&m_actionDelay, &QTimer::timeout, this, [this] { update(m_hovered); });
    connect(m_pill, &NewPill::clicked, this, &CardView::scrollToTop);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0)
            setNewAbove(0);
    });
    connect(&appearance, &Appearance::changed, viewport(), qOverload<>(&QWidget::update));
}

void CardView::setModel(QAbstractItemModel *newModel)
{
    if (model())
        disconnect(model(), &QAbstractItemModel::rowsRemoved, this, nullptr);
    QListView::setModel(newModel);
    if (newModel) {
        connect(newModel, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int start, int end) { rowsGone(start, end); });
    }
    reset();
}

int CardView::rowHeight() const
{
    return m_delegate.rowHeight();
}

int CardView::rows() const
{
    return model() ? model()->rowCount() : 0;
}

QRect CardView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != model())
        return {};
    return {0, index.row() * rowHeight() - verticalOffset(), viewport()->width(), rowHeight()};
}

QModelIndex CardView::indexAt(const QPoint &position) const
{
    const int y = position.y() + verticalOffset();
    const int row = y < 0 ? -1 : y / rowHeight();
    return row >= 0 && row < rows() ? model()->index(row, 0) : QModelIndex();
}

void CardView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int top = index.row() * rowHeight();
    const int room = viewport()->height();
    const int now = verticalScrollBar()->value();
    int wanted = now;
    if (hint == PositionAtTop || (hint == EnsureVisible && (top < now || room < rowHeight())))
        wanted = top;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && top + rowHeight() > now + room))
        wanted = top + rowHeight() - room;
    else if (hint == PositionAtCenter)
        wanted = top + (rowHeight() - room) / 2;
    verticalScrollBar()->setValue(wanted);
}

/** QListView's would walk all rows; ours have nothing to lay out. */
void CardView::doItemsLayout()
{
    QAbstractItemView::doItemsLayout();
}

void CardView::reset()
{
    QListView::reset();
    m_hovered = QPersistentModelIndex();
    updateGeometries();
    verticalScrollBar()->setValue(0);
    setNewAbove(0);
    viewport()->update();
}

int CardView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QModelIndex CardView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rows() == 0)
        return {};
    const int page = std::max(1, viewport()->height() / rowHeight());
    int row = currentIndex().row(); // -1: none, so that "down" finds the first
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row = row < 0 ? 0 : row - 1;
        break;
    case MoveDown:
    case MoveNext:
        ++row;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows() - 1;
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return model()->index(std::clamp(row, 0, rows() - 1), 0);
}

void CardView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex first = indexAt(QPoint(0, std::max(rect.top(), -verticalOffset())));
    const QModelIndex last = indexAt(QPoint(0, rect.bottom()));
    QItemSelection selection;
    if (first.isValid())
        selection.select(first, last.isValid() ? last : first);
    selectionModel()->select(selection, command);
}

QRegion CardView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const QRect rect = visualRect(range.topLeft()).united(visualRect(range.bottomRight()));
        // One above: its rule goes when the row below is selected.
        region += rect.adjusted(0, -1, 0, 0) & viewport()->rect();
    }
    return region;
}

void CardView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    QScrollBar *bar = verticalScrollBar();
    const qint64 content = qint64(rows()) * rowHeight();
    const double place = m_heightBefore > 0 ? double(bar->value()) / m_heightBefore : 0;
    bar->setRange(0, int(std::clamp<qint64>(content - viewport()->height(), 0, INT_MAX)));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(WheelStep);
    if (m_heightBefore != rowHeight()) {
        m_heightBefore = rowHeight();
        bar->setValue(int(place * rowHeight()));
    }
    placePill();
}

void CardView::scrollContentsBy(int dx, int dy)
{
    viewport()->scroll(dx, dy);
    if (underMouse())
        hoverAt(viewport()->mapFromGlobal(QCursor::pos()));
}

void CardView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    const int before = verticalScrollBar()->value();
    const bool above = before > 0 && start * rowHeight() <= before;
    updateGeometries();
    if (above) {
        const int count = end - start + 1;
        verticalScrollBar()->setValue(before + count * rowHeight());
        setNewAbove(m_newAbove + count);
    }
    viewport()->update();
}

void CardView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    // The base would choose a neighbour, and choosing an article opens it.
    if (currentIndex().row() >= start && currentIndex().row() <= end)
        setCurrentIndex({});
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
}

void CardView::rowsGone(int start, int end)
{
    const int before = verticalScrollBar()->value();
    const int firstRow = before / rowHeight();
    const int above = std::clamp(firstRow - start, 0, end - start + 1);
    updateGeometries();
    verticalScrollBar()->setValue(before - above * rowHeight());
    viewport()->update();
}

void CardView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(event->rect(), m_appearance.theme().list);
    const int height = rowHeight();
    const int first = std::max(0, (event->rect().top() + verticalOffset()) / height);
    const int last = std::min(rows() - 1, (event->rect().bottom() + verticalOffset()) / height);
    const int hovered = m_hovered.isValid() ? m_hovered.row() : -1;
    CardState state;
    state.listFocused = hasFocus();
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0);
        state.rect = visualRect(index);
        state.selected = isChosen(row);
        state.hovered = row == hovered;
        state.withRule = !state.selected && row != hovered && !isChosen(row + 1) && row + 1 != hovered;
        state.withActions = state.hovered && !m_actionDelay.isActive();
        state.hotAction = state.withActions ? m_hotAction : CardGeometry::NoAction;
        m_delegate.paintCard(&painter, state, index);
    }
}

bool CardView::isChosen(int row) const
{
    return selectionModel() && row < rows() && selectionModel()->isSelected(model()->index(row, 0));
}

QModelIndexList CardView::chosen() const
{
    QModelIndexList indexes = selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
    std::ranges::sort(indexes, {}, &QModelIndex::row);
    return indexes.isEmpty() && currentIndex().isValid() ? QModelIndexList{currentIndex()} : indexes;
}

void CardView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void CardView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT enterPressed();
        return;
    case Qt::Key_Space: // reads on, in the reader
    case Qt::Key_Left:  // to the pane beside
    case Qt::Key_Right:
        event->ignore();
        return;
    case Qt::Key_Home:
        QListView::keyPressEvent(event);
        scrollToTop();
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

void CardView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    m_pressedAction = actionAt(event->position().toPoint(), index);
    if (event->button() == Qt::MiddleButton && index.isValid()) {
        Q_EMIT openOutsideWanted(index);
        return;
    }
    // The right button asks for the menu; it does not open the article.
    if (event->button() == Qt::LeftButton && m_pressedAction == CardGeometry::NoAction)
        QListView::mousePressEvent(event);
}

void CardView::mouseMoveEvent(QMouseEvent *event)
{
    hoverAt(event->position().toPoint());
}

void CardView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const auto pressed = std::exchange(m_pressedAction, CardGeometry::NoAction);
    if (pressed == CardGeometry::NoAction)
        QListView::mouseReleaseEvent(event);
    else if (event->button() == Qt::LeftButton && actionAt(event->position().toPoint(), index) == pressed)
        Q_EMIT actionTriggered(pressed, index);
}

void CardView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    m_pressedAction = actionAt(event->position().toPoint(), index);
    if (m_pressedAction == CardGeometry::NoAction)
        Q_EMIT openOutsideWanted(index);
}

void CardView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint at = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuWanted(index, at);
}

bool CardView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHovered({});
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (!showToolTip(help->pos(), help->globalPos()))
            QToolTip::hideText();
        return true;
    }
    return QListView::viewportEvent(event);
}

void CardView::focusInEvent(QFocusEvent *event)
{
    // Not QAbstractItemView's: it makes the first row the current one, and that would open an article.
    QFrame::focusInEvent(event);
    viewport()->update();
}

void CardView::focusOutEvent(QFocusEvent *event)
{
    QAbstractItemView::focusOutEvent(event);
    viewport()->update();
}

void CardView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        updateGeometries();
}

void CardView::hoverAt(const QPoint &position)
{
    const QModelIndex index = viewport()->rect().contains(position) ? indexAt(position) : QModelIndex();
    setHovered(index);
    const auto hot = actionAt(position, index);
    if (hot != m_hotAction) {
        m_hotAction = hot;
        update(m_hovered);
    }
}

void CardView::setHovered(const QModelIndex &index)
{
    if (m_hovered == index)
        return;
    for (const QModelIndex &each : {QModelIndex(m_hovered), index})
        viewport()->update(visualRect(each).adjusted(0, -1, 0, 0));
    m_hovered = index;
    m_hotAction = CardGeometry::NoAction;
    if (index.isValid())
        m_actionDelay.start();
    else
        m_actionDelay.stop();
}

CardGeometry::Action CardView::actionAt(const QPoint &position, const QModelIndex &index) const
{
    if (!index.isValid() || index != m_hovered || m_actionDelay.isActive())
        return CardGeometry::NoAction;
    const CardGeometry at = m_delegate.geometry(viewport()->width(), layoutDirection(), index);
    return at.actionAt(position - visualRect(index).topLeft());
}

bool CardView::showToolTip(const QPoint &position, const QPoint &globalPosition)
{
    const QModelIndex index = indexAt(position);
    const auto *headline = index.data(HeadlineRole).value<const ArticleHeadline *>();
    if (!headline)
        return false;
    const CardGeometry at = m_delegate.geometry(viewport()->width(), layoutDirection(), index);
    QString text;
    switch (actionAt(position, index)) {
    case CardGeometry::Star:
        text = headline->starred ? tr("Remove the star (S)") : tr("Star (S)");
        break;
    case CardGeometry::ToggleRead:
        text = headline->unread ? tr("Mark as read (M)") : tr("Mark as unread (M)");
        break;
    case CardGeometry::OpenOutside:
        text = tr("Open in the browser (B)");
        break;
    case CardGeometry::NoAction:
        if (at.timeArea().contains(position - visualRect(index).topLeft()))
            text = CardText::fullTime(headline->sortTime);
        if (!text.isEmpty() && headline->commentCount + headline->siteCommentCount > 0)
            text += u'\n' + CardText::comments(*headline);
    }
    if (text.isEmpty())
        return false;
    QToolTip::showText(globalPosition, text, viewport());
    return true;
}

void CardView::setNewAbove(int count)
{
    if (count == m_newAbove)
        return;
    m_newAbove = count;
    Q_EMIT newAboveChanged(count);
    m_pill->setCount(count);
    placePill();
}

void CardView::placePill()
{
    const QRect area = viewport()->geometry();
    m_pill->move(area.left() + (area.width() - m_pill->width()) / 2, area.top() + 10);
    m_pill->raise();
}

} // namespace broadsheet
