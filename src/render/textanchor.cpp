// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/textanchor.h"

#include "base/plainsign.h"
#include "base/text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace broadsheet::render {

namespace {

constexpr int contextLength = 48;
constexpr int mostOccurrences = 2'000;
/** Words of a passage that are aligned at once: the table has their square. */
constexpr qsizetype mostWords = 600;
/** Shorter ones are found only where something around them is as it was. */
constexpr qsizetype tellingLength = 8;

/** Characters that are there for layout alone. */
bool isNothing(QChar c)
{
    switch (c.unicode()) {
    case 0x00ad: // soft hyphen
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0x2060:
    case 0xfeff:
    case 0xfffc: // a picture
        return true;
    default:
        return false;
    }
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

} // namespace

TextAnchor anchorOf(QStringView text, int start, int length)
{
    qsizetype from = std::clamp<qsizetype>(start, 0, text.size());
    qsizetype to = std::clamp<qsizetype>(start + length, from, text.size());
    const auto blank = [&text](qsizetype at) { return text[at].isSpace() || isNothing(text[at]); };
    while (from < to && blank(from))
        ++from;
    while (to > from && blank(to - 1))
        --to;
    TextAnchor anchor;
    anchor.exact = text.sliced(from, to - from).toString();
    anchor.exact.removeIf(isNothing);
    const qsizetype before = qMax<qsizetype>(0, from - contextLength);
    anchor.prefix = text.sliced(before, from - before).toString();
    anchor.suffix = text.sliced(to, qMin<qsizetype>(contextLength, text.size() - to)).toString();
    for (QString *part : {&anchor.exact, &anchor.prefix, &anchor.suffix})
        part->replace(QChar(QChar::LineSeparator), u'\n').replace(QChar(QChar::ParagraphSeparator), u'\n');
    return anchor;
}

PassageFinder::PassageFinder(QStringView text) : m_plain(plainOf(text)) {}

PassageFinder::Plain PassageFinder::plainOf(QStringView text)
{
    Plain plain;
    plain.text.reserve(text.size());
    plain.source.reserve(text.size() + 1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isNothing(c))
            continue;
        if (c.isSpace()) {
            if (plain.text.isEmpty() || plain.text.back() == u' ')
                continue;
            plain.text.append(u' ');
        } else {
            plain.text.append(plainSign(c));
        }
        plain.source.append(int(i));
    }
    plain.source.append(int(text.size()));
    return plain;
}

QList<PassageFinder::Word> PassageFinder::wordsOf(const QString &plain)
{
    QList<Word> words;
    for (int i = 0; i < plain.size();) {
        if (!isWordCharacter(plain[i])) {
            ++i;
            continue;
        }
        int end = i + 1;
        if (!isUnspacedScript(plain[i].unicode())) {
            while (end < plain.size() && isWordCharacter(plain[end]) &&
                   !isUnspacedScript(plain[end].unicode()))
                ++end;
        }
        words.append({i, end, plain.mid(i, end - i).toLower()});
        i = end;
    }
    return words;
}

FoundPassage PassageFinder::passage(const Span &span, bool changed) const
{
    const int start = m_plain.source.at(span.start);
    return {start, m_plain.source.at(span.end - 1) + 1 - start, changed};
}

std::optional<FoundPassage> PassageFinder::find(const TextAnchor &anchor) const
{
    const QString exact = plainOf(anchor.exact).text.trimmed();
    if (exact.isEmpty() || m_plain.text.isEmpty())
        return std::nullopt;
    const QString prefix = plainOf(anchor.prefix).text;
    const QString suffix = plainOf(anchor.suffix).text;
    if (const auto span = findExact(exact, prefix, suffix))
        return passage(*span, false);
    if (const auto span = findAlike(exact))
        return passage(*span, true);
    if (const auto span = findBetween(prefix.trimmed(), suffix.trimmed(), exact.size()))
        return passage(*span, true);
    return std::nullopt;
}

/** How many characters around a place are as the anchor has them. */
int PassageFinder::surroundings(qsizetype start, qsizetype end, const QString &prefix,
                                const QString &suffix) const
{
    // Blanks between the passage and its surroundings may lie on either side.
    const QStringView before = QStringView(m_plain.text).left(start).trimmed();
    const QStringView after = QStringView(m_plain.text).mid(end, suffix.size() + 1).trimmed();
    const QStringView wantedBefore = QStringView(prefix).trimmed();
    const QStringView wantedAfter = QStringView(suffix).trimmed();
    int alike = 0;
    for (qsizetype i = 1; i <= qMin(before.size(), wantedBefore.size()); ++i, ++alike) {
        if (before[before.size() - i] != wantedBefore[wantedBefore.size() - i])
            break;
    }
    for (qsizetype i = 0; i < qMin(after.size(), wantedAfter.size()); ++i, ++alike) {
        if (after[i] != wantedAfter[i])
            break;
    }
    return alike;
}

std::optional<PassageFinder::Span> PassageFinder::findExact(const QString &exact, const QString &prefix,
                                                            const QString &suffix) const
{
    std::optional<Span> best;
    int bestAlike = -1;
    int occurrences = 0;
    for (qsizetype at = m_plain.text.indexOf(exact); at >= 0 && occurrences < mostOccurrences;
         at = m_plain.text.indexOf(exact, at + 1), ++occurrences) {
        const int alike = surroundings(at, at + exact.size(), prefix, suffix);
        if (alike > bestAlike) {
            bestAlike = alike;
            best = Span{int(at), int(at + exact.size())};
        }
    }
    const qsizetype context = qMin<qsizetype>(6, prefix.trimmed().size() + suffix.trimmed().size());
    if (exact.size() < tellingLength && bestAlike < context)
        return std::nullopt; // a short word stands in many texts
    return best;
}

