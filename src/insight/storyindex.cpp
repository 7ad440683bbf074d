// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/storyindex_p.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::insight {

namespace {

constexpr double nearlyAll = 0.95; ///< of what two share, a name that is all they share
constexpr double namesFrom = 0.1;  ///< of the square of a text's length, for its names to count
constexpr double saysEnough =
    1.2; ///< the length of what a text says before a word is weighed by its rareness
constexpr size_t searchTerms = 14; ///< the strongest of a text or story are looked up
constexpr size_t keptTerms = 400;  ///< kept of a story

int dayOf(double hours)
{
    return int(std::floor(hours / 24));
}

/** a + factor × b; what falls to nothing is left out. */
Vector combined(const Vector &a, const Vector &b, float factor)
{
    Vector result;
    result.reserve(a.size() + b.size());
    auto x = a.begin(), y = b.begin();
    while (x != a.end() || y != b.end()) {
        if (y == b.end() || (x != a.end() && x->term < y->term)) {
            result.push_back(*x++);
        } else if (x == a.end() || y->term < x->term) {
            result.push_back({y->term, factor * y->value});
            ++y;
        } else {
            const float value = x->value + factor * y->value;
            if (std::abs(value) > 1e-5F)
                result.push_back({x->term, value});
            ++x;
            ++y;
        }
    }
    return result;
}

Vector strongest(Vector vector, size_t count)
{
    if (vector.size() <= count)
        return vector;
    std::ranges::nth_element(vector, vector.begin() + std::ptrdiff_t(count),
                             [](const Weight &a, const Weight &b) {
                                 return a.value != b.value ? a.value > b.value : a.term < b.term;
                             });
    vector.resize(count);
    std::ranges::sort(vector, {}, &Weight::term);
    return vector;
}

} // namespace

/** The product of the two. What the strongest name or word that they share gives beyond all others together
 * counts less by \a oneName: two things that have but a name in common are seldom one event. */
StoryIndex::Product StoryIndex::product(const Vector &few, const Vector &many, double oneName) const
{
    Vector &shared = m_common;
    shared.clear();
    double sum = 0;
    auto from = many.begin();
    for (const Weight &weight : few) {
        from = std::lower_bound(from, many.end(), weight.term,
                                [](const Weight &w, quint32 term) { return w.term < term; });
        if (from == many.end())
            break;
        if (from->term == weight.term) {
            shared.push_back({weight.term, weight.value * from->value});
            sum += shared.back().value;
        }
    }
    double top = 0;
    bool isName = false;
    for (const Weight &part : shared) {
        double name = part.value;
        const quint32 partner = m_words.partner(part.term);
        const auto other = std::ranges::lower_bound(shared, partner, {}, &Weight::term);
        if (other != shared.end() && other->term == partner)
            name += other->value;
        if (name > top) {
            top = name;
            isName = m_words.isName(part.term);
        }
    }
    const bool alone = top >= nearlyAll * sum;
    const double less = alone ? std::max(oneName, isName ? m_limits.aloneName : m_limits.aloneWord) : oneName;
    return {sum - less * std::max(0.0, 2 * top - sum), alone};
}

int StoryIndex::addDoc(const StoryText &text)
{
    Doc doc;
    doc.article = text.article;
    doc.key = text.key;
    doc.stored = text.story;
    doc.hours = double(text.time.toSecsSinceEpoch()) / 3600;
    const QList<StoryTerm> terms = insight::storyTerms(text.title, text.lead);
    doc.vector.reserve(size_t(terms.size()));
    for (const auto &[number, weight] : m_words.take(terms, dayOf(doc.hours)))
        doc.vector.push_back({number, weight});
    std::ranges::sort(doc.vector, {}, &Weight::term);
    m_postings.resize(m_words.size());
    m_docs.push_back(std::move(doc));
    return int(m_docs.size()) - 1;
}

