// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace broadsheet {

class Settings;

/** How the reader wants pages to be set. */
struct ReadingStyle
{
    double size = 19; ///< of the body, device-independent px; everything in the column scales with it
    bool serif = true;
    bool justify = false;
    bool wrapCode = true;      ///< else long lines of code are moved sideways
    double lineSpacing = 1.56; ///< line height of running text, times its size
    double gap = 1;            ///< times the usual distance between paragraphs
    int column = 660;          ///< width at most
    bool narrow = false;       ///< the column is narrower than 520 now: a smaller headline

    /** As set, with a wide column. */
    static ReadingStyle from(const Settings &settings);
    /** 1 at the middle size. */
    double scale() const { return size / 19.0; }
    bool operator==(const ReadingStyle &) const = default;
};

} // namespace broadsheet
