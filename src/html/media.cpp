// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the builder for what is not just kept or unwrapped: pictures, players, drawings, fields.
#include "html/builder.h"

#include "html/entities.h"
#include "html/images.h"
#include "html/limits.h"

#include <algorithm>
#include <utility>

namespace broadsheet::html {

namespace {

/** A style that keeps an element from being seen. */
bool isHidden(QByteArrayView style)
{
    if (style.isEmpty())
        return false;
    QByteArray plain = style.toByteArray().toLower();
    plain.removeIf([](char c) { return uchar(c) <= ' '; });
    return plain.contains("display:none") || plain.contains("visibility:hidden");
}

/** The number of pixels that \a style sets \a property to; -1: it does not. */
int sizeInStyle(QByteArrayView style, QByteArrayView property)
{
    for (qsizetype at = style.indexOf(property); at >= 0; at = style.indexOf(property, at + 1)) {
        QByteArrayView rest = style.sliced(at + property.size()).trimmed();
        const bool isWhole = at == 0 || style[at - 1] == ';' || uchar(style[at - 1]) <= ' ';
        if (isWhole && rest.startsWith(':')) {
            rest = rest.sliced(1).trimmed();
            const int number = leadingNumber(rest, maxImageSide);
            qsizetype unit = 0;
            while (unit < rest.size() && rest[unit] >= '0' && rest[unit] <= '9')
                ++unit;
            if (number == 0 || rest.sliced(unit).startsWith("px"))
                return number;
        }
    }
    return -1;
}

/** True if the brace that \a source begins with is closed by its last character. */
bool isOneGroup(QByteArrayView source)
{
    int depth = 0;
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source[i] == '\\')
            ++i; // what follows is no brace that groups
        else if (source[i] == '{')
            ++depth;
        else if (source[i] == '}' && --depth == 0)
            return i + 1 == source.size();
    }
    return false;
}

/** A formula without the size that it is to be set in, as Wikipedia says of each one. */
QByteArrayView withoutSize(QByteArrayView source)
{
    for (const QByteArrayView style : {"{\\displaystyle ", "{\\textstyle ", "{\\scriptstyle "}) {
        if (source.startsWith(style) && isOneGroup(source))
            return source.sliced(style.size()).chopped(1).trimmed();
    }
    return source;
}

} // namespace

QByteArrayView Builder::value(const Token &token, QByteArrayView name)
{
    for (const Attribute &attribute : token.attributes) {
        if (equalsIgnoringCase(attribute.name, name))
            return attribute.value;
    }
    return {};
}

/** Start tags with a meaning of their own; true: done. */
bool Builder::special(const Token &token)
{
    switch (token.tag) {
    case Tag::Img:
        image(token);
        return true;
    case Tag::Source:
        source(token);
        return true;
    case Tag::Script:
    case Tag::Style:
    case Tag::Title:
    case Tag::Textarea:
    case Tag::Noembed:
    case Tag::Noframes:
        m_tokens.takeRawText(token.tag);
        return true;
    case Tag::Iframe: {
        frame(token, value(token, "src").isEmpty() ? value(token, "data-src") : value(token, "src"));
        if (equalsIgnoringCase(token.name, "iframe"))
            m_tokens.takeRawText(token.tag);
        return true;
    }
    case Tag::Xmp:
        if (context() == Context::Flow) {
            const QByteArrayView content = m_tokens.takeRawText(token.tag);
            closeParagraph();
            if (open(Tag::Pre, Tag::Pre, nullptr)) {
                m_preStart = m_out.size();
                text(content, TextWriter::Source::Plain);
                popTo(m_open.size() - 1);
            }
        }
        return true;
    case Tag::Object:
        frame(token, value(token, "data"));
        return true;
    case Tag::Embed:
        frame(token, value(token, "src"));
        return true;
    case Tag::AmpYoutube:
        for (const char *attribute : {"data-videoid", "videoid"}) {
            if (const QByteArrayView id = value(token, attribute); !id.isEmpty())
                frame(token, "https://www.youtube.com/embed/" + id.toByteArray());
        }
        return true;
    case Tag::Param: // of an object without data
        if (equalsIgnoringCase(value(token, "name"), "movie") ||
            equalsIgnoringCase(value(token, "name"), "src"))
            frame(token, value(token, "value"));
        return true;
    case Tag::Input:
        checkbox(token);
        return true;
    case Tag::Noscript:
        m_noscript = 1;
        return true;
    case Tag::Select:
    case Tag::Template:
    case Tag::Svg:
    case Tag::Math:
        beginSkip(token);
        return true;
    default:
        return !has(token.tag, Printed);
    }
}

