// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/tag.h"

#include <array>
#include <string_view>

namespace broadsheet::html {

namespace {

struct Row
{
    const char *name;
    Tag tag;
    quint16 traits = 0;
};

constexpr quint16 inlineElement = Printed;
constexpr quint16 formatting = Printed | Formatting | Breakout;
constexpr quint16 block = Printed | Block | ClosesP | Special | Breakout;
constexpr quint16 item = Printed | Block | Special | Breakout; // its start tag has rules of its own
constexpr quint16 part = Printed | Block | Special | TablePart;

// The first row of a tag gives its printed name and traits, further ones are other spellings.
constexpr auto rows = std::to_array<Row>({
    {"a", Tag::A, Printed | Formatting},
    {"abbr", Tag::Abbr, inlineElement},
    {"acronym", Tag::Acronym, inlineElement},
    {"b", Tag::B, formatting},
    {"bdi", Tag::Bdi, inlineElement},
    {"bdo", Tag::Bdo, inlineElement},
    {"big", Tag::Big, formatting},
    {"cite", Tag::Cite, inlineElement},
    {"code", Tag::Code, formatting},
    {"data", Tag::Data, inlineElement},
    {"del", Tag::Del, inlineElement},
    {"dfn", Tag::Dfn, inlineElement},
    {"em", Tag::Em, formatting},
    {"i", Tag::I, formatting},
    {"ins", Tag::Ins, inlineElement},
    {"kbd", Tag::Kbd, inlineElement},
    {"mark", Tag::Mark, inlineElement},
    {"q", Tag::Q, inlineElement},
    {"s", Tag::S, formatting},
    {"samp", Tag::Samp, inlineElement},
    {"small", Tag::Small, formatting},
    {"span", Tag::Span, Printed | Breakout},
    {"strike", Tag::Strike, formatting},
    {"strong", Tag::Strong, formatting},
    {"sub", Tag::Sub, Printed | Breakout},
    {"sup", Tag::Sup, Printed | Breakout},
    {"time", Tag::Time, inlineElement},
    {"tt", Tag::Tt, formatting},
    {"u", Tag::U, formatting},
    {"var", Tag::Var, Printed | Breakout},
    {"ruby", Tag::Ruby, Printed | Breakout},
    {"rb", Tag::Rb, inlineElement},
    {"rt", Tag::Rt, inlineElement},
    {"rtc", Tag::Rtc, inlineElement},
    {"rp", Tag::Rp, inlineElement},
    {"audio", Tag::Audio, inlineElement},
    {"video", Tag::Video, inlineElement},
    {"address", Tag::Address, block},
    {"article", Tag::Article, block},
    {"aside", Tag::Aside, block},
    {"blockquote", Tag::Blockquote, block},
    {"dd", Tag::Dd, item},
    {"details", Tag::Details, block},
    {"dir", Tag::Dir, block},
    {"div", Tag::Div, block},
    {"dl", Tag::Dl, block},
    {"dt", Tag::Dt, item},
    {"figcaption", Tag::Figcaption, block},
    {"figure", Tag::Figure, block},
    {"footer", Tag::Footer, block},
    {"h1", Tag::H1, block},
    {"h2", Tag::H2, block},
    {"h3", Tag::H3, block},
    {"h4", Tag::H4, block},
    {"h5", Tag::H5, block},
    {"h6", Tag::H6, block},
    {"header", Tag::Header, block},
    {"hgroup", Tag::Hgroup, block},
    {"li", Tag::Li, item},
    {"main", Tag::Main, block},
    {"menu", Tag::Menu, block},
    {"nav", Tag::Nav, block},
    {"ol", Tag::Ol, block},
    {"p", Tag::P, block},
    {"pre", Tag::Pre, block},
    {"listing", Tag::Pre},
    {"section", Tag::Section, block},
    {"center", Tag::Section},
    {"dialog", Tag::Section},
    {"fieldset", Tag::Section},
    {"form", Tag::Section},
    {"legend", Tag::Section},
    {"search", Tag::Section},
    {"summary", Tag::Summary, block},
    {"ul", Tag::Ul, block},
    {"table", Tag::Table, Printed | Block | ClosesP | Special | TablePart | Breakout},
    {"caption", Tag::Caption, part},
    {"thead", Tag::Thead, part},
    {"tbody", Tag::Tbody, part},
    {"tfoot", Tag::Tfoot, part},
    {"tr", Tag::Tr, part},
    {"td", Tag::Td, part},
    {"th", Tag::Th, part},
    {"br", Tag::Br, Printed | Void | Breakout},
    {"hr", Tag::Hr, Printed | Void | Block | ClosesP | Breakout},
    {"img", Tag::Img, Printed | Void | Breakout},
    {"image", Tag::Img},
    {"amp-img", Tag::Img},
    {"amp-anim", Tag::Img},
    {"wbr", Tag::Wbr, Printed | Void},
    {"source", Tag::Source, Printed | Void},
    {"embed", Tag::Embed, Void | Breakout},
    {"input", Tag::Input, Void},
    {"link", Tag::Link, Void},
    {"meta", Tag::Meta, Void | Breakout},
    {"base", Tag::Base, Void},
    {"iframe", Tag::Iframe, RawText},
    {"amp-iframe", Tag::Iframe},
    {"noembed", Tag::Noembed, RawText},
    {"noframes", Tag::Noframes, RawText},
    {"noscript", Tag::Noscript},
    {"object", Tag::Object},
    {"picture", Tag::Picture},
    {"script", Tag::Script, RawText},
    {"style", Tag::Style, RawText},
    {"template", Tag::Template},
    {"textarea", Tag::Textarea, RawText},
    {"title", Tag::Title, RawText},
    {"select", Tag::Select},
    {"svg", Tag::Svg},
    {"math", Tag::Math},
    {"annotation", Tag::Annotation},
    {"annotation-xml", Tag::Annotation},
    {"foreignobject", Tag::ForeignObject},
    {"xmp", Tag::Xmp, RawText},
    {"param", Tag::Param, Void},
    {"amp-youtube", Tag::AmpYoutube},
    {"lite-youtube", Tag::AmpYoutube},
});

constexpr size_t slots = 1024;
constexpr size_t longestName = 16;

constexpr quint32 hashOf(const char *name, size_t length)
{
    quint32 hash = 2166136261u;
    for (size_t i = 0; i < length; ++i)
        hash = (hash ^ quint8(name[i])) * 16777619u;
    return hash ^ (hash >> 15);
}

struct Tables
{
    std::array<quint8, slots> row{}; // index + 1, 0: free
    std::array<quint8, size_t(Tag::Count)> name{};
    std::array<quint16, size_t(Tag::Count)> traits{};

