// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/panecycle.h"

#include <QApplication>
#include <QWidget>

namespace broadsheet {

void cyclePanes(const QList<PaneFocus> &panes, int step)
{
    const int count = int(panes.size());
    const QWidget *focus = QApplication::focusWidget();
    int present = step > 0 ? count - 1 : 0;
    for (int i = 0; i < count; ++i)
        if (focus && (panes[i].pane == focus || panes[i].pane->isAncestorOf(focus)))
            present = i;
    for (int turn = 1; turn <= count; ++turn) {
        const PaneFocus &next = panes[((present + turn * step) % count + count) % count];
        if (next.pane->isVisible()) {
            next.take();
            return;
        }
    }
}

} // namespace broadsheet
