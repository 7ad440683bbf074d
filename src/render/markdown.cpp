// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/markdown.h"

#include "base/url.h"
#include "render/nesting_p.h"
#include "render/runmarks_p.h"

#include <QRegularExpression>

namespace broadsheet::render {

namespace {

enum class Where { Paragraph, Line, Cell }; ///< Line: a heading or a caption, which has no second line

/** Where a backslash keeps a character from meaning something (CommonMark 2.4). */
QString escaped(const QString &text, Where where)
{
    QString out;
    out.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const auto isWord = [&text](qsizetype at) {
            return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
        };
        bool mark = false;
        switch (c.unicode()) {
        case '\\':
        case '`':
        case '*':
        case '[':
        case ']':
        case '<':
            mark = true;
            break;
        case '_': // within a word it is none
            mark = !isWord(i - 1) || !isWord(i + 1);
            break;
        case '~':
            mark = (i > 0 && text[i - 1] == u'~') || (i + 1 < text.size() && text[i + 1] == u'~');
            break;
        case '&': {
            static const QRegularExpression entity(QStringLiteral("\\G&(#\\w+|\\w+);"));
            mark = entity.match(text, i).hasMatch();
            break;
        }
        case '|':
            mark = where == Where::Cell;
            break;
        default:
            break;
        }
        if (mark)
            out += u'\\';
        out += c;
    }
    return out;
}

/** What would begin another block at the start of a line. */
QString safeLine(QString line)
{
    static const QRegularExpression opening(QStringLiteral("^(?:([#+=>-])|(\\d{1,9})([.)])(?=\\s|$)|(~~~))"));
    const auto match = opening.match(line);
    if (match.hasCaptured(2) && !match.captured(2).isEmpty())
        line.insert(match.capturedEnd(2), u'\\');
    else if (match.hasMatch())
        line.prepend(u'\\');
    return line;
}

QString address(const QString &url)
{
    QString plain = url;
    plain.replace(u' ', QLatin1String("%20"));
    const bool needsBrackets = plain.contains(u'(') || plain.contains(u')');
    return needsBrackets ? u'<' + plain.remove(u'<').remove(u'>') + u'>' : plain;
}

QString pictureText(const Image &image, Where where)
{
    const QString shown =
        QStringLiteral("![%1](%2)").arg(escaped(image.alt.simplified(), where), address(image.src));
    return image.link.isEmpty() ? shown : QStringLiteral("[%1](%2)").arg(shown, address(image.link));
}

/** Inline code: a fence longer than any within (CommonMark 6.1). */
QString codeText(const QString &text, Where where)
{
    int longest = 0;
    int run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = qMax(longest, run);
    }
    const QString fence(longest + 1, u'`');
    QString inner = text;
    if (where == Where::Cell)
        inner.replace(u'|', QLatin1String("\\|"));
    const bool padded = inner.startsWith(u'`') || inner.endsWith(u'`');
    return fence + (padded ? u' ' + inner + u' ' : inner) + fence;
}

class InlineWriter
{
public:
    InlineWriter(const Page &page, Where where) : m_page(page), m_where(where) {}

    QString write(const QList<Run> &runs)
    {
        for (const Run &run : runs) {
            if (run.image >= 0)
                piece(pictureText(withLink(run), m_where), marks(run, false));
            else
                text(run);
        }
        change({});
        return m_out;
    }

private:
    Image withLink(const Run &run) const
    {
        Image image = m_page.images.at(run.image);
        if (!run.link.isEmpty())
            image.link.clear(); // the run's link stands around it
        return image;
    }

    static QList<RunMark> marks(const Run &run, bool withStyle)
    {
        Run plain = run;
        if (run.link.startsWith(u'#'))
            plain.link.clear(); // Markdown has no place to jump to
        return withStyle ? marksOf(plain, {RunFlag::Bold, RunFlag::Italic, RunFlag::Strike})
                         : marksOf(plain, {});
    }

    void text(const Run &run)
    {
        // Blanks at the ends of marked words would unmake the marks (CommonMark 6.2).
        const QString &all = run.text;
        qsizetype begin = 0;
        qsizetype end = all.size();
        const auto isBlank = [&all](qsizetype at) { return all[at].isSpace(); };
        while (begin < end && isBlank(begin))
            ++begin;
        while (end > begin && isBlank(end - 1))
            --end;
        blanks(all.left(begin));
        if (begin < end) {
            QString words = all.sliced(begin, end - begin);
            if (run.flags & (RunFlag::Code | RunFlag::Keyboard))
                words = codeText(words.replace(QChar::LineSeparator, u' '), m_where);
            else
                words = lines(words);
            if (run.flags.testFlag(RunFlag::Sup))
                words = QLatin1String("<sup>") + words + QLatin1String("</sup>");
            if (run.flags.testFlag(RunFlag::Sub))
                words = QLatin1String("<sub>") + words + QLatin1String("</sub>");
            if (run.flags.testFlag(RunFlag::Ruby))
                words = u'(' + words + u')';
            piece(words, marks(run, true));
        }
        blanks(all.sliced(end));
    }

