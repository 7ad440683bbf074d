// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tag.h"
#include "html/tokenizer.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace broadsheet::html {

/**
 * A stranger's whole page as a read-only tree in one array, in the order of the source: what a node holds are
 * the nodes from the one after it to before end(). Nodes are indexes; the root is 0.
 *
 * The rules of HTML5's tree construction (§13.2.6) for implied and missing end tags, lists, tables and
 * formatting that crosses blocks; text that is misplaced in a table stays where it was written. Linear for
 * any input: 8 MB, 400 open elements and half a million nodes, the rest is left out. Views live as long as
 * the page's bytes.
 */
class Dom
{
public:
    explicit Dom(QByteArrayView page);

    static constexpr int none = -1;

    int size() const { return int(m_nodes.size()); }
    int parent(int node) const { return at(node).parent; }
    int firstChild(int node) const { return at(node).end > node + 1 ? node + 1 : none; }
    int nextSibling(int node) const
    {
        const int next = at(node).end;
        return at(node).parent != none && next < at(at(node).parent).end ? next : none;
    }
    /** One past the last node within \a node. */
    int end(int node) const { return at(node).end; }
    bool contains(int ancestor, int node) const { return ancestor <= node && node < at(ancestor).end; }

    bool isText(int node) const { return at(node).isText; }
    bool isElement(int node) const { return !at(node).isText; }
    Tag tag(int node) const { return at(node).tag; }
    /** The name as written. */
    QByteArrayView name(int node) const { return at(node).name; }
    bool isNamed(int node, QByteArrayView lower) const { return equalsIgnoringCase(at(node).name, lower); }
    /** Of a text, or the raw content of script, style, title, textarea and iframe: still with references. */
    QByteArrayView rawText(int node) const { return at(node).text; }
    std::span<const Attribute> attributes(int node) const;
    /** The raw value of an attribute, \a name in lower case; empty: none or without a value. */
    QByteArrayView attribute(int node, QByteArrayView name) const;
    bool hasAttribute(int node, QByteArrayView name) const;

    int html() const { return m_html; } ///< none: the page has no such tag
    int body() const { return m_body; } ///< the root where the page has no such tag

    /** The text within a node as a reader sees it: references replaced, blanks collapsed. */
    QString text(int node, qsizetype limit = 4096) const;

private:
    struct Node
    {
        Tag tag = Tag::Unknown;
        bool isText = false;
        int parent = none;
        int end = 0;
        quint32 firstAttribute = 0;
        quint32 attributeCount = 0;
        QByteArrayView name;
        QByteArrayView text;
    };
    struct Open
    {
        int node;
        Tag tag;
        bool ended = false; ///< its end tag came while a block within was open
    };

    const Node &at(int node) const { return m_nodes[size_t(node)]; }
    bool startTag(const Token &token, Tokenizer &tokens);
    bool skipForeign(const Token &token, Tokenizer &tokens);
    void endTag(const Token &token);
    void closeFor(const Token &token);
    void closeItem(Tag first, Tag second);
    void closeForTablePart(Tag tag);
    void startBody(const Token &token);
    int append(const Token &token);
    void appendText(QByteArrayView text);
    void push(int node, Tag tag);
    void pop();
    void popTo(size_t index);
    int find(Tag tag, bool withinLists = false) const;
    bool isFull() const;

    std::vector<Node> m_nodes;
    std::vector<Attribute> m_attributes;
    std::vector<Open> m_open;
    int m_html = none;
    int m_body = 0;
};

} // namespace broadsheet::html