void StoryIndex::weigh(int number)
{
    Doc &doc = m_docs[size_t(number)];
    const int day = dayOf(doc.hours);
    const double once = m_words.seenOnce();
    double said = 0, squares = 0, whole = 0;
    for (Weight &weight : doc.vector) {
        said += double(weight.value) * double(weight.value);
        weight.value *= float(m_words.rareness(weight.term, day));
        squares += double(weight.value) * double(weight.value);
        const double uncut = double(weight.value) / (m_words.isSeenOnce(weight.term) ? once : 1);
        whole += uncut * uncut;
    }
    doc.known = whole > 0 ? std::sqrt(squares / whole) : 1;
    if (squares > 0) {
        // "Horoscopes for Monday" says so little that nothing is like it.
        const double length = std::min(1.0, std::sqrt(said) / saysEnough);
        const auto scale = float(length / std::sqrt(squares));
        for (Weight &weight : doc.vector)
            weight.value *= scale;
    }
    findNames(doc);
}

void StoryIndex::findNames(Doc &doc) const
{
    double squares = 0, all = 0;
    for (const Weight &weight : doc.vector) {
        const double square = double(weight.value) * double(weight.value);
        all += square;
        if (!m_words.isName(weight.term))
            continue;
        doc.names.push_back(weight);
        doc.named += double(weight.value);
        squares += square;
    }
    doc.hasNames = all > 0 && squares >= namesFrom * all;
}

/** The part of a text's names that a story has, too; 1 where one of both has none. */
double StoryIndex::sharedNames(const Doc &doc, const Cluster &cluster) const
{
    if (!doc.hasNames || 2 * cluster.named < int(cluster.docs.size()))
        return 1;
    double shared = 0;
    auto from = cluster.sum.begin();
    for (const Weight &name : doc.names) {
        from = std::ranges::lower_bound(from, cluster.sum.end(), name.term, {}, &Weight::term);
        if (from == cluster.sum.end())
            break;
        if (from->term == name.term)
            shared += double(name.value);
    }
    return shared / doc.named;
}

int StoryIndex::newCluster()
{
    m_clusters.emplace_back();
    m_shared.push_back(0);
    m_isLive.push_back(0);
    return int(m_clusters.size()) - 1;
}

void StoryIndex::measure(int number)
{
    Cluster &cluster = m_clusters[size_t(number)];
    m_isLive[size_t(number)] = !cluster.docs.empty();
    cluster.squares = 0;
    for (const Weight &weight : cluster.sum)
        cluster.squares += double(weight.value) * double(weight.value);
    cluster.scale = cluster.squares > 0 ? 1 / (std::pow(cluster.squares, (1 - m_limits.spread) / 2) *
                                               std::pow(double(cluster.docs.size()), m_limits.spread))
                                        : 0;
    const double n = double(cluster.docs.size());
    cluster.cohesion = n < 2 ? 0 : std::max(0.0, cluster.squares - n) / (n * (n - 1));
    cluster.first = cluster.last = cluster.docs.empty() ? 0 : m_docs[size_t(cluster.docs.front())].hours;
    for (const int doc : cluster.docs) {
        cluster.first = std::min(cluster.first, m_docs[size_t(doc)].hours);
        cluster.last = std::max(cluster.last, m_docs[size_t(doc)].hours);
    }
}

void StoryIndex::post(int cluster, const Vector &terms, double hours)
{
    const int day = dayOf(hours);
    for (const Weight &weight : terms) {
        std::vector<DayPostings> &days = m_postings[weight.term];
        auto at = std::ranges::lower_bound(days, day, {}, &DayPostings::day);
        if (at == days.end() || at->day != day)
            at = days.insert(at, {day, {}});
        std::vector<int> &list = at->clusters;
        // Nearly always the newest cluster, which makes the list sorted; the few others are put in their
        // place.
        if (list.empty() || list.back() < cluster)
            list.push_back(cluster);
        else if (const auto place = std::ranges::lower_bound(list, cluster); *place != cluster)
            list.insert(place, cluster);
    }
}

