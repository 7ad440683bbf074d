// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/builder.h"

#include "html/limits.h"

#include <algorithm>
#include <utility>

namespace broadsheet::html {

namespace {

constexpr size_t maxReopened = 12;

bool isRubyPart(Tag tag)
{
    return tag == Tag::Rb || tag == Tag::Rt || tag == Tag::Rtc || tag == Tag::Rp;
}

bool isHeading(Tag tag)
{
    return tag >= Tag::H1 && tag <= Tag::H6;
}

bool isBoundary(Tag tag)
{
    return tag == Tag::Td || tag == Tag::Th || tag == Tag::Caption || tag == Tag::Table;
}

bool isBlankText(QByteArrayView text)
{
    return std::ranges::all_of(
        text, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; });
}

/** Blocks that may be cut in two where formatting ends within them, without a mark that shows. */
bool isSplittable(Tag tag)
{
    return !has(tag, Special) || tag == Tag::P || tag == Tag::Div || tag == Tag::Section ||
           tag == Tag::Article || isHeading(tag);
}

} // namespace

Builder::Builder(QByteArrayView input, const CleanOptions &options)
    : m_tokens(input.first(std::min(input.size(), maxInput)))
    , m_text(m_out)
    , m_attributes(m_out, options.baseUrl)
    , m_budget(4 * std::min(input.size(), maxInput) + 4096)
{
    m_out.reserve(std::min(input.size(), maxInput) + 256);
    m_open.reserve(64);
}

QByteArray Builder::build()
{
    for (;;) {
        const Token &token = m_tokens.next();
        const bool dropNewline = std::exchange(m_dropNewline, false);
        if (token.kind == Token::Kind::EndOfInput)
            break;
        if (m_skipped != Tag::Unknown && skip(token))
            continue;
        switch (token.kind) {
        case Token::Kind::Text: {
            QByteArrayView raw = token.text;
            if (dropNewline && raw.startsWith("\r\n"))
                raw = raw.sliced(2);
            else if (dropNewline && (raw.startsWith('\n') || raw.startsWith('\r')))
                raw = raw.sliced(1);
            text(raw);
            break;
        }
        case Token::Kind::StartTag:
            startTag(token);
            break;
        case Token::Kind::EndTag:
            endTag(token.tag);
            break;
        default:
            break;
        }
    }
    endSkip();
    while (!m_open.empty())
        pop();
    return std::move(m_out);
}

void Builder::text(QByteArrayView raw, TextWriter::Source source)
{
    if (raw.isEmpty())
        return;
    if (isBlankText(raw)) {
        if (context() != Context::Flow)
            return;
    } else {
        m_lazyImageBefore = false;
        if (context() != Context::Flow)
            implyCell();
        reconstruct();
    }
    if (m_preStart != m_out.size()) {
        m_text.text(raw, source);
        return;
    }
    // A parser drops the first line break after <pre>: give it one to drop.
    const qsizetype before = m_out.size();
    m_text.text(raw, source);
    if (m_out.size() > before && m_out[before] == '\n')
        m_out.insert(before, '\n');
}

void Builder::startTag(const Token &token)
{
    if (token.tag == Tag::Unknown || special(token))
        return;
    if (has(token.tag, TablePart))
        tablePart(token);
    else if (has(token.tag, Printed))
        element(token);
}

void Builder::element(const Token &token)
{
    const Tag tag = token.tag;
    if (context() != Context::Flow) {
        if (!has(tag, Block))
            return; // formatting around rows means nothing
        implyCell();
    }
    closeFor(tag);
    if (!has(tag, Block))
        reconstruct();
    if (has(tag, Void)) {
        voidElement(token);
        return;
    }
    const bool nestedLink = tag == Tag::A && count(Tag::A) > 0;
    if (!open(tag, nestedLink ? Tag::Unknown : tag, &token))
        return;
    if (tag == Tag::Pre) {
        m_dropNewline = true;
        m_preStart = m_out.size();
    }
}

/** What the start tag of \a tag closes (HTML5 §13.2.6.4.7). */
void Builder::closeFor(Tag tag)
{
    if (tag == Tag::A) {
        if (count(Tag::A) > 0)
            endFormatting(Tag::A);
        forget(Tag::A);
    } else if (tag == Tag::Li) {
        closeItem(Tag::Li, Tag::Li);
        closeParagraph();
    } else if (tag == Tag::Dd || tag == Tag::Dt) {
        closeItem(Tag::Dd, Tag::Dt);
        closeParagraph();
    } else if (has(tag, ClosesP)) {
        closeParagraph();
        if (isHeading(tag))
            closeHeading();
    } else if (isRubyPart(tag)) {
        closeRuby(tag);
    }
}

