// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

namespace broadsheet {

/** The words that the program speaks; made after the application, and gone before it. */
class Language
{
public:
    /** Ours, in the language of \a locale; English where there is no other: its file holds the plural forms. */
    void install(const QLocale &locale = {});

    /** Qt's own (buttons of dialogs, menus of text fields) in the language of ours: no window speaks two. */
    void installQt();

private:
    QTranslator m_words;
    QTranslator m_qtWords;
};

} // namespace broadsheet
