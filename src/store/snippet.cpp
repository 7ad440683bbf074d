// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snippet.h"

#include "base/text.h"

#include <QList>

#include <algorithm>

namespace broadsheet::store {

namespace {

constexpr QChar markBegin(0xe000);
constexpr QChar markEnd(0xe001);
constexpr qsizetype maximumMarks = 20;

struct Span
{
    qsizetype begin = 0, end = 0;
};

/** Lower case and without accents, one unit for one, so that positions stay. */
QString folded(const QString &text)
{
    QString result(text.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x80) {
            result[i] = c.toLower();
            continue;
        }
        const QString parts = c.isSurrogate() ? QString() : c.decomposition();
        result[i] = (parts.isEmpty() || parts[0].isSurrogate() ? c : parts[0]).toCaseFolded();
    }
    return result;
}

bool isBoundary(const QString &text, qsizetype position)
{
    if (position <= 0 || position >= text.size())
        return true;
    const QChar before = text[position - 1], after = text[position];
    return !before.isLetterOrNumber() || !after.isLetterOrNumber() || isUnspacedScript(before.unicode()) ||
           isUnspacedScript(after.unicode());
}

QList<Span> matches(const QString &text, const QStringList &words)
{
    QList<Span> spans;
    const QString haystack = folded(text);
    for (const QString &given : words) {
        const bool prefix = given.endsWith(u'*');
        const QString word = folded(collapsed(prefix ? given.chopped(1) : given));
        if (word.isEmpty())
            continue;
        for (qsizetype at = haystack.indexOf(word); at >= 0 && spans.size() < maximumMarks;
             at = haystack.indexOf(word, at + word.size())) {
            qsizetype end = at + word.size();
            if (!isBoundary(haystack, at) || (!prefix && !isBoundary(haystack, end)))
                continue;
            while (prefix && end < haystack.size() && !isBoundary(haystack, end))
                ++end;
            spans.append({at, end});
        }
    }
    std::ranges::sort(spans, {}, &Span::begin);
    return spans;
}

} // namespace

QString snippet(const QString &given, const QStringList &words, int length)
{
    QString text = collapsed(given);
    text.remove(markBegin).remove(markEnd); // a stranger's text must not set marks
    const QList<Span> spans = matches(text, words);
    qsizetype begin = 0;
    if (!spans.isEmpty() && spans.first().end > length) {
        begin = spans.first().begin - length / 3;
        while (begin > 0 && begin < spans.first().begin && !text[begin - 1].isSpace())
            ++begin;
    }
    qsizetype end = qMin(text.size(), begin + length);
    while (end < text.size() && !text[end].isSpace() && end < begin + length + 20)
        ++end;
    if (end < text.size() && text[end].isLowSurrogate())
        --end;
    QString result = begin > 0 ? QStringLiteral("…") : QString();
    qsizetype position = begin;
    for (const Span &span : spans) {
        if (span.begin < position || span.end > end)
            continue;
        result += QStringView(text).mid(position, span.begin - position);
        result += markBegin + text.mid(span.begin, span.end - span.begin) + markEnd;
        position = span.end;
    }
    result += QStringView(text).mid(position, end - position);
    if (end < text.size())
        result += u'…';
    return result;
}

} // namespace broadsheet::store
