// SPDX-License-Identifier: GPL-3.0-or-later
// Titles and names: what belongs to them, and what the page has put around them.
#include "base/text.h"
#include "html/extract/metadata.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace broadsheet::html {

QString lettersOf(QStringView text)
{
    QString letters;
    letters.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark())
            letters.append(c.toLower());
    }
    return letters;
}

namespace {

/** True where \a part names the site: its name or the words of its host. */
bool namesSite(const QString &part, const QString &siteName, const QUrl &pageUrl)
{
    const QString letters = lettersOf(part);
    const QString site = lettersOf(siteName);
    if (letters.isEmpty())
        return true;
    if (!site.isEmpty() && (letters == site || (letters.size() >= 4 && site.contains(letters)) ||
                            (site.size() >= 4 && letters.contains(site) && letters.size() < 3 * site.size())))
        return true;
    QString host = pageUrl.host();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    const QString hostLetters = lettersOf(host);
    const QString name = lettersOf(host.section(u'.', 0, 0));
    return letters == hostLetters || (name.size() >= 4 && (letters == name || letters.startsWith(name) ||
                                                           (letters.size() >= 6 && name.contains(letters))));
}

/** Where no blanks divide words, two letters count as one. */
int wordsIn(const QString &text)
{
    const auto joined =
        std::ranges::count_if(text, [](QChar c) { return c.unicode() >= 0x3040 && c.unicode() < 0xFB00; });
    return int(text.count(u' ')) + 1 + int(joined) / 2;
}

} // namespace

QString withoutSiteName(const QString &title, const QString &siteName, const QUrl &pageUrl,
                        const QString &heading)
{
    const QString whole = collapsed(title);
    const QString headingLetters = lettersOf(heading);
    static const QRegularExpression separator(QStringLiteral(
        "\\s+[|\\-–—»«·•/\\\\~:]+\\s+|\\s*[|｜丨]\\s*|\\s*::\\s*|\\s*[»«]\\s*|_+(?=[^_\\s]{2,12}$)"));
    // The heading, and a mark behind or before it that divides: "heading_channel_site".
    if (headingLetters.size() >= 5) {
        static const QString dividers = QStringLiteral("_-–—|:：｜丨·•»«><~/（(【[");
        const QString shown = collapsed(heading);
        const QString after = whole.startsWith(shown) ? whole.mid(shown.size()).trimmed() : QString();
        if (!after.isEmpty() && dividers.contains(after.front()) && after.front() != u'(')
            return shown;
        const QString ahead = whole.endsWith(shown) ? whole.chopped(shown.size()).trimmed() : QString();
        if (!ahead.isEmpty() && dividers.contains(ahead.back()))
            return shown;
    }
    QList<QPair<qsizetype, qsizetype>> spans;
    qsizetype from = 0;
    auto matches = separator.globalMatch(whole);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedStart() == from)
            continue;
        spans.append({from, match.capturedStart()});
        from = match.capturedEnd();
    }
    spans.append({from, whole.size()});
    if (spans.size() < 2)
        return whole;
    const auto part = [&](qsizetype i) {
        return whole.mid(spans[i].first, spans[i].second - spans[i].first);
    };
    // The heading shows where the title proper begins and ends.
    if (headingLetters.size() >= 8) {
        for (qsizetype first = 0; first < spans.size(); ++first) {
            for (qsizetype last = spans.size() - 1; last >= first; --last) {
                const QString range = whole.mid(spans[first].first, spans[last].second - spans[first].first);
                if (lettersOf(range) == headingLetters)
                    return range.trimmed();
            }
        }
    }
    qsizetype first = 0;
    qsizetype last = spans.size() - 1;
    while (last > first && namesSite(part(last), siteName, pageUrl))
        --last;
    while (first < last && namesSite(part(first), siteName, pageUrl))
        ++first;
    QString rest = whole.mid(spans[first].first, spans[last].second - spans[first].first).trimmed();
    if (last - first + 1 < spans.size() || last == first)
        return rest;
    // Nobody says what the site is called: a short last part is its name or section.
    const bool strong =
        whole.mid(spans[last - 1].second, 3).contains(QRegularExpression(QStringLiteral("[|»:｜丨_]")));
    const QString before =
        whole.mid(spans[first].first, spans[last - 1].second - spans[first].first).trimmed();
    if (siteName.isEmpty() && wordsIn(before) >= 3 && wordsIn(part(last)) <= (strong ? 5 : 3) &&
        before.size() > 2 * part(last).size())
        return before;
    if (strong && wordsIn(before) >= 4 && wordsIn(part(last)) <= 4 && before.size() > part(last).size())
        return before;
    return rest;
}

QString siteNameIn(const QString &pageTitle, const QString &heading)
{
    constexpr int most = 5; // words; more are a slogan, or another heading
    const QString whole = collapsed(pageTitle);
    const QString shown = collapsed(heading);
    if (shown.size() < 8 || whole.size() <= shown.size())
        return {};
    static const QRegularExpression divider(
        QString::fromUtf8("^\\s*([|｜丨»«·•_<>]|::|[-–—:]\\s)\\s*|\\s*([|｜丨»«·•_<>:]|::|\\s[-–—])\\s*$"));
    QString rest;
    if (whole.startsWith(shown, Qt::CaseInsensitive))
        rest = whole.mid(shown.size());
    else if (whole.endsWith(shown, Qt::CaseInsensitive))
        rest = whole.chopped(shown.size());
    if (!divider.match(rest).hasMatch())
        return {};
    rest.remove(divider);
    // Sections stand between the title and the name.
    static const QRegularExpression parts(QStringLiteral("\\s*[|｜丨»«•_<>]\\s*|\\s+[-–—·:]+\\s+|::"));
    const QStringList names = rest.split(parts, Qt::SkipEmptyParts);
    const bool isBehind = whole.startsWith(shown, Qt::CaseInsensitive);
    const QString name = names.isEmpty() ? QString() : (isBehind ? names.last() : names.first()).trimmed();
    return wordsIn(name) <= most && lettersOf(name).size() >= 2 ? name : QString();
}

} // namespace broadsheet::html
