// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/pageview.h"

#include "base/text.h"
#include "html/entities.h"

#include <algorithm>

namespace broadsheet::html {

TextSize &TextSize::operator+=(const TextSize &other)
{
    length += other.length;
    linkLength += other.linkLength;
    commas += other.commas;
    stops += other.stops;
    return *this;
}

TextSize TextSize::operator-(const TextSize &other) const
{
    return {length - other.length, linkLength - other.linkLength, commas - other.commas, stops - other.stops};
}

namespace {

enum class Sign { Letter, Comma, Stop };

/** What a character of three bytes from U+2000 on is: punctuation of other scripts counts like ours. */
Sign signOf(char32_t c)
{
    switch (c) {
    case 0x3001: // ideographic comma
    case 0xFF0C:
    case 0xFF1B:
        return Sign::Comma;
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
    case 0x0964: // danda
    case 0x0965:
    case 0x0F0D: // Tibetan
    case 0x104B: // Burmese
    case 0x1362: // Ethiopic
    case 0x17D4: // Khmer
    case 0x2026:
        return Sign::Stop;
    default:
        return Sign::Letter;
    }
}

/** True where a sentence can end before what stands at \a i: a blank, a quotation mark, a bracket. */
bool endsSentence(QByteArrayView raw, qsizetype i)
{
    if (i >= raw.size())
        return true;
    const quint8 c = quint8(raw[i]);
    if (c < 0x80)
        return c <= ' ' || c == '"' || c == '\'' || c == '<' || c == ')' || c == ']' || c == '&';
    const QByteArrayView rest = raw.sliced(i);
    return rest.startsWith("\xC2\xBB") ||
           rest.startsWith("\xC2\xA0") || // » and a blank that keeps words together
           rest.startsWith("\xE2\x80\x99") || rest.startsWith("\xE2\x80\x9D") || // ’ ”
           rest.startsWith("\xE2\x80\x9C") || rest.startsWith("\xE2\x80\xBA");   // “ as German ends, ›
}

/** Adds the character at \a i to \a size and returns where the next one stands; runs of blanks count once. */
qsizetype addCharacter(QByteArrayView raw, qsizetype i, TextSize &size, bool &blankBefore)
{
    const auto byte = [&raw](qsizetype at) { return at < raw.size() ? quint8(raw[at]) : quint8(0); };
    const auto addBlank = [&] {
        size.length += blankBefore ? 0 : 1;
        blankBefore = true;
    };
    const quint8 c = byte(i);
    if (c <= ' ') {
        addBlank();
        return i + 1;
    }
    if (c == 0xC2 && byte(i + 1) == 0xA0) {
        addBlank();
        return i + 2;
    }
    if (c == '&') {
        const auto reference = readReference(raw.sliced(i), false);
        const bool isBlank =
            reference.size == 2 && quint8(reference.utf8[0]) == 0xC2 && quint8(reference.utf8[1]) == 0xA0;
        if (reference.length > 0 && isBlank) {
            addBlank();
            return i + reference.length;
        }
        if (reference.length > 0) {
            ++size.length;
            blankBefore = false;
            return i + reference.length;
        }
    }
    blankBefore = false;
    if (c < 0x80) {
        ++size.length;
        size.commas += c == ',' || c == ';' ? 1 : 0;
        size.stops += (c == '.' || c == '!' || c == '?') && endsSentence(raw, i + 1) ? 1 : 0;
        return i + 1;
    }
    if (c < 0xE0) {
        ++size.length;
        // Arabic comma, semicolon, question mark and full stop
        size.commas += c == 0xD8 && (byte(i + 1) == 0x8C || byte(i + 1) == 0x9B) ? 1 : 0;
        size.stops += (c == 0xD8 && byte(i + 1) == 0x9F) || (c == 0xDB && byte(i + 1) == 0x94) ||
                              (c == 0xD6 && byte(i + 1) == 0x89) // Armenian
                          ? 1
                          : 0;
        return i + 2;
    }
    if (c < 0xF0) {
        const char32_t code =
            char32_t(c & 0x0F) << 12 | char32_t(byte(i + 1) & 0x3F) << 6 | (byte(i + 2) & 0x3F);
        const Sign sign = signOf(code);
        size.length += code >= 0x3040 && code < 0xFB00 ? 3 : 1;
        size.commas += sign == Sign::Comma ? 1 : 0;
        size.stops += sign == Sign::Stop ? 1 : 0;
        return i + 3;
    }
    ++size.length;
    return i + 4;
}

bool leadsAway(const Dom &dom, int link)
{
    const QByteArrayView href = dom.attribute(link, "href").trimmed();
    return !href.isEmpty() && !href.startsWith('#');
}

/** Not a link by its name, but one for who clicks on it. */
bool opensAnother(const Dom &dom, int node)
{
    const QByteArrayView script = dom.attribute(node, "onclick");
    return script.contains("window.open") || script.contains("location.href") ||
           script.contains("location=") || script.contains("location =");
}

QByteArray siteHostOf(const Dom &dom)
{
    for (int node = 0; node < dom.size(); ++node) {
        QByteArrayView address;
        if (dom.tag(node) == Tag::Link && equalsIgnoringCase(dom.attribute(node, "rel"), "canonical"))
            address = dom.attribute(node, "href");
        else if (dom.tag(node) == Tag::Meta && equalsIgnoringCase(dom.attribute(node, "property"), "og:url"))
            address = dom.attribute(node, "content");
        const qsizetype start = address.indexOf("//");
        if (start < 0)
            continue;
        QByteArray host = address.sliced(start + 2).toByteArray();
        host.truncate(std::min({host.size(), host.indexOf('/') < 0 ? host.size() : host.indexOf('/')}));
        return host.startsWith("www.") ? host.sliced(4) : host;
    }
    return {};
}

} // namespace

PageView::PageView(const Dom &page)
    : dom(page)
    , m_siteHost(siteHostOf(page))
    , m_hints(size_t(page.size()), 0)
    , m_dropped(size_t(page.size()), false)
    , m_isBlockLike(size_t(page.size()), false)
{
    readHints();
    findBlockLike();
    // Looked up for each text; inline elements may be hundreds deep.
    m_blockOf.assign(size_t(page.size()), 0);
    for (int node = 1; node < page.size(); ++node)
        m_blockOf[size_t(node)] = isBlock(node) ? node : m_blockOf[size_t(page.parent(node))];
}

/** Once: segments are built several times, and most of that would be reading the same letters. */
void PageView::measureTexts()
{
    m_texts.resize(size_t(dom.size()));
    for (int node = 0; node < dom.size(); ++node) {
        const QByteArrayView raw = dom.isText(node) ? dom.rawText(node) : QByteArrayView();
        if (raw.isEmpty())
            continue;
        MeasuredText &text = m_texts[size_t(node)];
        bool blank = true;
        qsizetype next = addCharacter(raw, 0, text.size, blank);
        text.beginsBlank = blank;
        while (next < raw.size())
            next = addCharacter(raw, next, text.size, blank);
        text.endsBlank = blank;
    }
}

bool PageView::isElsewhere(QByteArrayView href) const
{
    href = href.trimmed();
    const qsizetype start = href.startsWith("//") ? 0 : href.startsWith("http") ? href.indexOf("//") : -1;
    if (m_siteHost.isEmpty() || start < 0)
        return false;
    QByteArrayView host = href.sliced(start + 2);
    if (const qsizetype slash = host.indexOf('/'); slash >= 0)
        host = host.first(slash);
    // "example.com" of "news.example.com", "example.co.uk" of "example.co.uk"
    const qsizetype last = m_siteHost.lastIndexOf('.');
    qsizetype dot = last > 0 ? m_siteHost.lastIndexOf('.', last - 1) : -1;
    if (dot > 0 && last - dot <= 4)
        dot = m_siteHost.lastIndexOf('.', dot - 1);
    return !host.toByteArray().toLower().contains(m_siteHost.mid(dot + 1).toLower());
}

/** A line of its own without being a block: the words behind a picture, set apart by style sheets. */
bool PageView::isInlineCaption(int node, int before) const
{
    const Tag tag = dom.tag(node);
    if (!(m_hints[size_t(node)] & CaptionText) || before == Dom::none ||
        (tag != Tag::Span && tag != Tag::Em && tag != Tag::Small && tag != Tag::I && tag != Tag::Strong))
        return false;
    for (int i = before; i < dom.end(before); ++i) {
        if (dom.tag(i) == Tag::Img || dom.tag(i) == Tag::Picture)
            return true;
    }
    return false;
}

void PageView::findBlockLike()
{
    std::vector<int> lastChild(size_t(dom.size()), Dom::none); // the element that came last, by parent
    for (int node = 1; node < dom.size(); ++node) {
        const int parent = dom.parent(node);
        if (dom.isText(node)) {
            if (parent >= 0 && !dom.rawText(node).trimmed().isEmpty())
                lastChild[size_t(parent)] = Dom::none;
            continue;
        }
        if (isInlineCaption(node, lastChild[size_t(parent)]))
            m_isBlockLike[size_t(node)] = true;
        lastChild[size_t(parent)] = node;
    }
    for (int node = 1; node < dom.size(); ++node) {
        if (dom.isText(node) || !has(dom.tag(node), Block))
            continue;
        for (int around = dom.parent(node);
             around > 0 && dom.tag(around) == Tag::Unknown && !m_isBlockLike[size_t(around)];
             around = dom.parent(around))
            m_isBlockLike[size_t(around)] = true;
    }
}

void PageView::readHints()
{
    QHash<QByteArrayView, quint16> known;
    const auto lookUp = [&known](QByteArrayView names) {
        if (names.isEmpty())
            return quint16(0);
        const auto found = known.constFind(names);
        if (found != known.constEnd())
            return *found;
        const quint16 hints = hintsOf(names);
        known.insert(names, hints);
        return hints;
    };
    for (int node = 0; node < dom.size(); ++node) {
        if (dom.isText(node))
            continue;
        if (dom.tag(node) == Tag::Unknown && dom.name(node).contains('-'))
            m_hints[size_t(node)] |= lookUp(dom.name(node));
        for (const Attribute &attribute : dom.attributes(node)) {
            if (equalsIgnoringCase(attribute.name, "class") || equalsIgnoringCase(attribute.name, "id") ||
                equalsIgnoringCase(attribute.name, "data-component") ||
                equalsIgnoringCase(attribute.name, "data-testid"))
                m_hints[size_t(node)] |= lookUp(attribute.value);
        }
    }
}

bool PageView::isBlock(int node) const
{
    return dom.isElement(node) &&
           (has(dom.tag(node), Block) || m_isBlockLike[size_t(node)] || node == dom.body() || node == 0);
}

int PageView::blockOf(int node) const
{
    return node > 0 ? m_blockOf[size_t(node)] : node;
}

void PageView::finish(Segment &segment)
{
    if (segment.size.length < 2)
        return;
    int level = 0;
    for (int node = segment.block; node > 0 && level < 6; node = dom.parent(node), ++level) {
        const Tag tag = dom.tag(node);
        segment.isHeading = segment.isHeading || (tag >= Tag::H1 && tag <= Tag::H6);
        segment.isItem = segment.isItem || tag == Tag::Li;
        segment.isCode = segment.isCode || tag == Tag::Pre;
        segment.isCaption =
            segment.isCaption || tag == Tag::Figcaption || tag == Tag::Figure ||
            (level < 3 && (m_hints[size_t(node)] & (CaptionText | PictureBox)) != 0 && node != dom.body());
        if (tag == Tag::Li || tag == Tag::Article || tag == Tag::Td)
            break;
    }
    const TextSize &size = segment.size;
    if (size.length >= 25 && !segment.isHeading && !segment.isCaption) {
        const double base = 1 + std::min(size.commas, 20) + std::min(size.length / 100.0, 3.0);
        const double sentence = size.stops > 0 || size.length > 120 ? 1.0 : 0.4;
        segment.weight = base * sentence * (1 - size.linkDensity()) * (segment.isItem ? 0.5 : 1.0);
        if (size.linkDensity() > 0.5)
            segment.weight = 0;
    }
    m_segments.push_back(segment);
}

void PageView::buildSegments()
{
    if (m_texts.empty())
        measureTexts();
    m_segments.clear();
    m_firstSegment.assign(size_t(dom.size()) + 1, 0);
    Segment current;
    bool open = false;
    bool blank = true;
    int linkEnd = 0;
    int breaks = 0;
    int lastBlock = -1;
    const auto close = [&] {
        if (open)
            finish(current);
        open = false;
    };
    for (int node = 0; node < dom.size();) {
        if (isDropped(node)) {
            if (isBlock(node))
                close();
            node = dom.end(node);
            continue;
        }
        if (dom.isText(node)) {
            const int block = blockOf(dom.parent(node));
            if (open && block != lastBlock)
                close();
            lastBlock = block;
            const bool wasBlank = blank;
            const MeasuredText &text = m_texts[size_t(node)];
            TextSize size = text.size;
            if (!dom.rawText(node).isEmpty()) {
                size.length += text.beginsBlank && !blank ? 1 : 0;
                blank = text.endsBlank;
            }
            if (size.length > 1 || (size.length == 1 && !(wasBlank || blank)) || (open && size.length > 0)) {
                if (!open) {
                    current = {};
                    current.block = block;
                    current.first = node;
                    open = true;
                }
                current.last = node;
                size.linkLength = node < linkEnd ? size.length : 0;
                current.size += size;
                breaks = 0;
            }
            ++node;
            continue;
        }
        const Tag tag = dom.tag(node);
        if (isBlock(node)) {
            close();
            blank = true;
        } else if (tag == Tag::Br && ++breaks >= 2) {
            close();
            blank = true;
        }
        if (tag == Tag::A ? leadsAway(dom, node) : node != dom.body() && opensAnother(dom, node))
            linkEnd = std::max(linkEnd, dom.end(node));
        ++node;
    }
    close();
    size_t next = 0;
    for (int node = 0; node <= dom.size(); ++node) {
        while (next < m_segments.size() && m_segments[next].first < node)
            ++next;
        m_firstSegment[size_t(node)] = int(next);
    }
    m_sizes.assign(1, {});
    m_weights.assign(1, 0);
    for (const Segment &segment : m_segments) {
        m_sizes.push_back(m_sizes.back());
        m_sizes.back() += segment.size;
        m_weights.push_back(m_weights.back() + segment.weight);
    }
}

TextSize PageView::size(int node) const
{
    return m_sizes[size_t(segmentsEnd(node))] - m_sizes[size_t(firstSegment(node))];
}

double PageView::weight(int node) const
{
    return m_weights[size_t(segmentsEnd(node))] - m_weights[size_t(firstSegment(node))];
}

QByteArray PageView::rawTextOf(const Segment &segment, char lineBreak) const
{
    QByteArray raw;
    for (int node = segment.first; node <= segment.last;) {
        if (isDropped(node)) {
            node = dom.end(node);
            continue;
        }
        if (dom.isText(node))
            raw += dom.rawText(node);
        else if (dom.tag(node) == Tag::Br)
            raw += lineBreak;
        ++node;
    }
    return raw;
}

QString PageView::text(const Segment &segment) const
{
    return collapsed(QString::fromUtf8(withoutReferences(rawTextOf(segment, ' '))));
}

QStringList PageView::linesOf(const Segment &segment) const
{
    constexpr char mark = '\x1f'; // stands in no page's text
    QStringList lines;
    for (const QByteArray &raw : rawTextOf(segment, mark).split(mark)) {
        if (const QString line = collapsed(QString::fromUtf8(withoutReferences(raw))); !line.isEmpty())
            lines.append(line);
    }
    return lines;
}

} // namespace broadsheet::html
