// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page.h"
#include "widgets/reader/textformats.h"

#include <QList>

namespace broadsheet {

/** In which type a table is set and how wide its columns are. */
struct TableSetting
{
    TextFormats::Role cell = TextFormats::Role::TableCell;
    TextFormats::Role head = TextFormats::Role::TableHead;
    double before = 10, after = 8; ///< px at the middle reading size, beside the words of a cell
    QList<double> widths;          ///< of all columns; empty: all words have room, however it is parted
};

/**
 * The largest type in which each word of \a table keeps to one line, the smallest one where none does. Each column has
 * room for its longest word, and those with much text get what is left. One that is written in pieces has widths in
 * any case, the same in all of them.
 */
TableSetting settingOf(const render::Table &table, const QList<render::Image> &images,
                       const TextFormats &formats, bool inPieces);

/** The words of \a cell, which may part where only the publisher wished them to stay together: in a column they
 * would be torn anywhere. Figures keep to their units. */
render::TableCell withParting(render::TableCell cell);

} // namespace broadsheet
