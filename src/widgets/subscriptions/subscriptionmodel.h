// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "model/subscription.h"

#include <QAbstractItemModel>

#include <memory>

namespace broadsheet {

/**
 * The rows of the sidebar: smart views, the reader's own words, topics that are followed, the heading "Categories",
 * categories with their feeds, then feeds on no shelf. Made anew from each overview, but changed row by row, so that selection, folding and screen
 * readers keep their place. It carries out nothing: what a person edits or drops is told by signals.
 */
class SubscriptionModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum class Kind { SmartView, OwnWords, Topic, Heading, Category, Feed };
    /** What the reader wrote over all articles: lists of comments, not of articles. */
    enum class OwnWords { Comments, Highlights };
    enum Role {
        KindRole = Qt::UserRole,
        FilterRole,   ///< ArticleFilter: what the row shows when chosen
        CountRole,    ///< qint64; 0: none is shown
        DepthRole,    ///< int: categories above
        FailingRole,  ///< bool
        OwnWordsRole, ///< OwnWords
        FeedRole,     ///< FeedId
        CategoryRole, ///< CategoryId: of the category itself, or of the feed's
    };

    explicit SubscriptionModel(QObject *parent = nullptr);
    ~SubscriptionModel() override;

    void setOverview(const LibraryOverview &overview);
    const LibraryOverview &overview() const { return m_overview; }

    /** Invalid where no row shows it. */
    QModelIndex indexOf(const ArticleFilter &filter) const;
    QModelIndex indexOf(OwnWords words) const;
    ArticleFilter filter(const QModelIndex &index) const;
    const Subscription *subscription(FeedId feed) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void feedRenamed(broadsheet::FeedId feed, const QString &title);
    void categoryRenamed(broadsheet::CategoryId category, const QString &name);
    /** \a position: its place among the feeds of \a category after the move; -1: at the end. */
    void feedMoved(broadsheet::FeedId feed, broadsheet::CategoryId category, int position);
    void categoryMoved(broadsheet::CategoryId category, broadsheet::CategoryId parent, int position);

private:
    struct Node;
    struct Drop;

    std::unique_ptr<Node> build(const LibraryOverview &overview) const;
    void merge(Node &present, Node &wanted, const QModelIndex &parent);
    Node *node(const QModelIndex &index) const;
    QModelIndex indexOf(const Node &node) const;
    std::optional<Drop> drop(const QMimeData *data, int row, const QModelIndex &parent) const;
    QString accessibleText(const Node &node) const;
    QString toolTip(const Node &node) const;

    LibraryOverview m_overview;
    std::unique_ptr<Node> m_root;
};

} // namespace broadsheet
