// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/markdown.h"

#include "html/clean.h"

#include <QList>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace broadsheet::ingest {
namespace {

constexpr int maxNesting = 8; ///< of quotes and lists
constexpr qsizetype maxColumns = 20;
constexpr qsizetype codeIndent = 4;

using Lines = QList<QStringView>;

QByteArray escaped(QStringView text)
{
    return html::escapeText(text.toUtf8());
}

qsizetype indentOf(QStringView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == u' ')
        ++indent;
    return indent;
}

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

QStringView withoutIndent(QStringView line, qsizetype indent)
{
    return line.mid(std::min(indent, indentOf(line)));
}

/** How many \a mark the line begins with. */
qsizetype count(QStringView line, QChar mark)
{
    qsizetype length = 0;
    while (length < line.size() && line[length] == mark)
        ++length;
    return length;
}

struct Marker
{
    qsizetype width; ///< with the blanks after it
    QChar kind;      ///< "-", "*", "+", "." or ")"
    int number = 0;
    bool isOrdered() const { return kind == u'.' || kind == u')'; }
};

/** "- ", "* ", "+ ", "12. " or "12) ". Three digits at most: a line that begins with a year is none. */
std::optional<Marker> listMarker(QStringView line)
{
    qsizetype length = 0;
    while (length < line.size() && length < 3 && line[length] >= u'0' && line[length] <= u'9')
        ++length;
    const int number = line.left(length).toInt();
    if (length >= line.size())
        return {};
    const QChar kind = line[length];
    if (!(length > 0 ? QStringView(u".)") : QStringView(u"-*+")).contains(kind))
        return {};
    ++length;
    const qsizetype blanks = indentOf(line.mid(length));
    if (blanks == 0 && length < line.size())
        return {};
    // More blanks are those of code within the item.
    return Marker{length + (blanks > codeIndent ? 1 : std::max<qsizetype>(blanks, 1)), kind, number};
}

bool isRule(QStringView line)
{
    const QChar mark = line[0];
    return QStringView(u"-*_").contains(mark) && line.count(mark) >= 3 &&
           std::ranges::all_of(line, [mark](QChar c) { return c == mark || c == u' '; });
}

/** Level of "# Heading"; 0: none. */
int headingLevel(QStringView line)
{
    const qsizetype level = count(line, u'#');
    return level >= 1 && level <= 6 && level < line.size() && line[level] == u' ' ? int(level) : 0;
}

bool isFence(QStringView line)
{
    return count(line, u'~') >= 3 || (count(line, u'`') >= 3 && !line.mid(count(line, u'`')).contains(u'`'));
}

/** Whether a paragraph ends before \a line, which has no indent. */
bool beginsBlock(QStringView line)
{
    const auto marker = listMarker(line);
    // CommonMark §5.2: a number within a sentence begins no list.
    const bool item = marker && marker->width < line.size() && (!marker->isOrdered() || marker->number == 1);
    return item || line.startsWith(u'>') || isFence(line) || isRule(line) || headingLevel(line) > 0;
}

QStringList cellsOf(QStringView line)
{
    line = line.trimmed();
    if (line.startsWith(u'|'))
        line = line.mid(1);
    QStringList cells{{}};
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'\\' && i + 1 < line.size() && line[i + 1] == u'|')
            cells.last() += line[++i];
        else if (line[i] == u'|')
            cells.append(QString());
        else
            cells.last() += line[i];
    }
    if (line.endsWith(u'|') && cells.size() > 1 && cells.constLast().isEmpty())
        cells.removeLast();
    return cells;
}

/** The alignments that "| :-- | --: |" tells; empty: it is no such line. */
QList<QByteArray> alignmentsOf(QStringView line)
{
    QList<QByteArray> alignments;
    if (!line.contains(u'-') || !(line.contains(u'|') || line.contains(u':')))
        return {};
    for (const QString &cell : cellsOf(line)) {
        const QString mark = cell.trimmed();
        QStringView dashes = mark;
        const bool left = dashes.startsWith(u':');
        dashes = dashes.mid(left ? 1 : 0);
        const bool right = dashes.endsWith(u':');
        dashes.chop(right ? 1 : 0);
        if (dashes.isEmpty() || count(dashes, u'-') != dashes.size())
            return {};
        alignments.append(left && right ? " align=\"center\"" : right ? " align=\"right\"" : "");
    }
    return alignments;
}

