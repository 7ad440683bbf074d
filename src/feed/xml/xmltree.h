// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/xml/namespaces.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <string>
#include <vector>

namespace broadsheet::feed {

class XmlElement;

/**
 * One part of a document (an item, a title) as a small tree in flat buffers, which the next part reuses.
 * Filled by the SAX reader, read through XmlElement.
 */
class XmlTree
{
public:
    struct Attribute
    {
        QByteArrayView name; ///< lower case; lives as long as the reader
        Ns ns = Ns::None;
        qsizetype start = 0;
        qsizetype length = 0;
    };
    struct Node
    {
        QByteArrayView name; ///< lower case; empty for text
        Ns ns = Ns::None;
        int parent = -1;
        int firstChild = -1;
        int lastChild = -1;
        int next = -1;
        int scope = 0;
        qsizetype start = 0; ///< of text: in the buffer; of an element: its first attribute
        qsizetype length = 0;
    };
    /** What xml:base and xml:lang say for an element and what is in it. */
    struct Scope
    {
        QString base;
        QString language;
    };

    int addElement(int parent, QByteArrayView name, Ns ns, int scope);
    void addAttribute(int element, QByteArrayView name, Ns ns, QByteArrayView value);
    void addText(int parent, QByteArrayView text);
    int addScope(Scope scope);
    const Scope &scope(int index) const { return m_scopes[size_t(index)]; }
    int scopeOf(int element) const { return m_nodes[size_t(element)].scope; }
    void setScope(int element, int scope) { m_nodes[size_t(element)].scope = scope; }

    /** Forgets the nodes from \a node on; nothing before may refer to them. */
    void truncate(int node, size_t scopes);
    size_t scopeCount() const { return m_scopes.size(); }
    XmlElement element(int index) const;

private:
    friend class XmlElement;
    void link(int parent, int child);
    QByteArrayView view(qsizetype start, qsizetype length) const
    {
        return QByteArrayView(m_text.data() + start, length);
    }

    std::vector<Node> m_nodes;
    std::vector<Attribute> m_attributes;
    std::vector<Scope> m_scopes{Scope()};
    std::string m_text;
};

/** An element of an XmlTree: a handle that is valid until the tree takes its next part. */
class XmlElement
{
public:
    XmlElement() = default;
    XmlElement(const XmlTree *tree, int index) : m_tree(tree), m_index(index) {}

    bool isValid() const { return m_index >= 0; }
    int index() const { return m_index; }
    Ns ns() const { return node().ns; }
    QByteArrayView name() const { return node().name; } ///< lower case, without prefix
    bool is(Ns ns, const char *name) const { return node().ns == ns && node().name == name; }

    /** The value of an attribute without namespace (or of \a ns); null if there is none. */
    QByteArrayView attribute(const char *name, Ns ns = Ns::None) const;
    /** All text below, in document order. */
    QByteArray text() const;
    bool hasElements() const;
    /** What is inside, as markup: text escaped, elements with their attributes. */
    QByteArray innerMarkup() const;

    XmlElement firstElement() const { return elementFrom(node().firstChild); }
    XmlElement nextElement() const { return elementFrom(node().next); }
    /** The first child element of that name; invalid if there is none. */
    XmlElement child(Ns ns, const char *name) const;

    const QString &base() const { return m_tree->scope(node().scope).base; }
    const QString &language() const { return m_tree->scope(node().scope).language; }

private:
    const XmlTree::Node &node() const { return m_tree->m_nodes[size_t(m_index)]; }
    XmlElement elementFrom(int index) const;

    const XmlTree *m_tree = nullptr;
    int m_index = -1;
};

/** For range loops over an element's child elements. */
class XmlChildren
{
public:
    struct Iterator
    {
        XmlElement element;
        XmlElement operator*() const { return element; }
        Iterator &operator++()
        {
            element = element.nextElement();
            return *this;
        }
        bool operator!=(const Iterator &other) const { return element.index() != other.element.index(); }
    };
    explicit XmlChildren(const XmlElement &parent) : m_parent(parent) {}
    Iterator begin() const { return {m_parent.firstElement()}; }
    Iterator end() const { return {XmlElement()}; }

private:
    XmlElement m_parent;
};

inline XmlChildren children(const XmlElement &parent)
{
    return XmlChildren(parent);
}

} // namespace broadsheet::feed
