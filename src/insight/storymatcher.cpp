// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/storymatcher.h"

#include "insight/storyindex_p.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <map>

namespace broadsheet::insight {

namespace {

constexpr int rounds = 3;         ///< of merging and moving, in one match
constexpr double keeps = 0.85;    ///< of the joining likeness suffices to stay
constexpr double betterBy = 1.05; ///< another story must be, to be moved to
constexpr int wordsTold = 5;
constexpr double outcastDraws = 0.6; ///< of its likeness, what was taken out of a story and stands alone
constexpr double growth = 1.5;       ///< a story is made anew when it has grown by that
constexpr qsizetype made = 150;      ///< larger ones are not

/** A step of growth lies between the two numbers of members. */
bool hasGrown(qsizetype before, qsizetype now)
{
    if (now > made)
        return false;
    double step = 2;
    while (qsizetype(step) <= before)
        step *= growth;
    return now >= qsizetype(step);
}

} // namespace

class StoryMatcher::Private
{
public:
    explicit Private(const StoryLimits &given) : limits(given), index(given) {}

    QList<int> take(QList<StoryText> texts);
    void place(int doc);
    bool moveOne(int doc);
    bool mergeAlike();
    QList<int> inTime(QList<int> docs) const;
    QList<int> lookedAtAnew(const QList<int> &fresh, bool &changed);
    void plan(int cluster, qsizetype madeWith);
    QList<int> takeDue();
    void makeAnew(int cluster);
    MatchedStory told(int cluster);
    void tellWhoLeft(const QList<int> &docs, QList<MatchedStory> &stories);
    void keepApart(const StoryText &text);
    bool mayJoin(int doc, int cluster) const;
    bool mayMerge(int a, int b) const;
    double likeness(int doc, int cluster) const;
    void grow(int cluster, int doc);

