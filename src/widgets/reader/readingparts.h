// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace broadsheet {

class CurrentArticle;
class ReaderView;
class Strip;
struct ReadingPaneServices;

/** What the helpers of the reading pane share; all of it outlives them. */
struct ReadingParts
{
    const ReadingPaneServices &services;
    CurrentArticle &current;
    ReaderView &view;
    Strip &strip;  ///< where the pane says what it did
    QWidget &pane; ///< the parent of menus and dialogs
};

} // namespace broadsheet
