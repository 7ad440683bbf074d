// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/articlestate.h"

#include "store/articlelists.h"
#include "store/changelog.h"
#include "store/connection.h"

#include <QJsonObject>

namespace broadsheet::store::articlestate {

namespace {

constexpr qsizetype maximumTold = 5000; ///< more changed rows than this: the list is read anew

QList<ArticleId> collect(Query &query)
{
    QList<ArticleId> ids;
    while (query.next())
        ids.append(query.id<ArticleId>(0));
    return ids;
}

ArticleChanges told(const QList<ArticleId> &changed)
{
    ArticleChanges changes;
    if (changed.size() > maximumTold)
        changes.everything = true;
    else
        changes.updated = changed;
    return changes;
}

} // namespace

ArticleChanges setRead(Connection &connection, const QList<ArticleId> &ids, bool read, const QDateTime &now)
{
    QList<ArticleId> changed;
    {
        const QString asked = jsonArray(ids);
        Query query(connection,
                    "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND read <> ? "
                    "UNION SELECT other.id FROM json_each(?) asked JOIN article one ON one.id = asked.value "
                    "JOIN article other ON other.canonical_hash = one.canonical_hash "
                    "JOIN feed f ON f.id = one.feed JOIN feed g ON g.id = other.feed "
                    "WHERE other.feed <> one.feed AND f.fold_duplicates = 1 AND g.fold_duplicates = 1 "
                    "AND other.read <> ? ORDER BY 1",
                    asked, read, asked, read);
        changed = collect(query);
    }
    if (changed.isEmpty())
        return {};
    connection.run("UPDATE article SET read = ? WHERE id IN (SELECT value FROM json_each(?))", read,
                   jsonArray(changed));
    ArticleChanges changes = told(changed);
    changes.change = changelog::append(connection, now, QStringLiteral("read"),
                                       {{QStringLiteral("value"), read}}, changed);
    return changes;
}

ArticleChanges setStarred(Connection &connection, const QList<ArticleId> &ids, bool starred,
                          const QDateTime &now)
{
    QList<ArticleId> changed;
    {
        const QString asked = jsonArray(ids);
        Query query(connection,
                    "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND starred <> ? "
                    "UNION SELECT other.id FROM json_each(?) asked JOIN article one ON one.id = asked.value "
                    "JOIN article other ON other.canonical_hash = one.canonical_hash "
                    "JOIN feed f ON f.id = one.feed JOIN feed g ON g.id = other.feed "
                    "WHERE other.feed <> one.feed AND f.fold_duplicates = 1 AND g.fold_duplicates = 1 "
                    "AND other.starred <> ? ORDER BY 1",
                    asked, starred, asked, starred);
        changed = collect(query);
    }
    if (changed.isEmpty())
        return {};
    connection.run("UPDATE article SET starred = ? WHERE id IN (SELECT value FROM json_each(?))", starred,
                   jsonArray(changed));
    ArticleChanges changes = told(changed);
    changes.change = changelog::append(connection, now, QStringLiteral("star"),
                                       {{QStringLiteral("value"), starred}}, changed);
    return changes;
}

ArticleChanges markAllRead(Connection &connection, const ArticleFilter &filter, const QDateTime &now)
{
    ArticleFilter unread = filter;
    unread.unreadOnly = true;
    return setRead(connection, lists::ids(connection, unread, now, -1), true, now);
}

} // namespace broadsheet::store::articlestate
