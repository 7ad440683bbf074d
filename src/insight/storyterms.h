// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace broadsheet::insight {

/** A term of a headline or a lead: a stem, a number with its magnitude, or a pair of characters. */
struct StoryTerm
{
    enum class Form {
        Unknown, ///< at the head of a sentence, or in a title with each word in capitals
        Common,  ///< written small within a sentence
        Name     ///< capitalised within a sentence, or an abbreviation in capitals
    };
    QString text;
    QString written;  ///< as it first stood there, to show
    float weight = 1; ///< by place and kind; the frequency comes later
    Form form = Form::Unknown;
    bool inTitle = true;
    QString next; ///< in the title, the capitalised word right behind it: perhaps of the same name
};

/** The terms of an article, each once, in a canonical order. \a lead is plain text, its beginning suffices.
 */
QList<StoryTerm> storyTerms(const QString &title, const QString &lead);

} // namespace broadsheet::insight
