// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/markdown.h"

#include "html/clean.h"

#include <QList>
#include <QStringList>

namespace broadsheet::ingest {
namespace {

constexpr int maxQuoteDepth = 8;

QByteArray escaped(QStringView text)
{
    return html::escapeText(text.toUtf8());
}

/** Length of "- ", "* ", "+ " or "12. " at the start of a line; 0 if it starts no list item. */
qsizetype listMarker(QStringView line, bool *ordered)
{
    *ordered = false;
    if (line.size() > 1 && (line[0] == u'-' || line[0] == u'*' || line[0] == u'+') && line[1] == u' ')
        return 2;
    qsizetype digits = 0;
    while (digits < line.size() && digits < 4 && line[digits].isDigit())
        ++digits;
    *ordered = true;
    return digits > 0 && digits + 1 < line.size() && line[digits] == u'.' && line[digits + 1] == u' '
               ? digits + 2
               : 0;
}

/** Turns lines into blocks. */
class Blocks
{
public:
    explicit Blocks(int depth) : m_depth(depth) {}

    QByteArray render(const QList<QStringView> &lines)
    {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QStringView line = lines[i].trimmed();
            bool ordered = false;
            if (line.startsWith(u"```")) {
                i = fence(lines, i);
            } else if (line.isEmpty()) {
                endParagraph();
                endListUnlessContinued(lines, i);
            } else if (line.startsWith(u'>') && m_depth < maxQuoteDepth) {
                i = quote(lines, i);
            } else if (const qsizetype marker = listMarker(line, &ordered)) {
                listItem(line.mid(marker), ordered);
            } else if (!m_list.isEmpty()) {
                m_out += "<br>" + inlineMarkup(line); // goes on with the item
            } else {
                m_paragraph.append(line);
            }
        }
        endParagraph();
        endList();
        return m_out;
    }

private:
    qsizetype fence(const QList<QStringView> &lines, qsizetype at)
    {
        endParagraph();
        endList();
        m_out += "<pre><code>";
        for (++at; at < lines.size() && !lines[at].trimmed().startsWith(u"```"); ++at)
            m_out += escaped(lines[at]) + '\n';
        m_out += "</code></pre>";
        return at;
    }

    qsizetype quote(const QList<QStringView> &lines, qsizetype at)
    {
        endParagraph();
        endList();
        QList<QStringView> inside;
        for (; at < lines.size() && lines[at].trimmed().startsWith(u'>'); ++at)
            inside.append(lines[at].trimmed().mid(1));
        m_out += "<blockquote>" + Blocks(m_depth + 1).render(inside) + "</blockquote>";
        return at - 1;
    }

    void listItem(QStringView text, bool ordered)
    {
        endParagraph();
        const QByteArray list = ordered ? "ol" : "ul";
        if (m_list != list) {
            endList();
            m_list = list;
            m_out += '<' + list + "><li>";
        } else {
            m_out += "</li><li>";
        }
        m_out += inlineMarkup(text);
    }

    void endParagraph()
    {
        if (m_paragraph.isEmpty())
            return;
        m_out += "<p>";
        for (qsizetype i = 0; i < m_paragraph.size(); ++i)
            m_out += (i ? "<br>" : "") + inlineMarkup(m_paragraph[i]);
        m_out += "</p>";
        m_paragraph.clear();
    }

    void endListUnlessContinued(const QList<QStringView> &lines, qsizetype at)
    {
        bool ordered = false;
        if (at + 1 >= lines.size() || listMarker(lines[at + 1].trimmed(), &ordered) == 0)
            endList();
    }

    void endList()
    {
        if (!m_list.isEmpty())
            m_out += "</li></" + m_list + '>';
        m_list.clear();
    }

    const int m_depth;
    QByteArray m_out;
    QList<QStringView> m_paragraph;
    QByteArray m_list; ///< "ul", "ol", or empty outside of a list
};

} // namespace

QByteArray markupOfMarkdown(QStringView markdown)
{
    return Blocks(0).render(markdown.split(u'\n'));
}

} // namespace broadsheet::ingest
