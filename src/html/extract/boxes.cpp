// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/boxes.h"

#include "html/extract/datatables.h"
#include "html/extract/phrases.h"

#include <algorithm>

namespace broadsheet::html {

namespace {

class BoxJudge
{
public:
    BoxJudge(PageView &view, int root, const Guide &guide, int heading)
        : m_view(view)
        , m_dom(view.dom)
        , m_root(root)
        , m_guide(guide)
        , m_heading(heading)
        , m_whole(view.weight(root))
        , m_tables(view)
        , m_isInterlinked(isInterlinked())
    {
    }

    void run()
    {
        dropLoneTeasers();
        for (int node = m_root + 1; node < m_dom.end(m_root);) {
            if (!m_view.isDropped(node) && m_dom.isElement(node) && isSurplus(node))
                m_view.drop(node);
            node = m_view.isDropped(node) ? m_dom.end(node) : node + 1;
        }
    }

private:
    bool isTold(int node) const
    {
        for (int i = m_view.firstSegment(node); i < m_view.segmentsEnd(node) && m_guide.isUsable; ++i) {
            if (m_guide.isTold[size_t(i)] && m_view.segments()[size_t(i)].size.length >= 40)
                return true;
        }
        return false;
    }

    bool isSurplus(int node) const
    {
        if (!m_view.isBlock(node) || isTold(node) || m_tables.isInCell(node))
            return false;
        const quint16 hints = m_view.hints(node);
        const Tag tag = m_dom.tag(node);
        const TextSize size = m_view.size(node);
        const double share = m_whole > 0 ? m_view.weight(node) / m_whole : 0;
        if (m_heading != Dom::none && m_dom.contains(node, m_heading))
            return false;
        if (tag == Tag::Figure || tag == Tag::Figcaption || tag == Tag::Pre || size.length == 0)
            return false;
        if ((hints & (Furniture | CommentList)) && !(hints & BodyText) && share < 0.3)
            return tag != Tag::P || size.length < 200;
        if ((hints & MetaLine) && size.length < 250 && size.stops <= 2 && share < 0.3)
            return true;
        if (isAuthorBox(node, hints, size, share))
            return true;
        if ((hints & GalleryBox) && share < 0.6)
            return true;
        if (tag == Tag::Article && share < 0.3 && hasHeadingLink(node))
            return true;
        if ((tag == Tag::Div || tag == Tag::Section || tag == Tag::Aside || tag == Tag::Table) &&
            share < 0.15 && isCard(node, size))
            return true;
        if (tag == Tag::Ul || tag == Tag::Ol || tag == Tag::Dl)
            return isLinkList(node, size);
        if (tag == Tag::Td)
            return isColumnOfLinks(node, size);
        if (tag == Tag::Div || tag == Tag::Section || tag == Tag::Table || tag == Tag::Aside ||
            tag == Tag::Header || tag == Tag::Footer || isSeveralLines(node, tag))
            return isLinkBox(node, size, share);
        return false;
    }

    /** Named after the author, below the beginning of the text: a name and a life. */
    bool isAuthorBox(int node, quint16 hints, const TextSize &size, double share) const
    {
        constexpr int longest = 700; // letters
        const Tag tag = m_dom.tag(node);
        if (!(hints & BylineName) || (hints & (BodyText | LeadText)) || size.length > longest ||
            share >= 0.2 || (tag != Tag::Div && tag != Tag::Section && tag != Tag::Aside))
            return false;
        for (int i = m_view.firstSegment(m_root); i < m_view.firstSegment(node); ++i) {
            const Segment &line = m_view.segments()[size_t(i)];
            if (line.weight > 0 && line.size.length >= 80 && line.size.stops > 0)
                return true;
        }
        return false;
    }

    /** An item with a title and a line below. One that is a line alone is judged with its list. */
    bool isSeveralLines(int node, Tag tag) const
    {
        return tag == Tag::Li && m_view.segmentsEnd(node) - m_view.firstSegment(node) > 1;
    }

