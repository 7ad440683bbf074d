// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

#include <vector>

namespace broadsheet::html {

/**
 * Leaves out what stands within the text's own block and is none of it: what follows its end mark ("###"), what
 * a company says of itself under its name, the same link below one part after another.
 */
void dropEndings(PageView &view, const std::vector<int> &roots);

} // namespace broadsheet::html
