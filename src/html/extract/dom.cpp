// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/dom.h"

#include "base/text.h"
#include "html/entities.h"
#include "html/limits.h"

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

constexpr size_t maxNodes = 500'000;
constexpr size_t maxAttributes = 1'000'000;
constexpr size_t maxOpenElements = 400;

bool isHeading(Tag tag)
{
    return tag >= Tag::H1 && tag <= Tag::H6;
}

bool isScope(Tag tag)
{
    return tag == Tag::Td || tag == Tag::Th || tag == Tag::Caption || tag == Tag::Table ||
           tag == Tag::Template || tag == Tag::Object;
}

/** Elements without content that the program does not know otherwise. */
bool isUnknownVoid(QByteArrayView name)
{
    static constexpr auto names = std::to_array<const char *>(
        {"area", "col", "param", "track", "frame", "keygen", "basefont", "bgsound"});
    return std::ranges::any_of(
        names, [name](const char *known) { return equalsIgnoringCase(name, QByteArrayView(known)); });
}

/** A template that browsers put in place by themselves: the inside of a page's own element. */
bool isShown(const Token &token)
{
    return std::ranges::any_of(token.attributes, [](const Attribute &attribute) {
        return equalsIgnoringCase(attribute.name, "shadowrootmode") ||
               equalsIgnoringCase(attribute.name, "shadowroot");
    });
}

} // namespace

Dom::Dom(QByteArrayView page)
{
    page = page.first(std::min(page.size(), maxInput));
    m_nodes.reserve(size_t(page.size() / 40 + 16));
    m_nodes.emplace_back();
    m_open.push_back({0, Tag::Unknown});
    Tokenizer tokens(page);
    bool go = true;
    while (go && !isFull()) {
        const Token &token = tokens.next();
        switch (token.kind) {
        case Token::Kind::EndOfInput:
            go = false;
            break;
        case Token::Kind::Text:
            appendText(token.text);
            break;
        case Token::Kind::StartTag:
            startTag(token, tokens);
            break;
        case Token::Kind::EndTag:
            endTag(token);
            break;
        case Token::Kind::Comment:
            break;
        }
    }
    while (!m_open.empty()) {
        m_nodes[size_t(m_open.back().node)].end = size();
        m_open.pop_back();
    }
}

bool Dom::isFull() const
{
    return m_nodes.size() >= maxNodes || m_attributes.size() >= maxAttributes;
}

int Dom::append(const Token &token)
{
    Node node;
    node.tag = token.tag;
    node.name = token.name;
    node.parent = m_open.back().node;
    node.firstAttribute = quint32(m_attributes.size());
    node.attributeCount = quint32(token.attributes.size());
    m_attributes.insert(m_attributes.end(), token.attributes.begin(), token.attributes.end());
    node.end = size() + 1;
    m_nodes.push_back(node);
    return size() - 1;
}

void Dom::appendText(QByteArrayView text)
{
    Node node;
    node.isText = true;
    node.text = text;
    node.parent = m_open.back().node;
    node.end = size() + 1;
    m_nodes.push_back(node);
}

void Dom::push(int node, Tag tag)
{
    if (m_open.size() >= maxOpenElements)
        return;
    m_open.push_back({node, tag});
    ++m_count[size_t(tag)];
}

void Dom::pop()
{
    if (m_open.size() <= 1)
        return;
    do {
        m_nodes[size_t(m_open.back().node)].end = size();
        --m_count[size_t(m_open.back().tag)];
        m_open.pop_back();
    } while (m_open.size() > 1 && m_open.back().ended);
}

void Dom::popTo(size_t index)
{
    while (m_open.size() > std::max<size_t>(index, 1))
        pop();
}

int Dom::find(Tag tag, bool withinLists) const
{
    for (size_t i = m_open.size(); i-- > 1;) {
        if (m_open[i].tag == tag)
            return int(i);
        if (isScope(m_open[i].tag) || (withinLists && (m_open[i].tag == Tag::Ul || m_open[i].tag == Tag::Ol)))
            break;
    }
    return -1;
}

