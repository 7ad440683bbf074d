// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readingtable.h"

#include "store/connection.h"

namespace broadsheet::store::reading {

ReadingPlace place(Connection &connection, ArticleId id)
{
    Query query(connection, "SELECT position, top FROM reading_place WHERE article = ?", id);
    if (!query.next())
        return {};
    return {int(query.integer(0)), query.real(1)};
}

Result<void> setPlace(Connection &connection, ArticleId id, const ReadingPlace &place)
{
    if (place.position <= 0) {
        connection.run("DELETE FROM reading_place WHERE article = ?", id);
        return {};
    }
    // An article that was removed meanwhile has no place any more.
    connection.run("INSERT OR REPLACE INTO reading_place (article, position, top) "
                   "SELECT id, ?, ? FROM article WHERE id = ?",
                   place.position, QVariant(place.offset), id);
    return {};
}

qint64 listeningPlace(Connection &connection, const QUrl &url)
{
    Query query(connection, "SELECT position FROM listening_place WHERE url = ?", url);
    return query.next() ? query.integer(0) : 0;
}

Result<void> setListeningPlace(Connection &connection, const QUrl &url, qint64 position, const QDateTime &now)
{
    if (position <= 0)
        connection.run("DELETE FROM listening_place WHERE url = ?", url);
    else
        connection.run("INSERT OR REPLACE INTO listening_place (url, position, changed) VALUES (?, ?, ?)",
                       url, position, now);
    return {};
}

std::optional<QList<SiteAccount>> accounts(Connection &connection, const QString &site)
{
    {
        Query looked(connection, "SELECT 1 FROM site WHERE site = ?", site);
        if (!looked.next())
            return std::nullopt;
    }
    QList<SiteAccount> found;
    Query query(connection,
                "SELECT kind, name, url, feed_url FROM site_account WHERE site = ? ORDER BY position", site);
    while (query.next())
        found.append({SiteAccount::Kind(query.integer(0)), query.text(1), query.url(2), query.url(3)});
    return found;
}

Result<void> setAccounts(Connection &connection, const QString &site, const QList<SiteAccount> &accounts,
                         const QDateTime &now)
{
    connection.run("DELETE FROM site_account WHERE site = ?", site);
    connection.run("INSERT OR REPLACE INTO site (site, looked) VALUES (?, ?)", site, now);
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        const SiteAccount &account = accounts[i];
        connection.run(
            "INSERT INTO site_account (site, position, kind, name, url, feed_url) VALUES (?, ?, ?, ?, ?, ?)",
            site, qint64(i), int(account.kind), account.name, account.url, account.feedUrl);
    }
    return {};
}

} // namespace broadsheet::store::reading
