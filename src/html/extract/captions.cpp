// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/captions.h"

namespace broadsheet::html {

namespace {

class CaptionFinder
{
public:
    CaptionFinder(PageView &view, int root) : m_view(view), m_dom(view.dom), m_root(root) {}

    void run()
    {
        const bool isSetInParagraphs = areTextsParagraphs();
        const int text = firstParagraph();
        int letters = 0;
        for (int node = m_root + 1; node < m_dom.end(m_root);) {
            const bool fits = !m_view.isDropped(node) && m_dom.isElement(node) &&
                              (isPictureTable(node) ||
                               ((isSetInParagraphs || m_dom.end(node) <= text) && isPictureBox(node)));
            if (fits) {
                m_found.push_back(node);
                letters += m_view.size(node).length;
            }
            node = fits || m_view.isDropped(node) ? m_dom.end(node) : node + 1;
        }
        // A story told below its pictures is a text.
        if (letters > 0.25 * m_view.size(m_root).length)
            return;
        for (const int box : m_found)
            mark(box);
    }

private:
    /** True where nearly all that is long enough for a paragraph stands in an element for it. */
    bool areTextsParagraphs() const
    {
        constexpr int shortest = 80;
        int all = 0;
        int set = 0;
        for (int i = m_view.firstSegment(m_root); i < m_view.segmentsEnd(m_root); ++i) {
            const Segment &line = m_view.segments()[size_t(i)];
            if (line.weight <= 0 || line.size.length < shortest || line.isItem)
                continue;
            ++all;
            set += m_dom.tag(line.block) == Tag::P ? 1 : 0;
        }
        return all >= 4 && set >= 0.8 * all;
    }

    /** The first node of the first paragraph: what stands before it in a box with a picture is none of it. */
    int firstParagraph() const
    {
        constexpr int shortest = 120; // letters; captions are shorter
        for (int i = m_view.firstSegment(m_root); i < m_view.segmentsEnd(m_root); ++i) {
            const Segment &line = m_view.segments()[size_t(i)];
            if (line.weight > 0 && line.size.length >= shortest && !line.isItem)
                return line.first;
        }
        return 0;
    }

    /** One line, or two, and no heading among them. */
    bool holdsCaption(int node) const
    {
        constexpr int longest = 400; // letters
        const int first = m_view.firstSegment(node);
        const int end = m_view.segmentsEnd(node);
        const TextSize size = m_view.size(node);
        if (first == end || end - first > 2 || size.length > longest || size.linkDensity() > 0.5 ||
            m_view.segments()[size_t(first)].first < node ||
            m_view.segments()[size_t(end) - 1].last >= m_dom.end(node))
            return false;
        for (int i = first; i < end; ++i) {
            const Segment &line = m_view.segments()[size_t(i)];
            if (line.isHeading || line.isItem || line.isCode)
                return false;
        }
        return true;
    }

    bool isPictureTable(int node) const
    {
        constexpr int most = 4; // cells
        if (m_dom.tag(node) != Tag::Table || !holdsCaption(node))
            return false;
        int cells = 0;
        int pictures = 0;
        for (int i = node + 1; i < m_dom.end(node); ++i) {
            const Tag tag = m_dom.tag(i);
            if (tag == Tag::Table || tag == Tag::Input)
                return false;
            cells += tag == Tag::Td || tag == Tag::Th ? 1 : 0;
            pictures += tag == Tag::Img ? 1 : 0;
        }
        return pictures > 0 && pictures <= 2 && cells <= most;
    }

    bool isPictureBox(int node) const
    {
        constexpr int most = 40;                 // nodes
        constexpr int longestOfParagraphs = 120; // letters; a longer one may be of the text
        const Tag tag = m_dom.tag(node);
        if ((tag != Tag::Div && tag != Tag::Section && tag != Tag::Unknown) || !m_view.isBlock(node) ||
            m_dom.end(node) - node > most || !holdsCaption(node))
            return false;
        bool hasPicture = false;
        for (int i = node + 1; i < m_dom.end(node); ++i) {
            const Tag inner = m_dom.tag(i);
            if (inner == Tag::Blockquote || inner == Tag::Td || inner == Tag::Figure ||
                (inner == Tag::P && (!hasPicture || m_view.size(node).length > longestOfParagraphs)))
                return false;
            hasPicture = hasPicture || inner == Tag::Img || inner == Tag::Picture;
        }
        return hasPicture;
    }

    void mark(int box)
    {
        m_view.addHints(box, PictureBox);
        for (int i = box + 1; i < m_dom.end(box); ++i) {
            if (m_dom.isElement(i))
                m_view.addHints(i, PictureBox);
        }
    }

    PageView &m_view;
    const Dom &m_dom;
    int m_root;
    std::vector<int> m_found;
};

} // namespace

void markCaptions(PageView &view, const std::vector<int> &roots)
{
    for (const int root : roots)
        CaptionFinder(view, root).run();
}

} // namespace broadsheet::html
