// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/undo.h"

#include "store/articlestate.h"
#include "store/changelog.h"
#include "store/commenttable.h"
#include "store/connection.h"
#include "store/retention.h"
#include "store/subscriptiontable.h"
#include "store/tagtable.h"

#include <QJsonObject>

namespace broadsheet::store {

namespace {

Error nothing(ChangeId change)
{
    return {ErrorCode::NotFound, QStringLiteral("Nothing to undo"), QString::number(change.value()), {}};
}

Result<UndoneChange> undoComment(Connection &connection, const changelog::Change &change,
                                 const QDateTime &now)
{
    const CommentId comment(change.payload.value(QStringLiteral("comment")).toInteger());
    Result<CommentChange> undone = nothing(change.id);
    if (change.kind == QLatin1String("comment-delete"))
        undone = comments::restore(connection, comment, now);
    else if (change.kind == QLatin1String("comment-edit"))
        undone = comments::undoEdit(connection, comment, now);
    else if (change.kind == QLatin1String("comment-recolor"))
        undone = comments::recolor(
            connection, comment, HighlightColor(change.payload.value(QStringLiteral("color")).toInt()), now);
    else
        undone = comments::remove(connection, comment, now);
    if (!undone)
        return undone.error();
    UndoneChange result;
    if (undone->article.isValid())
        result.articles.updated.append(undone->article);
    result.articles.change = undone->change;
    result.comment = *undone;
    return result;
}

Result<ArticleChanges> opposite(Connection &connection, const changelog::Change &change, const QDateTime &now)
{
    const bool value = change.payload.value(QStringLiteral("value")).toBool();
    const FeedId feed(change.payload.value(QStringLiteral("feed")).toInteger());
    if (change.kind == QLatin1String("read"))
        return articlestate::setRead(connection, change.articles, !value, now);
    if (change.kind == QLatin1String("star"))
        return articlestate::setStarred(connection, change.articles, !value, now);
    if (change.kind == QLatin1String("throw-away"))
        return retention::takeBack(connection, change.articles, now);
    if (change.kind == QLatin1String("take-back"))
        return retention::throwAway(connection, change.articles, now);
    if (change.kind == QLatin1String("subscribe"))
        return subscriptions::unsubscribe(connection, feed, now);
    if (change.kind == QLatin1String("unsubscribe")) {
        if (const auto revived = subscriptions::revive(connection, feed); !revived)
            return revived.error();
        ArticleChanges changes;
        changes.everything = true;
        changes.change = changelog::append(connection, now, QStringLiteral("subscribe"), change.payload);
        return changes;
    }
    if (change.kind == QLatin1String("follow-tag"))
        return tags::setFollowed(connection, change.payload.value(QStringLiteral("tag")).toString(), !value,
                                 now);
    return Error{ErrorCode::Unsupported, QStringLiteral("This cannot be undone"), change.kind, {}};
}

Result<UndoneChange> played(Connection &connection, const changelog::Change &change, const QDateTime &now)
{
    if (change.kind.startsWith(QLatin1String("comment-")))
        return undoComment(connection, change, now);
    const auto changes = opposite(connection, change, now);
    if (!changes)
        return changes.error();
    return UndoneChange{*changes, {}};
}

} // namespace

Result<UndoneChange> undo(Connection &connection, ChangeId id, const QDateTime &now)
{
    const auto change = changelog::find(connection, id);
    if (!change || change->undone)
        return nothing(id);
    auto undone = played(connection, *change, now);
    if (!undone)
        return undone;
    if (!undone->articles.change.isValid())
        return nothing(id); // somebody else did it already
    changelog::markUndone(connection, id, undone->articles.change);
    return undone;
}

} // namespace broadsheet::store
