// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

#include <vector>

namespace broadsheet::html {

/**
 * The elements of the article with those before them that hold its lead, which belongs to the text whatever
 * block it stands in. \a description: the letters of what the page's meta elements say of it.
 */
std::vector<int> withLead(const PageView &view, std::vector<int> roots, int heading,
                          const QString &description);

} // namespace broadsheet::html
