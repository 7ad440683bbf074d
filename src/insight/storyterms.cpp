// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/storyterms.h"

#include "base/text.h"
#include "insight/wordforms.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace broadsheet::insight {

namespace {

constexpr float headlineWordWeight = 0.35F;
constexpr float columnWordWeight = 0.15F;
constexpr float smallNumberWeight = 0.3F;
constexpr float pairWeight = 0.55F; ///< a pair of characters: a word of two is one, one of four is three
constexpr float leadWeight = 0.45F;
constexpr int leadWords = 60;
constexpr int titleWords = 60;

struct Word
{
    QString written, folded;
    bool first = false;   ///< of a sentence
    bool touches = false; ///< nothing but a blank parts it from the word before
};

bool isWordCharacter(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
        return true;
    if (i == 0 || i + 1 >= text.size())
        return false;
    const QChar before = text[i - 1], after = text[i + 1];
    if (c == u'.' || c == u',')
        return before.isDigit() && after.isDigit();
    if (c == u'\'' || c == u'’')
        return before.isLetter() && after.isLetter();
    return c == u'&' && before.isUpper() && after.isUpper();
}

QList<Word> wordsOf(QStringView text, int limit)
{
    QList<Word> words;
    bool first = true, touches = false;
    for (qsizetype i = 0; i < text.size() && words.size() < limit;) {
        if (!isWordCharacter(text, i)) {
            const QChar c = text[i++];
            touches = touches && c.isSpace();
            if (c == u'.' || c == u'!' || c == u'?' || c == u':' || c == u';' || c == u'|' || c == u'"' ||
                c == u'“' || c == u'‘' || c == u'\'' || c == u'„' || c == u'«' || c == u'—' || c == u'–')
                first = true;
            continue;
        }
        qsizetype end = i;
        const bool unspaced = isUnspacedScript(text[i].unicode());
        while (end < text.size() && isWordCharacter(text, end) &&
               (isUnspacedScript(text[end].unicode()) == unspaced || text[end].isMark()))
            ++end;
        Word word;
        word.written = text.mid(i, end - i).toString();
        word.folded = foldedWord(word.written);
        word.first = first;
        word.touches = touches;
        first = false;
        touches = true;
        words.append(word);
        i = end;
    }
    return words;
}

/** True for a title with (nearly) every word capitalised: its capitals tell no names. */
bool isTitleCase(const QList<Word> &words)
{
    int capital = 0, small = 0;
    for (const Word &word : words) {
        if (word.folded.size() < 4 || !word.written.front().isLetter() || word.first)
            continue;
        (word.written.front().isUpper() ? capital : small) += 1;
    }
    return small == 0 ? capital > 1 : capital > 3 * small;
}

double magnitudeOf(const QString &word)
{
    static const QHash<QString, double> magnitudes{
        {QStringLiteral("k"), 1e3},          {QStringLiteral("thousand"), 1e3},
        {QStringLiteral("tausend"), 1e3},    {QStringLiteral("mil"), 1e3},
        {QStringLiteral("mille"), 1e3},      {QStringLiteral("m"), 1e6},
        {QStringLiteral("mn"), 1e6},         {QStringLiteral("mln"), 1e6},
        {QStringLiteral("mio"), 1e6},        {QStringLiteral("million"), 1e6},
        {QStringLiteral("millions"), 1e6},   {QStringLiteral("millionen"), 1e6},
        {QStringLiteral("millones"), 1e6},   {QStringLiteral("milhoes"), 1e6},
        {QStringLiteral("milioni"), 1e6},    {QStringLiteral("млн"), 1e6},
        {QStringLiteral("b"), 1e9},          {QStringLiteral("bn"), 1e9},
        {QStringLiteral("bln"), 1e9},        {QStringLiteral("billion"), 1e9},
        {QStringLiteral("billions"), 1e9},   {QStringLiteral("mrd"), 1e9},
        {QStringLiteral("milliarden"), 1e9}, {QStringLiteral("milliards"), 1e9},
        {QStringLiteral("млрд"), 1e9},       {QStringLiteral("trillion"), 1e12},
        {QStringLiteral("tn"), 1e12}};
    return magnitudes.value(word, 0);
}

bool isPercent(const QString &word)
{
    return word == QLatin1String("percent") || word == QLatin1String("pct") ||
           word == QLatin1String("prozent");
}

/** The number at the head of a word ("2.8bn", "144,000"), and what stands behind it; false for no number. */
bool splitNumber(const QString &word, double &value, QString &rest)
{
    qsizetype end = 0;
    while (end < word.size() && (word[end].isDigit() || word[end] == u'.' || word[end] == u','))
        ++end;
    QString digits = word.left(end);
    if (digits.isEmpty())
        return false;
    rest = word.mid(end);
    // "144,000" and "144.000" are thousands, "2.8" and "2,8" are not.
    const qsizetype comma = std::max(digits.lastIndexOf(u','), digits.lastIndexOf(u'.'));
    if (comma >= 0 && digits.size() - comma == 4 && digits.front() != u'0')
        digits.remove(u',').remove(u'.');
    else
        digits.replace(u',', u'.');
    bool ok = false;
    value = digits.toDouble(&ok);
    return ok;
}

/** Two leading digits and the magnitude: "119.6 mn" and "$120 million" are one. */
QString numberTerm(double value, bool percent)
{
    if (percent)
        return u'#' + QString::number(value, 'g', 3) + u'%';
    return u'#' + QString::number(value, 'g', value < 1000 ? 3 : 2);
}

/** "Markets fall again today | The Meridian": what stands behind the last bar, or behind a dash and is short
 * and capitalised, names the publisher. */
QString withoutPublisher(const QString &title)
{
    for (const QStringView mark : {u" | ", u" - ", u" — ", u" – "}) {
        const qsizetype at = title.lastIndexOf(mark);
        if (at < 0)
            continue;
        const QStringList tail = title.mid(at + 3).split(u' ', Qt::SkipEmptyParts);
        const auto isName = [](const QString &word) { return word.front().isUpper() || word.size() <= 3; };
        const bool enough = title.left(at).count(u' ') >= 3;
        if (enough && tail.size() <= 4 && std::ranges::all_of(tail, isName))
            return title.left(at);
    }
    return title;
}

class Collector
{
public:
    void title(const QString &text) { collect(text, titleWords, 1, true); }
    void lead(const QString &text) { collect(text, leadWords, leadWeight, false); }

