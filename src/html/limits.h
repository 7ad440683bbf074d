// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>

namespace broadsheet::html {

/** What clean markup never exceeds, so that whoever lays it out need not ask (measured against Qt's text
 * layout). */
constexpr qsizetype maxInput = 8 * 1024 * 1024; ///< bytes; the rest is left out
constexpr qsizetype maxValue = 64 * 1024;       ///< bytes of an attribute, as it is written
constexpr int maxDepth = 150;
constexpr std::size_t maxOpen = 300; ///< elements that the builder follows, printed or not
constexpr int maxTableDepth = 6;     ///< deeper tables become blocks
constexpr int maxTableRows = 2000;   ///< then a new table goes on
constexpr int maxImageSide = 4096;
constexpr int maxSpan = 1000;
constexpr int maxWord = 1000; ///< letters; then comes a zero-width space

} // namespace broadsheet::html
