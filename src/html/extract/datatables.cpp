// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/datatables.h"

namespace broadsheet::html {

namespace {

bool isCell(Tag tag)
{
    return tag == Tag::Td || tag == Tag::Th;
}

int cellsIn(const Dom &dom, int row)
{
    int cells = 0;
    for (int child = dom.firstChild(row); child != Dom::none; child = dom.nextSibling(child))
        cells += isCell(dom.tag(child)) ? 1 : 0;
    return cells;
}

} // namespace

bool DataTables::isInCell(int node) const
{
    constexpr int farthest = 4;
    const Dom &dom = m_view.dom;
    for (int level = 0; node > 0 && !isCell(dom.tag(node)); node = dom.parent(node)) {
        if (++level > farthest)
            return false;
    }
    int table = node;
    while (table > 0 && dom.tag(table) != Tag::Table)
        table = dom.parent(table);
    if (table <= 0)
        return false;
    const auto known = m_known.constFind(table);
    return known != m_known.constEnd() ? *known : *m_known.insert(table, isData(table));
}

/** Three and more rows, most of two and more short cells. */
bool DataTables::isData(int table) const
{
    constexpr int longest = 300; // letters of a row
    constexpr int least = 3;
    const Dom &dom = m_view.dom;
    int rows = 0;
    int others = 0;
    for (int node = table + 1; node < dom.end(table);) {
        if (dom.tag(node) == Tag::Table) {
            node = dom.end(node);
            continue;
        }
        if (dom.tag(node) == Tag::Tr && m_view.size(node).length > 0)
            ++(cellsIn(dom, node) >= 2 && m_view.size(node).length < longest ? rows : others);
        ++node;
    }
    return rows >= least && rows > others;
}

} // namespace broadsheet::html
