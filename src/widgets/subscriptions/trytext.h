// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fetchtry.h"
#include "model/subscription.h"

#include <QString>

namespace broadsheet {

/** What a try came to, in a sentence for people: "3 new articles", "Nothing new", "example.org did not answer
 * in time." */
QString tryText(const FetchTry &one, const QUrl &feedUrl);

/** How a feed does, in a few words: "Fine", "Fails since 12 March", "Closed by the publisher", "Paused". */
QString healthText(const Subscription &feed);

} // namespace broadsheet
