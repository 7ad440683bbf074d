// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/subscription.h"

#include <QFuture>
#include <QObject>

class QMenu;
class QModelIndex;

namespace broadsheet {

class Appearance;
class FileDialogs;
class LibraryService;
class SubscriptionModel;
class SyncService;

/** What can be done with a row of the sidebar, and with the list of subscriptions as a whole; asks first
 * where something is lost. */
class SubscriptionCommands : public QObject
{
    Q_OBJECT
public:
    SubscriptionCommands(LibraryService &library, SyncService &sync, Appearance &appearance,
                         FileDialogs &dialogs, SubscriptionModel &model, QWidget *window);

    /** The menu of a row; an invalid \a index: of the empty room below the rows. */
    void fill(QMenu &menu, const QModelIndex &index);
    /** Unsubscribes or removes the category, after a question. */
    void remove(const QModelIndex &index);
    void newCategory(CategoryId parent = {});
    void markAllRead(const ArticleFilter &filter);
    /** Fetches what the row holds; everything for a smart view. */
    void refresh(const ArticleFilter &filter);
    void importOpml();
    void exportOpml();

    void renameFeed(FeedId feed, const QString &title);
    void renameCategory(CategoryId category, const QString &name);
    void moveFeed(FeedId feed, CategoryId category, int position);
    void moveCategory(CategoryId category, CategoryId parent, int position);

Q_SIGNALS:
    void addFeedWanted(broadsheet::CategoryId category);
    void renameWanted(const QModelIndex &index);
    /** \a undo: the change that an "Undo" beside the sentence takes back, if it is valid. */
    void said(const QString &sentence, broadsheet::ChangeId undo = {});
    void warned(const QString &sentence);

private:
    void unsubscribe(FeedId feed, const QString &title);
    void leaveTopic(const QString &tag, const QString &title);
    void fillFeed(QMenu &menu, const QModelIndex &index);
    void fillCategory(QMenu &menu, const QModelIndex &index);
    void openOptions(CategoryId category);
    void fillCommon(QMenu &menu, const QModelIndex &index);
    QMenu *moveMenu(QMenu &menu, FeedId feed, CategoryId present);
    void takeImport(const QByteArray &bytes);
    template <typename T>
    void watch(QFuture<Result<T>> answer);

    LibraryService &m_library;
    SyncService &m_sync;
    Appearance &m_appearance;
    FileDialogs &m_dialogs;
    SubscriptionModel &m_model;
    QWidget *m_window;
};

/** What an import did, in a sentence. */
QString importText(const ImportResult &result);

} // namespace broadsheet
