// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/comment.h"

#include <QByteArray>
#include <QList>

/** The columns of a comment under the alias c, in the order of commentFromRow(). A macro, since statements
 * are literals. */
#define BROADSHEET_COMMENT_COLUMNS                                                                           \
    "c.id, c.uuid, c.parent, c.name, c.text, c.html, c.quote, c.created, c.edited, c.origin, c.url, "        \
    "c.deleted, c.prefix, c.suffix, c.color, c.recolored"

namespace broadsheet::store {

class Query;

constexpr int commentColumns = 16;

/** A comment as it is kept, words of a deleted one included; without its depth. */
Comment commentFromRow(const Query &query);
/** What is shown of a deleted one. */
Comment withoutWords(Comment comment);
/** \a rows (oldest first) with parents before replies and the depth of each, and without tombstones that hold
 * nothing in place. Whose parent is not here, or answers itself over others, stands at the top. */
QList<Comment> inTreeOrder(const QList<Comment> &rows);

} // namespace broadsheet::store
