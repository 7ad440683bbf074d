// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "model/fulltext.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace broadsheet::store {

class Connection;

/** The texts of the articles' own pages. They can be fetched again, so none of this is a change of the log. */
namespace fulltext {

/** Nothing where none was fetched, or the page gave none. */
std::optional<FullText> find(Connection &connection, ArticleId id);
/** Its plain text alone; empty for none. */
QString text(Connection &connection, ArticleId id);
QString textOf(const QByteArray &data);

/** Keeps it beside the feed's text, and lets it be found. NotFound: the article has left meanwhile. */
Result<void> keep(Connection &connection, ArticleId id, const FullText &text);
/** The page gave no article at \a when. What was kept of an earlier try stays. */
void noteFailure(Connection &connection, ArticleId id, const QDateTime &when);
/** Which of the two texts the reader reads. */
void setShown(Connection &connection, ArticleId id, bool shown);

/**
 * Unread articles of feeds that are always read in full and that have not been fetched, newest first. A page that gave
 * nothing is asked again twice, hours apart; one whose article the publisher has changed since is asked anew.
 */
QList<ArticleId> wanted(Connection &connection, const QDateTime &now, int limit);

/** True if nobody has asked the reader yet and the feed's latest articles are first lines of pages elsewhere. */
bool isTeasing(Connection &connection, FeedId feed);

} // namespace fulltext

} // namespace broadsheet::store
