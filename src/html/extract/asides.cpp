// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/asides.h"

#include "html/extract/phrases.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace broadsheet::html {

namespace {

class AsideJudge
{
public:
    AsideJudge(PageView &view, int heading)
        : m_view(view)
        , m_dom(view.dom)
        , m_heading(heading)
        , m_whole(view.weight(0))
        , m_enough(lineOfEnough(view))
    {
    }

    void run(Strictness strictness)
    {
        constexpr size_t most = 20'000; // lines; nobody waits for more
        if (m_view.segments().size() > most)
            return;
        dropUnderCommentHeadings();
        dropAnswerable();
        dropConsentAbove();
        dropOtherPosts();
        if (strictness != Strictness::Careful)
            return;
        dropNumberedGalleries();
        dropSignUpForms();
        dropButtonBoxes();
        dropMarked();
        dropContents();
    }

private:
    bool holdsHeading(int node) const { return m_heading != Dom::none && m_dom.contains(node, m_heading); }
    int lineCount(int node) const { return m_view.segmentsEnd(node) - m_view.firstSegment(node); }

    /** The line before which there is enough for an article already. */
    static int lineOfEnough(const PageView &view)
    {
        constexpr int enough = 140;
        const auto &segments = view.segments();
        int letters = 0;
        int line = 0;
        for (; line < int(segments.size()) && letters < enough; ++line)
            letters += segments[size_t(line)].weight > 0 ? segments[size_t(line)].size.length : 0;
        return letters >= enough ? line : int(segments.size()) + 1;
    }

    /** Goes up while \a line stays the first of the block around, and \a fits lets it. */
    template <typename Fits>
    int boxThatStartsWith(int line, Fits fits) const
    {
        int box = m_view.segments()[size_t(line)].block;
        for (int around = m_dom.parent(box); around > 0 && around != m_dom.body();
             around = m_dom.parent(around)) {
            if (m_view.firstSegment(around) != line || holdsHeading(around) || !fits(around))
                break;
            box = around;
        }
        return box;
    }

    /** Comments, from their heading on to the end of the block that both are in. */
    void dropUnderCommentHeadings()
    {
        const auto &segments = m_view.segments();
        for (int i = 0; i < int(segments.size()); ++i) {
            const Segment &s = segments[size_t(i)];
            if (s.size.length > 100 || m_view.isDropped(s.block) || s.block == m_dom.body() || s.isItem)
                continue;
            if (!isCommentHeading(m_view.text(s)) || i < m_enough)
                continue;
            const int box = boxThatStartsWith(i, [](int) { return true; });
            // "12 comments" above an article leads to them, it does not begin them.
            if (holdsHeading(box) || m_view.isDropped(box) || (!s.isHeading && lineCount(box) < 2) ||
                holdsBody(box))
                continue;
            m_view.drop(box);
            if (lineCount(box) > 1)
                continue;
            // The heading stands beside what it is about.
            for (int next = m_dom.nextSibling(box); next != Dom::none; next = m_dom.nextSibling(next)) {
                if (m_dom.isElement(next) && isHeadingTag(next) && !isCommentHeading(m_dom.text(next, 200)))
                    break;
                if (m_dom.isElement(next) && !holdsHeading(next) && !holdsBody(next))
                    m_view.drop(next);
            }
        }
    }

    /** True where a part that is named as the article's text holds most of the page's paragraphs. */
    bool holdsBody(int box) const
    {
        if (m_view.weight(box) < 0.3 * m_whole)
            return false;
        for (int node = box; node < m_dom.end(box); ++node) {
            if (m_dom.isElement(node) && (m_view.hints(node) & BodyText) &&
                m_view.weight(node) > 0.3 * m_whole)
                return true;
        }
        return false;
    }

    bool isHeadingTag(int node) const { return m_dom.tag(node) >= Tag::H1 && m_dom.tag(node) <= Tag::H6; }

    /** Two and more links "Reply", each in a box of its own, the boxes side by side: a discussion. */
    void dropAnswerable()
    {
        std::vector<int> answers;
        for (int node = 1; node < m_dom.size(); ++node) {
            const bool isLink = m_dom.tag(node) == Tag::A || m_dom.isNamed(node, "button");
            if (isLink && m_dom.end(node) - node <= 8 && isAnswerLink(m_dom.text(node, 60)))
                answers.push_back(node);
        }
        for (size_t i = 1; i < answers.size(); ++i) {
            int around = m_dom.parent(answers[i - 1]);
            while (around > 0 && !m_dom.contains(around, answers[i]))
                around = m_dom.parent(around);
            if (around <= 0)
                continue;
            const int first = childOf(around, answers[i - 1]);
            const int last = childOf(around, answers[i]);
            for (int child = first; child != Dom::none && child <= last; child = m_dom.nextSibling(child)) {
                if (m_dom.isElement(child) && !holdsHeading(child) && m_view.firstSegment(child) >= m_enough)
                    m_view.drop(child);
            }
        }
    }

