// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/candidates.h"

#include "html/extract/leads.h"
#include "html/extract/metadata.h"
#include "html/extract/namedbodies.h"
#include "html/extract/textrun.h"

#include <algorithm>

namespace broadsheet::html {

namespace {

double classWeight(quint16 hints)
{
    double weight = 0;
    if (hints & (Furniture | CommentList | ChromeLike))
        weight -= 25;
    if (hints & (ContentLike | BodyText))
        weight += 25;
    return weight;
}

double startScore(const PageView &view, int node)
{
    double score = classWeight(view.hints(node));
    switch (view.dom.tag(node)) {
    case Tag::Article:
        score += 10;
        break;
    case Tag::Div:
    case Tag::Main:
    case Tag::Section:
        score += 5;
        break;
    case Tag::Pre:
    case Tag::Td:
    case Tag::Blockquote:
        score += 3;
        break;
    case Tag::Address:
    case Tag::Ol:
    case Tag::Ul:
    case Tag::Dl:
    case Tag::Dd:
    case Tag::Dt:
    case Tag::Li:
        score -= 3;
        break;
    case Tag::Th:
        score -= 5;
        break;
    default:
        break;
    }
    return score;
}

/** Paragraphs' weights handed up to the blocks around them, less with each step. */
class Scores
{
public:
    /** Lines before \a first, such as a notice above the page, count for nothing. */
    Scores(const PageView &view, int first)
        : m_view(view), m_score(size_t(view.dom.size()), 0), m_seen(m_score.size(), false)
    {
        for (size_t i = size_t(first); i < view.segments().size(); ++i) {
            if (view.segments()[i].weight > 0)
                propagate(view.segments()[i]);
        }
        for (size_t i = 0; i < m_score.size(); ++i) {
            if (m_seen[i])
                m_score[i] *= 1 - view.size(int(i)).linkDensity();
        }
    }

    double of(int node) const { return m_score[size_t(node)]; }
    bool isScored(int node) const { return m_seen[size_t(node)]; }

    int best() const
    {
        const auto top = std::ranges::max_element(m_score);
        return m_score.empty() || *top <= 0 ? Dom::none : int(top - m_score.begin());
    }

private:
    void propagate(const Segment &segment)
    {
        const Dom &dom = m_view.dom;
        int node = segment.block;
        // A block that is nothing but this paragraph hands its weight on to the block around it.
        if (m_view.segmentsEnd(node) - m_view.firstSegment(node) == 1 && node != dom.body())
            node = parentBlock(node);
        double share = 1;
        for (int level = 0; node > 0 && level < 5; ++level) {
            if (!m_seen[size_t(node)]) {
                m_seen[size_t(node)] = true;
                m_score[size_t(node)] = startScore(m_view, node);
            }
            share = level == 0 ? 1 : level == 1 ? 0.5 : 1.0 / (3 * level);
            m_score[size_t(node)] += segment.weight * share;
            node = parentBlock(node);
        }
    }

    int parentBlock(int node) const
    {
        node = m_view.dom.parent(node);
        return node <= 0 ? node : m_view.blockOf(node);
    }

