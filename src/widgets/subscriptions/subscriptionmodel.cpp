// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/subscriptionmodel.h"

#include "widgets/common/errortext.h"

#include <QHash>
#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace broadsheet {

namespace {

const QString feedMime = QStringLiteral("application/x-broadsheet-feed");
const QString categoryMime = QStringLiteral("application/x-broadsheet-category");

} // namespace

struct SubscriptionModel::Node
{
    Kind kind = Kind::Heading;
    ArticleFilter::View view = ArticleFilter::View::All;
    OwnWords words = OwnWords::Comments;
    CategoryId category; ///< of a category its own, of a feed the one it lies in
    FeedId feed;
    QString tag; ///< of a topic, normalised
    QString title;
    qint64 count = 0;
    FeedStatus status = FeedStatus::Ok;
    QString reason; ///< why it fails, in words
    int depth = 0;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    bool isSame(const Node &other) const
    {
        return kind == other.kind && view == other.view && feed == other.feed && words == other.words &&
               tag == other.tag && (kind != Kind::Category || category == other.category);
    }
    bool looksLike(const Node &other) const
    {
        return title == other.title && count == other.count && status == other.status &&
               reason == other.reason && category == other.category && depth == other.depth;
    }
    void take(const Node &other)
    {
        title = other.title;
        count = other.count;
        status = other.status;
        reason = other.reason;
        category = other.category;
        depth = other.depth;
    }
    Node &add(Kind childKind, const QString &childTitle, qint64 childCount)
    {
        auto child = std::make_unique<Node>();
        child->kind = childKind;
        child->title = childTitle;
        child->count = childCount;
        child->parent = this;
        children.push_back(std::move(child));
        return *children.back();
    }
    int row() const
    {
        const auto &siblings = parent->children;
        for (size_t i = 0; i < siblings.size(); ++i)
            if (siblings[i].get() == this)
                return int(i);
        Q_UNREACHABLE();
    }
    int subCategories() const
    {
        return int(std::count_if(children.begin(), children.end(),
                                 [](const auto &child) { return child->kind == Kind::Category; }));
    }
    bool isFailing() const { return status == FeedStatus::Failing || status == FeedStatus::Gone; }
};

/** What a drop would do. */
struct SubscriptionModel::Drop
{
    FeedId feed;
    CategoryId category;
    CategoryId target; ///< the new parent
    int position = -1;
};

SubscriptionModel::SubscriptionModel(QObject *parent) : QAbstractItemModel(parent), m_root(build({})) {}

SubscriptionModel::~SubscriptionModel() = default;

std::unique_ptr<SubscriptionModel::Node> SubscriptionModel::build(const LibraryOverview &overview) const
{
    auto root = std::make_unique<Node>();
    using View = ArticleFilter::View;
    root->add(Kind::SmartView, tr("Today"), overview.today - overview.folded.today).view = View::Today;
    root->add(Kind::SmartView, tr("Unread"), overview.unread - overview.folded.unread).view = View::Unread;
    root->add(Kind::SmartView, tr("Starred"), overview.starred - overview.folded.starred).view =
        View::Starred;
    root->add(Kind::SmartView, tr("Commented"), overview.commented).view = View::Commented;
    root->add(Kind::SmartView, tr("Stories"), overview.stories).view = View::Stories;
    root->add(Kind::OwnWords, tr("My comments"), 0).words = OwnWords::Comments;
    root->add(Kind::OwnWords, tr("Highlights"), 0).words = OwnWords::Highlights;
    for (const FollowedTag &tag : overview.tags)
        root->add(Kind::Topic, tag.label, tag.unread).tag = tag.name;
    if (overview.categories.isEmpty() && overview.subscriptions.isEmpty())
        return root;
    root->add(Kind::Heading, tr("Categories"), 0);

    QHash<CategoryId, Node *> shelves;
    for (const Category &category : overview.categories) {
        Node *above = shelves.value(category.parent, root.get());
        Node &shelf = above->add(Kind::Category, category.name, -overview.folded.unreadOf.value(category.id));
        shelf.category = category.id;
        shelf.depth = above == root.get() ? 0 : above->depth + 1;
        shelves.insert(category.id, &shelf);
    }
    for (const Subscription &subscription : overview.subscriptions) {
        Node *shelf = shelves.value(subscription.category, root.get());
        Node &feed = shelf->add(Kind::Feed, subscription.title(), subscription.count.unread);
        feed.feed = subscription.id;
        feed.category = subscription.category;
        feed.depth = shelf->depth;
        feed.status = subscription.status;
        if (feed.isFailing() && subscription.lastError)
            feed.reason = errorText(*subscription.lastError);
        for (Node *above = shelf; above != root.get(); above = above->parent)
            above->count += subscription.count.unread;
    }
    return root;
}

void SubscriptionModel::setOverview(const LibraryOverview &overview)
{
    m_overview = overview;
    const std::unique_ptr<Node> wanted = build(overview);
    merge(*m_root, *wanted, {});
}

