// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"

namespace broadsheet::store {

class Connection;

/**
 * Articles of the thirty days before \a now that share the strongest words of \a id: rare ones that it uses
 * often or in its headline. By bm25, those of other feeds first; none of its own story, which is shown as
 * such. The cost is bounded whatever the number of articles: only words in few of them are asked for.
 */
QList<ArticleId> related(Connection &connection, ArticleId id, int limit, const QDateTime &now);

} // namespace broadsheet::store
