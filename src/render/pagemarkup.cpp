// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/pagemarkup.h"

#include "render/nesting_p.h"
#include "render/runmarks_p.h"

#include <QHash>
#include <QSet>
#include <QUrl>

namespace broadsheet::render {

namespace {

struct Element
{
    const char *name;
    RunFlag flag;
};

constexpr Element inlineElements[] = {
    {"strong", RunFlag::Bold}, {"em", RunFlag::Italic},   {"s", RunFlag::Strike}, {"u", RunFlag::Underline},
    {"mark", RunFlag::Mark},   {"small", RunFlag::Small}, {"sub", RunFlag::Sub},  {"sup", RunFlag::Sup},
    {"code", RunFlag::Code},   {"kbd", RunFlag::Keyboard}};

class MarkupWriter
{
public:
    MarkupWriter(const Page &page, const MarkupOptions &options) : m_page(page), m_options(options)
    {
        if (!options.anchors)
            return;
        findTargets();
    }

    QByteArray write()
    {
        Nesting nesting;
        for (const Block &block : m_page.blocks) {
            const Nesting::Step step = nesting.enter(block);
            leave(step.left);
            enterLevels(step, nesting.levels(), block);
            writeBlock(block);
        }
        leave(nesting.levels());
        return m_out;
    }

private:
    void findTargets()
    {
        QSet<QString> wanted;
        const auto look = [&wanted](const QList<Run> &runs) {
            for (const Run &run : runs) {
                if (run.link.startsWith(u'#'))
                    wanted.insert(run.link.mid(1));
            }
        };
        for (const Block &block : m_page.blocks)
            look(block.runs);
        for (const Table &table : m_page.tables) {
            look(table.caption);
            for (const auto &row : table.rows) {
                for (const TableCell &cell : row)
                    look(cell.runs);
            }
        }
        const auto name = [&](const QString &anchor) {
            if (wanted.contains(anchor) && !m_ids.contains(anchor))
                m_ids.insert(anchor, "note-" + QByteArray::number(m_ids.size() + 1));
        };
        const auto nameAll = [&name](const QList<Run> &runs) {
            for (const Run &run : runs)
                name(run.anchor);
        };
        for (const Block &block : m_page.blocks) {
            name(block.anchor);
            nameAll(block.runs);
        }
        for (const Table &table : m_page.tables) {
            nameAll(table.caption);
            for (const auto &row : table.rows) {
                for (const TableCell &cell : row)
                    nameAll(cell.runs);
            }
        }
    }

    /** ' id="note-1"' the first time that \a anchor is met, if something leads to it. */
    QByteArray idOf(const QString &anchor)
    {
        const auto id = m_ids.value(anchor);
        if (anchor.isEmpty() || id.isEmpty() || m_written.contains(id))
            return {};
        m_written.insert(id);
        return " id=\"" + id + '"';
    }

    void leave(const QList<Level> &levels)
    {
        for (qsizetype i = levels.size() - 1; i >= 0; --i) {
            if (levels[i].kind == Level::Kind::Quote)
                m_out += "</blockquote>\n";
            else
                m_out += levels[i].ordered ? "</li></ol>\n" : "</li></ul>\n";
        }
    }

    void enterLevels(const Nesting::Step &step, const QList<Level> &levels, const Block &block)
    {
        const QByteArray item =
            levels.value(step.item).ordered && block.firstOfItem ? valueOf(block) : QByteArray("<li>");
        if (step.item >= 0 && step.item < step.kept)
            m_out += "</li>\n" + item;
        for (qsizetype i = step.kept; i < levels.size(); ++i) {
            if (levels[i].kind == Level::Kind::Quote) {
                m_out += "<blockquote>\n";
                continue;
            }
            m_out += levels[i].ordered ? "<ol>" : "<ul>";
            m_out += i == step.item ? item : QByteArray("<li>");
        }
    }

    static QByteArray valueOf(const Block &block)
    {
        bool isNumber = false;
        const int number = block.marker.toInt(&isNumber);
        return isNumber ? "<li value=\"" + QByteArray::number(number) + "\">" : QByteArray("<li>");
    }

