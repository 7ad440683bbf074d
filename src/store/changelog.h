// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace broadsheet::store {

class Connection;

/** What the reader did, one row each, written in the transaction of its effect (law 4). */
namespace changelog {

struct Change
{
    ChangeId id;
    QString kind; ///< read, star, comment-add, comment-edit, comment-delete, comment-restore, subscribe …
    QJsonObject payload;
    QList<ArticleId> articles; ///< those it really changed
    bool undone = false;
};

ChangeId append(Connection &connection, const QDateTime &at, const QString &kind, const QJsonObject &payload,
                const QList<ArticleId> &articles = {});
std::optional<Change> find(Connection &connection, ChangeId id);
void markUndone(Connection &connection, ChangeId change, ChangeId by);

} // namespace changelog

} // namespace broadsheet::store