void Dom::startBody(const Token &token)
{
    if (m_body != 0)
        return;
    popTo(1);
    m_body = append(token);
    push(m_body, Tag::Unknown);
}

bool Dom::startTag(const Token &token, Tokenizer &tokens)
{
    if (token.tag == Tag::Unknown) {
        if (equalsIgnoringCase(token.name, "html")) {
            if (m_html == none)
                m_html = append(token); // stays empty: its attributes alone matter
            return true;
        }
        if (equalsIgnoringCase(token.name, "body")) {
            startBody(token);
            return true;
        }
        if (equalsIgnoringCase(token.name, "head"))
            return true;
    }
    if (skipForeign(token, tokens))
        return true;
    closeFor(token);
    const int node = append(token);
    if (token.tag == Tag::Template)
        m_nodes[size_t(node)].tag = Tag::Div;
    // What stands there for want of frames is markup, and all that the page has.
    if (has(token.tag, RawText) && token.tag != Tag::Noframes) {
        // amp-iframe is an iframe to the cleaner, but its content is markup.
        if (token.name.size() == nameOf(token.tag).size())
            m_nodes[size_t(node)].text = tokens.takeRawText(token.tag);
        return true;
    }
    const Tag above = m_open.back().tag;
    const bool formInTable = equalsIgnoringCase(token.name, "form") &&
                             (above == Tag::Table || above == Tag::Tbody || above == Tag::Tr);
    if (!has(token.tag, Void) && !formInTable && !(token.tag == Tag::Unknown && isUnknownVoid(token.name)))
        push(node, token.tag);
    return true;
}

/** Drawings, menus of a field and templates: nothing in them is text of the page. */
bool Dom::skipForeign(const Token &token, Tokenizer &tokens)
{
    const Tag tag = token.tag;
    if (tag != Tag::Svg && tag != Tag::Select && tag != Tag::Template)
        return false;
    if (tag == Tag::Template && isShown(token))
        return false;
    if (tag == Tag::Svg && token.selfClosing)
        return true;
    int depth = 1;
    for (;;) {
        const Token &inside = tokens.next();
        if (inside.kind == Token::Kind::EndOfInput)
            return true;
        if (inside.kind == Token::Kind::EndTag && inside.tag == tag && --depth == 0)
            return true;
        if (inside.kind != Token::Kind::StartTag)
            continue;
        if (tag == Tag::Svg && has(inside.tag, Breakout) && inside.tag != Tag::Span) {
            const Token copy = inside;
            startTag(copy, tokens);
            return true;
        }
        if (has(inside.tag, RawText) && inside.tag != Tag::Title)
            tokens.takeRawText(inside.tag);
        depth += inside.tag == tag && !(tag == Tag::Svg && inside.selfClosing) ? 1 : 0;
    }
}

void Dom::closeItem(Tag first, Tag second)
{
    for (size_t i = m_open.size(); i-- > 1;) {
        const Tag tag = m_open[i].tag;
        if (tag == first || tag == second) {
            popTo(i);
            return;
        }
        if (has(tag, Special) && tag != Tag::Address && tag != Tag::Div && tag != Tag::P)
            return;
    }
}

/** What a start tag closes (HTML5 §13.2.6.4.7). */
void Dom::closeFor(const Token &token)
{
    const Tag tag = token.tag;
    if (has(tag, TablePart) && tag != Tag::Table) {
        closeForTablePart(tag);
        return;
    }
    if (tag == Tag::A) {
        const int open = find(Tag::A);
        if (open < 0)
            return;
        const auto above = m_open.begin() + open + 1;
        if (std::any_of(above, m_open.end(), [](const Open &o) { return has(o.tag, Special); }))
            m_open[size_t(open)].ended = true;
        else
            popTo(size_t(open));
        return;
    }
    if (tag == Tag::Li)
        closeItem(Tag::Li, Tag::Li);
    else if (tag == Tag::Dd || tag == Tag::Dt)
        closeItem(Tag::Dd, Tag::Dt);
    if (has(tag, ClosesP) || tag == Tag::Li || tag == Tag::Dd || tag == Tag::Dt) {
        if (const int paragraph = find(Tag::P); paragraph >= 0)
            popTo(size_t(paragraph));
        if (isHeading(tag) && isHeading(m_open.back().tag))
            pop();
    }
}

