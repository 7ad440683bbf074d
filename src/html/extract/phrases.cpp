// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/phrases.h"

#include "html/extract/phrasetables.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace broadsheet::html {

namespace {

/** The ways of saying it in all languages, between \a before and \a after. */
QRegularExpression anyOf(const char *before, std::span<const Phrases> table, const char *after)
{
    QByteArray all = before;
    all += '(';
    for (const Phrases &phrases : table)
        all.append(phrases.alternatives).append('|');
    all.back() = ')';
    all += after;
    QRegularExpression expression(QString::fromUtf8(all), QRegularExpression::CaseInsensitiveOption |
                                                              QRegularExpression::UseUnicodePropertiesOption);
    expression.optimize();
    return expression;
}

bool matches(const QRegularExpression &expression, const QString &line, qsizetype longest)
{
    if (line.size() > longest)
        return false;
    // The one letter whose small form case-insensitive matching does not know.
    return line.contains(u'İ') ? expression.match(QString(line).replace(u'İ', u'i')).hasMatch()
                               : expression.match(line).hasMatch();
}

} // namespace

bool isAdvertMark(const QString &line)
{
    static const QRegularExpression marks = anyOf("^\\W*(?:", advertMarks, "(?:\\W+|$)){1,3}$");
    return matches(marks, line, 80);
}

bool isRowOfButtons(const QString &line)
{
    static const QRegularExpression words = anyOf("^\\W*(?>", buttons, "[\\s|,·•/:]*)+\\W*$");
    return matches(words, line, 140);
}

bool isCallToAction(const QString &line)
{
    static const QRegularExpression lead = anyOf("^\\W*", callLeads, "");
    return matches(lead, line, 260);
}

bool isPointerElsewhere(const QString &line)
{
    static const QRegularExpression lead =
        anyOf("^\\W*", pointerLeads, "\\s*([:：»>|\\-–—.…!?؟\\]】»,،→▶]|$)");
    return matches(lead, line, 250);
}

bool startsAsPointer(const QString &line)
{
    static const QRegularExpression lead = anyOf("^\\W*", pointerLeads, "(\\b|$)");
    return matches(lead, line, 250);
}

bool isFurnitureHeading(const QString &line)
{
    static const QRegularExpression headings = anyOf("^\\W*", furnitureHeadings, "\\W*$");
    return matches(headings, line, 100);
}

bool isAuthorHeading(const QString &line)
{
    static const QRegularExpression headings = anyOf("^\\W*", authorHeadings, "\\W*$");
    return matches(headings, line, 60);
}

bool isCommentHeading(const QString &line)
{
    static const QRegularExpression headings = anyOf("^\\W*", commentHeadings, "\\W*$");
    return matches(headings, line, 120);
}

bool isAnswerLink(const QString &text)
{
    static const QRegularExpression links = anyOf("^\\W*", answerLinks, "\\W*$");
    return matches(links, text, 50);
}

bool isContentsHeading(const QString &line)
{
    static const QRegularExpression headings = anyOf("^\\W*", contentsHeadings, "\\W*$");
    return matches(headings, line, 40);
}

bool isSourcesHeading(const QString &line)
{
    static const QRegularExpression headings = anyOf("^\\W*", sourcesHeadings, "\\W*$");
    return matches(headings, line, 60);
}

bool isOffer(const QString &line)
{
    static const QRegularExpression lines = anyOf("^\\W*", offers, "\\W*$");
    return matches(lines, line, 240);
}

bool isConsentNotice(const QString &text)
{
    constexpr qsizetype longest = 4'000;
    constexpr int enough = 3; // one word alone is what an article may be about
    static const QRegularExpression words = anyOf("\\b", consentWords, "\\b");
    if (text.size() > longest)
        return false;
    QSet<QString> found;
    auto all = words.globalMatch(text);
    while (all.hasNext() && found.size() < enough)
        found.insert(all.next().captured(0).toLower());
    return found.size() >= enough;
}

bool isPageNotice(const QString &line)
{
    static const QRegularExpression notices = anyOf("", pageNotices, "");
    return matches(notices, line, 320);
}

bool isCredit(const QString &line)
{
    constexpr const char *afterLabel = "( ?(credit|courtesy|copyright|caption|by|:|/|：|=))+.{0,120}$";
    static const QRegularExpression photo = anyOf("^\\W*", photoLabels, afterLabel);
    static const QRegularExpression source = anyOf("^\\W*", sourceLabels, afterLabel);
    static const QRegularExpression bracketed =
        anyOf("^[(\\[（【]\\W*", photoLabels, "\\b[^.]{2,80}[)\\]）】]$");
    static const QRegularExpression atTheEnd =
        anyOf("[.!?。,;)\\s(（／/|–-]\\s*", photoLabels,
              "( (by|courtesy|credit))?\\s*[:：/]\\s*[^.:。]{2,45}\\W*$");
    static const QRegularExpression agency =
        anyOf("^\\W*(?:.{0,60}/ ?)?", agencies, "( ?/ ?\\w+| photo| images)*\\W*$");
    static const QRegularExpression other = anyOf("^\\W*", otherCredits, "\\W*$");
    return matches(photo, line, 160) || matches(source, line, 160) || matches(bracketed, line, 100) ||
           matches(agency, line, 90) || matches(other, line, 160) || matches(atTheEnd, line, 250);
}