void SubscriptionModel::merge(Node &present, Node &wanted, const QModelIndex &parent)
{
    const auto find = [](const std::vector<std::unique_ptr<Node>> &nodes, const Node &node, size_t from) {
        for (size_t i = from; i < nodes.size(); ++i)
            if (nodes[i]->isSame(node))
                return int(i);
        return -1;
    };
    auto &rows = present.children;
    for (int i = int(rows.size()) - 1; i >= 0; --i) {
        if (find(wanted.children, *rows[size_t(i)], 0) >= 0)
            continue;
        beginRemoveRows(parent, i, i);
        rows.erase(rows.begin() + i);
        endRemoveRows();
    }
    for (size_t i = 0; i < wanted.children.size(); ++i) {
        Node &next = *wanted.children[i];
        const int at = find(rows, next, i);
        if (at < 0) {
            beginInsertRows(parent, int(i), int(i));
            wanted.children[i]->parent = &present;
            rows.insert(rows.begin() + qsizetype(i), std::move(wanted.children[i]));
            endInsertRows();
            continue;
        }
        if (at > int(i)) {
            beginMoveRows(parent, at, at, parent, int(i));
            std::rotate(rows.begin() + qsizetype(i), rows.begin() + at, rows.begin() + at + 1);
            endMoveRows();
        }
        Node &row = *rows[i];
        const QModelIndex place = createIndex(int(i), 0, &row);
        if (!row.looksLike(next)) {
            row.take(next);
            Q_EMIT dataChanged(place, place);
        }
        merge(row, next, place);
    }
}

SubscriptionModel::Node *SubscriptionModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex SubscriptionModel::indexOf(const Node &node) const
{
    return node.parent ? createIndex(node.row(), 0, &node) : QModelIndex();
}

QModelIndex SubscriptionModel::indexOf(const ArticleFilter &filter) const
{
    std::vector<const Node *> todo{m_root.get()};
    while (!todo.empty()) {
        const Node *next = todo.back();
        todo.pop_back();
        for (const auto &child : next->children) {
            const bool found =
                (child->kind == Kind::Topic && filter.tag == child->tag) ||
                (child->kind == Kind::SmartView && filter.tag.isEmpty() && !filter.feed.isValid() &&
                 !filter.category.isValid() && child->view == filter.view) ||
                (child->kind == Kind::Feed && filter.feed == child->feed) ||
                (child->kind == Kind::Category && !filter.feed.isValid() &&
                 filter.category == child->category);
            if (found)
                return indexOf(*child);
            todo.push_back(child.get());
        }
    }
    return {};
}

QModelIndex SubscriptionModel::indexOf(OwnWords words) const
{
    for (const auto &child : m_root->children) {
        if (child->kind == Kind::OwnWords && child->words == words)
            return indexOf(*child);
    }
    return {};
}

ArticleFilter SubscriptionModel::filter(const QModelIndex &index) const
{
    ArticleFilter filter;
    const Node *row = node(index);
    if (row->kind == Kind::SmartView)
        filter.view = row->view;
    else if (row->kind == Kind::Category)
        filter.category = row->category;
    else if (row->kind == Kind::Feed)
        filter.feed = row->feed;
    else if (row->kind == Kind::Topic)
        filter.tag = row->tag;
    return filter;
}

const Subscription *SubscriptionModel::subscription(FeedId feed) const
{
    for (const Subscription &subscription : m_overview.subscriptions)
        if (subscription.id == feed)
            return &subscription;
    return nullptr;
}

QModelIndex SubscriptionModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *above = node(parent);
    if (column != 0 || row < 0 || row >= int(above->children.size()))
        return {};
    return createIndex(row, 0, above->children[size_t(row)].get());
}

QModelIndex SubscriptionModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(*node(child)->parent) : QModelIndex();
}

int SubscriptionModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

int SubscriptionModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SubscriptionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &row = *node(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case Qt::ToolTipRole:
        return toolTip(row);
    case KindRole:
        return int(row.kind);
    case FilterRole:
        return QVariant::fromValue(filter(index));
    case CountRole:
        return row.count;
    case DepthRole:
        return row.depth;
    case FailingRole:
        return row.isFailing();
    case OwnWordsRole:
        return int(row.words);
    case FeedRole:
        return QVariant::fromValue(row.feed);
    case CategoryRole:
        return QVariant::fromValue(row.category);
    default:
        return {};
    }
}

QString SubscriptionModel::accessibleText(const Node &node) const
{
    QStringList parts{node.title};
    if (node.count > 0) {
        const bool all = node.kind == Kind::SmartView && (node.view == ArticleFilter::View::Starred ||
                                                          node.view == ArticleFilter::View::Commented);
        if (node.kind == Kind::SmartView && node.view == ArticleFilter::View::Stories)
            parts << (node.count == 1 ? tr("one story") : tr("%n stories", nullptr, int(node.count)));
        else if (!all)
            parts << tr("%n unread", nullptr, int(node.count));
        else
            parts << (node.count == 1 ? tr("one article") : tr("%n articles", nullptr, int(node.count)));
    }
    if (node.isFailing())
        parts << tr("does not answer");
    else if (node.status == FeedStatus::Paused)
        parts << tr("paused");
    return parts.join(QStringLiteral(", "));
}

