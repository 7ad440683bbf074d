// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/finder.h"

#include <QMetaType>
#include <QString>
#include <QVariant>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace broadsheet::store {

class Connection;

/** What the index found, as a value to be bound in a statement. */
using FindingsPointer = std::shared_ptr<const words::Findings>;

/** Adds the function `found_in(findings, article)` to the SQL of a connection: 1 if the article is among
 * them. */
void addFoundIn(sqlite3 *database);
void bindFindings(sqlite3_stmt *statement, int index, const FindingsPointer &findings);

/** Asks the index for the parts of a search, and keeps the first error. */
class WordLookup
{
public:
    explicit WordLookup(Connection &connection) : m_connection(connection) {}

    /** Finds nothing where the index is damaged (see error()). */
    FindingsPointer find(const words::WordQuery &query, const words::ColumnWeights *weights = nullptr);
    /** A condition for "a.id" with one value, for what find() gives. */
    static std::pair<QString, QVariant> condition(const FindingsPointer &findings);
    const std::optional<Error> &error() const { return m_error; }

private:
    Connection &m_connection;
    std::optional<Error> m_error;
};

/** Numbers as a JSON array, for "IN (SELECT value FROM json_each(?))". */
QString jsonNumbers(const std::vector<qint64> &numbers);

} // namespace broadsheet::store

Q_DECLARE_METATYPE(broadsheet::store::FindingsPointer)
