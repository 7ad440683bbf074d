// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace broadsheet::fonts {

/** Makes the shipped typefaces known: those of the first frame. */
void loadFirst();
/** The rest, after the window shows. */
void loadRest();

/** \a px in device-independent pixels at text size "Medium"; the family lists of the specification, hinting
 * off, tabular figures where asked. */
QFont sans(double px, QFont::Weight weight = QFont::Normal);
QFont serif(double px, QFont::Weight weight = QFont::Normal, bool italic = false);
QFont mono(double px, QFont::Weight weight = QFont::Normal);

/** Whose shapes of Chinese characters: the same sign is written otherwise in each of them. */
enum class Han { Simplified, Traditional, Japanese, Korean };
/** \a font with the typefaces of the system for \a han before others of their kind. */
QFont forHan(QFont font, Han han);

/** The desktop's text scale, 1.0 for "Medium": heights of rows grow with it. */
double scale();

} // namespace broadsheet::fonts
