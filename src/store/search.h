// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "query/expression.h"
#include "store/store.h"

#include <QDateTime>
#include <QList>

namespace broadsheet::store {

class Connection;

/** Articles and comments that match, newest or best first. */
Result<QList<SearchHit>> search(Connection &connection, const query::Expression &expression, int limit,
                                SearchOrder order, const ArticleFilter &within, const QDateTime &now);

} // namespace broadsheet::store
