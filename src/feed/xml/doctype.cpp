// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/xml/doctype.h"

#include "feed/entities.h"
#include "feed/windows1252.h"

#include <optional>

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

/** What an entity stands for, as XML; nothing where it refers to other entities of the document. */
std::optional<QByteArray> replacementText(QByteArrayView value)
{
    QByteArray text;
    for (qsizetype at = 0; at < value.size();) {
        if (value[at] != '&') {
            text.append(value[at++]);
            continue;
        }
        const qsizetype end = value.indexOf(';', at);
        const QByteArrayView name = end < 0 ? QByteArrayView() : value.sliced(at + 1, end - at - 1);
        char32_t c = name.startsWith('#') ? numericReference(name) : htmlEntity(name);
        if (c == 0 && end >= 0 && name.size() < 40)
            return std::nullopt;
        at = c == 0 ? at + 1 : end + 1;
        c = c == 0 ? U'&' : c;
        if (c == U'&')
            text.append("&amp;");
        else if (c == U'<')
            text.append("&lt;");
        else
            appendUtf8(text, c);
    }
    return text;
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
    if (const std::optional<QByteArray> text = replacementText(value))
        doctype.entities.insert(name, *text);
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
