// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/lines.h"

#include "html/extract/articlelines.h"
#include "html/extract/leftovers.h"
#include "html/extract/lineshapes.h"
#include "html/extract/phrases.h"

#include <QRegularExpression>

#include <algorithm>

namespace broadsheet::html {

namespace {

class LineJudge
{
public:
    LineJudge(PageView &view, const std::vector<int> &roots, const Guide &guide, const Metadata &metadata,
              int heading)
        : m_view(view), m_dom(view.dom), m_guide(guide), m_heading(heading), m_lines(view, roots, guide)
    {
        for (const QString &variant : metadata.titleVariants) {
            if (const QString letters = lettersOf(variant); letters.size() >= 3)
                m_titles.append(letters);
        }
        m_byline = lettersOf(metadata.byline);
        static const QRegularExpression between(
            QStringLiteral(",\\s*|\\s+(and|und|et|y|e|och|og|i|и|&)\\s+"));
        for (const QString &name : metadata.byline.split(between, Qt::SkipEmptyParts)) {
            if (const QString letters = lettersOf(name); letters.size() >= 6 && name.contains(u' '))
                m_authors.append(letters);
        }
    }

    void run()
    {
        constexpr size_t most = 20'000; // a page of more lines is no article; nobody waits for it
        if (m_lines.size() > most)
            return;
        findBody();
        dropBeforeHeading();
        for (size_t at = 0; at < m_lines.size(); ++at) {
            if (isSurplus(at))
                m_lines.drop(at);
        }
        dropLeftovers(m_lines);
        m_lines.takeOut();
    }

private:
    /** Long enough for a paragraph, and yet none of the text. */
    bool isAboutPage(const Segment &s) const
    {
        if (s.size.length > 700)
            return false;
        const QString line = m_view.text(s);
        return startsWithAuthor(lettersOf(line)) || isMailLine(line) || isDateLine(line) ||
               isBylineLine(line) || isTagLine(line) || isCopyright(line) || isCredit(line) ||
               isOffer(line) || isPageNotice(line) || isContactLine(line);
    }

    bool startsWithAuthor(const QString &letters) const
    {
        const bool isWhole =
            m_byline.size() >= 6 || (m_byline.size() >= 2 && m_byline[0].unicode() >= 0x3040);
        return (isWhole && letters.startsWith(m_byline)) ||
               std::ranges::any_of(m_authors, [&letters](const QString &name) {
                   return letters.startsWith(name) || letters.startsWith(QLatin1String("about") + name);
               });
    }

    /** The last paragraph may be a short one; what asks the reader for something is none. */
    bool isClosingLine(const Segment &s) const
    {
        if (s.isHeading || s.isCaption || s.size.length < 40 || s.size.stops == 0 || s.size.linkLength > 0)
            return false;
        const QString line = m_view.text(s);
        return !isAboutPage(s) && !isCallToAction(line) && !isContactLine(line) && !isPointerElsewhere(line);
    }

    /** Looks for the first and the last paragraph from both ends: those between need no judgement. */
    void findBody()
    {
        const size_t count = m_lines.size();
        size_t first = 0;
        while (first < count && (!isParagraph(m_lines.at(first)) || isAboutPage(m_lines.at(first))))
            ++first;
        size_t last = first < count ? count - 1 : 0; // none, where there is no first
        while (last > first) {
            const Segment &s = m_lines.at(last);
            if (isParagraph(s) ? !isAboutPage(s) : isClosingLine(s))
                break;
            --last;
        }
        m_lines.setParagraphs(first, last);
    }

    /** Above its title there is no article; pages that show the title last are left alone. */
    void dropBeforeHeading()
    {
        if (m_heading == Dom::none)
            return;
        double before = 0;
        double all = 0;
        for (size_t at = 0; at < m_lines.size(); ++at) {
            all += m_lines.at(at).weight;
            before += m_lines.at(at).last < m_heading ? m_lines.at(at).weight : 0;
        }
        for (size_t at = 0; at < m_lines.size() && before < 0.15 * all; ++at) {
            if (m_lines.at(at).last < m_heading && !m_lines.isTold(at))
                m_lines.drop(at);
        }
    }

