// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/leads.h"

#include "html/extract/metadata.h"

namespace broadsheet::html {

namespace {

/** Sentences under a name for them, or in a list, that stand by themselves between heading and text; or a
 * line that describes the page. */
bool isLead(const PageView &view, int node, const QString &description)
{
    const TextSize size = view.size(node);
    constexpr int telling = 40; // letters
    const int line = view.firstSegment(node);
    const bool isOneLine =
        view.isBlock(node) && view.segmentsEnd(node) - line == 1 && !view.segments()[size_t(line)].isHeading;
    if ((view.dom.tag(node) == Tag::P || (isOneLine && size.stops > 0)) && size.length >= telling &&
        3 * description.size() >= telling && size.length < 900 && size.linkDensity() < 0.2) {
        const QString letters = lettersOf(view.dom.text(node, 2000));
        if (3 * letters.size() >= telling &&
            letters.left(100).startsWith(description.left(100).left(letters.size())))
            return true;
        if (view.dom.tag(node) == Tag::P)
            return false;
    }
    const Tag tag = view.dom.tag(node);
    const bool isList =
        (tag == Tag::Ul || tag == Tag::Ol) && view.segmentsEnd(node) - view.firstSegment(node) >= 2;
    if (!isList && !((view.hints(node) & LeadText) && view.isBlock(node)))
        return false;
    return size.length >= 60 && size.length < 900 && size.stops > 0 && size.linkDensity() < 0.2 &&
           !(view.hints(node) & (Furniture | CommentList | CaptionText));
}

/** A paragraph or two in a box of their own, directly above the text. */
bool isIntroduction(const PageView &view, int node, int root)
{
    constexpr int shortest = 120; // letters
    const int first = view.firstSegment(node);
    const int end = view.segmentsEnd(node);
    const TextSize size = view.size(node);
    if (!view.isBlock(node) || first == end || end - first > 3 || end != view.firstSegment(root) ||
        size.length < shortest || size.stops < 2 || size.linkDensity() > 0.1)
        return false;
    for (int i = first; i < end; ++i) {
        const Segment &line = view.segments()[size_t(i)];
        if (line.weight <= 0 || line.isCaption || view.dom.tag(line.block) != Tag::P)
            return false;
    }
    return !(view.hints(node) & (Furniture | CommentList | CaptionText | ChromeLike | MetaLine));
}

} // namespace

std::vector<int> withLead(const PageView &view, std::vector<int> roots, int heading,
                          const QString &description)
{
    if (heading == Dom::none || roots.empty() || view.dom.contains(roots.front(), heading))
        return roots;
    std::vector<int> leads;
    for (int node = view.dom.end(heading); node < roots.front();) {
        const bool leaps = view.isDropped(node) || view.dom.isText(node);
        const bool lead = !leaps && !view.dom.contains(node, roots.front()) &&
                          (isLead(view, node, description) || isIntroduction(view, node, roots.front()));
        if (lead)
            leads.push_back(node);
        node = leaps || lead ? view.dom.end(node) : node + 1;
    }
    roots.insert(roots.begin(), leads.begin(), leads.end());
    return roots;
}

} // namespace broadsheet::html
