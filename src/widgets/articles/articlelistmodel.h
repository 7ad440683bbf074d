// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "widgets/articles/headlinecache.h"

#include <QAbstractListModel>
#include <QSet>

namespace broadsheet {

class LibraryEvents;

/** What a card's row answers beside its words. */
enum CardRole {
    HeadlineRole =
        Qt::UserRole, ///< const ArticleHeadline *, null while it is not there; valid until control returns
    ArticleIdRole,    ///< ArticleId
    SnippetRole,      ///< QString with marked matches, of a search hit
    CommentRole,      ///< CommentId, valid for a hit in a comment
    TellingRole       ///< Telling
};

/** In the list of stories: which of the tellings of its story a row is. */
enum class Telling {
    None, ///< no such list, or not known yet
    Only,
    First,
    Middle,
    Last
};

/**
 * The articles of one view, newest first: an ordered vector of ids and the headlines of those that are seen.
 * Opening costs the same at a thousand and at a million. Rows change one by one as LibraryEvents tells; an
 * article that no longer fits (read in "Unread") stays until the view is opened again.
 */
class ArticleListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    /** All arguments must outlive the model. */
    ArticleListModel(HeadlineSource &source, LibraryEvents &events, const Clock &clock,
                     QObject *parent = nullptr);

    void open(const ArticleFilter &filter);
    const ArticleFilter &filter() const { return m_filter; }
    /** True from open() until the first ids are there. */
    bool isLoading() const { return m_loading; }
    /** Invalid outside. */
    ArticleId idAt(int row) const;
    /** -1 if it is not in the view. */
    int rowOf(ArticleId id) const;
    const QList<ArticleId> &ids() const { return m_ids; }
    /** Null while it is not there (it is asked for then), or outside. */
    const ArticleHeadline *headlineAt(int row) const;
    /** Shows a mark before the library confirms it. */
    void showRead(ArticleId id, bool read);
    void showStarred(ArticleId id, bool starred);
    /** Reads one article anew: a mark was refused. */
    void refresh(ArticleId id) { m_cache.refresh({id}); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    /** The first rows stand, or it is known that there are none. */
    void opened();
    void failed(const broadsheet::Error &error);

private:
    void readAll(bool keepOthers);
    void takeAll(QList<ArticleId> ids, bool keepOthers);
    void replaceIds(const QList<ArticleId> &ids);
    void articlesChanged(const ArticleChanges &changes);
    void removeIds(const QSet<ArticleId> &gone);
    void considerNewcomers();
    void askWhichBelong(const QList<ArticleHeadline> &headlines);
    void place(QList<ArticleHeadline> headlines);
    int rowFor(const ArticleHeadline &headline) const;
    Telling telling(int row) const;
    QList<int> rowsOf(const QSet<ArticleId> &ids) const;
    QList<int> rowsOf(const QSet<ArticleId> &ids, qsizetype first, qsizetype end) const;
    void tellChanged(const QList<ArticleId> &ids, qsizetype near = -1);

    HeadlineSource &m_source;
    const Clock &m_clock;
    mutable HeadlineCache m_cache;
    ArticleFilter m_filter;
    QList<ArticleId> m_ids;
    int m_generation = 0; ///< of open(): answers to earlier questions are dropped
    bool m_loading = false;
    int m_reading = 0; ///< whole id lists on their way
    bool m_considering = false;
    QSet<ArticleId> m_newcomers;     ///< told as inserted or changed and not here: do they belong?
    QSet<ArticleId> m_goneMeanwhile; ///< removed while a list of ids was on its way
};

} // namespace broadsheet