void StoryIndex::addTo(int number, int doc)
{
    Cluster &c = cluster(number);
    Doc &added = m_docs[size_t(doc)];
    added.cluster = number;
    c.sum = c.docs.empty() ? added.vector : combined(c.sum, added.vector, 1);
    if (c.sum.size() > 2 * keptTerms)
        c.sum = strongest(std::move(c.sum), keptTerms);
    c.docs.push_back(doc);
    c.named += added.hasNames;
    c.gone = false;
    measure(number);
    post(number, strongest(added.vector, searchTerms), added.hours);
}

void StoryIndex::removeFrom(int number, int doc)
{
    Cluster &c = cluster(number);
    Doc &removed = m_docs[size_t(doc)];
    removed.cluster = -1;
    c.named -= removed.hasNames;
    std::erase(c.docs, doc);
    c.sum = c.docs.empty() ? Vector() : combined(c.sum, removed.vector, -1);
    std::erase_if(c.sum, [](const Weight &w) { return w.value <= 0; });
    measure(number);
}

int StoryIndex::merge(int a, int b)
{
    const bool bIsLarger = cluster(b).docs.size() > cluster(a).docs.size() ||
                           (cluster(b).docs.size() == cluster(a).docs.size() && b < a);
    const int into = bIsLarger ? b : a;
    Cluster &one = cluster(into);
    Cluster &other = cluster(bIsLarger ? a : b);
    if (!one.story.isValid())
        one.story = other.story;
    else if (other.story.isValid())
        one.merged.append(other.story);
    one.merged += other.merged;
    one.named += other.named;
    one.sum = strongest(combined(one.sum, other.sum, 1), 2 * keptTerms);
    for (const int doc : other.docs) {
        m_docs[size_t(doc)].cluster = into;
        one.docs.push_back(doc);
        post(into, strongest(m_docs[size_t(doc)].vector, searchTerms), m_docs[size_t(doc)].hours);
    }
    other = Cluster();
    other.gone = true;
    m_isLive[size_t(bIsLarger ? a : b)] = 0;
    measure(into);
    return into;
}

double StoryIndex::faded(double gapHours) const
{
    return gapHours > m_limits.windowHours ? 0 : std::exp(-gapHours / m_limits.fadingHours);
}

/**
 * Between the likeness to the sum of the members (large stories of many words draw everything) and the mean
 * of the likenesses to each (large stories draw nothing).
 */
double StoryIndex::likeness(int number, int into) const
{
    const Doc &d = doc(number);
    const Cluster &c = cluster(into);
    if (c.docs.empty() || c.squares <= 0)
        return 0;
    const double time = faded(std::max({0.0, c.first - d.hours, d.hours - c.last}));
    if (time <= 0)
        return 0;
    const auto [common, alone] = product(d.vector, c.sum, m_limits.oneName);
    // Words that nobody else uses weigh little, but they are what the text tells besides the one that is shared.
    const double shared = alone ? common * d.known : common;
    if (shared / double(c.docs.size()) < m_limits.joinCohesion * c.cohesion)
        return 0;
    return time * shared * c.scale * (1 - m_limits.otherNames * (1 - sharedNames(d, c)));
}

/** As above; besides, two stories that share but a firm's name are less like each other than like themselves.
 */
double StoryIndex::clusterLikeness(int a, int b) const
{
    const Cluster &x = cluster(a), &y = cluster(b);
    if (x.docs.empty() || y.docs.empty() || x.squares <= 0 || y.squares <= 0)
        return 0;
    if (std::max(x.last, y.last) - std::min(x.first, y.first) > m_limits.longestHours)
        return 0;
    const double time = faded(std::max({0.0, x.first - y.last, y.first - x.last}));
    if (time <= 0)
        return 0;
    const bool single = x.docs.size() < 2 || y.docs.size() < 2; // as if it joined
    const bool less = x.sum.size() < y.sum.size();
    const double shared = product(less ? x.sum : y.sum, less ? y.sum : x.sum,
                                  single ? m_limits.oneName : m_limits.oneNameOfStories)
                              .value;
    const double between = shared / (double(x.docs.size()) * double(y.docs.size()));
    // A single text has no likeness within.
    const double within = single ? std::max(x.cohesion, y.cohesion) : std::sqrt(x.cohesion * y.cohesion);
    if (between < (single ? m_limits.joinCohesion : m_limits.mergeCohesion) * within)
        return 0;
    return time * shared * x.scale * y.scale;
}

