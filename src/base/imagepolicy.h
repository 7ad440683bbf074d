// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace broadsheet {

/** When the pictures of articles are loaded. The numbers are kept in settings and in the store. */
enum class ImagePolicy {
    Always = 0,
    Ask = 1, ///< each when the reader clicks on it, or all of an article
    Never = 2,
    Unmetered = 3 ///< Always where the connection costs nothing by volume, else Ask
};

} // namespace broadsheet
