// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/clean.h"
#include "ingest/markdown.h"

#include <algorithm>
#include <array>
#include <vector>

namespace broadsheet::ingest {
namespace {

constexpr int maxParentheses = 32; ///< in an address, open at a time
constexpr qsizetype maxName = 200;

/** CommonMark §2.4: any ASCII punctuation; "`" and the like are symbols to Unicode. */
bool isPunctuation(QChar c)
{
    return c.isPunct() || c.isSymbol();
}

/** Scripts without blanks between words: whatever stands beside them may begin or end there. */
bool isUnspaced(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
        return true;
    default:
        return false;
    }
}

bool isWebAddress(QStringView text)
{
    return text.startsWith(u"https://", Qt::CaseInsensitive) ||
           text.startsWith(u"http://", Qt::CaseInsensitive);
}

QByteArray opening(const QString &address)
{
    return "<a href=\"" + html::escapeText(address.toUtf8()) + "\">";
}

/**
 * Reads one block's text from left to right into pieces, and pairs marks and brackets as they close (CommonMark,
 * "A parsing strategy", phase 2). Each mark is looked at a bounded number of times.
 */
class Inline
{
public:
    Inline(QStringView text, const NamedAddresses &named) : m_text(text), m_named(named) {}

    QByteArray render()
    {
        while (m_at < m_text.size()) {
            if (!special(m_text[m_at]))
                ++m_at;
        }
        flush();
        pairUp(-1);
        QByteArray out;
        for (const Piece &piece : m_pieces)
            out += piece.before + QByteArray(piece.count, piece.mark.toLatin1()) + piece.markup + piece.after;
        return out;
    }

private:
    struct Piece
    {
        QByteArray markup; ///< of what is no mark
        QChar mark = {};   ///< "*", "_", "~"
        int count = 0;     ///< how many of them are left
        int length = 0;    ///< how many there were
        bool opens = false;
        bool closes = false;
        int previous = -1; ///< mark that is still open for pairing
        int next = -1;
        QByteArray before; ///< tags that end before the marks that are left
        QByteArray after;
    };
    struct Bracket
    {
        int piece;
        int marksBefore; ///< the last mark before it
        qsizetype start; ///< of the words
        bool picture;
        bool active = true;
    };

    /** Takes what begins at the reading place with \a c, if it means something. */
    bool special(QChar c)
    {
        switch (c.unicode()) {
        case u'\\':
            return escaped();
        case u'`':
            return code();
        case u'*':
        case u'_':
        case u'~':
            return marks(c);
        case u'!':
            return m_text.mid(m_at + 1).startsWith(u'[') && openBracket(true);
        case u'[':
            return openBracket(false);
        case u']':
            return closeBracket();
        case u'<':
            return angledAddress();
        case u'h':
        case u'H':
        case u'w':
            return bareAddress();
        default:
            return false;
        }
    }

    /** Writes the plain text before the reading place. */
    void flush()
    {
        if (m_plainFrom < m_at) {
            m_pieces.emplace_back().markup =
                html::escapeText(m_text.mid(m_plainFrom, m_at - m_plainFrom).toUtf8()).replace("\n", "<br>");
        }
        m_plainFrom = m_at;
    }

    int put(const QByteArray &markup, qsizetype until)
    {
        flush();
        m_pieces.emplace_back().markup = markup;
        m_at = m_plainFrom = until;
        return int(m_pieces.size()) - 1;
    }

    bool escaped()
    {
        if (m_at + 1 >= m_text.size())
            return false;
        const QChar c = m_text[m_at + 1];
        if (c != u'\n' && (c.unicode() >= 128 || !isPunctuation(c)))
            return false;
        flush();
        m_plainFrom = m_at + 1; // the mark itself, without its meaning
        m_at += 2;
        return true;
    }

    qsizetype runLength(qsizetype at) const
    {
        qsizetype end = at;
        while (end < m_text.size() && m_text[end] == m_text[at])
            ++end;
        return end - at;
    }

