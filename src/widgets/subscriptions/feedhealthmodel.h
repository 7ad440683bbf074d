// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/subscription.h"
#include "widgets/common/theme.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>

namespace broadsheet {

/** A row a feed: how it does. Rows are sorted by what needs the reader's attention, then by title. */
class FeedHealthModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, Health, LastSuccess, LastNew, Weekly, ColumnCount };
    enum Role { FeedRole = Qt::UserRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    /** \a weekly: articles a week by feed. Rows of feeds that stay are changed in place. */
    void setFeeds(const QList<Subscription> &feeds, const QHash<FeedId, double> &weekly);
    /** For the signs that stand before how a feed does. */
    void setColors(const Theme &theme);
    /** How many feeds need the reader: failing, closed or moved ones. */
    int troubled() const;
    /** Null for an index that is none. */
    const Subscription *feed(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant text(const Subscription &feed, int column) const;
    QIcon sign(const Subscription &feed) const;
    QVariant sortValue(const Subscription &feed, int column) const;

    QList<Subscription> m_feeds;
    QHash<FeedId, double> m_weekly;
    Theme m_theme = Theme::light();
};

} // namespace broadsheet
