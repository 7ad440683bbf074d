// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace broadsheet {

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

/** An article as it once was, or is. */
struct ArticleVersion
{
    QDateTime since; ///< when it was first seen so
    QString title;
    QString text; ///< plain, a paragraph a line
};

/** What became of one version in another. */
struct VersionChange
{
    QList<DiffRun> title;
    QList<DiffParagraph> text;
};

} // namespace broadsheet
