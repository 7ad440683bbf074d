// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "model/article.h"

#include <QAbstractListModel>

namespace broadsheet {

class HeadlineSource;
class LibraryEvents;

/** What a search found, with the roles of an article list: articles, and comments under them. */
class SearchResultsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    /** All arguments must outlive the model. */
    SearchResultsModel(HeadlineSource &source, LibraryEvents &events, const Clock &clock,
                       QObject *parent = nullptr);

    void setHits(const QList<SearchHit> &hits);
    const QList<SearchHit> &hits() const { return m_hits; }
    /** The first row of \a id; -1 if it was not found. */
    int rowOf(ArticleId id) const;
    /** Shows a mark before the library confirms it. */
    void showRead(ArticleId id, bool read);
    void showStarred(ArticleId id, bool starred);
    /** Reads one article anew: a mark was refused. */
    void refresh(const QList<ArticleId> &ids);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    template <typename Change>
    void change(ArticleId id, Change apply);
    void remove(const QList<ArticleId> &ids);

    HeadlineSource &m_source;
    const Clock &m_clock;
    QList<SearchHit> m_hits;
};

} // namespace broadsheet
