// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/parsedfeed.h"

namespace broadsheet::exchange {

/** The format's name in our documents ("rss-2.0", "atom-1.0", …); empty for Unknown. */
const char *formatName(FeedFormat format);

} // namespace broadsheet::exchange
