// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/json/jsonrepair.h"

namespace broadsheet::feed {

QByteArray repairJson(const QByteArray &utf8)
{
    QByteArray out;
    out.reserve(utf8.size() + 64);
    QByteArray open;     // the brackets that are open
    qsizetype whole = 0; // length of what can be closed as it stands: behind the last "}" or "]"
    QByteArray openThen;
    bool inString = false;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (inString) {
            if (c == '\\' && i + 1 < utf8.size()) {
                out.append(c).append(utf8[++i]);
            } else if (uchar(c) < 0x20) {
                out.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : " ");
            } else {
                inString = c != '"';
                out.append(c);
            }
            continue;
        }
        if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            open.append(c == '{' ? '}' : ']');
        } else if (c == '}' || c == ']') {
            if (open.isEmpty() || open.back() != c)
                break;
            open.chop(1);
            while (!out.isEmpty() && (out.back() == ',' || uchar(out.back()) <= ' '))
                out.chop(1);
            out.append(c);
            whole = out.size();
            openThen = open;
            if (open.isEmpty())
                break;
            continue;
        }
        out.append(c);
    }
    out.truncate(whole);
    while (!openThen.isEmpty()) {
        out.append(openThen.back());
        openThen.chop(1);
    }
    return out;
}

} // namespace broadsheet::feed
