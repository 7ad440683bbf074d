// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/lineshapes.h"

#include "html/extract/phrases.h"

namespace broadsheet::html {

bool isParagraph(const Segment &line)
{
    return !line.isHeading && line.size.length >= 80 && line.size.linkDensity() < 0.5 &&
           (line.size.stops > 0 || line.size.length > 160);
}

bool isWithin(const PageView &view, const Segment &line, Tag tag)
{
    int node = line.block;
    for (int level = 0; node > 0 && level < 4; node = view.dom.parent(node), ++level) {
        if (view.dom.tag(node) == tag)
            return true;
    }
    return false;
}

bool isQuoted(const PageView &view, const Segment &line)
{
    for (int node = line.block; node > 0; node = view.dom.parent(node)) {
        const Tag tag = view.dom.tag(node);
        if (tag == Tag::Blockquote || tag == Tag::Td || tag == Tag::Th || tag == Tag::Li || tag == Tag::Dd ||
            tag == Tag::Dt)
            return true;
    }
    return false;
}

bool isInSmallCell(const PageView &view, const Segment &line)
{
    constexpr int most = 5; // lines
    int node = line.block;
    for (int level = 0; node > 0 && level < 4; node = view.dom.parent(node), ++level) {
        if (view.dom.tag(node) == Tag::Td || view.dom.tag(node) == Tag::Th)
            return view.segmentsEnd(node) - view.firstSegment(node) < most;
    }
    return false;
}

int levelOf(const PageView &view, const Segment &line)
{
    for (int node = line.block; node > 0; node = view.dom.parent(node)) {
        const Tag tag = view.dom.tag(node);
        if (tag >= Tag::H1 && tag <= Tag::H6)
            return int(tag) - int(Tag::H1) + 1;
    }
    return 7;
}

bool isTimeAlone(const PageView &view, const Segment &line)
{
    constexpr int longest = 60; // letters
    if (line.size.length > longest || line.isHeading)
        return false;
    for (int node = view.dom.parent(line.first); node > 0 && node >= line.block;
         node = view.dom.parent(node)) {
        if (view.dom.isNamed(node, "time"))
            return line.last < view.dom.end(node);
    }
    return false;
}

bool isListOfNameAndDay(const PageView &view, const Segment &line)
{
    constexpr int longest = 60; // letters of an item
    constexpr int most = 4;     // items
    int list = line.block;
    while (list > 0 && view.dom.tag(list) != Tag::Ul && view.dom.tag(list) != Tag::Ol)
        list = view.dom.parent(list);
    if (list <= 0 || view.segmentsEnd(list) - view.firstSegment(list) > most)
        return false;
    bool hasDay = false;
    for (int i = view.firstSegment(list); i < view.segmentsEnd(list); ++i) {
        const Segment &item = view.segments()[size_t(i)];
        if (item.size.length > longest)
            return false;
        hasDay = hasDay || isDateLine(view.text(item));
    }
    return hasDay;
}

bool isRowOfLinkedButtons(const PageView &view, const Segment &line)
{
    constexpr int longest = 160; // letters
    constexpr int several = 2;
    if (line.size.length > longest || line.isHeading || line.size.stops > 0)
        return false;
    int buttons = 0;
    for (int text = line.first; text <= line.last; ++text) {
        if (!view.dom.isText(text) || view.isDropped(text) || view.dom.rawText(text).trimmed().size() < 2)
            continue;
        int link = view.dom.parent(text);
        while (link > 0 && link >= line.block && view.dom.tag(link) != Tag::A)
            link = view.dom.parent(link);
        if (view.dom.tag(link) != Tag::A || !isRowOfButtons(view.dom.text(link, 80).simplified()))
            return false;
        ++buttons;
    }
    return buttons >= several;
}

bool isLinkToEnd(const PageView &view, const Segment &line)
{
    QByteArrayView target;
    for (int node = line.first; node <= line.last; ++node) {
        if (view.dom.tag(node) != Tag::A)
            continue;
        if (!target.isEmpty())
            return false;
        target = view.dom.attribute(node, "href").trimmed();
    }
    const bool isFile = target.endsWith(".pdf") || target.endsWith(".zip") || target.endsWith(".mp3");
    const bool isOther = target.startsWith("http") && (view.siteHost().isEmpty() || view.isElsewhere(target));
    return !target.isEmpty() && !isFile && !isOther;
}

bool leadsElsewhere(const PageView &view, const Segment &line)
{
    for (int node = line.first; node > 0 && node >= line.block; node = view.dom.parent(node)) {
        if (view.dom.tag(node) == Tag::A)
            return view.isElsewhere(view.dom.attribute(node, "href"));
    }
    return false;
}

bool holdsTitleLink(const PageView &view, int node)
{
    constexpr qsizetype fewest = 20; // letters
    for (int i = node; i < view.dom.end(node); ++i) {
        const bool isInner = view.dom.tag(i) == Tag::A &&
                             !view.isElsewhere(view.dom.attribute(i, "href").trimmed()) &&
                             !view.dom.attribute(i, "href").trimmed().startsWith('#');
        if (isInner && view.dom.text(i, 200).size() >= fewest)
            return true;
    }
    return false;
}

} // namespace broadsheet::html
