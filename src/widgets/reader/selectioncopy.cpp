// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/selectioncopy.h"

#include "render/markdown.h"
#include "widgets/reader/documentformat.h"

#include <QMimeData>
#include <QRect>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace broadsheet::selectioncopy {

using namespace documentformat;

namespace {

/** The part of \a fragment between two positions, without what stands for something else. */
QString words(const QTextFragment &fragment, int from, int to)
{
    const QTextCharFormat format = fragment.charFormat();
    if (format.objectType() == PictureObject)
        return format.property(ImageAltProperty).toString();
    if (format.objectType() >= QTextFormat::UserObject)
        return {};
    QString text = fragment.text().mid(from - fragment.position(), to - from);
    text.remove(QChar(0x2060)); // anchors
    if (format.boolProperty(InlineCodeProperty))
        text.remove(QChar(0x200E)); // see DocumentWriter::insert()
    text.remove(QChar(QChar::SoftHyphen));
    text.replace(QChar(QChar::LineSeparator), u'\n');
    return text;
}

/** What is selected of a document. */
struct Span
{
    int start = 0;
    int end = 0;
    QRect cells; ///< of a table; null: all
};

/** The table that \a block stands in, if more than one cell of it is selected. */
const QTextTable *tableOf(const QTextBlock &block, const Span &span)
{
    const QTextTable *table = QTextCursor(block).currentTable();
    if (!table)
        return nullptr;
    const QTextTableCell cell = table->cellAt(block.position());
    const bool whole = span.start >= cell.firstPosition() && span.end <= cell.lastPosition();
    return whole ? nullptr : table;
}

template <typename TakeBlock, typename TakeTable>
void eachPart(const QTextCursor &selection, TakeBlock takeBlock, TakeTable takeTable)
{
    const Span span{selection.selectionStart(), selection.selectionEnd(), {}};
    if (selection.hasComplexSelection()) { // a rectangle of cells
        const QTextTable *table = selection.currentTable();
        int x = 0, y = 0, width = 0, height = 0;
        selection.selectedTableCells(&y, &height, &x, &width);
        takeTable(*table, {table->firstPosition(), table->lastPosition(), {x, y, width, height}});
        return;
    }
    const QTextTable *taken = nullptr;
    for (QTextBlock block = selection.document()->findBlock(span.start);
         block.isValid() && block.position() < span.end; block = block.next()) {
        const QTextTable *table = tableOf(block, span);
        if (table && table != taken)
            takeTable(*table, span);
        else if (!table)
            takeBlock(block, span);
        taken = table;
    }
}

/** Calls \a take with the cells of each row that is selected, in the order of reading. */
template <typename Take>
void eachRow(const QTextTable &table, const Span &span, Take take)
{
    // Those from right to left were written mirrored.
    const bool mirrored = table.cellAt(0, 0).firstCursorPosition().block().text().isRightToLeft();
    for (int row = 0; row < table.rows(); ++row) {
        QList<QTextTableCell> cells;
        bool selected = false;
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, mirrored ? table.columns() - 1 - column : column);
            if (cell.row() != row || cells.contains(cell))
                continue; // one from above, or beside it
            if (!span.cells.isNull() && !span.cells.contains(cell.column(), cell.row()))
                continue;
            selected = selected || (cell.lastPosition() >= span.start && cell.firstPosition() < span.end);
            cells.append(cell);
        }
        if (selected)
            take(row, cells);
    }
}

/** Without what only makes room on the screen. */
QTextCharFormat essence(QTextCharFormat format)
{
    format.clearProperty(QTextFormat::FontLetterSpacing);
    format.clearProperty(QTextFormat::FontLetterSpacingType);
    return format;
}

/** Calls \a take with each format and its words. */
template <typename Take>
void eachFragment(const QTextBlock &block, const Span &span, Take take)
{
    QTextCharFormat format;
    QString text;
    bool pending = false;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const int from = qMax(span.start, fragment.position());
        const int to = qMin(span.end, fragment.position() + fragment.length());
        if (from >= to)
            continue;
        const QTextCharFormat next = essence(fragment.charFormat());
        const bool goesOn = pending && next == format && next.objectType() == QTextFormat::NoObject;
        if (pending && !goesOn) {
            take(format, text);
            text.clear();
        }
        text += words(fragment, from, to);
        format = next;
        pending = true;
    }
    if (pending)
        take(format, text);
}

