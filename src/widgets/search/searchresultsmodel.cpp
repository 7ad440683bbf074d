// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/searchresultsmodel.h"

#include "base/answer.h"
#include "services/libraryevents.h"
#include "widgets/articles/articlelistmodel.h"
#include "widgets/articles/cardtext.h"

namespace broadsheet {

SearchResultsModel::SearchResultsModel(HeadlineSource &source, LibraryEvents &events, const Clock &clock,
                                       QObject *parent)
    : QAbstractListModel(parent), m_source(source), m_clock(clock)
{
    connect(&events, &LibraryEvents::articlesChanged, this, [this](const ArticleChanges &changes) {
        remove(changes.removed);
        QList<ArticleId> shown;
        for (const SearchHit &hit : std::as_const(m_hits)) {
            if (changes.everything || changes.updated.contains(hit.headline.id))
                shown.append(hit.headline.id);
        }
        refresh(shown);
    });
}

void SearchResultsModel::setHits(const QList<SearchHit> &hits)
{
    beginResetModel();
    m_hits = hits;
    endResetModel();
}

int SearchResultsModel::rowOf(ArticleId id) const
{
    for (int row = 0; row < m_hits.size(); ++row) {
        if (m_hits.at(row).headline.id == id)
            return row;
    }
    return -1;
}

void SearchResultsModel::showRead(ArticleId id, bool read)
{
    change(id, [read](ArticleHeadline &headline) { headline.unread = !read; });
}

void SearchResultsModel::showStarred(ArticleId id, bool starred)
{
    change(id, [starred](ArticleHeadline &headline) { headline.starred = starred; });
}

void SearchResultsModel::refresh(const QList<ArticleId> &ids)
{
    if (ids.isEmpty())
        return;
    whenAnswered(m_source.headlines(ids), this, [this](const Result<QList<ArticleHeadline>> &answer) {
        if (!answer)
            return;
        for (const ArticleHeadline &fresh : *answer)
            change(fresh.id, [&fresh](ArticleHeadline &headline) { headline = fresh; });
    });
}

int SearchResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant SearchResultsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchHit &hit = m_hits.at(index.row());
    switch (role) {
    case HeadlineRole:
        return QVariant::fromValue(&hit.headline);
    case ArticleIdRole:
        return QVariant::fromValue(hit.headline.id);
    case SnippetRole:
        return hit.snippet;
    case CommentRole:
        return QVariant::fromValue(hit.comment);
    case Qt::DisplayRole:
        return CardText::title(hit.headline);
    case Qt::AccessibleTextRole:
        return CardText::spoken(hit.headline, m_clock.now());
    case Qt::AccessibleDescriptionRole:
        return QString(hit.snippet).remove(u'\uE000').remove(u'\uE001');
    default:
        return {};
    }
}

template <typename Change>
void SearchResultsModel::change(ArticleId id, Change apply)
{
    for (int row = 0; row < m_hits.size(); ++row) {
        if (m_hits.at(row).headline.id == id) {
            apply(m_hits[row].headline);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

void SearchResultsModel::remove(const QList<ArticleId> &ids)
{
    for (int row = int(m_hits.size()) - 1; row >= 0 && !ids.isEmpty(); --row) {
        if (ids.contains(m_hits.at(row).headline.id)) {
            beginRemoveRows({}, row, row);
            m_hits.remove(row);
            endRemoveRows();
        }
    }
}

} // namespace broadsheet
