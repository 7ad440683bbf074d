// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/highlightcolors.h"

#include <QCoreApplication>

#include <array>

namespace broadsheet {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HighlightColors)
};

// Contrast of text and links on the tints is 4.5:1 at least in both schemes.
constexpr std::array<QRgb, 5> lightBars{0, 0xD9A400, 0x3F9E5E, 0x3F83D6, 0xCF5C96};
constexpr std::array<QRgb, 5> lightTints{0xEDEAE3, 0xFFF0B8, 0xD5F0DC, 0xDCEBFC, 0xFBE0EC};
constexpr std::array<QRgb, 5> darkBars{0, 0xE0B64A, 0x6BBE86, 0x6FA8F0, 0xE58BB8};
constexpr std::array<QRgb, 5> darkTints{0x323236, 0x4A3F12, 0x1E3F2A, 0x1F3553, 0x4A2438};

} // namespace

QColor highlightColor(const Theme &theme, HighlightColor color)
{
    if (color == HighlightColor::None)
        return {};
    return QColor::fromRgb((theme.dark ? darkBars : lightBars).at(size_t(color)));
}

QColor highlightTint(const Theme &theme, HighlightColor color)
{
    return QColor::fromRgb((theme.dark ? darkTints : lightTints).at(size_t(color)));
}

QString highlightName(HighlightColor color)
{
    switch (color) {
    case HighlightColor::Yellow:
        return Words::tr("Yellow");
    case HighlightColor::Green:
        return Words::tr("Green");
    case HighlightColor::Blue:
        return Words::tr("Blue");
    case HighlightColor::Pink:
        return Words::tr("Pink");
    case HighlightColor::None:
        break;
    }
    return Words::tr("No colour");
}

} // namespace broadsheet