QString htmlOf(const QTextCharFormat &format, const QString &text)
{
    QString html = text.toHtmlEscaped();
    html.replace(u'\n', QStringLiteral("<br>"));
    if (format.boolProperty(InlineCodeProperty))
        html = QStringLiteral("<code>%1</code>").arg(html);
    if (format.fontWeight() >= QFont::Bold)
        html = QStringLiteral("<b>") + html + QStringLiteral("</b>");
    if (format.fontItalic())
        html = QStringLiteral("<i>") + html + QStringLiteral("</i>");
    const QUrl link(format.anchorHref());
    if (link.scheme().startsWith(u"http"))
        html = QStringLiteral("<a href=\"") + format.anchorHref().toHtmlEscaped() + QStringLiteral("\">") +
               html + QStringLiteral("</a>");
    return html;
}

/** The runs of a block that lie in the selection, as render writes them. */
QList<render::Run> runsOf(const QTextBlock &block, const Span &span, render::Page &page)
{
    QList<render::Run> runs;
    eachFragment(block, span, [&](const QTextCharFormat &format, const QString &text) {
        render::Run run;
        if (format.objectType() == PictureObject) {
            render::Image image;
            image.src = format.property(ImageUrlProperty).toString();
            image.alt = format.property(ImageAltProperty).toString();
            run.image = int(page.images.size());
            page.images.append(image);
            run.text = QChar(QChar::ObjectReplacementCharacter);
        } else if (text.isEmpty()) {
            return;
        } else {
            run.text = QString(text).replace(u'\n', QChar(QChar::LineSeparator));
            const bool heading = block.blockFormat().headingLevel() > 0;
            run.flags.setFlag(render::RunFlag::Bold, !heading && format.fontWeight() >= QFont::Bold);
            run.flags.setFlag(render::RunFlag::Italic, format.fontItalic() && block.blockFormat().intProperty(
                                                                                  QuoteDepthProperty) != 1);
            run.flags.setFlag(render::RunFlag::Strike, format.fontStrikeOut());
            run.flags.setFlag(render::RunFlag::Code, format.boolProperty(InlineCodeProperty));
        }
        if (const QUrl link(format.anchorHref()); link.scheme().startsWith(u"http"))
            run.link = format.anchorHref();
        runs.append(run);
    });
    return runs;
}

render::Block blockOf(const QTextBlock &block, const Span &span, render::Page &page)
{
    const QTextBlockFormat format = block.blockFormat();
    render::Block made;
    made.runs = runsOf(block, span, page);
    made.quoteDepth = quint8(format.intProperty(QuoteDepthProperty));
    made.group = format.intProperty(GroupProperty);
    if (format.headingLevel() > 0) {
        made.kind = render::Block::Kind::Heading;
        made.level = quint8(format.headingLevel());
    } else if (kind(format) == BlockKind::Code) {
        made.kind = render::Block::Kind::Code;
    } else if (kind(format) == BlockKind::Rule) {
        made.kind = render::Block::Kind::Rule;
    } else if (kind(format) == BlockKind::Pulled) {
        made.quoteDepth = 1;
    }
    if (format.hasProperty(MarkerProperty)) {
        made.listDepth = quint8(qMax(1, format.intProperty(ListDepthProperty)));
        made.ordered = format.boolProperty(OrderedProperty);
        made.firstOfItem = true;
        made.marker = format.stringProperty(MarkerProperty).chopped(1);
    } else {
        made.listDepth = quint8(format.intProperty(ListDepthProperty));
    }
    return made;
}

void addTable(const QTextTable &table, const Span &span, render::Page &page)
{
    const bool goesOn = table.format().boolProperty(GoesOnProperty) && !page.blocks.isEmpty() &&
                        page.blocks.constLast().kind == render::Block::Kind::Table;
    render::Table made = goesOn ? page.tables.takeLast() : render::Table();
    made.columns = span.cells.isNull() ? table.columns() : span.cells.width();
    eachRow(table, span, [&](int row, const QList<QTextTableCell> &cells) {
        const bool head = row < table.format().headerRowCount();
        made.headerRows += head ? 1 : 0;
        QList<render::TableCell> written;
        for (const QTextTableCell &cell : cells) {
            render::TableCell one;
            one.runs = runsOf(cell.firstCursorPosition().block(), span, page);
            one.header = head;
            one.columnSpan = cell.columnSpan();
            one.rowSpan = cell.rowSpan();
            written.append(one);
        }
        made.rows.append(written);
    });
    page.tables.append(made);
    if (goesOn)
        return;
    render::Block block;
    block.kind = render::Block::Kind::Table;
    block.table = int(page.tables.size()) - 1;
    page.blocks.append(block);
}

render::Page pageOf(const QTextCursor &selection)
{
    render::Page page;
    eachPart(
        selection,
        [&page](const QTextBlock &block, const Span &span) {
            render::Block made = blockOf(block, span, page);
            if (!made.runs.isEmpty())
                page.blocks.append(made);
        },
        [&page](const QTextTable &table, const Span &span) { addTable(table, span, page); });
    return page;
}

