// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace broadsheet::html {

/** What the names that a page gives its elements (class, id, role and the like) say about them. */
enum Hint : quint16 {
    NoHint = 0,
    Furniture = 0x01,   ///< navigation, sharing, adverts, related articles, newsletters: no part of the text
    CommentList = 0x02, ///< what readers wrote below
    MetaLine = 0x04,    ///< author, date, category, tags: a line about the article
    CaptionText = 0x08, ///< what stands below a picture
    BodyText = 0x10,    ///< a name that content systems give to the article's text
    ContentLike = 0x20, ///< a name that speaks for text
    ChromeLike = 0x40,  ///< a name that speaks against text, not strongly
    BylineName = 0x80,
    DateName = 0x100,
    PlayerUi = 0x200,     ///< the buttons of a player
    ScreenReader = 0x400, ///< shown to screen readers only
    GalleryBox = 0x800,   ///< pictures to leaf through, each with its words
    LeadText = 0x1000,    ///< the sentences between the title and the text
    PictureBox = 0x2000,  ///< not by a name: a picture and its caption, and all within
};

/** The hints in the value of a class or id attribute: names separated by blanks. */
quint16 hintsOf(QByteArrayView names);

} // namespace broadsheet::html