/** Rows and cells end what is before them, up to their own table (HTML5 §13.2.6.4.9 to 15). */
void Dom::closeForTablePart(Tag tag)
{
    const int table = [this] {
        for (size_t i = m_open.size(); i-- > 1;) {
            if (m_open[i].tag == Tag::Table)
                return int(i);
        }
        return -1;
    }();
    if (table < 0)
        return;
    for (size_t i = size_t(table) + 1; i < m_open.size(); ++i) {
        const Tag open = m_open[i].tag;
        const bool cell = open == Tag::Td || open == Tag::Th || open == Tag::Caption;
        const bool row = open == Tag::Tr;
        const bool section = open == Tag::Thead || open == Tag::Tbody || open == Tag::Tfoot;
        const bool startsCell = tag == Tag::Td || tag == Tag::Th;
        if (startsCell ? cell : tag == Tag::Tr ? cell || row : cell || row || section) {
            popTo(i);
            return;
        }
    }
}

void Dom::endTag(const Token &token)
{
    const Tag tag = token.tag;
    if (tag == Tag::Unknown &&
        (equalsIgnoringCase(token.name, "body") || equalsIgnoringCase(token.name, "html") ||
         equalsIgnoringCase(token.name, "head")))
        return;
    if (tag == Tag::Br) { // HTML5 §13.2.6.4.7: </br> is <br>
        append(token);
        return;
    }
    if (has(tag, Void) || (m_count[size_t(tag)] == 0 && !isHeading(tag)))
        return;
    int index = -1;
    const bool isBlock = has(tag, Special);
    const QByteArray name = token.name.toByteArray().toLower();
    for (size_t i = m_open.size(); i-- > 1 && index < 0;) {
        const Open &open = m_open[i];
        const bool same = open.tag == tag && !open.ended && isNamed(open.node, name);
        if (same || (isHeading(tag) && isHeading(open.tag)))
            index = int(i);
        else if (has(tag, TablePart) ? open.tag == Tag::Table : isScope(open.tag))
            break;
        else if (tag == Tag::Li && (open.tag == Tag::Ul || open.tag == Tag::Ol))
            break;
        else if (!isBlock && !has(tag, Formatting) && has(open.tag, Special) && !isNamed(open.node, "form"))
            break;
    }
    if (index < 0)
        return;
    const auto above = m_open.begin() + index + 1;
    const bool crosses = (has(tag, Formatting) || name == "form") &&
                         std::any_of(above, m_open.end(), [](const Open &o) { return has(o.tag, Special); });
    if (crosses)
        m_open[size_t(index)].ended = true;
    else
        popTo(size_t(index));
}

std::span<const Attribute> Dom::attributes(int node) const
{
    const Node &n = at(node);
    return std::span(m_attributes).subspan(n.firstAttribute, n.attributeCount);
}

QByteArrayView Dom::attribute(int node, QByteArrayView name) const
{
    for (const Attribute &attribute : attributes(node)) {
        if (equalsIgnoringCase(attribute.name, name))
            return attribute.value;
    }
    return {};
}

bool Dom::hasAttribute(int node, QByteArrayView name) const
{
    return std::ranges::any_of(attributes(node), [name](const Attribute &attribute) {
        return equalsIgnoringCase(attribute.name, name);
    });
}

QString Dom::text(int node, qsizetype limit) const
{
    QByteArray raw;
    for (int i = node; i < end(node) && raw.size() < limit;) {
        if (isText(i))
            raw += rawText(i);
        else if (has(tag(i), Block) || tag(i) == Tag::Br)
            raw += ' ';
        i = isElement(i) && (tag(i) == Tag::Noscript && i != node) ? end(i) : i + 1;
    }
    return collapsed(QString::fromUtf8(withoutReferences(raw)));
}

} // namespace broadsheet::html
