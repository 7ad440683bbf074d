// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/xml/repair.h"

#include "feed/entities.h"
#include "feed/windows1252.h"
#include "feed/xml/repairer_p.h"

#include <QtAlgorithms>

#include <algorithm>
#include <array>
#include <cstring>
#include <initializer_list>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace broadsheet::feed {
namespace {

constexpr auto noteTags =
    std::to_array<const char *>({"br", "b", "p", "i", "div", "span", "font", "pre", "strong", "table",
                                 "center", "script", "style", "h1", "hr"});

constexpr qsizetype maxReference = 40; ///< bytes between & and ; that are looked at

/** Bytes at which text has to be looked at: markup, references, control characters, leads of C1 and U+FFFE.
 */
constexpr std::array<bool, 256> makeStops(bool markup)
{
    std::array<bool, 256> stops{};
    for (int c = 0; c < 0x20; ++c)
        stops[size_t(c)] = c != '\t' && c != '\n' && c != '\r';
    stops[0xC2] = stops[0xEF] = true;
    if (markup)
        stops['&'] = stops['<'] = stops[']'] = true;
    return stops;
}
constexpr std::array<bool, 256> textStops = makeStops(true);
constexpr std::array<bool, 256> cdataStops = makeStops(false);

/** The next byte that has to be looked at, or \a end. All text passes here, so it goes by sixteen where it
 * can. */
const char *nextStop(const char *at, const char *end, bool cdata)
{
#ifdef __SSE2__
    const auto is = [](__m128i block, int c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(char(c))); };
    for (; end - at >= 16; at += 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i control =
            _mm_cmpeq_epi8(_mm_max_epu8(block, _mm_set1_epi8(0x20)), _mm_set1_epi8(0x20)); // up to the blank
        const __m128i blank = _mm_or_si128(_mm_or_si128(is(block, ' '), is(block, '\n')),
                                           _mm_or_si128(is(block, '\t'), is(block, '\r')));
        __m128i stop =
            _mm_or_si128(_mm_andnot_si128(blank, control), _mm_or_si128(is(block, 0xC2), is(block, 0xEF)));
        if (!cdata)
            stop = _mm_or_si128(_mm_or_si128(stop, is(block, ']')),
                                _mm_or_si128(is(block, '<'), is(block, '&')));
        if (const int mask = _mm_movemask_epi8(stop))
            return at + qCountTrailingZeroBits(quint32(mask));
    }
#endif
    const std::array<bool, 256> &stops = cdata ? cdataStops : textStops;
    while (at < end && !stops[uchar(*at)])
        ++at;
    return at;
}

/** Decimal digits, or x and hexadecimal ones. */
bool isNumber(QByteArrayView text)
{
    const bool hex = text.startsWith('x') || text.startsWith('X');
    const QByteArrayView digits = hex ? text.sliced(1) : text;
    return !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [hex](char c) {
        return (c >= '0' && c <= '9') || (hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    });
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || uchar(c) >= 0x80;
}

/** True where text or the markup of a script's complaint stands first; a feed may speak of XML further on. */
bool beginsWithNotes(const char *at, const char *end)
{
    if (end - at < 2 || *at != '<' || !isNameStart(at[1]))
        return !startsWith(at, end, "<!DOCTYPE") && !startsWith(at, end, "<!doctype");
    return std::any_of(noteTags.begin(), noteTags.end(), [at, end](const char *tag) {
        const qsizetype length = qsizetype(std::strlen(tag));
        return startsWith(at + 1, end, tag) && end - at > length + 1 && !isNameStart(at[length + 1]);
    });
}

/** "< rss" and its like. */
bool isSpacedRoot(const char *at, const char *end)
{
    const char *name = at + 1;
    while (name < end && uchar(*name) <= ' ')
        ++name;
    return name > at + 1 && (startsWith(name, end, "rss ") || startsWith(name, end, "feed ") ||
                             startsWith(name, end, "rdf:RDF "));
}

} // namespace

