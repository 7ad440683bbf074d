// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/parsedfeed.h"
#include "model/sitecomments.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace broadsheet::ingest {

/**
 * The entries of a feed of comments (RSS, Atom with thr:in-reply-to, JSON Feed) as comments, in document
 * order. An entry without id is named by its link, else by what it says. At most 5,000.
 */
QList<SiteComment> commentsOfFeed(const ParsedFeed &feed);

/** Sites that tell a discussion at an address of their own, found from the page of the discussion. */
enum class DiscussionSite { Discourse, Lobsters, HackerNews, Reddit, Mastodon };

struct DiscussionAddress
{
    DiscussionSite site;
    QUrl url; ///< what to fetch; JSON comes back
};

/** Nothing where \a page is no discussion of a site that is known. */
std::optional<DiscussionAddress> discussionAddress(const QUrl &page);

/** One answer of such a site. */
struct DiscussionPart
{
    QList<SiteComment> comments;
    QUrl next; ///< where the discussion goes on; empty at its end
};

/**
 * What such a site answered at \a asked, for the discussion that people see at \a page. Malformed for what is not
 * the answer that the site documents. Bodies are cleaned; deleted ones are left out. At most 5,000.
 */
Result<DiscussionPart> readDiscussion(DiscussionSite site, const QByteArray &bytes, const QUrl &page,
                                      const QUrl &asked);

} // namespace broadsheet::ingest
