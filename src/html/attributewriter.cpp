// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/attributewriter.h"

#include "html/images.h"
#include "html/limits.h"

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

enum Which {
    Align,
    Alt,
    Cite,
    Class,
    Colspan,
    Datetime,
    Dir,
    Height,
    Href,
    Id,
    Lang,
    Name,
    Open,
    Poster,
    Rel,
    Reversed,
    Rowspan,
    Scope,
    Src,
    Start,
    Title,
    Type,
    Value,
    Width,
    Unknown
};

constexpr auto names = std::to_array<const char *>(
    {"align",   "alt",   "cite", "class", "colspan", "datetime", "dir",   "height",
     "href",    "id",    "lang", "name",  "open",    "poster",   "rel",   "reversed",
     "rowspan", "scope", "src",  "start", "title",   "type",     "value", "width"});

int nameOfAttribute(QByteArrayView name)
{
    if (name.size() < 2 || name.size() > 8)
        return Unknown;
    const char first = char(name[0] | 0x20);
    for (size_t i = 0; i < names.size(); ++i) {
        if (names[i][0] == first && equalsIgnoringCase(name, names[i]))
            return int(i);
    }
    return Unknown;
}

bool mayAlign(Tag tag)
{
    switch (tag) {
    case Tag::P:
    case Tag::Div:
    case Tag::H1:
    case Tag::H2:
    case Tag::H3:
    case Tag::H4:
    case Tag::H5:
    case Tag::H6:
    case Tag::Tr:
    case Tag::Td:
    case Tag::Th:
        return true;
    default:
        return false;
    }
}

} // namespace

void AttributeWriter::plain(QByteArrayView name, QByteArrayView value)
{
    m_out.append(' ').append(name).append("=\"", 2);
    m_text.attribute(value, TextWriter::Source::Plain);
    m_out.append('"');
}

/** False, and nothing written, where the value would be longer than \a longest bytes: escaped and with its
 * invalid bytes replaced, for that is what is judged when the output is cleaned again. */
bool AttributeWriter::text(QByteArrayView name, QByteArrayView raw, qsizetype longest)
{
    const qsizetype before = m_out.size();
    m_out.append(' ').append(name).append("=\"", 2);
    const qsizetype start = m_out.size();
    m_text.attribute(raw);
    if (m_out.size() - start > longest) {
        m_out.truncate(before);
        return false;
    }
    m_out.append('"');
    return true;
}

/** Not written where nothing remains of it. */
bool AttributeWriter::title(QByteArrayView raw)
{
    const qsizetype before = m_out.size();
    if (text("title", raw) && !m_out.endsWith(" title=\"\""))
        return true;
    m_out.truncate(before);
    return false;
}

bool AttributeWriter::number(QByteArrayView name, QByteArrayView raw, int low, int high)
{
    raw = raw.trimmed();
    const bool negative = raw.startsWith('-');
    const int size = leadingNumber(negative ? raw.sliced(1) : raw, high);
    const int value = negative ? -size : size;
    if (size < 0 || value < low || (negative && low >= 0)) // "-0" is no size either
        return false;
    plain(name, QByteArray::number(value));
    return true;
}

bool AttributeWriter::address(QByteArrayView name, QByteArrayView raw, AddressResolver::Use use)
{
    const QByteArrayView resolved = m_addresses.resolve(raw, use);
    if (resolved.isEmpty())
        return false;
    plain(name, resolved);
    return true;
}

bool AttributeWriter::keyword(QByteArrayView name, QByteArrayView raw,
                              std::initializer_list<const char *> allowed)
{
    raw = raw.trimmed();
    for (const char *word : allowed) {
        if (equalsIgnoringCase(raw, word)) {
            plain(name, word);
            return true;
        }
    }
    return false;
}

bool AttributeWriter::identifier(QByteArrayView name, QByteArrayView raw)
{
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
               c == '_' || c == '.' || c == ':' || quint8(c) >= 0x80;
    };
    return !raw.isEmpty() && std::ranges::all_of(raw, fits) && text(name, raw, 200);
}

/** The language that highlighters note in the class: "language-cpp", "lang-py", "brush: sql", "sourceCode
 * rust". */
