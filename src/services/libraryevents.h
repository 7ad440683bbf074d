// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "model/comment.h"
#include "model/feedupdate.h"
#include "model/subscription.h"

#include <QObject>

namespace broadsheet {

/** The only meeting point of services and widgets: says what happened, knows nothing. Emitted on the main
 * thread, after the commit. */
class LibraryEvents : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /** Subscriptions, categories or any count changed: read the overview anew. Compressed: at most a few a
     * second. */
    void libraryChanged();
    void articlesChanged(const broadsheet::ArticleChanges &changes);
    void commentsChanged(const broadsheet::CommentChange &change);
    /** Comments of an article's site came or changed: read its discussion anew. */
    void siteCommentsChanged(broadsheet::ArticleId article);
    /** Comments were imported: read every discussion anew. */
    void commentsImported();
    /** A feed's status, title or times changed. */
    void feedChanged(broadsheet::FeedId feed);
};

} // namespace broadsheet
