// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commentrow.h"

#include "store/connection.h"

#include <QHash>

#include <algorithm>

namespace broadsheet::store {

Comment commentFromRow(const Query &query)
{
    Comment c;
    c.id = query.id<CommentId>(0);
    c.uuid = query.blob(1);
    c.parent = query.id<CommentId>(2);
    c.name = query.text(3);
    c.text = query.text(4);
    c.html = SafeHtml::alreadyCleaned(query.text(5).toUtf8());
    c.quote = query.text(6);
    c.created = query.time(7);
    c.edited = query.time(8);
    c.origin = CommentOrigin(query.integer(9));
    c.url = query.url(10);
    c.deleted = !query.isNull(11);
    c.prefix = query.text(12);
    c.suffix = query.text(13);
    c.color = HighlightColor(query.integer(14));
    c.recolored = query.time(15);
    return c;
}

Comment withoutWords(Comment comment)
{
    comment.name.clear();
    comment.text.clear();
    comment.html = {};
    comment.quote.clear();
    comment.prefix.clear();
    comment.suffix.clear();
    comment.color = HighlightColor::None;
    return comment;
}

namespace {

/** Where a walk upwards from a row ends: at a row without a parent here, or one of a ring. */
class Roots
{
public:
    Roots(const QList<Comment> &rows) : m_rows(rows)
    {
        for (qsizetype i = 0; i < rows.size(); ++i)
            m_position.insert(rows[i].id, i);
        m_seen.resize(rows.size());
    }

    /** The parent under which the row is to stand; -1 for the top. */
    qsizetype parentOf(qsizetype row)
    {
        const qsizetype parent = m_position.value(m_rows[row].parent, -1);
        return parent >= 0 && !m_broken.contains(row) ? parent : -1;
    }

    /** Marks one row of each ring as standing at the top. */
    void breakRings()
    {
        for (qsizetype start = 0; start < m_rows.size(); ++start) {
            qsizetype row = start;
            while (row >= 0 && m_seen[row] == 0) {
                m_seen[row] = start + 1;
                row = m_position.value(m_rows[row].parent, -1);
            }
            if (row >= 0 && m_seen[row] == start + 1)
                m_broken.insert(row, true);
        }
    }

private:
    const QList<Comment> &m_rows;
    QHash<CommentId, qsizetype> m_position;
    QHash<qsizetype, bool> m_broken;
    QList<qsizetype> m_seen; ///< number of the walk that came by, 0 for none
};

} // namespace

QList<Comment> inTreeOrder(const QList<Comment> &rows)
{
    Roots roots(rows);
    roots.breakRings();
    QHash<qsizetype, QList<qsizetype>> below;
    for (qsizetype i = 0; i < rows.size(); ++i)
        below[roots.parentOf(i)].append(i);

    QList<Comment> ordered;
    QList<std::pair<qsizetype, int>> waiting; // a stack: replies nest as deep as people like
    const auto push = [&](qsizetype parent, int depth) {
        const QList<qsizetype> children = below.value(parent);
        for (auto it = children.crbegin(); it != children.crend(); ++it)
            waiting.append({*it, depth});
    };
    push(-1, 0);
    while (!waiting.isEmpty()) {
        const auto [i, depth] = waiting.takeLast();
        Comment comment = rows[i].deleted ? withoutWords(rows[i]) : rows[i];
        comment.depth = depth;
        ordered.append(comment);
        push(i, depth + 1);
    }
    // From the end: a tombstone stays only if the next one that stays is deeper.
    QList<Comment> kept;
    for (auto it = ordered.crbegin(); it != ordered.crend(); ++it) {
        if (!it->deleted || (!kept.isEmpty() && kept.last().depth > it->depth))
            kept.append(*it);
    }
    std::reverse(kept.begin(), kept.end());
    return kept;
}

} // namespace broadsheet::store
