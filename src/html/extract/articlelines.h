// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/datatables.h"
#include "html/extract/guide.h"
#include "html/extract/pageview.h"

#include <vector>

namespace broadsheet::html {

/** The lines of an article in the order of the page, and which of them are to be left out. */
class ArticleLines
{
public:
    /** Those within \a roots. What \a guide tells is known as the article's own. */
    ArticleLines(PageView &view, const std::vector<int> &roots, const Guide &guide);

    const PageView &view() const { return m_view; }
    size_t size() const { return m_lines.size(); }
    const Segment &at(size_t line) const { return m_view.segments()[size_t(m_lines[line])]; }
    /** The index of a line's segment in the page. */
    int segmentOf(size_t line) const { return m_lines[line]; }

    bool isTold(size_t line) const { return m_guide.isUsable && m_guide.isTold[size_t(m_lines[line])]; }
    bool isInDataCell(size_t line) const { return m_tables.isInCell(at(line).block); }
    bool isDropped(size_t line) const { return m_isDropped[size_t(m_lines[line])]; }
    bool isSegmentDropped(int segment) const { return m_isDropped[size_t(segment)]; }
    void drop(size_t line) { m_isDropped[size_t(m_lines[line])] = true; }

    /** The lines where paragraphs begin and end; size() and 0: there are none. */
    size_t firstParagraph() const { return m_first; }
    size_t lastParagraph() const { return m_last; }
    void setParagraphs(size_t first, size_t last);

    /** One past the last node of the article. */
    int end() const;
    /** Between this line and the next a list or a box with links was left out. */
    bool stoodLinksBelow(size_t line) const;

    /** Leaves the dropped lines out of the page, and the pictures that lead where a title led that has gone. */
    void takeOut();

private:
    void takeOut(const Segment &segment);
    void takeOutPicturesOfTitles();

    PageView &m_view;
    const std::vector<int> &m_roots;
    const Guide &m_guide;
    DataTables m_tables;
    std::vector<int> m_lines;      ///< indexes of segments
    std::vector<bool> m_isDropped; ///< by segment
    size_t m_first = 0;
    size_t m_last = 0;
};

} // namespace broadsheet::html
