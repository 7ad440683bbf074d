// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/xml/xmltree.h"

#include <algorithm>
#include <array>

namespace broadsheet::feed {
namespace {

constexpr size_t keptBuffer = 1 << 20; ///< a larger text buffer is given back after use

bool isVoid(QByteArrayView name)
{
    static constexpr std::array<const char *, 10> names{"area", "base", "br",    "col",    "embed",
                                                        "hr",   "img",  "input", "source", "wbr"};
    return std::any_of(names.begin(), names.end(), [name](const char *one) { return name == one; });
}

void appendEscaped(QByteArray &out, QByteArrayView text, bool inAttribute)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            out.append("&amp;");
            break;
        case '<':
            out.append("&lt;");
            break;
        case '>':
            out.append("&gt;");
            break;
        case '"':
            out.append(inAttribute ? QByteArrayView("&quot;") : QByteArrayView("\""));
            break;
        default:
            out.append(c);
        }
    }
}

} // namespace

int XmlTree::addElement(int parent, QByteArrayView name, Ns ns, int scope)
{
    const int index = int(m_nodes.size());
    Node node;
    node.name = name;
    node.ns = ns;
    node.parent = parent;
    node.scope = scope;
    node.start = qsizetype(m_attributes.size());
    m_nodes.push_back(node);
    link(parent, index);
    return index;
}

void XmlTree::addAttribute(int element, QByteArrayView name, Ns ns, QByteArrayView value)
{
    m_attributes.push_back({name, ns, qsizetype(m_text.size()), value.size()});
    m_text.append(value.data(), size_t(value.size()));
    ++m_nodes[size_t(element)].length;
}

void XmlTree::addText(int parent, QByteArrayView text)
{
    const int last = m_nodes[size_t(parent)].lastChild;
    if (last >= 0) {
        Node &node = m_nodes[size_t(last)];
        if (node.name.isEmpty() && size_t(node.start + node.length) == m_text.size()) {
            m_text.append(text.data(), size_t(text.size()));
            node.length += text.size();
            return;
        }
    }
    Node node;
    node.parent = parent;
    node.start = qsizetype(m_text.size());
    node.length = text.size();
    const int index = int(m_nodes.size());
    m_nodes.push_back(node);
    m_text.append(text.data(), size_t(text.size()));
    link(parent, index);
}

int XmlTree::addScope(Scope scope)
{
    m_scopes.push_back(std::move(scope));
    return int(m_scopes.size()) - 1;
}

void XmlTree::link(int parent, int child)
{
    if (parent < 0)
        return;
    Node &node = m_nodes[size_t(parent)];
    if (node.lastChild >= 0)
        m_nodes[size_t(node.lastChild)].next = child;
    else
        node.firstChild = child;
    node.lastChild = child;
}

void XmlTree::truncate(int node, size_t scopes)
{
    m_nodes.resize(size_t(node));
    m_scopes.resize(scopes);
    size_t attributes = 0;
    qsizetype text = 0;
    for (const Node &kept : m_nodes) { // the few open containers
        attributes = std::max(attributes, size_t(kept.name.isEmpty() ? 0 : kept.start + kept.length));
        if (kept.name.isEmpty())
            text = std::max(text, kept.start + kept.length);
    }
    m_attributes.resize(attributes);
    for (const Attribute &kept : m_attributes)
        text = std::max(text, kept.start + kept.length);
    m_text.resize(size_t(text));
    if (m_text.capacity() > keptBuffer)
        m_text.shrink_to_fit();
}

XmlElement XmlTree::element(int index) const
{
    return XmlElement(this, index);
}

QByteArrayView XmlElement::attribute(const char *name, Ns ns) const
{
    const XmlTree::Node &self = node();
    for (qsizetype i = self.start; i < self.start + self.length; ++i) {
        const XmlTree::Attribute &attribute = m_tree->m_attributes[size_t(i)];
        if (attribute.ns == ns && attribute.name == name)
            return m_tree->view(attribute.start, attribute.length);
    }
    return {};
}

QByteArray XmlElement::text() const
{
    QByteArray out;
    int at = node().firstChild;
    while (at >= 0) { // without recursion: the tree may be deep
        const XmlTree::Node &current = m_tree->m_nodes[size_t(at)];
        if (current.name.isEmpty()) {
            const QByteArrayView part = m_tree->view(current.start, current.length);
            out.append(part.data(), part.size());
        } else if (current.firstChild >= 0) {
            at = current.firstChild;
            continue;
        }
        while (at >= 0 && at != m_index && m_tree->m_nodes[size_t(at)].next < 0)
            at = m_tree->m_nodes[size_t(at)].parent;
        at = at < 0 || at == m_index ? -1 : m_tree->m_nodes[size_t(at)].next;
    }
    return out;
}

bool XmlElement::hasElements() const
{
    return firstElement().isValid();
}

QByteArray XmlElement::innerMarkup() const
{
    QByteArray out;
    int at = node().firstChild;
    while (at >= 0) {
        const XmlTree::Node &current = m_tree->m_nodes[size_t(at)];
        if (current.name.isEmpty()) {
            appendEscaped(out, m_tree->view(current.start, current.length), false);
        } else {
            out.append('<').append(current.name.data(), current.name.size());
            for (qsizetype i = current.start; i < current.start + current.length; ++i) {
                const XmlTree::Attribute &attribute = m_tree->m_attributes[size_t(i)];
                if (attribute.ns != Ns::None)
                    continue;
                out.append(' ').append(attribute.name.data(), attribute.name.size()).append("=\"");
                appendEscaped(out, m_tree->view(attribute.start, attribute.length), true);
                out.append('"');
            }
            out.append('>');
            if (current.firstChild >= 0) {
                at = current.firstChild;
                continue;
            }
        }
        while (true) { // close what ends here
            const XmlTree::Node &closing = m_tree->m_nodes[size_t(at)];
            if (!closing.name.isEmpty() && !isVoid(closing.name))
                out.append("</").append(closing.name.data(), closing.name.size()).append('>');
            if (closing.next >= 0) {
                at = closing.next;
                break;
            }
            at = closing.parent;
            if (at == m_index || at < 0) {
                at = -1;
                break;
            }
        }
    }
    return out;
}

XmlElement XmlElement::elementFrom(int index) const
{
    while (index >= 0 && m_tree->m_nodes[size_t(index)].name.isEmpty())
        index = m_tree->m_nodes[size_t(index)].next;
    return XmlElement(m_tree, index);
}

XmlElement XmlElement::child(Ns ns, const char *name) const
{
    for (const XmlElement &one : children(*this)) {
        if (one.is(ns, name))
            return one;
    }
    return {};
}

} // namespace broadsheet::feed