    QList<StoryTerm> terms()
    {
        QList<StoryTerm> list = m_terms.values();
        std::ranges::sort(list, {}, &StoryTerm::text);
        return list;
    }

private:
    void collect(const QString &text, int limit, float weight, bool title)
    {
        const QList<Word> words = wordsOf(text, limit);
        const bool plain = title && isTitleCase(words);
        m_weight = weight;
        m_title = title;
        QString before; // the term of the word before, if that may be the beginning of a name
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (words[i].folded.front().isDigit()) {
                i += number(words, i, text);
                before.clear();
                continue;
            }
            const QString term = word(words[i], plain);
            const bool capital = title && words[i].written.front().isUpper();
            if (capital && words[i].touches && !before.isEmpty() && !term.isEmpty() && term != before)
                m_terms[before].next = term;
            before = capital ? term : QString();
        }
    }

    /** Takes the word at \a i in, and says how many of the following belong to it. */
    int number(const QList<Word> &words, qsizetype i, const QString &text)
    {
        double value = 0;
        QString rest;
        if (!splitNumber(words[i].folded, value, rest)) {
            add(words[i].folded, words[i].written, 1, StoryTerm::Form::Unknown);
            return 0;
        }
        int taken = 0;
        double magnitude = magnitudeOf(rest);
        bool percent = isPercent(rest);
        if (rest.isEmpty() && i + 1 < words.size()) {
            magnitude = magnitudeOf(words[i + 1].folded);
            percent = isPercent(words[i + 1].folded) || text.contains(words[i].written + u'%');
            taken = magnitude > 0 || isPercent(words[i + 1].folded);
        } else if (rest.isEmpty()) {
            percent = text.contains(words[i].written + u'%');
        } else if (magnitude == 0 && !percent) {
            add(words[i].folded, words[i].written, 1, StoryTerm::Form::Unknown); // "4k-display", "s7", "1st"
            return 0;
        }
        const bool fraction = value != std::floor(value);
        const bool year = value >= 1900 && value <= 2100 && !fraction && magnitude == 0;
        const bool small = value < 100 && !fraction && magnitude == 0 && !percent;
        QString written = words[i].written;
        if (taken)
            written += u' ' + words[i + 1].written;
        add(numberTerm(value * (magnitude > 0 ? magnitude : 1), percent), written,
            small || year ? smallNumberWeight : 1, StoryTerm::Form::Unknown);
        return taken;
    }

