// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/clean.h"
#include "ingest/markdown.h"

namespace broadsheet::ingest {
namespace {

/** CommonMark §2.4: any ASCII punctuation; "`" and the like are symbols to Unicode. */
bool isEscapable(QChar c)
{
    return c.unicode() < 128 && (c.isPunct() || c.isSymbol());
}

bool isAddress(QStringView text)
{
    return text.startsWith(u"https://") || text.startsWith(u"http://");
}

/** Reads one block's text from left to right. Delimiters that never close are text, and are told once. */
class Inline
{
public:
    explicit Inline(QStringView text) : m_text(text) {}

    QByteArray render()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'\\' && m_at + 1 < m_text.size() && isEscapable(m_text[m_at + 1])) {
                flush();
                m_plainFrom = m_at + 1; // the mark itself, without its meaning
                m_at += 2;
            } else if (c == u'`' && code()) {
                continue;
            } else if ((c == u'*' || c == u'_') && emphasis(c)) {
                continue;
            } else if (c == u'[' && link()) {
                continue;
            } else if (c == u'<' && angledAddress()) {
                continue;
            } else if (c == u'h' && bareAddress()) {
                continue;
            } else {
                ++m_at;
            }
        }
        flush();
        return m_out;
    }

private:
    /** Writes the plain text before the reading place. */
    void flush()
    {
        m_out += html::escapeText(m_text.mid(m_plainFrom, m_at - m_plainFrom).toUtf8());
        m_plainFrom = m_at;
    }

    void put(const QByteArray &markup, qsizetype until)
    {
        flush();
        m_out += markup;
        m_at = m_plainFrom = until;
    }

    bool code()
    {
        if (m_noCode)
            return false;
        const qsizetype end = m_text.indexOf(u'`', m_at + 1);
        m_noCode = end < 0;
        if (end <= m_at + 1)
            return false;
        put("<code>" + html::escapeText(m_text.mid(m_at + 1, end - m_at - 1).toUtf8()) + "</code>", end + 1);
        return true;
    }

    bool emphasis(QChar mark)
    {
        const bool strong = m_at + 1 < m_text.size() && m_text[m_at + 1] == mark;
        const qsizetype width = strong ? 2 : 1;
        const qsizetype start = m_at + width;
        const bool wordBefore = m_at > 0 && m_text[m_at - 1].isLetterOrNumber();
        if (start >= m_text.size() || m_text[start].isSpace() || (mark == u'_' && wordBefore))
            return false;
        const QString closing(width, mark);
        bool &hopeless = m_unclosed[(mark == u'_' ? 2 : 0) + (strong ? 1 : 0)];
        const qsizetype end = hopeless ? -1 : m_text.indexOf(closing, start);
        hopeless = end < 0;
        if (end <= start || m_text[end - 1].isSpace() ||
            (!strong && end + 1 < m_text.size() && m_text[end + 1] == mark)) {
            m_at += width - 1;
            return false;
        }
        if (mark == u'_' && end + width < m_text.size() && m_text[end + width].isLetterOrNumber())
            return false;
        const QByteArray tag = strong ? "strong" : "em";
        const QByteArray inside = m_depth < 3 ? Inline(m_text.mid(start, end - start), m_depth + 1).render()
                                              : html::escapeText(m_text.mid(start, end - start).toUtf8());
        put('<' + tag + '>' + inside + "</" + tag + '>', end + width);
        return true;
    }

    bool link()
    {
        if (m_noLink)
            return false;
        const qsizetype middle = m_text.indexOf(u"](", m_at);
        const qsizetype end = middle < 0 ? -1 : m_text.indexOf(u')', middle);
        m_noLink = end < 0;
        if (m_noLink)
            return false;
        const QStringView words = m_text.mid(m_at + 1, middle - m_at - 1);
        const QStringView address = m_text.mid(middle + 2, end - middle - 2).trimmed();
        if (!isAddress(address) || words.isEmpty() || words.contains(u'['))
            return false;
        put("<a href=\"" + html::escapeText(address.toUtf8()) + "\">" + html::escapeText(words.toUtf8()) +
                "</a>",
            end + 1);
        return true;
    }

    /** CommonMark §6.5: "<https://example.org>". */
    bool angledAddress()
    {
        qsizetype end = m_at + 1;
        if (!isAddress(m_text.mid(end)))
            return false;
        while (end < m_text.size() && !m_text[end].isSpace() && m_text[end] != u'<' && m_text[end] != u'>')
            ++end;
        if (end == m_text.size() || m_text[end] != u'>')
            return false;
        const QByteArray address = html::escapeText(m_text.mid(m_at + 1, end - m_at - 1).toUtf8());
        put("<a href=\"" + address + "\">" + address + "</a>", end + 1);
        return true;
    }

    bool bareAddress()
    {
        if (!isAddress(m_text.mid(m_at)) || (m_at > 0 && m_text[m_at - 1].isLetterOrNumber()))
            return false;
        qsizetype end = m_at;
        while (end < m_text.size() && !m_text[end].isSpace() && m_text[end] != u'<' && m_text[end] != u'>' &&
               m_text[end] != u'"')
            ++end;
        const QStringView sentenceEnds = u".,;:!?'*_";
        while (end > m_at && (sentenceEnds.contains(m_text[end - 1]) ||
                              (m_text[end - 1] == u')' && !m_text.mid(m_at, end - m_at).contains(u'('))))
            --end;
        const QByteArray address = html::escapeText(m_text.mid(m_at, end - m_at).toUtf8());
        put("<a href=\"" + address + "\">" + address + "</a>", end);
        return true;
    }

    Inline(QStringView text, int depth) : m_text(text), m_depth(depth) {}

    const QStringView m_text;
    const int m_depth = 0;
    qsizetype m_at = 0;
    qsizetype m_plainFrom = 0;
    QByteArray m_out;
    bool m_noCode = false; ///< no further "`" ahead, and so on: nothing is looked for twice
    bool m_noLink = false;
    bool m_unclosed[4] = {};
};

} // namespace

QByteArray inlineMarkup(QStringView text)
{
    return Inline(text).render();
}

} // namespace broadsheet::ingest