/** Turns lines into blocks. */
class Blocks
{
public:
    Blocks(const NamedAddresses &named, int depth) : m_named(named), m_depth(depth) {}

    /** \a tight: what stands in an item without empty lines; its text has no paragraph of its own. */
    QByteArray render(const Lines &lines, bool tight = false)
    {
        m_tight = tight;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const qsizetype indent = indentOf(lines[i]);
            const QStringView line = lines[i].mid(indent).trimmed();
            if (line.isEmpty())
                endParagraph();
            else if (indent >= codeIndent && m_paragraph.isEmpty())
                i = code(lines, i);
            else if (indent >= codeIndent)
                m_paragraph.append(line);
            else
                i = block(lines, i, line);
        }
        endParagraph();
        return m_out;
    }

private:
    /** What begins with the line \a at; returns its last one. */
    qsizetype block(const Lines &lines, qsizetype at, QStringView line)
    {
        const auto marker = listMarker(line);
        if (isFence(line))
            return fence(lines, at, line);
        if (!m_paragraph.isEmpty() && line.size() >= 3 &&
            (count(line, u'=') == line.size() || count(line, u'-') == line.size())) {
            underlined(line[0] == u'=' ? "h1" : "h2");
        } else if (isRule(line)) {
            endParagraph();
            m_out += "<hr>";
        } else if (const int level = headingLevel(line)) {
            heading(level, line.mid(level).trimmed());
        } else if (line.startsWith(u'>') && m_depth < maxNesting) {
            return quote(lines, at);
        } else if (marker && m_depth < maxNesting && marker->width < line.size() &&
                   (m_paragraph.isEmpty() || beginsBlock(line))) {
            return list(lines, at, *marker);
        } else if (line.contains(u'|') && at + 1 < lines.size() &&
                   alignmentsOf(lines[at + 1]).size() == cellsOf(line).size()) {
            return table(lines, at, line);
        } else {
            m_paragraph.append(line);
        }
        return at;
    }

    QByteArray words(QStringView text) const { return inlineMarkup(text, m_named); }

    void underlined(const QByteArray &tag)
    {
        m_out += '<' + tag + '>' + words(joinedParagraph()) + "</" + tag + '>';
        m_paragraph.clear();
    }

    void heading(int level, QStringView text)
    {
        endParagraph();
        // Closing marks are none of its words.
        qsizetype end = text.size();
        while (end > 0 && text[end - 1] == u'#')
            --end;
        if (end == 0 || text[end - 1] == u' ')
            text = text.left(end).trimmed();
        const QByteArray tag = "h" + QByteArray::number(level);
        m_out += '<' + tag + '>' + words(text) + "</" + tag + '>';
    }

    qsizetype fence(const Lines &lines, qsizetype at, QStringView line)
    {
        endParagraph();
        const QChar mark = line[0];
        const qsizetype length = count(line, mark);
        const qsizetype indent = indentOf(lines[at]);
        const QString language = line.mid(length).trimmed().toString().section(u' ', 0, 0);
        m_out +=
            language.isEmpty() ? "<pre><code>" : "<pre><code class=\"language-" + escaped(language) + "\">";
        for (++at; at < lines.size(); ++at) {
            const QStringView end = lines[at].trimmed();
            if (count(end, mark) >= length && count(end, mark) == end.size() &&
                indentOf(lines[at]) < codeIndent)
                break;
            m_out += escaped(withoutIndent(lines[at], indent)) + '\n';
        }
        m_out += "</code></pre>";
        return at;
    }

    qsizetype code(const Lines &lines, qsizetype at)
    {
        m_out += "<pre><code>";
        qsizetype last = at;
        for (qsizetype i = at; i < lines.size(); ++i) {
            if (isBlank(lines[i]))
                continue;
            if (indentOf(lines[i]) < codeIndent)
                break;
            m_out += QByteArray(std::max<qsizetype>(i - last - 1, 0), '\n');
            m_out += escaped(lines[i].mid(codeIndent)) + '\n';
            last = i;
        }
        m_out += "</code></pre>";
        return last;
    }

    /** What goes on without ">" is the reply, not the quotation. */
    qsizetype quote(const Lines &lines, qsizetype at)
    {
        endParagraph();
        Lines inside;
        for (; at < lines.size() && lines[at].trimmed().startsWith(u'>'); ++at) {
            const QStringView line = lines[at].mid(indentOf(lines[at]) + 1);
            inside.append(line.startsWith(u' ') ? line.mid(1) : line);
        }
        m_out += "<blockquote>" + Blocks(m_named, m_depth + 1).render(inside) + "</blockquote>";
        return at - 1;
    }

    qsizetype list(const Lines &lines, qsizetype at, Marker marker)
    {
        endParagraph();
        const Marker first = marker;
        QList<Lines> items;
        bool loose = false;
        while (true) {
            bool gap = false;
            items.append(item(lines, at, marker, gap));
            loose = loose || (gap && hasBlocksApart(items.constLast()));
            if (at >= lines.size() || indentOf(lines[at]) >= codeIndent)
                break;
            const QStringView line = lines[at].trimmed();
            const auto next = listMarker(line);
            if (!next || next->kind != first.kind || isRule(line))
                break;
            marker = *next;
            loose = loose || isBlank(lines[at - 1]);
        }
        const QByteArray tag = first.isOrdered() ? "ol" : "ul";
        m_out += '<' + tag;
        if (first.isOrdered() && first.number != 1)
            m_out += " start=\"" + QByteArray::number(first.number) + '"';
        m_out += '>';
        for (Lines &item : items) {
            Blocks inside(m_named, m_depth + 1);
            if (item.constFirst().startsWith(u"[ ] "))
                inside.m_task = "\xE2\x98\x90 "; // ☐
            else if (item.constFirst().startsWith(u"[x] ", Qt::CaseInsensitive))
                inside.m_task = "\xE2\x98\x91 "; // ☑
            if (!inside.m_task.isEmpty())
                item.first() = item.constFirst().mid(4);
            m_out += "<li>" + inside.render(item, !loose) + "</li>";
        }
        m_out += "</" + tag + '>';
        return at - 1;
    }

    /** The lines of the item at \a at, which is put behind it; \a gap: there are empty ones among them. */
    static Lines item(const Lines &lines, qsizetype &at, const Marker &marker, bool &gap)
    {
        const qsizetype indent = indentOf(lines[at]);
        qsizetype inner = indent + marker.width;
        Lines item{lines[at].mid(std::min(inner, lines[at].size()))};
        bool fenced = isFence(item.constFirst().trimmed());
        bool afterBlank = false;
        for (++at; at < lines.size(); ++at) {
            if (isBlank(lines[at])) {
                item.append(QStringView());
                afterBlank = true;
                continue;
            }
            const qsizetype own = indentOf(lines[at]);
            const QStringView line = lines[at].trimmed();
            if (own >= inner) {
                item.append(lines[at].mid(inner));
            } else if (!fenced && own >= indent + 2 && listMarker(line)) {
                inner = own; // a list within, less far in than it should be
                item.append(lines[at].mid(inner));
            } else if (!fenced && !afterBlank && isWords(item.constLast()) && !beginsBlock(line) &&
                       !listMarker(line)) {
                item.append(line); // goes on with the words
            } else {
                break;
            }
            fenced = fenced != isFence(line);
            gap = gap || afterBlank;
            afterBlank = false;
        }
        while (!item.isEmpty() && isBlank(item.constLast()))
            item.removeLast();
        return item;
    }

    /** Whether a line may go on with what \a line says. */
    static bool isWords(QStringView line)
    {
        line = line.trimmed();
        return !line.isEmpty() && !isFence(line) && !isRule(line) && headingLevel(line) == 0;
    }

    /** Whether an empty line parts what stands in an item, and not what is in a list within. */
    static bool hasBlocksApart(const Lines &item)
    {
        bool nested = false;
        for (qsizetype i = 0; i < item.size(); ++i) {
            const bool marked = !isBlank(item[i]) && listMarker(item[i].trimmed());
            if (i > 0 && isBlank(item[i - 1]) && !isBlank(item[i]) && !marked &&
                (!nested || indentOf(item[i]) == 0))
                return true;
            nested = nested || marked;
        }
        return false;
    }

    qsizetype table(const Lines &lines, qsizetype at, QStringView head)
    {
        const QList<QByteArray> alignments = alignmentsOf(lines[at + 1]);
        if (alignments.size() > maxColumns) {
            m_paragraph.append(head);
            return at;
        }
        endParagraph();
        m_out += "<table>";
        row(cellsOf(head), alignments, "th");
        for (at += 2; at < lines.size() && !isBlank(lines[at]) && !beginsBlock(lines[at].trimmed()); ++at)
            row(cellsOf(lines[at]), alignments, "td");
        m_out += "</table>";
        return at - 1;
    }

    void row(const QStringList &cells, const QList<QByteArray> &alignments, const QByteArray &tag)
    {
        m_out += "<tr>";
        for (qsizetype i = 0; i < alignments.size(); ++i) {
            m_out += '<' + tag + alignments[i] + '>' + words(cells.value(i).trimmed()) + "</" + tag + '>';
        }
        m_out += "</tr>";
    }

    QString joinedParagraph() const
    {
        QString text;
        for (const QStringView line : m_paragraph) {
            if (!text.isEmpty())
                text += u'\n';
            text += line;
        }
        return text;
    }

    void endParagraph()
    {
        if (m_paragraph.isEmpty())
            return;
        const QByteArray markup = std::exchange(m_task, {}) + words(joinedParagraph());
        m_out += m_tight ? markup : "<p>" + markup + "</p>";
        m_paragraph.clear();
    }

    const NamedAddresses &m_named;
    const int m_depth;
    bool m_tight = false;
    QByteArray m_task; ///< stands before the first words
    QByteArray m_out;
    Lines m_paragraph;
};

