// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xmltext.h"

namespace broadsheet::exchange {

QString xmlText(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            result += c;
            result += text.at(++i);
        } else if (!c.isSurrogate() && (c >= u' ' || c == u'\t' || c == u'\n' || c == u'\r') &&
                   c.unicode() < 0xfffe) {
            result += c;
        }
    }
    return result;
}

} // namespace broadsheet::exchange
