// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/passedrows.h"

#include "widgets/articles/cardview.h"

#include <QScrollBar>

namespace broadsheet {

PassedRows::PassedRows(CardView &view) : QObject(&view), m_view(view)
{
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, &PassedRows::look);
    connect(view.verticalScrollBar(), &QScrollBar::rangeChanged, this, &PassedRows::look);
}

void PassedRows::look()
{
    const QModelIndex top = m_view.indexAt({0, 0});
    if (top == m_top)
        return;
    const QModelIndex before = m_top;
    m_top = top;
    if (!top.isValid() || !before.isValid() || before.model() != top.model())
        return;
    const int screen = m_view.viewport()->height() / qMax(1, m_view.visualRect(top).height()) + 1;
    const int rows = top.row() - before.row();
    if (rows > 0 && rows <= screen)
        Q_EMIT passed(before.row(), top.row() - 1);
}

} // namespace broadsheet
