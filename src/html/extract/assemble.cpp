// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/assemble.h"

#include <algorithm>

namespace broadsheet::html {

namespace {

bool isPlayer(Tag tag)
{
    return tag == Tag::Video || tag == Tag::Audio || tag == Tag::Iframe || tag == Tag::Object ||
           tag == Tag::Embed;
}

class Assembler
{
public:
    explicit Assembler(const PageView &view) : m_view(view), m_dom(view.dom) {}

    void write(int root)
    {
        const Tag tag = m_dom.tag(root);
        const bool container = tag == Tag::Unknown || tag == Tag::Div || tag == Tag::Section ||
                               tag == Tag::Article || tag == Tag::Main || tag == Tag::Td || tag == Tag::Tr ||
                               tag == Tag::Tbody || tag == Tag::Li;
        int node = container ? root + 1 : root;
        const int end = m_dom.end(root);
        while (node < end) {
            closeUntil(node);
            node = writeNode(node);
        }
        closeUntil(end);
        if (container)
            m_out.append('\n');
    }

    QByteArray take() { return std::move(m_out); }

private:
    struct Open
    {
        int end;
        QByteArrayView name;
    };

    void closeUntil(int node)
    {
        while (!m_open.empty() && m_open.back().end <= node) {
            m_out.append("</").append(m_open.back().name).append('>');
            m_open.pop_back();
        }
    }

    bool isOnlyMedia(int node) const
    {
        bool media = false;
        for (int i = node + 1; i < m_dom.end(node); ++i) {
            if (m_dom.isText(i) && !m_dom.rawText(i).trimmed().isEmpty())
                return false;
            media = media || m_dom.tag(i) == Tag::Img || m_dom.tag(i) == Tag::Iframe;
        }
        return media;
    }

    /** Writes a node's beginning; the node to go on with. */
    int writeNode(int node)
    {
        if (m_dom.isText(node)) {
            if (!m_view.isDropped(node))
                m_out.append(m_dom.rawText(node));
            return node + 1;
        }
        const Tag tag = m_dom.tag(node);
        const bool shown =
            !m_view.isDropped(node) || isPlayer(tag) || (tag == Tag::Noscript && isOnlyMedia(node));
        if (!shown)
            return m_dom.end(node);
        if (tag == Tag::Script || tag == Tag::Style || tag == Tag::Title)
            return m_dom.end(node);
        const QByteArrayView name = nameFor(node);
        if (name.isEmpty())
            return node + 1;
        m_out.append('<').append(name);
        writeAttributes(node);
        m_out.append('>');
        if (tag == Tag::Xmp)
            m_out.append(m_dom.rawText(node));
        if (!has(tag, Void))
            m_open.push_back({m_dom.end(node), name});
        return node + 1;
    }

    /** The element to write; captions that are known by their names alone become real ones. */
    QByteArrayView nameFor(int node) const
    {
        const Tag tag = m_dom.tag(node);
        if (m_view.hints(node) & PictureBox)
            return nameInPictureBox(node);
        if ((m_view.hints(node) & CaptionText) && isCaption(node))
            return "figcaption";
        if (tag == Tag::Div || tag == Tag::Noframes)
            return "div"; // templates and what stands for frames, where they are shown
        if (m_dom.isNamed(node, "button"))
            return {}; // a heading that opens what is below
        if (tag == Tag::Unknown)
            return m_view.isBlock(node) || isPart(node) ? QByteArrayView("div") : QByteArrayView();
        return m_dom.name(node);
    }

    /** A figure, and in it a caption where that has a block of its own. */
    QByteArrayView nameInPictureBox(int node) const
    {
        const Tag tag = m_dom.tag(node);
        if (!(m_view.hints(m_dom.parent(node)) & PictureBox))
            return "figure";
        const bool isTablePart = tag == Tag::Tbody || tag == Tag::Tr || tag == Tag::Td || tag == Tag::Th;
        if (!isTablePart && !m_view.isBlock(node))
            return tag == Tag::Unknown ? QByteArrayView() : m_dom.name(node);
        const bool isLine = m_view.segmentsEnd(node) > m_view.firstSegment(node) &&
                            m_view.segments()[size_t(m_view.firstSegment(node))].block == node;
        for (int i = node + 1; i < m_dom.end(node); ++i) {
            if (m_dom.tag(i) == Tag::Img || m_dom.tag(i) == Tag::Picture)
                return "div";
        }
        return isLine ? QByteArrayView("figcaption") : QByteArrayView("div");
    }

    /** A page's own element that stands among blocks; one within a line is no more than its words. */
    bool isPart(int node) const
    {
        const int parent = m_dom.parent(node);
        return m_dom.name(node).contains('-') && m_view.isBlock(parent) && m_dom.tag(parent) != Tag::P &&
               m_dom.tag(parent) != Tag::Li && m_dom.tag(parent) != Tag::Td &&
               (m_dom.tag(parent) < Tag::H1 || m_dom.tag(parent) > Tag::H6);
    }

    /** Words about a picture: short, and no more than a part of something that holds one. */
    bool isCaption(int node) const
    {
        const Tag tag = m_dom.tag(node);
        if (tag != Tag::Div && tag != Tag::P && tag != Tag::Span && tag != Tag::Figcaption &&
            tag != Tag::Dd && tag != Tag::Em && tag != Tag::Small && tag != Tag::Section)
            return false;
        for (int i = node + 1; i < m_dom.end(node); ++i) {
            if (m_dom.tag(i) == Tag::Img || m_dom.tag(i) == Tag::Picture || m_dom.tag(i) == Tag::Figure)
                return false;
        }
        return m_view.size(node).length < 600 && m_view.segmentsEnd(node) - m_view.firstSegment(node) <= 4;
    }

    void writeAttributes(int node)
    {
        const Tag tag = m_dom.tag(node);
        for (const Attribute &attribute : m_dom.attributes(node)) {
            const bool style = equalsIgnoringCase(attribute.name, "style") || attribute.name.startsWith("on");
            const bool name =
                equalsIgnoringCase(attribute.name, "class") && tag != Tag::Code && tag != Tag::Pre;
            if (style || name || attribute.name.contains('<') || attribute.name.contains('"'))
                continue;
            m_out.append(' ').append(attribute.name);
            if (attribute.value.isNull())
                continue;
            const char quote = attribute.value.contains('"') ? '\'' : '"';
            if (attribute.value.contains(quote)) {
                m_out.append("=\"").append(attribute.value.toByteArray().replace('"', "&quot;")).append('"');
                continue;
            }
            m_out.append('=').append(quote).append(attribute.value).append(quote);
        }
    }

    const PageView &m_view;
    const Dom &m_dom;
    QByteArray m_out;
    std::vector<Open> m_open;
};

} // namespace

QByteArray assemble(const PageView &view, const std::vector<int> &roots)
{
    Assembler assembler(view);
    for (const int root : roots)
        assembler.write(root);
    return assembler.take();
}

} // namespace broadsheet::html