    QString lines(const QString &words) const
    {
        QStringList parts;
        for (const QString &line : words.split(QChar(QChar::LineSeparator)))
            parts.append(escaped(line, m_where));
        return parts.join(lineEnd());
    }

    QString lineEnd() const
    {
        switch (m_where) {
        case Where::Paragraph:
            return QStringLiteral("\\\n");
        case Where::Cell:
            return QStringLiteral("<br>");
        case Where::Line:
            break;
        }
        return QStringLiteral(" ");
    }

    void blanks(QString text) { m_pending += text.replace(QChar::LineSeparator, lineEnd()); }

    void piece(const QString &words, const QList<RunMark> &marks)
    {
        change(marks);
        m_out += words;
    }

    /** Ends the marks that do not go on, then the blanks that came between, then the new ones. */
    void change(const QList<RunMark> &marks)
    {
        const qsizetype common = commonMarks(m_open, marks);
        while (m_open.size() > common)
            m_out += closing(m_open.takeLast());
        m_out += std::exchange(m_pending, QString());
        for (qsizetype i = common; i < marks.size(); ++i)
            m_out += opening(marks[i]);
        m_open = marks;
    }

    static QString sign(const RunMark &mark)
    {
        return mark.flag == RunFlag::Bold     ? QStringLiteral("**")
               : mark.flag == RunFlag::Italic ? QStringLiteral("*")
                                              : QStringLiteral("~~");
    }
    static QString opening(const RunMark &mark)
    {
        return mark.link.isEmpty() ? sign(mark) : QStringLiteral("[");
    }
    static QString closing(const RunMark &mark)
    {
        return mark.link.isEmpty() ? sign(mark) : QStringLiteral("](") + address(mark.link) + u')';
    }

    const Page &m_page;
    Where m_where;
    QString m_out;
    QString m_pending; ///< blanks that belong to neither of two neighbours
    QList<RunMark> m_open;
};

QString inlineText(const QList<Run> &runs, const Page &page, Where where)
{
    return InlineWriter(page, where).write(runs);
}

QString tableText(const Table &table, const Page &page)
{
    const auto line = [&](const QList<const TableCell *> &cells) {
        QStringList parts;
        for (const TableCell *cell : cells)
            parts.append(cell ? inlineText(cell->runs, page, Where::Cell) : QString());
        return QStringLiteral("| ") + parts.join(QLatin1String(" | ")) + QStringLiteral(" |");
    };
    QStringList rule(table.columns, QStringLiteral("---"));
    if (const auto &cells = table.rows.constLast(); cells.size() == table.columns) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (cells[i].alignment & Qt::AlignRight)
                rule[i] = QStringLiteral("--:");
            else if (cells[i].alignment & Qt::AlignHCenter)
                rule[i] = QStringLiteral(":-:");
        }
    }
    QStringList rows;
    const auto grid = gridOf(table);
    // Markdown's tables have one row as their head, and always one.
    rows.append(
        line(table.headerRows > 0 ? grid.constFirst() : QList<const TableCell *>(table.columns, nullptr)));
    rows.append(QStringLiteral("| ") + rule.join(QLatin1String(" | ")) + QStringLiteral(" |"));
    for (qsizetype i = table.headerRows > 0 ? 1 : 0; i < table.rows.size(); ++i)
        rows.append(line(grid[i]));
    QString text = rows.join(u'\n');
    if (!table.caption.isEmpty())
        text.prepend(inlineText(table.caption, page, Where::Paragraph) + QStringLiteral("\n\n"));
    return text;
}

QString fenced(const Block &block, const Page &page)
{
    const QString code = textOf(block.runs, page);
    QString fence = QStringLiteral("```");
    while (code.contains(fence))
        fence += u'`';
    return fence + block.language + u'\n' + code + u'\n' + fence;
}

QString emphasised(const QString &text, const char *mark)
{
    return text.isEmpty() ? text : QLatin1String(mark) + text + QLatin1String(mark);
}

QString figureText(const Block &block, const Page &page)
{
    QString text = pictureText(page.images.at(block.image), Where::Paragraph);
    if (!block.runs.isEmpty())
        text += QStringLiteral("\n\n") + inlineText(block.runs, page, Where::Paragraph);
    return text;
}

QString embedText(const Block &block, const Page &page)
{
    const Embed &embed = page.embeds.at(block.embed);
    const QString title = embed.title.isEmpty() ? QUrl(embed.url).host() : embed.title;
    return QStringLiteral("[▶ %1](%2)").arg(escaped(title, Where::Line), address(embed.url));
}