    static QByteArray elementOf(const Block &block)
    {
        switch (block.kind) {
        case Block::Kind::Heading:
            // The page's own headline is the one of the first level.
            return 'h' + QByteArray::number(qBound(2, int(block.level), 6));
        case Block::Kind::Term:
        case Block::Kind::Summary:
            return "p";
        case Block::Kind::Code:
            return "pre";
        default:
            return "p";
        }
    }

    void writeBlock(const Block &block)
    {
        switch (block.kind) {
        case Block::Kind::Rule:
            m_out += "<hr/>\n";
            return;
        case Block::Kind::Figure:
            writeFigure(block);
            return;
        case Block::Kind::Embed:
            writeEmbed(block);
            return;
        case Block::Kind::Table:
            writeTable(m_page.tables.at(block.table), block);
            return;
        default:
            break;
        }
        const QByteArray element = elementOf(block);
        m_out += '<' + element + idOf(block.anchor);
        if (block.direction == Direction::RightToLeft)
            m_out += " dir=\"rtl\"";
        if (block.kind == Block::Kind::Term || block.kind == Block::Kind::Summary)
            m_out += " class=\"term\"";
        else if (block.kind == Block::Kind::Description)
            m_out += " class=\"description\"";
        else if (block.alignment & Qt::AlignHCenter)
            m_out += " class=\"centre\"";
        m_out += '>';
        if (block.kind == Block::Kind::Code)
            m_out += "<code>" + escapedForXml(textOf(block.runs, m_page)) + "</code>";
        else
            writeRuns(block.runs);
        m_out += "</" + element + ">\n";
    }

    void writeFigure(const Block &block)
    {
        m_out += "<figure" + idOf(block.anchor) + '>' + pictureOf(m_page.images.at(block.image), true);
        writeCaption(block.runs, "figcaption");
        m_out += "</figure>\n";
    }

    void writeCaption(const QList<Run> &runs, const QByteArray &element)
    {
        if (runs.isEmpty())
            return;
        m_out += '<' + element + '>';
        writeRuns(runs);
        m_out += "</" + element + '>';
    }

    void writeEmbed(const Block &block)
    {
        const Embed &embed = m_page.embeds.at(block.embed);
        const QString title = embed.title.isEmpty() ? QUrl(embed.url).host() : embed.title;
        m_out += "<p class=\"embed\"><a href=\"" + escapedForXml(embed.url) + "\">▶ " + escapedForXml(title) +
                 "</a></p>\n";
        writeCaption(block.runs, "p");
    }

    void writeTable(const Table &table, const Block &block)
    {
        m_out += "<table" + idOf(block.anchor);
        if (block.direction == Direction::RightToLeft)
            m_out += " dir=\"rtl\"";
        m_out += '>';
        writeCaption(table.caption, "caption");
        for (qsizetype r = 0; r < table.rows.size(); ++r) {
            if (r == 0)
                m_out += table.headerRows > 0 ? "<thead>\n" : "<tbody>\n";
            m_out += "<tr>";
            for (const TableCell &cell : table.rows[r])
                writeCell(cell);
            m_out += "</tr>\n";
            if (table.headerRows > 0 && r + 1 == table.headerRows)
                m_out += r + 1 < table.rows.size() ? "</thead><tbody>\n" : "</thead>";
        }
        m_out += table.headerRows == table.rows.size() ? "</table>\n" : "</tbody></table>\n";
    }

    void writeCell(const TableCell &cell)
    {
        const QByteArray element = cell.header ? "th" : "td";
        m_out += '<' + element;
        if (cell.columnSpan > 1)
            m_out += " colspan=\"" + QByteArray::number(cell.columnSpan) + '"';
        if (cell.rowSpan > 1)
            m_out += " rowspan=\"" + QByteArray::number(cell.rowSpan) + '"';
        if (cell.alignment & Qt::AlignRight)
            m_out += " class=\"right\"";
        else if (cell.alignment & Qt::AlignHCenter)
            m_out += " class=\"centre\"";
        m_out += '>';
        writeRuns(cell.runs);
        m_out += "</" + element + '>';
    }

