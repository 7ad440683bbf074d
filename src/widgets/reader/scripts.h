// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/fonts.h"

#include <QStringView>

namespace broadsheet::scripts {

/** Whether the script of \a text has italics: those of Arabic, Hebrew or Chinese are made by slanting letters
 * that were never meant to lean. The first letter decides; without one, true. */
bool hasItalics(QStringView text);

/** In which country's shapes Chinese characters are to be set: by a BCP 47 tag where it is given, else by the
 * kana or Hangul in \a text. */
fonts::Han hanOf(QStringView language, QStringView text);

} // namespace broadsheet::scripts
