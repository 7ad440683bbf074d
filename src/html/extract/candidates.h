// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/guide.h"
#include "html/extract/pageview.h"

#include <vector>

namespace broadsheet::html {

/**
 * The elements that hold the article, siblings in the order of the page; none: there is no text. A guide that
 * tells but a small part of it becomes unusable. \a description: what the page's meta elements say of it, by
 * which a lead is known.
 */
std::vector<int> findRoots(const PageView &view, Guide &guide, int heading, const QString &description);

} // namespace broadsheet::html
