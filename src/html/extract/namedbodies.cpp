// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/namedbodies.h"

#include <algorithm>

namespace broadsheet::html {

namespace {

/** The outermost elements that are named as the article's text, by microdata or by content systems' names. */
std::vector<int> namedBodies(const PageView &view, bool microdata)
{
    const Dom &dom = view.dom;
    std::vector<int> found;
    for (int node = 1; node < dom.size(); ++node) {
        if (view.isDropped(node)) {
            node = dom.end(node) - 1;
            continue;
        }
        if (!dom.isElement(node))
            continue;
        const bool named =
            microdata ? dom.attribute(node, "itemprop").toByteArray().toLower().contains("articlebody")
                      : (view.hints(node) & BodyText) != 0 && view.isBlock(node);
        if (!named || view.weight(node) <= 0)
            continue;
        if (!found.empty() && dom.contains(found.back(), node)) {
            // The inner one is the text proper if it holds nearly all of it.
            if (view.weight(node) >= 0.9 * view.weight(found.back()))
                found.back() = node;
            continue;
        }
        found.push_back(node);
    }
    return found;
}

} // namespace

int articleAround(const Dom &dom, int node)
{
    while (node > 0 && dom.tag(node) != Tag::Article)
        node = dom.parent(node);
    return node > 0 ? node : Dom::none;
}

int namedBody(const PageView &view, bool microdata)
{
    const Dom &dom = view.dom;
    std::vector<int> bodies = namedBodies(view, microdata);
    double most = 0;
    for (const int body : bodies)
        most = std::max(most, view.weight(body));
    std::erase_if(bodies, [&](int body) { return view.weight(body) < 0.1 * most; });
    if (bodies.empty())
        return Dom::none;
    const int article = articleAround(dom, bodies.front());
    if (article != Dom::none)
        std::erase_if(bodies, [&](int body) { return articleAround(dom, body) != article; });
    if (bodies.size() == 1)
        return bodies.front();
    int common = dom.parent(bodies.front());
    while (common > 0 && !dom.contains(common, bodies.back()))
        common = dom.parent(common);
    double sum = 0;
    for (const int body : bodies)
        sum += view.weight(body);
    if (common > 0 && view.weight(common) <= 1.5 * sum)
        return common;
    return *std::ranges::max_element(bodies, {}, [&](int body) { return view.weight(body); });
}

} // namespace broadsheet::html