    const PageView &m_view;
    std::vector<double> m_score;
    std::vector<bool> m_seen;
};

/** Goes up while the block around is nearly as good: what was cut into columns or pages belongs together. */
int widened(const PageView &view, const Scores &scores, int top)
{
    const Dom &dom = view.dom;
    double last = scores.of(top);
    const double least = last / 3;
    int node = top;
    for (int parent = dom.parent(top); parent > 0 && parent != dom.body(); parent = dom.parent(parent)) {
        if (!scores.isScored(parent))
            continue;
        const double score = scores.of(parent);
        if (score < least)
            break;
        if (score > last) {
            node = parent;
            break;
        }
        last = score;
    }
    // Blocks that hold only this one.
    for (int parent = dom.parent(node); parent > 0 && parent != dom.body(); parent = dom.parent(parent)) {
        if (view.weight(parent) > view.weight(node) || view.size(parent).length > view.size(node).length)
            break;
        node = parent;
    }
    return node;
}

/** The nearest element that holds several of the best ones. */
int commonBlock(const PageView &view, const Scores &scores, int top)
{
    const Dom &dom = view.dom;
    std::vector<int> near;
    for (int node = 1; node < dom.size(); ++node) {
        if (scores.isScored(node) && scores.of(node) >= 0.75 * scores.of(top))
            near.push_back(node);
    }
    for (int node = dom.parent(top); node > 0 && node != dom.body(); node = dom.parent(node)) {
        const auto within = std::ranges::count_if(
            near, [&](int other) { return dom.contains(node, other) && other != node; });
        if (within >= 4)
            return node;
    }
    return top;
}

/** The names of a class attribute without those that tell one element from its neighbours by a number. */
QByteArrayList kindOf(QByteArrayView names)
{
    QByteArrayList kind = names.toByteArray().simplified().split(' ');
    kind.removeIf([](const QByteArray &name) {
        return std::ranges::any_of(name, [](char c) { return c >= '0' && c <= '9'; });
    });
    return kind;
}

bool isAlike(const Dom &dom, int node, int other)
{
    const QByteArrayView names = dom.attribute(node, "class");
    if (names.isEmpty() || names == dom.attribute(other, "class"))
        return !names.isEmpty();
    const QByteArrayList kind = kindOf(names);
    return !kind.isEmpty() && kind == kindOf(dom.attribute(other, "class"));
}

bool joins(const PageView &view, const Scores &scores, int sibling, int root)
{
    const Dom &dom = view.dom;
    const double bonus = isAlike(dom, sibling, root) ? 0.2 * scores.of(root) : 0;
    // The column of links beside the text, on pages that are a table.
    if (dom.tag(sibling) == Tag::Td && view.size(sibling).linkDensity() > 0.2)
        return false;
    if (scores.isScored(sibling) && scores.of(sibling) + bonus >= std::max(10.0, 0.2 * scores.of(root)))
        return true;
    if (dom.tag(sibling) != Tag::P)
        return false;
    const TextSize size = view.size(sibling);
    return size.length > 80 ? size.linkDensity() < 0.25
                            : size.length > 0 && size.linkLength == 0 && size.stops > 0;
}

std::vector<int> withSiblings(const PageView &view, const Scores &scores, int root)
{
    const Dom &dom = view.dom;
    std::vector<int> roots;
    if (dom.parent(root) == Dom::none)
        return {root};
    for (int node = dom.firstChild(dom.parent(root)); node != Dom::none; node = dom.nextSibling(node)) {
        if (node == root || (dom.isElement(node) && !view.isDropped(node) && joins(view, scores, node, root)))
            roots.push_back(node);
    }
    return roots;
}

/** Of several articles on one page it is the one under the heading. */
int articleOfHeading(const PageView &view, int root, int heading)
{
    const Dom &dom = view.dom;
    if (heading == Dom::none || !dom.contains(root, heading))
        return root;
    int count = 0;
    for (int node = root + 1; node < dom.end(root); ++node)
        count += dom.tag(node) == Tag::Article && !view.isDropped(node) && view.weight(node) > 0 ? 1 : 0;
    const int article = articleAround(dom, heading);
    const bool isInner = article != Dom::none && article != root && dom.contains(root, article);
    return count > 1 && isInner && view.weight(article) > 0.15 * view.weight(root) ? article : root;
}

/** True where a line stands in a box that is named like the one of the roots beside it: a text cut into
 * pieces. */
bool isInPieceLike(const PageView &view, int line, int root)
{
    const Dom &dom = view.dom;
    for (int piece = dom.parent(root) > 0 ? root : Dom::none; piece > 0 && piece != dom.body();
         piece = dom.parent(piece)) {
        const int around = dom.parent(piece);
        if (!dom.contains(around, line))
            continue;
        int other = line;
        while (dom.parent(other) != around)
            other = dom.parent(other);
        return other != piece && dom.tag(other) == dom.tag(piece) && isAlike(dom, other, piece);
    }
    return false;
}

/** True where a paragraph of the run stands between the roots and is in none of them, or where several do
 * between the heading and the roots, or below in boxes like that of the last root. */
bool hasGap(const PageView &view, const std::vector<int> &roots, const TextRun &run, int heading)
{
    constexpr int several = 2;
    constexpr int shortest = 100; // letters
    const int first = view.firstSegment(roots.front());
    const int begin = heading == Dom::none ? std::max(first, run.first) : run.first;
    const int end = std::min(view.segmentsEnd(roots.back()), run.last + 1);
    int below = 0;
    for (int i = view.segmentsEnd(roots.back()); i <= run.last; ++i) {
        const Segment &line = view.segments()[size_t(i)];
        below += line.weight > 0 && line.size.length >= shortest && line.size.linkDensity() < 0.3 &&
                         isInPieceLike(view, line.block, roots.back())
                     ? 1
                     : 0;
    }
    if (below >= several)
        return true;
    int above = 0;
    for (int i = begin; i < end; ++i) {
        const Segment &line = view.segments()[size_t(i)];
        const auto next = std::ranges::upper_bound(roots, line.block); // roots follow each other
        const bool isTaken = next != roots.begin() && view.dom.contains(*std::prev(next), line.block);
        if (line.weight <= 0 || isTaken)
            continue;
        above += line.size.length >= shortest && line.size.linkDensity() < 0.3 ? 1 : 0;
        if (i > first || above >= several)
            return true;
    }
    return false;
}

/** The element around a text that the scores have but a part of, since it is cut up into boxes; none: they
 * have it. */
int widerByLines(const PageView &view, const std::vector<int> &roots, double weight, int heading)
{
    constexpr double most = 0.75; // of the text
    constexpr double surplus = 1.3;
    constexpr int few = 4; // of so few paragraphs one that is none of the text is a large part
    const TextRun run = findTextRun(view, heading);
    if (run.block == Dom::none || run.paragraphs < few ||
        (weight >= most * run.weight && !hasGap(view, roots, run, heading)))
        return Dom::none;
    // Only what holds them: another text of the page may be the longer one.
    const bool holds =
        std::ranges::all_of(roots, [&](int root) { return view.dom.contains(run.block, root); });
    return holds && view.weight(run.block) <= surplus * run.weight ? run.block : Dom::none;
}

std::vector<int> scoredRoots(const PageView &view, int heading)
{
    const Scores scores(view, firstLineOf(view, heading));
    int top = scores.best();
    if (top == Dom::none) {
        if (view.size(view.dom.body()).length == 0)
            return {};
        return {view.dom.body()};
    }
    top = widened(view, scores, commonBlock(view, scores, top));
    std::vector<int> roots = withSiblings(view, scores, top);
    if (roots.size() == 1)
        roots[0] = articleOfHeading(view, roots[0], heading);
    double weight = 0;
    for (const int root : roots)
        weight += view.weight(root);
    // Pages that go on with other articles: the longest need not be the one that the page is about.
    const int titled = heading == Dom::none ? Dom::none : articleAround(view.dom, heading);
    if (titled != Dom::none && !view.dom.contains(titled, roots.front()) &&
        !view.dom.contains(roots.front(), titled) && view.weight(titled) > 0.2 * weight) {
        roots = {titled};
        weight = view.weight(titled);
    }
    if (const int wider = widerByLines(view, roots, weight, heading); wider != Dom::none) {
        roots = {wider};
        weight = view.weight(wider);
    }
    for (const bool microdata : {true, false}) {
        const int named = namedBody(view, microdata);
        const bool isOther =
            titled != Dom::none && roots.front() == titled && !view.dom.contains(titled, named);
        if (named != Dom::none && !isOther && view.weight(named) >= (microdata ? 0.4 : 0.6) * weight)
            return {named};
    }
    return roots;
}

} // namespace

std::vector<int> findRoots(const PageView &view, Guide &guide, int heading, const QString &description)
{
    const std::vector<int> scored =
        withLead(view, scoredRoots(view, heading), heading, lettersOf(description));
    if (!guide.isUsable)
        return scored;
    const std::vector<int> told{rootOfGuide(view, guide)};
    const int toldLetters = lettersTold(view, guide, told, true);
    // A teaser that calls itself the body tells nothing.
    if (toldLetters < 0.4 * lettersTold(view, guide, scored, false)) {
        guide.isUsable = false;
        return scored;
    }
    guide.isComplete = toldLetters >= 0.75 * lettersTold(view, guide, scored, false);
    return told;
}

} // namespace broadsheet::html
