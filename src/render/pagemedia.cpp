// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the page builder for pictures, players and tables.
#include "base/videostills.h"
#include "render/pagebuilder_p.h"

#include <algorithm>
#include <utility>

namespace broadsheet::render {

using html::Tag;
using html::Tree;

namespace {

Run plainRun(const QString &text, const QString &link = {})
{
    Run run;
    run.text = text;
    run.link = link;
    return run;
}

bool isBoldText(const TableCell &cell)
{
    bool any = false;
    for (const Run &run : cell.runs) {
        if (run.image >= 0)
            return false;
        if (run.text.trimmed().isEmpty())
            continue;
        any = true;
        if (!run.flags.testFlag(RunFlag::Bold))
            return false;
    }
    return any;
}

/** A first row in bold type alone is a head whose author knew no better. Its first cell may be empty. */
void findBoldHead(Table &table)
{
    const auto isHead = [](const QList<TableCell> &row) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (!isBoldText(row[i]) && (i > 0 || !row[i].runs.isEmpty()))
                return false;
        }
        return row.size() >= 2;
    };
    if (table.rows.size() < 2 || !isHead(table.rows[0]) || isHead(table.rows[1]))
        return;
    for (TableCell &cell : table.rows.first()) {
        if (cell.rowSpan > 1)
            return;
        cell.header = true;
        for (Run &run : cell.runs)
            run.flags.setFlag(RunFlag::Bold, false);
    }
    table.headerRows = 1;
}

} // namespace

int PageBuilder::addImage(int node, const QString &link)
{
    Image image;
    image.src = m_tree.attribute(node, "src");
    if (image.src.isEmpty())
        return -1;
    image.alt = m_tree.attribute(node, "alt");
    image.title = m_tree.attribute(node, "title");
    image.width = m_tree.attribute(node, "width").toInt();
    image.height = m_tree.attribute(node, "height").toInt();
    image.link = link;
    m_page.images.append(image);
    return int(m_page.images.size()) - 1;
}

void PageBuilder::image(int node, const Surroundings &around)
{
    const int index = addImage(node, around.link);
    if (index >= 0)
        append(QString(QChar::ObjectReplacementCharacter), around, index);
}

/** A figure of pictures: one block each, the caption under the last. Figures of other things are plain
 * blocks. */
void PageBuilder::figure(int node, const Surroundings &around)
{
    endBlock();
    int caption = Tree::none;
    bool plain = true;
    QList<std::pair<int, QString>> pictures;
    QString link;
    int linkEnd = Tree::none;
    for (int at = m_tree.next(node, node); at != Tree::none;) {
        if (at == linkEnd)
            link.clear();
        const Tag tag = m_tree.tag(at);
        if (tag == Tag::Figcaption && caption == Tree::none) {
            caption = at;
            at = m_tree.nextSkippingChildren(at, node);
            continue;
        }
        if (tag == Tag::A) {
            link = m_tree.attribute(at, "href");
            linkEnd = m_tree.nextSkippingChildren(at, node);
            plain = plain && !m_tree.hasAttribute(at, "rel");
        }
        if (tag == Tag::Img)
            pictures.append({at, link});
        const bool other = m_tree.isText(at) ? !m_tree.text(at).trimmed().isEmpty()
                                             : tag == Tag::Pre || tag == Tag::Table || tag == Tag::Video ||
                                                   tag == Tag::Audio || tag == Tag::Figure;
        plain = plain && !other;
        at = m_tree.next(at, node);
    }
    if (!plain || pictures.isEmpty()) {
        Surroundings within = around;
        if (around.quoteDepth == 0 && around.listDepth == 0 && isPulled(node)) {
            within.pulled = true;
            within.quoteDepth = 1;
            within.group = ++m_groups;
        }
        children(node, within);
        endBlock();
        return;
    }
    for (const auto &[picture, target] : std::as_const(pictures)) {
        const int index = addImage(picture, target);
        if (index < 0)
            continue;
        beginBlock(around);
        m_block.kind = Block::Kind::Figure;
        m_block.image = index;
        m_block.anchor = std::exchange(m_anchor, QString());
        m_open = false;
        Block block = std::exchange(m_block, {});
        if (picture == pictures.constLast().first && caption != Tree::none)
            block.runs = captured(caption, around);
        block.direction = around.directionGiven || block.runs.isEmpty()
                              ? (around.rightToLeft ? Direction::RightToLeft : Direction::LeftToRight)
                              : directionOf(block.runs);
        add(std::move(block));
    }
}

/** Whether a figure or an aside holds nothing but a sentence or two, perhaps with who said them: neither a
 * list nor a box that leads elsewhere. */