void Builder::image(const Token &token)
{
    if (m_noscript > 0 && m_lazyImageBefore)
        return; // the same picture again, for readers without scripts
    const ImageChoice choice = chooseImage(token.attributes);
    const QByteArrayView style = value(token, "style");
    int width = leadingNumber(value(token, "width"), maxImageSide);
    int height = leadingNumber(value(token, "height"), maxImageSide);
    if (!style.isEmpty() && width < 0 && height < 0) {
        width = sizeInStyle(style, "width");
        height = sizeInStyle(style, "height");
    }
    bool lazy = choice.lazy;
    if (!lazy && isHidden(style))
        return; // what nobody is to see counts readers
    for (const QByteArray &candidate : {choice.address, choice.fallback, m_pictureSource}) {
        if (candidate.isEmpty())
            continue;
        const QByteArray trimmed = candidate.trimmed();
        const QByteArray address = isBitmapData(trimmed)
                                       ? trimmed
                                       : m_attributes.addresses()
                                             .resolveDecoded(trimmed, AddressResolver::Use::Resource)
                                             .toByteArray();
        if (!address.isEmpty() && !isTrackingPixel(address, width, height)) {
            imageWithAddress(token, address);
            m_lazyImageBefore = lazy;
            return;
        }
        lazy = false;
    }
}

void Builder::imageWithAddress(const Token &token, QByteArrayView address)
{
    if (address.contains("emoji")) {
        QByteArray alt; // as it is written: so judged, it is the same when it is cleaned again
        TextWriter(alt).attribute(
            value(token, "alt").first(qMin<qsizetype>(value(token, "alt").size(), 200)));
        if (!alt.isEmpty() && alt.size() <= 32 && quint8(alt[0]) >= 0x80) {
            text(value(token, "alt"));
            return;
        }
    }
    if (context() != Context::Flow)
        implyCell();
    reconstruct();
    m_out.append("<img", 4);
    m_attributes.plain("src", address);
    m_attributes.write(Tag::Img, token);
    m_out.append('>');
}

/** A source belongs to the film or sound around it, or tells a picture's address where its img does not. */
void Builder::source(const Token &token)
{
    if (count(Tag::Audio) + count(Tag::Video) > 0) {
        const QByteArrayView address =
            m_attributes.addresses().resolve(value(token, "src"), AddressResolver::Use::Resource);
        if (!address.isEmpty() && context() == Context::Flow)
            voidElement(token);
        return;
    }
    const QByteArrayView set =
        value(token, "srcset").isEmpty() ? value(token, "data-srcset") : value(token, "srcset");
    // Formats that hardly any reader can draw come first in a list of sources.
    const QByteArrayView type = value(token, "type");
    if (equalsIgnoringCase(type, "image/avif") || equalsIgnoringCase(type, "image/jxl"))
        return;
    if (m_pictureSource.isEmpty() && !set.isEmpty())
        m_pictureSource = bestCandidate(withoutReferences(set));
}

void Builder::checkbox(const Token &token)
{
    if (!equalsIgnoringCase(value(token, "type"), "checkbox"))
        return;
    const bool checked = std::ranges::any_of(token.attributes, [](const Attribute &attribute) {
        return equalsIgnoringCase(attribute.name, "checked");
    });
    text(checked ? "\xE2\x98\x91 " : "\xE2\x98\x90 "); // ☑ or ☐: the tasks of a list
}

/** A frame, object or embed: a link to what it plays, where that is known or at least meant for a full
 * screen. */
void Builder::frame(const Token &token, QByteArrayView rawAddress)
{
    const QByteArray address =
        m_attributes.addresses().resolve(rawAddress, AddressResolver::Use::Resource).toByteArray();
    if (address.isEmpty() || address == m_lastFrame)
        return;
    std::optional<EmbedTarget> target = embedTarget(address);
    if (!target && token.tag == Tag::Iframe) {
        const bool fullScreen = std::ranges::any_of(token.attributes, [](const Attribute &attribute) {
            return equalsIgnoringCase(attribute.name, "allowfullscreen");
        });
        if (fullScreen)
            target = EmbedTarget{EmbedTarget::Kind::Frame, address, {}, {}};
    }
    if (!target)
        return;
    m_lastFrame = address;
    QByteArray title = withoutReferences(value(token, "title")).trimmed();
    if (title.isEmpty())
        title = target->provider.isEmpty() ? QUrl::fromEncoded(address).host().toUtf8() : target->provider;
    linkTo(*target, title);
}

