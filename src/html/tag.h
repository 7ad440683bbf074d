// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace broadsheet::html {

/**
 * The elements that the program knows something about. Names that mean the same to a reader share one: form,
 * fieldset, center and their like are Section, image and amp-img are Img, listing is Pre.
 */
enum class Tag : quint8 {
    Unknown,
    // inline
    A,
    Abbr,
    Acronym,
    B,
    Bdi,
    Bdo,
    Big,
    Cite,
    Code,
    Data,
    Del,
    Dfn,
    Em,
    I,
    Ins,
    Kbd,
    Mark,
    Q,
    S,
    Samp,
    Small,
    Span,
    Strike,
    Strong,
    Sub,
    Sup,
    Time,
    Tt,
    U,
    Var,
    Ruby,
    Rb,
    Rt,
    Rtc,
    Rp,
    Audio,
    Video,
    // blocks
    Address,
    Article,
    Aside,
    Blockquote,
    Dd,
    Details,
    Dir,
    Div,
    Dl,
    Dt,
    Figcaption,
    Figure,
    Footer,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Header,
    Hgroup,
    Li,
    Main,
    Menu,
    Nav,
    Ol,
    P,
    Pre,
    Section,
    Summary,
    Ul,
    // tables
    Table,
    Caption,
    Thead,
    Tbody,
    Tfoot,
    Tr,
    Td,
    Th,
    // without content
    Br,
    Hr,
    Img,
    Wbr,
    Source,
    Embed,
    Input,
    Link,
    Meta,
    Base,
    // with a meaning of their own to the cleaner
    Iframe,
    Noembed,
    Noframes,
    Noscript,
    Object,
    Picture,
    Script,
    Style,
    Template,
    Textarea,
    Title,
    Select,
    Svg,
    Math,
    Annotation,
    ForeignObject,
    Xmp,
    AmpYoutube,
    Param,
    Count
};

/** What an element is to the cleaner's tree. */
enum TagTrait : quint16 {
    Printed = 0x01,    ///< may stand in clean markup
    Void = 0x02,       ///< has no content and no end tag
    Block = 0x04,      ///< begins on a line of its own
    ClosesP = 0x08,    ///< ends an open paragraph (HTML5 §13.2.6.4.7)
    Formatting = 0x10, ///< opened again after a block that cut it off (HTML5 §13.2.4.3)
    Special = 0x20,    ///< where the search for an open element to close ends (HTML5 §13.2.4.2)
    TablePart = 0x40,  ///< table and what may only stand in it
    RawText = 0x80,    ///< its content is no markup
    Breakout = 0x100,  ///< ends foreign content (HTML5 §13.2.6.5)
};

/** The element of this name, in any case; Unknown for all that are simply unwrapped. */
Tag tagOf(QByteArrayView name);

/** Lower-case name as written into clean markup. */
QByteArrayView nameOf(Tag tag);

quint16 traitsOf(Tag tag);

inline bool has(Tag tag, TagTrait trait)
{
    return (traitsOf(tag) & trait) != 0;
}

} // namespace broadsheet::html
