// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the repairing pass that are no markup: comments and CDATA, and where they end if nobody
// says so.
#include "feed/xml/repairer_p.h"

#include <algorithm>
#include <array>

namespace broadsheet::feed {
namespace {

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || uchar(c) >= 0x80;
}

/** True where a tag begins that goes on with an item, or ends it. */
bool isFeedTag(const char *at, const char *end)
{
    static constexpr auto tags = std::to_array<const char *>(
        {"</item>",     "</entry>",          "</channel>", "<item>",     "<item ",    "<entry>",
         "<entry ",     "<title>",           "<link>",     "<link ",     "<guid>",    "<guid ",
         "<pubDate>",   "<description>",     "<category>", "<category ", "<author>",  "<comments>",
         "<enclosure ", "<content:encoded>", "<dc:",       "<media:",    "<itunes:",  "<id>",
         "<updated>",   "<published>",       "<summary>",  "<summary ",  "<content>", "<content "});
    return std::ranges::any_of(tags, [at, end](const char *tag) { return startsWith(at, end, tag); });
}

/** Where the text in [from, to) ends if "]]", "]] >" or their like at its end were to end a section. */
const char *withoutMisspeltEnd(const char *from, const char *to)
{
    const char *at = to;
    const auto skip = [from, &at](auto fits) {
        while (at > from && fits(at[-1]))
            --at;
    };
    skip([](char c) { return uchar(c) <= ' '; });
    skip([](char c) { return c == '>'; });
    skip([](char c) { return uchar(c) <= ' '; });
    const char *const brackets = at;
    skip([](char c) { return c == ']'; });
    return brackets - at >= 2 ? at : to;
}

} // namespace

const char *XmlRepairer::comment(const char *at)
{
    // Of comments without an end the first one has looked through all of the rest.
    m_commentsEnd = m_commentsEnd && findText(at + 4, m_end, "-->") != m_end;
    if (!m_commentsEnd) {
        const char *const end =
            nextOf({"<item", "<entry", "</item>", "</entry>", "</channel>", "</feed>", "</rss>"}, at, m_end);
        replace(at, end, {});
        warn("A comment is not closed or holds a double hyphen.");
        return end;
    }
    const char *const end = dropThrough(at, "-->", 4);
    const char *const dashes = findText(qMin(at + 4, end), end, "--");
    if (end == m_end || dashes + 3 < end) // XML 1.0 §2.5
        warn("A comment is not closed or holds a double hyphen.");
    return end;
}

const char *XmlRepairer::dropThrough(const char *at, const char *terminator, qsizetype skip)
{
    const char *const found = findText(qMin(at + skip, m_end), m_end, terminator);
    const char *const end = found == m_end ? m_end : found + std::strlen(terminator);
    replace(at, end, {});
    return end;
}

const char *XmlRepairer::cdata(const char *at)
{
    return cdataFrom(at + std::strlen("<![CDATA["));
}

/** Where a section that begins at \a inside was to end, if the "]]>" at \a end is another's: before the end
 * tag of its element, behind which a feed goes on. Else \a end. */
const char *XmlRepairer::forgottenEnd(const char *inside, const char *end) const
{
    if (m_open.isEmpty())
        return end;
    const QByteArrayView name = m_open.constLast();
    const bool isShort = name == "title" || name == "link" || name == "guid";
    if (end != m_end && !isShort && findText(inside, end, "<![CDATA[") == end)
        return end;
    const bool isHtml = name == "title" || name == "summary" || name == "link";
    const QByteArray tag = "</" + name.toByteArray() + '>';
    for (const char *at = findText(inside, end, tag.constData()); at < end;
         at = findText(at + 1, end, tag.constData())) {
        const char *next = at + tag.size();
        while (next < end && uchar(*next) <= ' ')
            ++next;
        if (isFeedTag(next, end) || (!isHtml && end - next > 1 && *next == '<' && isNameStart(next[1])))
            return at;
    }
    return end;
}

const char *XmlRepairer::cdataFrom(const char *inside)
{
    if (m_nextCdataEnd <
        inside) // else still ahead: of many sections without an end none looks through all of it
        m_nextCdataEnd = findText(inside, m_end, "]]>");
    const char *const found = m_nextCdataEnd;
    const char *const end = forgottenEnd(inside, found);
    if (end != found) {
        const char *const behind = withoutMisspeltEnd(inside, end);
        text(inside, behind, Context::Cdata);
        replace(behind, end, "]]>");
        warn("CDATA is not closed.");
        return end;
    }
    text(inside, end, Context::Cdata);
    if (end != m_end)
        return end + 3;
    insert(m_end, "]]>");
    return m_end;
}

} // namespace broadsheet::feed