/** True where a block of its own may begin without cutting anything. */
bool Builder::beginsParagraph() const
{
    return std::ranges::all_of(m_open, [](const Open &open) {
        return (has(open.tag, Special) && open.tag != Tag::P && open.tag != Tag::Pre &&
                (open.tag < Tag::H1 || open.tag > Tag::H6)) ||
               open.printedAs == Tag::Unknown;
    });
}

void Builder::linkTo(const EmbedTarget &target, const QByteArray &title)
{
    if (context() != Context::Flow)
        implyCell();
    reconstruct();
    if (count(Tag::A) > 0)
        return; // also one that has just been opened again: links do not nest
    const bool paragraph = beginsParagraph() && open(Tag::P, Tag::P, nullptr);
    static constexpr std::array kinds{"embed-video", "embed-audio", "embed-frame"};
    m_out.append("<a");
    m_attributes.plain("href", target.page);
    m_attributes.plain("rel", kinds[size_t(target.kind)]);
    m_out.append('>');
    if (target.still.isEmpty()) {
        m_text.text(title, TextWriter::Source::Plain);
    } else {
        m_out.append("<img");
        m_attributes.plain("src", target.still);
        m_attributes.plain("alt", title);
        m_out.append('>');
    }
    m_out.append("</a>");
    if (paragraph)
        pop();
}

void Builder::beginSkip(const Token &token)
{
    const bool foreign = token.tag == Tag::Svg || token.tag == Tag::Math;
    if (token.tag == Tag::Math) {
        const QByteArrayView alternative = value(token, "alttext");
        m_skippedTextShows = alternative.isEmpty();
        m_math = {};
        if (!alternative.isEmpty())
            formula(alternative);
    } else {
        m_skippedTextShows = false;
    }
    if (foreign && token.selfClosing)
        return;
    m_skipped = token.tag;
    m_skipDepth = 1;
    m_integration = 0;
    m_annotation = 0;
    m_annotationIsTex = false;
}

/** A formula as its author wrote it. */
void Builder::formula(QByteArrayView source)
{
    source = withoutSize(source.trimmed());
    if (source.isEmpty() || context() != Context::Flow || !open(Tag::Code, Tag::Code, nullptr))
        return;
    text(source);
    popTo(m_open.size() - 1);
}

/** After what was skipped: the words for a formula that had none of its own. */
void Builder::endSkip()
{
    m_skipped = Tag::Unknown;
    if (!std::exchange(m_skippedTextShows, false))
        return;
    const MathText math = std::exchange(m_math, {});
    if (const QByteArray tex = math.tex(); !tex.isEmpty())
        formula(tex);
    else
        text(math.symbols());
}

/** A token within what is skipped; false: it ends the skipping and counts itself. */
bool Builder::skip(const Token &token)
{
    const bool foreign = m_skipped == Tag::Svg || m_skipped == Tag::Math;
    switch (token.kind) {
    case Token::Kind::StartTag:
        if (foreign && m_integration == 0 && has(token.tag, Breakout)) {
            endSkip();
            return false;
        }
        // Within select only scripts are read as such (HTML5 §13.2.6.4.16); the rest is markup to drop.
        if (!foreign && has(token.tag, RawText) && (m_skipped != Tag::Select || token.tag == Tag::Script))
            m_tokens.takeRawText(token.tag);
        if (foreign && token.selfClosing)
            return true;
        m_skipDepth += token.tag == m_skipped ? 1 : 0;
        m_integration += token.tag == Tag::ForeignObject ? 1 : 0;
        if (token.tag == Tag::Annotation) {
            ++m_annotation;
            m_annotationIsTex = value(token, "encoding").contains("x-tex");
        } else if (m_skippedTextShows && m_annotation == 0) {
            m_math.start(token.name);
        }
        return true;
    case Token::Kind::EndTag:
        m_integration -= token.tag == Tag::ForeignObject && m_integration > 0 ? 1 : 0;
        if (token.tag == Tag::Annotation)
            m_annotation -= m_annotation > 0 ? 1 : 0;
        else if (m_skippedTextShows && m_annotation == 0)
            m_math.end(token.name);
        if (token.tag == m_skipped && --m_skipDepth == 0)
            endSkip();
        return true;
    case Token::Kind::Text:
        if (m_skippedTextShows && m_annotation == 0)
            m_math.text(token.text);
        else if (m_skippedTextShows && m_annotationIsTex)
            m_math.tex(token.text);
        return true;
    default:
        return true;
    }
}

} // namespace broadsheet::html
