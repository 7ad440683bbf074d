// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <QChar>

namespace broadsheet {

QString collapsed(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    QChar *const begin = result.data();
    QChar *to = begin;
    bool pendingBlank = false;
    for (const QChar c : text) {
        if (c.isSpace()) {
            pendingBlank = to != begin;
            continue;
        }
        if (pendingBlank)
            *to++ = u' ';
        pendingBlank = false;
        *to++ = c;
    }
    result.truncate(to - begin);
    return result;
}

QString excerpt(QStringView text, int length)
{
    if (text.size() <= length)
        return text.toString();
    qsizetype end = length;
    if (text[end].isLowSurrogate())
        --end;
    qsizetype cut = end;
    // Go back to the last blank, but not further than half: unspaced scripts have none.
    while (cut > length / 2 && !text[cut].isSpace())
        --cut;
    if (cut <= length / 2)
        cut = end;
    while (cut > 0 && (text[cut - 1].isSpace() || text[cut - 1] == u',' || text[cut - 1] == u';'))
        --cut;
    return text.left(cut).toString() + QChar(u'…');
}

bool isUnspacedScript(char32_t character)
{
    if (character < 0x0e00) // most of the world's letters; the table below costs more
        return false;
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

} // namespace broadsheet