    int childOf(int around, int node) const
    {
        while (m_dom.parent(node) != around)
            node = m_dom.parent(node);
        return node;
    }

    /** What asks for consent before the page begins, with all that is in its box. */
    void dropConsentAbove()
    {
        if (m_heading == Dom::none)
            return;
        const auto &segments = m_view.segments();
        const int end = m_view.firstSegment(m_heading);
        for (int i = 0; i < end; ++i) {
            const Segment &s = segments[size_t(i)];
            if (s.size.length < 60 || m_view.isDropped(s.block) || !isConsentNotice(m_view.text(s)))
                continue;
            int box = Dom::none;
            for (int around = s.block;
                 around > 0 && around != m_dom.body() && m_view.segmentsEnd(around) <= end;
                 around = m_dom.parent(around))
                box = around;
            if (box != Dom::none)
                m_view.drop(box);
        }
    }

    /** Boxes like the one with the page's heading, each under a heading that leads to a page of its own. */
    void dropOtherPosts()
    {
        if (m_heading == Dom::none)
            return;
        for (int box = m_dom.parent(m_heading); box > 0 && box != m_dom.body(); box = m_dom.parent(box)) {
            if (m_view.weight(box) <= 0)
                continue;
            const int parent = m_dom.parent(box);
            for (int other = m_dom.firstChild(parent); other != Dom::none; other = m_dom.nextSibling(other)) {
                if (other != box && isLike(box, other) && leadsElsewhere(other))
                    m_view.drop(other);
            }
        }
    }

    bool isLike(int box, int other) const
    {
        return m_dom.isElement(other) && m_dom.tag(other) == m_dom.tag(box) && m_dom.tag(box) != Tag::P &&
               m_dom.attribute(other, "class") == m_dom.attribute(box, "class");
    }

    /** The first heading of the page's own level within is a link, or that of another article; or the box
     * begins with a heading that is a link. */
    bool leadsElsewhere(int box) const
    {
        const int first = m_view.firstSegment(box);
        const bool isNamed = !m_dom.attribute(box, "class").isEmpty(); // the same name tells more than a tag
        if (isNamed && first < m_view.segmentsEnd(box) && m_view.segments()[size_t(first)].isHeading &&
            m_view.segments()[size_t(first)].size.linkDensity() > 0.8 && !holdsHeading(box))
            return true;
        for (int i = m_view.firstSegment(box); i < m_view.segmentsEnd(box); ++i) {
            const Segment &s = m_view.segments()[size_t(i)];
            int heading = s.block;
            for (int level = 0; level < 3 && heading > box && !isHeadingTag(heading); ++level)
                heading = m_dom.parent(heading);
            if (m_dom.tag(heading) == m_dom.tag(m_heading))
                return s.size.linkDensity() > 0.8 ||
                       (m_dom.tag(heading) == Tag::H1 &&
                        (isWholeArticle(box) || (isNamed && i == first && isSigned(box))));
        }
        return false;
    }

    /** Author or day stand below the first line, as they do below the title of an article. */
    bool isSigned(int box) const
    {
        const int begin = m_view.firstSegment(box) + 1;
        for (int i = begin; i < std::min(begin + 2, m_view.segmentsEnd(box)); ++i) {
            const QString line = m_view.text(m_view.segments()[size_t(i)]);
            if (isDateLine(line) || isBylineLine(line))
                return true;
        }
        return false;
    }

    /** An element article that holds nearly all of the box. */
    bool isWholeArticle(int box) const
    {
        for (int node = box; node < m_dom.end(box); ++node) {
            if (m_dom.tag(node) == Tag::Article)
                return m_view.weight(node) > 0.8 * m_view.weight(box);
        }
        return false;
    }

    /** "3/50 …" in one box after another: pictures to leaf through. */
    void dropNumberedGalleries()
    {
        constexpr size_t least = 4;
        const auto &segments = m_view.segments();
        std::vector<int> boxes;
        QString total;
        for (int i = 0; i <= int(segments.size()); ++i) {
            const bool isLine = i < int(segments.size()) && segments[size_t(i)].size.length < 200 &&
                                startsWithDigit(segments[size_t(i)]);
            const QString of = isLine ? numberedOf(m_view.text(segments[size_t(i)])) : QString();
            if (i < int(segments.size()) && (of.isEmpty() || of == total)) {
                if (!of.isEmpty())
                    boxes.push_back(segments[size_t(i)].block);
                continue;
            }
            if (boxes.size() >= least)
                dropBetween(boxes.front(), boxes.back());
            boxes.clear();
            total = of;
            if (!of.isEmpty())
                boxes.push_back(segments[size_t(i)].block);
        }
    }