    constexpr Tables()
    {
        std::array<bool, size_t(Tag::Count)> seen{};
        for (size_t i = 0; i < rows.size(); ++i) {
            size_t slot = hashOf(rows[i].name, std::char_traits<char>::length(rows[i].name)) % slots;
            while (row[slot])
                slot = (slot + 1) % slots;
            row[slot] = quint8(i + 1);
            const auto tag = size_t(rows[i].tag);
            if (!seen[tag]) {
                seen[tag] = true;
                name[tag] = quint8(i);
                traits[tag] = rows[i].traits;
            }
        }
    }
};

constexpr Tables tables;

} // namespace

Tag tagOf(QByteArrayView name)
{
    if (name.isEmpty() || size_t(name.size()) > longestName)
        return Tag::Unknown;
    std::array<char, longestName> lower;
    const auto length = size_t(name.size());
    for (size_t i = 0; i < length; ++i) {
        const char c = name[qsizetype(i)];
        lower[i] = c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
    }
    for (size_t slot = hashOf(lower.data(), length) % slots; tables.row[slot]; slot = (slot + 1) % slots) {
        const Row &row = rows[tables.row[slot] - 1u];
        if (std::string_view(row.name) == std::string_view(lower.data(), length)) // which may hold a NUL
            return row.tag;
    }
    return Tag::Unknown;
}

QByteArrayView nameOf(Tag tag)
{
    return tag == Tag::Unknown ? QByteArrayView() : QByteArrayView(rows[tables.name[size_t(tag)]].name);
}

quint16 traitsOf(Tag tag)
{
    return tables.traits[size_t(tag)];
}

} // namespace broadsheet::html
