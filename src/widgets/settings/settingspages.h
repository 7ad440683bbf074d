// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/keylist.h"

class QWidget;

namespace broadsheet {

class ImageLoader;
class Settings;

/** The pages of the settings dialog. Each shows what is set and sets what is changed, at once. */
QWidget *makeAppearancePage(Settings &settings);
QWidget *makeReadingPage(Settings &settings);
QWidget *makeFetchingPage(Settings &settings);
QWidget *makeKeepingPage(Settings &settings, ImageLoader *images);
QWidget *makeCommentsPage(Settings &settings);
QWidget *makeKeyboardPage(Settings &settings, const QList<KeyEntry> &keys);

} // namespace broadsheet