    bool isSurplus(size_t at) const
    {
        const Segment &s = m_lines.at(at);
        if (s.isCode || m_lines.isInDataCell(at))
            return false;
        const QString line = s.size.length <= 700 ? m_view.text(s) : QString();
        const bool leading = at < m_lines.firstParagraph() && m_lines.firstParagraph() < m_lines.size();
        const bool trailing = m_lines.firstParagraph() < m_lines.size() && at > m_lines.lastParagraph();
        const bool first =
            leading || at == 0 || m_dom.contains(s.block, m_heading) || isWithin(m_view, s, Tag::H1);
        if (!line.isEmpty() && s.size.length <= 400 && first && isTitle(s, line))
            return true;
        if (s.isHeading && isRepeatedTitle(line))
            return true;
        if (m_lines.isTold(at))
            return false;
        if (m_guide.isUsable && m_guide.isComplete && isOutsideGuide(at))
            return true;
        if (line.isEmpty())
            return false;
        if (isAdvertMark(line) || isPageNotice(line) || isOffer(line) || isRightsLine(line) ||
            (isCredit(line) && !isOneOfSeveral(at, line)))
            return true;
        if (isPointer(at, line) || isCall(s, line) || isTimeAlone(m_view, s) ||
            isRowOfLinkedButtons(m_view, s))
            return true;
        if (leading)
            return isLeadingSurplus(s, line) || isEachLineSurplus(s);
        // A date or a name may stand below the first sentences, too.
        if (at <= m_lines.firstParagraph() + 2 && !isQuoted(m_view, s) &&
            (isDateLine(line) || isBylineLine(line)))
            return true;
        if (at <= m_lines.firstParagraph() + 4 && s.isItem && isListOfNameAndDay(m_view, s))
            return true;
        if (trailing)
            return isTrailingSurplus(at, line);
        return isLinkLine(at, s) || isLabelledLink(at, line);
    }

    /** The mark before a caption, before this line and one beside it: a list. */
    bool isOneOfSeveral(size_t at, const QString &line) const
    {
        static const QString marks = QStringLiteral("▲△▼");
        const auto isAlike = [&](size_t other) {
            return m_lines.at(other).size.length <= 400 &&
                   m_view.text(m_lines.at(other)).startsWith(line.front());
        };
        return marks.contains(line.front()) &&
               ((at > 0 && isAlike(at - 1)) || (at + 1 < m_lines.size() && isAlike(at + 1)));
    }

    bool isTitle(const Segment &s, const QString &line) const
    {
        const QString letters = lettersOf(line);
        if (m_titles.contains(letters))
            return true;
        const bool isTop = isWithin(m_view, s, Tag::H1);
        return s.isHeading && letters.size() >= (isTop ? 5 : 10) &&
               std::ranges::any_of(m_titles, [&](const QString &title) {
                   return isTop ? title.contains(letters)
                                : title.startsWith(letters) && letters.size() * 2 > title.size();
               });
    }

    /** The title once more, above an answer: "Re: The night the harbour rose". */
    bool isRepeatedTitle(const QString &line) const
    {
        static const QRegularExpression answers(
            QStringLiteral("^(re|aw|sv|vs|odp|rép|rif|rv|отв|ответ|回复|回覆) ?[:：] ?"),
            QRegularExpression::CaseInsensitiveOption);
        constexpr qsizetype shortest = 10; // letters
        const QString letters = lettersOf(QString(line).remove(answers));
        return letters.size() >= shortest && m_titles.contains(letters);
    }

    bool isOutsideGuide(size_t at) const
    {
        const Segment &s = m_lines.at(at);
        const int line = m_lines.segmentOf(at);
        if (line < m_guide.first || line > m_guide.last)
            return true;
        return !s.isHeading && !isQuoted(m_view, s) && s.size.length < 150;
    }

    bool isPointer(size_t at, const QString &line) const
    {
        const Segment &s = m_lines.at(at);
        if (s.isHeading) {
            const bool last = at + 1 >= m_lines.size();
            const bool teases = last || m_lines.at(at + 1).size.linkDensity() > 0.5 ||
                                m_lines.at(at + 1).size.length < 40 || m_lines.stoodLinksBelow(at);
            return isFurnitureHeading(line) &&
                   (s.size.linkLength > 0 || at > m_lines.lastParagraph() || teases);
        }
        if (s.size.linkDensity() > 0.5 && startsAsPointer(line))
            return true;
        if (!isPointerElsewhere(line))
            return false;
        return s.size.linkDensity() > 0.3 ||
               (line.size() < 160 && s.size.stops <= 1 && (line.contains(u':') || line.contains(u'：'))) ||
               line.size() < 40;
    }