const char *findText(const char *from, const char *end, const char *what)
{
    const void *const found = memmem(from, size_t(end - from), what, std::strlen(what));
    return found ? static_cast<const char *>(found) : end;
}

bool startsWith(const char *at, const char *end, const char *what)
{
    const size_t length = std::strlen(what);
    return size_t(end - at) >= length && std::memcmp(at, what, length) == 0;
}

const char *nextOf(std::initializer_list<const char *> tags, const char *at, const char *end)
{
    while (at < end) {
        const void *const found = std::memchr(at + 1, '<', size_t(end - at - 1));
        if (!found)
            return end;
        at = static_cast<const char *>(found);
        for (const char *tag : tags) {
            if (startsWith(at, end, tag))
                return at;
        }
    }
    return end;
}

RepairedXml repairXml(const QByteArray &utf8)
{
    return XmlRepairer(utf8).run();
}

RepairedXml XmlRepairer::run()
{
    skipToRoot();
    if (!m_root)
        return m_result;
    m_flushed = m_root;
    body();
    if (!m_open.isEmpty()) {
        warn("The document is cut off; what stands before the break was kept.");
        closeDownTo(0, m_end);
    }
    flush(m_outEnd);
    m_result.xml = m_changed ? m_out : QByteArray::fromRawData(m_root, m_outEnd - m_root);
    return m_result;
}

void XmlRepairer::warn(const char *sentence, bool stillWellFormed)
{
    if (!stillWellFormed)
        m_result.wellFormed = false;
    const QByteArray key = QByteArray::fromRawData(sentence, qsizetype(std::strlen(sentence)));
    if (m_warned.contains(key))
        return;
    m_warned.insert(key);
    m_result.warnings.append(QString::fromUtf8(sentence));
}

void XmlRepairer::flush(const char *to)
{
    if (m_changed)
        m_out.append(m_flushed, to - m_flushed);
    m_flushed = m_changed ? to : m_flushed;
}

void XmlRepairer::replace(const char *from, const char *to, QByteArrayView with)
{
    if (!m_changed) {
        m_changed = true;
        m_out.reserve(m_end - m_root + 256);
    }
    flush(from);
    m_out.append(with.data(), with.size());
    m_flushed = to;
}

/** The prolog is read and left out, as is whatever stands before it: a blank line, a server's complaint. */
void XmlRepairer::skipToRoot()
{
    const char *at = m_begin;
    while (at < m_end && uchar(*at) <= ' ')
        ++at;
    const bool declared = startsWith(at, m_end, "<?xml");
    if (at != m_begin && declared)
        warn("White space stands before the XML declaration.");
    if (!declared) {
        const char *const limit = m_begin + qMin<qsizetype>(m_end - m_begin, 65536);
        const char *const declaration = findText(at, limit, "<?xml ");
        if (declaration != limit && beginsWithNotes(at, m_end)) {
            // Notes before a declaration are as common as errors of the script that writes the feed.
            at = declaration;
            warn("Something stands before the XML declaration.");
        } else if (at < m_end && *at != '<') {
            warn("Text stands before the first element.");
            at = findText(at, m_end, "<");
        }
    }
    while (at < m_end) {
        if (uchar(*at) <= ' ' || startsWith(at, m_end, "\xEF\xBB\xBF")) {
            at += uchar(*at) <= ' ' ? 1 : 3;
        } else if (startsWith(at, m_end, "<?")) {
            at = behindInstruction(at);
        } else if (startsWith(at, m_end, "<!--")) {
            const char *const end = findText(at + 4, m_end, "-->");
            if (end == m_end)
                warn("A comment is not closed or holds a double hyphen.");
            at = end == m_end
                     ? nextOf({"<rss", "<feed", "<rdf:RDF", "<RDF", "<channel", "<CHANNEL"}, at, m_end)
                     : end + 3;
        } else if (startsWith(at, m_end, "<!DOCTYPE") || startsWith(at, m_end, "<!doctype")) {
            qsizetype offset = at - m_begin;
            m_doctype = readDoctype(QByteArrayView(m_begin, m_end), &offset);
            at = m_begin + offset;
        } else if (*at == '<' && at + 1 < m_end && (isNameStart(at[1]) || isSpacedRoot(at, m_end))) {
            m_root = at;
            return;
        } else {
            warn("Text stands before the first element.");
            at = findText(at + 1, m_end, "<");
        }
    }
}