QString SubscriptionModel::toolTip(const Node &node) const
{
    if (node.kind != Kind::Feed)
        return {};
    const Subscription *feed = subscription(node.feed);
    if (!node.isFailing() || !feed)
        return node.title;
    const QString when =
        feed->lastSuccess.isValid()
            ? tr("Last read without trouble: %1.")
                  .arg(QLocale().toString(feed->lastSuccess.toLocalTime(), QLocale::ShortFormat))
            : tr("It has never been read without trouble.");
    return node.reason.isEmpty() ? when : node.reason + u'\n' + when;
}

bool SubscriptionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString title = value.toString().trimmed();
    if (!index.isValid() || role != Qt::EditRole || title == node(index)->title)
        return false;
    const Node &row = *node(index);
    // The new name shows when the store has it.
    if (row.kind == Kind::Feed)
        Q_EMIT feedRenamed(row.feed, title);
    else if (row.kind == Kind::Category && !title.isEmpty())
        Q_EMIT categoryRenamed(row.category, title);
    else
        return false;
    return true;
}

Qt::ItemFlags SubscriptionModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the categories
    switch (node(index)->kind) {
    case Kind::SmartView:
    case Kind::OwnWords:
    case Kind::Topic:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    case Kind::Heading:
        return Qt::ItemNeverHasChildren;
    case Kind::Category:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled |
               Qt::ItemIsDropEnabled;
    case Kind::Feed:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled |
               Qt::ItemNeverHasChildren;
    }
    return {};
}

QStringList SubscriptionModel::mimeTypes() const
{
    return {feedMime, categoryMime};
}

QMimeData *SubscriptionModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    const Node &row = *node(indexes.constFirst());
    auto data = std::make_unique<QMimeData>();
    if (row.kind == Kind::Feed)
        data->setData(feedMime, QByteArray::number(row.feed.value()));
    else if (row.kind == Kind::Category)
        data->setData(categoryMime, QByteArray::number(row.category.value()));
    else
        return nullptr;
    return data.release();
}

std::optional<SubscriptionModel::Drop> SubscriptionModel::drop(const QMimeData *data, int row,
                                                               const QModelIndex &parent) const
{
    const Node &target = *node(parent);
    if (parent.isValid() && target.kind != Kind::Category)
        return {};
    int firstCategory = 0;
    while (firstCategory < int(target.children.size()) &&
           (target.children[size_t(firstCategory)]->kind == Kind::SmartView ||
            target.children[size_t(firstCategory)]->kind == Kind::OwnWords ||
            target.children[size_t(firstCategory)]->kind == Kind::Topic ||
            target.children[size_t(firstCategory)]->kind == Kind::Heading))
        ++firstCategory;
    if (row >= 0 && row < firstCategory)
        return {};
    const int shelves = target.subCategories();
    Drop result;
    result.target = parent.isValid() ? target.category : CategoryId();
    if (data->hasFormat(feedMime)) {
        result.feed = FeedId(data->data(feedMime).toLongLong());
        if (row >= 0)
            result.position = qMax(0, row - firstCategory - shelves);
    } else if (data->hasFormat(categoryMime)) {
        result.category = CategoryId(data->data(categoryMime).toLongLong());
        if (row >= 0)
            result.position = qBound(0, row - firstCategory, shelves);
        // Never into itself or what lies in it.
        for (const Node *up = &target; up; up = up->parent)
            if (up->kind == Kind::Category && up->category == result.category)
                return {};
    } else {
        return {};
    }
    // Moved down among its own siblings it leaves a gap above its new place.
    int before = 0;
    for (const auto &child : target.children) {
        const bool feed = result.feed.isValid();
        if (child->kind != (feed ? Kind::Feed : Kind::Category))
            continue;
        if (feed ? child->feed == result.feed : child->category == result.category) {
            if (before < result.position)
                --result.position;
            break;
        }
        ++before;
    }
    return result;
}

bool SubscriptionModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int row, int,
                                        const QModelIndex &parent) const
{
    return drop(data, row, parent).has_value();
}

bool SubscriptionModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int,
                                     const QModelIndex &parent)
{
    const std::optional<Drop> wish = drop(data, row, parent);
    if (!wish)
        return false;
    if (wish->feed.isValid())
        Q_EMIT feedMoved(wish->feed, wish->target, wish->position);
    else
        Q_EMIT categoryMoved(wish->category, wish->target, wish->position);
    // False: the rows move when the store has said so, so the view must not remove the dragged one.
    return false;
}

} // namespace broadsheet
