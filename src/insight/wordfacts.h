// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/storylimits.h"
#include "insight/storyterms.h"

#include <QHash>

#include <utility>
#include <vector>

namespace broadsheet::insight {

/** What is known of each term from all texts: how many hold it, on which days, whether it is a name. */
class WordFacts
{
public:
    static constexpr quint32 none = 0xffffffff;

    /** Counts the terms of a text of a day; gives each one's number and its own weight. */
    std::vector<std::pair<quint32, float>> take(const QList<StoryTerm> &terms, int day);

    explicit WordFacts(const StoryLimits &limits) : m_limits(limits) {}
    /** How much a term says in a text of \a day: rare ones and names more, those that come every day as all texts do
     * less. */
    double rareness(quint32 term, int day) const;
    /** What is left of it by being in no other text. */
    double seenOnce() const;
    /** Mostly with a capital within sentences. Large numbers tell things apart as names do: "12%", "144,000". */
    bool isName(quint32 term) const;
    bool isSeenOnce(quint32 term) const { return m_facts[term].documents == 1; }
    /** The other word of the same name, "Ines" of "Maddox"; else none. */
    quint32 partner(quint32 term) const { return m_facts[term].partner; }
    /** As it first stood in a text. */
    const QString &written(quint32 term) const { return m_facts[term].written; }
    /** Terms have the numbers below. */
    size_t size() const { return m_facts.size(); }

private:
    struct DayCount
    {
        int day = 0;
        int texts = 0;
    };
    using Days = std::vector<DayCount>; ///< ascending
    struct Facts
    {
        QString written;
        int documents = 0;
        int asName = 0, asCommon = 0;
        bool isLargeNumber = false;
        int firstDay = 0;       ///< of the first text: most terms have no other
        Days days;              ///< once there are two
        quint32 partner = none; ///< "Ines" of "Maddox"
    };

    quint32 numberOf(const StoryTerm &term);
    void meet(quint32 term, quint32 next);
    static void countDay(Facts &facts, int day);
    static void countIn(Days &days, int day);
    static double entropyAround(const Days &days, int day, int &texts);
    double steadiness(const Facts &facts, int day) const;

    const StoryLimits m_limits;
    QHash<QString, quint32> m_terms;
    std::vector<Facts> m_facts;
    QHash<quint64, int> m_pairs; ///< how often two capitalised words stood side by side
    qsizetype m_count = 0;       ///< texts
    Days m_days;                 ///< all texts
};

} // namespace broadsheet::insight
