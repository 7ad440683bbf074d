// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/chrome.h"

#include "html/extract/asides.h"
#include "html/extract/phrases.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

bool isHiddenByStyle(QByteArrayView style)
{
    if (style.isEmpty())
        return false;
    const QByteArray compact = style.toByteArray().toLower().replace(' ', "");
    return compact.contains("display:none") || compact.contains("visibility:hidden");
}

bool isForScreenReaders(const Dom &dom, int node)
{
    const QByteArray names = dom.attribute(node, "class").toByteArray().toLower();
    return names.contains("reader") || names.contains("hidden") || names.contains("sr-only") ||
           names.contains("sronly") || names.contains("offscreen") || names.contains("assistive");
}

bool isHidden(const Dom &dom, int node)
{
    if (isHiddenByStyle(dom.attribute(node, "style")) || dom.hasAttribute(node, "hidden"))
        return true;
    return equalsIgnoringCase(dom.attribute(node, "aria-hidden"), "true") &&
           !dom.attribute(node, "class").contains("fallback-image");
}

/** A button; one that is the heading of what it opens is more than that. */
bool isMereButton(const Dom &dom, int node)
{
    if (!dom.isNamed(node, "button"))
        return false;
    const Tag around = dom.tag(dom.parent(node));
    return around < Tag::H2 || around > Tag::H6 || !dom.hasAttribute(node, "aria-expanded");
}

/** Never text of the page, whatever it holds. */
bool isMachinery(const Dom &dom, int node)
{
    switch (dom.tag(node)) {
    case Tag::Script:
    case Tag::Style:
    case Tag::Noscript:
    case Tag::Textarea:
    case Tag::Title:
    case Tag::Link:
    case Tag::Meta:
    case Tag::Input:
    case Tag::Iframe:
    case Tag::Noembed:
    case Tag::Noframes:
    case Tag::Object:
    case Tag::Template:
    case Tag::Audio:
    case Tag::Video:
        return true;
    case Tag::Unknown:
        return dom.isElement(node) && (isMereButton(dom, node) || dom.isNamed(node, "option") ||
                                       dom.isNamed(node, "datalist") || dom.isNamed(node, "canvas"));
    default:
        return false;
    }
}

bool isChromeRole(QByteArrayView role)
{
    static constexpr auto roles = std::to_array<const char *>(
        {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "alert",
         "menu", "menubar", "toolbar", "tablist", "menuitem", "button"});
    return !role.isEmpty() && std::ranges::any_of(roles, [role](const char *name) {
        return equalsIgnoringCase(role, QByteArrayView(name));
    });
}

/** True for an inline element that is all of the lines it touches. */
bool isWholeLine(const PageView &view, int node)
{
    const int first = view.firstSegment(node);
    const int end = view.segmentsEnd(node);
    // A line that begins before the element is not among its own.
    const auto &segments = view.segments();
    const bool startsWithin = first == 0 || segments[size_t(first) - 1].last < node;
    return startsWithin && (first == end || segments[size_t(end) - 1].last < view.dom.end(node));
}

/** The largest share of the page's paragraphs that an element may hold and still be left out; 0: it stays. */
double allowedShare(const PageView &view, int node, Strictness strictness)
{
    const Dom &dom = view.dom;
    if (isHidden(dom, node))
        return 0.6;
    if (strictness >= Strictness::OnlyHidden)
        return 0;
    const bool careful = strictness == Strictness::Careful;
    const quint16 hints = view.hints(node);
    const Tag tag = dom.tag(node);
    // "header-anchor-post" is the heading with the anchor, not the anchor.
    if ((hints & ScreenReader) && (tag < Tag::H1 || tag > Tag::H6 || isForScreenReaders(dom, node)))
        return 0.3;
    if (hints & PlayerUi)
        return 0.3;
    if (tag == Tag::Nav)
        return 0.5;
    if (tag == Tag::Footer || tag == Tag::Menu)
        return 0.25;
    if (tag == Tag::Aside)
        return careful ? 0.35 : 0.1;
    if (isChromeRole(dom.attribute(node, "role")))
        return 0.3;
    if (dom.isNamed(node, "form") || dom.isNamed(node, "dialog") || dom.isNamed(node, "fieldset"))
        return careful ? 0.25 : 0.1;
    if ((hints & GalleryBox) && careful && tag != Tag::Figure)
        return 0.85;
    if (!view.isBlock(node) && !isWholeLine(view, node))
        return 0;
    if (tag == Tag::A || tag == Tag::P || tag == Tag::Pre || tag == Tag::Blockquote || tag == Tag::Code ||
        tag == Tag::Img)
        return (hints & Furniture) && (tag == Tag::P || tag == Tag::A) && careful ? 0.1 : 0;
    if (hints & CommentList)
        return careful ? 0.9 : 0.6;
    if (hints & Furniture)
        return hints & BodyText ? 0.05 : careful ? 0.35 : 0;
    return 0;
}

} // namespace

