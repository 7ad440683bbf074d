// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/middleclick.h"

#include <QAbstractItemView>
#include <QMouseEvent>

namespace broadsheet {

MiddleClick::MiddleClick(QAbstractItemView &view) : QObject(&view), m_view(view)
{
    view.viewport()->installEventFilter(this);
}

bool MiddleClick::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::MiddleButton)
        return false;
    const QModelIndex index = m_view.indexAt(mouse->pos());
    if (event->type() == QEvent::MouseButtonRelease && index.isValid())
        Q_EMIT clicked(index);
    return true;
}

} // namespace broadsheet
