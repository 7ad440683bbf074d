// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/searchservice.h"

#include "query/parser.h"
#include "store/store.h"

#include <QFuture>

namespace broadsheet {

SearchService::SearchService(store::Store &store, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
}

QFuture<Result<QList<SearchHit>>> SearchService::find(const QString &query, int limit, Order order,
                                                      const ArticleFilter &within, bool typing)
{
    // Days begin where the reader is: "today" is meant in local time.
    const auto expression = query::parse(query, m_clock.now().toLocalTime(), typing);
    if (!expression)
        return QtFuture::makeReadyFuture(Result<QList<SearchHit>>(expression.error()));
    return m_store.search(
        *expression, limit,
        order == Order::Relevance ? store::SearchOrder::Relevance : store::SearchOrder::Date, within);
}

} // namespace broadsheet