namespace {

/** Where the first link of a line leads; empty: it has none. */
QByteArray targetOf(const PageView &view, const Segment &line, int box)
{
    const Dom &dom = view.dom;
    for (int text = line.first; text <= line.last; ++text) {
        for (int node = text; dom.isText(text) && node > box; node = dom.parent(node)) {
            if (dom.tag(node) == Tag::A)
                return dom.attribute(node, "href").trimmed().toByteArray();
        }
    }
    return {};
}

/** Where a title leads that begins the only line of a box: no block stands between it and the words below.
 * Empty: the line begins otherwise, or is a sentence with a link. */
QByteArray linkAtStart(const PageView &view, const Segment &line, int box)
{
    constexpr int fewest = 20; // letters
    const Dom &dom = view.dom;
    if (line.size.linkLength < fewest || line.size.linkDensity() < 0.2 || dom.tag(box) == Tag::Li)
        return {};
    int link = dom.parent(line.first);
    while (link > box && dom.tag(link) != Tag::A)
        link = dom.parent(link);
    if (link <= box || line.last < dom.end(link))
        return {};
    // Words of a sentence go on in small letters, or after a mark.
    for (int node = dom.end(link); node <= line.last; ++node) {
        const QString after = dom.isText(node) ? dom.text(node, 40).trimmed() : QString();
        const auto letter = std::ranges::find_if(after, [](QChar c) { return c.isLetterOrNumber(); });
        if (letter != after.end())
            return !letter->isLower() ? dom.attribute(link, "href").trimmed().toByteArray() : QByteArray();
    }
    return {};
}

/** Where the heading of a box leads, or one of its first lines, of which a day may be part; empty: it has
 * none, or it is no link. */
QByteArray headingTarget(const PageView &view, int box)
{
    constexpr int besides = 30; // letters of a date
    constexpr int first = 3;    // lines
    const int begin = view.firstSegment(box);
    const int end = view.segmentsEnd(box);
    const auto &segments = view.segments();
    const auto isTitle = [](const Segment &s) {
        return s.size.linkLength >= 15 && s.size.length - s.size.linkLength <= besides && s.size.stops <= 1;
    };
    int title = begin;
    while (title < end && !segments[size_t(title)].isHeading)
        ++title;
    if (title < end) {
        const Segment &heading = segments[size_t(title)];
        return heading.size.linkDensity() >= 0.8 ? targetOf(view, heading, box) : QByteArray();
    }
    if (end - begin == 1)
        return linkAtStart(view, segments[size_t(begin)], box);
    for (title = begin; title < std::min(end, begin + first); ++title) {
        const Segment &line = segments[size_t(title)];
        if (isTitle(line) && end - begin >= 2)
            return targetOf(view, line, box);
        if (line.size.length > besides || line.size.stops > 0)
            break;
    }
    return {};
}

/** Where the only link of a box leads, a word or a sign below a heading and a sentence: "Read more", "»". */
QByteArray lastLineTarget(const PageView &view, int box)
{
    constexpr int shortest = 20; // letters of a title
    constexpr int button = 30;
    constexpr int most = 200; // nodes
    const Dom &dom = view.dom;
    const int begin = view.firstSegment(box);
    const int end = view.segmentsEnd(box);
    const auto &segments = view.segments();
    if (end - begin < 2 || end - begin > 4 || dom.end(box) - box > most ||
        !segments[size_t(begin)].isHeading || segments[size_t(begin)].size.length < shortest ||
        view.size(box).linkLength > button)
        return {};
    int text = segments[size_t(begin)].last; // the last node of what is to read
    for (int i = begin; i < end; ++i)
        text = segments[size_t(i)].size.length > button ? segments[size_t(i)].last : text;
    QByteArray target;
    for (int node = box + 1; node < dom.end(box); ++node) {
        if (dom.tag(node) != Tag::A)
            continue;
        if (node < text || (!target.isEmpty() && target != dom.attribute(node, "href").trimmed()))
            return {};
        target = dom.attribute(node, "href").trimmed().toByteArray();
    }
    return target;
}

/** The page of the site that a box of the shape of a teaser leads to; empty: it is none. */
QByteArray teasedPage(const PageView &view, int box)
{
    constexpr int longest = 900; // letters
    const Tag tag = view.dom.tag(box);
    if (tag != Tag::Li && tag != Tag::Div && tag != Tag::Article && tag != Tag::Section &&
        (tag != Tag::Unknown || !view.isBlock(box)))
        return {};
    const TextSize size = view.size(box);
    if (size.length == 0 || size.length > longest)
        return {};
    QByteArray target = headingTarget(view, box);
    if (target.isEmpty())
        target = lastLineTarget(view, box);
    // Lists of products and sources link to other sites, teasers do not.
    const bool isOther =
        target.startsWith("http") && !view.siteHost().isEmpty() && !target.contains(view.siteHost());
    return isOther || target.startsWith('#') ? QByteArray() : target;
}

/** The line above says that other articles follow. */
bool isUnderFurniture(const PageView &view, int box)
{
    constexpr int longest = 80; // letters
    const int line = view.firstSegment(box) - 1;
    if (line < 0 || view.segments()[size_t(line)].size.length > longest)
        return false;
    const QString text = view.text(view.segments()[size_t(line)]);
    return isFurnitureHeading(text) || isPointerElsewhere(text);
}

/** On a page with little text a teaser is no small part of it, and several of one kind may be more than it. */
bool isTeaser(const PageView &view, int box, double whole, int ofItsKind, bool isHeaded)
{
    constexpr int several = 3;
    constexpr int excerpt = 300; // letters
    const TextSize size = view.size(box);
    const double share = size.length <= excerpt ? 0.3 : 0.12;
    return view.weight(box) <= share * whole ||
           (ofItsKind >= several && (isHeaded || size.length - size.linkLength <= excerpt));
}

/** Takes a name for furniture from the elements that bear it where most of the text stands in them: pages cut
 * their text into "ad-wrapper" and "share-block", too. */
void trustMostOfText(PageView &view)
{
    struct Bearers
    {
        std::vector<int> nodes;
        double weight = 0;
        TextSize size;
    };
    constexpr size_t several = 3;
    const Dom &dom = view.dom;
    QHash<QByteArrayView, Bearers> all;
    for (int node = 1; node < dom.size(); ++node) {
        const QByteArrayView name = dom.isElement(node) ? dom.attribute(node, "class") : QByteArrayView();
        if (name.isEmpty() || !(view.hints(node) & (Furniture | ChromeLike)) || view.weight(node) <= 0)
            continue;
        Bearers &bearers = all[name];
        if (!bearers.nodes.empty() && dom.contains(bearers.nodes.back(), node))
            continue;
        bearers.nodes.push_back(node);
        bearers.weight += view.weight(node);
        bearers.size += view.size(node);
    }
    for (const Bearers &bearers : std::as_const(all)) {
        const double share = bearers.nodes.size() == several ? 0.6 : 0.5;
        if (bearers.nodes.size() < several || bearers.weight < share * view.weight(0) ||
            bearers.size.linkDensity() > 0.15)
            continue;
        for (const int node : bearers.nodes)
            view.removeHints(node, Furniture | ChromeLike);
    }
}

/** Boxes with more to read than a teaser has, below the heading of the page and most of its text: a list that
 * is the article, whose items lead to pages about them. */
bool isListOfTexts(const PageView &view, const std::vector<int> &boxes, int heading)
{
    constexpr int longest = 300;    // letters of a teaser, in the mean
    constexpr int introduction = 3; // paragraphs
    if (heading == Dom::none || heading > boxes.front())
        return false;
    int before = 0;
    for (int i = view.firstSegment(view.dom.end(heading)); i < view.firstSegment(boxes.front()); ++i)
        before += view.segments()[size_t(i)].weight > 1 ? 1 : 0;
    double weight = 0;
    int letters = 0;
    for (const int box : boxes) {
        weight += view.weight(box);
        letters += view.size(box).length - view.size(box).linkLength;
    }
    return before <= introduction && letters > longest * int(boxes.size()) && weight > 0.6 * view.weight(0);
}

/** Three and more boxes side by side whose headings lead to other pages of the site: teasers. */
void dropTeasers(PageView &view, int heading)
{
    const Dom &dom = view.dom;
    const double whole = view.weight(0);
    for (int node = 1; node < dom.size(); ++node) {
        if (view.isDropped(node)) {
            node = dom.end(node) - 1;
            continue;
        }
        if (!dom.isElement(node) || dom.firstChild(node) == Dom::none || view.size(node).length == 0)
            continue;
        std::vector<int> shaped;
        QHash<QByteArrayView, QSet<QByteArray>> targets; // by class
        int others = 0;
        for (int child = dom.firstChild(node); child != Dom::none; child = dom.nextSibling(child)) {
            if (dom.isText(child) || view.isDropped(child))
                continue;
            if (const QByteArray target = teasedPage(view, child); !target.isEmpty()) {
                shaped.push_back(child);
                targets[dom.attribute(child, "class")].insert(target);
            } else {
                others += view.weight(child) > 0 ? 1 : 0;
            }
        }
        const bool isHeaded = shaped.size() >= 3 && isUnderFurniture(view, shaped.front());
        std::vector<int> teasers;
        for (const int child : shaped) {
            const auto ofItsKind = targets.value(dom.attribute(child, "class")).size();
            if (isTeaser(view, child, whole, int(ofItsKind), isHeaded))
                teasers.push_back(child);
            else
                ++others;
        }
        if (teasers.size() < 3 || int(teasers.size()) < others ||
            (!isHeaded && isListOfTexts(view, teasers, heading)))
            continue;
        for (const int teaser : teasers) {
            if (heading == Dom::none || !dom.contains(teaser, heading))
                view.drop(teaser);
        }
    }
}

} // namespace

