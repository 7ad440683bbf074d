// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/keylist.h"

#include <QAction>
#include <QHash>
#include <QObject>

class QKeyEvent;
class QMenuBar;

namespace broadsheet {

/** Everything that a menu or a key can do in the window. */
enum class ActionId {
    AddFeed,
    NewCategory,
    ImportOpml,
    ExportOpml,
    Refresh,
    RefreshView,
    FeedHealth,
    Bin,
    Settings,
    Quit,
    Undo,
    Search,
    Find,
    FindNext,
    FindPrevious,
    Caret,
    GoToday,
    FrontPage,
    Newspaper,
    GoUnread,
    GoStarred,
    GoCommented,
    GoStories,
    GoAll,
    NextArticle,
    PreviousArticle,
    NextUnread,
    PreviousUnread,
    PageDown,
    PageUp,
    Star,
    ToggleRead,
    MarkAllRead,
    Delete,
    FullText,
    OpenInBrowser,
    OpenBehind,
    SaveBook,
    CopyLink,
    KeepInTab,
    CloseTab,
    NextTab,
    PreviousTab,
    CopyMarkdown,
    CopyQuotation,
    Print,
    Reply,
    Highlight,
    Annotate,
    Quote,
    NextPassage,
    PreviousPassage,
    OwnComments,
    Highlights,
    ImportComments,
    ExportComments,
    UnreadOnly,
    Comments,
    Sidebar,
    ReadingOnly,
    NextPane,
    PreviousPane,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Keys,
    About,
    MenuBar,
};

/** The table of actions: id, text, icon, keys and place in the menus, in one list. Makes a QAction of each,
 * whose shortcuts hold in the whole window; single letters are kept apart, since they must not steal typing.
 */
class Actions : public QObject
{
    Q_OBJECT
public:
    /** \a window gets the actions, so that their keys work while the menu bar is hidden. */
    explicit Actions(QWidget &window);

    QAction *operator[](ActionId id) const { return m_actions.value(int(id)); }
    void fill(QMenuBar &menuBar) const;
    /** All keys with their meaning, in the order of the table. */
    QList<KeyEntry> keys() const;
    /** The action of a single key ("J", "Shift+A", "/"); nullptr for none. \a afterGo: the second key after
     * G. */
    QAction *forLetter(const QKeyEvent &event, bool afterGo) const;

private:
    QHash<int, QAction *> m_actions;
};

} // namespace broadsheet
