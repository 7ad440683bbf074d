// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/textdiff.h"

#include <QList>
#include <QString>

namespace broadsheet::insight {

/**
 * What changed from \a before to \a after, for reading: paragraphs (parted by line breaks) in the order of \a
 * after, removed ones where they stood. Whole words change, and words are not cut into crumbs: where little
 * between two changes stayed, it is told as changed with them. Texts that have grown out of proportion are
 * told as replaced.
 */
QList<DiffParagraph> wordDiff(const QString &before, const QString &after);

} // namespace broadsheet::insight
