// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/clean.h"

#include "html/entities.h"
#include "html/images.h"
#include "html/limits.h"
#include "html/tokenizer.h"

#include <algorithm>

namespace broadsheet::html {

namespace {

/** Collects text as a reader sees it: blanks collapsed, one line break between blocks. */
class TextCollector
{
public:
    explicit TextCollector(qsizetype capacity) { m_text.reserve(capacity); }

    void addBlank() { m_blank = true; }
    void beginBlock() { m_newline = !m_text.isEmpty(); }
    void addSeparated(QByteArrayView text)
    {
        separate();
        m_text.append(text);
    }

    void add(QByteArrayView raw, bool preformatted)
    {
        qsizetype at = 0;
        while (at < raw.size()) {
            const char c = raw[at];
            if (c == '&') {
                const auto reference = readReference(raw.sliced(at), false);
                if (reference.length > 0) {
                    addSeparated(QByteArrayView(reference.utf8, reference.size));
                    at += reference.length;
                    continue;
                }
            }
            if (preformatted ? c == '\n' : c == ' ' || c == '\n' || c == '\t') {
                preformatted ? beginLine() : addBlank();
                ++at;
                continue;
            }
            const qsizetype end = endOfRun(raw, at, preformatted);
            addSeparated(raw.sliced(at, end - at));
            at = end;
        }
    }

    void beginLine()
    {
        separate();
        m_text.append('\n');
    }

    qsizetype size() const { return m_text.size(); }
    QByteArray take() { return std::move(m_text).trimmed(); }

private:
    /** The end of what can be taken as it stands: words with a single blank between them. */
    static qsizetype endOfRun(QByteArrayView raw, qsizetype at, bool preformatted)
    {
        const auto isBlank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
        for (++at; at < raw.size(); ++at) {
            const char c = raw[at];
            if (c > '&') // the usual case: a letter
                continue;
            if (c == '&' || c == '\n' || c == '\t')
                break;
            if (c == ' ' && !preformatted && (at + 1 == raw.size() || isBlank(raw[at + 1])))
                break;
        }
        return at;
    }

    void separate()
    {
        if (m_newline) {
            if (!m_text.endsWith('\n'))
                m_text.append('\n');
        } else if (m_blank && !m_text.isEmpty() && !m_text.endsWith('\n')) {
            m_text.append(' ');
        }
        m_newline = m_blank = false;
    }

    QByteArray m_text;
    bool m_blank = false;
    bool m_newline = false;
};

} // namespace

namespace {

enum class Captions { Kept, LeftOut };

bool isPlayerLink(const Token &token)
{
    return token.tag == Tag::A && std::ranges::any_of(token.attributes, [](const Attribute &attribute) {
               return attribute.name == "rel" && attribute.value.startsWith("embed-");
           });
}

bool isShownByFigure(Tag tag)
{
    return tag == Tag::Table || tag == Tag::Pre || tag == Tag::Blockquote || tag == Tag::Ul || tag == Tag::Ol;
}

/** Passes over what clean markup holds up to the end tag of the element just begun. */
void skipElement(Tokenizer &tokens, Tag tag)
{
    for (int depth = 1; depth > 0;) {
        const Token &token = tokens.next();
        if (token.kind == Token::Kind::EndOfInput)
            return;
        if (token.tag == tag)
            depth += token.kind == Token::Kind::StartTag ? 1 : token.kind == Token::Kind::EndTag ? -1 : 0;
    }
}

QString textOf(const SafeHtml &html, qsizetype limit, Captions captions)
{
    TextCollector text(limit < 0 ? html.utf8().size()
                                 : std::min<qsizetype>(html.utf8().size(), 4 * limit + 64));
    Tokenizer tokens(html.utf8());
    int preformatted = 0;
    int figures = 0;
    int shownWithin = 0; // open tables, code, quotations and lists in a figure: they are what it shows
    bool rubyParenthesis = false; // the author's own, in rp
    // Every UTF-16 unit takes at least one byte and at most three.
    while (limit < 0 || text.size() <= 3 * limit + 16) {
        const Token &token = tokens.next();
        if (token.kind == Token::Kind::EndOfInput)
            break;
        if (token.kind == Token::Kind::Text) {
            if (captions == Captions::Kept || figures == 0 || shownWithin > 0)
                text.add(token.text, preformatted > 0);
            continue;
        }
        const bool start = token.kind == Token::Kind::StartTag;
        if (token.tag == Tag::Figure)
            figures += start ? 1 : -1;
        else if (figures > 0 && isShownByFigure(token.tag))
            shownWithin += start ? 1 : -1;
        if (start && captions == Captions::LeftOut && (token.tag == Tag::Figcaption || isPlayerLink(token))) {
            if (token.tag == Tag::Figcaption)
                text.beginBlock();
            skipElement(tokens, token.tag);
            continue;
        }
        if (has(token.tag, Block)) {
            if (token.tag == Tag::Td || token.tag == Tag::Th)
                text.addBlank();
            else
                text.beginBlock();
            if (token.tag == Tag::Pre)
                preformatted += start ? 1 : -1;
        } else if (token.tag == Tag::Br) {
            text.beginBlock();
        } else if (token.tag == Tag::Rp) {
            rubyParenthesis = true;
        } else if (token.tag == Tag::Rt && !rubyParenthesis) {
            text.addSeparated(start ? "(" : ")");
        } else if (token.tag == Tag::Ruby) {
            rubyParenthesis = false;
        }
    }
    QString result = QString::fromUtf8(text.take());
    if (limit >= 0 && result.size() > limit) {
        result.truncate(limit);
        if (!result.isEmpty() && result.back().isHighSurrogate())
            result.chop(1);
    }
    return result;
}

} // namespace

QString plainText(const SafeHtml &html, qsizetype limit)
{
    return textOf(html, limit, Captions::Kept);
}

QString bodyText(const SafeHtml &html)
{
    return textOf(html, -1, Captions::LeftOut);
}

QUrl leadImage(const SafeHtml &html)
{
    constexpr int smallest = 120; // pixels; below are icons, avatars and buttons
    Tokenizer tokens(html.utf8());
    for (;;) {
        const Token &token = tokens.next();
        if (token.kind == Token::Kind::EndOfInput)
            return {};
        if (token.kind != Token::Kind::StartTag || (token.tag != Tag::Img && token.tag != Tag::Video))
            continue;
        QByteArray address;
        bool small = false;
        for (const Attribute &attribute : token.attributes) {
            if (attribute.name == (token.tag == Tag::Img ? "src" : "poster"))
                address = withoutReferences(attribute.value);
            if (attribute.name == "width" || attribute.name == "height")
                small = small || leadingNumber(attribute.value, maxImageSide) < smallest;
        }
        const bool web = address.startsWith("http");
        if (web && !small && !address.contains("gravatar.com/") && !address.contains("feedburner.com/~ff"))
            return QUrl::fromEncoded(address);
    }
}

} // namespace broadsheet::html
