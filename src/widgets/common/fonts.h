// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QPaintDevice;

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

/** \a font for words that are drawn on \a device by a painter scaled to the units of the screen, as a page is
 * printed: of the size that it has on the screen, and not by the device's dots once more. */
QFont onDevice(QFont font, const QPaintDevice &device);

/** The desktop's text scale, 1.0 for "Medium": heights of rows grow with it. */
double scale();

} // namespace broadsheet::fonts
