// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/comment.h"

namespace broadsheet::store {

class Connection;

namespace comments {

/** Fills in Comment::mentions: what the comments link to and is here, other than \a article itself. Looks at
 * some links of each comment and a bounded number of all. */
void addMentions(Connection &connection, ArticleId article, QList<Comment> &comments);

/** Where the comment with \a uuid stands; NotFound if it is deleted, its article not here, or it never was.
 */
Result<Mention> place(Connection &connection, const QByteArray &uuid);

} // namespace comments

} // namespace broadsheet::store
