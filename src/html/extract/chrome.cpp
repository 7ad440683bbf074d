// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/chrome.h"

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

bool isHidden(const Dom &dom, int node)
{
    if (isHiddenByStyle(dom.attribute(node, "style")) || dom.hasAttribute(node, "hidden"))
        return true;
    return equalsIgnoringCase(dom.attribute(node, "aria-hidden"), "true") &&
           !dom.attribute(node, "class").contains("fallback-image");
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
        return dom.isElement(node) && (dom.isNamed(node, "button") || dom.isNamed(node, "option") ||
                                       dom.isNamed(node, "datalist") || dom.isNamed(node, "canvas"));
    default:
        return false;
    }
}

bool isChromeRole(QByteArrayView role)
{
    static constexpr auto roles = std::to_array<const char *>(
        {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "alert", "menu",
         "menubar", "toolbar", "tablist", "menuitem", "button"});
    return !role.isEmpty() && std::ranges::any_of(roles, [role](const char *name) {
        return equalsIgnoringCase(role, QByteArrayView(name));
    });
}

/** The largest share of the page's paragraphs that an element may hold and still be left out; 0: it stays. */
double allowedShare(const PageView &view, int node, Strictness strictness)
{
    const Dom &dom = view.dom;
    if (isHidden(dom, node))
        return 0.6;
    if (strictness == Strictness::OnlyHidden)
        return 0;
    const bool careful = strictness == Strictness::Careful;
    const quint16 hints = view.hints(node);
    const Tag tag = dom.tag(node);
    if (hints & ScreenReader)
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
    if (tag == Tag::A || tag == Tag::P || tag == Tag::Pre || tag == Tag::Blockquote || tag == Tag::Code || tag == Tag::Img)
        return (hints & Furniture) && (tag == Tag::P || tag == Tag::A) && careful ? 0.1 : 0;
    if (hints & CommentList)
        return careful ? 0.9 : 0.6;
    if (hints & Furniture)
        return hints & BodyText ? 0.05 : careful ? 0.35 : 0;
    return 0;
}

} // namespace

void dropChrome(PageView &view, int heading, Strictness strictness)
{
    const Dom &dom = view.dom;
    view.restoreAll();
    for (int node = 1; node < dom.size(); ++node) {
        if (dom.isElement(node) && isMachinery(dom, node))
            view.drop(node);
    }
    view.buildSegments();
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
}

} // namespace broadsheet::html