void Builder::closeItem(Tag first, Tag second)
{
    if (count(first) + count(second) == 0)
        return;
    for (size_t i = m_open.size(); i-- > 0;) {
        const Tag tag = m_open[i].tag;
        if (tag == first || tag == second) {
            popTo(i);
            return;
        }
        if (has(tag, Special) && tag != Tag::Address && tag != Tag::Div && tag != Tag::P)
            return;
    }
}

/** How many elements are open without the last ones that are not printed, which no parser will see. */
size_t Builder::printedSize() const
{
    size_t size = m_open.size();
    while (size > 0 && m_open[size - 1].printedAs == Tag::Unknown && !has(m_open[size - 1].tag, Special))
        --size;
    return size;
}

/** No heading stands right within another: a parser ends the first where the second begins. */
void Builder::closeHeading()
{
    const size_t size = printedSize();
    if (size == 0 || !isHeading(m_open[size - 1].tag))
        return;
    while (m_open.size() >= size)
        pop();
}

void Builder::closeRuby(Tag tag)
{
    if (count(Tag::Ruby) == 0)
        return;
    const bool closesRtc = tag == Tag::Rb || tag == Tag::Rtc;
    for (;;) {
        const size_t size = printedSize();
        if (size == 0)
            return;
        const Tag top = m_open[size - 1].tag;
        // HTML5's "generate implied end tags" closes these as well.
        const bool implied = top == Tag::Rb || top == Tag::Rt || top == Tag::Rp || top == Tag::Dd ||
                             top == Tag::Dt || top == Tag::Li || top == Tag::P;
        if (!implied && !(closesRtc && top == Tag::Rtc))
            return;
        while (m_open.size() >= size)
            pop();
    }
}

bool Builder::closeParagraph()
{
    const int index = count(Tag::P) > 0 ? find(Tag::P) : -1;
    if (index >= 0)
        popTo(size_t(index));
    return index >= 0;
}

void Builder::voidElement(const Token &token)
{
    m_out.append('<').append(nameOf(token.tag));
    m_attributes.write(token.tag, token);
    m_out.append('>');
    if (token.tag == Tag::Br || token.tag == Tag::Hr)
        m_text.breakWord();
}

void Builder::endTag(Tag tag)
{
    if (tag == Tag::Noscript)
        m_noscript = 0;
    if (tag == Tag::Picture)
        m_pictureSource.clear();
    if (tag == Tag::Br) {
        Token token;
        token.tag = tag;
        element(token);
        return;
    }
    if (has(tag, TablePart)) {
        endTablePart(tag);
        return;
    }
    if (!has(tag, Printed) || has(tag, Void))
        return;
    if (has(tag, Formatting)) {
        endFormatting(tag);
        return;
    }
    int index = -1;
    if (isHeading(tag)) {
        for (int level = int(Tag::H1); level <= int(Tag::H6); ++level)
            index = std::max(index, find(Tag(level)));
    } else if (has(tag, Block)) {
        index = find(tag, tag == Tag::Li);
    } else if (count(tag) > 0) {
        for (size_t i = m_open.size(); i-- > 0 && index < 0;) {
            if (m_open[i].tag == tag)
                index = int(i);
            else if (has(m_open[i].tag, Special))
                break;
        }
    }
    if (index >= 0)
        popTo(size_t(index));
}

/** The innermost open element of this kind in HTML5's scope; -1: none. */
int Builder::find(Tag tag, bool untilList) const
{
    if (count(tag) == 0)
        return -1;
    for (size_t i = m_open.size(); i-- > 0;) {
        const Tag open = m_open[i].tag;
        if (open == tag)
            return int(i);
        if (isBoundary(open) || (untilList && (open == Tag::Ul || open == Tag::Ol)))
            break;
    }
    return -1;
}

/** The essence of the adoption agency algorithm (HTML5 §13.2.6.4.7), for output that is already written. */
void Builder::endFormatting(Tag tag)
{
    const int index = find(tag);
    if (index < 0) {
        forget(tag);
        return;
    }
    const auto above = m_open.begin() + index + 1;
    const bool blockWithin =
        std::any_of(above, m_open.end(), [](const Open &open) { return has(open.tag, Special); });
    if (!blockWithin)
        popTo(size_t(index));
    else if (std::all_of(above, m_open.end(), [](const Open &open) { return isSplittable(open.tag); }))
        reopenAround(size_t(index));
    // Else it goes on to the end of the list or quotation in which it ends: cutting that would show.
}

