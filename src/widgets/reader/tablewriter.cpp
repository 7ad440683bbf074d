// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of DocumentWriter: no box, the head over a line, rows over hairlines.
#include "widgets/reader/documentwriter.h"

#include "widgets/reader/tablesetting.h"

#include <QTextTable>

#include <numeric>
#include <utility>

namespace broadsheet {

using documentformat::BlockKind;

namespace {

constexpr qsizetype cellLimit = 20'000;
/** Qt lays a table out at once, some hundred cells in a few milliseconds and ten thousand in seconds: a long one is
 * written as several of so many cells, which look as one. */
constexpr qsizetype cellsTogether = 160;

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

/** Where the pieces of a long table begin, and its end: never within a cell of several rows. */
QList<int> piecesOf(const render::Table &table)
{
    QList<int> starts{0};
    qsizetype cells = 0;
    qsizetype covered = 0; // the first row that no cell from above reaches
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        if (cells >= cellsTogether && covered <= row && row > table.headerRows) {
            starts.append(int(row));
            cells = 0;
        }
        for (const render::TableCell &cell : table.rows[row])
            covered = qMax(covered, row + qMax(1, cell.rowSpan));
        cells += table.columns;
    }
    starts.append(int(table.rows.size()));
    return starts;
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

void DocumentWriter::writeTable(const render::Block &block, const render::Table &given)
{
    render::Table table = given;
    for (auto &row : table.rows) {
        for (render::TableCell &cell : row)
            cell = withParting(std::move(cell));
    }
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
    const QList<int> pieces = piecesOf(table);
    const TableSetting setting = settingOf(table, m_page.images, m_formats, pieces.size() > 2);
    const QList<double> &widths = setting.widths;
    if (!widths.isEmpty()) {
        QList<QTextLength> shares;
        const double all = std::accumulate(widths.begin(), widths.end(), 0.0);
        for (int c = 0; c < table.columns; ++c)
            shares.append(QTextLength(QTextLength::PercentageLength,
                                      100.0 * widths[mirrored ? table.columns - 1 - c : c] / all));
        format.setColumnWidthConstraints(shares);
    }
    const QList<bool> figures = mirrored ? QList<bool>(table.columns, false) : columnsOfFigures(table);
    for (qsizetype piece = 0; piece + 1 < pieces.size(); ++piece) {
        const int from = pieces[piece];
        const int count = pieces[piece + 1] - from;
        if (piece > 0) {
            endTable(true);
            format.setTopMargin(0);
            format.setProperty(documentformat::GoesOnProperty, true);
        }
        format.setHeaderRowCount(piece == 0 ? qBound(0, table.headerRows, count - 1) : 0);
        m_tableWritten = m_cursor.insertTable(count, table.columns, format);
        writeRows(table, from, setting, figures, mirrored);
        if (piece == 0 && table.caption.isEmpty()) {
            m_cursor = m_tableWritten->cellAt(0, mirrored ? table.columns - 1 : 0).firstCursorPosition();
            insertAnchor(block.anchor, m_formats.text(Role::TableCell));
        }
    }
    endTable(false);
}

/** Qt keeps a block after each table; it stays thin if nothing comes to fill it. */
void DocumentWriter::endTable(bool goesOn)
{
    m_cursor = QTextCursor(m_tableWritten->lastCursorPosition());
    m_cursor.movePosition(QTextCursor::NextBlock);
    QTextBlockFormat thin;
    thin.setLineHeight(1, QTextBlockFormat::FixedHeight);
    if (goesOn)
        thin.setProperty(documentformat::KindProperty, int(BlockKind::Seam));
    m_cursor.setBlockFormat(thin);
    m_fresh = true;
    m_tableBefore = m_tableWritten;
    m_tileBelow = 0;
}

/** Fills the table that was inserted last with rows of \a table, the first of which is \a from. */
void DocumentWriter::writeRows(const render::Table &table, int from, const TableSetting &setting,
                               const QList<bool> &figures, bool mirrored)
{
    QTextTable *target = m_tableWritten;
    const QList<double> &widths = setting.widths;
    const int rows = target->rows();
    for (int row = 0; row < rows; ++row) {
        int column = 0;
        const auto place = [&](int c, int columns = 1) { return mirrored ? table.columns - c - columns : c; };
        for (const render::TableCell &cell : table.rows.at(from + row)) {
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
                          m_formats.scaled(setting.before + setting.after));
            writeCell(*target, row, place(column, columns), written, setting, mirrored);
            column += columns;
        }
    }
}

void DocumentWriter::writeCell(QTextTable &target, int row, int column, const render::TableCell &cell,
                               const TableSetting &setting, bool mirrored)
{
    const Role role = cell.header ? setting.head : setting.cell;
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
    const bool lastOfHead = row + qMax(1, cell.rowSpan) == target.format().headerRowCount();
    QTextTableCellFormat format;
    format.setTopPadding(m_formats.scaled(7));
    format.setBottomPadding(m_formats.scaled(7));
    const bool first = mirrored ? column + place.columnSpan() == target.columns() : column == 0;
    const double before = first ? 0 : m_formats.scaled(setting.before);
    const bool last = mirrored ? column == 0 : column + place.columnSpan() == target.columns();
    const double after = last ? 0 : m_formats.scaled(setting.after); // flush with the lines
    format.setLeftPadding(mirrored ? after : before);
    format.setRightPadding(mirrored ? before : after);
    format.setBottomBorder(1);
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorderBrush(lastOfHead ? m_formats.theme().text3 : m_formats.theme().hairline);
    format.setVerticalAlignment(QTextCharFormat::AlignTop);
    place.setFormat(format);
}

} // namespace broadsheet