    /** A picture and a title that lead to the same page of the site, a few words, and no other link; where
     * several of its kind follow each other, they may be what the text is about. */
    bool isCard(int node, const TextSize &size) const
    {
        constexpr int longest = 400; // letters
        constexpr int mostNodes = 80;
        constexpr int most = 4; // lines
        const int lines = m_view.segmentsEnd(node) - m_view.firstSegment(node);
        if (size.length > longest || size.length < 15 || lines > most || m_dom.end(node) - node > mostNodes)
            return false;
        QByteArrayView target;
        int pictureLinks = 0;
        int textLinks = 0;
        int emptyLinks = 0;
        for (int i = node + 1; i < m_dom.end(node); ++i) {
            if (m_dom.tag(i) != Tag::A || m_view.isDropped(i))
                continue;
            const QByteArrayView href = m_dom.attribute(i, "href").trimmed();
            const bool isOther = href.startsWith("http")
                                     ? m_view.siteHost().isEmpty() || m_view.isElsewhere(href)
                                     : !href.startsWith('/') || href.startsWith("//");
            if (isOther || (!target.isEmpty() && href != target))
                return false;
            target = href;
            const bool isEmpty = m_view.firstSegment(i) == m_view.segmentsEnd(i);
            (holdsPicture(i) ? pictureLinks : isEmpty ? emptyLinks : textLinks) += 1;
        }
        // A link without words that is laid over all of the box.
        const bool isCovered = emptyLinks == 1 && pictureLinks + textLinks == 0 && lines <= 3 &&
                               size.stops <= 1 && size.length < 200 && holdsPicture(node);
        return ((pictureLinks > 0 && textLinks > 0) || isCovered) && !isInRow(node);
    }

    bool holdsPicture(int node) const
    {
        for (int i = node + 1; i < m_dom.end(node); ++i) {
            if (m_dom.tag(i) == Tag::Img || m_dom.tag(i) == Tag::Picture)
                return true;
        }
        return false;
    }

    /** Directly before or behind it stands another of its kind. */
    bool isInRow(int node) const
    {
        int next = m_dom.nextSibling(node);
        while (next != Dom::none && m_dom.isText(next))
            next = m_dom.nextSibling(next);
        return isOfKind(next, node) || isOfKind(elementBefore(node), node);
    }

    int elementBefore(int node) const
    {
        const int parent = m_dom.parent(node);
        int before = node - 1;
        while (before > parent && (m_dom.parent(before) != parent || m_dom.isText(before)))
            before = m_dom.parent(before) == parent ? before - 1 : m_dom.parent(before);
        return before > parent ? before : Dom::none;
    }

    bool isOfKind(int node, int other) const
    {
        return node != Dom::none && m_dom.tag(node) == m_dom.tag(other) &&
               m_dom.attribute(node, "class") == m_dom.attribute(other, "class");
    }

    /** The heading is a link: a teaser of another article. */
    bool hasHeadingLink(int node) const
    {
        for (int i = m_view.firstSegment(node); i < m_view.segmentsEnd(node); ++i) {
            const Segment &segment = m_view.segments()[size_t(i)];
            if (segment.isHeading)
                return segment.size.linkDensity() > 0.8;
        }
        return false;
    }

    /** True where the text before ends in a colon: what follows belongs to it. */
    bool isIntroduced(int node) const
    {
        const int index = m_view.firstSegment(node) - 1;
        if (index < m_view.firstSegment(m_root))
            return false;
        const Segment &before = m_view.segments()[size_t(index)];
        if (before.isHeading || before.size.length < 8)
            return false;
        const QString text = m_view.text(before);
        return (text.endsWith(u':') || text.endsWith(u'：')) && !isPointerElsewhere(text) &&
               !isFurnitureHeading(text);
    }

