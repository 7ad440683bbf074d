// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "model/article.h"
#include "model/subscription.h"
#include "widgets/subscriptions/subscriptionmodel.h"

#include <QWidget>

#include <memory>

namespace broadsheet {

class Appearance;
class FeedFinder;
class FileDialogs;
class LibraryEvents;
class LibraryService;
class SyncService;

struct SubscriptionPaneServices
{
    LibraryService &library;
    SyncService &sync;
    FeedFinder &finder;
    LibraryEvents &events;
    Appearance &appearance;
    FileDialogs &dialogs;
};

/** The left pane: name and date, smart views, categories with feeds and counts, and the foot that tells how
 * fetching goes. */
class SubscriptionPane : public QWidget
{
    Q_OBJECT
public:
    explicit SubscriptionPane(const SubscriptionPaneServices &services, QWidget *parent = nullptr);
    ~SubscriptionPane() override;

    ArticleFilter filter() const;
    /** Which categories are shut; restored before the first overview comes. */
    QByteArray saveFolding() const;
    void restoreFolding(const QByteArray &state);

public Q_SLOTS:
    void selectView(broadsheet::ArticleFilter::View view);
    void selectFilter(const broadsheet::ArticleFilter &filter);
    void selectOwnWords(broadsheet::SubscriptionModel::OwnWords words);
    /** Also one that was subscribed a moment ago. */
    void showFeed(broadsheet::FeedId feed);
    /** The next row below that has unread articles, from the top again at the end; false if there is none. */
    bool selectNextUnread();
    void focusTree();
    /** Opens the dialog, with \a address filled in. */
    void addFeed(const QString &address = {});
    void newCategory();
    void refreshAll();
    /** Only what the selected row holds. */
    void refreshCurrent();
    void importOpml();
    void exportOpml();
    /** A line at the foot of the pane; with "Undo" for the change \a undo, if it is valid. */
    void say(const QString &sentence, broadsheet::ChangeId undo = {});
    /** At the foot, instead of when was fetched last; empty: nothing holds it back. */
    void setFetchingHeldBack(const QString &reason);
    void warn(const QString &sentence);

Q_SIGNALS:
    void subscriptionChosen(const broadsheet::ArticleFilter &filter, const QString &title);
    /** What was chosen last is called otherwise now. */
    void titleChanged(const broadsheet::ArticleFilter &filter, const QString &title);
    /** What the reader wrote is to be listed instead of articles. */
    void ownWordsChosen(broadsheet::SubscriptionModel::OwnWords words);
    void libraryEmptyChanged(bool empty);
    void settingsWanted();
    /** The right-hand neighbour is to have the focus. */
    void leaveWanted();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet
