// SPDX-License-Identifier: GPL-3.0-or-later
// The tags of the repairing pass: attributes as HTML writes them, and elements that nobody closes or that
// close twice.
#include "feed/entities.h"
#include "feed/xml/repairer_p.h"

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <utility>

namespace broadsheet::feed {
namespace {

constexpr qsizetype maxDepth = 512;
constexpr int maxAttributes = 256;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == ':' || c == '-' || c == '.';
}

bool isNameStart(char c)
{
    return isNameByte(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.' && c != ':';
}

const char *skipBlanks(const char *at, const char *end)
{
    while (at < end && isBlank(*at))
        ++at;
    return at;
}

const char *skipName(const char *at, const char *end)
{
    while (at < end && isNameByte(*at))
        ++at;
    return at;
}

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

bool isOneOf(QByteArrayView name, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [name](const char *one) { return sameName(name, one); });
}

/** Elements of RSS and Atom that hold nothing but text. */
bool isTextOnly(QByteArrayView name)
{
    return isOneOf(name, {"title", "link", "guid", "pubDate", "lastBuildDate", "id", "updated", "published"});
}

bool isItemPart(QByteArrayView name)
{
    return isOneOf(name, {"title", "link", "guid", "pubDate", "description", "content:encoded", "dc:creator",
                          "dc:date", "category", "author", "comments", "enclosure", "item", "entry", "id",
                          "updated", "published", "summary", "content"});
}

/** What a feed is built of, and HTML is not. */
bool isFrame(QByteArrayView name)
{
    return isOneOf(name, {"rss", "channel", "rdf:RDF", "feed", "image", "item", "entry"});
}

/** One attribute as HTML allows it, from \a at on. */
struct LooseAttribute
{
    QByteArrayView name;
    QByteArrayView value;
    const char *end;
};

/** The bytes of the typographic quotation mark that begins \a text; 0: none does. */
qsizetype curlyQuote(QByteArrayView text)
{
    for (const QByteArrayView quote : {QByteArrayView("\u201C"), QByteArrayView("\u201D"),
                                       QByteArrayView("\u201E"), QByteArrayView("\u2033")}) {
        if (text.startsWith(quote))
            return quote.size();
    }
    return 0;
}

LooseAttribute looseAttribute(const char *at, const char *end)
{
    const char *name = at;
    while (at < end && !isBlank(*at) && *at != '=' && *at != '>' && *at != '<' &&
           !(*at == '/' && at + 1 < end && at[1] == '>'))
        ++at;
    LooseAttribute result{QByteArrayView(name, at - name), {}, at};
    const char *equals = skipBlanks(at, end);
    if (equals == end || *equals != '=')
        return result;
    at = skipBlanks(equals + 1, end);
    if (at < end && (*at == '"' || *at == '\'')) {
        const void *const close = std::memchr(at + 1, *at, size_t(end - at - 1));
        if (close) {
            const char *const stop = static_cast<const char *>(close);
            result.value = QByteArrayView(at + 1, stop - at - 1);
            result.end = stop + 1;
            return result;
        }
        ++at;
    }
    const char *value = at;
    while (at < end && !isBlank(*at) && *at != '>' && *at != '<')
        ++at;
    result.value = QByteArrayView(value, at - value);
    if (const qsizetype opening = curlyQuote(result.value)) { // what a word processor makes of the quotes
        const QByteArrayView inside = result.value.sliced(opening);
        for (qsizetype i = 0; i < inside.size(); ++i) {
            if (const qsizetype closing = curlyQuote(inside.sliced(i))) {
                result.value = inside.first(i);
                at = inside.begin() + i + closing;
                break;
            }
        }
    }
    result.end = at;
    return result;
}

QByteArray escapedValue(QByteArrayView value)
{
    QByteArray text = unescapedHtml(value);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    text.removeIf([](char c) { return uchar(c) < 0x20 && !isBlank(c); });
    return text;
}

} // namespace

/** True where \a name, at \a at, belongs to an item whose start tag was lost: the feed has it already, and
 * the next tag of an item is an end tag. */
bool XmlRepairer::isOfLostItem(QByteArrayView name, const char *at)
{
    const bool isRss = sameName(m_open.constLast(), "channel");
    if (!isRss && !sameName(m_open.constLast(), "feed"))
        return false;
    if (!sameName(name, "title") && (isRss || !sameName(name, "id")))
        return false;
    bool &seen = sameName(name, "title") ? m_titleSeen : m_idSeen;
    if (!std::exchange(seen, true) && !m_itemSeen)
        return false;
    const auto next = [this, at](const char *&known, const char *tag) {
        if (known < at) // else it is still ahead: what was looked through is not looked through again
            known = findText(at, m_end, tag);
        return known;
    };
    const char *const end = next(m_nextItemEnd, isRss ? "</item>" : "</entry>");
    return end < m_end && end < next(m_nextItem, isRss ? "<item" : "<entry");
}