    /** Ends with as many marks as it begins with. */
    bool code()
    {
        if (m_lastRuns.isEmpty()) {
            for (qsizetype i = 0; i < m_text.size(); ++i) {
                if (m_text[i] != u'`')
                    continue;
                const qsizetype length = runLength(i);
                m_lastRuns.insert(length, i);
                i += length - 1;
            }
        }
        const qsizetype length = runLength(m_at);
        if (m_lastRuns.value(length, -1) <= m_at) { // none of that length ahead
            m_at += length;
            return true;
        }
        const qsizetype start = m_at + length;
        qsizetype end = start;
        for (qsizetype run = 0;; end += run) {
            end = m_text.indexOf(u'`', end);
            run = runLength(end);
            if (run == length)
                break;
        }
        QString inside = m_text.mid(start, end - start).toString().replace(u'\n', u' ');
        if (inside.size() > 2 && inside.startsWith(u' ') && inside.endsWith(u' ') &&
            !inside.trimmed().isEmpty())
            inside = inside.mid(1).chopped(1); // room for a mark at the edge
        put("<code>" + html::escapeText(inside.toUtf8()) + "</code>", end + length);
        return true;
    }

    /** CommonMark §6.2: which marks may begin and which may end something. */
    bool marks(QChar mark)
    {
        const int length = int(runLength(m_at));
        const qsizetype end = m_at + length;
        if (mark == u'~' && length != 2) {
            m_at = end;
            return true;
        }
        const QChar before = m_at > 0 ? m_text[m_at - 1] : QChar(u' ');
        const QChar after = end < m_text.size() ? m_text[end] : QChar(u' ');
        const bool edgeBefore = before.isSpace() || isPunctuation(before) || isUnspaced(before);
        const bool edgeAfter = after.isSpace() || isPunctuation(after) || isUnspaced(after);
        const bool left = !after.isSpace() && (!isPunctuation(after) || edgeBefore);
        const bool right = !before.isSpace() && (!isPunctuation(before) || edgeAfter);
        flush();
        const int index = int(m_pieces.size());
        Piece &piece = m_pieces.emplace_back();
        piece.mark = mark;
        piece.count = piece.length = length;
        const bool word = mark == u'_'; // within a word it means itself
        piece.opens = left && (!word || !right || edgeBefore);
        piece.closes = right && (!word || !left || edgeAfter);
        piece.previous = m_lastMark;
        if (m_lastMark >= 0)
            m_pieces[size_t(m_lastMark)].next = index;
        else
            m_firstMark = index;
        m_lastMark = index;
        m_at = m_plainFrom = end;
        return true;
    }

    void forget(int index)
    {
        const Piece &piece = m_pieces[size_t(index)];
        (piece.previous < 0 ? m_firstMark : m_pieces[size_t(piece.previous)].next) = piece.next;
        (piece.next < 0 ? m_lastMark : m_pieces[size_t(piece.next)].previous) = piece.previous;
    }

    static bool fit(const Piece &open, const Piece &close)
    {
        if (!open.opens || open.mark != close.mark)
            return false;
        const bool doubtful = open.closes || close.opens;
        return open.mark == u'~' || !doubtful || (open.length + close.length) % 3 != 0 ||
               (open.length % 3 == 0 && close.length % 3 == 0);
    }

    /** Pairs the marks after \a bottom; what finds no partner is text. */
    void pairUp(int bottom)
    {
        std::array<int, 18> lowest{}; // by mark, length and whether it may open: nothing fits below
        lowest.fill(bottom);
        int closer = bottom < 0 ? m_firstMark : m_pieces[size_t(bottom)].next;
        while (closer >= 0) {
            Piece &close = m_pieces[size_t(closer)];
            const int next = close.next;
            if (!close.closes) {
                closer = next;
                continue;
            }
            const int kind = close.mark == u'*' ? 0 : close.mark == u'_' ? 1 : 2;
            int &floor = lowest[size_t(kind * 6 + close.length % 3 * 2 + (close.opens ? 1 : 0))];
            int opener = close.previous;
            while (opener > floor && !fit(m_pieces[size_t(opener)], close))
                opener = m_pieces[size_t(opener)].previous;
            if (opener <= floor || opener < 0) {
                floor = close.previous;
                if (!close.opens)
                    forget(closer);
                closer = next;
                continue;
            }
            Piece &open = m_pieces[size_t(opener)];
            const int width = open.count >= 2 && close.count >= 2 ? 2 : 1;
            const QByteArray tag = open.mark == u'~' ? "del" : width == 2 ? "strong" : "em";
            open.after.prepend('<' + tag + '>');
            close.before.append("</" + tag + '>');
            open.count -= width;
            close.count -= width;
            open.next = closer; // marks between them have lost their partners
            close.previous = opener;
            if (open.count == 0)
                forget(opener);
            if (close.count == 0) {
                forget(closer);
                closer = next;
            }
        }
        m_lastMark = bottom;
        (bottom < 0 ? m_firstMark : m_pieces[size_t(bottom)].next) = -1;
    }

