// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "model/comment.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

namespace broadsheet {

/**
 * The comments of one article as rows in tree order; Comment::depth tells the step. Changes by single rows,
 * so that places and folds of the others stay.
 */
class CommentModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, DepthRole, RepliesRole };

    /** \a clock serves the spoken "two hours ago" and must outlive the model. */
    explicit CommentModel(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /** The same article's changes row by row where they are few, so that places and folds stay. */
    void setDiscussion(const Discussion &discussion);
    ArticleId article() const { return m_article; }
    /** Inserts, changes or removes one row. False if the change does not fit what is here: read the
     * discussion anew. */
    bool apply(const CommentChange &change);

    const Comment &comment(int row) const { return m_comments.at(row); }
    /** -1 if it is not here. */
    int rowOf(CommentId id) const { return m_rows.value(id, -1); }
    /** The row after the last reply below \a row, at any depth. */
    int threadEnd(int row) const { return m_ends.at(row); }
    /** Replies below \a row at any depth, without the deleted. */
    int replyCount(int row) const { return m_replies.at(row); }
    /** Comments that are not deleted. */
    int liveCount() const;
    int siteCount() const;
    /** Those that are about a passage of the article. */
    int passageCount() const;
    /** "You" where a comment of this computer has no name, "Somebody" where the site gave none. */
    QString displayName(int row) const;
    /** The name of the one who is answered; empty at the top. */
    QString parentName(int row) const;
    /** Written here: may be edited and deleted. */
    bool isOwn(int row) const;
    /** Comments whose passage is no longer in the article as it is shown. */
    void setLost(const QSet<CommentId> &lost);
    bool isLost(int row) const { return m_lost.contains(m_comments.at(row).id); }
    const Clock &clock() const { return m_clock; }

private:
    bool add(Comment comment);
    bool remove(int row);
    bool merge(const QList<Comment> &comments);
    void countRows();
    QString spoken(int row) const;

    const Clock &m_clock;
    ArticleId m_article;
    QList<Comment> m_comments;
    QHash<CommentId, int> m_rows;
    QList<int> m_ends;    ///< by row: after its last reply
    QList<int> m_replies; ///< by row: its replies that are not deleted
    QSet<CommentId> m_lost;
};

} // namespace broadsheet
