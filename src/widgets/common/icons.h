// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace broadsheet::icons {

/** Our own drawings on a 20 grid, stroke 1.5, one colour. */
enum class Name {
    Add,
    Today,
    Unread,
    Read,
    Starred,
    StarFilled,
    Comment,
    CommentFilled,
    Stories,
    Refresh,
    Stop,
    Settings,
    Search,
    Filter,
    CheckAll,
    Up,
    Down,
    ChevronRight,
    TextSize,
    FullText,
    Link,
    OpenOutside,
    Close,
    Warning,
    Newspaper,
    Folder,
    Feed,
    Website,
    Play,
    Image,
    Reply,
    Edit,
    Highlighter,
    Trash,
    Undo,
    More,
    Offline,
    Menu,
    Copy,
    Check,
    Globe,
    Mail,
    Mastodon,
    Pause,
    Rewind,
    Forward,
    Tag,
    Video
};

/** Tinted and cached by (name, colour, size, scale). */
QPixmap pixmap(Name name, const QColor &color, int size, double devicePixelRatio);
QIcon icon(Name name, const QColor &color, int size = 18);

} // namespace broadsheet::icons
