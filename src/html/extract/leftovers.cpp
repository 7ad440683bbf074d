// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/leftovers.h"

#include "html/extract/lineshapes.h"
#include "html/extract/phrases.h"

#include <QStringList>

#include <algorithm>

namespace broadsheet::html {

namespace {

class LeftoverJudge
{
public:
    explicit LeftoverJudge(ArticleLines &lines) : m_lines(lines), m_view(lines.view()), m_dom(m_view.dom) {}

    void run()
    {
        dropLabelsOfDropped();
        dropUnderFurnitureHeadings();
        dropAuthorCards();
        dropEmptyHeadings();
    }

private:
    /** "Our inquiry:", a word or two, where all else of their box has been left out, a link with it. */
    void dropLabelsOfDropped()
    {
        constexpr int longest = 60; // letters
        for (size_t at = 0; at < m_lines.size(); ++at) {
            const Segment &s = m_lines.at(at);
            if (m_lines.isDropped(at) || s.size.length > longest || s.size.stops > 0 ||
                m_lines.isInDataCell(at) || m_lines.isTold(at) || s.isItem)
                continue;
            const int box = boxAround(m_lines.segmentOf(at));
            bool isLabel = false;
            for (int node = box; node < m_dom.end(box) && !isLabel;) {
                isLabel = m_view.isDropped(node) && m_dom.isElement(node) &&
                          (m_view.isBlock(node) || !s.isHeading) && holdsTitleLink(m_view, node);
                node = m_view.isDropped(node) ? m_dom.end(node) : node + 1;
            }
            for (int line = m_view.firstSegment(box); line < m_view.segmentsEnd(box) && !isLabel; ++line) {
                const Segment &other = m_view.segments()[size_t(line)];
                isLabel = line != m_lines.segmentOf(at) && other.size.linkDensity() > 0.5 &&
                          other.size.linkLength >= 20;
            }
            if (isLabel)
                m_lines.drop(at);
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
                isAlone = other == line || m_lines.isSegmentDropped(other);
            if (!isAlone)
                break;
            box = around;
        }
        return box;
    }

    /** What stands under "Related stories" goes with it, up to the next heading, if it is a small part. */
    void dropUnderFurnitureHeadings()
    {
        double all = 0;
        for (size_t at = 0; at < m_lines.size(); ++at)
            all += m_lines.at(at).weight;
        for (size_t at = 0; at < m_lines.size(); ++at) {
            const Segment &s = m_lines.at(at);
            if (!m_lines.isDropped(at) || !s.isHeading || !isFurnitureHeading(m_view.text(s)))
                continue;
            // What was under it has gone already where sentences follow.
            if (at < m_lines.lastParagraph() && m_lines.at(at + 1).size.stops > 0 &&
                m_lines.at(at + 1).size.linkDensity() < 0.3 && m_lines.stoodLinksBelow(at))
                continue;
            size_t end = at + 1;
            double under = 0;
            bool told = false;
            for (; end < m_lines.size() &&
                   !(m_lines.at(end).isHeading && levelOf(m_view, m_lines.at(end)) <= levelOf(m_view, s));
                 ++end) {
                under += m_lines.at(end).weight;
                told = told || m_lines.isTold(end);
            }
            for (size_t i = at + 1; i < end && under < 0.2 * all && !told; ++i)
                m_lines.drop(i);
        }
    }

    /** The author's life below a heading for it, or below the author's name alone. */
    void dropAuthorCards()
    {
        constexpr int most = 900; // letters
        bool isListOfPeople = false;
        for (size_t at = m_lines.firstParagraph() + 1; at < m_lines.size(); ++at) {
            const Segment &s = m_lines.at(at);
            if (s.size.length > 80 || m_lines.isTold(at) || m_lines.isInDataCell(at))
                continue;
            const QString text = m_view.text(s);
            const bool isLabel = isAuthorHeading(text);
            const bool isName = !isLabel && s.isHeading && isNameOfNext(at, text);
            if (!isLabel && (!isName || isListOfPeople))
                continue;
            isListOfPeople = isListOfPeople || isName;
            size_t end = at + 1;
            int letters = 0;
            while (end < m_lines.size() && end < at + 4 && !m_lines.at(end).isHeading)
                letters += m_lines.at(end++).size.length;
            const bool isEnd = end + 4 >= m_lines.size() || isLabel;
            for (size_t i = at; i < end && isEnd && letters < most && end > at + 1; ++i)
                m_lines.drop(i);
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
        const Segment &next = m_lines.at(at + 1);
        if (next.isHeading || next.size.length > 700)
            return false;
        const QString text = m_view.text(next);
        return words.first().size() > 2 &&
               (text.startsWith(words.first() + u' ') || text.startsWith(words.last() + u' '));
    }

    /** A heading of the same level stands elsewhere: both are over parts of the text. */
    bool hasOthersOfLevel(size_t at) const
    {
        const int level = levelOf(m_view, m_lines.at(at));
        for (size_t i = 0; i < m_lines.size(); ++i) {
            if (i != at && m_lines.at(i).isHeading && !m_lines.isDropped(i) &&
                levelOf(m_view, m_lines.at(i)) == level)
                return true;
        }
        return false;
    }

    /** Headings that nothing follows, after all that has gone. */
    void dropEmptyHeadings()
    {
        int following = 0; // the level of what comes next; 0: the end
        int nextNode = m_lines.end();
        for (size_t at = m_lines.size(); at-- > 0;) {
            const Segment &s = m_lines.at(at);
            if (m_lines.isDropped(at))
                continue;
            const int level = s.isHeading ? levelOf(m_view, s) : 7;
            if (s.isHeading && following <= level && following != 7 && !holdsMedia(s.last, nextNode)) {
                m_lines.drop(at);
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

    ArticleLines &m_lines;
    const PageView &m_view;
    const Dom &m_dom;
};

} // namespace

void dropLeftovers(ArticleLines &lines)
{
    LeftoverJudge(lines).run();
}

} // namespace broadsheet::html
