// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace broadsheet::insight {

/** How much a word tells about an event, before its frequency is known. */
enum class WordClass {
    Function, ///< an article, a preposition: tells nothing
    Column,   ///< what comes every day or week in one form: "horoscope", "forecast", "episode", "recipe"
    Headline, ///< what headlines say of anything ("says", "new", "watch")
    Content
};

/** Case and diacritics folded: "Élysée" becomes "elysee". Marks of scripts that need them stay. */
QString foldedWord(QStringView word);

/** The class of a folded word, in any of the larger languages. */
WordClass wordClass(const QString &folded);

/** A folded word without the commonest endings of its language, so that "raises", "raised" and "raising"
 * meet; no dictionary, and no word of its own right. */
QString wordStem(const QString &folded);

} // namespace broadsheet::insight
