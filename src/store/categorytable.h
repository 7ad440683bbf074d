// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/subscription.h"

#include <QList>
#include <QStringList>

namespace broadsheet::store {

class Connection;

/** The reader's shelves. */
namespace categories {

/** In display order, each parent before its children. */
QList<Category> all(Connection &connection);
/** \a category and everything below it. */
QList<CategoryId> subtree(Connection &connection, CategoryId category);
/** Makes what is missing of \a path; \a made is raised by each. InvalidArgument for an empty name. */
Result<CategoryId> ensure(Connection &connection, const QStringList &path, int *made = nullptr);
Result<void> rename(Connection &connection, CategoryId category, const QString &name);
Result<void> move(Connection &connection, CategoryId category, CategoryId parent, int position);
Result<void> remove(Connection &connection, CategoryId category);

} // namespace categories

} // namespace broadsheet::store
