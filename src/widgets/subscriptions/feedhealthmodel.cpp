// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/feedhealthmodel.h"

#include "base/url.h"
#include "widgets/common/errortext.h"
#include "widgets/common/icons.h"
#include "widgets/subscriptions/trytext.h"

#include <QLocale>

#include <algorithm>

namespace broadsheet {

namespace {

/** Lower needs the reader more. */
int urgency(const Subscription &feed)
{
    if (feed.status == FeedStatus::Gone || feed.movedTo.isValid())
        return 0;
    switch (feed.status) {
    case FeedStatus::Failing:
        return 1;
    case FeedStatus::New:
        return 2;
    case FeedStatus::Paused:
        return 4;
    default:
        return 3;
    }
}

QString dayText(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat)
                          : FeedHealthModel::tr("Never");
}

bool sameRows(const QList<Subscription> &a, const QList<Subscription> &b)
{
    return std::ranges::equal(a, b, {}, &Subscription::id, &Subscription::id);
}

} // namespace

void FeedHealthModel::setFeeds(const QList<Subscription> &feeds, const QHash<FeedId, double> &weekly)
{
    if (sameRows(feeds, m_feeds) && !feeds.isEmpty()) {
        m_feeds = feeds;
        m_weekly = weekly;
        Q_EMIT dataChanged(index(0, 0), index(int(m_feeds.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_feeds = feeds;
    m_weekly = weekly;
    endResetModel();
}

const Subscription *FeedHealthModel::feed(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_feeds.size() ? &m_feeds[index.row()] : nullptr;
}

int FeedHealthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_feeds.size());
}

int FeedHealthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FeedHealthModel::text(const Subscription &feed, int column) const
{
    switch (column) {
    case Title:
        return feed.title();
    case Health:
        return healthText(feed);
    case LastSuccess:
        return dayText(feed.lastSuccess);
    case LastNew:
        return dayText(feed.lastNew);
    case Weekly:
        return QLocale().toString(m_weekly.value(feed.id), 'f', 1);
    default:
        return {};
    }
}

QVariant FeedHealthModel::sortValue(const Subscription &feed, int column) const
{
    switch (column) {
    case Title:
        return feed.title();
    case Health:
        return urgency(feed);
    case LastSuccess:
        return feed.lastSuccess;
    case LastNew:
        return feed.lastNew;
    case Weekly:
        return m_weekly.value(feed.id);
    default:
        return {};
    }
}

void FeedHealthModel::setColors(const Theme &theme)
{
    m_theme = theme;
    if (!m_feeds.isEmpty())
        Q_EMIT dataChanged(index(0, Health), index(int(m_feeds.size()) - 1, Health), {Qt::DecorationRole});
}

int FeedHealthModel::troubled() const
{
    return int(std::ranges::count_if(m_feeds, [](const Subscription &feed) { return urgency(feed) <= 1; }));
}

QIcon FeedHealthModel::sign(const Subscription &feed) const
{
    using icons::Name;
    constexpr int size = 16;
    switch (feed.status) {
    case FeedStatus::Gone:
        return icons::icon(Name::Close, m_theme.kicker, size);
    case FeedStatus::Failing:
        return icons::icon(Name::Warning, m_theme.kicker, size);
    case FeedStatus::Paused:
        return icons::icon(Name::Stop, m_theme.text3, size);
    case FeedStatus::New:
        return icons::icon(Name::More, m_theme.text3, size);
    case FeedStatus::Ok:
        break;
    }
    return feed.movedTo.isValid() ? icons::icon(Name::OpenOutside, m_theme.accent, size)
                                  : icons::icon(Name::Check, m_theme.green, size);
}

QVariant FeedHealthModel::data(const QModelIndex &index, int role) const
{
    const Subscription *one = feed(index);
    if (!one)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*one, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Health && one->lastError)
            return errorText(*one->lastError);
        return index.column() == Title ? QVariant(displayUrl(one->feedUrl)) : QVariant();
    case Qt::DecorationRole:
        return index.column() == Health ? QVariant(sign(*one)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Weekly ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case FeedRole:
        return QVariant::fromValue(one->id);
    case SortRole:
        return sortValue(*one, index.column());
    default:
        return {};
    }
}

QVariant FeedHealthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == Weekly ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Feed");
    case Health:
        return tr("How it does");
    case LastSuccess:
        return tr("Last answer");
    case LastNew:
        return tr("Last new article");
    case Weekly:
        return tr("Articles a week");
    default:
        return {};
    }
}

} // namespace broadsheet
