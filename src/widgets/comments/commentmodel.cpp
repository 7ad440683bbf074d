// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/commentmodel.h"

#include "widgets/comments/commenttime.h"
#include "widgets/comments/mentioncard.h"

#include <algorithm>
#include <utility>

namespace broadsheet {

CommentModel::CommentModel(const Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock)
{
}

int CommentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_comments.size());
}

QVariant CommentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return m_comments.at(row).text;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case IdRole:
        return QVariant::fromValue(m_comments.at(row).id);
    case DepthRole:
        return m_comments.at(row).depth;
    case RepliesRole:
        return replyCount(row);
    default:
        return {};
    }
}

void CommentModel::setDiscussion(const Discussion &discussion)
{
    if (m_article == discussion.article && m_comments == discussion.comments)
        return;
    if (m_article == discussion.article && merge(discussion.comments))
        return;
    beginResetModel();
    if (m_article != discussion.article)
        m_lost.clear();
    m_article = discussion.article;
    m_comments = discussion.comments;
    countRows();
    endResetModel();
}

/** False, with nothing done, where so much is new or moved that a reset is cheaper. */
bool CommentModel::merge(const QList<Comment> &comments)
{
    constexpr qsizetype few = 40;
    QHash<CommentId, qsizetype> wanted;
    for (qsizetype i = 0; i < comments.size(); ++i)
        wanted.insert(comments[i].id, i);
    QList<CommentId> kept, asked;
    for (const Comment &comment : std::as_const(m_comments)) {
        if (wanted.contains(comment.id))
            kept.append(comment.id);
    }
    for (const Comment &comment : comments) {
        if (m_rows.contains(comment.id))
            asked.append(comment.id);
    }
    if (kept != asked || m_comments.size() - kept.size() > few || comments.size() - kept.size() > few)
        return false;
    for (int row = int(m_comments.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_comments.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_comments.removeAt(row);
        countRows();
        endRemoveRows();
    }
    for (int row = 0; row < comments.size(); ++row) {
        if (row < m_comments.size() && m_comments.at(row).id == comments.at(row).id)
            continue;
        beginInsertRows({}, row, row);
        m_comments.insert(row, comments.at(row));
        countRows();
        endInsertRows();
    }
    QList<int> changed;
    for (int row = 0; row < comments.size(); ++row) {
        if (!(m_comments.at(row) == comments.at(row)))
            changed.append(row);
    }
    m_comments = comments;
    countRows();
    for (const int row : std::as_const(changed))
        Q_EMIT dataChanged(index(row), index(row));
    return true;
}

void CommentModel::setLost(const QSet<CommentId> &lost)
{
    const QSet<CommentId> before = std::exchange(m_lost, lost);
    for (int row = 0; row < m_comments.size(); ++row) {
        const CommentId id = m_comments.at(row).id;
        if (before.contains(id) != lost.contains(id))
            Q_EMIT dataChanged(index(row), index(row));
    }
}

bool CommentModel::apply(const CommentChange &change)
{
    if (change.article != m_article)
        return true; // another article's: nothing to do here
    const int row = rowOf(change.comment.id);
    switch (change.kind) {
    case CommentChange::Kind::Added:
    case CommentChange::Kind::Restored:
        if (row < 0)
            return add(change.comment);
        break;
    case CommentChange::Kind::Edited:
        if (row < 0)
            return false;
        break;
    case CommentChange::Kind::Deleted:
        if (row < 0)
            return true;
        if (threadEnd(row) == row + 1)
            return remove(row);
        break;
    }
    const int depth = m_comments.at(row).depth;
    m_comments[row] = change.comment;
    m_comments[row].depth = depth;
    countRows();
    Q_EMIT dataChanged(index(row), index(row));
    return true;
}

bool CommentModel::add(Comment comment)
{
    int row = 0;
    int end = int(m_comments.size());
    comment.depth = 0;
    if (comment.parent.isValid()) {
        const int parentRow = rowOf(comment.parent);
        if (parentRow < 0)
            return false;
        row = parentRow + 1;
        end = threadEnd(parentRow);
        comment.depth = m_comments.at(parentRow).depth + 1;
    }
    // Among its siblings the oldest comes first; a new one goes last, a restored one back to its place.
    while (row < end && std::tie(m_comments.at(row).created, m_comments.at(row).id) <=
                            std::tie(comment.created, comment.id))
        row = threadEnd(row);
    beginInsertRows({}, row, row);
    m_comments.insert(row, comment);
    countRows();
    endInsertRows();
    return true;
}

bool CommentModel::remove(int row)
{
    const CommentId parent = m_comments.at(row).parent;
    beginRemoveRows({}, row, row);
    m_comments.removeAt(row);
    countRows();
    endRemoveRows();
    // A tombstone stands only for the sake of its replies.
    const int parentRow = rowOf(parent);
    if (parentRow >= 0 && m_comments.at(parentRow).deleted && threadEnd(parentRow) == parentRow + 1)
        return remove(parentRow);
    return true;
}

void CommentModel::countRows()
{
    m_rows.clear();
    m_rows.reserve(m_comments.size());
    for (int row = 0; row < m_comments.size(); ++row)
        m_rows.insert(m_comments.at(row).id, row);
    // From the end: a thread reaches to the next comment that is not deeper.
    const int count = int(m_comments.size());
    m_ends.fill(count, count);
    m_replies.fill(0, count);
    QList<int> open; // rows that follow, each less deep than the one before it
    QList<int> live(count + 1, 0);
    for (int row = count - 1; row >= 0; --row) {
        live[row] = live[row + 1] + (m_comments.at(row).deleted ? 0 : 1);
        while (!open.isEmpty() && m_comments.at(open.last()).depth > m_comments.at(row).depth)
            open.removeLast();
        m_ends[row] = open.isEmpty() ? count : open.last();
        m_replies[row] = live[row + 1] - live[m_ends[row]];
        open.append(row);
    }
}

int CommentModel::liveCount() const
{
    return int(std::count_if(m_comments.begin(), m_comments.end(),
                             [](const Comment &comment) { return !comment.deleted; }));
}

int CommentModel::siteCount() const
{
    return int(std::count_if(m_comments.begin(), m_comments.end(),
                             [](const Comment &comment) { return comment.origin == CommentOrigin::Site; }));
}

int CommentModel::passageCount() const
{
    return int(std::count_if(m_comments.begin(), m_comments.end(), [](const Comment &comment) {
        return !comment.deleted && !comment.quote.isEmpty();
    }));
}

QString CommentModel::displayName(int row) const
{
    const Comment &comment = m_comments.at(row);
    if (!comment.name.isEmpty())
        return comment.name;
    return isOwn(row) ? tr("You") : tr("Somebody", "a comment of a site that gives no name");
}

QString CommentModel::parentName(int row) const
{
    const int parentRow = rowOf(m_comments.at(row).parent);
    if (parentRow < 0 || m_comments.at(parentRow).deleted)
        return {};
    return displayName(parentRow);
}

bool CommentModel::isOwn(int row) const
{
    return m_comments.at(row).origin == CommentOrigin::Local;
}

QString CommentModel::spoken(int row) const
{
    const Comment &comment = m_comments.at(row);
    QStringList parts;
    if (comment.deleted) {
        parts << tr("Deleted reply");
    } else {
        const QString to = parentName(row);
        //: read aloud; %1 who wrote, %2 whom it answers
        parts << (to.isEmpty() ? tr("Reply by %1").arg(displayName(row))
                               : tr("Reply by %1 to %2").arg(displayName(row), to));
        parts << commenttime::shown(comment.created, m_clock.now());
        if (!isOwn(row))
            parts << tr("from the site");
        if (comment.edited.isValid())
            parts << tr("edited");
        if (!comment.quote.isEmpty())
            //: read aloud; %1 is a passage of the article
            parts << tr("on “%1”").arg(comment.quote);
        if (isLost(row))
            parts << tr("no longer in the article");
        if (!comment.text.isEmpty())
            parts << comment.text;
        for (const Mention &mention : comment.mentions)
            parts << mentioncard::spoken(mention);
    }
    if (const int replies = replyCount(row))
        parts << (replies == 1 ? tr("1 reply") : tr("%n replies", nullptr, replies));
    //: between the parts of a sentence that is read aloud
    return parts.join(tr(", "));
}

} // namespace broadsheet
