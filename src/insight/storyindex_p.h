// SPDX-License-Identifier: GPL-3.0-or-later
// What the story matcher reckons with: texts as vectors, stories as sums of them, and which story holds which
// term.
#pragma once

#include "insight/storymatcher.h"
#include "insight/wordfacts.h"

#include <vector>

namespace broadsheet::insight {

struct Weight
{
    quint32 term = 0;
    float value = 0;
};
using Vector = std::vector<Weight>; ///< by term

struct Doc
{
    ArticleId article;
    QByteArray key;
    StoryId stored;        ///< the story that the store has it in
    double hours = 0;      ///< since 1970
    Vector vector;         ///< of length 1 once weighed; shorter where the text says hardly anything
    Vector names;          ///< those of them that are names, or large numbers
    double named = 0;      ///< the sum of these
    double known = 1;      ///< how much of its length words that others use make up
    bool hasNames = false; ///< that say something
    int cluster = -1;
};

/** A story in the making; one of a single text is most often. */
struct Cluster
{
    StoryId story;
    QList<StoryId> merged;
    std::vector<int> docs;
    Vector sum;
    double squares = 0;         ///< of the sum
    double scale = 0;           ///< makes a likeness of a product with the sum
    double cohesion = 0;        ///< mean likeness of two of its texts
    int named = 0;              ///< texts that have names
    double first = 0, last = 0; ///< hours
    bool gone = false;          ///< went up in another
    bool planned = false;       ///< it is known when to make it anew
};

class StoryIndex
{
public:
    explicit StoryIndex(const StoryLimits &limits) : m_limits(limits), m_words(limits) {}

    int addDoc(const StoryText &text);
    /** Turns the counted terms of \a doc into a vector by how rare they are now. */
    void weigh(int doc);
    Doc &doc(int doc) { return m_docs[size_t(doc)]; }
    const Doc &doc(int doc) const { return m_docs[size_t(doc)]; }
    Cluster &cluster(int cluster) { return m_clusters[size_t(cluster)]; }
    const Cluster &cluster(int cluster) const { return m_clusters[size_t(cluster)]; }

    int newCluster();
    void addTo(int cluster, int doc);
    void removeFrom(int cluster, int doc);
    /** The one with more texts (else the earlier) takes the other in; its number is told. */
    int merge(int a, int b);

    /** Those that share the rarest terms, in the order of their numbers; bounded. */
    std::vector<int> candidates(int doc);
    std::vector<int> neighbours(int cluster);
    double likeness(int doc, int cluster) const;
    double clusterLikeness(int a, int b) const;
    StoryMember explained(int doc, int cluster, int words) const;

private:
    /** The stories that hold a term on one day, by number. */
    struct DayPostings
    {
        int day = 0;
        std::vector<int> clusters;
    };
    struct Product
    {
        double value = 0;
        bool alone = false; ///< it is of one word or name
    };

    Product product(const Vector &few, const Vector &many, double oneName) const;
    double faded(double gapHours) const;
    void findNames(Doc &doc) const;
    double sharedNames(const Doc &doc, const Cluster &cluster) const;
    std::vector<int> sharing(const Vector &vector, double first, double last, int without);
    void post(int cluster, const Vector &terms, double hours);
    void measure(int cluster);

    StoryLimits m_limits;
    WordFacts m_words;
    std::vector<Doc> m_docs;
    std::vector<Cluster> m_clusters;
    /// by term, then day, so that what is searched is the window around a text, be it of today or last year
    std::vector<std::vector<DayPostings>> m_postings;
    std::vector<float> m_shared;  ///< by cluster; all 0 between searches
    std::vector<quint8> m_isLive; ///< by cluster: it has texts; beside the above, which a search goes through
    mutable Vector m_common;      ///< of product(), which is asked for too often to make one each time
};

} // namespace broadsheet::insight
