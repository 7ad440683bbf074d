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

/** The innermost element that holds nearly all that is told. */
int rootOfGuide(const PageView &view, const Guide &guide);

/** Letters of the paragraphs within \a roots, or only of those that are told. */
int lettersTold(const PageView &view, const Guide &guide, const std::vector<int> &roots, bool toldAlone);

} // namespace broadsheet::html
