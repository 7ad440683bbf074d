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

/** The desktop's text scale, 1.0 for "Medium": heights of rows grow with it. */
double scale();

} // namespace broadsheet::fonts
