// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace broadsheet {

/** The colours of the specification, one value each; light, dark or as a high-contrast desktop wants them. */
struct Theme
{
    bool dark = false;
    QColor sidebar, list, reader, raised, hairline;
    QColor strong, text, text2, text3;
    QColor accent, accentText, kicker, star, green, violet;
    QColor hover, sel, selIdle, selSide, selText, selMuted;
    QColor codeBg, quoteBar, chip, chipBorder, field, fieldBorder, thread, placeholder;
    QColor find, findCurrent, textSelection;
    double readThumbnailOpacity = 0.82;
    double pictureDim = 0; ///< black over pictures, 0–1

    static Theme light();
    static Theme darkTheme();
    /** Light with the warmth of paper, for long reading. */
    static Theme sepia();
    /** \a base with the rules for a high-contrast system \a palette laid over it. */
    static Theme highContrast(const Theme &base, const QPalette &palette);

    QPalette palette() const;
    bool operator==(const Theme &) const = default;
};

} // namespace broadsheet