/** Ends the formatting element at \a index, cutting the blocks within it in two. */
void Builder::reopenAround(size_t index)
{
    const std::vector<Open> within(m_open.begin() + std::ptrdiff_t(index) + 1, m_open.end());
    while (m_open.size() > index)
        pop();
    for (const Open &open : within) {
        // What kept two headings apart, or two parts of ruby, is gone.
        if (isHeading(open.tag))
            closeHeading();
        if (isRubyPart(open.tag))
            closeRuby(open.tag);
        openAgain(open.tag, open.startTag, open.startTagEnd);
    }
}

void Builder::forget(Tag tag)
{
    for (size_t i = m_formatting.size(); i-- > m_formattingBase;) {
        if (m_formatting[i].tag == tag) {
            m_formatting.erase(m_formatting.begin() + std::ptrdiff_t(i));
            return;
        }
    }
}

void Builder::reconstruct()
{
    if (m_formatting.size() == m_formattingBase)
        return;
    const std::vector<CutOff> again(m_formatting.begin() + std::ptrdiff_t(m_formattingBase),
                                    m_formatting.end());
    m_formatting.resize(m_formattingBase);
    for (const CutOff &formatting : again)
        openAgain(formatting.tag, formatting.startTag, formatting.startTagEnd);
}

void Builder::openAgain(Tag tag, qsizetype startTag, qsizetype startTagEnd)
{
    const qsizetype length = startTagEnd - startTag;
    if (length == 0 || m_printedDepth >= maxDepth || m_open.size() >= maxOpen || m_budget < length ||
        (tag == Tag::A && count(Tag::A) > 0))
        return;
    m_budget -= 2 * length;
    Open entry{.tag = tag, .printedAs = tag, .context = context()};
    entry.startTag = m_out.size();
    m_out.append(m_out.sliced(startTag, length));
    entry.startTagEnd = m_out.size();
    if (has(tag, Block))
        m_text.breakWord();
    m_open.push_back(entry);
    ++m_count[size_t(tag)];
    ++m_printedDepth;
}

/** False where nothing more may be opened; the content then belongs to what is around. */
bool Builder::open(Tag tag, Tag printedAs, const Token *token)
{
    if (m_open.size() >= maxOpen || (printedAs != Tag::Unknown && m_printedDepth >= maxDepth)) {
        if (has(tag, Block) && context() == Context::Flow)
            m_text.text("\n");
        return false;
    }
    Open entry{.tag = tag, .printedAs = printedAs, .context = context()};
    if (printedAs != Tag::Unknown) {
        entry.startTag = m_out.size();
        m_out.append('<').append(nameOf(printedAs));
        if (token && !token->attributes.empty())
            m_attributes.write(printedAs, *token);
        m_out.append('>');
        entry.startTagEnd = m_out.size();
        ++m_printedDepth;
        if (has(printedAs, Block))
            m_text.breakWord();
    }
    m_open.push_back(entry);
    ++m_count[size_t(tag)];
    return true;
}

/** Closes all down to \a index; formatting that is cut off goes on after it (HTML5 §13.2.4.3). */
void Builder::popTo(size_t index)
{
    for (size_t i = index + 1; i < m_open.size(); ++i) {
        const Open &open = m_open[i];
        if (has(open.tag, Formatting) && open.printedAs != Tag::Unknown)
            m_formatting.push_back({open.tag, open.startTag, open.startTagEnd});
    }
    while (m_open.size() > index)
        pop();
    if (m_formatting.size() > m_formattingBase + maxReopened)
        m_formatting.resize(m_formattingBase + maxReopened);
}

void Builder::pop()
{
    const Open open = m_open.back();
    m_open.pop_back();
    --m_count[size_t(open.tag)];
    if (open.tag == Tag::Td || open.tag == Tag::Th || open.tag == Tag::Caption) {
        m_formatting.resize(m_formattingBase);
        m_formattingBase = open.outerFormatting;
    }
    if (open.printedAs == Tag::Unknown)
        return;
    --m_printedDepth;
    if (open.tag == Tag::Table)
        --m_printedTables;
    m_out.append("</", 2).append(nameOf(open.printedAs)).append('>');
    if (has(open.printedAs, Block))
        m_text.breakWord();
}

} // namespace broadsheet::html
