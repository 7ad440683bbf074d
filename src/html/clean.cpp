// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/clean.h"

#include "html/builder.h"
#include "html/clean_p.h"
#include "html/entities.h"

namespace broadsheet::html {

SafeHtml vouchFor(QByteArray cleaned)
{
    return SafeHtml(std::move(cleaned));
}

SafeHtml clean(QByteArrayView utf8, const CleanOptions &options)
{
    if (utf8.isEmpty())
        return {};
    return vouchFor(Builder(utf8, options).build());
}

QByteArray escapeText(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size() + text.size() / 16);
    for (const char c : text) {
        switch (c) {
        case '&':
            result.append("&amp;");
            break;
        case '<':
            result.append("&lt;");
            break;
        case '>':
            result.append("&gt;");
            break;
        case '"':
            result.append("&quot;");
            break;
        case '\'':
            result.append("&#39;");
            break;
        default:
            result.append(c);
        }
    }
    return result;
}

} // namespace broadsheet::html
