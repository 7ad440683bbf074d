// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/nesting_p.h"

#include <algorithm>

namespace broadsheet::render {

int Nesting::count(Level::Kind kind) const
{
    return int(std::ranges::count_if(m_levels, [kind](const Level &level) { return level.kind == kind; }));
}

void Nesting::leaveTo(qsizetype size, Step &step)
{
    step.left = m_levels.sliced(size) + step.left;
    m_levels.resize(size);
}

Nesting::Step Nesting::enter(const Block &block)
{
    using Kind = Level::Kind;
    Step step;
    if (block.group != m_group)
        leaveTo(0, step);
    m_group = block.group;
    while (!m_levels.isEmpty() &&
           (count(Kind::Quote) > block.quoteDepth || count(Kind::List) > block.listDepth))
        leaveTo(m_levels.size() - 1, step);
    if (block.firstOfItem && count(Kind::List) == block.listDepth) {
        // The next item of a list ends what the one before held.
        while (!m_levels.isEmpty() && m_levels.constLast().kind != Kind::List)
            leaveTo(m_levels.size() - 1, step);
        if (!m_levels.isEmpty() && m_levels.constLast().ordered != block.ordered)
            leaveTo(m_levels.size() - 1, step);
    }
    step.kept = m_levels.size();
    const auto push = [&](Kind kind, int depth) {
        while (count(kind) < depth)
            m_levels.append({kind, kind == Kind::List && block.ordered, false, 0, 0});
    };
    const bool goesOn = count(Kind::List) == block.listDepth;
    if (!goesOn) {
        push(Kind::Quote, block.quoteDepth);
        push(Kind::List, block.listDepth);
    }
    for (qsizetype i = m_levels.size() - 1; block.listDepth > 0 && step.item < 0 && i >= 0; --i) {
        Level &level = m_levels[i];
        if (level.kind != Kind::List)
            continue;
        if (!block.firstOfItem && level.hasItem)
            break;
        level.hasItem = true; // words outside of any item are one of their own
        step.item = int(i);
    }
    push(Kind::Quote, block.quoteDepth);
    // A list that holds nothing but a list has an item all the same.
    for (qsizetype i = step.kept; i < m_levels.size(); ++i)
        m_levels[i].hasItem = m_levels[i].kind == Kind::List;
    return step;
}

} // namespace broadsheet::render
