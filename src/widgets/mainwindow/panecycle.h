// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <functional>

class QWidget;

namespace broadsheet {

/** A pane and how it takes the focus. */
struct PaneFocus
{
    QWidget *pane;
    std::function<void()> take;
};

/** Moves the focus \a step panes on (-1: back), round the end, past those that are hidden. */
void cyclePanes(const QList<PaneFocus> &panes, int step);

} // namespace broadsheet
