// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/articles/headlinesource.h"

#include <QCache>
#include <QElapsedTimer>
#include <QObject>
#include <QSet>

namespace broadsheet {

/**
 * The headlines that a list shows or has just shown, read in pages of neighbours. A missing page is read at
 * once as long as the frame's budget lasts; beyond it the answer is nothing, and arrived() follows.
 */
class HeadlineCache : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype PageSize = 64;
    static constexpr qsizetype Pages = 48;

    explicit HeadlineCache(HeadlineSource &source, QObject *parent = nullptr);

    /** What is kept under \a id, else null. Reads nothing. Valid until the next call of another function. */
    const ArticleHeadline *peek(ArticleId id) const;
    /** The headline of \a ids at \a row, reading its page where it is missing; null: it will arrive. */
    const ArticleHeadline *at(const QList<ArticleId> &ids, qsizetype row);
    /** Asks anew for those of \a ids that are kept; until they arrive the old ones stand. */
    void refresh(const QList<ArticleId> &ids);
    void refreshAll() { refresh(m_kept.keys()); }
    void insert(const ArticleHeadline &headline);
    void remove(ArticleId id) { m_kept.remove(id); }
    /** Forgets everything; what is still on its way is dropped. */
    void clear();

Q_SIGNALS:
    /** \a row: from where on they stood when they were asked for; -1 if that is not known. */
    void arrived(const QList<broadsheet::ArticleId> &ids, qsizetype row);

private:
    void ask(const QList<ArticleId> &ids, qsizetype row = -1);
    void prefetch(const QList<ArticleId> &ids, qsizetype page);
    bool mayRead();

    HeadlineSource &m_source;
    QCache<ArticleId, ArticleHeadline> m_kept{int(PageSize * Pages)};
    QSet<ArticleId> m_asked;
    QElapsedTimer m_frame;
    qint64 m_spentNs = 0; ///< reading in this frame
    qsizetype m_lastPage = 0;
    int m_generation = 0;
};

} // namespace broadsheet