QString blockText(const Block &block, const Page &page)
{
    switch (block.kind) {
    case Block::Kind::Heading:
        return QString(block.level, u'#') + u' ' + inlineText(block.runs, page, Where::Line);
    case Block::Kind::Code:
        return fenced(block, page);
    case Block::Kind::Figure:
        return figureText(block, page);
    case Block::Kind::Table:
        return tableText(page.tables.at(block.table), page);
    case Block::Kind::Rule:
        return QStringLiteral("* * *");
    case Block::Kind::Embed:
        return embedText(block, page);
    case Block::Kind::Term:
    case Block::Kind::Summary:
        return emphasised(escaped(textOf(block.runs, page).simplified(), Where::Line), "**");
    case Block::Kind::Paragraph:
    case Block::Kind::Description:
        break;
    }
    QStringList lines = inlineText(block.runs, page, Where::Paragraph).split(u'\n');
    for (QString &line : lines)
        line = safeLine(line);
    return lines.join(u'\n');
}

/** The marker of an item and, as a side effect, how far its other lines are moved in. */
QString itemMarker(const Block &block, Level &list)
{
    if (!list.ordered) {
        list.width = 2;
        return QStringLiteral("- ");
    }
    bool isNumber = false;
    const int given = block.marker.toInt(&isNumber);
    list.number = isNumber && given >= 0 ? given : list.number + 1; // Markdown knows no letters
    const QString marker = QString::number(list.number) + QStringLiteral(". ");
    list.width = int(marker.size());
    return marker;
}

/** What stands before each line within \a levels. */
QString prefixOf(const QList<Level> &levels)
{
    QString prefix;
    for (const Level &level : levels)
        prefix += level.kind == Level::Kind::Quote ? QStringLiteral("> ") : QString(level.width, u' ');
    return prefix;
}

QString withoutTrailing(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

} // namespace

QString toMarkdown(const QList<Run> &runs, const Page &page)
{
    return inlineText(runs, page, Where::Paragraph);
}

QString toMarkdown(const Page &page)
{
    QString out;
    Nesting nesting;
    bool afterListBlock = false;
    for (const Block &block : page.blocks) {
        const Nesting::Step step = nesting.enter(block);
        const QString common = prefixOf(nesting.levels().first(step.kept));
        QString first = prefixOf(nesting.levels());
        if (step.item >= 0) {
            Level &list = nesting.levels()[step.item];
            const QString before = prefixOf(nesting.levels().first(step.item));
            const QString marker = itemMarker(block, list);
            first = before + marker + prefixOf(nesting.levels().sliced(step.item + 1));
        }
        const QString rest = prefixOf(nesting.levels());
        const QStringList lines = blockText(block, page).split(u'\n');
        if (!out.isEmpty()) {
            // Items follow each other closely; everything else has a line of air, still within what goes on.
            // A list whose first number is not 1 needs the air (CommonMark 5.3).
            const bool begins = step.item >= step.kept;
            const bool lateStart =
                begins && nesting.levels()[step.item].ordered && nesting.levels()[step.item].number != 1;
            const bool close = step.item >= 0 && afterListBlock && block.kind == Block::Kind::Paragraph &&
                               step.kept > 0 && !lateStart;
            out += close ? QStringLiteral("\n") : u'\n' + withoutTrailing(common) + u'\n';
        }
        for (qsizetype i = 0; i < lines.size(); ++i)
            out += (i > 0 ? QStringLiteral("\n") : QString()) +
                   withoutTrailing((i == 0 ? first : rest) + lines[i]);
        afterListBlock = block.listDepth > 0 && block.kind == Block::Kind::Paragraph;
    }
    return out.isEmpty() ? out : out + u'\n';
}

QString toMarkdown(const Article &article, const Page &page)
{
    const ArticleHeadline &headline = article.headline;
    QStringList byline;
    if (!headline.feedTitle.isEmpty())
        byline.append(escaped(headline.feedTitle, Where::Line));
    if (const QString authors = headline.byline(); !authors.isEmpty())
        byline.append(escaped(authors, Where::Line));
    if (headline.sortTime.isValid())
        byline.append(headline.sortTime.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    if (isWebUrl(headline.url))
        byline.append(u'<' + withoutTracking(headline.url).toString(QUrl::FullyEncoded) + u'>');
    QString lead;
    if (needsLeadPicture(headline.image, page))
        lead = QStringLiteral("![](%1)\n\n").arg(address(headline.image.toString(QUrl::FullyEncoded)));
    return QStringLiteral("# ") + escaped(headline.title.simplified(), Where::Line) + QStringLiteral("\n\n") +
           byline.join(QStringLiteral(" · ")) + QStringLiteral("\n\n") + lead + toMarkdown(page);
}

} // namespace broadsheet::render
