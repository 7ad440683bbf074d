// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/subscription.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QVariant>

namespace broadsheet::store {

class Connection;

/** Which articles a view shows, by ids from covering indexes; never a body, never an OFFSET. */
namespace lists {

/** "FROM article … WHERE …" with its values; the order is `order`. */
struct Part
{
    QString sql;
    QVariantList values;
    static constexpr const char *order = " ORDER BY sort_time DESC, id DESC";
    /** The story told last comes first, with all who told it. */
    static constexpr const char *orderByStory =
        " ORDER BY shown_last DESC, shown_story DESC, sort_time DESC, id DESC";
};

Part part(Connection &connection, const ArticleFilter &filter, const QDateTime &now,
          const ArticleCursor &after = {});
QList<ArticleId> ids(Connection &connection, const ArticleFilter &filter, const QDateTime &now, int limit,
                     const ArticleCursor &after = {});
Count count(Connection &connection, const ArticleFilter &filter, const QDateTime &now);
QList<ArticleId> moreFromCategory(Connection &connection, ArticleId id, int limit);
/** The feeds in a category and below. */
QList<FeedId> feedsOf(Connection &connection, CategoryId category);

} // namespace lists

} // namespace broadsheet::store