    /** An item whose first line ends in a colon, before a list within. */
    bool introducesItself(int node) const
    {
        if (m_dom.tag(node) != Tag::Li)
            return false;
        const Segment &first = m_view.segments()[size_t(m_view.firstSegment(node))];
        if (first.size.linkLength > 0 || first.size.length > 300)
            return false;
        const QString text = m_view.text(first);
        return (text.endsWith(u':') || text.endsWith(u'：')) && !isPointerElsewhere(text);
    }

    bool followsFurnitureHeading(int node) const
    {
        const int index = m_view.firstSegment(node) - 1;
        if (index < m_view.firstSegment(m_root))
            return false;
        const QString text = m_view.text(m_view.segments()[size_t(index)]);
        return isFurnitureHeading(text) || (text.size() < 60 && isPointerElsewhere(text));
    }

    bool isLinkList(int node, const TextSize &size) const
    {
        const double density = size.linkDensity();
        if (density <= 0.4 || isSectionOfLinks(node))
            return false;
        if (followsFurnitureHeading(node))
            return true;
        return isMostlyLinkLines(node, 0.7) && !isIntroduced(node) && !isListOfSources(node);
    }

    /** A list under one of several headings of a text that links within the site all along, as
     * encyclopaedias do. */
    bool isSectionOfLinks(int node) const
    {
        constexpr int several = 3;
        const int index = m_view.firstSegment(node) - 1;
        if (!m_isInterlinked || index < m_view.firstSegment(m_root))
            return false;
        const Segment &before = m_view.segments()[size_t(index)];
        if (!before.isHeading || before.size.linkDensity() > 0.5 || isFurnitureHeading(m_view.text(before)))
            return false;
        int headings = 0;
        for (int i = m_view.firstSegment(m_root); i < m_view.segmentsEnd(m_root) && headings < several; ++i)
            headings += m_view.segments()[size_t(i)].isHeading ? 1 : 0;
        return headings >= several;
    }

    /** Most paragraphs hold links to other pages of the site. */
    bool isInterlinked() const
    {
        constexpr int fewest = 3;
        int all = 0;
        int linked = 0;
        for (int i = m_view.firstSegment(m_root); i < m_view.segmentsEnd(m_root); ++i) {
            const Segment &line = m_view.segments()[size_t(i)];
            if (line.weight <= 0 || line.isItem || line.size.length < 80)
                continue;
            ++all;
            linked += holdsInnerLink(line) ? 1 : 0;
        }
        return linked >= fewest && linked >= 0.5 * all;
    }

    bool holdsInnerLink(const Segment &line) const
    {
        const auto isInner = [&](int node) {
            const QByteArrayView href =
                m_dom.tag(node) == Tag::A ? m_dom.attribute(node, "href").trimmed() : QByteArrayView();
            return href.startsWith("http") ? !m_view.siteHost().isEmpty() && !m_view.isElsewhere(href)
                                           : href.startsWith('/') && !href.startsWith("//");
        };
        if (line.size.linkLength == 0)
            return false;
        for (int node = m_dom.parent(line.first); node > line.block; node = m_dom.parent(node)) {
            if (isInner(node))
                return true;
        }
        for (int node = line.first; node <= line.last; ++node) {
            if (isInner(node))
                return true;
        }
        return false;
    }

    /** Under a heading of the text, or in sentences, links to other sites alone: downloads, sources,
     * addresses. */
    bool isListOfSources(int node) const
    {
        constexpr int most = 500; // lines
        if (m_view.segmentsEnd(node) - m_view.firstSegment(node) > most)
            return false;
        const int index = m_view.firstSegment(node) - 1;
        const bool isHeaded =
            index >= m_view.firstSegment(m_root) && m_view.segments()[size_t(index)].isHeading;
        if ((!isHeaded && !isListOfSentences(node)) || followsFurnitureHeading(node))
            return false;
        for (int i = m_view.firstSegment(node); i < m_view.segmentsEnd(node); ++i) {
            if (isRowOfButtons(m_view.text(m_view.segments()[size_t(i)])))
                return false;
        }
        for (int i = node; i < m_dom.end(node); ++i) {
            const QByteArrayView href = m_dom.attribute(i, "href").trimmed();
            const bool isOther = href.startsWith("http") && !m_view.siteHost().isEmpty() &&
                                 href.indexOf(m_view.siteHost()) < 0;
            if (m_dom.tag(i) == Tag::A && !isOther)
                return false;
        }
        return true;
    }

