// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/worddiff.h"

#include "base/text.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace broadsheet::insight {

namespace {

constexpr qsizetype largestTable = 4'000'000; ///< cells; beyond it nothing is compared
constexpr double sameParagraph = 0.5;         ///< share of words kept by which a paragraph is known again
constexpr double movedParagraph = 0.8;
constexpr int comparisons = 20'000; ///< of two paragraphs; those left over go and come
constexpr int movedWords = 4;       ///< shorter paragraphs do not move, they go and come

using Texts = std::vector<QString>;
using Pairs = std::vector<std::pair<int, int>>;

/** Words with the space behind them; characters of scripts without spaces are words of their own. */
Texts wordsOf(const QString &text)
{
    Texts words;
    qsizetype i = 0;
    while (i < text.size()) {
        qsizetype end = i;
        if (isUnspacedScript(text[i].unicode())) {
            ++end;
        } else {
            while (end < text.size() && !text[end].isSpace() && !isUnspacedScript(text[end].unicode()))
                ++end;
        }
        while (end < text.size() && text[end].isSpace())
            ++end;
        words.push_back(text.mid(i, end - i));
        i = end;
    }
    return words;
}

/** The same with marks before and behind a word apart from it: of "Morn," and "Horn," the comma stays. */
Texts wordsAndMarksOf(const QString &text)
{
    Texts parts;
    for (const QString &word : wordsOf(text)) {
        qsizetype begin = 0, end = word.size();
        while (end > 0 && word[end - 1].isSpace())
            --end;
        const qsizetype marksEnd = end;
        while (begin < end && word[begin].isPunct())
            ++begin;
        while (end > begin && word[end - 1].isPunct())
            --end;
        if (begin == end || (begin == 0 && end == marksEnd)) { // nothing but marks, or none
            parts.push_back(word);
            continue;
        }
        if (begin > 0)
            parts.push_back(word.left(begin));
        parts.push_back(word.mid(begin, end < marksEnd ? end - begin : -1));
        if (end < marksEnd)
            parts.push_back(word.mid(end));
    }
    return parts;
}

Texts paragraphsOf(const QString &text)
{
    Texts paragraphs;
    for (const QString &line : text.split(u'\n')) {
        const QString paragraph = collapsed(line);
        if (!paragraph.isEmpty())
            paragraphs.push_back(paragraph);
    }
    return paragraphs;
}

std::vector<QStringView> bare(const Texts &words)
{
    std::vector<QStringView> views;
    views.reserve(words.size());
    for (const QString &word : words)
        views.push_back(QStringView(word).trimmed());
    return views;
}

/** The longest common subsequence, as pairs of places; nothing in the middle where the texts are too long. */
template <typename List>
Pairs common(const List &a, const List &b)
{
    Pairs pairs;
    int first = 0, endA = int(a.size()), endB = int(b.size());
    while (first < endA && first < endB && a[size_t(first)] == b[size_t(first)]) {
        pairs.emplace_back(first, first);
        ++first;
    }
    Pairs tail;
    while (endA > first && endB > first && a[size_t(endA - 1)] == b[size_t(endB - 1)])
        tail.emplace_back(--endA, --endB);
    const int rows = endA - first, columns = endB - first;
    if (rows > 0 && columns > 0 && qsizetype(rows) * columns <= largestTable) {
        const auto width = size_t(columns) + 1;
        std::vector<int> length(size_t(rows + 1) * width, 0);
        const auto at = [&](int i, int j) -> int & { return length[size_t(i) * width + size_t(j)]; };
        for (int i = rows - 1; i >= 0; --i) {
            for (int j = columns - 1; j >= 0; --j) {
                at(i, j) = a[size_t(first + i)] == b[size_t(first + j)]
                               ? at(i + 1, j + 1) + 1
                               : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
        for (int i = 0, j = 0; i < rows && j < columns;) {
            if (a[size_t(first + i)] == b[size_t(first + j)]) {
                pairs.emplace_back(first + i++, first + j++);
            } else if (at(i + 1, j) >= at(i, j + 1)) {
                ++i;
            } else {
                ++j;
            }
        }
    }
    pairs.insert(pairs.end(), tail.rbegin(), tail.rend());
    return pairs;
}

void append(QList<DiffRun> &runs, DiffRun::Kind kind, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!runs.isEmpty() && runs.last().kind == kind)
        runs.last().text += text;
    else
        runs.append({kind, text});
}

/** True for what is too little to stand between two changes: one short word. */
bool isCrumb(const DiffRun &run)
{
    const QString text = run.text.trimmed();
    return run.kind == DiffRun::Kind::Same && text.size() <= 3 && !text.contains(u' ');
}

/** Crumbs are told as changed with their neighbours; in each change the removed words come before the added.
 */
QList<DiffRun> readable(const QList<DiffRun> &runs)
{
    QList<DiffRun> result;
    QString removed, added;
    const auto flush = [&] {
        append(result, DiffRun::Kind::Removed, removed);
        append(result, DiffRun::Kind::Added, added);
        removed.clear();
        added.clear();
    };
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const DiffRun &run = runs[i];
        const bool between = i > 0 && i + 1 < runs.size() && !removed.isEmpty() && !added.isEmpty();
        if (run.kind == DiffRun::Kind::Removed) {
            removed += run.text;
        } else if (run.kind == DiffRun::Kind::Added) {
            added += run.text;
        } else if (between && isCrumb(run)) {
            removed += run.text;
            added += run.text;
        } else {
            flush();
            append(result, DiffRun::Kind::Same, run.text);
        }
    }
    flush();
    return result;
}

QList<DiffRun> runsOf(const QString &before, const QString &after)
{
    const Texts a = wordsAndMarksOf(before), b = wordsAndMarksOf(after);
    QList<DiffRun> runs;
    size_t i = 0, j = 0;
    const auto until = [&](size_t endA, size_t endB) {
        for (; i < endA; ++i)
            append(runs, DiffRun::Kind::Removed, a[i]);
        for (; j < endB; ++j)
            append(runs, DiffRun::Kind::Added, b[j]);
    };
    for (const auto &[x, y] : common(bare(a), bare(b))) {
        until(size_t(x), size_t(y));
        append(runs, DiffRun::Kind::Same, b[j++]);
        ++i;
    }
    until(a.size(), b.size());
    return readable(runs);
}

/** The share of words that two paragraphs have in common, in whatever order; cheap. */
double likeness(const QString &a, const QString &b)
{
    const Texts x = wordsOf(a), y = wordsOf(b);
    QHash<QStringView, int> count;
    for (const QStringView word : bare(x))
        ++count[word];
    int shared = 0;
    for (const QStringView word : bare(y)) {
        auto found = count.find(word);
        if (found != count.end() && *found > 0) {
            --*found;
            ++shared;
        }
    }
    return double(shared) / double(std::max<size_t>(1, std::max(x.size(), y.size())));
}

/** Which paragraph was which. */
class Matcher
{
public:
    Matcher(const Texts &before, const Texts &after)
        : m_before(before)
        , m_after(after)
        , m_of(after.size(), -1)
        , m_moved(after.size(), false)
        , m_used(before.size(), false)
    {
        for (const auto &[i, j] : common(before, after))
            take(i, j, false);
        matchGaps();
        matchMoved();
    }
    int of(size_t after) const { return m_of[after]; }
    bool moved(size_t after) const { return m_moved[after]; }
    bool isUsed(size_t before) const { return m_used[before]; }

private:
    void take(int before, int after, bool moved)
    {
        m_of[size_t(after)] = before;
        m_moved[size_t(after)] = moved;
        m_used[size_t(before)] = true;
    }

