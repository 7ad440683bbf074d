// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/sitecomments.h"

namespace broadsheet::store {

class Connection;

/** What a site's readers said under an article: merged as a set, never the reader's own, no wish of theirs.
 */
namespace sitecomments {

/** NotFound for an unknown article. */
Result<SiteDiscussion> discussion(Connection &connection, ArticleId article);
/** New ones are added, changed ones take their new words; what a feed no longer tells stays. */
Result<SiteCommentsResult> apply(Connection &connection, const SiteCommentsUpdate &update);

} // namespace sitecomments

} // namespace broadsheet::store
