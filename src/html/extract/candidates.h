// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

#include <vector>

namespace broadsheet::html {

/** What the page itself says is its text (JSON-LD articleBody), held against its segments. */
struct Guide
{
    bool isUsable = false;    ///< it is long enough, and most of it is found on the page
    bool isComplete = false;  ///< it tells nearly all of the text
    std::vector<bool> isTold; ///< by segment
    int first = -1;           ///< the first and the last segment that is told
    int last = -1;
};

Guide readGuide(const PageView &view, const QString &articleBody);

/**
 * The elements that hold the article, siblings in the order of the page; none: there is no text. A guide that
 * tells but a small part of it becomes unusable. \a description: what the page's meta elements say of it, by
 * which a lead is known.
 */
std::vector<int> findRoots(const PageView &view, Guide &guide, int heading, const QString &description);

} // namespace broadsheet::html
