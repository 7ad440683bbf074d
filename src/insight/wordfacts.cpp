// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/wordfacts.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::insight {

namespace {

constexpr double mostRare = 6;           ///< a word that nobody else uses must not drown what is shared
constexpr double usedByNobodyElse = 0.3; ///< of the rareness of what is in one text of very many
constexpr double asName = 1.2;
constexpr double asCommon = 0.8;
constexpr int steadyFrom = 4;       ///< fewer texts tell nothing of how steadily a word comes
constexpr int daysAround = 7;       ///< in which that is looked at
constexpr double nameShare = 0.7;   ///< of its uses in which a name has a capital
constexpr int pairedOften = 3;      ///< two words must have stood side by side to be one name
constexpr double pairedShare = 0.5; ///< of all that the rarer of them was in

} // namespace

std::vector<std::pair<quint32, float>> WordFacts::take(const QList<StoryTerm> &terms, int day)
{
    std::vector<std::pair<quint32, float>> numbers;
    numbers.reserve(size_t(terms.size()));
    countIn(m_days, day);
    ++m_count;
    for (const StoryTerm &term : terms) {
        const quint32 number = numberOf(term);
        Facts &facts = m_facts[number];
        countDay(facts, day);
        ++facts.documents;
        facts.asName += term.form == StoryTerm::Form::Name;
        facts.asCommon += term.form == StoryTerm::Form::Common;
        numbers.emplace_back(number, term.weight);
    }
    for (const StoryTerm &term : terms) {
        if (!term.next.isEmpty())
            meet(m_terms.value(term.text), m_terms.value(term.next));
    }
    return numbers;
}

quint32 WordFacts::numberOf(const StoryTerm &term)
{
    auto found = m_terms.constFind(term.text);
    if (found == m_terms.cend()) {
        found = m_terms.insert(term.text, quint32(m_facts.size()));
        Facts &facts = m_facts.emplace_back();
        facts.written = term.written;
        facts.isLargeNumber = term.text.startsWith(u'#') && term.text.size() > 3;
    }
    return *found;
}

/** Two words that mostly stand together are one name; each has one partner at the most. */
void WordFacts::meet(quint32 term, quint32 next)
{
    const int count = ++m_pairs[quint64(term) << 32 | next];
    Facts &one = m_facts[term], &other = m_facts[next];
    if (count < pairedOften || count < pairedShare * std::min(one.documents, other.documents))
        return;
    const auto isWeaker = [this, count](quint32 word, quint32 partner) {
        return partner == none || count >= std::max(m_pairs.value(quint64(word) << 32 | partner),
                                                    m_pairs.value(quint64(partner) << 32 | word));
    };
    if (isWeaker(term, one.partner))
        one.partner = next;
    if (isWeaker(next, other.partner))
        other.partner = term;
}

void WordFacts::countIn(Days &days, int day)
{
    auto at = std::ranges::lower_bound(days, day, {}, &DayCount::day);
    if (at == days.end() || at->day != day)
        at = days.insert(at, {day, 0});
    ++at->texts;
}

/** To be called before the text itself is counted. */
void WordFacts::countDay(Facts &facts, int day)
{
    if (facts.documents == 0) {
        facts.firstDay = day;
        return;
    }
    if (facts.documents == 1)
        countIn(facts.days, facts.firstDay);
    countIn(facts.days, day);
}

/** How evenly texts are spread over the days around \a day; \a texts: how many they are. */
double WordFacts::entropyAround(const Days &days, int day, int &texts)
{
    double sum = 0;
    texts = 0;
    for (auto at = std::ranges::lower_bound(days, day - daysAround, {}, &DayCount::day);
         at != days.end() && at->day <= day + daysAround; ++at) {
        texts += at->texts;
        sum += at->texts * std::log(double(at->texts));
    }
    return texts == 0 ? 0 : std::log(double(texts)) - sum / texts;
}

/** What an event tells comes in a day or two, what is written of anything comes every day. From 0 to 1: as
 * evenly as all texts. */
double WordFacts::steadiness(const Facts &facts, int day) const
{
    if (facts.documents < steadyFrom || facts.days.size() < 2)
        return 0;
    int texts = 0, all = 0;
    const double own = entropyAround(facts.days, day, texts);
    if (texts < steadyFrom)
        return 0;
    const double most = entropyAround(m_days, day, all);
    return most > 0 ? std::min(1.0, own / most) : 0;
}

/** How much a term says: rare ones and names more, those that come every day less. Capitals within sentences,
 * over all texts, tell the names. */
double WordFacts::rareness(quint32 term, int day) const
{
    const Facts &facts = m_facts[term];
    const double known = facts.asName + facts.asCommon;
    const double share = known > 0 ? (facts.asName + 0.5) / (known + 1) : 0.5;
    // Among few texts nearly all words are in one or two: then it is as if others were known, too.
    const double prior =
        m_limits.priorTexts * (m_limits.priorShare + (m_limits.priorName - m_limits.priorShare) * share);
    double rare = std::log((double(m_count) + m_limits.priorTexts + 1) / (facts.documents + prior + 0.5));
    rare = std::clamp(rare, 0.1, mostRare);
    if (facts.documents == 1)
        rare *= seenOnce();
    const double steadily = steadiness(facts, day);
    rare *= 1 - m_limits.steady * steadily * steadily;
    return rare * (asCommon + (asName - asCommon) * share);
}

/** It tells the less the fewer there are that could have used the word. */
double WordFacts::seenOnce() const
{
    const double some = double(m_count) / (double(m_count) + m_limits.onceFrom);
    return 1 - (1 - usedByNobodyElse) * some;
}

/** Large numbers tell things apart as names do: "A47", "12%", "144,000". */
bool WordFacts::isName(quint32 term) const
{
    const Facts &facts = m_facts[term];
    if (facts.isLargeNumber)
        return true;
    const int known = facts.asName + facts.asCommon;
    return known > 0 && facts.asName > nameShare * known;
}

} // namespace broadsheet::insight