    bool openBracket(bool picture)
    {
        const QByteArray text = picture ? "![" : "[";
        const qsizetype start = m_at + text.size();
        m_brackets.push_back({put(text, start), m_lastMark, start, picture});
        return true;
    }

    /** A link, if an address follows the words or is named by them. */
    bool closeBracket()
    {
        if (m_brackets.empty())
            return false;
        const Bracket bracket = m_brackets.back();
        m_brackets.pop_back();
        if (!bracket.active)
            return false;
        const QStringView words = m_text.mid(bracket.start, m_at - bracket.start);
        qsizetype end = m_at + 1;
        QString address;
        if (!readAddress(end, address) && !readName(end, words, address))
            return false;
        const bool hasWords = !words.trimmed().isEmpty();
        if (!isLinkAddress(address) || (!hasWords && !bracket.picture))
            return false;
        flush();
        pairUp(bracket.marksBefore);
        // Within a link a picture is its words alone.
        while (!m_pictureTags.empty() && m_pictureTags.back() > bracket.piece) {
            m_pieces[size_t(m_pictureTags.back())].markup.clear();
            m_pictureTags.pop_back();
        }
        m_pieces[size_t(bracket.piece)].markup = opening(address);
        if (!hasWords)
            put(html::escapeText(address.toUtf8()), m_at);
        const int closing = put("</a>", end);
        if (bracket.picture) {
            m_pictureTags.push_back(bracket.piece);
            m_pictureTags.push_back(closing);
        }
        if (!bracket.picture) {
            for (auto it = m_brackets.rbegin(); it != m_brackets.rend() && (it->active || it->picture); ++it)
                it->active = it->active && it->picture; // no link holds another
        }
        return true;
    }

    /** "(address "title")" from \a at, which is put behind it. */
    bool readAddress(qsizetype &at, QString &address) const
    {
        if (at >= m_text.size() || m_text[at] != u'(')
            return false;
        qsizetype i = skipBlanks(at + 1);
        const qsizetype start = i;
        if (i < m_text.size() && m_text[i] == u'<') {
            const qsizetype close = m_text.indexOf(u'>', i);
            const qsizetype line = m_text.indexOf(u'\n', i);
            if (close < 0 || (line >= 0 && line < close))
                return false;
            address = m_text.mid(i + 1, close - i - 1).toString();
            i = close + 1;
        } else {
            int depth = 0;
            for (; i < m_text.size() && !m_text[i].isSpace(); ++i) {
                if (m_text[i] == u'\\' && i + 1 < m_text.size() && isPunctuation(m_text[i + 1]))
                    ++i;
                else if (m_text[i] == u'(' && ++depth > maxParentheses)
                    return false;
                else if (m_text[i] == u')' && --depth < 0)
                    break;
            }
            address = withoutEscapes(m_text.mid(start, i - start));
        }
        i = skipTitle(skipBlanks(i));
        if (i >= m_text.size() || m_text[i] != u')')
            return false;
        at = i + 1;
        return true;
    }

    /** "[name]", "[]" or nothing from \a at: an address that is told elsewhere. */
    bool readName(qsizetype &at, QStringView words, QString &address) const
    {
        if (m_named.isEmpty())
            return false;
        qsizetype end = at;
        QStringView name = words;
        if (at < m_text.size() && m_text[at] == u'[') {
            const qsizetype close = m_text.mid(0, at + maxName).indexOf(u']', at);
            if (close < 0)
                return false;
            end = close + 1;
            if (close > at + 1)
                name = m_text.mid(at + 1, close - at - 1);
        }
        if (name.size() > maxName)
            return false;
        address = m_named.value(foldedName(name));
        if (address.isEmpty())
            return false;
        at = end;
        return true;
    }

