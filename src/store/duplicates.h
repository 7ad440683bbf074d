// SPDX-License-Identifier: GPL-3.0-or-later
// Articles of several feeds that are one and the same thing to read (DESIGN 1.2, law 2): known by the canonical
// address of their page, by an id that is one in the world, or by where a redirect led.
#pragma once

#include "base/ids.h"
#include "model/article.h"
#include "model/subscription.h"

#include <QHash>
#include <QUrl>
#include <QVariant>

#include <optional>

namespace broadsheet::store {

class Connection;

namespace duplicates {

/** 64 bits of the canonical address; nothing for what cannot tell a page from others, such as a home page. */
std::optional<qint64> hashOfAddress(const QUrl &url);
/** The same of an entry's id, if it is made to be one in the world: an address, a tag: or an urn:. */
std::optional<qint64> hashOfId(const QString &id);

/** The name by which a page goes that has \a hash: itself, unless it is another name of the same page. */
qint64 resolved(Connection &connection, qint64 hash);
/** The name by which an entry goes whose address and id have these names (resolved()); both are names of it from now
 * on. Empty: neither tells it from others. */
std::optional<qint64> identity(Connection &connection, const std::optional<qint64> &address,
                               const std::optional<qint64> &id);

/** The page of an article turned out to be at \a url. Those that are now the same share what was read and starred. */
ArticleChanges setPage(Connection &connection, ArticleId article, const QUrl &url);

/** " AND …" on the article \a row: it is in the view, whatever its `since` says, which is but a part of a view.
 * Adds to \a values those of its marks. */
QString inView(Connection &connection, const ArticleFilter &filter, const char *row, const QDateTime &now,
               QVariantList &values);
/** A condition on the article \a row: an earlier one of another feed stands in the view for it. */
QString foldedAway(Connection &connection, const ArticleFilter &filter, const char *row, const QDateTime &now,
                   QVariantList &values);
/** Unread and starred articles that folded views have no row for. */
FoldedCounts counts(Connection &connection, const QList<Category> &categories, qint64 startOfDay);
/** The titles of the other feeds that have the article, for those that are folded; in order of arrival. */
QHash<ArticleId, QStringList> alsoIn(Connection &connection, const QList<ArticleId> &ids);

} // namespace duplicates

} // namespace broadsheet::store
