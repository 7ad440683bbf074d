// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

#include <vector>

namespace broadsheet::html {

/**
 * Finds the words below pictures that no name tells: in a small table with a picture in it, as pages were
 * made before there were style sheets, and in a box with a picture whose line is no paragraph where all
 * others are. Takes effect with the next buildSegments().
 */
void markCaptions(PageView &view, const std::vector<int> &roots);

} // namespace broadsheet::html
