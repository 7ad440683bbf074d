// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

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

} // namespace tags

} // namespace broadsheet::store