    QByteArray pictureOf(const Image &image, bool withLink) const
    {
        const QString source = m_options.pictureSource ? m_options.pictureSource(image.src) : image.src;
        const QByteArray alt = escapedForXml(image.alt);
        if (source.isEmpty())
            return alt.isEmpty() ? QByteArray() : "<span class=\"missing\">" + alt + "</span>";
        QByteArray out = "<img src=\"" + escapedForXml(source) + "\" alt=\"" + alt + '"';
        if (image.width > 0 && image.height > 0)
            out += " width=\"" + QByteArray::number(image.width) + "\" height=\"" +
                   QByteArray::number(image.height) + '"';
        out += "/>";
        return withLink && !image.link.isEmpty()
                   ? "<a href=\"" + escapedForXml(image.link) + "\">" + out + "</a>"
                   : out;
    }

    void writeRuns(const QList<Run> &runs)
    {
        QList<RunMark> open;
        const auto change = [&](const QList<RunMark> &marks) {
            const qsizetype common = commonMarks(open, marks);
            while (open.size() > common)
                m_out += closing(open.takeLast());
            for (qsizetype i = common; i < marks.size(); ++i)
                m_out += opening(marks[i]);
            open = marks;
        };
        for (const Run &run : runs) {
            change(marks(run));
            if (const QByteArray id = idOf(run.anchor); !id.isEmpty())
                m_out += "<span" + id + "></span>";
            if (run.image >= 0) {
                m_out += pictureOf(m_page.images.at(run.image), run.link.isEmpty());
                continue;
            }
            QByteArray text = escapedForXml(run.text);
            text.replace(QString(QChar::LineSeparator).toUtf8(), "<br/>");
            if (run.flags.testFlag(RunFlag::Ruby))
                text = '(' + text + ')';
            m_out += text;
        }
        change({});
    }

    QList<RunMark> marks(const Run &run) const
    {
        Run marked = run;
        if (run.link.startsWith(u'#') && !m_ids.contains(run.link.mid(1)))
            marked.link.clear();
        return marksOf(marked,
                       {RunFlag::Bold, RunFlag::Italic, RunFlag::Strike, RunFlag::Underline, RunFlag::Mark,
                        RunFlag::Small, RunFlag::Sub, RunFlag::Sup, RunFlag::Code, RunFlag::Keyboard});
    }

    static QByteArray nameOf(const RunMark &mark)
    {
        for (const Element &element : inlineElements) {
            if (element.flag == mark.flag)
                return element.name;
        }
        return "span";
    }
    QByteArray opening(const RunMark &mark) const
    {
        if (mark.link.isEmpty())
            return '<' + nameOf(mark) + '>';
        const QByteArray target =
            mark.link.startsWith(u'#') ? '#' + m_ids.value(mark.link.mid(1)) : escapedForXml(mark.link);
        return "<a href=\"" + target + "\">";
    }
    static QByteArray closing(const RunMark &mark)
    {
        return mark.link.isEmpty() ? "</" + nameOf(mark) + '>' : QByteArray("</a>");
    }

    const Page &m_page;
    const MarkupOptions &m_options;
    QByteArray m_out;
    QHash<QString, QByteArray> m_ids; ///< of anchors that something leads to
    QSet<QByteArray> m_written;
};

} // namespace

QByteArray escapedForXml(const QString &text)
{
    QByteArray out;
    const QByteArray utf8 = text.toUtf8();
    out.reserve(utf8.size() + utf8.size() / 16);
    for (const char c : utf8) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            if (uchar(c) >= 0x20 || c == '\t' || c == '\n')
                out += c;
            break;
        }
    }
    out.replace("\xef\xbf\xbe", "").replace("\xef\xbf\xbf", ""); // U+FFFE and U+FFFF are no characters
    return out;
}

QByteArray toMarkup(const Page &page, const MarkupOptions &options)
{
    return MarkupWriter(page, options).write();
}

} // namespace broadsheet::render
