// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include "store/log.h"

#include <QSqlError>
#include <QUuid>

namespace broadsheet::store {

QVariant toSql(const QString &value)
{
    // Qt binds a null QString as NULL.
    return value.isNull() ? QStringLiteral("") : value;
}

QVariant toSql(const QDateTime &value)
{
    return value.isValid() ? QVariant(value.toMSecsSinceEpoch()) : QVariant();
}

QVariant toSql(const QUrl &value)
{
    return value.isEmpty() ? QStringLiteral("") : QString::fromLatin1(value.toEncoded());
}

Error storeError(int nativeCode, const QString &detail)
{
    Error error{ErrorCode::StoreUnavailable, detail, {}, nativeCode};
    switch (nativeCode & 0xff) { // the primary code: SQLITE_FULL and its like
    case 13:
        error.code = ErrorCode::StoreFull;
        break;
    case 8:
        error.code = ErrorCode::StoreReadOnly;
        break;
    case 5:
    case 6:
        error.code = ErrorCode::StoreBusy;
        break;
    case 11:
    case 26:
        error.code = ErrorCode::StoreDamaged;
        break;
    case 10: // IOERR
    case 14: // CANTOPEN
    case 3:  // PERM
        break;
    default:
        error.code = ErrorCode::Internal;
    }
    return error;
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Mode mode, int busyTimeoutMs)
{
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_name = QUuid::createUuid().toString(QUuid::Id128);
    connection->m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
    connection->m_database.setDatabaseName(file);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    if (mode == Mode::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    connection->m_database.setConnectOptions(options);
    if (!connection->m_database.open()) {
        const QSqlError error = connection->m_database.lastError();
        return storeError(error.nativeErrorCode().toInt(), error.text());
    }
    connection->run("PRAGMA foreign_keys = ON");
    connection->run("PRAGMA cache_size = -16000");
    if (connection->m_error)
        return *connection->m_error;
    return connection;
}

Connection::~Connection()
{
    qDeleteAll(m_statements);
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

std::unique_ptr<QSqlQuery> Connection::take(const char *sql)
{
    if (m_error)
        return nullptr;
    if (QSqlQuery *idle = m_statements.take(sql))
        return std::unique_ptr<QSqlQuery>(idle);
    return prepared(QString::fromUtf8(sql));
}

void Connection::giveBack(const char *sql, std::unique_ptr<QSqlQuery> query)
{
    if (!query)
        return;
    query->finish();
    // The same statement may run inside itself; one of the two is enough to keep.
    if (!m_statements.contains(sql))
        m_statements.insert(sql, query.release());
}

std::unique_ptr<QSqlQuery> Connection::prepared(const QString &sql)
{
    if (m_error)
        return nullptr;
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        fail(query->lastError(), sql);
        return nullptr;
    }
    return query;
}

bool Connection::execute(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (query.exec())
        return true;
    fail(query.lastError(), query.lastQuery());
    return false;
}

void Connection::fail(const QSqlError &error, const QString &sql)
{
    if (m_error)
        return;
    m_error = storeError(error.nativeErrorCode().toInt(), error.text());
    qCDebug(storeLog) << "Statement failed:" << error.nativeErrorCode() << error.text() << sql;
}

void Connection::runBound(const char *sql, const QVariantList &values)
{
    auto query = take(sql);
    if (!query)
        return;
    if (execute(*query, values)) {
        m_changes = query->numRowsAffected();
        m_lastId = query->lastInsertId().toLongLong();
    }
    giveBack(sql, std::move(query));
}

void Connection::runText(const QString &sql, const QVariantList &values)
{
    auto query = prepared(sql);
    if (!query)
        return;
    if (execute(*query, values)) {
        m_changes = query->numRowsAffected();
        m_lastId = query->lastInsertId().toLongLong();
    }
    query->finish();
}

Query::Query(Connection &connection, const QString &sql, const QVariantList &values)
    : m_connection(connection)
{
    m_query = connection.prepared(sql);
    start(values);
}

void Query::start(const QVariantList &values)
{
    m_running = m_query && m_connection.execute(*m_query, values);
}

Query::~Query()
{
    if (m_sql)
        m_connection.giveBack(m_sql, std::move(m_query));
    else if (m_query)
        m_query->finish();
}

bool Query::next()
{
    if (!m_running)
        return false;
    if (m_query->next())
        return true;
    m_running = false;
    // A damaged page shows itself in the middle of a walk, and Qt then just ends it.
    if (m_query->lastError().isValid())
        m_connection.fail(m_query->lastError(), m_query->lastQuery());
    return false;
}

QUrl Query::url(int column) const
{
    const QString value = text(column);
    return value.isEmpty() ? QUrl() : QUrl::fromEncoded(value.toLatin1());
}

QDateTime Query::time(int column, int offsetSeconds) const
{
    const QVariant value = m_query->value(column);
    if (value.isNull())
        return {};
    if (offsetSeconds != 0)
        return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::OffsetFromUTC, offsetSeconds);
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

std::optional<int> Query::optionalInt(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return int(integer(column));
}

} // namespace broadsheet::store
