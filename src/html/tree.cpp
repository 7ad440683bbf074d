// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/tree.h"

#include "html/entities.h"

namespace broadsheet::html {

namespace {

QString spelledOut(QByteArrayView raw)
{
    return raw.contains('&') ? QString::fromUtf8(withoutReferences(raw)) : QString::fromUtf8(raw);
}

} // namespace

Tree::Tree(const SafeHtml &html) : m_bytes(html.utf8())
{
    m_nodes.reserve(size_t(m_bytes.size() / 32 + 8));
    m_nodes.emplace_back();
    Tokenizer tokens(m_bytes);
    int current = 0;
    for (;;) {
        const Token &token = tokens.next();
        if (token.kind == Token::Kind::EndOfInput)
            return;
        if (token.kind == Token::Kind::Text) {
            Node node;
            node.isText = true;
            node.text = token.text;
            append(current, node);
        } else if (token.kind == Token::Kind::StartTag) {
            Node node;
            node.tag = token.tag;
            node.firstAttribute = quint32(m_attributes.size());
            node.attributeCount = quint32(token.attributes.size());
            m_attributes.insert(m_attributes.end(), token.attributes.begin(), token.attributes.end());
            const int opened = append(current, node);
            if (!has(token.tag, Void))
                current = opened;
        } else if (token.kind == Token::Kind::EndTag && current != 0 && tag(current) == token.tag) {
            current = parent(current);
        }
    }
}

int Tree::append(int parent, Node node)
{
    const int index = int(m_nodes.size());
    node.parent = parent;
    m_nodes.push_back(node);
    Node &above = m_nodes[size_t(parent)];
    if (above.lastChild == none)
        above.firstChild = index;
    else
        m_nodes[size_t(above.lastChild)].nextSibling = index;
    above.lastChild = index;
    return index;
}

QString Tree::text(int node) const
{
    const QByteArrayView raw = m_nodes[size_t(node)].text;
    if (!raw.contains('&'))
        return QString::fromUtf8(raw);
    // In text a name counts even before a letter; clean markup writes none but &amp; &lt; &gt;.
    QByteArray result;
    result.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size();) {
        const auto reference = raw[at] == '&' ? readReference(raw.sliced(at), false) : CharacterReference();
        if (reference.length > 0) {
            result.append(reference.utf8, reference.size);
            at += reference.length;
        } else {
            result.append(raw[at++]);
        }
    }
    return QString::fromUtf8(result);
}

const Attribute *Tree::find(int node, QByteArrayView name) const
{
    const Node &element = m_nodes[size_t(node)];
    for (quint32 i = 0; i < element.attributeCount; ++i) {
        const Attribute &attribute = m_attributes[element.firstAttribute + i];
        if (attribute.name == name)
            return &attribute;
    }
    return nullptr;
}

QString Tree::attribute(int node, QByteArrayView name) const
{
    const Attribute *found = find(node, name);
    return found ? spelledOut(found->value) : QString();
}

bool Tree::hasAttribute(int node, QByteArrayView name) const
{
    return find(node, name) != nullptr;
}

int Tree::nextSkippingChildren(int node, int root) const
{
    while (node != root && node != none) {
        if (nextSibling(node) != none)
            return nextSibling(node);
        node = parent(node);
    }
    return none;
}

int Tree::next(int node, int root) const
{
    return firstChild(node) != none ? firstChild(node) : nextSkippingChildren(node, root);
}

} // namespace broadsheet::html