    bool isListOfSentences(int node) const
    {
        for (int i = m_view.firstSegment(node); i < m_view.segmentsEnd(node); ++i) {
            if (m_view.segments()[size_t(i)].size.stops == 0)
                return false;
        }
        return true;
    }

    /** True where at least this share of the lines are nothing but links. */
    bool isMostlyLinkLines(int node, double share) const
    {
        int links = 0;
        int all = 0;
        for (int i = m_view.firstSegment(node); i < m_view.segmentsEnd(node); ++i) {
            const TextSize &size = m_view.segments()[size_t(i)].size;
            ++all;
            links += size.linkDensity() > 0.85 ? 1 : 0;
        }
        return all > 0 && links >= share * all;
    }

    /** Boxes whose heading leads to another page of the site, with a sentence or two below, here and there in
     * the text; where they are much of it, they are what it is about. */
    void dropLoneTeasers()
    {
        constexpr double most = 0.25;
        if (m_isInterlinked)
            return;
        std::vector<int> boxes;
        int letters = 0;
        for (int node = m_root + 1; node < m_dom.end(m_root);) {
            const bool skips = m_view.isDropped(node) || m_dom.isText(node);
            const bool found = !skips && isLoneTeaser(node);
            if (found) {
                boxes.push_back(node);
                letters += m_view.size(node).length;
            }
            node = skips || found ? m_dom.end(node) : node + 1;
        }
        for (const int box : boxes) {
            if (letters < most * m_view.size(m_root).length)
                m_view.drop(box);
        }
    }

    bool isLoneTeaser(int node) const
    {
        constexpr int longest = 500; // letters
        constexpr int fewest = 15;   // letters of a title
        constexpr int label = 40;
        const Tag tag = m_dom.tag(node);
        if ((tag != Tag::Div && tag != Tag::Section && tag != Tag::Aside && tag != Tag::Article &&
             tag != Tag::Table && tag != Tag::Unknown) ||
            !m_view.isBlock(node))
            return false;
        const TextSize size = m_view.size(node);
        const int first = m_view.firstSegment(node);
        const int end = m_view.segmentsEnd(node);
        if (end - first < 2 || end - first > 5 || size.linkLength < fewest || size.length > longest ||
            m_view.weight(node) > 0.12 * m_whole || isTold(node) || m_tables.isInCell(node) ||
            (m_heading != Dom::none && m_dom.contains(node, m_heading)) || isIntroduced(node))
            return false;
        int title = first;
        while (title + 1 < end && title < first + 2 && m_view.segments()[size_t(title)].size.length < label &&
               m_view.segments()[size_t(title)].size.stops == 0 &&
               !m_view.segments()[size_t(title)].isHeading)
            ++title;
        const Segment &line = m_view.segments()[size_t(title)];
        return line.isHeading && line.size.linkLength >= fewest && line.size.linkDensity() > 0.9 &&
               leadsWithin(node);
    }

    /** All links lead to other pages of the site. */
    bool leadsWithin(int node) const
    {
        for (int i = node + 1; i < m_dom.end(node); ++i) {
            if (m_dom.tag(i) != Tag::A || m_view.isDropped(i))
                continue;
            const QByteArrayView href = m_dom.attribute(i, "href").trimmed();
            const bool isOther = href.startsWith("http")
                                     ? m_view.siteHost().isEmpty() || m_view.isElsewhere(href)
                                     : href.startsWith("//") || href.startsWith('#') || href.contains(':');
            if (isOther)
                return false;
        }
        return true;
    }

