// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page.h"

#include <QStringList>

namespace broadsheet::render {

/** A mark around runs, as elements are: opened before the first, closed after the last. */
struct RunMark
{
    RunFlag flag = RunFlag::Bold; ///< without meaning for a link
    QString link;                 ///< empty: no link
    bool operator==(const RunMark &) const = default;
};

/** The marks of \a run that are in \a of, the link outside, then in the order given. */
inline QList<RunMark> marksOf(const Run &run, std::initializer_list<RunFlag> of)
{
    QList<RunMark> marks;
    if (!run.link.isEmpty())
        marks.append({RunFlag::Bold, run.link});
    for (const RunFlag flag : of) {
        if (run.flags.testFlag(flag))
            marks.append({flag, {}});
    }
    return marks;
}

/** How many marks the two have in common from the outside. */
inline qsizetype commonMarks(const QList<RunMark> &a, const QList<RunMark> &b)
{
    qsizetype common = 0;
    while (common < a.size() && common < b.size() && a[common] == b[common])
        ++common;
    return common;
}

} // namespace broadsheet::render
