// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of DocumentWriter: no box, the head over a line, rows over hairlines.
#include "widgets/reader/documentwriter.h"

#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTextTable>

#include <numeric>

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

QString wordsOf(const render::TableCell &cell)
{
    QString words;
    for (const render::Run &run : cell.runs)
        words += run.image >= 0 ? QStringLiteral(" ") : run.text;
    return words;
}

bool isFigure(QStringView words)
{
    bool digit = false;
    for (const QChar c : words) {
        digit = digit || c.isDigit();
        if (!c.isDigit() && !c.isSpace() && c.category() != QChar::Symbol_Currency &&
            !QStringView(u".,'\u2019+-\u2212\u2013\u00B1%\u2030/:()").contains(c))
            return false;
    }
    return digit;
}

/** Which columns hold figures alone, and are to be set so that their places stand under each other. Not the
 * first one, which names the rows, and none that the publisher aligned. */
QList<bool> columnsOfFigures(const render::Table &table)
{
    const auto grid = render::gridOf(table);
    QList<bool> figures(table.columns, false);
    for (int c = 1; c < table.columns; ++c) {
        int count = 0;
        bool only = true;
        for (qsizetype r = 0; r < grid.size() && only; ++r) {
            const render::TableCell *cell = grid[r][c];
            if (!cell || cell->columnSpan > 1)
                continue;
            const QString words = wordsOf(*cell).trimmed();
            only = cell->alignment == Qt::AlignLeft;
            if (r < table.headerRows || words.isEmpty() || words == QStringView(u"\u2013") ||
                words == QStringView(u"\u2014") || words == QStringView(u"-"))
                continue;
            only = only && isFigure(words);
            ++count;
        }
        figures[c] = only && count >= 2;
    }
    return figures;
}

} // namespace

/** How wide the columns of a table of many are, px at the reader's size: each has room for its longest word,
 * and those with much text get what is left. */
QList<double> DocumentWriter::columnWidths(const render::Table &table) const
{
    const QFontMetricsF cells(m_formats.text(Role::NarrowTableCell).font());
    const QFontMetricsF heads(m_formats.text(Role::NarrowTableHead).font());
    const double column = m_formats.style().column;
    const double padding = m_formats.scaled(18);
    const double widestWord = m_formats.scaled(120);
    const double widestText = column * 0.6;
    const auto grid = render::gridOf(table);
    QList<double> least(table.columns, padding);
    QList<double> wanted(table.columns, padding);
    for (const auto &row : grid) {
        for (int c = 0; c < table.columns; ++c) {
            const render::TableCell *cell = row[c];
            if (!cell || cell->columnSpan > 1)
                continue;
            const QFontMetricsF &metrics = cell->header ? heads : cells;
            double all = 0;
            for (const QString &word : wordsOf(*cell).split(QRegularExpression(QStringLiteral("\\s+")))) {
                const double width = metrics.horizontalAdvance(word.left(60));
                all += width + metrics.horizontalAdvance(u' ');
                least[c] = qMax(least[c], qMin(width + 1, widestWord) + padding);
            }
            for (const render::Run &run : cell->runs) {
                if (run.image < 0)
                    continue;
                const int own = m_page.images.value(run.image).width;
                least[c] = qMax(least[c], qMin(own > 0 ? own + padding : column, column / table.columns));
                all += own;
            }
            wanted[c] = qMax(wanted[c], qMin(all, widestText) + padding);
        }
    }
    const double needed = std::accumulate(least.begin(), least.end(), 0.0);
    double more = 0;
    for (int c = 0; c < table.columns; ++c) {
        wanted[c] = qMax(wanted[c], least[c]);
        more += wanted[c] - least[c];
    }
    QList<double> widths = least;
    const double room = column - needed;
    for (int c = 0; c < table.columns; ++c) {
        if (room <= 0)
            widths[c] = least[c] * column / needed;
        else
            widths[c] += more > 0 ? room * (wanted[c] - least[c]) / more : room / table.columns;
    }
    return widths;
}

void DocumentWriter::writeTable(const render::Block &block, const render::Table &table)
{
    if (!table.caption.isEmpty()) {
        open(blockFormat(block, Role::Caption, BlockKind::Caption), gapBefore(block),
             m_formats.text(Role::Caption));
        insertAnchor(block.anchor, m_formats.text(Role::Caption));
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
    const QList<double> widths = table.columns > 6 ? columnWidths(table) : QList<double>();
    if (!widths.isEmpty()) {
        QList<QTextLength> shares;
        const double all = std::accumulate(widths.begin(), widths.end(), 0.0);
        for (int c = 0; c < table.columns; ++c)
            shares.append(QTextLength(QTextLength::PercentageLength,
                                      100.0 * widths[mirrored ? table.columns - 1 - c : c] / all));
        format.setColumnWidthConstraints(shares);
    }
    const QList<bool> figures = mirrored ? QList<bool>(table.columns, false) : columnsOfFigures(table);
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
            render::TableCell written = cell;
            if (columns == 1 && figures[column])
                written.alignment = Qt::AlignRight;
            m_cellWidth = qMax(
                24.0, (widths.isEmpty() ? double(m_formats.style().column) / table.columns : widths[column]) -
                          m_formats.scaled(18));
            writeCell(*target, row, place(column, columns), written, table, mirrored);
            column += columns;
        }
    }
    if (table.caption.isEmpty()) {
        m_cursor = target->cellAt(0, mirrored ? table.columns - 1 : 0).firstCursorPosition();
        insertAnchor(block.anchor, m_formats.text(Role::TableCell));
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
    insert(cell.runs, role);
    m_cellWidth = 0;

    // The cell's format comes after its text: the block's character format would overwrite it.
    const bool lastOfHead = row + qMax(1, cell.rowSpan) == table.headerRows;
    QTextTableCellFormat format;
    format.setTopPadding(m_formats.scaled(7));
    format.setBottomPadding(m_formats.scaled(7));
    const bool first = mirrored ? column + place.columnSpan() == table.columns : column == 0;
    const double before = first ? 0 : m_formats.scaled(10);
    const bool last = mirrored ? column == 0 : column + place.columnSpan() == table.columns;
    const double after = last ? 0 : m_formats.scaled(8); // flush with the lines
    format.setLeftPadding(mirrored ? after : before);
    format.setRightPadding(mirrored ? before : after);
    format.setBottomBorder(1);
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorderBrush(lastOfHead ? m_formats.theme().text3 : m_formats.theme().hairline);
    format.setVerticalAlignment(QTextCharFormat::AlignTop);
    place.setFormat(format);
}

} // namespace broadsheet