bool PageBuilder::isPulled(int node) const
{
    constexpr qsizetype longest = 400;
    qsizetype length = 0;
    bool quoted = m_tree.tag(node) == Tag::Aside;
    for (int at = m_tree.next(node, node); at != Tree::none; at = m_tree.next(at, node)) {
        if (m_tree.isText(at)) {
            length += m_tree.text(at).simplified().size();
            continue;
        }
        switch (m_tree.tag(at)) {
        case Tag::Blockquote:
            quoted = true;
            break;
        case Tag::A:
        case Tag::Img:
        case Tag::Ul:
        case Tag::Ol:
        case Tag::Dl:
        case Tag::Pre:
        case Tag::Table:
        case Tag::Video:
        case Tag::Audio:
        case Tag::H1:
        case Tag::H2:
        case Tag::H3:
        case Tag::H4:
            return false;
        default:
            break;
        }
    }
    return quoted && length > 0 && length <= longest;
}

void PageBuilder::addEmbed(const Embed &embed, const Surroundings &around)
{
    endBlock();
    m_page.embeds.append(embed);
    Block block;
    block.kind = Block::Kind::Embed;
    block.quoteDepth = around.quoteDepth;
    block.listDepth = around.listDepth;
    block.ordered = around.ordered;
    block.group = around.group;
    block.embed = int(m_page.embeds.size()) - 1;
    add(block);
}

/** A video or audio element; false: it has no address. */
bool PageBuilder::embed(int node, const Surroundings &around)
{
    Embed embed;
    embed.kind = m_tree.tag(node) == Tag::Video ? Embed::Kind::Video : Embed::Kind::Audio;
    embed.url = m_tree.attribute(node, "src");
    for (int at = m_tree.next(node, node); embed.url.isEmpty() && at != Tree::none;
         at = m_tree.next(at, node)) {
        if (m_tree.tag(at) == Tag::Source)
            embed.url = m_tree.attribute(at, "src");
    }
    embed.poster = m_tree.attribute(node, "poster");
    embed.title = m_tree.attribute(node, "title");
    if (embed.url.isEmpty())
        return false;
    addEmbed(embed, around);
    return true;
}

/** The link that the cleaner made of a frame. */
void PageBuilder::embedLink(int node, const Surroundings &around)
{
    Embed embed;
    const QString kind = m_tree.attribute(node, "rel");
    embed.kind = kind == QLatin1String("embed-audio")   ? Embed::Kind::Audio
                 : kind == QLatin1String("embed-frame") ? Embed::Kind::Frame
                                                        : Embed::Kind::Video;
    embed.url = m_tree.attribute(node, "href");
    for (int at = m_tree.next(node, node); at != Tree::none; at = m_tree.next(at, node)) {
        if (m_tree.isText(at)) {
            embed.title += m_tree.text(at);
        } else if (m_tree.tag(at) == Tag::Img) {
            embed.poster = m_tree.attribute(at, "src");
            embed.title += m_tree.attribute(at, "alt");
        }
    }
    embed.title = embed.title.simplified();
    if (embed.poster.isEmpty() && embed.kind == Embed::Kind::Video)
        embed.poster = stillDescription(QUrl(embed.url)).toString(QUrl::FullyEncoded);
    if (embed.url.isEmpty())
        children(node, around);
    else
        addEmbed(embed, around);
}

/** The content of \a node as one line of runs; its blocks are joined by line breaks. */
QList<Run> PageBuilder::captured(int node, const Surroundings &around)
{
    Surroundings within;
    within.rightToLeft = around.rightToLeft;
    within.directionGiven = around.directionGiven;
    within.depth = around.depth + 1;
    const auto blocks = std::exchange(m_page.blocks, {});
    const bool itemBegins = std::exchange(m_itemBegins, false);
    ++m_capturing;
    children(node, within);
    endBlock();
    --m_capturing;
    QList<Run> runs;
    const auto inner = std::exchange(m_page.blocks, blocks);
    m_itemBegins = itemBegins;
    for (const Block &block : inner) {
        if (!runs.isEmpty())
            runs.append(plainRun(QString(QChar::LineSeparator)));
        if (block.firstOfItem)
            runs.append(plainRun(block.ordered ? block.marker + QStringLiteral(". ") : QStringLiteral("• ")));
        if (block.kind == Block::Kind::Figure) {
            Run run = plainRun(QString(QChar::ObjectReplacementCharacter), m_page.images[block.image].link);
            run.image = block.image;
            runs.append(run);
        }
        if (block.kind == Block::Kind::Embed) {
            const Embed &embed = m_page.embeds[block.embed];
            runs.append(plainRun(embed.title.isEmpty() ? QUrl(embed.url).host() : embed.title, embed.url));
        }
        const qsizetype first = runs.size();
        for (Run run : block.runs) {
            if (block.kind == Block::Kind::Code) {
                run.flags |= RunFlag::Code;
                run.text.replace(u'\n', QChar::LineSeparator);
            }
            runs.append(run);
        }
        if (first < runs.size() && runs[first].anchor.isEmpty())
            runs[first].anchor = block.anchor;
    }
    return runs;
}