    /** Between two paragraphs that stayed: those that are alike, in their order. */
    void matchGaps()
    {
        std::vector<int> ends(m_after.size(), int(m_before.size())); // the old place of the next that stayed
        for (size_t j = m_after.size(); j-- > 1;)
            ends[j - 1] = m_of[j] >= 0 ? m_of[j] : ends[j];
        int from = 0;
        for (size_t j = 0; j < m_after.size(); ++j) {
            if (m_of[j] >= 0) {
                from = m_of[j] + 1;
                continue;
            }
            const int to = ends[j];
            const int best = mostLike(j, from, std::min(to, from + 40), sameParagraph);
            if (best >= 0) {
                take(best, int(j), false);
                from = best + 1;
            }
        }
    }

    void matchMoved()
    {
        int looked = 0;
        for (size_t j = 0; j < m_after.size() && looked < 200; ++j) {
            if (m_of[j] >= 0 || wordsOf(m_after[j]).size() < movedWords)
                continue;
            ++looked;
            const int best = mostLike(j, 0, int(std::min<size_t>(m_before.size(), 400)), movedParagraph);
            if (best >= 0)
                take(best, int(j), true);
        }
    }

    int mostLike(size_t after, int from, int to, double atLeast)
    {
        int best = -1;
        for (int i = from; i < to && m_left > 0; ++i) {
            if (m_used[size_t(i)])
                continue;
            --m_left;
            const double found = likeness(m_before[size_t(i)], m_after[after]);
            if (found > atLeast || (found == atLeast && best < 0)) {
                atLeast = found;
                best = i;
            }
        }
        return best;
    }

    const Texts &m_before, &m_after;
    std::vector<int> m_of;
    std::vector<bool> m_moved, m_used;
    int m_left = comparisons;
};

} // namespace

QList<DiffParagraph> wordDiff(const QString &before, const QString &after)
{
    const Texts a = paragraphsOf(before), b = paragraphsOf(after);
    const Matcher matcher(a, b);
    QList<DiffParagraph> result;
    size_t next = 0; // of the old ones, for what was removed
    const auto removedUntil = [&](size_t end) {
        for (; next < end; ++next) {
            if (!matcher.isUsed(next))
                result.append({DiffParagraph::Kind::Removed, {{DiffRun::Kind::Removed, a[next]}}});
        }
    };
    for (size_t j = 0; j < b.size(); ++j) {
        const int old = matcher.of(j);
        if (old < 0) {
            result.append({DiffParagraph::Kind::Added, {{DiffRun::Kind::Added, b[j]}}});
            continue;
        }
        if (!matcher.moved(j))
            removedUntil(size_t(old));
        const QList<DiffRun> runs = runsOf(a[size_t(old)], b[j]);
        const bool same = a[size_t(old)] == b[j];
        const auto kind = matcher.moved(j) ? DiffParagraph::Kind::Moved
                          : same           ? DiffParagraph::Kind::Same
                                           : DiffParagraph::Kind::Changed;
        result.append({kind, runs});
    }
    removedUntil(a.size());
    return result;
}

} // namespace broadsheet::insight