bool isDateLine(const QString &line)
{
    if (line.size() > 110)
        return false;
    static const QRegularExpression date(
        QString::fromUtf8("(19|20)\\d\\d|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b|\\b\\d{1,2}:\\d\\d\\b|"
                          "\\b(hours?|minutes?|days?|weeks?|months?|years?) ago\\b|年\\d{1,2}月"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression label = anyOf("^\\W*", dateLabels, "");
    if (!date.match(line).hasMatch())
        return false;
    // What is left beside numbers and names of months must be little.
    int letters = 0;
    int digits = 0;
    for (const QChar c : line) {
        letters += c.isLetter() ? 1 : 0;
        digits += c.isDigit() ? 1 : 0;
    }
    return digits >= 3 && (letters <= 14 || (label.match(line).hasMatch() && letters <= 60) ||
                           (letters <= 28 && digits >= 5));
}

bool isContactLine(const QString &line)
{
    static const QRegularExpression contact = anyOf("^\\W*", contactLeads, "");
    return matches(contact, line, 360);
}

bool isCopyright(const QString &line)
{
    static const QRegularExpression sign(QString::fromUtf8("^\\W*(©|ⓒ|\\(c\\) ?(19|20)\\d\\d|copyright\\b)"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression words = anyOf("", rights, "");
    return matches(sign, line, 160) || matches(words, line, 400);
}

bool isRightsLine(const QString &line)
{
    static const QRegularExpression sign(
        QString::fromUtf8("^\\W*(©|\\(c\\)|copyright)\\W*(©|\\(c\\)|copyright)?\\W*(by )?(19|20)\\d\\d"),
        QRegularExpression::CaseInsensitiveOption);
    return matches(sign, line, 400);
}

bool isMailLine(const QString &line)
{
    static const QRegularExpression address(QStringLiteral("[\\w.+-]+(@| ?\\(at\\) ?)[\\w-]+(\\.[\\w-]+)+"));
    return matches(address, line, 100);
}

bool isBylineLine(const QString &line)
{
    static const QRegularExpression byline = anyOf("^\\W*", bylineLeads, "\\s*[:：]?\\s+\\S.{1,70}$");
    static const QRegularExpression label(
        QString::fromUtf8("^\\W*(作者|文|撰文|记者|記者|编辑|編輯|責任編輯|责任编辑|来源|來源|見習記者|"
                          "通讯员|取材|執筆|글|글쓴이|취재)\\s*[:：／/]\\s*.{1,60}$|"
                          "^\\W*[가-힣]{2,4} ?(기자|특파원|논설위원)\\W*$|^\\W*\\S{2,8}(記者|记者)\\W*$"));
    static const QRegularExpression sentence(QString::fromUtf8("[.!?。]\\s*\\S|[.!?。]$"));
    if (matches(label, line, 90))
        return true;
    // "By Friday the water had gone."
    if (!line.isEmpty() && QStringView(u".!?").contains(line.back())) {
        const QStringList words = line.split(u' ');
        const auto small = std::ranges::count_if(
            words, [](const QString &word) { return word.size() >= 4 && word.front().isLower(); });
        if (small >= 2)
            return false;
    }
    return matches(byline, line, 90) && line.count(u' ') <= 11 && !sentence.match(line.chopped(1)).hasMatch();
}

bool isTagLine(const QString &line)
{
    static const QRegularExpression labelled = anyOf("^\\W*", tagLabels, "\\s*([:：].{0,200}|\\W*)$");
    static const QRegularExpression hashes(QStringLiteral("^(#\\S+[\\s,]*){1,12}$"));
    return matches(labelled, line, 240) || matches(hashes, line, 240);
}

bool isCountLine(const QString &line)
{
    static const QRegularExpression counts =
        anyOf("^\\W*(?>(?:\\d[\\d.,]*\\s?[km]?\\+?\\s*", countUnits,
              "|(?:estimated )?(?:reading time|lesezeit|temps de lecture|tempo di lettura|czas "
              "czytania|время чтения)"
              ":?.{0,24}|(?:views|shares|comments|likes|阅读|浏览|点击|views count|조회( "
              "?수)?|추천|閲覧)\\s*[:：]?\\s*\\d[\\d.,]*[km]?|"
              "\\d{1,6})[\\s|,·•/]*)+\\W*$");
    return matches(counts, line, 80);
}

bool isEndMark(const QString &line)
{
    static const QRegularExpression marks(
        QString::fromUtf8(
            "^(?:(?:# ?){3,8}|[-–—*] ?30 ?[-–—*]|[-–—*#/ ]+(?:ends?|ende|fin|fine|fim|конец)[-–—*#/ ]+)$"),
        QRegularExpression::CaseInsensitiveOption);
    return matches(marks, line, 16);
}

bool isProcessHeading(const QString &line)
{
    static const QRegularExpression headings = anyOf("^\\W*", processHeadings, "\\W*$");
    return matches(headings, line, 60);
}

QString nameAfterAbout(const QString &line)
{
    static const QRegularExpression lead =
        anyOf("^\\W*(?:", aboutLeads, ")\\s*(?<name>\\S.{1,60}?)\\s*[:：]?$");
    return line.size() <= 90 ? lead.match(line).captured(QStringLiteral("name")) : QString();
}

} // namespace broadsheet::html
