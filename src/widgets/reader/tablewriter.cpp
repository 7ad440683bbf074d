// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of DocumentWriter: no box, the head over a line, rows over hairlines.
#include "widgets/reader/documentwriter.h"

#include <QTextTable>

namespace broadsheet {

using documentformat::BlockKind;

namespace {

/** Qt lays out some hundred cells in a few milliseconds, ten thousand in seconds. */
constexpr qsizetype cellLimit = 2000;

qsizetype cellCount(const render::Table &table)
{
    qsizetype count = 0;
    for (const auto &row : table.rows)
        count += row.size();
    return count;
}

} // namespace

void DocumentWriter::writeTable(const render::Block &block, const render::Table &table)
{
    if (!table.caption.isEmpty()) {
        open(blockFormat(block, Role::Caption, BlockKind::Caption), gapBefore(block),
             m_formats.text(Role::Caption));
        insert(table.caption, Role::Caption);
    }
    const int rows = int(table.rows.size());
    if (table.columns < 1 || rows < 1)
        return;
    if (cellCount(table) > cellLimit || table.columns > 64) {
        // Too large to be a table on the page: a line for each row.
        for (const auto &row : table.rows) {
            open(blockFormat(block, Role::TableCell, BlockKind::Text), 6, m_formats.text(Role::TableCell));
            for (qsizetype i = 0; i < row.size(); ++i) {
                if (i > 0)
                    m_cursor.insertText(QStringLiteral(" · "), m_formats.text(Role::TableCell));
                insert(row.at(i).runs, row.at(i).header ? Role::TableHead : Role::TableCell);
            }
        }
        return;
    }

    QTextTableFormat format;
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setCellSpacing(0);
    format.setCellPadding(0);
    format.setBorder(0);
    format.setBorderCollapse(true);
    format.setTopMargin(qRound(m_formats.scaled(table.caption.isEmpty() ? 12 : 4) + m_tileBelow));
    format.setLeftMargin(
        qRound(m_formats.scaled(22) * block.quoteDepth + m_formats.scaled(26) * block.listDepth));
    // Qt lays the columns of any table out from left to right: those of the other direction are written mirrored.
    const bool mirrored = block.direction == render::Direction::RightToLeft;
    if (mirrored) {
        format.setRightMargin(format.leftMargin());
        format.setLeftMargin(0);
    }
    format.setHeaderRowCount(qBound(0, table.headerRows, rows - 1));
    if (table.columns > 6) {
        format.setColumnWidthConstraints(QList<QTextLength>(
            table.columns, QTextLength(QTextLength::PercentageLength, 100.0 / table.columns)));
    }
    QTextTable *target = m_cursor.insertTable(rows, table.columns, format);
    for (int row = 0; row < rows; ++row) {
        int column = 0;
        const auto place = [&](int c, int columns = 1) { return mirrored ? table.columns - c - columns : c; };
        for (const render::TableCell &cell : table.rows.at(row)) {
            // Cells that a span from above covers belong to an earlier row already.
            while (column < table.columns && target->cellAt(row, place(column)).row() != row)
                ++column;
            if (column >= table.columns)
                break;
            const int columns = qBound(1, cell.columnSpan, table.columns - column);
            const int spanned = qBound(1, cell.rowSpan, rows - row);
            if (columns > 1 || spanned > 1)
                target->mergeCells(row, place(column, columns), spanned, columns);
            writeCell(*target, row, place(column, columns), cell, table, mirrored);
            column += columns;
        }
    }
    m_cursor = QTextCursor(target->lastCursorPosition());
    m_cursor.movePosition(QTextCursor::NextBlock);
    // Qt keeps a block after each table; it stays thin if nothing comes to fill it.
    QTextBlockFormat thin;
    thin.setLineHeight(1, QTextBlockFormat::FixedHeight);
    m_cursor.setBlockFormat(thin);
    m_fresh = true;
    m_tableBefore = target;
    m_tileBelow = 0;
}

void DocumentWriter::writeCell(QTextTable &target, int row, int column, const render::TableCell &cell,
                               const render::Table &table, bool mirrored)
{
    const bool narrow = table.columns > 6;
    const Role role = cell.header ? (narrow ? Role::NarrowTableHead : Role::TableHead)
                                  : (narrow ? Role::NarrowTableCell : Role::TableCell);
    QTextTableCell place = target.cellAt(row, column);
    m_cursor = place.firstCursorPosition();
    QTextBlockFormat block;
    block.setLineHeight(m_formats.lineHeight(role), QTextBlockFormat::MinimumHeight);
    Qt::Alignment alignment = cell.alignment & Qt::AlignHorizontal_Mask;
    if (mirrored && alignment == Qt::AlignLeft)
        alignment = Qt::AlignRight; // where a line begins
    // Absolute: else Qt turns it around for a cell whose words run the other way than its neighbours'.
    block.setAlignment(alignment | Qt::AlignAbsolute);
    m_cursor.setBlockFormat(block);
    // It would overwrite how many rows and columns the cell spans, which Qt then draws once for each of them.
    if (place.rowSpan() == 1 && place.columnSpan() == 1)
        m_cursor.setBlockCharFormat(m_formats.text(role));
    m_cellWidth = qMax(24.0, double(m_formats.style().column) / table.columns - m_formats.scaled(18));
    insert(cell.runs, role);
    m_cellWidth = 0;

    // The cell's format comes after its text: the block's character format would overwrite it.
    const bool lastOfHead = row + qMax(1, cell.rowSpan) == table.headerRows;
    QTextTableCellFormat format;
    format.setTopPadding(m_formats.scaled(7));
    format.setBottomPadding(m_formats.scaled(7));
    const bool first = mirrored ? column + place.columnSpan() == table.columns : column == 0;
    const double before = first ? 0 : m_formats.scaled(10);
    const double after = m_formats.scaled(8);
    format.setLeftPadding(mirrored ? after : before);
    format.setRightPadding(mirrored ? before : after);
    format.setBottomBorder(1);
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorderBrush(lastOfHead ? m_formats.theme().text3 : m_formats.theme().hairline);
    format.setVerticalAlignment(QTextCharFormat::AlignTop);
    place.setFormat(format);
}

} // namespace broadsheet
