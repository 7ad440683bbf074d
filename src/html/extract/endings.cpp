// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/endings.h"

#include "html/extract/metadata.h"
#include "html/extract/phrases.h"

#include <QHash>

#include <algorithm>

namespace broadsheet::html {

namespace {

class EndingJudge
{
public:
    EndingJudge(PageView &view, const std::vector<int> &roots) : m_view(view), m_dom(view.dom)
    {
        for (const int root : roots) {
            for (int i = view.firstSegment(root); i < view.segmentsEnd(root); ++i) {
                m_lines.push_back(i);
                m_whole += segment(m_lines.size() - 1).weight;
            }
        }
    }

    void run()
    {
        constexpr size_t most = 2'000; // lines
        if (m_lines.size() > most)
            return;
        dropAfterMark();
        dropCompanyLives();
        dropButtons();
    }

private:
    const Segment &segment(size_t at) const { return m_view.segments()[size_t(m_lines[at])]; }

    /** True where no more than this share of the text comes from \a at on. */
    bool isNearEnd(size_t at, double share) const
    {
        double weight = 0;
        for (size_t i = at; i < m_lines.size(); ++i)
            weight += segment(i).weight;
        return weight < share * m_whole;
    }

    void dropAfterMark()
    {
        for (size_t at = 1; at < m_lines.size(); ++at) {
            const Segment &s = segment(at);
            if (s.size.length <= 80 && !s.isCode && isNearEnd(at, 0.3) &&
                (isEndMark(m_view.text(s)) || (s.isHeading && isProcessHeading(m_view.text(s))))) {
                dropFrom(at, m_lines.size());
                return;
            }
        }
    }

    /** "About Elm Mills", then "Elm Mills is …", and no other part of the text after it. */
    void dropCompanyLives()
    {
        for (size_t at = 1; at + 1 < m_lines.size(); ++at) {
            if (m_view.isDropped(segment(at).block) || !isNearEnd(at, 0.45) || !isOverCompanyLife(at))
                continue;
            size_t end = at + 1;
            bool isPart = false; // of several of its kind
            for (size_t i = 0; i < m_lines.size(); ++i)
                isPart =
                    isPart || (i != at && segment(at).isHeading && isOtherHeading(i) && !isOverSources(i));
            while (end < m_lines.size() && !isOtherHeading(end) && !isOverSources(end))
                ++end;
            if (!isPart && (end == m_lines.size() || isOverSources(end))) {
                dropFrom(at, end);
                return;
            }
        }
    }

    bool isOtherHeading(size_t at) const
    {
        if (!segment(at).isHeading || segment(at).size.length > 200)
            return segment(at).isHeading;
        const QString text = m_view.text(segment(at));
        return nameAfterAbout(text).isEmpty() && !isFurnitureHeading(text);
    }

    /** "References", or "The study compared:" above a list: what comes next belongs to the text again. */
    bool isOverSources(size_t at) const
    {
        constexpr int longest = 80;
        const Segment &s = segment(at);
        if (s.size.length > longest || at + 1 >= m_lines.size())
            return false;
        const QString text = m_view.text(s);
        const bool introduces = text.endsWith(u':') || text.endsWith(u'：');
        return isSourcesHeading(text) || (introduces && segment(at + 1).isItem && !segment(at).isItem &&
                                          !isContactLine(text) && nameAfterAbout(text).isEmpty());
    }

    bool isOverCompanyLife(size_t at) const
    {
        constexpr int longest = 90;
        const Segment &s = segment(at);
        if (s.size.length > longest || s.size.linkDensity() > 0.5 || segment(at + 1).isHeading ||
            segment(at + 1).size.length < longest)
            return false;
        const QString name = lettersOf(nameAfterAbout(m_view.text(s)));
        if (name.size() < 3)
            return false;
        const QString next = lettersOf(m_view.text(segment(at + 1)).left(longest));
        return next.left(name.size() + 24).contains(name);
    }

    /** The same short link below one part after another ("See tours"), letters that stand for signs. */
    void dropButtons()
    {
        constexpr int longest = 40;
        QHash<QString, std::vector<size_t>> all;
        for (size_t at = 0; at < m_lines.size(); ++at) {
            const Segment &s = segment(at);
            const bool isLink = s.size.linkDensity() >= 0.9 && s.size.length <= longest && s.size.stops == 0;
            if ((!isLink && s.size.length > 2) || s.isHeading || s.isCode || isInTable(s))
                continue;
            // A single word may be what the text is about.
            const QString text = m_view.text(s);
            if (!isLink || text.contains(u' ') || text.front().unicode() >= 0x2E80)
                all[text].push_back(at);
        }
        for (auto found = all.cbegin(); found != all.cend(); ++found) {
            for (const size_t at : found.value()) {
                if (found.value().size() >= 2)
                    dropFrom(at, at + 1);
            }
        }
    }

    bool isInTable(const Segment &s) const
    {
        for (int node = s.block; node > 0; node = m_dom.parent(node)) {
            if (m_dom.tag(node) == Tag::Td || m_dom.tag(node) == Tag::Th)
                return true;
        }
        return false;
    }

    void dropFrom(size_t at, size_t end)
    {
        for (; at < end; ++at) {
            const Segment &s = segment(at);
            for (int node = s.first; node <= s.last; ++node) {
                if (m_dom.isText(node))
                    m_view.drop(node);
            }
        }
    }

    PageView &m_view;
    const Dom &m_dom;
    std::vector<int> m_lines;
    double m_whole = 0;
};

} // namespace

void dropEndings(PageView &view, const std::vector<int> &roots)
{
    EndingJudge(view, roots).run();
}

} // namespace broadsheet::html
