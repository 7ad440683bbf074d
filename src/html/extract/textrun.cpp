// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/textrun.h"

#include <algorithm>

namespace broadsheet::html {

namespace {

/** How much a line speaks for being within the text. */
double gainOf(const Segment &line)
{
    constexpr double link = -1.0;
    constexpr double other = -0.3;
    if (line.weight > 0)
        return line.weight - 0.5; // a paragraph of hardly a sentence is no gain
    if (line.isHeading || line.isCaption || line.isCode)
        return 0;
    return line.size.linkDensity() > 0.5 ? link : other;
}

/** The innermost element that holds this much of the run's weight. */
int innermost(const PageView &view, const TextRun &run, double share)
{
    const Dom &dom = view.dom;
    int found = 0;
    for (;;) {
        int next = Dom::none;
        for (int child = dom.firstChild(found); child != Dom::none; child = dom.nextSibling(child)) {
            if (!view.isBlock(child) || view.isDropped(child))
                continue;
            const int begin = std::max(view.firstSegment(child), run.first);
            const int end = std::min(view.segmentsEnd(child), run.last + 1);
            double weight = 0;
            for (int i = begin; i < end; ++i)
                weight += view.segments()[size_t(i)].weight;
            if (weight >= share * run.weight)
                next = child;
        }
        if (next == Dom::none || dom.tag(next) == Tag::P || dom.tag(next) == Tag::Tbody)
            return found;
        found = next;
    }
}

} // namespace

int firstLineOf(const PageView &view, int heading)
{
    if (heading == Dom::none)
        return 0;
    const int below = view.firstSegment(view.dom.end(heading));
    double weight = 0;
    for (size_t i = size_t(below); i < view.segments().size(); ++i)
        weight += view.segments()[i].weight;
    return weight >= 0.5 * view.weight(0) ? below : 0;
}

TextRun findTextRun(const PageView &view, int heading)
{
    constexpr double most = 0.95; // a line of the text may stand in a box beside
    const auto &segments = view.segments();
    TextRun best;
    double bestGain = 0;
    double gain = 0;
    int start = firstLineOf(view, heading);
    for (int i = start; i < int(segments.size()); ++i) {
        gain += gainOf(segments[size_t(i)]);
        if (gain <= 0) {
            gain = 0;
            start = i + 1;
        } else if (gain > bestGain) {
            bestGain = gain;
            best.first = start;
            best.last = i;
        }
    }
    for (int i = best.first; i >= 0 && i <= best.last; ++i) {
        best.paragraphs += segments[size_t(i)].weight > 0 ? 1 : 0;
        best.weight += segments[size_t(i)].weight;
    }
    if (best.first >= 0)
        best.block = innermost(view, best, most);
    return best;
}

} // namespace broadsheet::html