QString lineOf(const QTextBlock &block, const Span &span)
{
    QString line;
    eachFragment(block, span, [&line](const QTextCharFormat &, const QString &text) { line += text; });
    return line;
}

QString htmlOf(const QTextBlock &block, const Span &span)
{
    QString html;
    eachFragment(block, span, [&html](const QTextCharFormat &format, const QString &text) {
        html += htmlOf(format, text);
    });
    return html;
}

QString htmlOf(const QTextTable &table, const Span &span)
{
    QString html = QStringLiteral("<table>");
    eachRow(table, span, [&](int row, const QList<QTextTableCell> &cells) {
        const QString tag =
            row < table.format().headerRowCount() ? QStringLiteral("th") : QStringLiteral("td");
        html += QStringLiteral("<tr>");
        for (const QTextTableCell &cell : cells) {
            html += u'<' + tag;
            if (cell.columnSpan() > 1)
                html += QStringLiteral(" colspan=\"%1\"").arg(cell.columnSpan());
            if (cell.rowSpan() > 1)
                html += QStringLiteral(" rowspan=\"%1\"").arg(cell.rowSpan());
            html +=
                u'>' + htmlOf(cell.firstCursorPosition().block(), span) + QStringLiteral("</") + tag + u'>';
        }
        html += QStringLiteral("</tr>");
    });
    return html + QStringLiteral("</table>");
}

} // namespace

QString markdown(const QTextCursor &selection)
{
    return render::toMarkdown(pageOf(selection));
}

QString quotation(const QTextCursor &selection, const QString &title, const QUrl &url)
{
    QStringList lines = plainText(selection).split(u'\n');
    for (QString &line : lines)
        line = line.isEmpty() ? QStringLiteral(">") : QStringLiteral("> ") + line;
    QString name = title;
    name.replace(u'[', u'(').replace(u']', u')');
    const QString source =
        url.isEmpty() ? name : u'[' + name + QStringLiteral("](") + url.toString(QUrl::FullyEncoded) + u')';
    return lines.join(u'\n') + QStringLiteral("\n>\n> — ") + source + u'\n';
}

QString plainText(const QTextCursor &selection)
{
    QString out;
    const auto takeBlock = [&out](const QTextBlock &block, const Span &span) {
        const QString line = lineOf(block, span);
        const QTextBlockFormat format = block.blockFormat();
        if (line.isEmpty() && kind(format) != BlockKind::Text)
            return;
        const bool marked = format.hasProperty(MarkerProperty) && span.start <= block.position();
        if (!out.isEmpty())
            out += format.hasProperty(MarkerProperty) ? QStringLiteral("\n") : QStringLiteral("\n\n");
        if (marked)
            out += format.stringProperty(MarkerProperty) + u' ';
        out += line;
    };
    // As spreadsheets take it.
    const auto takeTable = [&out](const QTextTable &table, const Span &span) {
        if (!out.isEmpty() && !table.format().boolProperty(GoesOnProperty))
            out += u'\n';
        eachRow(table, span, [&out, &span](int, const QList<QTextTableCell> &cells) {
            QStringList words;
            for (const QTextTableCell &cell : cells)
                words.append(lineOf(cell.firstCursorPosition().block(), span).replace(u'\n', u' '));
            out += (out.isEmpty() ? QString() : QStringLiteral("\n")) + words.join(u'\t');
        });
    };
    eachPart(selection, takeBlock, takeTable);
    return out;
}

QMimeData *mimeData(const QTextCursor &selection)
{
    QString html;
    const auto takeBlock = [&html](const QTextBlock &block, const Span &span) {
        QString inner = htmlOf(block, span);
        if (inner.isEmpty())
            return;
        const QTextBlockFormat format = block.blockFormat();
        QString tag = QStringLiteral("p");
        if (format.headingLevel() > 0)
            tag = QStringLiteral("h%1").arg(format.headingLevel());
        else if (kind(format) == BlockKind::Code)
            tag = QStringLiteral("pre");
        if (format.hasProperty(MarkerProperty))
            inner.prepend(format.stringProperty(MarkerProperty).toHtmlEscaped() + u' ');
        html += u'<' + tag + u'>' + inner + QStringLiteral("</") + tag + u'>';
    };
    eachPart(selection, takeBlock,
             [&html](const QTextTable &table, const Span &span) { html += htmlOf(table, span); });
    auto *data = new QMimeData;
    data->setText(plainText(selection));
    data->setHtml(html);
    return data;
}

} // namespace broadsheet::selectioncopy