    /** A column beside a longer one that is nothing but links, or titles with a line each. */
    bool isColumnOfLinks(int cell, const TextSize &size) const
    {
        constexpr int several = 4;
        const double density = size.linkDensity();
        if (density < 0.2)
            return false;
        const auto words = [this](int node) {
            return m_view.size(node).length - m_view.size(node).linkLength;
        };
        int longest = 0;
        for (int other = m_dom.firstChild(m_dom.parent(cell)); other != Dom::none;
             other = m_dom.nextSibling(other))
            longest = std::max(longest, other == cell ? 0 : words(other));
        if (longest < 1.5 * words(cell))
            return false;
        int titles = 0;
        for (int node = cell + 1; node < m_dom.end(cell); ++node)
            titles += m_dom.tag(node) == Tag::A && m_dom.text(node, 60).size() >= 15 ? 1 : 0;
        return titles >= several || (density > 0.5 && size.length - size.linkLength < 250);
    }

    /** Its first lines are two paragraphs: a part of the text, at whose end links stand. */
    bool beginsWithText(int node) const
    {
        const int first = m_view.firstSegment(node);
        for (int i = first; i < first + 2 && i < m_view.segmentsEnd(node); ++i) {
            const Segment &line = m_view.segments()[size_t(i)];
            if (line.isHeading || line.isItem || line.size.length < 80 || line.size.stops == 0 ||
                line.size.linkDensity() > 0.3)
                return false;
        }
        return true;
    }

    /** The letters of a chart, the words of a panel of buttons: many lines, and none a sentence. */
    bool isScattered(int node, const TextSize &size) const
    {
        const int count = m_view.segmentsEnd(node) - m_view.firstSegment(node);
        if (count < 10 || size.length > 20 * count || size.stops * 5 > count)
            return false;
        for (int i = node; i < m_dom.end(node); ++i) {
            const Tag tag = m_dom.tag(i);
            if (!m_view.isDropped(i) &&
                (tag == Tag::Table || tag == Tag::Li || tag == Tag::Dl || tag == Tag::Pre))
                return false;
        }
        return true;
    }

    bool isLinkBox(int node, const TextSize &size, double share) const
    {
        const double density = size.linkDensity();
        const int count = m_view.segmentsEnd(node) - m_view.firstSegment(node);
        if (share > 0.25 || isIntroduced(node) || introducesItself(node))
            return false;
        if (m_dom.tag(node) != Tag::Table && isScattered(node, size))
            return true;
        // A sentence most of which is a link is judged as a line.
        if (count == 1 && size.stops > 0 && density < 0.85 && m_dom.tag(node) != Tag::Table)
            return false;
        if (density > 0.5)
            return size.length - size.linkLength < 250 || (count > 6 && !beginsWithText(node));
        if (density > 0.25 && followsFurnitureHeading(node))
            return true;
        // A title, its date and a link to it, and nowhere a sentence.
        if (density > 0.3 && count >= 2 && count <= 4 && size.stops == 0 && size.length < 250)
            return true;
        // A heading and teasers: "Related", then titles with a line each.
        const Segment &first = m_view.segments()[size_t(m_view.firstSegment(node))];
        if (first.size.length < 80 && density > 0.2 && count > 1 && count < 40) {
            const QString text = m_view.text(first);
            return isFurnitureHeading(text) || isPointerElsewhere(text);
        }
        return false;
    }

    PageView &m_view;
    const Dom &m_dom;
    int m_root;
    const Guide &m_guide;
    int m_heading;
    double m_whole;
    DataTables m_tables;
    bool m_isInterlinked;
};

} // namespace

void dropBoxes(PageView &view, const std::vector<int> &roots, const Guide &guide, int heading)
{
    for (const int root : roots)
        BoxJudge(view, root, guide, heading).run();
}

} // namespace broadsheet::html
