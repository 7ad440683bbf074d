// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace broadsheet::store {

class Connection;

/** Copies of a store as one file. */
namespace backup {

/**
 * Writes what \a source holds at this moment to \a file, page by page, while others read and write on. The copy
 * gets its name only when it is whole, checked and on the disk; a store of ours that has the name is replaced,
 * anything else is not (AlreadyExists). FileUnwritable, StoreFull, StoreDamaged (the copy is not whole since
 * the store is not).
 */
Result<void> write(Connection &source, const QString &file);

/** The pages alone, into \a target, which must not exist; not yet durable. */
Result<void> copyPages(Connection &source, const QString &target);

/** True if the file begins like a store of Broadsheet. */
bool looksLikeStore(const QString &file);

/**
 * What has changed since: ids given and rows of the reader's log, so that a sync without news and a look around
 * leave it as it is.
 */
QByteArray fingerprint(Connection &connection);

} // namespace backup

} // namespace broadsheet::store
