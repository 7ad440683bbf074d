// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plaintext.h"

namespace broadsheet::render {

namespace {

QString tableText(const Table &table, const Page &page)
{
    QStringList rows;
    for (const auto &row : gridOf(table)) {
        QStringList cells;
        for (const TableCell *cell : row)
            cells.append(cell ? textOf(cell->runs, page).replace(u'\n', u' ') : QString());
        rows.append(cells.join(u'\t'));
    }
    return rows.join(u'\n');
}

QString blockText(const Block &block, const Page &page)
{
    switch (block.kind) {
    case Block::Kind::Figure:
    case Block::Kind::Embed:
        return {};
    case Block::Kind::Rule:
        return QStringLiteral("* * *");
    case Block::Kind::Table:
        return tableText(page.tables.at(block.table), page);
    case Block::Kind::Code:
        return QStringLiteral("    ") + textOf(block.runs, page).replace(u'\n', QStringLiteral("\n    "));
    default:
        return textOf(block.runs, page);
    }
}

/** What stands before the first line of a list item, and how far the others are moved in. */
QString markerOf(const Block &block)
{
    if (block.listDepth == 0)
        return {};
    const QString indent((block.listDepth - 1) * 2, u' ');
    if (!block.firstOfItem)
        return indent + QStringLiteral("  ");
    return indent + (block.ordered ? block.marker + QStringLiteral(". ") : QStringLiteral("• "));
}

} // namespace

QString toPlainText(const Page &page)
{
    QString text;
    bool afterItem = false;
    for (const Block &block : page.blocks) {
        QString lines = blockText(block, page);
        if (lines.isEmpty())
            continue;
        lines.prepend(markerOf(block));
        if (block.quoteDepth > 0) {
            const QString bar = QStringLiteral("> ").repeated(block.quoteDepth);
            lines = bar + lines.replace(u'\n', u'\n' + bar);
        }
        if (!text.isEmpty())
            text += afterItem && block.listDepth > 0 ? QStringLiteral("\n") : QStringLiteral("\n\n");
        text += lines;
        afterItem = block.listDepth > 0;
    }
    return text;
}

} // namespace broadsheet::render
