// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"
#include "html/tag.h"
#include "html/tokenizer.h"

#include <QString>

#include <vector>

namespace broadsheet::html {

/**
 * Clean markup as a read-only tree in one array. Markup is well-formed by construction, so building it is a
 * plain pass. Nodes are indexes; the root is 0. Views live as long as the tree, which shares the markup's
 * bytes.
 */
class Tree
{
public:
    explicit Tree(const SafeHtml &html);

    static constexpr int none = -1;

    int firstChild(int node) const { return m_nodes[size_t(node)].firstChild; }
    int nextSibling(int node) const { return m_nodes[size_t(node)].nextSibling; }
    int parent(int node) const { return m_nodes[size_t(node)].parent; }
    /** Unknown for texts and the root. */
    Tag tag(int node) const { return m_nodes[size_t(node)].tag; }
    bool isText(int node) const { return m_nodes[size_t(node)].isText; }
    /** The text of a text node, references replaced, white space as it stands. */
    QString text(int node) const;
    /** The value of an attribute, references replaced; empty: none. \a name in lower case. */
    QString attribute(int node, QByteArrayView name) const;
    bool hasAttribute(int node, QByteArrayView name) const;
    /** The node after \a node and all it holds, in the order of the markup; none at the end of \a root. */
    int nextSkippingChildren(int node, int root = 0) const;
    /** The next node in the order of the markup. */
    int next(int node, int root = 0) const;
    int size() const { return int(m_nodes.size()); }

private:
    struct Node
    {
        Tag tag = Tag::Unknown;
        bool isText = false;
        int parent = none;
        int firstChild = none;
        int lastChild = none;
        int nextSibling = none;
        quint32 firstAttribute = 0;
        quint32 attributeCount = 0;
        QByteArrayView text;
    };
    int append(int parent, Node node);
    const Attribute *find(int node, QByteArrayView name) const;

    QByteArray m_bytes;
    std::vector<Node> m_nodes;
    std::vector<Attribute> m_attributes;
};

} // namespace broadsheet::html