    bool startsWithDigit(const Segment &line) const
    {
        const QByteArrayView text = m_dom.rawText(line.first).trimmed();
        return !text.isEmpty() && text.front() >= '0' && text.front() <= '9';
    }

    /** Of "3/50 Somebody's garden" the 50; empty: it is no such line. */
    static QString numberedOf(const QString &line)
    {
        static const QRegularExpression numbered(
            QStringLiteral("^(\\d{1,3}) ?(?:/|of|von|de|из) ?(\\d{1,3})(?!\\d|[/.]\\d)"));
        const auto match = numbered.match(line);
        return match.hasMatch() && match.captured(1).toInt() <= match.captured(2).toInt() ? match.captured(2)
                                                                                          : QString();
    }

    /** The children of the element around both that hold them, and what is between. Where that is most of the
     * page and no text is before it, it is a list of things to see. */
    void dropBetween(int first, int last)
    {
        int around = m_dom.parent(first);
        while (around > 0 && !m_dom.contains(around, last))
            around = m_dom.parent(around);
        if (around <= 0 || around == m_dom.body() || m_dom.contains(first, last))
            return;
        std::vector<int> boxes;
        double weight = 0;
        const int end = childOf(around, last);
        for (int child = childOf(around, first); child != Dom::none && child <= end;
             child = m_dom.nextSibling(child)) {
            if (holdsHeading(child))
                return;
            boxes.push_back(child);
            weight += m_view.weight(child);
        }
        if (weight >= 0.5 * m_whole && !isBelowText(boxes.front()))
            return;
        for (const int box : boxes)
            m_view.drop(box);
    }

    /** True where an article of its own stands before \a box, below the heading if there is one. */
    bool isBelowText(int box) const
    {
        constexpr int fewest = 5; // paragraphs
        constexpr int shortest = 80;
        int paragraphs = 0;
        for (int i = m_heading == Dom::none ? 0 : m_view.firstSegment(m_dom.end(m_heading));
             i < m_view.firstSegment(box); ++i) {
            const Segment &line = m_view.segments()[size_t(i)];
            paragraphs += line.weight > 0 && line.size.length >= shortest ? 1 : 0;
        }
        return paragraphs >= fewest;
    }

    /** The small box around a field for a mail address: its words ask to sign up. */
    void dropSignUpForms()
    {
        constexpr int most = 500;
        for (int node = 1; node < m_dom.size(); ++node) {
            if (m_dom.tag(node) != Tag::Input || !asksForAddress(node))
                continue;
            int box = Dom::none;
            for (int around = m_dom.parent(node); around > 0 && around != m_dom.body();
                 around = m_dom.parent(around)) {
                const TextSize size = m_view.size(around);
                const double share = size.length < 200 && lineCount(around) < 5 ? 0.3 : 0.15;
                if (size.length > most || m_view.weight(around) > share * m_whole || holdsHeading(around) ||
                    lineCount(around) > 8)
                    break;
                box = m_view.isBlock(around) || m_dom.isNamed(around, "form") ? around : box;
            }
            if (box != Dom::none)
                m_view.drop(box);
        }
    }

    /** A heading, a sentence or two and a button that leads on within the site, in a small box of its own:
     * something on offer. */
    void dropButtonBoxes()
    {
        constexpr int most = 300; // letters
        constexpr qsizetype several = 3;
        QHash<int, int> boxes; // by button
        QSet<QByteArrayView> targets;
        for (int node = 1; node < m_dom.size(); ++node) {
            if (m_dom.tag(node) != Tag::A || m_view.isDropped(node) || !isButton(node))
                continue;
            targets.insert(m_dom.attribute(node, "href"));
            int box = Dom::none;
            for (int around = m_dom.parent(node); around > 0 && around != m_dom.body();
                 around = m_dom.parent(around)) {
                if (m_view.size(around).length > most || m_view.weight(around) > 0.12 * m_whole ||
                    holdsHeading(around) || lineCount(around) > 5)
                    break;
                box = m_view.isBlock(around) ? around : box;
            }
            if (box != Dom::none && lineCount(box) >= 2)
                boxes.insert(node, box);
        }
        // Buttons that lead to one thing after another belong to the things.
        for (auto found = boxes.cbegin(); found != boxes.cend() && targets.size() < several; ++found)
            m_view.drop(found.value());
    }

