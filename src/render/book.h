// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "render/page.h"

#include <QByteArray>
#include <QHash>

namespace broadsheet::render {

/** A picture that goes with what is saved: its bytes and what they are ("image/png"). */
struct SavedPicture
{
    QByteArray bytes;
    QByteArray mediaType;
};

/** By the address under which the page names them. */
using SavedPictures = QHash<QString, SavedPicture>;

/** The media type of a picture that every browser and book reader shows, told by its first bytes; empty: none
 * of those. */
QByteArray pictureMediaType(const QByteArray &bytes);

struct Book
{
    struct Chapter
    {
        Article article;
        Page page;
    };
    QString title;
    QString contents;   ///< the word for the table of contents
    QString identifier; ///< a URN, the same whenever the same book is made
    QString language;   ///< BCP 47; empty: not known
    QDateTime modified; ///< UTC
    QList<Chapter> chapters;
    SavedPictures pictures; ///< what is not among them is left out, its words stay
};

/** The book as EPUB 3.3: one document a chapter, a table of contents, a quiet style sheet, nothing from
 * outside. */
QByteArray toEpub(const Book &book);

} // namespace broadsheet::render