    /** Gives the term that it became; empty for none. */
    QString word(const Word &word, bool plain)
    {
        if (isUnspacedScript(word.folded.front().unicode())) {
            unspaced(word.folded);
            return {};
        }
        QString folded = word.folded;
        for (const QChar mark : {u'\'', u'’'}) {
            const qsizetype at = folded.indexOf(mark);
            if (at > 0 && at + 3 > folded.size())
                folded.truncate(at); // "Fed's"
            else if (at > 0 && at < 3)
                folded.remove(0, at + 1); // "l'euro"
        }
        const WordClass kind = wordClass(folded);
        if (kind == WordClass::Function || folded.size() < 2) {
            // "US" and "IT" are no pronouns where they are in capitals within small ones.
            if (plain || word.written.size() < 2 || word.written != word.written.toUpper())
                return {};
        }
        StoryTerm::Form form = StoryTerm::Form::Unknown;
        const bool capital = word.written.front().isUpper();
        if (word.written.size() > 1 && !plain && word.written == word.written.toUpper() && capital)
            form = StoryTerm::Form::Name;
        else if (!plain && !word.first)
            form = capital ? StoryTerm::Form::Name : StoryTerm::Form::Common;
        else if (!capital)
            form = StoryTerm::Form::Common;
        const QString stem = wordStem(folded);
        const float weight = kind == WordClass::Content  ? 1
                             : kind == WordClass::Column ? columnWordWeight
                                                         : headlineWordWeight;
        add(stem, word.written.left(folded.size()), weight, form);
        return stem;
    }

    void unspaced(const QString &run)
    {
        if (run.size() == 1)
            return add(run, run, pairWeight, StoryTerm::Form::Unknown);
        for (qsizetype i = 0; i + 1 < run.size(); ++i) {
            const auto first = run[i].script(), second = run[i + 1].script();
            // Two letters of hiragana are a particle or an ending.
            if (first == QChar::Script_Hiragana && second == QChar::Script_Hiragana)
                continue;
            const bool mixed = first != second;
            add(run.mid(i, 2), run.mid(i, 2), mixed ? pairWeight * 0.4F : pairWeight,
                StoryTerm::Form::Unknown);
        }
    }

    void add(const QString &text, const QString &written, float weight, StoryTerm::Form form)
    {
        weight *= m_weight;
        auto found = m_terms.find(text);
        if (found == m_terms.end()) {
            m_terms.insert(text, {text, written, weight, form, m_title, {}});
            return;
        }
        found->weight = std::max(found->weight, weight);
        if (found->form == StoryTerm::Form::Unknown)
            found->form = form;
    }

    QHash<QString, StoryTerm> m_terms;
    float m_weight = 1;
    bool m_title = true;
};

} // namespace

QList<StoryTerm> storyTerms(const QString &title, const QString &lead)
{
    Collector collector;
    collector.title(withoutPublisher(title));
    if (!lead.isEmpty())
        collector.lead(lead);
    return collector.terms();
}

} // namespace broadsheet::insight
