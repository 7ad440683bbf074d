// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/scripts.h"

namespace broadsheet::scripts {

namespace {

fonts::Han byLanguage(QStringView language)
{
    const auto begins = [language](QStringView tag) { return language.startsWith(tag, Qt::CaseInsensitive); };
    if (begins(u"ja"))
        return fonts::Han::Japanese;
    if (begins(u"ko"))
        return fonts::Han::Korean;
    for (const QStringView part : {u"hant", u"tw", u"hk", u"mo"}) {
        if (begins(u"zh") && language.contains(part, Qt::CaseInsensitive))
            return fonts::Han::Traditional;
    }
    return fonts::Han::Simplified;
}

} // namespace

bool hasItalics(QStringView text)
{
    for (const QChar c : text) {
        if (!c.isLetter() && !c.isHighSurrogate())
            continue;
        switch (c.script()) {
        case QChar::Script_Latin:
        case QChar::Script_Greek:
        case QChar::Script_Cyrillic:
        case QChar::Script_Armenian:
        case QChar::Script_Georgian:
        case QChar::Script_Common:
        case QChar::Script_Inherited:
        case QChar::Script_Unknown: // half of a pair
            return true;
        default:
            return false;
        }
    }
    return true;
}

fonts::Han hanOf(QStringView language, QStringView text)
{
    if (language.startsWith(u"zh", Qt::CaseInsensitive) || language.startsWith(u"ja", Qt::CaseInsensitive) ||
        language.startsWith(u"ko", Qt::CaseInsensitive))
        return byLanguage(language);
    for (const QChar c : text) {
        switch (c.script()) {
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            return fonts::Han::Japanese;
        case QChar::Script_Hangul:
            return fonts::Han::Korean;
        default:
            break;
        }
    }
    return fonts::Han::Simplified;
}

} // namespace broadsheet::scripts