/** How many elements may be open where an item \a name begins: those that hold items. */
qsizetype XmlRepairer::depthOfItems(QByteArrayView name) const
{
    for (qsizetype i = m_open.size(); i > 0; --i) {
        if (isOneOf(m_open[i - 1], {"channel", "feed", "rdf:RDF", "items", "rss"}))
            return i;
    }
    const qsizetype outer = m_open.indexOf(name); // in a feed by another name
    return outer < 0 ? m_open.size() : outer;
}

/** Closes what nobody closed and what \a name, which starts at \a at, cannot stand in; opens what it must
 * stand in. */
void XmlRepairer::closeForgotten(QByteArrayView name, const char *at)
{
    // An item stands in the feed, not in another item, nor in a part of either that nobody closed.
    if (sameName(name, "item") || sameName(name, "entry")) {
        m_itemSeen = true;
        const qsizetype depth = depthOfItems(name);
        if (depth < m_open.size()) {
            const bool isNested = m_open[depth] == name;
            closeDownTo(depth, at);
            warn(isNested ? "Items are not closed."
                          : "Tags are not closed in the order in which they were opened.");
        }
    } else if (!m_open.isEmpty() && isOfLostItem(name, at)) {
        const QByteArrayView item = sameName(m_open.constLast(), "channel") ? "item" : "entry";
        insert(at, '<' + item.toByteArray() + '>');
        m_open.append(item);
        warn("An item's start tag is missing.");
    }
    // Within a title or a date no other part of an item begins.
    if (m_open.size() > 2 && isTextOnly(m_open.constLast()) && isItemPart(name)) {
        closeDownTo(m_open.size() - 1, at);
        warn("Tags are not closed in the order in which they were opened.");
    }
}

/** "< title>", "< /title>" and "</ title>", where the name is a feed's: behind all of the tag, else null. */
const char *XmlRepairer::spacedTag(const char *at)
{
    const char *name = skipBlanks(at + 1, m_end);
    const bool closing = name < m_end && *name == '/';
    if (closing)
        name = skipBlanks(name + 1, m_end);
    const char *const nameEnd = skipName(name, m_end);
    const QByteArrayView found(name, nameEnd - name);
    const char *const next = skipBlanks(nameEnd, m_end);
    const bool isOpen = closing && !m_open.isEmpty() && m_open.constLast() == found;
    if (next == m_end || found.isEmpty() ||
        (!isOpen && !isItemPart(found) && !isFrame(found) && !isTextOnly(found)))
        return nullptr;
    const bool closed = *next == '>' || (*next == '/' && next + 1 < m_end && next[1] == '>');
    const char *const attribute = skipName(next, m_end);
    const bool hasAttribute = next > nameEnd && attribute > next && attribute < m_end && *attribute == '=';
    if (!closed && (closing || !hasAttribute))
        return nullptr;
    warn("Tags are written as XML forbids.");
    return closing ? endTag(at, name) : startTag(at, name);
}

/** \a at is a "<", \a tagName (as a rule right behind it) begins with a letter. */
const char *XmlRepairer::startTag(const char *at, const char *tagName)
{
    const char *const nameEnd = skipName(tagName, m_end);
    const bool isTag = nameEnd < m_end && isNameStart(*tagName) &&
                       (uchar(*nameEnd) <= ' ' || *nameEnd == '>' || *nameEnd == '/');
    if (!isTag) {
        if (nameEnd == m_end) {
            replace(at, m_end, {});
            warn("The document is cut off; what stands before the break was kept.");
            return m_end;
        }
        replace(at, at + 1, "&lt;");
        warn("The document holds a bare \"<\".");
        return at + 1;
    }
    const QByteArrayView name(tagName, nameEnd - tagName);
    if (m_open.size() >= maxDepth) {
        const void *const close = std::memchr(nameEnd, '>', size_t(m_end - nameEnd));
        const char *const end = close ? static_cast<const char *>(close) + 1 : m_end;
        m_droppedDepth += end[-1] == '>' && end[-2] != '/';
        warn("Elements are nested too deeply; their text was kept.");
        replace(at, end, {});
        return end;
    }
    closeForgotten(name, at);
    if (tagName != at + 1)
        replace(at + 1, tagName, {});
    const char *p = nameEnd;
    if (uchar(*p) < ' ' && !isBlank(*p))
        return rewriteTag(p, name);
    for (int count = 0;; ++count) {
        const char *const before = p;
        p = skipBlanks(p, m_end);
        if (p < m_end && *p == '>') {
            open(name, false);
            return p + 1;
        }
        if (m_end - p > 1 && *p == '/' && p[1] == '>') {
            open(name, true);
            return p + 2;
        }
        const char *const attributeEnd = skipName(p, m_end);
        const char *const equals = skipBlanks(attributeEnd, m_end);
        const char *const quote = equals < m_end && *equals == '=' ? skipBlanks(equals + 1, m_end) : m_end;
        if (p == before || count >= maxAttributes || attributeEnd == p || !isNameStart(*p) ||
            quote >= m_end || (*quote != '"' && *quote != '\''))
            return rewriteTag(before, name);
        const void *const close = std::memchr(quote + 1, *quote, size_t(m_end - quote - 1));
        if (!close)
            return rewriteTag(before, name);
        p = text(quote + 1, static_cast<const char *>(close), Context::Attribute) + 1;
    }
}

