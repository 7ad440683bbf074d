// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "model/article.h"
#include "model/siteaccount.h"

#include <QDateTime>
#include <QUrl>

namespace broadsheet::store {

class Connection;

/** Where reading stopped, and where publishers can be followed. */
namespace reading {

ReadingPlace place(Connection &connection, ArticleId id);
/** The beginning is none: its row goes. */
Result<void> setPlace(Connection &connection, ArticleId id, const ReadingPlace &place);

/** Where listening to the recording at \a url stopped, ms; 0: never begun, or heard to the end. */
qint64 listeningPlace(Connection &connection, const QUrl &url);
Result<void> setListeningPlace(Connection &connection, const QUrl &url, qint64 position,
                               const QDateTime &now);

/** What the home page of \a site named; nothing where it was never looked at. */
std::optional<QList<SiteAccount>> accounts(Connection &connection, const QString &site);
Result<void> setAccounts(Connection &connection, const QString &site, const QList<SiteAccount> &accounts,
                         const QDateTime &now);

} // namespace reading
} // namespace broadsheet::store
