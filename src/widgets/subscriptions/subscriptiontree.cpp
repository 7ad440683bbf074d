// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/subscriptiontree.h"

#include "widgets/common/appearance.h"
#include "widgets/subscriptions/subscriptiondelegate.h"
#include "widgets/subscriptions/subscriptionmodel.h"

#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

namespace broadsheet {

SubscriptionTree::SubscriptionTree(Appearance &appearance, QWidget *parent)
    : QTreeView(parent), m_appearance(appearance), m_delegate(new SubscriptionDelegate(appearance, this))
{
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Subscriptions"));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(false);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true); // for its position: the mark is ours
    setAutoExpandDelay(600);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setAutoFillBackground(false);
    connect(&appearance, &Appearance::changed, viewport(), qOverload<>(&QWidget::update));
}

void SubscriptionTree::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

void SubscriptionTree::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_dropMark.isNull())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_dropOnto) {
        painter.setPen(QPen(m_appearance.theme().accent, 2));
        painter.drawRoundedRect(QRectF(m_dropMark).adjusted(9, 2, -9, -2), 7, 7);
    } else {
        painter.fillRect(m_dropMark, m_appearance.theme().accent);
    }
}

bool SubscriptionTree::takeClick(const QPoint &position)
{
    const QModelIndex index = indexAt(position);
    const auto kind = SubscriptionModel::Kind(index.data(SubscriptionModel::KindRole).toInt());
    if (!index.isValid())
        return false;
    const QRect row = visualRect(index);
    if (kind == SubscriptionModel::Kind::Heading) {
        if (m_delegate->addRect(row, layoutDirection()).contains(position))
            Q_EMIT newCategoryWanted();
        return true;
    }
    if (kind == SubscriptionModel::Kind::Category &&
        m_delegate->chevronRect(row, index, layoutDirection()).contains(position)) {
        setExpanded(index, !isExpanded(index));
        return true;
    }
    return false;
}

void SubscriptionTree::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !takeClick(event->position().toPoint()))
        QTreeView::mousePressEvent(event);
}

void SubscriptionTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (takeClick(event->position().toPoint()))
        return;
    const QModelIndex index = indexAt(event->position().toPoint());
    if (model()->hasChildren(index) && index.isValid())
        setExpanded(index, !isExpanded(index));
    else
        QTreeView::mouseDoubleClickEvent(event);
}

bool SubscriptionTree::event(QEvent *event)
{
    // Delete is also a menu's key; here it means this row.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void SubscriptionTree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && state() != EditingState) {
        Q_EMIT deleteWanted();
        return;
    }
    // A letter is a command of the window, not a search for a row that begins with it.
    if (!event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    // At the last step to the side the key goes on to the neighbouring pane.
    const QModelIndex index = currentIndex();
    const bool open = index.isValid() && model()->hasChildren(index) && isExpanded(index);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int inward = mirrored ? Qt::Key_Left : Qt::Key_Right;
    if (event->key() == inward && (!model()->hasChildren(index) || open)) {
        event->ignore();
        return;
    }
    QTreeView::keyPressEvent(event);
}

QPixmap SubscriptionTree::dragPicture(const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const QString name = fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, 180);
    const QSize size(fontMetrics().horizontalAdvance(name) + 24, fontMetrics().height() + 12);
    QPixmap picture(size * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(0.9);
    painter.setPen(theme.hairline);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    painter.setPen(theme.text);
    painter.setFont(font());
    painter.drawText(QRectF(QPointF(), size), Qt::AlignCenter, name);
    return picture;
}

void SubscriptionTree::startDrag(Qt::DropActions actions)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || !(model()->flags(index) & Qt::ItemIsDragEnabled))
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(model()->mimeData({index}));
    drag->setPixmap(dragPicture(index));
    drag->setHotSpot({-14, -10});
    // The rows move when the store has said so: nothing is taken out here.
    drag->exec(actions, defaultDropAction());
}

void SubscriptionTree::showDropMark(const QPoint &position)
{
    m_dropMark = {};
    const QModelIndex index = indexAt(position);
    if (index.isValid()) {
        const QRect row = visualRect(index);
        m_dropOnto = dropIndicatorPosition() == OnItem;
        if (m_dropOnto)
            m_dropMark = row;
        else
            m_dropMark =
                QRect(row.left() + 14, (dropIndicatorPosition() == BelowItem ? row.bottom() : row.top()) - 1,
                      row.width() - 28, 2);
    }
    viewport()->update();
}

void SubscriptionTree::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event);
    showDropMark(event->isAccepted() ? event->position().toPoint() : QPoint(-1, -1));
}

void SubscriptionTree::dragLeaveEvent(QDragLeaveEvent *event)
{
    QTreeView::dragLeaveEvent(event);
    m_dropMark = {};
    viewport()->update();
}

void SubscriptionTree::dropEvent(QDropEvent *event)
{
    QTreeView::dropEvent(event);
    m_dropMark = {};
    viewport()->update();
}

} // namespace broadsheet
