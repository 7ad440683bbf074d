// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QDateTime>
#include <QList>

namespace broadsheet::store {

class Connection;

/** What the reader did with articles: read and starred. */
namespace articlestate {

/** Law 2: articles of other feeds at the same canonical address are read with them. */
ArticleChanges setRead(Connection &connection, const QList<ArticleId> &ids, bool read, const QDateTime &now);
ArticleChanges setStarred(Connection &connection, const QList<ArticleId> &ids, bool starred,
                          const QDateTime &now);
ArticleChanges markAllRead(Connection &connection, const ArticleFilter &filter, const QDateTime &now);

} // namespace articlestate

} // namespace broadsheet::store
