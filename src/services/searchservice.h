// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/article.h"

#include <QFuture>
#include <QObject>
#include <QString>

namespace broadsheet {

namespace store {
class Store;
}

/** Finds articles and comments by the query language. */
class SearchService : public QObject
{
    Q_OBJECT
public:
    enum class Order { Relevance, Date };

    SearchService(store::Store &store, const Clock &clock, QObject *parent = nullptr);

    /**
     * \a within narrows to a view; \a typing takes the last word as a prefix.
     * InvalidArgument with the position in number() for a query that does not parse.
     */
    QFuture<Result<QList<SearchHit>>> find(const QString &query, int limit, Order order,
                                           const ArticleFilter &within = {}, bool typing = false);

private:
    store::Store &m_store;
    const Clock &m_clock;
};

} // namespace broadsheet
