// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/text.h"

#include "base/text.h"
#include "feed/entities.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace broadsheet::feed {
namespace {

// Sorted: the elements of HTML that people write.
constexpr std::array<std::string_view, 105> elements{
    "a",       "abbr",    "acronym",  "address",    "applet",  "area",   "article",  "aside",      "audio",
    "b",       "base",    "basefont", "bdi",        "bdo",     "big",    "blink",    "blockquote", "body",
    "br",      "button",  "canvas",   "caption",    "center",  "cite",   "code",     "col",        "colgroup",
    "dd",      "del",     "details",  "dfn",        "dialog",  "dir",    "div",      "dl",         "dt",
    "em",      "embed",   "fieldset", "figcaption", "figure",  "font",   "footer",   "form",       "frame",
    "h1",      "h2",      "h3",       "h4",         "h5",      "h6",     "head",     "header",     "hr",
    "html",    "i",       "iframe",   "img",        "input",   "ins",    "kbd",      "label",      "legend",
    "li",      "link",    "main",     "map",        "mark",    "meta",   "nav",      "nobr",       "noscript",
    "object",  "ol",      "option",   "p",          "picture", "pre",    "q",        "s",          "samp",
    "script",  "section", "select",   "small",      "span",    "strike", "strong",   "style",      "sub",
    "summary", "sup",     "svg",      "table",      "tbody",   "td",     "textarea", "tfoot",      "th",
    "thead",   "time",    "tr",       "tt",         "u",       "ul"};

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

struct Tag
{
    qsizetype length = 0; ///< 0: no tag
    qsizetype text = 1;   ///< then so much is text, and need not be looked at again: the cost stays linear
    QByteArray name;
    bool closing = false;
};

/** The tag or comment that starts at text[at], a "<". */
Tag tagAt(QByteArrayView text, qsizetype at)
{
    Tag tag;
    if (text.sliced(at).startsWith("<!--")) {
        const qsizetype end = text.indexOf("-->", at + 4);
        tag.length = end < 0 ? 0 : end + 3 - at;
        tag.text = end < 0 ? text.size() - at : 0;
        return tag;
    }
    qsizetype p = at + 1;
    tag.closing = p < text.size() && text[p] == '/';
    p += tag.closing;
    const qsizetype start = p;
    while (p < text.size() && p - start < 12 && isLetterOrDigit(text[p]))
        ++p;
    if (p == start || p == text.size() || !(text[p] == '>' || text[p] == '/' || uchar(text[p]) <= ' '))
        return tag;
    tag.name = text.sliced(start, p - start).toByteArray().toLower();
    if (!std::binary_search(elements.begin(), elements.end(),
                            std::string_view(tag.name.constData(), size_t(tag.name.size()))))
        return tag;
    char quote = 0;
    bool words = false;
    bool value = false;
    for (; p < text.size(); ++p) {
        const char c = text[p];
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '=') {
            value = true;
        } else if (uchar(c) > ' ' && c != '/' && c != '>' && c != '<') {
            words = true;
        } else if (c == '>') {
            tag.text = p - at;
            // "A<B and 2 > 1": what has words behind its name and no value is no tag.
            if (!tag.closing && words && !value)
                return tag;
            tag.length = p + 1 - at;
            return tag;
        } else if (c == '<') {
            break;
        }
    }
    tag.text = p - at;
    return tag;
}

/** True where collapsing white space would change nothing; text with rare blanks (U+0085, U+2003 …) may be
 * denied it. */
bool isTidy(QByteArrayView text)
{
    bool blank = true; // at the start, too
    for (const char c : text) {
        const uchar byte = uchar(c);
        if (byte < ' ' || (byte == ' ' && blank) || byte == 0xC2 || byte == 0xE1 || byte == 0xE2 ||
            byte == 0xE3)
            return false;
        blank = byte == ' ';
    }
    return !blank || text.isEmpty();
}

bool separatesWords(const QByteArray &name)
{
    static constexpr std::array<std::string_view, 20> inlineNames{
        "a",   "abbr", "acronym", "b", "big",   "cite", "code",   "em",  "font", "i",
        "kbd", "mark", "q",       "s", "small", "span", "strong", "sub", "sup",  "u"};
    return std::find(inlineNames.begin(), inlineNames.end(),
                     std::string_view(name.constData(), size_t(name.size()))) == inlineNames.end();
}

} // namespace

QString plainFromText(QByteArrayView utf8)
{
    if (isTidy(utf8))
        return QString::fromUtf8(utf8);
    return collapsed(QString::fromUtf8(utf8));
}

QByteArrayView withoutCdataMarks(QByteArrayView utf8)
{
    const QByteArrayView text = utf8.trimmed();
    const qsizetype bracket = text.startsWith("<![CDATA[") ? 9 : text.startsWith("![CDATA[") ? 8 : 0;
    if (bracket == 0)
        return utf8;
    const QByteArrayView inside = text.sliced(bracket);
    return inside.endsWith("]]>") ? inside.chopped(3) : inside;
}

QString plainFromHtml(QByteArrayView utf8)
{
    utf8 = withoutCdataMarks(utf8);
    if (utf8.isEmpty())
        return {};
    const bool mayHaveTags = std::memchr(utf8.data(), '<', size_t(utf8.size())) != nullptr;
    const bool hasReferences = std::memchr(utf8.data(), '&', size_t(utf8.size())) != nullptr;
    if (!mayHaveTags && !hasReferences)
        return plainFromText(utf8);
    if (!mayHaveTags)
        return plainFromText(unescapedHtml(utf8));
    QByteArray out;
    out.reserve(utf8.size());
    for (qsizetype at = 0; at < utf8.size();) {
        const Tag tag = utf8[at] == '<' ? tagAt(utf8, at) : Tag();
        if (tag.length == 0) {
            out.append(utf8.data() + at, tag.text);
            at += tag.text;
            continue;
        }
        at += tag.length;
        if (!tag.closing && (tag.name == "script" || tag.name == "style")) {
            const QByteArray end = "</" + tag.name;
            const qsizetype close = utf8.indexOf(end, at);
            at = close < 0 ? utf8.size() : close;
        }
        if (separatesWords(tag.name))
            out.append(' ');
    }
    return plainFromText(unescapedHtml(out));
}

bool hasTags(QByteArrayView utf8)
{
    for (qsizetype at = utf8.indexOf('<'); at >= 0;) {
        const Tag tag = tagAt(utf8, at);
        if (tag.length > 0)
            return true;
        at = utf8.indexOf('<', at + tag.text);
    }
    return false;
}

} // namespace broadsheet::feed