/** What now stands between the words that stood before and after. */
std::optional<PassageFinder::Span> PassageFinder::findBetween(const QString &prefix, const QString &suffix,
                                                              qsizetype length) const
{
    constexpr qsizetype telling = 10;
    const QString before = prefix.right(32);
    const QString after = suffix.left(32);
    if (before.size() < telling || after.size() < telling)
        return std::nullopt;
    const qsizetype at = m_plain.text.indexOf(before);
    if (at < 0)
        return std::nullopt;
    qsizetype from = at + before.size();
    qsizetype to = m_plain.text.indexOf(after, from);
    if (to < 0 || to - from > 2 * length + 20)
        return std::nullopt;
    while (from < to && m_plain.text[from] == u' ')
        ++from;
    while (to > from && m_plain.text[to - 1] == u' ')
        --to;
    if (from == to)
        return std::nullopt; // cut out
    return Span{int(from), int(to)};
}

std::optional<PassageFinder::Span> PassageFinder::findAlike(const QString &exact) const
{
    if (m_words.isEmpty()) {
        m_words = wordsOf(m_plain.text);
        for (const Word &word : std::as_const(m_words))
            ++m_wordCounts[word.text];
    }
    QList<Word> wanted = wordsOf(exact);
    if (wanted.size() < 3)
        return std::nullopt;
    if (wanted.size() > mostWords) {
        // A long one by its two ends.
        const auto first = findAlike(exact.left(wanted.at(mostWords / 2).start));
        const auto last = findAlike(exact.mid(wanted.at(wanted.size() - mostWords / 2).start));
        if (!first || !last || last->end <= first->start || last->end - first->start > 3 * exact.size())
            return std::nullopt;
        return Span{first->start, last->end};
    }
    // Each shared word votes for the place at which the passage would begin; frequent ones know nothing.
    QHash<QString, QList<qsizetype>> places;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        places[wanted[i].text].append(i);
    const auto isTelling = [this](const Word &word) {
        const int count = m_wordCounts.value(word.text);
        return count > 0 && count <= 40;
    };
    const bool anyTelling = std::ranges::any_of(wanted, isTelling);
    QHash<qsizetype, int> votes;
    const qsizetype step = qMax<qsizetype>(4, wanted.size() / 4);
    qsizetype bestPlace = 0;
    int bestVotes = 0;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (anyTelling && !isTelling(m_words[i]))
            continue;
        const auto known = places.constFind(m_words[i].text);
        if (known == places.constEnd())
            continue;
        for (const qsizetype place : *known) {
            const qsizetype begin = (i - place + wanted.size()) / step;
            for (const qsizetype bucket : {begin, begin + 1}) {
                const int now = ++votes[bucket];
                if (now > bestVotes) {
                    bestVotes = now;
                    bestPlace = bucket;
                }
            }
        }
    }
    if (bestVotes == 0)
        return std::nullopt;
    const qsizetype begin = bestPlace * step - wanted.size();
    const qsizetype slack = step + wanted.size() / 2;
    return align(wanted, qMax<qsizetype>(0, begin - slack),
                 qMin(m_words.size(), begin + wanted.size() + slack));
}

/** The longest common subsequence of \a wanted and the words from \a from to \a to, if it is dense enough. */
std::optional<PassageFinder::Span> PassageFinder::align(const QList<Word> &wanted, qsizetype from,
                                                        qsizetype to) const
{
    const size_t rows = size_t(wanted.size());
    const size_t columns = size_t(qMax<qsizetype>(0, to - from));
    std::vector<quint16> table((rows + 1) * (columns + 1));
    const auto at = [&](size_t row, size_t column) -> quint16 & {
        return table[row * (columns + 1) + column];
    };
    for (size_t i = rows; i-- > 0;) {
        for (size_t j = columns; j-- > 0;) {
            const bool same = wanted[qsizetype(i)].text == m_words[from + qsizetype(j)].text;
            at(i, j) = same ? quint16(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    std::vector<std::pair<qsizetype, qsizetype>> matched; // word of the passage, word of the text
    for (size_t i = 0, j = 0; i < rows && j < columns;) {
        if (wanted[qsizetype(i)].text == m_words[from + qsizetype(j)].text) {
            matched.emplace_back(qsizetype(i), from + qsizetype(j));
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    // Stray words far from the rest only share their spelling.
    const auto gap = [&](size_t left) { return matched[left + 1].second - matched[left].second; };
    const qsizetype far = qMax<qsizetype>(4, wanted.size() / 3);
    while (matched.size() > 2 && gap(0) > far)
        matched.erase(matched.begin());
    while (matched.size() > 2 && gap(matched.size() - 2) > far)
        matched.pop_back();
    // A frequent word at an end may have been taken for such a stray one further off.
    while (!matched.empty()) {
        const auto [word, place] = matched.front();
        if (word == 0 || place == 0 || wanted[word - 1].text != m_words[place - 1].text)
            break;
        matched.emplace(matched.begin(), word - 1, place - 1);
    }
    while (!matched.empty()) {
        const auto [word, place] = matched.back();
        if (word + 1 == wanted.size() || place + 1 == m_words.size() ||
            wanted[word + 1].text != m_words[place + 1].text)
            break;
        matched.emplace_back(word + 1, place + 1);
    }
    const qsizetype count = qsizetype(matched.size());
    if (count < 2 || count * 10 < wanted.size() * 6)
        return std::nullopt;
    const qsizetype first = matched.front().second;
    const qsizetype last = matched.back().second;
    if (count * 2 < last - first + 1)
        return std::nullopt;
    return Span{m_words[first].start, m_words[last].end};
}

} // namespace broadsheet::render
