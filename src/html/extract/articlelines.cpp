// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/articlelines.h"

#include "html/extract/lineshapes.h"

#include <QSet>

namespace broadsheet::html {

namespace {

bool holdsImage(const Dom &dom, int block)
{
    for (int node = block; node < dom.end(block); ++node) {
        if (dom.tag(node) == Tag::Img)
            return true;
    }
    return false;
}

} // namespace

ArticleLines::ArticleLines(PageView &view, const std::vector<int> &roots, const Guide &guide)
    : m_view(view), m_roots(roots), m_guide(guide), m_tables(view), m_isDropped(view.segments().size(), false)
{
    for (const int root : roots) {
        for (int i = view.firstSegment(root); i < view.segmentsEnd(root); ++i)
            m_lines.push_back(i);
    }
}

void ArticleLines::setParagraphs(size_t first, size_t last)
{
    m_first = first;
    m_last = last;
}

int ArticleLines::end() const
{
    return m_roots.empty() ? 0 : m_view.dom.end(m_roots.back());
}

bool ArticleLines::stoodLinksBelow(size_t line) const
{
    const int next = line + 1 < size() ? at(line + 1).first : end();
    for (int node = at(line).last + 1; node < next;) {
        if (m_view.isDropped(node) && holdsTitleLink(m_view, node))
            return true;
        node = m_view.isDropped(node) ? m_view.dom.end(node) : node + 1;
    }
    return false;
}

void ArticleLines::takeOut()
{
    for (size_t line = 0; line < size(); ++line) {
        if (isDropped(line))
            takeOut(at(line));
    }
    takeOutPicturesOfTitles();
}

void ArticleLines::takeOutPicturesOfTitles()
{
    const Dom &dom = m_view.dom;
    QSet<QByteArrayView> targets;
    for (size_t line = 0; line < size(); ++line) {
        const Segment &s = at(line);
        if (!isDropped(line) || s.size.linkLength < 15)
            continue;
        for (int node = dom.parent(s.first); node > 0 && node >= s.block; node = dom.parent(node)) {
            if (dom.tag(node) == Tag::A)
                targets.insert(dom.attribute(node, "href").trimmed());
        }
        for (int node = s.first; node <= s.last; ++node) {
            if (dom.tag(node) == Tag::A)
                targets.insert(dom.attribute(node, "href").trimmed());
        }
    }
    targets.remove(QByteArrayView());
    for (const int root : m_roots) {
        for (int node = root; node < dom.end(root) && !targets.isEmpty(); ++node) {
            if (dom.tag(node) == Tag::A && !m_view.isDropped(node) && holdsImage(dom, node) &&
                m_view.firstSegment(node) == m_view.segmentsEnd(node) &&
                targets.contains(dom.attribute(node, "href").trimmed()))
                m_view.drop(node);
        }
    }
}

void ArticleLines::takeOut(const Segment &segment)
{
    const Dom &dom = m_view.dom;
    if (m_view.segmentsEnd(segment.block) - m_view.firstSegment(segment.block) == 1 &&
        !holdsImage(dom, segment.block) && segment.block != dom.body()) {
        m_view.drop(segment.block);
        return;
    }
    for (int node = segment.first; node <= segment.last; ++node) {
        if (dom.isText(node))
            m_view.drop(node);
    }
}

} // namespace broadsheet::html