QList<int> PageBuilder::rowsOf(int node) const
{
    QList<int> rows;
    for (int child = m_tree.firstChild(node); child != Tree::none; child = m_tree.nextSibling(child)) {
        const Tag tag = m_tree.tag(child);
        if (tag == Tag::Tr) {
            rows.append(child);
        } else if (tag == Tag::Thead || tag == Tag::Tbody || tag == Tag::Tfoot) {
            for (int row = m_tree.firstChild(child); row != Tree::none; row = m_tree.nextSibling(row)) {
                if (m_tree.tag(row) == Tag::Tr)
                    rows.append(row);
            }
        }
    }
    return rows;
}

/** Not one that only arranges things on a page. */
bool PageBuilder::isDataTable(int node) const
{
    for (int above = m_tree.parent(node); above > 0; above = m_tree.parent(above)) {
        if (m_tree.tag(above) == Tag::Table)
            return false;
    }
    constexpr int maxCells = 20'000;
    int cells = 0;
    for (int at = m_tree.next(node, node); at != Tree::none; at = m_tree.next(at, node)) {
        switch (m_tree.tag(at)) {
        case Tag::Table:
        case Tag::Pre:
        case Tag::Blockquote:
        case Tag::Figure:
        case Tag::H1:
        case Tag::H2:
        case Tag::H3:
            return false;
        case Tag::Td:
        case Tag::Th:
            if (++cells > maxCells)
                return false;
            break;
        default:
            break;
        }
    }
    return true;
}

TableCell PageBuilder::readCell(int node, const Surroundings &around)
{
    TableCell cell;
    Surroundings within = around;
    inherit(node, within);
    cell.header = m_tree.tag(node) == Tag::Th;
    cell.columnSpan = std::max(1, m_tree.attribute(node, "colspan").toInt());
    cell.rowSpan = std::max(1, m_tree.attribute(node, "rowspan").toInt());
    cell.alignment = within.alignment == Qt::AlignLeading ? Qt::AlignLeft : within.alignment;
    cell.runs = captured(node, within);
    return cell;
}

bool PageBuilder::readTable(int node, Table &table, const Surroundings &around)
{
    constexpr int maxColumns = 64;
    const QList<int> rows = rowsOf(node);
    QList<int> taken; // rows that a cell from above still covers, by column
    bool inHead = true;
    for (qsizetype r = 0; r < rows.size(); ++r) {
        QList<TableCell> cells;
        int column = 0;
        bool allHeaders = true;
        for (int &left : taken)
            left = std::max(0, left - 1);
        for (int child = m_tree.firstChild(rows[r]); child != Tree::none; child = m_tree.nextSibling(child)) {
            if (m_tree.tag(child) != Tag::Td && m_tree.tag(child) != Tag::Th)
                continue;
            while (column < taken.size() && taken[column] > 0)
                ++column;
            TableCell cell = readCell(child, around);
            cell.rowSpan = int(std::min<qsizetype>(cell.rowSpan, rows.size() - r));
            if (column + cell.columnSpan > maxColumns)
                return false;
            while (taken.size() < column + cell.columnSpan)
                taken.append(0);
            for (int i = 0; i < cell.columnSpan; ++i)
                taken[column + i] = cell.rowSpan;
            column += cell.columnSpan;
            allHeaders = allHeaders && cell.header;
            cells.append(std::move(cell));
        }
        inHead =
            inHead && !cells.isEmpty() && (allHeaders || m_tree.tag(m_tree.parent(rows[r])) == Tag::Thead);
        table.headerRows += inHead ? 1 : 0;
        table.rows.append(std::move(cells));
    }
    table.columns = int(taken.size());
    if (table.headerRows == 0)
        findBoldHead(table);
    if (table.headerRows == table.rows.size())
        table.headerRows = 0;
    return table.columns >= 2 && table.rows.size() >= 2;
}

void PageBuilder::table(int node, const Surroundings &around)
{
    endBlock();
    Table table;
    const qsizetype images = m_page.images.size();
    const qsizetype embeds = m_page.embeds.size();
    if (!isDataTable(node) || !readTable(node, table, around)) {
        m_page.images.resize(images); // of cells that were read in vain
        m_page.embeds.resize(embeds);
        children(node, around);
        endBlock();
        return;
    }
    for (int child = m_tree.firstChild(node); child != Tree::none; child = m_tree.nextSibling(child)) {
        if (m_tree.tag(child) == Tag::Caption)
            table.caption = captured(child, around);
    }
    // Its columns run as the words of its first row do.
    Direction direction = around.rightToLeft ? Direction::RightToLeft : Direction::LeftToRight;
    if (!around.directionGiven) {
        QList<Run> head;
        for (const TableCell &cell : table.rows.constFirst())
            head += cell.runs;
        direction = directionOf(head);
    }
    m_page.tables.append(std::move(table));
    Block block;
    block.kind = Block::Kind::Table;
    block.table = int(m_page.tables.size()) - 1;
    block.quoteDepth = around.quoteDepth;
    block.listDepth = around.listDepth;
    block.ordered = around.ordered;
    block.group = around.group;
    block.direction = direction;
    block.anchor = std::exchange(m_anchor, QString());
    add(block);
}

} // namespace broadsheet::render