    bool isCall(const Segment &s, const QString &line) const
    {
        // "close()" in a list of functions, "Search" in a table: no buttons.
        const bool isTerm = isWithin(m_view, s, Tag::Dt) || isInSmallCell(m_view, s);
        const bool asks = isCallToAction(line) || (!s.isHeading && isRowOfButtons(line));
        return asks && !isTerm && (s.size.length < 140 || s.size.linkLength > 0);
    }

    /** Title, author and date with a line break between, as pages without style sheets set them. */
    bool isEachLineSurplus(const Segment &s) const
    {
        if (s.size.length > 300)
            return false;
        const QStringList lines = m_view.linesOf(s);
        return lines.size() > 1 && std::ranges::all_of(lines, [&](const QString &line) {
                   return isTitle(s, line) || isLeadingSurplus(s, line);
               });
    }

    bool isLeadingSurplus(const Segment &s, const QString &line) const
    {
        if (isDateLine(line) || isBylineLine(line) || isCountLine(line) || isTagLine(line) ||
            isCopyright(line))
            return true;
        const QString letters = lettersOf(line);
        if (!m_byline.isEmpty() && letters.size() < m_byline.size() + 60 && letters.contains(m_byline) &&
            s.size.stops == 0)
            return true;
        if (line.startsWith(QLatin1String("From: ")) || line.startsWith(QLatin1String("Source: ")))
            return s.size.length < 60;
        if (s.isHeading)
            return false;
        if (s.size.linkDensity() > 0.5 && s.size.length < 200)
            return !s.isItem || s.size.stops == 0;
        return s.size.stops == 0 && s.size.length < (isQuoted(m_view, s) ? 25 : 45);
    }

    bool isTrailingSurplus(size_t at, const QString &line) const
    {
        const Segment &s = m_lines.at(at);
        if (isDateLine(line) || isBylineLine(line) || isCountLine(line) || isTagLine(line) ||
            isCopyright(line))
            return true;
        if (s.size.linkDensity() > 0.5 && !isIntroduced(at))
            return true;
        if (isContactLine(line) || isMailLine(line) || startsWithAuthor(lettersOf(line)))
            return true;
        return !s.isHeading && !isQuoted(m_view, s) && s.size.length < 45 && s.size.stops == 0;
    }

    bool isIntroduced(size_t at) const
    {
        for (size_t before = at; before > 0 && at - before < 30; --before) {
            const Segment &s = m_lines.at(before - 1);
            if (s.size.linkDensity() > 0.5)
                continue;
            const QString text = s.size.length < 2000 ? m_view.text(s) : QString();
            return text.endsWith(u':') || text.endsWith(u'：');
        }
        return false;
    }

    /** A line that is nothing but a link within the site, between paragraphs: the title of another article. */
    bool isLinkLine(size_t at, const Segment &s) const
    {
        if (s.isHeading || s.size.linkDensity() < 0.9 || s.size.length < 15 || s.isItem)
            return false;
        return !isIntroduced(at) && !isQuoted(m_view, s) && !leadsElsewhere(m_view, s);
    }

    /** "Earlier: The mayor resigns", alone between paragraphs: a word or two and the title of another page. */
    bool isLabelledLink(size_t at, const QString &line) const
    {
        constexpr int fewest = 20; // letters of a title
        const Segment &s = m_lines.at(at);
        if (s.isHeading || s.isItem || s.size.linkLength < fewest || s.size.linkDensity() < 0.6 ||
            s.size.linkDensity() > 0.97 || at == 0 || at + 1 >= m_lines.size() || isQuoted(m_view, s))
            return false;
        static const QRegularExpression label(QStringLiteral("^\\W*[\\w'’-]+( [\\w'’-]+){0,2} ?[:：.|>»–-]"),
                                              QRegularExpression::UseUnicodePropertiesOption);
        return label.match(line).hasMatch() && isParagraph(m_lines.at(at - 1)) &&
               isParagraph(m_lines.at(at + 1)) && isLinkToEnd(m_view, s);
    }

    const PageView &m_view;
    const Dom &m_dom;
    const Guide &m_guide;
    int m_heading; ///< the node of the title in the text
    ArticleLines m_lines;
    QStringList m_titles;
    QString m_byline;
    QStringList m_authors;
};

} // namespace

void dropLines(PageView &view, const std::vector<int> &roots, const Guide &guide, const Metadata &metadata,
               int heading)
{
    LineJudge(view, roots, guide, metadata, heading).run();
}

} // namespace broadsheet::html
