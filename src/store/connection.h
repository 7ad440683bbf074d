// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/articlekey.h"
#include "base/ids.h"
#include "base/result.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QUrl>
#include <QVariant>

#include <memory>
#include <optional>
#include <vector>

namespace broadsheet::store {

/** A statement written in the source. Only literals convert, so that its address names it in the cache. */
struct Sql
{
    consteval Sql(const char *literal) : text(literal) {}
    const char *text;
};

/** How a value is bound. Texts are never NULL; an invalid time or id is. */
QVariant toSql(const QString &value);
QVariant toSql(const QDateTime &value);
QVariant toSql(const QUrl &value);
inline QVariant toSql(const QByteArray &value)
{
    return value;
}
inline QVariant toSql(const QVariant &value)
{
    return value;
}
inline QVariant toSql(const ArticleKey &key)
{
    return key.bytes();
}
inline QVariant toSql(bool value)
{
    return int(value);
}
inline QVariant toSql(int value)
{
    return value;
}
inline QVariant toSql(qint64 value)
{
    return value;
}
template <typename Tag>
QVariant toSql(Id<Tag> id)
{
    return id.isValid() ? QVariant(id.value()) : QVariant();
}
template <typename T>
QVariant toSql(const std::optional<T> &value)
{
    return value ? toSql(*value) : QVariant();
}

/** Ids as a JSON array, for "IN (SELECT value FROM json_each(?))". */
template <typename Tag>
QString jsonArray(const QList<Id<Tag>> &ids)
{
    QString text = QStringLiteral("[");
    for (const auto id : ids) {
        if (text.size() > 1)
            text.append(u',');
        text.append(QString::number(id.value()));
    }
    text.append(u']');
    return text;
}

/** The words for an error of SQLite by its native (extended) code. */
Error storeError(int nativeCode, const QString &detail);

/** A text that waits to be indexed when the transaction ends (see searchindex.h). */
struct PendingText
{
    qint64 article = 0;
    bool removed = false;
    QString title, body, authors, tags;
};

/**
 * One connection on one thread. The first failure sticks: what is asked afterwards does nothing, and the job
 * that runs here ends by rolling back. So tables may write a row of statements without asking after each.
 */
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /** Opens \a file; SQLite opens anything, so the caller must probe. */
    static Result<std::unique_ptr<Connection>> open(const QString &file, Mode mode, int busyTimeoutMs);

    template <typename... Values>
    void run(Sql sql, const Values &...values)
    {
        runBound(sql.text, {toSql(values)...});
    }
    /** A statement made at run time; not kept. */
    void runText(const QString &sql, const QVariantList &values = {});

    /** Rows that the last statement changed, and the row it inserted. */
    qint64 changes() const { return m_changes; }
    qint64 lastId() const { return m_lastId; }

    const std::optional<Error> &error() const { return m_error; }
    void clearError() { m_error.reset(); }

    /** What the search index is to be told before the commit. */
    std::vector<PendingText> pendingTexts;

private:
    friend class Query;
    Connection() = default;
    void runBound(const char *sql, const QVariantList &values);
    std::unique_ptr<QSqlQuery> take(const char *sql);
    void giveBack(const char *sql, std::unique_ptr<QSqlQuery> query);
    std::unique_ptr<QSqlQuery> prepared(const QString &sql);
    bool execute(QSqlQuery &query, const QVariantList &values);
    void fail(const QSqlError &error, const QString &sql);

    QString m_name;
    QSqlDatabase m_database;
    QHash<const char *, QSqlQuery *> m_statements; ///< idle ones; owned
    std::optional<Error> m_error;
    qint64 m_changes = 0;
    qint64 m_lastId = 0;
};

/** A running SELECT; ends when it goes out of scope, so that it holds no snapshot. */
class Query
{
public:
    template <typename... Values>
    Query(Connection &connection, Sql sql, const Values &...values)
        : m_connection(connection), m_sql(sql.text)
    {
        m_query = connection.take(m_sql);
        start({toSql(values)...});
    }
    /** A statement made at run time. */
    Query(Connection &connection, const QString &sql, const QVariantList &values);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    bool next();
    bool isNull(int column) const { return m_query->isNull(column); }
    qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const { return m_query->value(column).toDouble(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray blob(int column) const { return m_query->value(column).toByteArray(); }
    QUrl url(int column) const;
    /** UTC, or in \a offsetSeconds from it; invalid for NULL. */
    QDateTime time(int column, int offsetSeconds = 0) const;
    template <typename IdType>
    IdType id(int column) const
    {
        return IdType(integer(column));
    }
    std::optional<int> optionalInt(int column) const;

private:
    void start(const QVariantList &values);

    Connection &m_connection;
    const char *m_sql = nullptr;
    std::unique_ptr<QSqlQuery> m_query;
    bool m_running = false;
};

} // namespace broadsheet::store