    /** Named as a button, most of its line, and leading to no other site; or a short link that is paid for. */
    bool isButton(int link) const
    {
        const QByteArray names = m_dom.attribute(link, "class").toByteArray().toLower();
        const bool isNamed = names.contains("button") || names.contains("btn") ||
                             equalsIgnoringCase(m_dom.attribute(link, "role"), "button");
        const bool isPaid =
            m_dom.attribute(link, "rel").toByteArray().toLower().split(' ').contains("sponsored");
        int line = m_view.firstSegment(link);
        if (isPaid && line > 0 && m_view.segments()[size_t(line) - 1].last > link)
            --line; // a price before it
        const QByteArrayView href = m_dom.attribute(link, "href").trimmed();
        const bool isWithin =
            !href.startsWith("http") || (!m_view.siteHost().isEmpty() && !m_view.isElsewhere(href));
        return ((isNamed && isWithin) || (isPaid && m_dom.text(link, 60).size() < 40)) &&
               line < m_view.segmentsEnd(link) &&
               m_view.segments()[size_t(line)].size.linkDensity() > (isPaid ? 0.3 : 0.9);
    }

    bool asksForAddress(int input) const
    {
        if (equalsIgnoringCase(m_dom.attribute(input, "type"), "email"))
            return true;
        const auto names = [&](const char *attribute) {
            return m_dom.attribute(input, attribute).toByteArray().toLower().contains("mail");
        };
        return names("name") || names("placeholder");
    }

    /** Small boxes that begin with the mark of an advert, or hold an offer to subscribe. */
    void dropMarked()
    {
        const auto &segments = m_view.segments();
        for (int i = 0; i < int(segments.size()); ++i) {
            const Segment &s = segments[size_t(i)];
            if (s.size.length > 300 || m_view.isDropped(s.block) || s.block == m_dom.body() || s.isCode)
                continue;
            const QString text = m_view.text(s);
            const bool isOfferLine = isOffer(text);
            const bool isMark = isOfferLine || isAdvertMark(text); // "Advertisement" may be in both tables
            const bool isLabel = !isMark && s.size.length < 80 && isFurnitureHeading(text);
            if (!isMark && !isLabel)
                continue;
            const int box = smallBoxAround(i, !isOfferLine, isLabel);
            if (box == Dom::none)
                continue;
            // "Related work" may be a part of the text; what leads away or asks for something is none.
            if (!isLabel || m_view.size(box).linkDensity() > 0.2 || (isAuthorHeading(text) && i > m_enough))
                m_view.drop(box);
        }
    }

    int smallBoxAround(int line, bool mustBeFirst, bool isDoubtful) const
    {
        int found = Dom::none;
        for (int box = m_view.segments()[size_t(line)].block; box > 0 && box != m_dom.body();
             box = m_dom.parent(box)) {
            const bool isFirst = m_view.firstSegment(box) == line;
            const double share = !isDoubtful && m_view.size(box).length <= 300 ? 0.25 : 0.12;
            if ((mustBeFirst && !isFirst) || holdsHeading(box) || m_view.size(box).length > 600 ||
                m_view.weight(box) > share * m_whole || lineCount(box) > 10 || (m_view.hints(box) & BodyText))
                break;
            if (m_view.isBlock(box))
                found = box;
        }
        return found;
    }

    /** Lists of links to places in this page. */
    void dropContents()
    {
        for (int node = 1; node < m_dom.size(); ++node) {
            const Tag tag = m_dom.tag(node);
            if ((tag != Tag::Ul && tag != Tag::Ol) || m_view.isDropped(node) || holdsHeading(node))
                continue;
            if (!isInnerList(node))
                continue;
            m_view.drop(node);
            const int line = m_view.firstSegment(node) - 1;
            if (line < 0)
                continue;
            const Segment &before = m_view.segments()[size_t(line)];
            if (before.size.length < 60 && isContentsHeading(m_view.text(before)) &&
                !holdsHeading(before.block) && before.block != m_dom.body())
                m_view.drop(before.block);
        }
    }

    /** Two and more links within the page, and hardly a letter beside them. */
    bool isInnerList(int list) const
    {
        constexpr int most = 4'000; // nodes
        int letters = 0;
        int links = 0;
        const int end = std::min(m_dom.end(list), list + most);
        for (int node = list + 1; node < end;) {
            if (m_dom.tag(node) == Tag::A && m_dom.attribute(node, "href").trimmed().startsWith('#')) {
                links += m_dom.text(node, 60).size() > 1 ? 1 : 0;
                node = m_dom.end(node);
                continue;
            }
            letters += m_dom.isText(node) ? int(m_dom.rawText(node).trimmed().size()) : 0;
            ++node;
        }
        return links >= 2 && letters <= 4 * links;
    }

    PageView &m_view;
    const Dom &m_dom;
    int m_heading;
    double m_whole;
    int m_enough; ///< a line; what comes later may go
};

} // namespace

void dropAsides(PageView &view, int heading, Strictness strictness)
{
    AsideJudge(view, heading).run(strictness);
}

} // namespace broadsheet::html