/** "[name]: address", where the line is nothing else. */
std::optional<std::pair<QString, QString>> namedAddress(QStringView line)
{
    line = line.trimmed();
    const qsizetype middle = line.startsWith(u'[') ? line.indexOf(u"]: ") : -1;
    if (middle < 2)
        return {};
    QStringView address = line.mid(middle + 3).trimmed();
    const qsizetype blank = address.indexOf(u' ');
    if (blank >= 0 && !QStringView(u"\"'(").contains(address.mid(blank).trimmed().front()))
        return {}; // not a title, but a sentence
    address = address.left(blank < 0 ? address.size() : blank);
    if (address.startsWith(u'<') && address.endsWith(u'>'))
        address = address.mid(1).chopped(1);
    if (!isLinkAddress(address))
        return {};
    return std::pair(foldedName(line.mid(1, middle - 1)), address.toString());
}

/** How often each "[name]" stands in the text. */
QHash<QString, int> namesIn(QStringView text)
{
    constexpr qsizetype longest = 200;
    QHash<QString, int> names;
    for (qsizetype at = text.indexOf(u'['); at >= 0; at = text.indexOf(u'[', at + 1)) {
        const QStringView ahead = text.mid(at + 1, longest);
        if (const qsizetype end = ahead.indexOf(u']'); end > 0)
            ++names[foldedName(ahead.left(end))];
    }
    return names;
}

