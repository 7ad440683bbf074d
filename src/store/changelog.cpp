// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changelog.h"

#include "store/compression.h"
#include "store/connection.h"

#include <QJsonDocument>
#include <QUuid>
#include <QtEndian>

namespace broadsheet::store::changelog {

namespace {

/** Differences of neighbours, which compress well: 40,000 ids in a row are some hundred bytes. */
QByteArray packedIds(const QList<ArticleId> &ids)
{
    QByteArray raw(ids.size() * 8, Qt::Uninitialized);
    qint64 before = 0;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        qToLittleEndian<qint64>(ids[i].value() - before, raw.data() + i * 8);
        before = ids[i].value();
    }
    return compressed(raw);
}

QList<ArticleId> unpackedIds(const QByteArray &data)
{
    QList<ArticleId> ids;
    const auto raw = decompressed(data);
    if (!raw)
        return ids;
    ids.reserve(raw->size() / 8);
    qint64 value = 0;
    for (qsizetype i = 0; i + 8 <= raw->size(); i += 8) {
        value += qFromLittleEndian<qint64>(raw->constData() + i);
        ids.append(ArticleId(value));
    }
    return ids;
}

} // namespace

ChangeId append(Connection &connection, const QDateTime &at, const QString &kind, const QJsonObject &payload,
                const QList<ArticleId> &articles)
{
    const QByteArray packed = articles.isEmpty() ? QByteArray() : packedIds(articles);
    connection.run("INSERT INTO change (uuid, device, time, kind, payload, articles) "
                   "VALUES (?, (SELECT value FROM setting WHERE name = 'device'), ?, ?, ?, ?)",
                   QUuid::createUuid().toRfc4122(), at, kind,
                   QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact)), packed);
    return ChangeId(connection.lastId());
}

std::optional<Change> find(Connection &connection, ChangeId id)
{
    Query query(connection, "SELECT kind, payload, articles, undone FROM change WHERE id = ?", id);
    if (!query.next())
        return std::nullopt;
    Change change;
    change.id = id;
    change.kind = query.text(0);
    change.payload = QJsonDocument::fromJson(query.text(1).toUtf8()).object();
    change.articles = unpackedIds(query.blob(2));
    change.undone = !query.isNull(3);
    return change;
}

void markUndone(Connection &connection, ChangeId change, ChangeId by)
{
    connection.run("UPDATE change SET undone = ? WHERE id = ?", by, change);
}

} // namespace broadsheet::store::changelog
