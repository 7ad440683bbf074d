// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the builder that keeps tables in order (HTML5 §13.2.6.4.9 to 15).
#include "html/builder.h"

#include "html/limits.h"

namespace broadsheet::html {

/** The index of the table that an end tag or a row would belong to; -1: none. */
int Builder::findTable() const
{
    if (count(Tag::Table) == 0)
        return -1;
    for (size_t i = m_open.size(); i-- > 0;) {
        if (m_open[i].tag == Tag::Table)
            return int(i);
    }
    return -1;
}

bool Builder::tableIsPrinted(int table) const
{
    return m_open[size_t(table)].printedAs != Tag::Unknown;
}

void Builder::tablePart(const Token &token)
{
    if (token.tag == Tag::Table) {
        startTable(token);
        return;
    }
    const int table = findTable();
    if (table < 0)
        return;
    switch (token.tag) {
    case Tag::Tr:
        startRow(&token);
        break;
    case Tag::Td:
    case Tag::Th:
        startCell(token.tag, &token);
        break;
    case Tag::Caption:
        popTo(size_t(table) + 1);
        if (open(Tag::Caption, tableIsPrinted(table) ? Tag::Caption : Tag::Section, &token)) {
            m_open.back().context = Context::Flow;
            m_open.back().outerFormatting = m_formattingBase;
            m_formattingBase = m_formatting.size();
        }
        break;
    default:
        popTo(size_t(table) + 1);
        if (open(token.tag, tableIsPrinted(table) ? token.tag : Tag::Unknown, &token))
            m_open.back().context = Context::Section;
        break;
    }
}

void Builder::startTable(const Token &token)
{
    if (context() != Context::Flow)
        popTo(size_t(findTable()));
    closeParagraph();
    // Its parts must fit as well: nothing but rows may stand in a printed table.
    const bool printed =
        m_printedTables < maxTableDepth && m_printedDepth + 6 < maxDepth && m_open.size() + 6 < maxOpen;
    if (open(Tag::Table, printed ? Tag::Table : Tag::Unknown, &token)) {
        m_open.back().context = Context::Table;
        m_printedTables += printed ? 1 : 0;
    }
}

void Builder::startRow(const Token *token)
{
    int table = findTable();
    size_t parent = size_t(table);
    if (parent + 1 < m_open.size() && m_open[parent + 1].context == Context::Section)
        ++parent;
    popTo(parent + 1);
    if (m_open[size_t(table)].rows == maxTableRows) {
        const bool printed = tableIsPrinted(table);
        popTo(size_t(table));
        if (!open(Tag::Table, printed ? Tag::Table : Tag::Unknown, nullptr))
            return;
        m_open.back().context = Context::Table;
        m_printedTables += printed ? 1 : 0;
        table = int(m_open.size()) - 1;
    }
    ++m_open[size_t(table)].rows;
    if (open(Tag::Tr, tableIsPrinted(table) ? Tag::Tr : Tag::Unknown, token))
        m_open.back().context = Context::Row;
}

void Builder::startCell(Tag tag, const Token *token)
{
    const int table = findTable();
    size_t row = m_open.size();
    for (size_t i = size_t(table) + 1; i < m_open.size() && i <= size_t(table) + 2; ++i) {
        if (m_open[i].tag == Tag::Tr)
            row = i;
    }
    if (row < m_open.size())
        popTo(row + 1);
    else
        startRow(nullptr);
    if (m_open.empty() || m_open.back().context != Context::Row)
        return;
    if (open(tag, m_open.back().printedAs != Tag::Unknown ? tag : Tag::Section, token)) {
        m_open.back().context = Context::Flow;
        m_open.back().outerFormatting = m_formattingBase;
        m_formattingBase = m_formatting.size();
    }
}

void Builder::endTablePart(Tag tag)
{
    const int table = findTable();
    if (table < 0)
        return;
    for (size_t i = m_open.size(); i-- > size_t(table);) {
        if (m_open[i].tag == tag) {
            popTo(i);
            return;
        }
    }
}

/** Content directly in the frame of a table. HTML5 would move it before the table; a cell keeps it in its
 * place. */
void Builder::implyCell()
{
    startCell(Tag::Td, nullptr);
}

} // namespace broadsheet::html