/** The end of the instruction at \a at; one that is not closed ends where the next tag begins. */
const char *XmlRepairer::behindInstruction(const char *at)
{
    const char *const end = findText(at, m_end, "?>");
    const char *const tag = findText(at + 1, end, "<");
    if (tag == end)
        return end == m_end ? m_end : end + 2;
    warn("The XML declaration is not closed.");
    return tag;
}

/** Behind the root element there may be comments, instructions and blanks (XML 1.0 §2.8). */
bool XmlRepairer::onlyMiscFollows(const char *at) const
{
    while (at < m_end) {
        const bool comment = startsWith(at, m_end, "<!--");
        if (uchar(*at) <= ' ') {
            ++at;
        } else if (comment || (startsWith(at, m_end, "<?") && !startsWith(at, m_end, "<?xml "))) {
            const char *const end = findText(at + 2, m_end, comment ? "-->" : "?>");
            if (end == m_end)
                return false;
            at = end + (comment ? 3 : 2);
        } else {
            return false;
        }
    }
    return true;
}

void XmlRepairer::body()
{
    const char *at = m_root;
    while (at < m_end) {
        at = text(at, m_end, Context::Text);
        if (at < m_end)
            at = markup(at);
        if (m_rootClosed) {
            if (!onlyMiscFollows(at))
                warn("Something stands behind the end of the document.");
            m_outEnd = at;
            return;
        }
    }
}

/** Looks through text up to \a end, and in Context::Text to the next "<", which it returns. */
const char *XmlRepairer::text(const char *at, const char *end, Context context)
{
    const bool cdata = context == Context::Cdata;
    while ((at = nextStop(at, end, cdata)) < end) {
        const uchar c = uchar(*at);
        if (c == '<' && context == Context::Text)
            return at;
        if (c == '<') {
            replace(at, at + 1, "&lt;");
            warn("An attribute holds a bare \"<\".");
            ++at;
        } else if (c == '&') {
            at = reference(at, end, context);
        } else if (c < 0x20) {
            replace(at, at + 1, {});
            warn("The document holds control characters that XML forbids.");
            ++at;
        } else if (c == ']' && context == Context::Text && startsWith(at, end, "]]>")) {
            replace(at, at + 3, {}); // the end of a CDATA section that ended already, or never began
            warn("The document ends CDATA that it has not begun.");
            at += 3;
        } else if (c == 0xC2 && end - at > 1 && uchar(at[1]) < 0xA0) {
            QByteArray meant;
            appendWindows1252(meant, uchar(at[1]));
            replace(at, at + 2, meant);
            at += 2;
        } else if (c == 0xEF && end - at > 2 && uchar(at[1]) == 0xBF && uchar(at[2]) >= 0xBE) {
            replace(at, at + 3, {});
            warn("The document holds characters that XML forbids.");
            at += 3;
        } else {
            ++at;
        }
    }
    return end;
}

