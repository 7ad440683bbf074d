// SPDX-License-Identifier: GPL-3.0-or-later
// What the story matcher reckons with: texts as vectors, stories as sums of them, and which story holds which
// term.
#pragma once

#include "insight/storymatcher.h"
#include "insight/storyterms.h"

#include <QHash>

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
    StoryId stored;   ///< the story that the store has it in
    double hours = 0; ///< since 1970
    Vector vector;    ///< of length 1 once weighed
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
    double first = 0, last = 0; ///< hours
    bool gone = false;          ///< went up in another
    bool planned = false;       ///< it is known when to make it anew
};

class StoryIndex
{
public:
    explicit StoryIndex(const StoryLimits &limits) : m_limits(limits) {}

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
    struct TermFacts
    {
        QString written;
        int documents = 0;
        int asName = 0, asCommon = 0;
        quint32 partner = none; ///< the other word of the same name: "Ines" of "Maddox"
    };
    /** The stories that hold a term on one day, by number. */
    struct DayPostings
    {
        int day = 0;
        std::vector<int> clusters;
    };
    static constexpr quint32 none = 0xffffffff;

    quint32 numberOf(const QString &term, const QString &written);
    void meet(quint32 term, quint32 next);
    double product(const Vector &few, const Vector &many, double oneName) const;
    double faded(double gapHours) const;
    double rareness(quint32 term) const;
    std::vector<int> sharing(const Vector &vector, double first, double last, int without);
    void post(int cluster, const Vector &terms, double hours);
    void measure(Cluster &cluster) const;

    StoryLimits m_limits;
    QHash<QString, quint32> m_terms;
    std::vector<TermFacts> m_facts;
    QHash<quint64, int> m_pairs; ///< how often two capitalised words stood side by side
    std::vector<Doc> m_docs;
    std::vector<Cluster> m_clusters;
    qsizetype m_count = 0; ///< texts held
    /// by term, then day, so that what is searched is the window around a text, be it of today or last year
    std::vector<std::vector<DayPostings>> m_postings;
    std::vector<float> m_shared; ///< by cluster; all 0 between searches
    mutable Vector m_common;     ///< of product(), which is asked for too often to make one each time
};

} // namespace broadsheet::insight