void dropChrome(PageView &view, int heading, Strictness strictness)
{
    const Dom &dom = view.dom;
    view.restoreAll();
    for (int node = 1; node < dom.size(); ++node) {
        const bool isInstead = dom.tag(node) == Tag::Noscript || dom.tag(node) == Tag::Noframes;
        const bool isShown = isInstead && strictness == Strictness::WithoutScripts;
        if (dom.isElement(node) && isMachinery(dom, node) && !isShown)
            view.drop(node);
    }
    view.buildSegments();
    trustMostOfText(view);
    const double whole = view.weight(0);
    for (int node = 1; node < dom.size();) {
        if (view.isDropped(node)) {
            node = dom.end(node);
            continue;
        }
        if (dom.isElement(node) && node != dom.body()) {
            const double share = allowedShare(view, node, strictness);
            const bool isHeader = heading != Dom::none && dom.contains(node, heading);
            if (share > 0 && !isHeader && view.weight(node) <= share * whole) {
                view.drop(node);
                node = dom.end(node);
                continue;
            }
        }
        ++node;
    }
    view.buildSegments();
    if (strictness >= Strictness::OnlyHidden)
        return;
    dropTeasers(view, heading);
    view.buildSegments();
    dropAsides(view, heading, strictness);
    view.buildSegments();
}

} // namespace broadsheet::html
