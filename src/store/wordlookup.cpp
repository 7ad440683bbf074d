// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/wordlookup.h"

#include "store/connection.h"

#include <sqlite3.h>

namespace broadsheet::store {

namespace {

constexpr auto pointerType = "broadsheet findings";
/** So few are looked up one by one; of more it is asked of each article whether it is among them. */
constexpr size_t few = 2000;

void foundIn(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *findings =
        static_cast<const FindingsPointer *>(sqlite3_value_pointer(values[0], pointerType));
    sqlite3_result_int(context, findings && (*findings)->contains(sqlite3_value_int64(values[1])));
}

} // namespace

void addFoundIn(sqlite3 *database)
{
    sqlite3_create_function_v2(database, "found_in", 2,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, foundIn,
                               nullptr, nullptr, nullptr);
}

void bindFindings(sqlite3_stmt *statement, int index, const FindingsPointer &findings)
{
    sqlite3_bind_pointer(statement, index, new FindingsPointer(findings), pointerType,
                         [](void *pointer) { delete static_cast<FindingsPointer *>(pointer); });
}

FindingsPointer WordLookup::find(const words::WordQuery &query, const words::ColumnWeights *weights)
{
    auto found = words::find(m_connection, query, weights);
    if (!found && !m_error)
        m_error = found.error();
    return std::make_shared<const words::Findings>(found ? std::move(*found) : words::Findings());
}

std::pair<QString, QVariant> WordLookup::condition(const FindingsPointer &findings)
{
    if (findings->articles.size() <= few)
        return {QStringLiteral("a.id IN (SELECT value FROM json_each(?))"), jsonNumbers(findings->articles)};
    return {QStringLiteral("found_in(?, a.id)"), QVariant::fromValue(findings)};
}

QString jsonNumbers(const std::vector<qint64> &numbers)
{
    QString text(u'[');
    for (const qint64 number : numbers) {
        if (text.size() > 1)
            text.append(u',');
        text.append(QString::number(number));
    }
    text.append(u']');
    return text;
}

} // namespace broadsheet::store
