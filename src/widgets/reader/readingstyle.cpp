// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readingstyle.h"

#include "settings/settings.h"

#include <QtGlobal>

#include <array>

namespace broadsheet {

ReadingStyle ReadingStyle::from(const Settings &settings)
{
    static constexpr std::array sizes{16.0, 17.5, 19.0, 21.0, 23.0, 26.0};
    ReadingStyle style;
    style.size = sizes[size_t(qBound(0, settings.readingSize(), int(sizes.size()) - 1))];
    style.serif = settings.readingFace() == ReadingFace::Serif;
    static constexpr std::array lineSpacings{1.4, 1.48, 1.56, 1.66, 1.8};
    static constexpr std::array gaps{0.65, 1.0, 1.4};
    style.lineSpacing = lineSpacings[size_t(settings.lineSpacing())];
    style.gap = gaps[size_t(settings.paragraphSpacing())];
    style.justify = settings.justifyText();
    style.wrapCode = settings.wrapCode();
    switch (settings.columnWidth()) {
    case ColumnWidth::Narrow:
        style.column = 560;
        break;
    case ColumnWidth::Normal:
        style.column = 660;
        break;
    case ColumnWidth::Wide:
        style.column = 760;
        break;
    }
    return style;
}

} // namespace broadsheet