    qsizetype skipBlanks(qsizetype at) const
    {
        while (at < m_text.size() && m_text[at].isSpace())
            ++at;
        return at;
    }

    qsizetype skipTitle(qsizetype at) const
    {
        if (at >= m_text.size() || (m_text[at] != u'"' && m_text[at] != u'\''))
            return at;
        const qsizetype end = m_text.mid(0, at + 1 + maxName).indexOf(m_text[at], at + 1);
        return end < 0 ? at : skipBlanks(end + 1);
    }

    static QString withoutEscapes(QStringView text)
    {
        QString plain;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'\\' && i + 1 < text.size() && isPunctuation(text[i + 1]))
                ++i;
            plain += text[i];
        }
        return plain;
    }

    /** CommonMark §6.5: "<https://example.org>". */
    bool angledAddress()
    {
        qsizetype end = m_at + 1;
        if (!isLinkAddress(m_text.mid(end)))
            return false;
        while (end < m_text.size() && !m_text[end].isSpace() && m_text[end] != u'<' && m_text[end] != u'>')
            ++end;
        if (end == m_text.size() || m_text[end] != u'>')
            return false;
        const QString address = m_text.mid(m_at + 1, end - m_at - 1).toString();
        putAddress(address, address, end + 1);
        return true;
    }

    void putAddress(const QString &address, const QString &words, qsizetype end)
    {
        flush();
        // Within brackets that become a link it is words.
        m_pictureTags.push_back(put(opening(address), m_at));
        put(html::escapeText(words.toUtf8()), m_at);
        m_pictureTags.push_back(put("</a>", end));
    }

    bool bareAddress()
    {
        const QStringView rest = m_text.mid(m_at);
        const bool bare = rest.size() > 4 && rest.startsWith(u"www.") && rest[4].isLetterOrNumber();
        if ((!bare && !isWebAddress(rest)) ||
            (m_at > 0 && m_text[m_at - 1].isLetterOrNumber() && !isUnspaced(m_text[m_at - 1])))
            return false;
        qsizetype end = m_at;
        qsizetype parentheses = 0;
        while (end < m_text.size() && !m_text[end].isSpace() && m_text[end] != u'<' && m_text[end] != u'>' &&
               m_text[end] != u'"' && m_text[end] != u']') {
            parentheses += m_text[end] == u'(' ? 1 : m_text[end] == u')' ? -1 : 0;
            ++end;
        }
        const QStringView sentenceEnds = u".,;:!?'*_~";
        while (end > m_at &&
               (sentenceEnds.contains(m_text[end - 1]) || (m_text[end - 1] == u')' && parentheses < 0))) {
            parentheses += m_text[end - 1] == u')' ? 1 : 0;
            --end;
        }
        const QString words = m_text.mid(m_at, end - m_at).toString();
        putAddress(bare ? QStringLiteral("https://") + words : words, words, end);
        return true;
    }

    const QStringView m_text;
    const NamedAddresses &m_named;
    qsizetype m_at = 0;
    qsizetype m_plainFrom = 0;
    std::vector<Piece> m_pieces;
    std::vector<Bracket> m_brackets;
    std::vector<int> m_pictureTags; ///< pieces that vanish within a link
    int m_firstMark = -1;
    int m_lastMark = -1;
    QHash<qsizetype, qsizetype> m_lastRuns; ///< of "`": where the last run of a length begins
};

} // namespace

bool isLinkAddress(QStringView address)
{
    return isWebAddress(address) || address.startsWith(u"mailto:", Qt::CaseInsensitive);
}

QString foldedName(QStringView name)
{
    return name.toString().simplified().toCaseFolded();
}

QByteArray inlineMarkup(QStringView text, const NamedAddresses &named)
{
    return Inline(text, named).render();
}

} // namespace broadsheet::ingest
