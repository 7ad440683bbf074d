// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/candidates.h"

#include "html/extract/metadata.h"
#include "html/extract/textrun.h"

#include <QRegularExpression>

#include <algorithm>

namespace broadsheet::html {

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

int rootOfGuide(const PageView &view, const Guide &guide)
{
    std::vector<double> sums(1, 0);
    for (size_t i = 0; i < guide.isTold.size(); ++i)
        sums.push_back(sums.back() + (guide.isTold[i] ? view.segments()[i].size.length : 0));
    return narrowed(view, 0, 0.97, [&](int node) {
        return sums[size_t(view.segmentsEnd(node))] - sums[size_t(view.firstSegment(node))];
    });
}

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

/** The article element around; none: there is no such. */
int articleAround(const Dom &dom, int node)
{
    while (node > 0 && dom.tag(node) != Tag::Article)
        node = dom.parent(node);
    return node > 0 ? node : Dom::none;
}

/** One element for all that is named: pages cut articles into pieces. Of several articles it is the first. */
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

/** Letters of paragraphs, told or not, within an element. */
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

/** The lead belongs to the text, whatever block it stands in. */
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