bool AttributeWriter::codeLanguage(QByteArrayView raw)
{
    for (const QByteArrayView mark : {QByteArrayView("language-"), QByteArrayView("lang-"),
                                      QByteArrayView("brush:"), QByteArrayView("highlight-source-")}) {
        const qsizetype at = raw.indexOf(mark);
        if (at < 0)
            continue;
        const QByteArrayView rest = raw.sliced(at + mark.size()).trimmed();
        const auto fits = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                   c == '+' || c == '#' || c == '_';
        };
        const auto *end = std::find_if_not(rest.begin(), rest.end(), fits);
        const QByteArrayView language = rest.first(std::min<qsizetype>(end - rest.begin(), 30));
        if (language.isEmpty())
            continue;
        plain("class", "language-" + language.toByteArray());
        return true;
    }
    return false;
}

bool AttributeWriter::writeOne(Tag tag, int which, QByteArrayView value)
{
    const bool cell = tag == Tag::Td || tag == Tag::Th;
    switch (which) {
    case Href:
        return tag == Tag::A && address("href", value, AddressResolver::Use::Link);
    case Src:
        return (tag == Tag::Audio || tag == Tag::Video || tag == Tag::Source) &&
               address("src", value, AddressResolver::Use::Resource);
    case Poster:
        return tag == Tag::Video && address("poster", value, AddressResolver::Use::Resource);
    case Cite:
        return (tag == Tag::Q || tag == Tag::Blockquote || tag == Tag::Del || tag == Tag::Ins) &&
               address("cite", value, AddressResolver::Use::Link);
    case Alt:
        return tag == Tag::Img && text("alt", value);
    case Title:
        return title(value);
    case Width:
    case Height:
        if (tag != Tag::Img && tag != Tag::Video)
            return false;
        if (value.trimmed().endsWith('%')) // no size of the picture, but the publisher's wish
            return false;
        return number(names[size_t(which)], value, 0, maxImageSide);
    case Id:
        return identifier("id", value);
    case Name:
        return tag == Tag::A && identifier("id", value);
    case Lang:
        return identifier("lang", value);
    case Dir:
        return keyword("dir", value, {"ltr", "rtl", "auto"});
    case Align:
        return mayAlign(tag) && keyword("align", value, {"left", "center", "right", "justify"});
    case Colspan:
        return cell && number("colspan", value, 1, maxSpan);
    case Rowspan:
        return cell && number("rowspan", value, 1, maxSpan);
    case Scope:
        return cell && keyword("scope", value, {"row", "col", "rowgroup", "colgroup"});
    case Start:
        return tag == Tag::Ol && number("start", value, -1000000, 1000000);
    case Reversed:
        return tag == Tag::Ol && (plain("reversed", "reversed"), true);
    case Open:
        return tag == Tag::Details && (plain("open", "open"), true);
    case Type:
        if (tag == Tag::Ol && value.size() == 1 && QByteArrayView("1aAiI").contains(value[0])) {
            plain("type", value);
            return true;
        }
        return tag == Tag::Source && text("type", value, 200);
    case Value:
        return tag == Tag::Li && number("value", value, -1000000, 1000000);
    case Datetime:
        return (tag == Tag::Time || tag == Tag::Del || tag == Tag::Ins) && text("datetime", value, 100);
    case Class:
        return (tag == Tag::Code || tag == Tag::Pre) && codeLanguage(value);
    case Rel:
        return tag == Tag::A && keyword("rel", value, {"embed-video", "embed-audio", "embed-frame"});
    default:
        return false;
    }
}

void AttributeWriter::write(Tag tag, const Token &token)
{
    quint32 written = 0;
    quint32 seen = 0; // of two with one name the first counts (HTML5 §13.2.5.33), even where it says nothing
    for (const Attribute &attribute : token.attributes) {
        int which = nameOfAttribute(attribute.name);
        if (which == Unknown)
            continue;
        const int slot = which == Name ? int(Id) : which;
        if ((seen & (1u << which)) || (written & (1u << slot)))
            continue;
        seen |= 1u << which;
        if (writeOne(tag, which, attribute.value))
            written |= 1u << slot;
    }
}

} // namespace broadsheet::html
