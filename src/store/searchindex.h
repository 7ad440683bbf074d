// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace broadsheet::store {

class Connection;
struct PendingText;

/** The full-text index over articles and comments. It holds words only, so what leaves must be told again as
 * it came. */
namespace searchindex {

/** Scripts without spaces become overlapping pairs and a last single character: the index knows words only.
 */
QString indexed(const QString &text);

/** Notes a text for the end of the transaction. Written at once, it would be flushed to the disk by every
 * statement after it that may fail. */
void add(Connection &connection, PendingText text);
void flush(Connection &connection);
/** Characters that wait. */
qint64 pendingSize(const Connection &connection);

void addComment(Connection &connection, qint64 id, const QString &text, const QString &quote,
                const QString &name);
void removeComment(Connection &connection, qint64 id, const QString &text, const QString &quote,
                   const QString &name);

} // namespace searchindex

} // namespace broadsheet::store