/** Tabs before the words of a line are blanks up to the next fourth column. */
QString withoutTabs(const QString &line)
{
    if (!line.contains(u'\t'))
        return line;
    QString text;
    qsizetype i = 0;
    for (; i < line.size() && (line[i] == u' ' || line[i] == u'\t'); ++i)
        text += line[i] == u' ' ? QStringLiteral(" ") : QString(codeIndent - text.size() % codeIndent, u' ');
    return text + line.mid(i);
}

} // namespace

QByteArray markupOfMarkdown(QStringView markdown)
{
    QStringList text;
    NamedAddresses named;
    std::optional<QHash<QString, int>> names;
    bool fenced = false;
    for (const QStringView line : markdown.split(u'\n')) {
        fenced = fenced != isFence(line.trimmed());
        if (const auto entry = fenced ? std::nullopt : namedAddress(line)) {
            if (!names)
                names = namesIn(markdown);
            // What nobody refers to is a line of its own.
            if (names->value(entry->first) > 1) {
                if (!named.contains(entry->first))
                    named.insert(entry->first, entry->second);
                continue;
            }
        }
        text.append(withoutTabs(line.toString()));
    }
    Lines lines;
    for (const QString &line : std::as_const(text))
        lines.append(line);
    return Blocks(named, 0).render(lines);
}

} // namespace broadsheet::ingest
