// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/commentarchive.h"

#include <QDateTime>

#include <functional>

namespace broadsheet::store {

class Connection;

/** The reader's comments over all articles. */
namespace comments {

/** Newest first. Those whose article is gone are there too (law 3). */
QList<KeptComment> own(Connection &connection, const CommentFilter &filter, int limit);

/**
 * All that the reader wrote, article by article in the order in which they were first commented, with those
 * comments of the site that hold a reply of the reader.
 */
CommentArchive archive(Connection &connection);

/** Markup for the text of a comment that came from outside. */
using RenderText = std::function<SafeHtml(const QString &)>;

/**
 * Takes in what is not here, by uuid. Where both have a comment the later words and the later colour stand,
 * each for itself, and other wordings become history; what was deleted here stays deleted. One change of the
 * log.
 */
Result<CommentMerge> merge(Connection &connection, const CommentArchive &archive, const RenderText &render,
                           const QDateTime &now);

} // namespace comments

} // namespace broadsheet::store
