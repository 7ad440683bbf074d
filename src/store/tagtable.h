// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "model/article.h"
#include "model/subscription.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace broadsheet::store {

class Connection;

/** Publishers' terms, under which articles of several feeds meet. */
namespace tags {

/** "World News", "world-news" and "world&nbsp;new" are one: lower case, words apart by one blank, entities
 * resolved, the English plural of the last word folded. Empty where nothing is left. */
QString normalised(const QString &term);

/** The tags of an article become \a terms. */
void set(Connection &connection, ArticleId article, const QStringList &terms);
/** The same for an article that has none yet. */
void give(Connection &connection, ArticleId article, const QStringList &terms);

bool isFollowed(Connection &connection, const QString &term);
/** Logged as a wish of the reader. InvalidArgument for a term of which nothing is left; no change where it is
 * so. */
Result<ArticleChanges> setFollowed(Connection &connection, const QString &term, bool followed,
                                   const QDateTime &now);
/** Those that are followed, by label, with what is unread of each. */
QList<FollowedTag> followed(Connection &connection);

} // namespace tags

} // namespace broadsheet::store
