// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace broadsheet::insight {

/** A run of words in a comparison of two texts. */
struct DiffRun
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    bool operator==(const DiffRun &) const = default;
};

/** A paragraph of the comparison. */
struct DiffParagraph
{
    enum class Kind {
        Same,
        Changed, ///< runs say what
        Removed,
        Added,
        Moved ///< stood elsewhere before, and may have changed (runs)
    };
    Kind kind = Kind::Same;
    QList<DiffRun> runs;
    bool operator==(const DiffParagraph &) const = default;
};

/**
 * What changed from \a before to \a after, for reading: paragraphs (parted by line breaks) in the order of \a
 * after, removed ones where they stood. Whole words change, and words are not cut into crumbs: where little
 * between two changes stayed, it is told as changed with them. Texts that have grown out of proportion are
 * told as replaced.
 */
QList<DiffParagraph> wordDiff(const QString &before, const QString &after);

} // namespace broadsheet::insight
