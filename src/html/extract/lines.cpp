// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/lines.h"

#include "html/extract/datatables.h"
#include "html/extract/phrases.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace broadsheet::html {

namespace {

class LineJudge
{
public:
    LineJudge(PageView &view, const std::vector<int> &roots, const Guide &guide, const Metadata &metadata,
              int heading)
        : m_view(view), m_dom(view.dom), m_roots(roots), m_guide(guide), m_heading(heading), m_tables(view)
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
        for (const int root : roots) {
            for (int i = view.firstSegment(root); i < view.segmentsEnd(root); ++i)
                m_lines.push_back(i);
        }
        m_isDropped.assign(view.segments().size(), false);
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
                m_isDropped[size_t(m_lines[at])] = true;
        }
        dropLabelsOfDropped();
        dropUnderFurnitureHeadings();
        dropAuthorCards();
        dropEmptyHeadings();
        for (const int line : m_lines) {
            if (m_isDropped[size_t(line)])
                dropSegment(m_view.segments()[size_t(line)]);
        }
        dropPicturesOfTitles();
    }

private:
    const Segment &segment(size_t at) const { return m_view.segments()[size_t(m_lines[at])]; }

    static bool isParagraph(const Segment &segment)
    {
        return !segment.isHeading && segment.size.length >= 80 && segment.size.linkDensity() < 0.5 &&
               (segment.size.stops > 0 || segment.size.length > 160);
    }

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

    void findBody()
    {
        m_first = m_lines.size();
        m_last = 0;
        for (size_t at = 0; at < m_lines.size(); ++at) {
            const Segment &s = segment(at);
            if (isParagraph(s) && !isAboutPage(s)) {
                m_first = std::min(m_first, at);
                m_last = at;
            } else if (m_first < m_lines.size() && isClosingLine(s)) {
                m_last = at;
            }
        }
    }

    /** Above its title there is no article; pages that show the title last are left alone. */
    void dropBeforeHeading()
    {
        if (m_heading == Dom::none)
            return;
        double before = 0;
        double all = 0;
        for (const int line : m_lines) {
            const Segment &s = m_view.segments()[size_t(line)];
            all += s.weight;
            before += s.last < m_heading ? s.weight : 0;
        }
        for (const int line : m_lines) {
            const Segment &s = m_view.segments()[size_t(line)];
            if (s.last < m_heading && before < 0.15 * all &&
                !(m_guide.isUsable && m_guide.isTold[size_t(line)]))
                m_isDropped[size_t(line)] = true;
        }
    }

    /** What stands under "Related stories" goes with it, up to the next heading, if it is a small part. */
    void dropUnderFurnitureHeadings()
    {
        double all = 0;
        for (size_t at = 0; at < m_lines.size(); ++at)
            all += segment(at).weight;
        for (size_t at = 0; at < m_lines.size(); ++at) {
            const Segment &s = segment(at);
            if (!m_isDropped[size_t(m_lines[at])] || !s.isHeading || !isFurnitureHeading(m_view.text(s)))
                continue;
            // What was under it has gone already where sentences follow.
            if (at < m_last && segment(at + 1).size.stops > 0 && segment(at + 1).size.linkDensity() < 0.3 &&
                stoodLinksBelow(at))
                continue;
            size_t end = at + 1;
            double under = 0;
            bool told = false;
            for (; end < m_lines.size() && !(segment(end).isHeading && levelOf(segment(end)) <= levelOf(s));
                 ++end) {
                under += segment(end).weight;
                told = told || isTold(end);
            }
            for (size_t i = at + 1; i < end && under < 0.2 * all && !told; ++i)
                m_isDropped[size_t(m_lines[i])] = true;
        }
    }

    /** The author's life below a heading for it, or below the author's name alone. */
    void dropAuthorCards()
    {
        constexpr int most = 900; // letters
        bool isListOfPeople = false;
        for (size_t at = m_first + 1; at < m_lines.size(); ++at) {
            const Segment &s = segment(at);
            if (s.size.length > 80 || isTold(at) || m_tables.isInCell(s.block))
                continue;
            const QString text = m_view.text(s);
            const bool isLabel = isAuthorHeading(text);
            const bool isName = !isLabel && s.isHeading && isNameOfNext(at, text);
            if (!isLabel && (!isName || isListOfPeople))
                continue;
            isListOfPeople = isListOfPeople || isName;
            size_t end = at + 1;
            int letters = 0;
            while (end < m_lines.size() && end < at + 4 && !segment(end).isHeading)
                letters += segment(end++).size.length;
            const bool isEnd = end + 4 >= m_lines.size() || isLabel;
            for (size_t i = at; i < end && isEnd && letters < most && end > at + 1; ++i)
                m_isDropped[size_t(m_lines[i])] = true;
        }
    }

    /** Two to four words with capitals, no heading like others of the text, and the next line begins with the
     * first or the last of them: "Jane Doe", "Jane is a consultant …". */
    bool isNameOfNext(size_t at, const QString &name) const
    {
        const QStringList words = name.split(u' ');
        const bool areNames = std::ranges::all_of(
            words, [](const QString &word) { return !word.isEmpty() && word.front().isUpper(); });
        if (words.size() < 2 || words.size() > 4 || at + 1 >= m_lines.size() || !areNames ||
            hasOthersOfLevel(at))
            return false;
        const Segment &next = segment(at + 1);
        if (next.isHeading || next.size.length > 700)
            return false;
        const QString text = m_view.text(next);
        return words.first().size() > 2 &&
               (text.startsWith(words.first() + u' ') || text.startsWith(words.last() + u' '));
    }

    /** A heading of the same level stands elsewhere: both are over parts of the text. */
    bool hasOthersOfLevel(size_t at) const
    {
        const int level = levelOf(segment(at));
        for (size_t i = 0; i < m_lines.size(); ++i) {
            if (i != at && segment(i).isHeading && !m_isDropped[size_t(m_lines[i])] &&
                levelOf(segment(i)) == level)
                return true;
        }
        return false;
    }

    bool isTold(size_t at) const { return m_guide.isUsable && m_guide.isTold[size_t(m_lines[at])]; }

    bool isSurplus(size_t at) const
    {
        const Segment &s = segment(at);
        if (s.isCode || m_tables.isInCell(s.block))
            return false;
        const QString line = s.size.length <= 700 ? m_view.text(s) : QString();
        const bool leading = at < m_first && m_first < m_lines.size();
        const bool trailing = m_first < m_lines.size() && at > m_last;
        const bool first = leading || at == 0 || m_dom.contains(s.block, m_heading) || isWithin(s, Tag::H1);
        if (!line.isEmpty() && s.size.length <= 400 && first && isTitle(s, line))
            return true;
        if (s.isHeading && isRepeatedTitle(line))
            return true;
        if (isTold(at))
            return false;
        if (m_guide.isUsable && m_guide.isComplete && isOutsideGuide(at))
            return true;
        if (line.isEmpty())
            return false;
        if (isAdvertMark(line) || isPageNotice(line) || isOffer(line) || isRightsLine(line) ||
            (isCredit(line) && !isOneOfSeveral(at, line)))
            return true;
        if (isPointer(at, line) || isCall(s, line) || isTimeAlone(s) || isRowOfLinkedButtons(s))
            return true;
        if (leading)
            return isLeadingSurplus(s, line) || isEachLineSurplus(s);
        // A date or a name may stand below the first sentences, too.
        if (at <= m_first + 2 && !isQuoted(s) && (isDateLine(line) || isBylineLine(line)))
            return true;
        if (at <= m_first + 4 && s.isItem && isListOfNameAndDay(s))
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
            return segment(other).size.length <= 400 && m_view.text(segment(other)).startsWith(line.front());
        };
        return marks.contains(line.front()) &&
               ((at > 0 && isAlike(at - 1)) || (at + 1 < m_lines.size() && isAlike(at + 1)));
    }

    bool isTitle(const Segment &s, const QString &line) const
    {
        const QString letters = lettersOf(line);
        if (m_titles.contains(letters))
            return true;
        const bool isTop = isWithin(s, Tag::H1);
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
        const Segment &s = segment(at);
        const int line = m_lines[at];
        if (line < m_guide.first || line > m_guide.last)
            return true;
        return !s.isHeading && !isQuoted(s) && s.size.length < 150;
    }

    /** All items are short, and one is a day: who wrote it and when, below a lead. */
    bool isListOfNameAndDay(const Segment &s) const
    {
        constexpr int longest = 60; // letters of an item
        constexpr int most = 4;     // items
        int list = s.block;
        while (list > 0 && m_dom.tag(list) != Tag::Ul && m_dom.tag(list) != Tag::Ol)
            list = m_dom.parent(list);
        if (list <= 0 || m_view.segmentsEnd(list) - m_view.firstSegment(list) > most)
            return false;
        bool hasDay = false;
        for (int i = m_view.firstSegment(list); i < m_view.segmentsEnd(list); ++i) {
            const Segment &item = m_view.segments()[size_t(i)];
            if (item.size.length > longest)
                return false;
            hasDay = hasDay || isDateLine(m_view.text(item));
        }
        return hasDay;
    }

    bool isQuoted(const Segment &s) const
    {
        for (int node = s.block; node > 0; node = m_dom.parent(node)) {
            const Tag tag = m_dom.tag(node);
            if (tag == Tag::Blockquote || tag == Tag::Td || tag == Tag::Th || tag == Tag::Li ||
                tag == Tag::Dd || tag == Tag::Dt)
                return true;
        }
        return false;
    }

    bool isPointer(size_t at, const QString &line) const
    {
        const Segment &s = segment(at);
        if (s.isHeading) {
            const bool last = at + 1 >= m_lines.size();
            const bool teases = last || segment(at + 1).size.linkDensity() > 0.5 ||
                                segment(at + 1).size.length < 40 || stoodLinksBelow(at);
            return isFurnitureHeading(line) && (s.size.linkLength > 0 || at > m_last || teases);
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
        const bool isTerm = isWithin(s, Tag::Dt) || isInSmallCell(s);
        const bool asks = isCallToAction(line) || (!s.isHeading && isRowOfButtons(line));
        return asks && !isTerm && (s.size.length < 140 || s.size.linkLength > 0);
    }

    /** Within a cell that is no column of the page. */
    bool isInSmallCell(const Segment &s) const
    {
        constexpr int most = 5; // lines
        int node = s.block;
        for (int level = 0; node > 0 && level < 4; node = m_dom.parent(node), ++level) {
            if (m_dom.tag(node) == Tag::Td || m_dom.tag(node) == Tag::Th)
                return m_view.segmentsEnd(node) - m_view.firstSegment(node) < most;
        }
        return false;
    }

    /** The first node of the line after this one. */
    int nodeAfter(size_t at) const
    {
        return at + 1 < m_lines.size() ? segment(at + 1).first
               : m_roots.empty()       ? 0
                                       : m_dom.end(m_roots.back());
    }

    /** Between this line and the next a list or a box with links was left out. */
    bool stoodLinksBelow(size_t at) const
    {
        const int end = nodeAfter(at);
        for (int node = segment(at).last + 1; node < end;) {
            if (m_view.isDropped(node) && holdsTitleLink(node))
                return true;
            node = m_view.isDropped(node) ? m_dom.end(node) : node + 1;
        }
        return false;
    }

    bool holdsTitleLink(int node) const
    {
        constexpr qsizetype fewest = 20; // letters
        for (int i = node; i < m_dom.end(node); ++i) {
            const bool isInner = m_dom.tag(i) == Tag::A &&
                                 !m_view.isElsewhere(m_dom.attribute(i, "href").trimmed()) &&
                                 !m_dom.attribute(i, "href").trimmed().startsWith('#');
            if (isInner && m_dom.text(i, 200).size() >= fewest)
                return true;
        }
        return false;
    }

    /** "Our inquiry:", a word or two, where all else of their box has been left out, a link with it. */
    void dropLabelsOfDropped()
    {
        constexpr int longest = 60; // letters
        for (size_t at = 0; at < m_lines.size(); ++at) {
            const Segment &s = segment(at);
            if (m_isDropped[size_t(m_lines[at])] || s.size.length > longest || s.size.stops > 0 ||
                m_tables.isInCell(s.block) || isTold(at) || s.isItem)
                continue;
            const int box = boxAround(m_lines[at]);
            bool isLabel = false;
            for (int node = box; node < m_dom.end(box) && !isLabel;) {
                isLabel = m_view.isDropped(node) && m_dom.isElement(node) &&
                          (m_view.isBlock(node) || !s.isHeading) && holdsTitleLink(node);
                node = m_view.isDropped(node) ? m_dom.end(node) : node + 1;
            }
            for (int line = m_view.firstSegment(box); line < m_view.segmentsEnd(box) && !isLabel; ++line) {
                const Segment &other = m_view.segments()[size_t(line)];
                isLabel =
                    line != m_lines[at] && other.size.linkDensity() > 0.5 && other.size.linkLength >= 20;
            }
            m_isDropped[size_t(m_lines[at])] = isLabel;
        }
    }

    /** The largest box around \a line of which nothing else is left; it is a small one. */
    int boxAround(int line) const
    {
        constexpr int most = 8; // lines
        int box = m_view.segments()[size_t(line)].block;
        for (int around = box; around > 0 && around != m_dom.body(); around = m_dom.parent(around)) {
            const int begin = m_view.firstSegment(around);
            const int end = m_view.segmentsEnd(around);
            bool isAlone = end - begin <= most && begin <= line && line < end;
            for (int other = begin; other < end && isAlone; ++other)
                isAlone = other == line || m_isDropped[size_t(other)];
            if (!isAlone)
                break;
            box = around;
        }
        return box;
    }

    /** "19.30 GMT" over an entry: all of the line is in one element for times. */
    bool isTimeAlone(const Segment &s) const
    {
        constexpr int longest = 60; // letters
        if (s.size.length > longest || s.isHeading)
            return false;
        for (int node = m_dom.parent(s.first); node > 0 && node >= s.block; node = m_dom.parent(node)) {
            if (m_dom.isNamed(node, "time"))
                return s.last < m_dom.end(node);
        }
        return false;
    }

    /** "Share", "Tweet", "Save", each a link of its own, with nothing between. */
    bool isRowOfLinkedButtons(const Segment &s) const
    {
        constexpr int longest = 160; // letters
        constexpr int several = 2;
        if (s.size.length > longest || s.isHeading || s.size.stops > 0)
            return false;
        int buttons = 0;
        for (int text = s.first; text <= s.last; ++text) {
            if (!m_dom.isText(text) || m_view.isDropped(text) || m_dom.rawText(text).trimmed().size() < 2)
                continue;
            int link = m_dom.parent(text);
            while (link > 0 && link >= s.block && m_dom.tag(link) != Tag::A)
                link = m_dom.parent(link);
            if (m_dom.tag(link) != Tag::A || !isRowOfButtons(m_dom.text(link, 80).simplified()))
                return false;
            ++buttons;
        }
        return buttons >= several;
    }

    bool isWithin(const Segment &s, Tag tag) const
    {
        int node = s.block;
        for (int level = 0; node > 0 && level < 4; node = m_dom.parent(node), ++level) {
            if (m_dom.tag(node) == tag)
                return true;
        }
        return false;
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
        return s.size.stops == 0 && s.size.length < (isQuoted(s) ? 25 : 45);
    }

    bool isTrailingSurplus(size_t at, const QString &line) const
    {
        const Segment &s = segment(at);
        if (isDateLine(line) || isBylineLine(line) || isCountLine(line) || isTagLine(line) ||
            isCopyright(line))
            return true;
        if (s.size.linkDensity() > 0.5 && !isIntroduced(at))
            return true;
        if (isContactLine(line) || isMailLine(line) || startsWithAuthor(lettersOf(line)))
            return true;
        return !s.isHeading && !isQuoted(s) && s.size.length < 45 && s.size.stops == 0;
    }

    bool isIntroduced(size_t at) const
    {
        for (size_t before = at; before > 0 && at - before < 30; --before) {
            const Segment &s = segment(before - 1);
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
        return !isIntroduced(at) && !isQuoted(s) && !leadsElsewhere(s);
    }

    /** "Earlier: The mayor resigns", alone between paragraphs: a word or two and the title of another page. */
    bool isLabelledLink(size_t at, const QString &line) const
    {
        constexpr int fewest = 20; // letters of a title
        const Segment &s = segment(at);
        if (s.isHeading || s.isItem || s.size.linkLength < fewest || s.size.linkDensity() < 0.6 ||
            s.size.linkDensity() > 0.97 || at == 0 || at + 1 >= m_lines.size() || isQuoted(s))
            return false;
        static const QRegularExpression label(QStringLiteral("^\\W*[\\w'’-]+( [\\w'’-]+){0,2} ?[:：.|>»–-]"),
                                              QRegularExpression::UseUnicodePropertiesOption);
        return label.match(line).hasMatch() && isParagraph(segment(at - 1)) && isParagraph(segment(at + 1)) &&
               isLinkToEnd(s);
    }

    /** The only link stands behind what is none, and leads to a page of the site, not to a file. */
    bool isLinkToEnd(const Segment &s) const
    {
        QByteArrayView target;
        for (int node = s.first; node <= s.last; ++node) {
            if (m_dom.tag(node) != Tag::A)
                continue;
            if (!target.isEmpty())
                return false;
            target = m_dom.attribute(node, "href").trimmed();
        }
        const bool isFile = target.endsWith(".pdf") || target.endsWith(".zip") || target.endsWith(".mp3");
        const bool isOther =
            target.startsWith("http") && (m_view.siteHost().isEmpty() || m_view.isElsewhere(target));
        return !target.isEmpty() && !isFile && !isOther;
    }

    /** The line's link leads to another site: what the text is about. */
    bool leadsElsewhere(const Segment &s) const
    {
        for (int node = s.first; node > 0 && node >= s.block; node = m_dom.parent(node)) {
            if (m_dom.tag(node) == Tag::A)
                return m_view.isElsewhere(m_dom.attribute(node, "href"));
        }
        return false;
    }

    int levelOf(const Segment &s) const
    {
        for (int node = s.block; node > 0; node = m_dom.parent(node)) {
            const Tag tag = m_dom.tag(node);
            if (tag >= Tag::H1 && tag <= Tag::H6)
                return int(tag) - int(Tag::H1) + 1;
        }
        return 7;
    }

    /** Headings that nothing follows, after all that has gone. */
    void dropEmptyHeadings()
    {
        int following = 0; // the level of what comes next; 0: the end
        int nextNode = m_roots.empty() ? 0 : m_dom.end(m_roots.back());
        for (size_t at = m_lines.size(); at-- > 0;) {
            const Segment &s = segment(at);
            if (m_isDropped[size_t(m_lines[at])])
                continue;
            const int level = s.isHeading ? levelOf(s) : 7;
            if (s.isHeading && following <= level && following != 7 && !holdsMedia(s.last, nextNode)) {
                m_isDropped[size_t(m_lines[at])] = true;
                continue;
            }
            following = level;
            nextNode = s.first;
        }
    }

    bool holdsMedia(int from, int to) const
    {
        for (int node = from; node < to && node < m_dom.size();) {
            if (m_view.isDropped(node)) {
                node = m_dom.end(node);
                continue;
            }
            const Tag tag = m_dom.tag(node);
            if (tag == Tag::Img || tag == Tag::Video || tag == Tag::Iframe || tag == Tag::Table)
                return true;
            ++node;
        }
        return false;
    }

    bool holdsImage(int block) const
    {
        for (int node = block; node < m_dom.end(block); ++node) {
            if (m_dom.tag(node) == Tag::Img)
                return true;
        }
        return false;
    }

    /** The pictures that lead where a title led that has gone. */
    void dropPicturesOfTitles()
    {
        QSet<QByteArrayView> targets;
        for (const int line : m_lines) {
            const Segment &s = m_view.segments()[size_t(line)];
            if (!m_isDropped[size_t(line)] || s.size.linkLength < 15)
                continue;
            for (int node = m_dom.parent(s.first); node > 0 && node >= s.block; node = m_dom.parent(node)) {
                if (m_dom.tag(node) == Tag::A)
                    targets.insert(m_dom.attribute(node, "href").trimmed());
            }
            for (int node = s.first; node <= s.last; ++node) {
                if (m_dom.tag(node) == Tag::A)
                    targets.insert(m_dom.attribute(node, "href").trimmed());
            }
        }
        targets.remove(QByteArrayView());
        for (const int root : m_roots) {
            for (int node = root; node < m_dom.end(root) && !targets.isEmpty(); ++node) {
                if (m_dom.tag(node) == Tag::A && !m_view.isDropped(node) && holdsImage(node) &&
                    m_view.firstSegment(node) == m_view.segmentsEnd(node) &&
                    targets.contains(m_dom.attribute(node, "href").trimmed()))
                    m_view.drop(node);
            }
        }
    }

    void dropSegment(const Segment &s)
    {
        if (m_view.segmentsEnd(s.block) - m_view.firstSegment(s.block) == 1 && !holdsImage(s.block) &&
            s.block != m_dom.body()) {
            m_view.drop(s.block);
            return;
        }
        for (int node = s.first; node <= s.last; ++node) {
            if (m_dom.isText(node))
                m_view.drop(node);
        }
    }

    PageView &m_view;
    const Dom &m_dom;
    const std::vector<int> &m_roots;
    const Guide &m_guide;
    int m_heading; ///< the node of the title in the text
    QStringList m_titles;
    QString m_byline;
    QStringList m_authors;
    std::vector<int> m_lines;      ///< indexes of segments
    std::vector<bool> m_isDropped; ///< by segment
    DataTables m_tables;
    size_t m_first = 0; ///< where paragraphs begin and end, in m_lines
    size_t m_last = 0;
};

} // namespace

void dropLines(PageView &view, const std::vector<int> &roots, const Guide &guide, const Metadata &metadata,
               int heading)
{
    LineJudge(view, roots, guide, metadata, heading).run();
}

} // namespace broadsheet::html