/** Writes what follows \a at in the start tag of \a name anew, as XML wants it. */
const char *XmlRepairer::rewriteTag(const char *at, QByteArrayView name)
{
    QByteArray attributes;
    int count = 0;
    const char *p = at;
    while (p < m_end) {
        p = skipBlanks(p, m_end);
        if (p == m_end || *p == '>' || *p == '<')
            break;
        if (*p == '/' || *p == '"' || *p == '\'' || *p == '=' || uchar(*p) < ' ') {
            ++p;
            continue;
        }
        const LooseAttribute attribute = looseAttribute(p, m_end);
        p = attribute.end > p ? attribute.end : p + 1;
        const bool named = !attribute.name.isEmpty() && isNameStart(attribute.name[0]) &&
                           skipName(attribute.name.begin(), attribute.name.end()) == attribute.name.end();
        if (named && ++count <= maxAttributes)
            attributes += ' ' + attribute.name.toByteArray() + "=\"" + escapedValue(attribute.value) + '"';
    }
    if (p == m_end) { // cut off within the tag
        const QByteArray closed = attributes + '>';
        replace(at, m_end, closed);
        open(name, false);
        return m_end;
    }
    // Behind an address without quotes the slash is the address's, where the element is to hold all others.
    const bool selfClosing = *p == '>' && p[-1] == '/' && !(m_open.isEmpty() && attributes.endsWith("/\""));
    const char *const end = *p == '>' ? p + 1 : p;
    replace(at, end, attributes + (selfClosing ? "/>" : ">"));
    warn(count > maxAttributes ? "An element has too many attributes; the rest were left out."
                               : "Attributes are written as HTML allows and XML does not.");
    open(name, selfClosing);
    return end;
}

/** \a at is "</", \a tagName (as a rule right behind it) begins with a letter. */
const char *XmlRepairer::endTag(const char *at, const char *tagName)
{
    const char *const nameEnd = skipName(tagName, m_end);
    const QByteArrayView name(tagName, nameEnd - tagName);
    const char *end = skipBlanks(nameEnd, m_end);
    const bool clean = end < m_end && *end == '>' && tagName == at + 2;
    while (end < m_end && *end != '>' && *end != '<')
        ++end;
    if (end < m_end && *end == '>')
        ++end;
    if (m_droppedDepth > 0) {
        --m_droppedDepth;
        replace(at, end, {});
        return end;
    }
    if (clean && !m_open.isEmpty() && m_open.constLast() == name) {
        m_open.removeLast();
        m_rootClosed = m_open.isEmpty();
        return end;
    }
    if (!m_open.isEmpty() && m_open.constLast() == name) { // blanks before the name, or something behind it
        warn("Tags are written as XML forbids.");
    } else {
        warn("Tags are not closed in the order in which they were opened.");
    }
    replace(at, end, {});
    for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
        if (sameName(m_open[i], name)) {
            closeDownTo(i, end);
            m_rootClosed = m_open.isEmpty();
            break;
        }
    }
    return end;
}

void XmlRepairer::open(QByteArrayView name, bool selfClosing)
{
    if (!selfClosing)
        m_open.append(name);
    else if (m_open.isEmpty())
        m_rootClosed = true;
}

/** Closes elements until \a depth are open, before the byte \a at, which nothing kept has passed yet. */
void XmlRepairer::closeDownTo(qsizetype depth, const char *at)
{
    QByteArray tags;
    while (m_open.size() > depth)
        tags += "</" + m_open.takeLast().toByteArray() + '>';
    insert(at, tags);
}

} // namespace broadsheet::feed
