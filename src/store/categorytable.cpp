// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/categorytable.h"

#include "base/text.h"
#include "store/connection.h"

#include <QHash>
#include <QSet>

namespace broadsheet::store::categories {

namespace {

Error notFound(CategoryId category)
{
    return {ErrorCode::NotFound, QStringLiteral("No such category"), QString::number(category.value()), {}};
}

bool exists(Connection &connection, CategoryId category)
{
    Query query(connection, "SELECT 1 FROM category WHERE id = ?", category);
    return query.next();
}

CategoryId find(Connection &connection, CategoryId parent, const QString &name)
{
    Query query(connection, "SELECT id FROM category WHERE parent IS ? AND name = ? ORDER BY id", parent,
                name);
    return query.next() ? query.id<CategoryId>(0) : CategoryId();
}

CategoryId parentOf(Connection &connection, CategoryId category)
{
    Query query(connection, "SELECT parent FROM category WHERE id = ?", category);
    return query.next() ? query.id<CategoryId>(0) : CategoryId();
}

QList<CategoryId> children(Connection &connection, CategoryId parent)
{
    QList<CategoryId> ids;
    Query query(connection, "SELECT id FROM category WHERE parent IS ? ORDER BY position, id", parent);
    while (query.next())
        ids.append(query.id<CategoryId>(0));
    return ids;
}

} // namespace

QList<Category> all(Connection &connection)
{
    QHash<CategoryId, QList<Category>> byParent;
    {
        Query query(
            connection,
            "SELECT id, parent, name, position, keep_days, keep_count FROM category ORDER BY position, id");
        while (query.next()) {
            Category category{
                query.id<CategoryId>(0), query.id<CategoryId>(1), query.text(2), int(query.integer(3)), {}};
            category.keep.days = query.optionalInt(4);
            if (!query.isNull(5))
                category.keep.count = query.integer(5);
            byParent[category.parent].append(category);
        }
    }
    // Depth first with a stack of our own: how deep shelves nest is not ours to say.
    QList<Category> result;
    QList<Category> waiting = byParent.take(CategoryId());
    std::reverse(waiting.begin(), waiting.end());
    while (!waiting.isEmpty()) {
        const Category category = waiting.takeLast();
        result.append(category);
        const QList<Category> below = byParent.take(category.id);
        for (auto it = below.crbegin(); it != below.crend(); ++it)
            waiting.append(*it);
    }
    return result;
}

QList<CategoryId> subtree(Connection &connection, CategoryId category)
{
    QList<CategoryId> ids;
    Query query(connection,
                "WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT category.id FROM category "
                "JOIN below ON category.parent = below.id) SELECT id FROM below",
                category);
    while (query.next())
        ids.append(query.id<CategoryId>(0));
    return ids;
}

Result<CategoryId> ensure(Connection &connection, const QStringList &path, int *made)
{
    CategoryId current;
    for (const QString &part : path) {
        const QString name = collapsed(part);
        if (name.isEmpty())
            return Error{ErrorCode::InvalidArgument, QStringLiteral("A category needs a name"), {}, {}};
        CategoryId next = find(connection, current, name);
        if (!next.isValid()) {
            connection.run("INSERT INTO category (parent, name, position) VALUES (?, ?, "
                           "(SELECT ifnull(max(position) + 1, 0) FROM category WHERE parent IS ?))",
                           current, name, current);
            next = CategoryId(connection.lastId());
            if (made)
                ++*made;
        }
        if (connection.error())
            return *connection.error();
        current = next;
    }
    return current;
}

Result<void> rename(Connection &connection, CategoryId category, const QString &name)
{
    const QString wanted = collapsed(name);
    if (wanted.isEmpty())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("A category needs a name"), {}, {}};
    if (!exists(connection, category))
        return notFound(category);
    const CategoryId same = find(connection, parentOf(connection, category), wanted);
    if (same.isValid() && same != category)
        return Error{
            ErrorCode::AlreadyExists, QStringLiteral("A category of this name is there"), wanted, {}};
    connection.run("UPDATE category SET name = ? WHERE id = ?", wanted, category);
    return {};
}

Result<void> move(Connection &connection, CategoryId category, CategoryId parent, int position)
{
    if (!exists(connection, category))
        return notFound(category);
    if (parent.isValid() && !exists(connection, parent))
        return notFound(parent);
    if (parent.isValid() && subtree(connection, category).contains(parent))
        return Error{ErrorCode::InvalidArgument, QStringLiteral("A category cannot lie in itself"), {}, {}};
    QList<CategoryId> order = children(connection, parent);
    order.removeAll(category);
    order.insert(qBound(qsizetype(0), qsizetype(position), order.size()), category);
    connection.run("UPDATE category SET parent = ? WHERE id = ?", parent, category);
    for (qsizetype i = 0; i < order.size(); ++i)
        connection.run("UPDATE category SET position = ? WHERE id = ?", qint64(i), order[i]);
    return {};
}

Result<void> remove(Connection &connection, CategoryId category)
{
    if (!exists(connection, category))
        return notFound(category);
    const CategoryId parent = parentOf(connection, category);
    connection.run("UPDATE feed SET category = ?, position = position + "
                   "(SELECT ifnull(max(position) + 1, 0) FROM feed WHERE category IS ?) WHERE category = ?",
                   parent, parent, category);
    connection.run("UPDATE category SET parent = ?, position = position + "
                   "(SELECT ifnull(max(position) + 1, 0) FROM category WHERE parent IS ?) WHERE parent = ?",
                   parent, parent, category);
    connection.run("DELETE FROM category WHERE id = ?", category);
    return {};
}

} // namespace broadsheet::store::categories
