// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/guide.h"

#include "html/extract/metadata.h"

#include <QRegularExpression>

namespace broadsheet::html {

namespace {

int firstChildElement(const Dom &dom, int node)
{
    int child = dom.firstChild(node);
    while (child != Dom::none && dom.isText(child))
        child = dom.nextSibling(child);
    return child;
}

/** Goes down from \a node as long as one child holds nearly all of what counts. */
template <typename Amount>
int narrowed(const PageView &view, int node, double share, Amount amount)
{
    const Dom &dom = view.dom;
    const double all = amount(node);
    for (;;) {
        int next = Dom::none;
        for (int child = firstChildElement(dom, node); child != Dom::none; child = dom.nextSibling(child)) {
            if (dom.isElement(child) && !view.isDropped(child) && amount(child) >= share * all)
                next = child;
        }
        if (next == Dom::none || dom.tag(next) == Tag::P || dom.tag(next) == Tag::Pre ||
            dom.tag(next) == Tag::Ul || dom.tag(next) == Tag::Ol || dom.tag(next) == Tag::Tbody ||
            !view.isBlock(view.blockOf(next)))
            return node;
        node = next;
    }
}

} // namespace

Guide readGuide(const PageView &view, const QString &articleBody)
{
    constexpr qsizetype shortest = 300;
    constexpr qsizetype mostWork = 400'000'000; // lines times letters: each line is looked for in all of it
    Guide guide;
    QString plain = articleBody;
    if (plain.contains(u'<')) {
        static const QRegularExpression markup(QStringLiteral("<[^>]{0,2000}>"));
        plain.replace(markup, QStringLiteral(" "));
    }
    static const QRegularExpression references(QStringLiteral("&[a-zA-Z]{2,8};|&#x?[0-9a-fA-F]{1,6};"));
    plain.replace(references, QStringLiteral(" "));
    const QString body = lettersOf(plain);
    const auto &segments = view.segments();
    guide.isTold.assign(segments.size(), false);
    if (body.size() < shortest || body.size() * qsizetype(segments.size()) > mostWork)
        return guide;
    qsizetype told = 0;
    for (size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].size.length < 12)
            continue;
        const QString letters = lettersOf(view.text(segments[i]));
        if (letters.size() < 8)
            continue;
        const bool whole = body.contains(letters);
        const bool both =
            letters.size() > 120 && body.contains(letters.left(40)) && body.contains(letters.right(40));
        if (!whole && !both)
            continue;
        guide.isTold[i] = true;
        told += letters.size();
        if (letters.size() >= 16) {
            guide.first = guide.first < 0 ? int(i) : guide.first;
            guide.last = int(i);
        }
    }
    guide.isUsable = guide.first >= 0 && told >= 0.6 * double(body.size());
    return guide;
}

int rootOfGuide(const PageView &view, const Guide &guide)
{
    std::vector<double> sums(1, 0);
    for (size_t i = 0; i < guide.isTold.size(); ++i)
        sums.push_back(sums.back() + (guide.isTold[i] ? view.segments()[i].size.length : 0));
    return narrowed(view, 0, 0.97, [&](int node) {
        return sums[size_t(view.segmentsEnd(node))] - sums[size_t(view.firstSegment(node))];
    });
}

int lettersTold(const PageView &view, const Guide &guide, const std::vector<int> &roots, bool toldAlone)
{
    int letters = 0;
    for (const int root : roots) {
        for (int i = view.firstSegment(root); i < view.segmentsEnd(root); ++i) {
            const Segment &segment = view.segments()[size_t(i)];
            if (segment.weight > 0 && (!toldAlone || guide.isTold[size_t(i)]))
                letters += segment.size.length;
        }
    }
    return letters;
}

} // namespace broadsheet::html
