// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/xml/doctype.h"

#include "feed/entities.h"

namespace broadsheet::feed {
namespace {

constexpr qsizetype maxEntities = 256;
constexpr qsizetype maxEntityLength = 4096;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/** The quoted string at \a at, which moves behind it; empty view if there is none. */
QByteArrayView quoted(QByteArrayView text, qsizetype *at)
{
    while (*at < text.size() && isBlank(text[*at]))
        ++*at;
    if (*at >= text.size() || (text[*at] != '"' && text[*at] != '\''))
        return {};
    const qsizetype end = text.indexOf(text[*at], *at + 1);
    if (end < 0)
        return {};
    const QByteArrayView value = text.sliced(*at + 1, end - *at - 1);
    *at = end + 1;
    return value;
}

void takeEntity(QByteArrayView declaration, Doctype &doctype)
{
    qsizetype at = qsizetype(qstrlen("<!ENTITY"));
    while (at < declaration.size() && isBlank(declaration[at]))
        ++at;
    const qsizetype start = at;
    while (at < declaration.size() && !isBlank(declaration[at]))
        ++at;
    const QByteArray name = declaration.sliced(start, at - start).toByteArray();
    const QByteArrayView value = quoted(declaration, &at);
    if (name.isEmpty() || name == "%" || value.isNull() || value.size() > maxEntityLength ||
        doctype.entities.size() >= maxEntities || doctype.entities.contains(name))
        return;
    // Numeric references are replaced where an entity is declared (XML 1.0 §4.4.5), others where it is used.
    const QByteArray text = value.toByteArray();
    const qsizetype ampersand = text.indexOf('&');
    if (ampersand < 0) {
        doctype.entities.insert(name, text);
        return;
    }
    const QByteArray replaced = unescapedHtml(text);
    if (!replaced.contains('&') && !replaced.contains('<'))
        doctype.entities.insert(name, replaced);
    else if (text == "&#38;" || text == "&#x26;" || text == "&#38;#38;" || text == "&amp;")
        doctype.entities.insert(name, "&amp;");
    else if (text == "&#60;" || text == "&#x3C;" || text == "&#38;#60;" || text == "&lt;")
        doctype.entities.insert(name, "&lt;");
}

} // namespace

Doctype readDoctype(QByteArrayView document, qsizetype *at)
{
    Doctype doctype;
    qsizetype p = *at + qsizetype(qstrlen("<!DOCTYPE"));
    bool inside = false;
    while (p < document.size()) {
        const char c = document[p];
        const QByteArrayView rest = document.sliced(p);
        if (c == '"' || c == '\'') {
            const qsizetype end = document.indexOf(c, p + 1);
            p = end < 0 ? document.size() : end + 1;
        } else if (inside && rest.startsWith("<!--")) {
            const qsizetype end = document.indexOf("-->", p + 4);
            p = end < 0 ? document.size() : end + 3;
        } else if (inside && rest.startsWith("<!ENTITY")) {
            qsizetype end = p;
            char quote = 0;
            while (end < document.size() && (quote || document[end] != '>')) {
                const char d = document[end++];
                if (quote ? d == quote : (d == '"' || d == '\''))
                    quote = quote ? 0 : d;
            }
            takeEntity(document.sliced(p, end - p), doctype);
            p = end + 1;
        } else if (!inside && c == '[') {
            inside = true;
            ++p;
        } else if (inside && c == ']') {
            inside = false;
            ++p;
        } else if (!inside && c == '>') {
            ++p;
            break;
        } else {
            if (!inside && (rest.startsWith("PUBLIC") || rest.startsWith("SYSTEM")))
                doctype.external = true;
            ++p;
        }
    }
    *at = qMin(p, document.size());
    return doctype;
}

} // namespace broadsheet::feed