/** "&#xD83D;&#xDE00;": one character as the two halves that UTF-16 has for it. Null: something else. */
const char *XmlRepairer::surrogates(const char *at, const char *end)
{
    const auto half = [end](const char *from, const char **behind) -> char32_t {
        if (!startsWith(from, end, "&#"))
            return 0;
        const char *const stop = findText(from, from + qMin<qsizetype>(end - from, 10), ";");
        const QByteArrayView digits(from + 2, stop - from - 2);
        if (stop == end || *stop != ';' || !isNumber(digits))
            return 0;
        *behind = stop + 1;
        const bool hex = digits[0] == 'x' || digits[0] == 'X';
        return digits.sliced(hex ? 1 : 0).toByteArray().toUInt(nullptr, hex ? 16 : 10);
    };
    const char *middle = nullptr;
    const char *behind = nullptr;
    const char32_t high = half(at, &middle);
    if (high < 0xD800 || high >= 0xDC00)
        return nullptr;
    const char32_t low = half(middle, &behind);
    if (low < 0xDC00 || low >= 0xE000)
        return nullptr;
    QByteArray meant;
    appendUtf8(meant, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
    replace(at, behind, meant);
    warn("The document refers to characters that XML forbids.");
    return behind;
}

const char *XmlRepairer::reference(const char *at, const char *end, Context context)
{
    const char *const limit = at + qMin<qsizetype>(end - at, maxReference);
    const char *stop = at + 1;
    while (stop < limit && *stop != ';' && uchar(*stop) > ' ' && *stop != '&' && *stop != '<' && *stop != '=')
        ++stop;
    const QByteArrayView name(at + 1, stop - at - 1);
    const bool nameless = name.isEmpty() || (name[0] == '#' && !isNumber(name.sliced(1)));
    if (stop == limit || *stop != ';' || nameless) {
        replace(at, at + 1, "&amp;");
        warn("The document holds bare ampersands.");
        return at + 1;
    }
    if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos")
        return stop + 1;
    if (name[0] == '#') {
        if (const char *const behind = surrogates(at, end))
            return behind;
        const char32_t c = numericReference(name);
        if (c == '<' || c == '&' ||
            (context == Context::Attribute && (c == '"' || c == '\'' || c <= ' ') && c != 0))
            return stop + 1; // libxml2 reads these as they are
        QByteArray meant;
        if (c)
            appendUtf8(meant, c);
        else
            warn("The document refers to characters that XML forbids.");
        replace(at, stop + 1, meant);
        return stop + 1;
    }
    const auto own = m_doctype.entities.constFind(name.toByteArray());
    if (own != m_doctype.entities.cend()) {
        if (own->size() > m_entityBudget || (context == Context::Attribute && own->contains('<'))) {
            warn("The document's own entities expand to too much and were left out.");
            replace(at, stop + 1, {});
            return stop + 1;
        }
        m_entityBudget -= own->size();
        replace(at, stop + 1, *own);
        return stop + 1;
    }
    if (const char32_t c = htmlEntity(name)) {
        QByteArray meant;
        appendUtf8(meant, c);
        replace(at, stop + 1, meant);
        if (!m_doctype.external)
            warn("The document uses HTML's entities without declaring them.");
        return stop + 1;
    }
    replace(at, at + 1, "&amp;");
    warn("The document holds bare ampersands.");
    return at + 1;
}

/** \a at is a "<". */
const char *XmlRepairer::markup(const char *at)
{
    if (startsWith(at, m_end, "<![CDATA["))
        return cdata(at);
    for (const char *misspelt :
         {"<[CDATA[", "<!CDATA[", "<![cdata[", "<![CData[", "<! [CDATA[", "<![ CDATA[", "<![CDATA ["}) {
        if (startsWith(at, m_end, misspelt)) {
            const char *const inside = at + std::strlen(misspelt);
            replace(at, inside, "<![CDATA[");
            warn("CDATA is misspelt.");
            return cdataFrom(inside);
        }
    }
    if (startsWith(at, m_end, "<!--"))
        return comment(at);
    if (startsWith(at, m_end, "<?") && m_instructionsEnd) {
        if (startsWith(at, m_end, "<?xml "))
            warn("An XML declaration stands within the document.");
        if (findText(at, m_end, "?>") != m_end)
            return dropThrough(at, "?>", 2);
        m_instructionsEnd = false; // looked for once only: the cost stays linear
    }
    if (m_end - at > 1 && isNameStart(at[1]))
        return startTag(at, at + 1);
    if (m_end - at > 2 && at[1] == '/' && isNameStart(at[2]))
        return endTag(at, at + 2);
    if (m_end - at > 2 && (uchar(at[1]) <= ' ' || (at[1] == '/' && uchar(at[2]) <= ' '))) {
        if (const char *const behind = spacedTag(at))
            return behind;
    }
    replace(at, at + 1, "&lt;");
    warn("The document holds a bare \"<\".");
    return at + 1;
}

} // namespace broadsheet::feed
