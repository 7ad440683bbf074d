// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace broadsheet {

void Language::install(const QLocale &locale)
{
    if (m_words.load(locale, QStringLiteral("broadsheet"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        m_words.load(QStringLiteral(":/i18n/broadsheet_en.qm")))
        QCoreApplication::installTranslator(&m_words);
}

void Language::installQt()
{
    if (m_qtWords.load(QStringLiteral("qtbase_") + m_words.language(),
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
}

} // namespace broadsheet
