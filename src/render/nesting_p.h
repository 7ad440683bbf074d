// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page.h"

namespace broadsheet::render {

/** One quotation or list around a block. */
struct Level
{
    enum class Kind : quint8 { Quote, List };
    Kind kind = Kind::Quote;
    bool ordered = false;
    bool hasItem = false; ///< of a list: an item has begun
    int width = 0;        ///< of a list, for writers of text: how far its items are moved in
    int number = 0;       ///< of an ordered list, for writers of text: of its present item
};

/**
 * Makes a tree again of the flat blocks of a page. A page says how deep a block lies in quotations and lists,
 * not which of the two is outside: a quotation that begins within an item lies in the item, else around the
 * list.
 */
class Nesting
{
public:
    struct Step
    {
        QList<Level> left;  ///< levels that end before the block, outermost first
        qsizetype kept = 0; ///< how many of levels() were there before; those after it begin
        int item = -1;      ///< the level whose next item begins with the block; -1: none does
    };

    Step enter(const Block &block);
    /** Around the block that was entered last, outermost first. */
    QList<Level> &levels() { return m_levels; }

private:
    int count(Level::Kind kind) const;
    void leaveTo(qsizetype size, Step &step);

    QList<Level> m_levels;
    int m_group = 0;
};

} // namespace broadsheet::render
