// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/articlekey.h"
#include "base/ids.h"
#include "base/result.h"
#include "store/words/wordlist.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>
#include <QVariant>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace broadsheet::store {

/** A statement written in the source. Only literals convert, so that its address names it in the cache. */
struct Sql
{
    consteval Sql(const char *literal) : text(literal) {}
    const char *text;
};

/** Text that is UTF-8 already; must live until the statement has run. */
struct Utf8
{
    const QByteArray &bytes;
};

/** Binds a value to the parameter \a index (from 1). Texts are never NULL; an invalid time or id is. */
void bindValue(sqlite3_stmt *statement, int index, const QString &value);
void bindValue(sqlite3_stmt *statement, int index, const QByteArray &value);
void bindValue(sqlite3_stmt *statement, int index, const QDateTime &value);
void bindValue(sqlite3_stmt *statement, int index, const QUrl &value);
void bindValue(sqlite3_stmt *statement, int index, const QVariant &value);
void bindValue(sqlite3_stmt *statement, int index, qint64 value);
void bindValue(sqlite3_stmt *statement, int index, double value);
void bindNull(sqlite3_stmt *statement, int index);
void bindValue(sqlite3_stmt *statement, int index, const Utf8 &value);
inline void bindValue(sqlite3_stmt *statement, int index, int value)
{
    bindValue(statement, index, qint64(value));
}
inline void bindValue(sqlite3_stmt *statement, int index, bool value)
{
    bindValue(statement, index, qint64(value));
}
inline void bindValue(sqlite3_stmt *statement, int index, const ArticleKey &key)
{
    bindValue(statement, index, key.bytes());
}
template <typename Tag>
void bindValue(sqlite3_stmt *statement, int index, Id<Tag> id)
{
    if (id.isValid())
        bindValue(statement, index, qint64(id.value()));
    else
        bindNull(statement, index);
}
template <typename T>
void bindValue(sqlite3_stmt *statement, int index, const std::optional<T> &value)
{
    if (value)
        bindValue(statement, index, *value);
    else
        bindNull(statement, index);
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

/** The error for SQLite's extended result code and, where the system was the reason, its errno. */
Error storeError(int nativeCode, const QString &detail, int systemError = 0);

/** What the index is told of an article when the transaction ends (see searchindex.h). */
struct PendingWords
{
    qint64 article = 0;
    words::WordList words; ///< null: the article is taken out
};

/**
 * One connection on one thread. The first failure sticks: what is asked afterwards does nothing, and the job
 * that runs here ends by rolling back. So tables may write a row of statements without asking after each.
 */
class Connection
{
public:
    enum class Mode {
        ReadWrite,
        ReadOnly,
        Immutable ///< read-only, and nobody can be writing: no locks, no files beside it
    };

    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /** Opens \a file; SQLite opens anything, so the caller must probe. */
    static Result<std::unique_ptr<Connection>> open(const QString &file, Mode mode, int busyTimeoutMs);

    template <typename... Values>
    void run(Sql sql, const Values &...values)
    {
        if (sqlite3_stmt *statement = take(sql.text)) {
            int index = 0;
            (bindValue(statement, ++index, values), ...);
            finish(statement);
            giveBack(sql.text, statement);
        }
    }
    /** A statement made at run time; not kept. */
    void runText(const QString &sql, const QVariantList &values = {});

    /** Rows that the last statement changed, and the row it inserted. */
    qint64 changes() const { return m_changes; }
    qint64 lastId() const { return m_lastId; }

    const std::optional<Error> &error() const { return m_error; }
    void clearError() { m_error.reset(); }

    /** What the search index is to be told before the commit. */
    std::vector<PendingWords> pendingWords;
    /** Found while it was written to; until it is made anew its segments are left as they are. */
    bool indexIsDamaged = false;

    /** For what only SQLite's own functions can do (backup). */
    sqlite3 *handle() const { return m_database; }

private:
    friend class Query;
    Connection() = default;
    sqlite3_stmt *take(const char *sql);
    void giveBack(const char *sql, sqlite3_stmt *statement);
    sqlite3_stmt *prepared(const QByteArray &sql, bool kept);
    /** Runs a bound statement to its end. */
    void finish(sqlite3_stmt *statement);
    /** True while there is a row. */
    bool step(sqlite3_stmt *statement);
    void fail();

    sqlite3 *m_database = nullptr;
    QHash<const char *, sqlite3_stmt *> m_statements; ///< idle ones; owned
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
        : m_connection(connection), m_sql(sql.text), m_statement(connection.take(m_sql))
    {
        if (!m_statement)
            return;
        int index = 0;
        (bindValue(m_statement, ++index, values), ...);
        start();
    }
    /** A statement made at run time. */
    Query(Connection &connection, const QString &sql, const QVariantList &values);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    bool next();
    int columns() const;
    bool isNull(int column) const;
    qint64 integer(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    /** The same, not copied: until the next row. */
    std::string_view bytes(int column) const;
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
    void start();

    Connection &m_connection;
    const char *m_sql = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    bool m_row = false;   ///< a row is there
    bool m_fresh = false; ///< and next() has not been asked for it
};

} // namespace broadsheet::store
