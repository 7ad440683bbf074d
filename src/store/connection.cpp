// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include "store/log.h"
#include "store/wordlookup.h"

#include <QFile>

#include <cerrno>

#include <sqlite3.h>

namespace broadsheet::store {

namespace {

/** A disk that is full in another way than SQLite knows it (a quota, a limit of the file's size), or not ours
 * to write. */
std::optional<ErrorCode> codeOfSystem(int systemError)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::StoreFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return ErrorCode::StoreReadOnly;
    default:
        return std::nullopt;
    }
}

} // namespace

void bindNull(sqlite3_stmt *statement, int index)
{
    sqlite3_bind_null(statement, index);
}

void bindValue(sqlite3_stmt *statement, int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(statement, index, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void bindValue(sqlite3_stmt *statement, int index, const Utf8 &value)
{
    sqlite3_bind_text64(statement, index, value.bytes.constData(), sqlite3_uint64(value.bytes.size()),
                        SQLITE_STATIC, SQLITE_UTF8);
}

void bindValue(sqlite3_stmt *statement, int index, const QByteArray &value)
{
    if (value.isNull())
        bindNull(statement, index);
    else
        sqlite3_bind_blob64(statement, index, value.constData(), sqlite3_uint64(value.size()),
                            SQLITE_TRANSIENT);
}

void bindValue(sqlite3_stmt *statement, int index, const QDateTime &value)
{
    if (value.isValid())
        bindValue(statement, index, qint64(value.toMSecsSinceEpoch()));
    else
        bindNull(statement, index);
}

void bindValue(sqlite3_stmt *statement, int index, const QUrl &value)
{
    const QByteArray encoded = value.toEncoded();
    sqlite3_bind_text64(statement, index, encoded.constData(), sqlite3_uint64(encoded.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void bindValue(sqlite3_stmt *statement, int index, qint64 value)
{
    sqlite3_bind_int64(statement, index, value);
}

void bindValue(sqlite3_stmt *statement, int index, double value)
{
    sqlite3_bind_double(statement, index, value);
}

void bindValue(sqlite3_stmt *statement, int index, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return bindNull(statement, index);
    case QMetaType::QByteArray:
        return bindValue(statement, index, value.toByteArray());
    case QMetaType::QDateTime:
        return bindValue(statement, index, value.toDateTime());
    case QMetaType::QUrl:
        return bindValue(statement, index, value.toUrl());
    case QMetaType::Double:
        return bindValue(statement, index, value.toDouble());
    case QMetaType::QString:
        return bindValue(statement, index, value.toString());
    default:
        if (value.metaType() == QMetaType::fromType<FindingsPointer>())
            return bindFindings(statement, index, value.value<FindingsPointer>());
        Q_ASSERT(value.canConvert<qint64>());
        return bindValue(statement, index, value.toLongLong());
    }
}

Error storeError(int nativeCode, const QString &detail, int systemError)
{
    Error error{ErrorCode::StoreUnavailable, detail, {}, nativeCode};
    switch (nativeCode & 0xff) { // the primary code: SQLITE_FULL and its like
    case SQLITE_FULL:
        error.code = ErrorCode::StoreFull;
        break;
    case SQLITE_READONLY:
        error.code = ErrorCode::StoreReadOnly;
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        error.code = ErrorCode::StoreBusy;
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        error.code = ErrorCode::StoreDamaged;
        break;
    case SQLITE_IOERR:
        // A page that the file should have and has not.
        if (nativeCode == SQLITE_IOERR_SHORT_READ)
            error.code = ErrorCode::StoreDamaged;
        // What could not be written, unless the disk itself is broken. (By now errno may tell of what SQLite
        // tried afterwards.)
        else if ((nativeCode == SQLITE_IOERR_WRITE || nativeCode == SQLITE_IOERR_SHMSIZE) &&
                 systemError != EIO)
            error.code = ErrorCode::StoreFull;
        else
            error.code = codeOfSystem(systemError).value_or(error.code);
        break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        error.code = codeOfSystem(systemError).value_or(error.code);
        break;
    default:
        error.code = ErrorCode::Internal;
    }
    return error;
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Mode mode, int busyTimeoutMs)
{
    std::unique_ptr<Connection> connection(new Connection);
    // Each connection belongs to one thread, so it needs no mutex of its own.
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    QByteArray name = QFile::encodeName(file);
    if (mode == Mode::ReadWrite) {
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    } else if (mode == Mode::ReadOnly) {
        flags |= SQLITE_OPEN_READONLY;
    } else {
        name = "file:" + QUrl::toPercentEncoding(QString::fromUtf8(name), "/") + "?immutable=1";
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
    const int code = sqlite3_open_v2(name.constData(), &connection->m_database, flags, nullptr);
    if (code != SQLITE_OK) {
        return storeError(code, QString::fromUtf8(sqlite3_errmsg(connection->m_database)),
                          sqlite3_system_errno(connection->m_database));
    }
    sqlite3_busy_timeout(connection->m_database, busyTimeoutMs);
    addFoundIn(connection->m_database);
    // A new store: bodies of some two kilobytes leave a fifth of smaller pages empty. An old one keeps what it has.
    if (mode == Mode::ReadWrite)
        connection->run("PRAGMA page_size = 8192");
    connection->run("PRAGMA foreign_keys = ON");
    connection->run("PRAGMA cache_size = -8000");
    if (connection->m_error)
        return *connection->m_error;
    return connection;
}

Connection::~Connection()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_database);
}

sqlite3_stmt *Connection::take(const char *sql)
{
    if (m_error)
        return nullptr;
    if (sqlite3_stmt *idle = m_statements.take(sql))
        return idle;
    return prepared(sql, true);
}

void Connection::giveBack(const char *sql, sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    // The same statement may run inside itself; one of the two is enough to keep.
    if (m_statements.contains(sql))
        sqlite3_finalize(statement);
    else
        m_statements.insert(sql, statement);
}

sqlite3_stmt *Connection::prepared(const QByteArray &sql, bool kept)
{
    if (m_error)
        return nullptr;
    sqlite3_stmt *statement = nullptr;
    const unsigned flags = kept ? SQLITE_PREPARE_PERSISTENT : 0;
    if (sqlite3_prepare_v3(m_database, sql.constData(), int(sql.size()) + 1, flags, &statement, nullptr) !=
        SQLITE_OK) {
        fail();
        qCDebug(storeLog) << "Statement:" << sql;
        return nullptr;
    }
    return statement;
}

bool Connection::step(sqlite3_stmt *statement)
{
    const int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        fail();
        qCDebug(storeLog) << "Statement:" << sqlite3_sql(statement);
    }
    return false;
}

void Connection::finish(sqlite3_stmt *statement)
{
    while (step(statement)) {
    }
    m_changes = sqlite3_changes64(m_database);
    m_lastId = sqlite3_last_insert_rowid(m_database);
}

void Connection::fail()
{
    if (m_error)
        return;
    m_error = storeError(sqlite3_extended_errcode(m_database), QString::fromUtf8(sqlite3_errmsg(m_database)),
                         sqlite3_system_errno(m_database));
    if (m_error->code != ErrorCode::Internal && m_error->code != ErrorCode::StoreBusy)
        m_error->subject = QString::fromUtf8(sqlite3_db_filename(m_database, "main"));
    qCDebug(storeLog) << "Failed:" << *m_error->number << m_error->detail;
}

void Connection::runText(const QString &sql, const QVariantList &values)
{
    sqlite3_stmt *statement = prepared(sql.toUtf8(), false);
    if (!statement)
        return;
    int index = 0;
    for (const QVariant &value : values)
        bindValue(statement, ++index, value);
    finish(statement);
    sqlite3_finalize(statement);
}

Query::Query(Connection &connection, const QString &sql, const QVariantList &values)
    : m_connection(connection), m_statement(connection.prepared(sql.toUtf8(), false))
{
    if (!m_statement)
        return;
    int index = 0;
    for (const QVariant &value : values)
        bindValue(m_statement, ++index, value);
    start();
}

void Query::start()
{
    m_row = m_fresh = m_connection.step(m_statement);
}

Query::~Query()
{
    if (!m_statement)
        return;
    if (m_sql)
        m_connection.giveBack(m_sql, m_statement);
    else
        sqlite3_finalize(m_statement);
}

bool Query::next()
{
    if (!m_row)
        return false;
    if (m_fresh)
        m_fresh = false;
    else
        m_row = m_connection.step(m_statement);
    return m_row;
}

int Query::columns() const
{
    return m_statement ? sqlite3_column_count(m_statement) : 0;
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Query::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Query::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArray Query::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

std::string_view Query::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, size_t(sqlite3_column_bytes(m_statement, column))};
}

QUrl Query::url(int column) const
{
    const QString value = text(column);
    return value.isEmpty() ? QUrl() : QUrl::fromEncoded(value.toLatin1());
}

QDateTime Query::time(int column, int offsetSeconds) const
{
    if (isNull(column))
        return {};
    if (offsetSeconds != 0)
        return QDateTime::fromMSecsSinceEpoch(integer(column), Qt::OffsetFromUTC, offsetSeconds);
    return QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

std::optional<int> Query::optionalInt(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return int(integer(column));
}

} // namespace broadsheet::store