/** From the rarest term on, until so many postings have been looked at; then the best by what they share. */
std::vector<int> StoryIndex::sharing(const Vector &vector, double first, double last, int without)
{
    struct List
    {
        float weight;
        const std::vector<int> *clusters;
    };
    std::vector<List> lists;
    const int window = int(std::ceil(m_limits.windowHours / 24));
    for (const Weight &weight : vector) {
        const std::vector<DayPostings> &days = m_postings[weight.term];
        for (auto at = std::ranges::lower_bound(days, dayOf(first) - window, {}, &DayPostings::day);
             at != days.end() && at->day <= dayOf(last) + window; ++at)
            lists.push_back({weight.value, &at->clusters});
    }
    std::ranges::stable_sort(lists, {}, [](const List &list) { return list.clusters->size(); });
    std::vector<int> touched;
    qsizetype seen = 0;
    for (const List &list : lists) {
        seen += qsizetype(list.clusters->size());
        if (seen > m_limits.postings)
            break;
        for (const int c : *list.clusters) {
            if (c == without || !m_isLive[size_t(c)])
                continue;
            if (m_shared[size_t(c)] == 0)
                touched.push_back(c);
            m_shared[size_t(c)] += list.weight;
        }
    }
    const auto more = [this](int a, int b) {
        return m_shared[size_t(a)] != m_shared[size_t(b)] ? m_shared[size_t(a)] > m_shared[size_t(b)] : a < b;
    };
    std::vector<int> best = touched;
    if (best.size() > size_t(m_limits.candidates)) {
        std::ranges::nth_element(best, best.begin() + m_limits.candidates, more);
        best.resize(size_t(m_limits.candidates));
    }
    for (const int c : touched)
        m_shared[size_t(c)] = 0;
    std::ranges::sort(best);
    return best;
}

std::vector<int> StoryIndex::candidates(int number)
{
    const Doc &d = doc(number);
    return sharing(strongest(d.vector, searchTerms), d.hours, d.hours, -1);
}

std::vector<int> StoryIndex::neighbours(int number)
{
    const Cluster &c = cluster(number);
    return sharing(strongest(c.sum, searchTerms), c.first, c.last, number);
}

StoryMember StoryIndex::explained(int number, int into, int words) const
{
    const Doc &d = doc(number);
    const Cluster &c = cluster(into);
    StoryMember member;
    member.article = d.article;
    struct Part
    {
        quint32 term;
        double value;
    };
    std::vector<Part> parts;
    double total = 0;
    for (const Weight &weight : d.vector) {
        const auto found = std::ranges::lower_bound(c.sum, weight.term, {}, &Weight::term);
        if (found == c.sum.end() || found->term != weight.term)
            continue;
        const double others = double(weight.value) * double(found->value - weight.value);
        if (others > 1e-4)
            parts.push_back({weight.term, others});
        total += std::max(0.0, others);
    }
    const double n = double(c.docs.size());
    if (n > 1)
        member.likeness = std::min(1.0, total / (n - 1));
    std::ranges::sort(parts, [](const Part &a, const Part &b) {
        return a.value != b.value ? a.value > b.value : a.term < b.term;
    });
    for (const Part &part : parts) {
        if (member.words.size() >= words)
            break;
        member.words.append({m_words.written(part.term), part.value / total});
    }
    return member;
}

} // namespace broadsheet::insight