    StoryLimits limits;
    StoryIndex index;
    QHash<ArticleId, int> docOf;
    QHash<StoryId, int> clusterOf;
    QSet<int> touched;
    QHash<ArticleId, QSet<ArticleId>> apart; ///< both ways
    std::multimap<qsizetype, int> due;       ///< when so many texts are held, a story is made anew
};

/** Counts the terms of all before any is weighed, and in an order that does not depend on that of arrival. */
QList<int> StoryMatcher::Private::take(QList<StoryText> texts)
{
    std::ranges::sort(texts, [](const StoryText &a, const StoryText &b) {
        return a.time != b.time ? a.time < b.time : a.key < b.key;
    });
    QList<int> docs;
    docs.reserve(texts.size());
    for (const StoryText &text : std::as_const(texts)) {
        if (docOf.contains(text.article))
            continue;
        const int doc = index.addDoc(text);
        docOf.insert(text.article, doc);
        docs.append(doc);
        keepApart(text);
    }
    for (const int doc : std::as_const(docs))
        index.weigh(doc);
    return docs;
}

void StoryMatcher::Private::keepApart(const StoryText &text)
{
    for (const ArticleId other : text.apart) {
        apart[text.article].insert(other);
        apart[other].insert(text.article);
    }
}

bool StoryMatcher::Private::mayJoin(int doc, int cluster) const
{
    const auto others = apart.constFind(index.doc(doc).article);
    return others == apart.cend() || std::ranges::none_of(index.cluster(cluster).docs, [&](int member) {
               return others->contains(index.doc(member).article);
           });
}

bool StoryMatcher::Private::mayMerge(int a, int b) const
{
    return apart.isEmpty() ||
           std::ranges::all_of(index.cluster(a).docs, [&](int member) { return mayJoin(member, b); });
}

/** What the reader took out of a story is no story to begin with: whoever tells the event belongs to the
 * story. */
double StoryMatcher::Private::likeness(int doc, int cluster) const
{
    const auto &docs = index.cluster(cluster).docs;
    const bool outcast = docs.size() == 1 && apart.contains(index.doc(docs.front()).article);
    return index.likeness(doc, cluster) * (outcast ? outcastDraws : 1);
}

void StoryMatcher::Private::grow(int cluster, int doc)
{
    index.addTo(cluster, doc);
    touched.insert(cluster);
}

void StoryMatcher::Private::place(int doc)
{
    int best = -1;
    double most = limits.join;
    for (const int cluster : index.candidates(doc)) {
        const double found = likeness(doc, cluster);
        if (found > most && mayJoin(doc, cluster)) {
            most = found;
            best = cluster;
        }
    }
    grow(best >= 0 ? best : index.newCluster(), doc);
}

/** Looks whether another story has become more like a new article than the one it was put into. */
bool StoryMatcher::Private::moveOne(int doc)
{
    const int own = index.doc(doc).cluster;
    if (index.cluster(own).docs.size() < 2)
        return false;
    index.removeFrom(own, doc);
    const double stays = index.likeness(doc, own);
    int best = stays >= limits.join * keeps ? own : -1;
    double most = best >= 0 ? stays * betterBy : limits.join;
    for (const int cluster : index.candidates(doc)) {
        const double found = cluster == own ? 0 : likeness(doc, cluster);
        if (found > most && mayJoin(doc, cluster)) {
            most = found;
            best = cluster;
        }
    }
    if (best < 0)
        best = index.newCluster();
    grow(best, doc);
    touched.insert(own);
    return best != own;
}

QList<int> StoryMatcher::Private::inTime(QList<int> docs) const
{
    std::ranges::sort(docs, [this](int a, int b) {
        const Doc &x = index.doc(a), &y = index.doc(b);
        return x.hours != y.hours ? x.hours < y.hours : x.key < y.key;
    });
    return docs;
}

/**
 * An article that came early was put where it seemed to belong when less was known. Stories that have grown
 * by half are made anew of their members, as if all had come at once; so each article is looked at again a
 * few times in its life, and the order of arrival hardly matters. Gives the new articles with those looked at
 * anew; \a changed: there are such.
 */
QList<int> StoryMatcher::Private::lookedAtAnew(const QList<int> &fresh, bool &changed)
{
    const QSet<int> isFresh(fresh.cbegin(), fresh.cend());
    QList<int> grown;
    for (const int cluster : std::as_const(touched)) {
        const auto &members = index.cluster(cluster).docs;
        const auto before = std::ranges::count_if(members, [&](int doc) { return !isFresh.contains(doc); });
        if (before >= 2 && hasGrown(before, qsizetype(members.size())))
            grown.append(cluster);
    }
    for (const int cluster : takeDue()) {
        if (!grown.contains(cluster))
            grown.append(cluster);
    }
    std::ranges::sort(grown);
    changed = changed || !grown.isEmpty();
    QSet<int> all = isFresh;
    for (const int cluster : std::as_const(grown)) {
        const auto &members = index.cluster(cluster).docs;
        all.unite(QSet<int>(members.cbegin(), members.cend()));
        makeAnew(cluster);
    }
    return inTime(QList<int>(all.cbegin(), all.cend()));
}

/** What a word weighs is known the better the more texts are held: a story is made anew when they have become
 * twice as many as when it was made, and twice as many again. */
void StoryMatcher::Private::plan(int cluster, qsizetype madeWith)
{
    Cluster &c = index.cluster(cluster);
    if (c.planned || c.docs.size() < 2)
        return;
    qsizetype texts = 2 * std::max<qsizetype>(1, madeWith);
    while (texts <= docOf.size())
        texts *= 2;
    due.emplace(texts, cluster);
    c.planned = true;
}

QList<int> StoryMatcher::Private::takeDue()
{
    QList<int> clusters;
    while (!due.empty() && due.begin()->first <= docOf.size()) {
        const int cluster = due.begin()->second;
        due.erase(due.begin());
        Cluster &c = index.cluster(cluster);
        c.planned = false;
        if (c.docs.size() >= 2 && qsizetype(c.docs.size()) <= made)
            clusters.append(cluster);
    }
    return clusters;
}

/** The largest part keeps the story's number. */
void StoryMatcher::Private::makeAnew(int cluster)
{
    const auto &members = index.cluster(cluster).docs;
    const QList<int> docs = inTime(QList<int>(members.cbegin(), members.cend()));
    for (const int doc : docs)
        index.removeFrom(cluster, doc);
    QMap<int, int> parts; // by cluster
    for (const int doc : docs) {
        place(doc);
        ++parts[index.doc(doc).cluster];
    }
    const auto largest = std::ranges::max_element(parts);
    Cluster &old = index.cluster(cluster);
    Cluster &heir = index.cluster(largest.key());
    if (!heir.story.isValid())
        heir.story = old.story;
    else if (old.story.isValid())
        heir.merged.append(old.story);
    heir.merged += old.merged;
    if (heir.story.isValid())
        clusterOf.insert(heir.story, largest.key());
    old = Cluster();
    old.gone = true;
}

/** Joins those stories of which each is the other's nearest. */
bool StoryMatcher::Private::mergeAlike()
{
    // What stands alone has been compared with all when it came.
    QList<int> open;
    for (const int cluster : std::as_const(touched)) {
        if (index.cluster(cluster).docs.size() > 1)
            open.append(cluster);
    }
    std::ranges::sort(open);
    bool merged = false;
    while (!open.isEmpty()) {
        QHash<int, std::pair<int, double>> nearest;
        const auto nearestOf = [&](int cluster) {
            auto known = nearest.constFind(cluster);
            if (known != nearest.cend())
                return *known;
            std::pair<int, double> best{-1, limits.merge};
            for (const int other : index.neighbours(cluster)) {
                const double found = index.clusterLikeness(cluster, other);
                if (found > best.second && mayMerge(cluster, other))
                    best = {other, found};
            }
            nearest.insert(cluster, best);
            return best;
        };
        QList<int> next;
        QSet<int> done;
        for (const int cluster : std::as_const(open)) {
            if (index.cluster(cluster).docs.empty() || done.contains(cluster))
                continue;
            const int other = nearestOf(cluster).first;
            if (other < 0 || done.contains(other) || nearestOf(other).first != cluster)
                continue;
            const int into = index.merge(cluster, other);
            done.insert(cluster);
            done.insert(other);
            touched.insert(into);
            touched.insert(into == cluster ? other : cluster);
            next.append(into);
            merged = true;
        }
        open = next;
    }
    return merged;
}

MatchedStory StoryMatcher::Private::told(int cluster)
{
    const Cluster &c = index.cluster(cluster);
    MatchedStory story;
    story.story = c.story;
    story.merged = c.merged;
    QList<int> docs(c.docs.cbegin(), c.docs.cend());
    std::ranges::sort(docs, [this](int a, int b) {
        const Doc &x = index.doc(a), &y = index.doc(b);
        return x.hours != y.hours ? x.hours < y.hours : x.key < y.key;
    });
    for (const int doc : std::as_const(docs))
        story.members.append(index.explained(doc, cluster, wordsTold));
    return story;
}

/** An article that stands alone now is in no story that could tell it. */
void StoryMatcher::Private::tellWhoLeft(const QList<int> &docs, QList<MatchedStory> &stories)
{
    for (const int number : docs) {
        Doc &doc = index.doc(number);
        const Cluster &own = index.cluster(doc.cluster);
        if (!doc.stored.isValid() || own.docs.size() > 1 || own.story == doc.stored)
            continue;
        auto story = std::ranges::find(stories, doc.stored, &MatchedStory::story);
        if (story == stories.end()) {
            stories.append({doc.stored, {}, {}, {}});
            story = stories.end() - 1;
        }
        story->left.append(doc.article);
        doc.stored = {};
    }
}

StoryMatcher::StoryMatcher(const StoryLimits &limits) : d(std::make_unique<Private>(limits)) {}
StoryMatcher::~StoryMatcher() = default;
StoryMatcher::StoryMatcher(StoryMatcher &&) noexcept = default;
StoryMatcher &StoryMatcher::operator=(StoryMatcher &&) noexcept = default;

void StoryMatcher::remember(const QList<StoryText> &texts)
{
    QHash<ArticleId, StoryId> storyOf;
    for (const StoryText &text : texts)
        storyOf.insert(text.article, text.story);
    const QList<int> docs = d->take(texts);
    for (const int doc : docs) {
        const StoryId story = storyOf.value(d->index.doc(doc).article);
        const int known = story.isValid() ? d->clusterOf.value(story, -1) : -1;
        const int cluster = known >= 0 ? known : d->index.newCluster();
        if (story.isValid() && known < 0) {
            d->index.cluster(cluster).story = story;
            d->clusterOf.insert(story, cluster);
        }
        d->index.addTo(cluster, doc);
    }
    // Articles have their numbers in the order of arrival: a story was last added to when its newest came.
    std::vector<ArticleId> arrived;
    arrived.reserve(size_t(docs.size()));
    for (const int doc : docs)
        arrived.push_back(d->index.doc(doc).article);
    std::ranges::sort(arrived);
    for (const int cluster : std::as_const(d->clusterOf)) {
        ArticleId newest;
        for (const int doc : d->index.cluster(cluster).docs)
            newest = std::max(newest, d->index.doc(doc).article);
        d->plan(cluster, std::ranges::upper_bound(arrived, newest) - arrived.begin());
    }
}

QList<MatchedStory> StoryMatcher::match(const QList<StoryText> &texts)
{
    d->touched.clear();
    const QList<int> docs = d->take(texts);
    for (const int doc : docs)
        d->place(doc);
    bool changed = d->mergeAlike();
    const QList<int> open = d->lookedAtAnew(docs, changed);
    for (int round = 0; round < rounds; ++round) {
        // The first time nothing but what was done above can have made two stories alike.
        changed = (round > 0 || changed) && d->mergeAlike();
        for (const int doc : open)
            changed = d->moveOne(doc) || changed;
        if (!changed)
            break;
    }
    QList<int> clusters(d->touched.cbegin(), d->touched.cend());
    std::ranges::sort(clusters);
    QList<MatchedStory> stories;
    for (const int cluster : std::as_const(clusters)) {
        const Cluster &c = d->index.cluster(cluster);
        // One that the store knows is told even when nothing is left of it.
        if (c.docs.size() >= 2 || (c.story.isValid() && !c.gone))
            stories.append(d->told(cluster));
        for (const StoryId story : c.merged)
            d->clusterOf.remove(story);
        d->index.cluster(cluster).merged.clear();
        for (const int doc : c.docs) {
            if (c.docs.size() >= 2)
                d->index.doc(doc).stored = c.story;
        }
    }
    d->tellWhoLeft(open, stories);
    for (const int cluster : std::as_const(clusters))
        d->plan(cluster, d->docOf.size());
    return stories;
}

void StoryMatcher::setStory(ArticleId member, StoryId story)
{
    const int doc = d->docOf.value(member, -1);
    if (doc < 0)
        return;
    const int cluster = d->index.doc(doc).cluster;
    d->index.cluster(cluster).story = story;
    for (const int other : d->index.cluster(cluster).docs)
        d->index.doc(other).stored = story;
    d->clusterOf.insert(story, cluster);
}

qsizetype StoryMatcher::size() const
{
    return d->docOf.size();
}

} // namespace broadsheet::insight
